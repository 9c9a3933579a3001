"""The recovery key: made at set-up, printed, put away; and the way in when a passcode is lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.keys import NewRecovery, RecoveryState
from desktop.models.area import Centre
from desktop.models.program import DeviceState
from desktop.reports.paper_data import PaperOptions
from desktop.reports.recovery_sheet import RecoveryPaper, print_recovery
from desktop.services import audit
from desktop.services.keeping.key_events import key_event, note_key_events
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class RecoveryStatus:
    """`sheet` None: none was ever made. `hub` None: the hub has none, or there is no hub."""

    sheet: RecoveryState | None
    hub: RecoveryState | None
    enrolled: bool


class RecoveryService:
    """Making the recovery key of this laptop and telling where it lies."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.COUNT)
    def status(self) -> RecoveryStatus:
        """Return what there is, without any secret."""
        keys = self._workspace.keys
        with self._workspace.read() as session:
            enrolled = bool(session.get_one(DeviceState, 1).hub_url)
        return RecoveryStatus(keys.recovery(), keys.recovery("hub"), enrolled)

    @needs(Right.USERS)
    def make(self, own_passcode: str) -> RecoveryPaper:
        """Make a recovery key; the sheet before it opens nothing any more.

        The words are in what is returned and nowhere else: they are shown and printed now.

        Raises:
            UserError: `not_allowed`, `wrong_passcode`, `passcode_wait`.
        """
        me = self._workspace.user.user_id
        key = self._workspace.keys.unlock(me, own_passcode)
        event = key_event(self._workspace, "recovery_made", me)
        made = self._workspace.keys.make_recovery(
            key, event, made_ms=self._workspace.database.clock()
        )
        note_key_events(self._workspace)
        return self._sheet(made)

    @needs(Right.USERS)
    def put_away(self) -> None:
        """Somebody said that the sheet lies in a safe place: nothing reminds of it any more."""
        state = self._workspace.keys.recovery()
        if state is None or state.put_away:
            return
        self._workspace.keys.put_away()
        with self._workspace.write() as session:
            audit.note(session, self._workspace, "recovery_put_away", sheet=state.id)

    @needs(Right.USERS)
    def print_sheet(
        self, paper: RecoveryPaper, path: Path, *, language: str = "th", boxes: bool = False
    ) -> int:
        """Write the sheet as a PDF; returns its pages.

        Raises:
            UserError: `paper_cannot_write`; `paper_letters_missing` where a name has letters that
                no typeface has, unless boxes may stand for them.
            StorageError: `disk_full`.
        """
        return print_recovery(paper, path, PaperOptions(language=language, boxes=boxes))

    def _sheet(self, made: NewRecovery) -> RecoveryPaper:
        workspace = self._workspace
        with workspace.read() as session:
            centre = session.get(Centre, workspace.centre_id)
            letters = session.get_one(DeviceState, 1).letters
        return RecoveryPaper(
            id=made.id,
            words=made.words,
            code=made.code,
            centre=centre.name if centre is not None else "",
            made=workspace.today(),
            letters=letters,
            names=tuple(each.name for each in workspace.keys.names()),
        )
