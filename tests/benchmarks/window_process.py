"""Opens the real window in this process and says how long a person waits: one line of JSON.

Arguments: the centre's folder, and when the process was started (`time.time()`).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop.ui.jobs import JobRunner
from desktop.ui.window import Window, open_window

PASSCODE = "วัดผล1234"
_LONGEST_SECONDS = 120.0


class _FirstPaint(QObject):
    """Notes when the passcode field was first painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False


def _until(application: QApplication, there: Callable[[], bool], what: str) -> None:
    last = time.monotonic() + _LONGEST_SECONDS
    while not there():
        if time.monotonic() > last:
            raise RuntimeError(f"not reached: {what}")
        application.processEvents()


def _listed(window: Window) -> bool:
    """Whether the list of learners shows rows with words in them."""
    if window.session is None or window.session.shell.current_key != "learners":
        return False
    for view in window.session.shell.current.findChildren(QAbstractItemView):  # type: ignore[union-attr]
        model = view.model()
        if view.isVisible() and model is not None and model.rowCount() > 0:
            columns = range(model.columnCount())
            if any(model.index(0, column).data() for column in columns):
                return True
    return False


def _memory_mb() -> float:
    """Resident memory now, in MB; the highest so far where the system tells no more."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        raise RuntimeError("memory is measured on Linux and macOS only")
    import resource

    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


def main() -> int:
    """Measure once."""
    folder, started = Path(sys.argv[1]), float(sys.argv[2])
    application = QApplication(sys.argv[:1])
    jobs = JobRunner()
    window = open_window(folder, application, jobs)
    paint = _FirstPaint()
    window.sign_in.passcode.installEventFilter(paint)
    window.show()
    _until(application, lambda: paint.painted, "a painted sign-in")
    usable = time.time() - started
    signing_in = time.time()
    window.sign_in.passcode.setText(PASSCODE)
    window.sign_in.enter_button.click()
    _until(application, lambda: window.session is not None, "an open centre")
    assert window.session is not None
    window.session.shell.open("learners")
    _until(application, lambda: _listed(window), "rows of learners")
    listed = time.time() - signing_in
    memory = _memory_mb()
    window.close()
    jobs.shutdown()
    print(
        json.dumps(
            {"usable": round(usable, 3), "listed": round(listed, 3), "memory_mb": round(memory, 1)}
        )
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
