"""`python -m tests.tour OUT`: pictures of every screen, in both languages, at 1366x768."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.ui.jobs import JobRunner
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.status_line import SyncStatus
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from tests.tour import gallery


def settle(application: QApplication) -> None:
    """Let layouts and queued work finish."""
    for _ in range(20):
        application.processEvents()


def main() -> int:
    """Write the pictures; 0 when all were written."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scheme", choices=[scheme.value for scheme in Scheme])
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--language", choices=[language.value for language in Language])
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme().choose(Scheme(given.scheme) if given.scheme else Scheme.LIGHT, given.scale)
    switch = LanguageSwitch(application)
    jobs = JobRunner()
    shell = Shell(gallery.entries(), jobs)
    shell.show_identity("ศูนย์การเรียนรู้ตำบลตัวอย่าง", "ครูดาว")
    shell.status_line.show_sync(
        SyncStatus(True, False, 12, datetime(2026, 11, 20, 7, 5, tzinfo=UTC), "8F3K")
    )
    shell.resize(1366, 768)
    shell.show()
    languages = [Language(given.language)] if given.language else list(Language)
    for language in languages:
        switch.choose(language)
        for key in shell.entries:
            shell.open(key)
            settle(application)
            target = given.out / f"{key}.{language.value}.png"
            if not shell.grab().save(str(target)):
                sys.stderr.write(f"could not write {target}\n")
                return 1
            sys.stdout.write(f"{target}\n")
    shell.close()
    jobs.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
