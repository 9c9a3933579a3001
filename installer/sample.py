"""The sample centre: shown in a window, or worked through without one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from installer.environment import Environment
from installer.saying import SetupError, say

PASSCODE = "rianru-2569"
CENTRE = "ศูนย์การเรียนรู้ตำบลตัวอย่าง (ข้อมูลตัวอย่าง)"
TAMBON = "580604"
USER = "ครูตัวอย่าง"
ROSTER = Path("tests", "samples", "roster-oao-240.xlsx")
HUB_ADDRESS = re.compile(r"https?://[^\s\"']+:\d+")


def default_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where this platform keeps a program's data; outside the checkout."""
    name = "tambon-rianru-demo"
    if platform == "win32":
        base = environ.get("LOCALAPPDATA")
        return Path(base) / name if base else Path.home() / "AppData" / "Local" / name
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / name
    base = environ.get("XDG_DATA_HOME")
    return Path(base) / name if base else Path.home() / ".local" / "share" / name


@dataclass(frozen=True)
class Sample:
    """The sample centre of one checkout, with its data in `folder`, and a roster to take in."""

    place: Environment
    folder: Path
    roster: Path = ROSTER

    def open_window(self) -> int:
        """Open the program's window on the sample centre; returns the program's exit code."""
        centre = self.folder / "centre"
        if not centre.exists():
            say("กำลังสร้างศูนย์ตัวอย่าง…", "Making the sample centre...")
            self._make_centre(centre)
        say(
            f"เปิดศูนย์ตัวอย่าง: ผู้ใช้ {USER} รหัสผ่าน {PASSCODE} (ข้อมูลอยู่ที่ {centre})",
            f"Opening the sample centre: user {USER}, passcode {PASSCODE} (data in {centre})",
        )
        command = [str(self.place.python), "-m", "desktop", "--data", str(centre)]
        return subprocess.run(
            command, cwd=self.place.root, env=self._settings(), check=False
        ).returncode

    def run_headless(self) -> int:
        """Roster in, plans to a PDF, everything to a hub of its own; tells what it did.

        Raises:
            SetupError: with the words of the step that refused.
        """
        work = self._new_folder()
        centre, plans, hub_file = work / "centre", work / "plans.pdf", work / "hub.sqlite"
        self._make_centre(centre)
        roster = self.place.root / self.roster
        taken = self._desktop(centre, "import", str(roster))
        say(
            f"1. นำเข้า {roster.name}: {taken['rows']} แถว เพิ่มใหม่ {taken['new']} คน "
            f"ปรับปรุง {taken['updated']} คน ข้อสังเกต {len(taken['problems'])} จุด",
            f"Imported {roster.name}: {taken['rows']} rows, {taken['new']} new learners, "
            f"{taken['updated']} updated, {len(taken['problems'])} cells to look at.",
        )
        printed = self._desktop(centre, "print", "plans", "--all", str(plans))
        say(
            f"2. พิมพ์แผนรายบุคคล {printed['plans']} ฉบับ และใบเริ่มแผนของผู้ที่ยังไม่มีแผน "
            f"{printed['begun']} ฉบับ รวม {printed['pages']} หน้า",
            f"Printed {printed['plans']} plans, and a sheet to begin one for each of the "
            f"{printed['begun']} others: {printed['pages']} pages.",
        )
        with self._hub(hub_file) as address:
            made = self._hub_command(
                hub_file, "centre", "add", "--name", CENTRE, "--tambon", TAMBON
            )
            code = self._hub_command(hub_file, "enrol-code", str(made["centre"]))["code"]
            self._desktop(centre, "enrol", address, str(code))
            sent = self._desktop(centre, "sync")
        after = self._desktop(centre, "status")
        if after["waiting"] != 0:
            raise SetupError(
                f"ยังมี {after['waiting']} รายการที่ส่งไม่ถึงศูนย์จังหวัด (ข้อมูลอยู่ที่ {work})",
                f"{after['waiting']} items did not reach the hub (data in {work}).",
            )
        say(
            f"3. ส่งถึงศูนย์จังหวัดจำลอง: {sent['sent']} รายการ {_kilobytes(sent['bytes_up'])} "
            f"ใน {sent['requests']} ครั้ง ใบรับ {after['receipt']} ไม่มีรายการค้าง",
            f"Sent to a province hub started for this: {sent['sent']} items, "
            f"{_kilobytes(sent['bytes_up'])} in {sent['requests']} requests, "
            f"receipt {after['receipt']}, nothing waiting.",
        )
        say("ไฟล์อยู่ที่:", "The files:")
        for label, path in (("แผน/plans", plans), ("ศูนย์/centre", centre), ("จังหวัด/hub", hub_file)):
            print(f"    {label}: {path}")
        say(
            f"งานเดียวกันนี้ทำโดยไม่เปิดหน้าต่าง ดูต่อได้ด้วย (รหัสผ่าน {PASSCODE}):\n"
            f'    "{self.place.python}" -m desktop --data "{centre}" learners',
            "Done without a window; look further with that command and passcode.",
        )
        return 0

    def _make_centre(self, centre: Path) -> None:
        """Make it beside its place and rename: a centre half-made is never opened."""
        making = centre.with_name(centre.name + ".making")
        try:
            making.parent.mkdir(parents=True, exist_ok=True)
            if making.exists():
                shutil.rmtree(making)
        except OSError as error:
            raise SetupError(
                f"เขียนในโฟลเดอร์ {making.parent} ไม่ได้ ({error.strerror}) เลือกที่อื่นด้วย --data",
                f"The folder {making.parent} cannot be written ({error.strerror}); "
                "choose another with --data.",
            ) from error
        self._desktop(
            making, "init", "--centre", CENTRE, "--tambon", TAMBON, "--user", USER, "--demo"
        )
        making.rename(centre)

    def _new_folder(self) -> Path:
        """A folder of this run: nothing of an earlier one is ever overwritten."""
        base = self.folder / datetime.now().astimezone().strftime("headless-%Y%m%d-%H%M%S")
        work, number = base, 1
        while work.exists():
            number += 1
            work = base.with_name(f"{base.name}-{number}")
        return work

    def _settings(self) -> dict[str, str]:
        return {**os.environ, "PYTHONUTF8": "1"}

    def _desktop(self, data: Path, *arguments: str) -> dict[str, Any]:
        settings = {
            **self._settings(),
            "TAMBON_RIANRU_PASSCODE": PASSCODE,
            "QT_QPA_PLATFORM": "offscreen",
        }
        return self._json(["-m", "desktop", "--data", str(data), "--json", *arguments], settings)

    def _hub_command(self, database: Path, *arguments: str) -> dict[str, Any]:
        return self._json(
            ["-m", "sync.hub", "--database", _database_url(database), "--json", *arguments],
            self._settings(),
        )

    def _json(self, arguments: Sequence[str], settings: dict[str, str]) -> dict[str, Any]:
        done = subprocess.run(
            [str(self.place.python), *arguments],
            cwd=self.place.root,
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        shown = " ".join(arguments[1:])
        if done.returncode != 0:
            raise SetupError(
                f"ขั้นตอนนี้ไม่สำเร็จ: {shown}\n{done.stderr.strip()[-2000:]}",
                "This step was refused; its words are above.",
            )
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise SetupError(
                f"ขั้นตอนนี้ตอบไม่เป็นรูปแบบที่รู้จัก: {shown}\n{done.stdout[-500:]}",
                "This step's answer could not be read; it is above.",
            )
        return answer

    @contextmanager
    def _hub(self, database: Path) -> Iterator[str]:
        """A hub on a free port of this machine while the block runs; gives its address."""
        command = ["-m", "sync.hub", "--database", _database_url(database)]
        log = database.with_suffix(".log")
        # Its words go to a file: a pipe that nobody reads would stop it once full.
        with (
            log.open("wb") as words,
            subprocess.Popen(
                [str(self.place.python), *command, "serve", "--host", "127.0.0.1", "--port", "0"],
                cwd=self.place.root,
                env=self._settings(),
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
            ) as hub,
        ):
            try:
                yield _address(hub, log)
            finally:
                hub.terminate()
                try:
                    hub.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    hub.kill()


def _address(hub: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the hub has said its address.

    Raises:
        SetupError: with its words, once it has ended or been silent for a minute.
    """
    end = time.monotonic() + 60
    while True:
        ended = hub.poll() is not None
        words = log.read_text(encoding="utf-8", errors="replace")
        found = HUB_ADDRESS.search(words)
        if found and not ended:
            return found.group()
        if ended or time.monotonic() > end:
            raise SetupError(
                f"ศูนย์จังหวัดจำลองเปิดไม่สำเร็จ:\n{words[-2000:]}",
                "The hub did not start; its words are above.",
            )
        time.sleep(0.05)


def _database_url(path: Path) -> str:
    return f"sqlite:///{path.resolve().as_posix()}"


def _kilobytes(count: object) -> str:
    return f"{int(str(count)) / 1024:,.1f} kB"
