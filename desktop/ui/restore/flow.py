"""The restore wizard in the window: shown in the place of everything, answered, taken away.

The wizard itself, and the database with it, is imported when it is first asked for: sign-in must
stand before that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.services.sign_in import SignInService
from desktop.ui.jobs import Jobs
from desktop.ui.looks import Looks

if TYPE_CHECKING:
    from desktop.ui.restore.presenter import RestorePresenter
    from desktop.ui.restore.screen import RestoreScreen


class RestoreFlow(QObject):
    """`left`: the wizard is done or given up.

    `close_centre` is called before files are exchanged; it raises where something typed is still
    to be stored.

    Attributes:
        screen: the wizard while it is shown.
        from_frame: whether an open centre waits to be gone back to.
    """

    left = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        way_in: SignInService,
        looks: Looks,
        jobs: Jobs,
        close_centre: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack, self._way_in, self._looks, self._jobs = stack, way_in, looks, jobs
        self._close_centre = close_centre
        self.screen: RestoreScreen | None = None
        self.from_frame = False
        self._presenter: RestorePresenter | None = None

    def show(self, *, from_frame: bool) -> None:
        """Begin the wizard; `from_frame` tells whether the open centre's frame was seen."""
        from desktop.ui.restore.presenter import RestorePresenter
        from desktop.ui.restore.screen import RestoreScreen

        if self.screen is not None:
            return
        screen = self.screen = RestoreScreen()
        screen.language_chosen.connect(self._looks.choose_language)
        screen.left.connect(self._leave)
        self.from_frame = from_frame
        self._presenter = RestorePresenter(screen, self._way_in, self._jobs, self._close)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._presenter.start()
        screen.secret.setFocus()

    def _close(self) -> None:
        self._close_centre()
        self.from_frame = False

    def _leave(self) -> None:
        screen, self.screen = self.screen, None
        self._presenter = None
        if screen is None:
            return
        screen.forget()
        self.left.emit()
        self._stack.removeWidget(screen)
        screen.deleteLater()
