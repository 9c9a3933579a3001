"""Drafts, settings, the centre with its villages and words, and its users."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import UserError
from desktop.services.centre import CentreService
from desktop.services.drafts import DraftService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.settings import SettingService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, add_learner, open_workspace


def test_a_draft_is_kept_for_its_user_until_it_is_discarded(workspace: Workspace) -> None:
    UserService(workspace).add("ครูสอง", "facilitator", "second", PASSCODE)
    drafts = DraftService(workspace)
    drafts.save("learner", "", {"given": "หน่อ"})
    drafts.save("learner", "", {"given": "หน่อแอริ"})
    drafts.save("contact", "1", {"text": "ยัง"})

    second = open_workspace(workspace.folder, "second")
    try:
        assert DraftService(second).list() == ()
    finally:
        second.close()
    kept = drafts.load("learner")
    assert kept is not None
    assert kept.content == {"given": "หน่อแอริ"}
    assert [draft.form for draft in drafts.list()] == ["contact", "learner"]
    drafts.discard("learner")
    drafts.discard("learner")
    assert drafts.load("learner") is None


def test_settings_are_the_users_before_the_laptops(workspace: Workspace) -> None:
    settings = SettingService(workspace)
    settings.set("language", "th", laptop=True)
    assert settings.get("language", "en") == "th"
    settings.set("language", "en")

    assert settings.get("language") == "en"
    assert settings.get("language", laptop=True) == "th"
    settings.set("language", None)
    assert settings.get("language") == "th"
    assert settings.get("size", 100) == 100


def test_filters_come_back_as_they_were(workspace: Workspace) -> None:
    settings, learner_id = SettingService(workspace), add_learner(workspace)
    query = LearnerQuery(
        search="ดาว", villages=("3", ""), risk=True, review_before=date(2026, 12, 1),
        facilitator=learner_id, ids=(learner_id,), sort="village", descending=True,
    )  # fmt: skip
    settings.save_filter(" ของฉัน ", query)
    settings.save_filter("อื่น", LearnerQuery())
    settings.save_filter("อื่น", LearnerQuery(plan="none"))

    filters = {each.name: each.query for each in settings.filters()}

    assert filters == {"ของฉัน": query, "อื่น": LearnerQuery(plan="none")}
    settings.remove_filter("อื่น")
    assert [each.name for each in settings.filters()] == ["ของฉัน"]
    with pytest.raises(UserError, match="name_missing"):
        settings.save_filter(" ", query)


def test_villages_are_listed_by_number_with_their_people(workspace: Workspace) -> None:
    centre = CentreService(workspace)
    learner_id = add_learner(workspace, village="10")
    village = centre.save_village("หมู่ ๒", {"name": "นาดอย", "flood_months": [7, 8]})
    hamlet = centre.add_hamlet(village, {"name": "สบแม่แพ"})

    lines = centre.villages()

    assert [(line.moo, line.name, line.learners) for line in lines] == [
        ("2", "นาดอย", 0), ("10", "", 1),
    ]  # fmt: skip
    assert [each.id for each in lines[0].hamlets] == [hamlet]
    with pytest.raises(UserError, match="village_has_people"):
        centre.hide_village(lines[1].id)
    with pytest.raises(UserError, match="moo_taken"):
        centre.renumber_village(lines[1].id, "2")
    centre.renumber_village(lines[1].id, "11")
    assert LearnerService(workspace).get(learner_id).row.village == "11"
    centre.edit_hamlet(hamlet, {"name": "สบแพ"})
    centre.hide_hamlet(hamlet)
    centre.hide_village(village)
    assert [line.moo for line in centre.villages()] == ["11"]


def test_the_centre_can_be_described(workspace: Workspace) -> None:
    centre = CentreService(workspace)
    centre.save({"organisation": "อบต.ตัวอย่าง", "letterhead": {"contact": "0999"}})

    shown = centre.get()

    assert shown is not None
    assert shown.values["organisation"] == "อบต.ตัวอย่าง"
    with pytest.raises(UserError, match="field_missing"):
        centre.save({"name": " "})
    with pytest.raises(UserError, match="tambon_unknown"):
        centre.save({"tambon": "999999"})


def test_the_centres_own_words_are_used_everywhere(workspace: Workspace) -> None:
    centre, learner_id = CentreService(workspace), add_learner(workspace)
    own = centre.add_term("risk_flags", "ติดเกม", "Gaming")
    centre.set_term("risk_flags", "moved_house", th="ย้ายถิ่น", hidden=True)

    PeopleService(workspace).raise_risk(learner_id, "ติดเกม")

    words = centre.vocabulary("risk_flags")
    assert words.label(own) == "ติดเกม"
    assert words.label("moved_house") == "ย้ายถิ่น"
    assert "moved_house" not in {term.code for term in words.shown}
    assert LearnerService(workspace).get(learner_id).row.risks == (own,)
    with pytest.raises(UserError, match="term_exists"):
        centre.add_term("risk_flags", "ติดเกม")
    with pytest.raises(UserError, match="unknown_code"):
        centre.set_term("risk_flags", "never", th="ก")


def test_a_new_user_signs_in_with_a_passcode_of_their_own(workspace: Workspace) -> None:
    users = UserService(workspace)
    second = users.add("ครูสอง", "facilitator", "second", PASSCODE)

    opened = open_workspace(workspace.folder, "second")
    try:
        assert (opened.user.user_id, opened.user.role) == (second, "facilitator")
        with pytest.raises(UserError, match="not_allowed"):
            UserService(opened).add("ครูสาม", "viewer", "third", "second")
        UserService(opened).change_passcode("second", "ใหม่กว่า")
    finally:
        opened.close()
    open_workspace(workspace.folder, "ใหม่กว่า").close()
    with pytest.raises(UserError, match="wrong_passcode"):
        open_workspace(workspace.folder, "second")


@pytest.mark.parametrize(
    ("name", "role", "passcode", "own", "code"),
    [
        (" ", "viewer", "abcdwxyz", PASSCODE, "name_missing"),
        ("ครูทดสอบ", "viewer", "abcdwxyz", PASSCODE, "name_taken"),
        ("ครู", "king", "abcdwxyz", PASSCODE, "unknown_code"),
        ("ครู", "viewer", "abcde", PASSCODE, "passcode_too_short"),
        ("ครู", "viewer", "abcdwxyz", "wrong", "wrong_passcode"),
    ],
)
def test_a_user_that_cannot_be_added_is_refused(
    workspace: Workspace, name: str, role: str, passcode: str, own: str, code: str
) -> None:
    users = UserService(workspace)

    with pytest.raises(UserError) as refused:
        users.add(name, role, passcode, own)

    assert refused.value.code == code
    assert len(users.list()) == len(workspace.keys.names()) == 1


def test_who_leaves_signs_in_no_longer(workspace: Workspace) -> None:
    users = UserService(workspace)
    second = users.add("ครูสอง", "administrator", "second", PASSCODE)
    with pytest.raises(UserError, match="not_yourself"):
        users.deactivate(workspace.user.user_id)

    users.deactivate(second)

    with pytest.raises(UserError, match="wrong_passcode"):
        open_workspace(workspace.folder, "second")
    with pytest.raises(UserError, match="last_administrator"):
        users.edit(workspace.user.user_id, {"role": "viewer"})
    with pytest.raises(UserError, match="user_inactive"):
        users.let_sign_in(second, "once again", PASSCODE)
    users.activate(second)
    users.let_sign_in(second, "once again", PASSCODE)
    open_workspace(workspace.folder, "once again").close()
