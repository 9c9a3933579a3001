"""Makes the manual's pictures: the program's own screens on the sample centre, in Thai.

    python docs/manual/make_pictures.py [--out FOLDER] [NAME ...]

Needs no display; without names every picture is made. Everybody shown is invented. A hub runs
beside it for as long as it takes, so that the pictures of sync show what sync shows.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from openpyxl import Workbook
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.keys import KeyCost
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.lists import PlanLists
from desktop.services.plans.records import PlanQuery
from desktop.services.sign_in import Beginning, Joining, SignInService
from desktop.services.sync.service import SyncService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from desktop.ui.forms.entry_form import filled
from desktop.ui.importing.screen import COLUMNS, DONE, ROWS, ImportScreen
from desktop.ui.jobs import JobRunner
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.reports.screen import ReportsScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.window import Window, open_window

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CENTRE = "ศูนย์การเรียนรู้ตำบลตัวอย่าง"
USER = "ครูดาว"
PASSCODE = "ตัวอย่าง1234"
# A school's list as lists are: titles joined, a number that Excel rounded, a day that cannot be.
ROSTER = (
    ("ที่", "ชื่อ-สกุล", "ชื่อเล่น", "วันเกิด", "เลขประจำตัว", "หมู่", "ชั้น", "น้ำหนัก"),
    (1, "ด.ญ.ปวีณา ใจคำหล้า", "ฟ้า", "9 พ.ย. 2556", "1999900000013", "2", "ม.1", 38),
    (2, "ด.ช.ประยูร เครือวงค์ใจ", "หนุ่ม", "31/02/2555", "2999900000020", "หมู่ 3", "ม.2", 44),
    (3, "นายศรีวรรณ วนารุ่งเรืองดี", "บอย", "4/6/51", "", "๖", "ม.6", 52),
    (4, "น.ส.หน่อแอริ -", "จุ๋ม", "2551", "1.99990000001E+12", "5", "ม.5", 47),
    (5, "ด.ญ.นอพอ ปินตาแสงคำ", "มะลิ", "18/03/2560", "3999900000037", "4", "ป.3", 21),
    (6, "", "ต้น", "ก.ค. 2557", "", "1", "ป.6", 30),
    (7, "ด.ช.คำมูล ธารน้ำเงา", "น้อย", "1/10/2558", "4999900000042", "หมู่สุดท้าย", "ป.5", 29),
    (8, "ด.ช.บุญเลิศ ดอยสงบสุข", "เอ็ม", "12/08/2557", "5999900000059", "6", "ป.6", 33),
    (9, "ด.ญ.โพดู หล้าคำเงิน", "ดาว", "2558", "", "3", "ป.4", 26),
)
# Argon2id's smallest: no secret lies in the sample centre.
QUICK = KeyCost(memory_kib=8, passes=1, lanes=1)
COLOURS = 96
README = "readme-"
LONGEST_SECONDS = 60.0
QUIET_SECONDS = 0.3


class Album:
    """Keeps pictures of a window, small enough for a manual."""

    def __init__(self, application: QApplication, jobs: JobRunner, out: Path) -> None:
        self._application = application
        self._jobs = jobs
        self._out = out
        self.only: frozenset[str] = frozenset()

    def keep(self, widget: QWidget, name: str) -> None:
        """Write what the widget shows once it has settled."""
        self.settle()
        if self.only and name not in self.only:
            return
        shown = self._still(widget)
        size = (shown.width(), shown.height())
        raw = Image.frombuffer("RGB", size, bytes(shown.constBits()), "raw", "RGB",
                               shown.bytesPerLine(), 1)  # fmt: skip
        few = raw.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        target = self._place(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        few.save(target, optimize=True)
        sys.stdout.write(f"{target.name}  {target.stat().st_size:,}\n")

    def _still(self, widget: QWidget) -> QImage:
        """What the widget shows once it has stopped changing; a busy machine lays out late."""
        last = time.monotonic() + LONGEST_SECONDS
        before = QImage()
        while time.monotonic() < last:
            shown = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
            if shown == before:
                break
            before = shown
            self.settle()
        return before

    def _place(self, name: str) -> Path:
        """Those of the README lie beside the manual's."""
        if name.startswith(README):
            return self._out.parent.parent / "pictures" / f"{name.removeprefix(README)}.png"
        return self._out / f"{name}.png"

    def settle(self) -> None:
        """Let jobs, layouts and short pauses end."""
        quiet = time.monotonic() + QUIET_SECONDS
        last = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < min(quiet, last):
            self._application.processEvents()
            if self._jobs.running:
                quiet = time.monotonic() + QUIET_SECONDS

    def until(self, there: Callable[[], object]) -> None:
        """Wait for something to be there."""
        last = time.monotonic() + LONGEST_SECONDS
        while not there():
            if time.monotonic() > last:
                raise RuntimeError("what was waited for did not come")
            self._application.processEvents()
            time.sleep(0.01)
        self.settle()


@contextmanager
def hub(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """A hub with one centre: its address, and a way to get a code to join."""
    database = f"sqlite:///{(folder / 'hub.db').as_posix()}"
    words = [sys.executable, "-m", "sync.hub", "--database", database]

    def say(*more: str) -> str:
        done = subprocess.run([*words, *more], cwd=ROOT, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    centre = say("centre", "add", "--name", CENTRE, "--tambon", "580604")
    serving = subprocess.Popen(
        [*words, "serve", "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert serving.stdout is not None
        found = re.search(r"https?://\S+", serving.stdout.readline())
        if found is None:
            raise RuntimeError("the hub did not start")
        yield found.group(), lambda: say("enrol-code", centre)
    finally:
        serving.terminate()
        serving.wait(10)
        if serving.stdout is not None:
            serving.stdout.close()


def make_story(
    here: SignInService, folder: Path, address: str, code: Callable[[], str]
) -> tuple[UUID, UUID]:
    """A centre that the province knows, with a second laptop that edited the same things.

    Returns a learner with a full story, and the plan.
    """
    workspace = here.begin(Beginning(CENTRE, "", USER, PASSCODE, sample=True))
    plan = PlanLists(workspace).find(PlanQuery(), 1)[0]
    sync = SyncService(workspace)
    UserService(workspace).add("ครูมาลี", "facilitator", PASSCODE, PASSCODE)
    sync.enrol(address, code())
    sync.sync_now()
    other = SignInService(folder / "other", QUICK).join(Joining(address, code(), "ครูหล้า", PASSCODE))
    others = SyncService(other)
    others.sync_now()
    clashing = LearnerLists(workspace).ids(LearnerQuery(), 6)[3:5]
    for place, learner in enumerate(clashing):
        LearnerService(workspace).edit(learner, _mine(place))
        LearnerService(other).edit(learner, _theirs(place))
    others.sync_now()
    sync.sync_now()
    for learner in LearnerLists(workspace).ids(LearnerQuery(), 20)[10::3]:
        LearnerService(workspace).edit(learner, {"note": "ชอบช่วยงานครัวของศูนย์"})
    for service in (sync, others):
        service.close()
    workspace.close()
    other.close()
    return plan.learner_id, plan.id


def _mine(place: int) -> dict[str, str]:
    return ({"nickname": "น้อย"}, {"birth": "9/11/2554"})[place]


def _theirs(place: int) -> dict[str, str]:
    return ({"nickname": "หน่อย"}, {"birth": "19/11/2554"})[place]


def day_pictures(album: Album, window: Window, shell: Shell, workspace: Workspace) -> None:
    """Today, the directories and the list of learners."""
    shell.open("today")
    album.keep(window, "today")
    for subject in (
        "partners", "mentors", "needs", "offers", "matches", "referral_board", "leads", "lead_walk",
        "capitals", "capital_map", "drawn_maps", "curricula", "competences", "credit_items",
        "courses",
    ):  # fmt: skip
        shell.open(subject)
        album.keep(window, subject)
    shell.open("cash_book")
    album.keep(window, "cash-book")
    shell.open("learners")
    album.keep(window, "learners")
    shell.open("learner_new")
    album.settle()
    new = shell.screen_of("learner_new")
    assert isinstance(new, NewLearnerScreen)
    twin = LearnerLists(workspace).find(LearnerQuery(), 1)[0]
    new.form.begin(
        {
            "given": twin.given,
            "nickname": twin.nickname,
            "village": twin.village,
            "birth": twin.birth[:4],
            "identity": "1999900000014",
        }
    )
    new.alike_wanted.emit(filled(new.form.values()))
    album.keep(window, "register")
    new.form.begin()


def make_roster(path: Path, workspace: Workspace) -> None:
    """Write the school's list; its last row is somebody whom the centre knows already."""
    known = LearnerLists(workspace).find(LearnerQuery(), 1)[0]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("รายชื่อ")
    for row in ROSTER:
        sheet.append(row)
    name = f"{known.given} {known.surname or '-'}"
    sheet.append((10, name, known.nickname, "", "", known.village, "", 35))
    book.save(path)


def roster_pictures(
    album: Album, window: Window, shell: Shell, workspace: Workspace, folder: Path
) -> None:
    """The four steps of an import, and the possible twins after it."""
    roster = folder / "รายชื่อจากโรงเรียน.xlsx"
    make_roster(roster, workspace)
    shell.open("import")
    screen = shell.screen_of("import")
    assert isinstance(screen, ImportScreen)
    album.keep(window, "import-choose")
    screen.read(roster)
    album.until(lambda: screen.page == COLUMNS)
    album.keep(window, "import-columns")
    screen.next_button.click()
    album.until(lambda: screen.page == ROWS)
    screen.preview_page.table.view.selectRow(1)
    album.keep(window, "import-preview")
    screen.preview_page.chips["twins"].click()
    album.keep(window, "import-twins")
    screen.preview_page.chips["all"].click()
    screen.next_button.click()
    album.until(lambda: screen.page == DONE)
    album.keep(window, "import-summary")
    shell.open("duplicates")
    album.keep(window, "duplicates")


def learner_pictures(album: Album, window: Window, shell: Shell, learner: UUID) -> None:
    """The tabs of a learner, and rating."""
    shell.open("learner", learner)
    screen = shell.screen_of("learner")
    assert isinstance(screen, LearnerScreen)
    album.until(lambda: screen.page is not None)
    album.keep(window, "learner-overview")
    for tab in ("profile", "visits"):
        screen.go_to_tab(tab)
        album.keep(window, f"learner-{tab}")
    shows = dict(screen.tour())
    screen.go_to_tab("hett")
    album.settle()
    shows["hett.rate"]()
    album.keep(window, "hett-rating")


def plan_pictures(album: Album, window: Window, shell: Shell, plan: UUID) -> None:
    """The plans, one of them, its review, and the printing dialog."""
    shell.open("plan", plan)
    album.keep(window, "plan")
    screen = shell.screen_of("plan")
    assert isinstance(screen, PlanScreen)
    screen.steps.review_wanted.emit()
    album.keep(window, "plan-review")
    screen.show_plan()
    shell.open("plans")
    album.keep(window, "plans")
    current = shell.current
    assert current is not None
    wish = current.print_action()
    assert wish is not None
    wish()
    album.settle()
    for widget in window.findChildren(PrintDialog):
        if widget.isVisible():
            hide_place(widget)
            album.keep(widget, "print-plans")
            widget.reject()
            break


def hide_place(dialog: PrintDialog) -> None:
    """Show where a teacher's papers go rather than a folder of this machine."""
    for label in dialog.findChildren(ThaiLabel):
        first, _, place = label.typed.partition("\n")
        if place:
            label.set_text(f"{first}\nC:\\Users\\ครูดาว\\Documents")


def report_pictures(album: Album, window: Window, shell: Shell) -> None:
    """Counts, HETT, papers."""
    shell.open("reports")
    screen = shell.screen_of("reports")
    assert isinstance(screen, ReportsScreen)
    album.settle()
    album.keep(window, "reports")
    for place, name in ((3, "hett"), (4, "papers")):
        screen.tabs.setCurrentIndex(place)
        album.keep(window, f"reports-{name}")


def office_pictures(album: Album, window: Window, shell: Shell) -> None:
    """Sync and settings."""
    shell.open("sync")
    album.keep(window, "sync")
    for name, show in shell.screen_of("sync").tour():
        show()
        album.keep(window, name)
    shell.open("settings")
    album.settle()
    for name, show in shell.screen_of("settings").tour():
        if name == "about":  # names the versions of this machine
            continue
        show()
        album.keep(window, f"settings-{name}")


def readme_pictures(album: Album, window: Window, shell: Shell, learner: UUID, plan: UUID) -> None:
    """A few for the first page of the repository, in both languages."""
    shell.open("today")
    album.keep(window, "readme-today")
    shell.open("learner", (learner, "overview"))
    album.keep(window, "readme-learner")
    window.looks.choose_language(Language.ENGLISH)
    shell.open("plan", plan)
    album.keep(window, "readme-plan")
    window.looks.choose_language(Language.THAI)


def shown_in_pages() -> frozenset[str]:
    """The pictures that the manual and the README show; no others are made."""
    pages = [page.read_text(encoding="utf-8") for page in HERE.glob("*.md")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {f"readme-{name}" for name in re.findall(r"docs/pictures/([\w-]+)\.png", readme)}
    return frozenset(shown.union(*(re.findall(r"pictures/([\w-]+)\.png", page) for page in pages)))


def main() -> int:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "pictures")
    parser.add_argument("names", nargs="*", metavar="NAME", help="all without any")
    given = parser.parse_args()
    # Where the centre is: the day of the screens and the time of the last receipt must agree.
    os.environ["TZ"] = "Asia/Bangkok"
    if hasattr(time, "tzset"):
        time.tzset()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    jobs = JobRunner()
    album = Album(application, jobs, given.out)
    album.only = frozenset(given.names) or shown_in_pages()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here = SignInService(folder / "centre", QUICK)
        window = _open(here, application, jobs)
        album.keep(window, "first-run")
        assert window.first_run is not None
        window.first_run.choose("new")
        album.keep(window, "first-run-new")
        window.close()
        with hub(folder) as (address, code):
            learner, plan = make_story(here, folder, address, code)
        # The hub is gone: offline is how a village sees the program most of the time.
        window = _open(here, application, jobs)
        album.keep(window, "sign-in")
        window.sign_in.passcode.setText(PASSCODE)
        window.sign_in.enter_button.click()
        album.until(lambda: window.session is not None)
        assert window.session is not None
        shell, workspace = window.session.shell, window.session.workspace
        day_pictures(album, window, shell, workspace)
        learner_pictures(album, window, shell, learner)
        plan_pictures(album, window, shell, plan)
        report_pictures(album, window, shell)
        office_pictures(album, window, shell)
        roster_pictures(album, window, shell, workspace, folder)
        readme_pictures(album, window, shell, learner, plan)
        window.close()
        jobs.shutdown()
    return 0


def _open(here: SignInService, application: QApplication, jobs: JobRunner) -> Window:
    window = open_window(here.folder, application, jobs, here)
    theme().choose(Scheme.LIGHT, 100)
    window.looks.choose_language(Language.THAI)
    window.resize(1366, 768)
    window.show()
    return window


if __name__ == "__main__":
    raise SystemExit(main())
