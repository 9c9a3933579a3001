"""The page of the hours of urgent cases."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.settings.urgent_hours_page import UrgentHoursPage
from tests.ui.typing import press, type_text


def test_hours_are_chosen_by_kind_and_step(workspace: Workspace, screen: SettingsScreen) -> None:
    hours = Services(workspace).urgent_hours
    hours.set("harmed", "answer", 5)
    screen.enter("urgent_hours")
    page = screen.page("urgent_hours")
    assert isinstance(page, UrgentHoursPage)
    assert page.first_focus() is page.fields["harmed", "answer"]
    # A number that is not listed is shown as it is.
    assert page.fields["harmed", "answer"].value() == "5"
    field = page.fields["at_risk", "answer"]
    place = next(n for n in range(field.count()) if "6 " in field.itemText(n))
    field.setCurrentIndex(place)
    field.activated.emit(place)
    assert hours.all()["at_risk"] == {"answer": 6, "hand_on": 24}


def test_whom_one_tells_at_each_step_is_stored_as_it_is_chosen(
    workspace: Workspace, screen: SettingsScreen
) -> None:
    services = Services(workspace)
    agency = services.partners.add({"name": "อบต.ตัวอย่าง"})
    screen.enter("urgent_hours")
    page = screen.page("urgent_hours")
    assert isinstance(page, UrgentHoursPage)
    field = page.partners["tambon"]
    field.setCurrentIndex(1)
    field.activated.emit(1)
    type_text(page.phones["tambon"], "053111222")
    page.flush()
    first = services.urgent_chain.steps()[0]
    assert (first.partner_id, first.whom, first.phone) == (agency, "อบต.ตัวอย่าง", "053111222")


def test_somebody_may_be_told_at_a_step_and_is_found_by_name(
    workspace: Workspace, screen: SettingsScreen
) -> None:
    services = Services(workspace)
    known = services.persons.add({"given": "ศรีวรรณ", "phone": "0800000207"})
    screen.enter("urgent_hours")
    page = screen.page("urgent_hours")
    assert isinstance(page, UrgentHoursPage)
    field = page.persons["tambon"]
    type_text(field.search.box, "ศรีวรรณ")
    press(field.search.box, Qt.Key.Key_Return)
    first = services.urgent_chain.steps()[0]
    assert (first.person_id, first.whom, first.phone) == (known, "ศรีวรรณ", "0800000207")
    assert "ศรีวรรณ" in field.name.typed
    field.other_button.click()
    assert services.urgent_chain.steps()[0].person_id is None
