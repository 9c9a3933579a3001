"""What two people wrote at once, on the screen: side by side, decided, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.learners.service import LearnerService
from desktop.services.sync.conflicts import ConflictPart, ConflictRow, ConflictService
from desktop.ui.sync.conflicts import ConflictsPane
from desktop.ui.sync.conflicts_presenter import ConflictsPresenter
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.sync.words import SyncWords
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import add_learner, make_workspace, second_laptop
from tests.services.sync.test_store import exchange
from tests.ui.fakes import InlineJobRunner

RECORD = UUID(int=7)
WHEN = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)


def conflict(field: str, mine: object, theirs: object, **more: object) -> ConflictRow:
    row = ConflictRow(
        id=f"{field:0>16}", record=RECORD, kind="learner", learner=RECORD,
        learner_name="เด็กหญิงดาวเรือง ธารน้ำเงา", field=field, other_field=field, mine=mine,
        theirs=theirs, base=None, mine_shown=True, who="ครูมะลิ", my_who="ครูดาว", when=WHEN,
        my_when=WHEN, asked=True,
    )  # fmt: skip
    return replace(row, **more)  # type: ignore[arg-type]


def test_conflicts_are_decided_field_by_field(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    decided: list[dict[str, str]] = []
    counts: list[int] = []
    pane.decided.connect(decided.append)
    pane.counted.connect(counts.append)
    rows = [conflict("nickname", "ดาว", "เรือง"), conflict("status", "studying", "out_of_school")]

    pane.show_conflicts(rows)
    pane.pairs.choose(rows[0].id, "left")
    pane.pairs.choose(rows[1].id, "right")
    pane.pairs.accept_button.click()

    assert counts == [2]
    assert decided == [{rows[0].id: "mine", rows[1].id: "theirs"}]


def test_two_moves_stand_side_by_side_whole(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)

    def fact(name: str, mine: object, theirs: object, **names: str) -> ConflictPart:
        return ConflictPart(name, mine, theirs, None, kind="partner_move", **names)

    parts = (
        fact("move", "begin", "end"), fact("to_state", "active", "ended"),
        fact("done_on", "2026-11-03", "2026-11"), fact("number", "ตย 1/2569", None),
        fact("by_id", b"1" * 16, None, mine_name="นายประยูร ใจดี"),
        fact("reason", None, "ย้ายไปแล้ว"),
    )  # fmt: skip
    row = conflict(
        "last_move_id", b"1" * 16, b"2" * 16, kind="partner", learner=None, learner_name="",
        about="วัดห้วยปูลิง", parts=parts,
    )  # fmt: skip

    pane.show_conflicts([row])

    item = pane.records.item(0)
    assert item is not None
    assert item.text() == "วัดห้วยปูลิง\nความเคลื่อนไหวล่าสุด"
    pair = pane._pair(row)
    assert (pair.left, pair.right) == (
        "ทำอะไร: เริ่มทำงานร่วมกัน\nเป็นสถานะ: ทำงานร่วมกัน\nวันที่เกิดขึ้น: 3 พ.ย. 2569\n"
        "เลขที่: ตย 1/2569\nผู้ดำเนินการ: นายประยูร ใจดี",
        "ทำอะไร: เลิกการร่วมงาน\nเป็นสถานะ: เลิกร่วมงาน\nวันที่เกิดขึ้น: พ.ย. 2569\nเหตุผล: ย้ายไปแล้ว",
    )


def test_conflicts_are_decided_all_at_once(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    decided: list[dict[str, str]] = []
    pane.decided.connect(decided.append)
    rows = [conflict("nickname", "ดาว", "เรือง"), conflict("surname", "ก", "ข", record=UUID(int=8))]

    pane.show_conflicts(rows)
    assert pane.records.count() == 2
    pane.all_theirs.click()
    pane.show_conflicts([])

    assert decided == [{row.id: "theirs" for row in rows}]
    assert pane.states.currentWidget() is pane.states.empty


def test_values_in_conflict_are_words(qtbot: QtBot, switch: LanguageSwitch) -> None:
    words = SyncWords()

    assert words.value("learner", "birth", "2015-06") == "มิ.ย. 2558"
    assert words.value("learner", "status", "studying") != "studying"
    assert words.value("learner", "deleted", True) == "เอาออกจากรายการ"
    switch.choose(Language.ENGLISH)
    assert words.value("learner", "deleted", True) == "Removed from the list"


def test_a_fact_of_several_fields_is_one_line_and_one_answer(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    decided: list[dict[str, str]] = []
    pane.decided.connect(decided.append)
    birth = conflict(
        "birth", "2011-05", "2012",
        parts=(
            ConflictPart("birth", "2011-05", "2012", "2011"),
            ConflictPart("birth_text", "เดือนหก ปีเถาะ", "2555", "2554"),
        ),
    )  # fmt: skip
    village = conflict(
        "village_id", b"1" * 16, b"2" * 16, record=UUID(int=8),
        parts=(ConflictPart("village_id", b"1" * 16, b"2" * 16, None, "3 แม่สวด", "5 ห้วยงู"),),
    )  # fmt: skip

    pane.show_conflicts([birth, village])

    assert pane.records.count() == 2
    answers = [button.accessibleName() for button in pane.pairs.findChildren(QRadioButton)]
    assert answers[0].endswith("พ.ค. 2554 · เดือนหก ปีเถาะ")
    assert answers[1].endswith("พ.ศ. 2555")
    pane.records.setCurrentRow(1)
    pane.pairs.choose(village.id, "right")
    pane.pairs.accept_button.click()
    assert decided == [{village.id: "theirs"}]


def test_each_view_counts_what_it_lists_and_a_decision_is_taken_back(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    counts: list[int] = []
    again: list[list[str]] = []
    pane.counted.connect(counts.append)
    pane.reopen_wanted.connect(again.append)
    open_rows = [
        conflict("surname", "ก", "ข"),
        conflict("note", "ค", "ง", asked=False, record=UUID(int=8)),
    ]
    settled = conflict("phone", "1", "2", decided="mine", decided_by="ครูดาว", record=UUID(int=9))

    pane.show_conflicts(open_rows, [settled])

    assert counts == [1]
    assert [pane.views.chip(view).text() for view in ("asked", "listed", "settled")] == [
        "ต้องเลือก (1)", "โปรแกรมเลือกให้แล้ว (1)", "เลือกแล้ว (1)",
    ]  # fmt: skip
    for view in ("asked", "listed", "settled"):
        pane.views.chip(view).click()
        assert pane.records.count() == 1
    assert not pane.pairs.accept_button.isVisibleTo(pane)
    pane.reopen_button.click()
    assert again == [[settled.id]]
    pane.show_conflicts([], [])
    assert pane.states.currentWidget() is pane.states.empty


def test_sensitive_values_in_conflict_are_left_to_others(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    decided: list[dict[str, str]] = []
    pane.decided.connect(decided.append)

    pane.show_conflicts([conflict("health_note", None, None, masked=True)])

    assert not pane.pairs.isVisibleTo(pane)
    assert not pane.all_mine.isVisibleTo(pane)


def test_who_may_not_decide_only_looks(qtbot: QtBot) -> None:
    pane = ConflictsPane()
    qtbot.addWidget(pane)
    pane.allow(decide=False)

    pane.show_conflicts([conflict("surname", "ก", "ข")], [conflict("phone", "1", "2")])

    assert not pane.pairs.accept_button.isVisibleTo(pane)
    assert not pane.all_mine.isVisibleTo(pane)
    pane.views.chip("settled").click()
    assert not pane.reopen_button.isVisibleTo(pane)


def test_a_decision_is_undone_from_the_banner(qtbot: QtBot, tmp_path: Path) -> None:
    here = make_workspace(tmp_path / "here")
    there = second_laptop(tmp_path / "there", here)
    learner = add_learner(here, surname="เดิม")
    exchange(here, there)
    LearnerService(here).edit(learner, {"surname": "ใจงาม"})
    LearnerService(there).edit(learner, {"surname": "ใจดี"})
    exchange(here, there)
    screen = SyncScreen()
    qtbot.addWidget(screen)
    keeper = ConflictsPresenter(screen, Services(here), InlineJobRunner())
    undos: list[Callable[[], None]] = []
    screen.undo_offered.connect(lambda _text, undo: undos.append(undo))
    screen.entered.emit()
    screen.conflicts.pairs.choose_all("left")
    screen.conflicts.pairs.accept_button.click()
    assert screen.conflicts.states.currentWidget() is screen.conflicts.states.empty

    undos[0]()

    assert screen.conflicts.records.count() == 1
    assert screen.tabs.tabText(1) == "ข้อมูลไม่ตรงกัน (1)"
    exchange(here, there)
    assert len(ConflictService(there).open()) == 1
    here.close()
    there.close()
    assert keeper is not None
