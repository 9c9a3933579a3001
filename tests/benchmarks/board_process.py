"""Opens the board of referrals in this process and says how long a person waits: one line of JSON.

Argument: the centre's folder. Opened is what was asked, worded, laid out and painted.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.services.opening import open_centre
from desktop.ui.code_book import CodeBook
from desktop.ui.referrals.board import ReferralBoardScreen
from desktop.ui.thai_wrap import give_own_words
from tests.benchmarks.window_process import PASSCODE

_TIMES = 7


def main() -> int:
    """Measure."""
    give_own_words()
    application = QApplication(sys.argv[:1])
    workspace = open_centre(Path(sys.argv[1]), PASSCODE)
    services = Services(workspace)
    screen = ReferralBoardScreen(workspace.rights)
    screen.resize(1180, 640)
    screen.show()
    application.processEvents()
    taken = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        found = services.referrals.board()
        asked = time.perf_counter()
        screen.show_board(
            found,
            CodeBook(services.centre.own_words()),
            services.centre.villages(),
            services.users.list(),
        )
        application.processEvents()
        screen.grab()
        taken.append((time.perf_counter() - started, time.perf_counter() - asked))
    opened = sorted(taken)[_TIMES // 2]
    services.close()
    workspace.close()
    print(json.dumps({"opened": opened[0] * 1000, "drawn": opened[1] * 1000}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
