"""The page of forms for telephones: a form is made, answers are looked at, then taken in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui import file_asking
from desktop.ui.settings.field_forms_page import FieldFormsPage
from desktop.ui.settings.screen import SettingsScreen
from tests.factories import add_learner


def opened(screen: SettingsScreen) -> FieldFormsPage:
    screen.enter("field_forms")
    page = screen.page("field_forms")
    assert isinstance(page, FieldFormsPage)
    return page


def test_a_form_is_written_where_it_was_said_and_its_place_is_offered(
    screen: SettingsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, wrote = opened(screen), []
    page.wrote.connect(lambda text, path: wrote.append((text, path)))
    for what in ("hett", "visit"):
        path = tmp_path / f"{what}.xlsx"
        monkeypatch.setattr(file_asking, "ask_save", lambda *_asked, path=path: path)
        page.form_buttons[what].click()
        assert path.exists()
        assert wrote[-1][1] == path
        assert "รุ่น" in wrote[-1][0]


def test_answers_are_looked_at_before_they_are_stored_and_can_be_taken_back(
    qtbot: QtBot,
    workspace: Workspace,
    screen: SettingsScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services, page = Services(workspace), opened(screen)
    learner = add_learner(workspace, "ดาวเรือง")
    code = services.lists.rows([learner])[0].code
    path = tmp_path / "answers.csv"
    path.write_text(
        "learner_code,on,contact_kind,text,KEY\n"
        f"{code},2026-01-05,home_visit,ยายปวดเข่า,uuid:1\n"
        "ไม่มี,2026-01-05,home_visit,ใคร,uuid:2\n",
        encoding="utf-8",
    )
    offered = []
    page.undo_offered.connect(lambda _text, undo: offered.append(undo))
    monkeypatch.setattr(file_asking, "ask_open", lambda *_asked: path)
    assert page.take_button.isHidden()
    page.choose_button.click()
    assert page.counted.typed == "ใหม่ 1 คำตอบ · ไม่เก็บ 1 คำตอบ"
    model = page.table.model
    said = [[str(model.index(row, at).data()) for at in range(4)] for row in range(2)]
    assert said[0] == ["2", "ดาวเรือง", "5 ม.ค. 2569", "บันทึกการพบใหม่"]
    assert "ไม่พบผู้เรียนรู้" in said[1][3]
    assert services.contacts.of(learner) == ()

    page.take_button.click()
    assert len(services.contacts.of(learner)) == 1
    assert page.table.isHidden()
    page.choose_button.click()
    assert "เคยนำเข้าแล้ว" in str(model.index(0, 3).data())
    assert page.take_button.isHidden()
    offered[-1]()
    assert services.contacts.of(learner) == ()

    path.write_text("ชื่อ\nดาวเรือง\n", encoding="utf-8")
    page.choose_button.click()
    assert "answers.csv" in page.banner.text
    assert page.counted.isHidden()
