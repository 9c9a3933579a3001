"""What the screens of partners have of their own: whom to ask there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.partners.page import PartnerPresenter, PartnerScreen
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import type_text


def test_somebody_new_becomes_the_one_to_ask(qtbot: QtBot, workspace: Workspace) -> None:
    services = Services(workspace)
    known = services.partners.add({"name": "โรงเรียน"})
    page = PartnerScreen(workspace.rights)
    page.setProperty("kept", PartnerPresenter(page, services, InlineJobRunner()))
    workspace.database.add_listener(lambda kinds: page.refresh(kinds))
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    page.enter(known)
    assert "ผู้ประสานงาน" in page.missing.typed

    page.contacts.new_button.click()
    given = page.contacts.person.field("given")
    given.setFocus()
    type_text(given, "คำแพง")
    page.contacts.person.save()

    (line,) = services.partners.get(known).contacts
    assert line.person.given == "คำแพง"
    assert [item.record_id for item in page.contacts.items] == [line.id]
    assert "ผู้ประสานงาน" not in page.missing.typed
