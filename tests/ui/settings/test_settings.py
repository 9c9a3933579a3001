"""Settings: what is typed is kept, in the words of whoever works here."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from desktop.models.program import AuditEntry, User
from desktop.services.centre import CentreService
from desktop.services.hett.framework import FrameworkService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.looks import LookFile
from desktop.services.papers.learner import PaperDesk
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from desktop.ui.settings.about_page import AboutPage
from desktop.ui.settings.audit_page import AuditPage
from desktop.ui.settings.backup_page import BackupPage
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.hett_page import HettPage
from desktop.ui.settings.look_page import LookPage
from desktop.ui.settings.menu import DIMENSION, HETT, RENUMBER, VILLAGES
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.users_page import UsersPage
from desktop.ui.settings.villages_page import VillagesPage
from desktop.ui.settings.words_page import WordsPage
from desktop.ui.theme import theme
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField
from resources import shipped
from resources.shipped import Component
from tests.factories import PASSCODE, add_learner
from tests.ui.typing import press, type_text

P = TypeVar("P", bound=QWidget)
Show = Callable[[str, type[P]], P]


def show(screen: SettingsScreen, key: str, kind: type[P]) -> P:
    screen.enter(key)
    page = screen.page(key)
    assert isinstance(page, kind)
    return page


def words(widget: QWidget) -> list[str]:
    return [label.typed for label in widget.findChildren(ThaiLabel) if label.isVisible()]


def test_the_centre_is_kept_as_typed(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "centre", CentrePage)
    organisation = page.form.field("organisation")
    assert isinstance(organisation, TextField)
    organisation.clear()
    type_text(organisation, "อบต.แม่สวด")
    type_text(page.head.field("contact"), "โทร 0800000100")

    screen.leave()

    centre = CentreService(workspace).get()
    assert centre is not None
    assert centre.text("organisation") == "อบต.แม่สวด"
    assert centre.values["letterhead"] == {"contact": "โทร 0800000100"}
    assert "โทร 0800000100" in words(page)


def test_the_mark_of_the_office_stands_on_its_papers(
    screen: SettingsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    picture = tmp_path / "ตรา.png"
    noise = QImage(900, 700, QImage.Format.Format_RGB32)
    rows = bytes(Random(1).randbytes(noise.sizeInBytes()))
    QImage(rows, 900, 700, QImage.Format.Format_RGB32).save(str(picture))
    page = show(screen, "centre", CentrePage)
    type_text(page.head.field("contact"), "โทร 0800000100")
    assert not page.logo.remove.isVisible()
    page.logo.choose_file = lambda: picture
    page.logo.choose.click()
    assert page.logo.picture.isVisible()
    screen.leave()

    with workspace.read() as session:
        head = PaperDesk(session, "th", workspace.today()).letterhead()
    assert head.contact == "โทร 0800000100"
    assert head.logo is not None
    assert len(head.logo) <= 60_000
    with Image.open(io.BytesIO(head.logo)) as kept:
        assert kept.format == "PNG"
        assert max(kept.size) <= 320

    page = show(screen, "centre", CentrePage)
    page.logo.remove.click()
    screen.leave()
    centre = CentreService(workspace).get()
    assert centre is not None
    assert centre.values["letterhead"] == {"contact": "โทร 0800000100"}


def test_what_is_no_picture_is_refused_as_a_mark(screen: SettingsScreen, tmp_path: Path) -> None:
    page = show(screen, "centre", CentrePage)
    text = tmp_path / "ตรา.png"
    text.write_text("no picture", encoding="utf-8")
    page.logo.choose_file = lambda: text
    page.logo.choose.click()
    assert not page.logo.picture.isVisible()
    assert page.banner.isVisible()


def test_what_is_half_typed_of_one_user_never_goes_to_another(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    with workspace.database.write() as session:
        session.add(User(name="ครูมะลิ", role="facilitator"))
    page = show(screen, "users", UsersPage)
    lines = {each.name: each for each in UserService(workspace).list()}
    me = next(each for each in lines.values() if each.name != "ครูมะลิ")
    page.table.go_to(lines["ครูมะลิ"].id)
    type_text(page.form.field("position"), "ครูอาสา")
    page.table.go_to(me.id)
    lines = {each.name: each for each in UserService(workspace).list()}
    assert (lines["ครูมะลิ"].position, lines[me.name].position) == ("ครูอาสา", "")
    assert page.form.values()["position"] == ""


def test_a_village_with_floods_and_a_hamlet(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "villages", VillagesPage)
    type_text(page.new_moo, "๔")
    press(page.new_moo, Qt.Key.Key_Return)
    type_text(page.form.field("name"), "บ้านดอย")
    type_text(page.new_hamlet, "หย่อมบน")
    page.hamlet_button.click()
    months = page.form.field("flood_months")
    for name in ("ก.ค.", "ส.ค."):
        next(b for b in months.findChildren(QPushButton) if b.text() == name).click()
    screen.leave()

    [village] = CentreService(workspace).villages()
    assert (village.moo, village.name) == ("4", "บ้านดอย")
    assert village.village.values["flood_months"] == [7, 8]
    assert [hamlet.text("name") for hamlet in village.hamlets] == ["หย่อมบน"]


def test_a_village_takes_its_people_along_to_another_number(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    learner = add_learner(workspace, "ดาวเรือง", village="4")
    CentreService(workspace).save_village("9", {"name": "บ้านใหม่"})
    undos: list[tuple[str, Callable[[], None]]] = []
    screen.undo_offered.connect(lambda text, undo: undos.append((text, undo)))
    screen.enter((VILLAGES, RENUMBER))
    QApplication.processEvents()
    page = screen.page(VILLAGES)
    assert isinstance(page, VillagesPage)
    assert QApplication.focusWidget() is page.other_moo
    assert not page.other_moo.visibleRegion().isEmpty()
    assert "มีผู้เรียนรู้ 1 คนในหมู่นี้ ทุกคนจะอยู่ในเลขใหม่ เปลี่ยนกลับได้" in words(page)

    type_text(page.other_moo, "9")
    press(page.other_moo, Qt.Key.Key_Return)
    assert "มีหมู่ 9 อยู่แล้ว" in " ".join(words(page))
    assert QApplication.focusWidget() is page.other_moo

    name = page.form.field("name")
    assert isinstance(name, TextField)
    type_text(name, "บ้านดอย")  # half typed: it belongs to the village, whatever its number
    page.other_moo.clear()
    type_text(page.other_moo, "๑๑")
    press(page.other_moo, Qt.Key.Key_Return)

    def there() -> list[tuple[str, str, int]]:
        lines = CentreService(workspace).villages()
        return [(line.moo, line.name, line.learners) for line in lines]

    assert there() == [("9", "บ้านใหม่", 0), ("11", "บ้านดอย", 1)]
    assert LearnerService(workspace).get(learner).row.village == "11"
    text, undo = undos[-1]
    assert text == "เปลี่ยนเป็นหมู่ ๑๑ แล้ว"
    undo()
    assert there() == [("4", "บ้านดอย", 1), ("9", "บ้านใหม่", 0)]


def test_a_village_with_people_stays(screen: SettingsScreen, workspace: Workspace) -> None:
    add_learner(workspace, "ดาวเรือง", village="4")
    page = show(screen, "villages", VillagesPage)

    page.hide_button.click()

    assert page.banner.isVisible()
    assert len(CentreService(workspace).villages()) == 1


def test_somebody_new_can_sign_in(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "users", UsersPage)
    page.new_button.click()
    type_text(page.name, "ครูมะลิ")
    for field, text in ((page.passcode, "มะลิ1234"), (page.again, "มะลิ1234"), (page.own, PASSCODE)):
        type_text(field, text)

    page.save_button.click()

    assert [(each.name, each.can_sign_in) for each in UserService(workspace).list()] == [
        ("ครูทดสอบ", True),
        ("ครูมะลิ", True),
    ]
    assert page.passcode.value() == ""


def test_a_wrong_passcode_of_ones_own_adds_nobody(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    page = show(screen, "users", UsersPage)
    page.new_button.click()
    type_text(page.name, "ครูมะลิ")
    for field, text in ((page.passcode, "มะลิ1234"), (page.again, "มะลิ1234"), (page.own, "ผิด")):
        type_text(field, text)

    page.save_button.click()

    assert "รหัสผ่านไม่ถูกต้อง" in page.banner.text
    assert page.name.value() == "ครูมะลิ"
    assert len(UserService(workspace).list()) == 1


def test_ones_own_passcode_is_changed(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "users", UsersPage)
    for field, text in ((page.own, PASSCODE), (page.passcode, "ใหม่5678"), (page.again, "ใหม่5678")):
        type_text(field, text)

    page.save_button.click()

    workspace.keys.unlock(workspace.user.user_id, "ใหม่5678")


def test_a_level_in_the_centres_words_and_back(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    page = show(screen, "hett", HettPage)
    page.choose("H1")
    shipped = page.levels[2].value()
    page.levels[2].setPlainText("")
    type_text(page.levels[2], "น้ำหนักน้อยกว่าเพื่อน")
    page.flush()
    frameworks = FrameworkService(workspace)
    worded = frameworks.framework().indicator("H1")
    assert worded.wording(2, "th") == "น้ำหนักน้อยกว่าเพื่อน"
    assert worded.wording(2, "en").startswith("Rather thin")

    page.levels[2].setPlainText("")
    page.flush()

    assert frameworks.framework().indicator("H1").wording(2, "th") == shipped


def test_a_dimension_has_the_centres_name_and_goes_back(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    screen.enter((HETT, DIMENSION))
    page = screen.page(HETT)
    assert isinstance(page, HettPage)
    assert QApplication.focusWidget() is page.name
    assert page.asked.isHidden()
    page.name.clear()
    type_text(page.name, "กายใจแข็งแรง")
    page.flush()
    frameworks = FrameworkService(workspace)
    assert frameworks.framework().dimension("H").th == "กายใจแข็งแรง"
    assert frameworks.framework().dimension("H").en == "Health"
    assert frameworks.own_dimensions() == {"H": ("กายใจแข็งแรง", "")}
    assert page.indicators.item(0).text() == "กายใจแข็งแรง"

    press(page.indicators, Qt.Key.Key_Down)
    assert not page.asked.isHidden()
    press(page.indicators, Qt.Key.Key_Up)
    page.name.clear()
    type_text(page.name, " ")
    page.flush()
    assert frameworks.framework().dimension("H").th == "สุขภาพ"


def test_an_indicator_is_not_asked(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "hett", HettPage)
    page.choose("H1")

    page.asked.click()

    assert FrameworkService(workspace).framework().indicator("H1").hidden
    assert "(ไม่ถาม)" in page.indicators.currentItem().text()


def test_a_word_of_a_list(screen: SettingsScreen, workspace: Workspace) -> None:
    page = show(screen, "words", WordsPage)
    page.list_wanted.emit("risk_flags")
    page.table.go_to("moved_house")
    page.thai.clear()
    type_text(page.thai, "ย้ายไปอยู่ที่อื่น")
    page.flush()
    type_text(page.new_word, "ติดเกม")
    page.add_button.click()

    kept = CentreService(workspace).vocabulary("risk_flags")
    assert kept.label("moved_house") == "ย้ายไปอยู่ที่อื่น"
    assert kept.label("moved_house", "en") == "Moved house"
    assert kept.find("ติดเกม") is not None


def test_a_backup_is_made_and_remembered(
    screen: SettingsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    add_learner(workspace)
    page = show(screen, "backup", BackupPage)
    assert "ยังไม่เคยสำรองจากเครื่องนี้" in words(page)

    page.backup_wanted.emit(tmp_path)

    [file] = tmp_path.glob("*.backup")
    assert "มีผู้เรียนรู้ 1 คน" in page.banner.text
    assert any(str(file) in text for text in words(page))


def test_the_own_folder_is_told_and_restoring_is_wished(
    screen: SettingsScreen, workspace: Workspace
) -> None:
    add_learner(workspace)
    page = show(screen, "backup", BackupPage)
    assert any("ยังไม่มีสำเนา" in text for text in words(page))
    wishes: list[bool] = []
    page.restore_wanted.connect(lambda: wishes.append(True))

    page.keep_button.click()
    page.restore_button.click()

    assert len(list((workspace.folder / "backups").glob("*.backup"))) == 1
    assert any("เก็บไว้ 1 สำเนา" in text for text in words(page))
    assert wishes == [True]


def test_the_check_says_that_all_is_whole(screen: SettingsScreen) -> None:
    page = show(screen, "backup", BackupPage)

    page.check_button.click()

    assert "ข้อมูลสมบูรณ์ดี" in page.banner.text


def test_the_look_holds_at_once(
    qtbot: QtBot, qapp: QApplication, screen: SettingsScreen, workspace: Workspace
) -> None:
    page = show(screen, "look", LookPage)

    page.scales.chips["115"].click()
    page.locks.chips["30"].click()
    page.languages.chips["en"].click()

    assert theme().scale == 115
    qtbot.waitUntil(lambda: page.heading.typed == "Screen and lock")
    kept = LookFile(workspace.folder).look
    assert (kept.scale, kept.lock_minutes, kept.language) == (115, 30, "en")


def test_every_page_opens(screen: SettingsScreen) -> None:
    for _name, turn in screen.tour():
        turn()

    assert screen.stack.count() == len(screen.tour())


def test_about_lists_all_that_the_copy_is_made_of(screen: SettingsScreen) -> None:
    page = show(screen, "about", AboutPage)
    text = "\n".join(words(page))
    for component in shipped.components():
        assert " · ".join(component) in text
    assert "CycloneDX" not in text
    page.show_components((Component("Lucide", "", "ISC"),), "/opt/a/sbom.cdx.json")
    text = "\n".join(words(page))
    assert "Lucide · ISC" in text
    assert "/opt/a/sbom.cdx.json" in text


def test_the_audit_log_is_read_filtered_and_says_when_it_was_altered(
    screen: SettingsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    first, second = add_learner(workspace, "กา"), add_learner(workspace, "ขา")
    PeopleService(workspace).private(first)
    PeopleService(workspace).save_private(second, {"health_note": "แพ้ถั่ว"})
    page = show(screen, "audit", AuditPage)
    rows = [(line.event, line.subject) for line in page.lines]
    assert rows == [("private_changed", "ขา"), ("private_seen", "กา")]
    assert "ครบถ้วน ไม่มีรายการถูกแก้หรือลบ (2 รายการ)" in words(page)

    page.what.set_value("private_seen")
    page.ask()
    assert [line.subject for line in page.lines] == ["กา"]
    page.what.set_value("*")
    type_text(page.search, "ขา")
    next(b for b in page.findChildren(QPushButton) if b.text() == "ขา").click()
    assert [line.event for line in page.lines] == ["private_changed"]

    page.export_wanted.emit(tmp_path / "audit.csv")
    text = (tmp_path / "audit.csv").read_text(encoding="utf-8-sig")
    assert "แก้ข้อมูลอ่อนไหว" in text
    assert "เปิดดูข้อมูลอ่อนไหว" not in text

    with workspace.write() as session:
        session.execute(update(AuditEntry).where(AuditEntry.number == 1).values(event="none"))
    screen.enter("audit")
    assert any("ตั้งแต่ลำดับที่ 1 " in text for text in words(page))


def test_under_the_menu_the_heading_is_said_once(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.choose("audit")
    page = screen.page("audit")
    assert page.heading.isVisible()
    screen.resize(700, 660)
    qtbot.waitUntil(screen.menu.isVisible)
    assert not page.heading.isVisible()
    assert not page.lead.isVisible()  # the table needs the room
    screen.choose("look")
    assert not screen.page("look").heading.isVisible()
    assert screen.page("look").lead.isVisible()
    screen.resize(1100, 660)
    qtbot.waitUntil(lambda: not screen.menu.isVisible())
    assert screen.page("look").heading.isVisible()
