"""The table of rights: every public method of every service, as each of the four roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import StorageError, UserError
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.rights import Right
from desktop.services.roles import RIGHTS, rights_of
from desktop.services.rosters.workbooks import EXPORTS
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from sync.errors import SyncError
from tests.factories import add_learner
from tests.services.rights_examples import ROOMS, SAYS, build, examples
from tests.services.rights_world import (
    CANARY,
    ROLES,
    SENSITIVE_CODES,
    Later,
    Place,
    mark,
    methods,
    opened,
    room_of,
    services,
)

DOCS = Path(__file__).parent.parent.parent / "docs" / "rights.md"
METHODS = methods()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The centre's folder, closed, and its records."""
    folder = tmp_path_factory.mktemp("rights") / "centre"
    return folder, build(folder)


@pytest.fixture(params=ROLES)
def place(
    request: pytest.FixtureRequest, template: tuple[Path, dict[str, Any]], tmp_path: Path
) -> Iterator[Place]:
    """The centre as one of the four roles has it."""
    folder, ids = template
    role = request.param
    with opened(folder, tmp_path / "centre", role, ids["users"][role], ids) as made:
        yield made


def test_every_public_method_of_every_service_carries_a_mark() -> None:
    assert [name for name, method in METHODS.items() if mark(method) == ""] == []
    assert len(METHODS) > 150


# What needs no right: told before anybody is signed in, the program's own upkeep, words that
# concern nobody, and the inside of an erasure (which takes a session that may erase).
OPEN = {
    "AuditService.anchor", "BackupService.due", "BackupService.holding", "BackupService.keep",
    "BackupService.kept", "CentreService.own_words", "CentreService.vocabulary",
    "CheckService.notices", "CheckService.notices_read", "CheckService.quick",
    "CheckService.weekly", "CheckService.weekly_due", "ErasureService.destroy",
    "ErasureService.leave_nothing_behind",
    "ErasureService.finish", "ErasureService.settle",
    "ErasureService.settle_at_start", "FrameworkService.framework",
    "HettService.framework", "NearService.port", "NearService.stop", "PlanService.templates",
    "SettingService.get", "SyncService.close", "SyncService.status",
}  # fmt: skip
_INSIDE = {name for name in OPEN if name.startswith("ErasureService.") and "settle" not in name}


def test_what_needs_no_right_is_written_down() -> None:
    assert {name for name, method in METHODS.items() if mark(method) is None} <= OPEN


def test_the_page_on_rights_says_what_the_code_does() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    told = {
        code: tuple(cell.strip() == "✓" for cell in cells.split("|")[-4:]) for code, cells in rows
    }
    order = ("facilitator", "officer", "administrator", "viewer")
    assert told == {right.value: tuple(right in RIGHTS[role] for role in order) for right in Right}


def test_what_a_role_may_not_is_refused_and_changes_nothing(place: Place) -> None:
    role = place.workspace.user.role
    before = place.state()
    refused = 0
    for name, method in METHODS.items():
        right = mark(method)
        if right in (None, "") or right in RIGHTS[role]:
            continue
        service, _, each = name.partition(".")
        with pytest.raises(UserError) as caught:
            getattr(place.service(service), each)()
        assert (caught.value.code, caught.value.values) == ("not_allowed", {"what": right.value})
        refused += 1
    assert place.state() == before
    assert refused or role == "administrator"


def test_what_a_role_may_is_never_refused_and_tells_no_secret(place: Place) -> None:
    role = place.workspace.user.role
    sighted = Right.SENSITIVE in RIGHTS[role]
    calls = examples(place)
    assert sorted(set(METHODS) - set(calls) - _INSIDE) == [], "an example is missing"
    said: dict[str, str] = {}
    met: set[str] = set()
    for name, (written, values) in calls.items():
        right = mark(METHODS[name])
        if right and right not in RIGHTS[role]:
            continue
        args = [each.find(place) if isinstance(each, Later) else each for each in written]
        service, _, each = name.partition(".")
        made = place.service(service)
        try:
            found = getattr(made, each)
            answer = found(*args, **values) if callable(found) else found
        except (UserError, StorageError, SyncError) as error:
            code = getattr(error, "code", type(error).__name__)
            assert code != "not_allowed", name
            said[name] = code
            continue
        finally:
            if service == "NearService":
                made.stop()
        place.answers[name] = answer
        text = repr(answer)
        met |= {each for each in (CANARY, *SENSITIVE_CODES) if _says(text, each)}
        if not sighted:
            told = [each for each in (CANARY, *SENSITIVE_CODES) if _says(text, each)]
            assert told == [] or name in _LISTS_OF_WORDS, (name, told)
    if role == "administrator":
        unexpected = {n: c for n, c in said.items() if c not in SAYS.get(n, set())}
        assert unexpected == {}
        # The bait is real: whoever may see does meet it.
        assert CANARY in met
        assert {"TG05", "LR24", "new_parent", "H8", "medical"} <= met


def test_an_example_stands_in_the_room_of_its_service(
    template: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, ids = template
    rooms = {name: room_of(cls) for name, cls in services().items()}
    with opened(
        folder, tmp_path / "c", "administrator", ids["users"]["administrator"], ids
    ) as made:
        stray = [
            (room, name)
            for room, module in ROOMS.items()
            for stage in ("reading", "changing", "destroying")
            if hasattr(module, stage)
            for name in getattr(module, stage)(made)
            if name not in METHODS or rooms[name.partition(".")[0]] != room
        ]
    assert stray == []
    assert set(SAYS) <= set(METHODS)


# What answers with the words of a whole list says no more of anybody than a dictionary does.
_LISTS_OF_WORDS = frozenset(
    {
        "CentreService.own_words",
        "CentreService.vocabulary",
        "HettService.framework",
        "FrameworkService.framework",
    }
)


def _says(text: str, word: str) -> bool:
    return word in text if word == CANARY else f"'{word}'" in text


def test_files_of_an_officer_hold_nothing_sensitive(
    template: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, ids = template
    with opened(folder, tmp_path / "c", "officer", ids["users"]["officer"], ids) as made:
        for what in EXPORTS:
            path = made.file(f"{what}.csv")
            made.service("ExportService").export(what, path)
            assert CANARY not in path.read_text(encoding="utf-8-sig")
        with pytest.raises(UserError, match="not_allowed"):
            made.service("ExportService").export("learners", made.file("b.csv"), sensitive=True)
        assert not made.file("b.csv").exists()


def test_an_officer_who_sets_groups_takes_none_away_unseen(
    template: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, ids = template
    with opened(folder, tmp_path / "c", "officer", ids["users"]["officer"], ids) as made:
        learners = LearnerService(made.workspace)
        learners.set_groups(ids["learner"], ["TG02"])
        learners.set_reasons(ids["learner"], ["LR09"], "LR09")
        made.workspace.user = replace(made.workspace.user, role="administrator")
        detail = learners.get(ids["learner"])
        assert {entry.text("code") for entry in detail.groups} == {"TG02", "TG05"}
        assert {entry.text("code") for entry in detail.reasons} == {"LR09", "LR24"}


def test_a_role_changed_meanwhile_counts_at_once(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    PeopleService(workspace).private(learner_id)
    me = workspace.user.user_id
    from desktop.models.program import User

    # As a sync does it: not in this person's name.
    with workspace.database.write() as session:
        session.get_one(User, me).role = "viewer"
    with pytest.raises(UserError, match="not_allowed"):
        PeopleService(workspace).private(learner_id)
    with pytest.raises(UserError, match="not_allowed"):
        UserService(workspace).edit(me, {"role": "administrator"})
    with workspace.database.write() as session:
        session.get_one(User, me).active = False
    with pytest.raises(UserError, match="not_allowed"):
        LearnerService(workspace).get(learner_id)


def test_an_officer_may_be_given_the_sensitive_part() -> None:
    given = rights_of("officer", sees_sensitive=True)
    assert given - rights_of("officer") == {Right.SENSITIVE, Right.PRINT_SENSITIVE}
    assert rights_of("viewer", sees_sensitive=True) == rights_of("viewer")
    assert rights_of("of a newer version") == frozenset()
