"""What services tell by a code of their own is said in both languages, every code of it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import get_args

import pytest

from desktop import wording
from desktop.exchange.duplicates import Agreement
from desktop.models.hett import Rating
from desktop.models.plan import Goal, Plan, PlanPrint, Review
from desktop.models.text import normalise
from desktop.services.calendars.records import CLASH_REASONS
from desktop.services.consent.service import Following
from desktop.services.evidence.records import Gap
from desktop.services.keeping.checking import FindingCode
from desktop.services.learners.records import Missing
from desktop.services.matches.records import Warning_, Why
from desktop.services.persons_rights.erasing_places import Place
from desktop.services.persons_rights.retention import KINDS
from desktop.services.plans.records import PlanMissing
from desktop.services.record_words import RecordWords
from desktop.services.rosters.plans import Outcome
from desktop.services.sync.conversations import Way
from desktop.services.workspace import Workspace
from resources.words import codes, errors, names
from tests.test_error_words import FOUND, PROTOCOL

LANGUAGES = ("th", "en")
_LISTS = {
    "agreement": set(get_args(Agreement)),
    "clash": {"with", *CLASH_REASONS},
    "conflict_decided": {"mine", "theirs", "other"},
    "consequence": set(get_args(Following)),
    "erasing_place": {*get_args(Place), "device_shut_out"},
    "evidence_gap": set(get_args(Gap)),
    "finding": set(get_args(FindingCode)),
    "import_outcome": set(get_args(Outcome)),
    "match_warning": set(get_args(Warning_)),
    "match_why": set(get_args(Why)),
    "missing": set(get_args(Missing)),
    "paper_language": {"th", "en"},
    "plan_missing": set(get_args(PlanMissing)),
    "retention_part": set(KINDS),
    "session_outcome": {
        "cancelled", "done", "failed", "mass_deletion", "offline", "visited", "written",
    },
    "session_way": set(get_args(Way)),
    "set_aside": {
        "bad_text", "kind_changed", "too_large", "too_long", "too_many_writes", "wrong_type",
    },
}  # fmt: skip


def _book() -> dict[str, dict[str, list[str]]]:
    text = files("resources").joinpath("words", "codes.json").read_text("utf-8")
    found: dict[str, dict[str, list[str]]] = json.loads(text)
    return found


def test_each_list_says_every_code_of_its_service_and_no_other() -> None:
    assert set(_book()) == set(_LISTS)
    for name, wanted in _LISTS.items():
        assert codes.codes_of(name) == wanted, name


def test_words_are_whole_in_thai_and_plain_in_english() -> None:
    for name, listed in _book().items():
        for code, (thai, english) in listed.items():
            assert normalise(thai) == thai.strip() == thai != "", (name, code)
            assert english.strip() == english != "", (name, code)
            assert english.isascii(), (name, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_filled_and_nothing_has_words_of_its_own(language: str) -> None:
    some = codes.said("consequence", "actions_to_settle", language, count=2, names="สอนทำขนม")
    none = codes.said("consequence", "actions_to_settle", language, count=0, names="")

    assert "2" in some
    assert "สอนทำขนม" in some
    assert "{" not in some + none
    assert none != some
    told = codes.said("finding", "of_tomorrow", language)
    assert told == names.of_newer("of_tomorrow", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_a_conversation_ended_is_always_said(language: str) -> None:
    refused = {each.code for each in FOUND.made if each.cls in ("Rejected", "SyncError")}
    at_laptops = {code for code in refused if errors.sentence(f"hub_{code}", {}, language)}

    for code in _LISTS["session_outcome"] | set(PROTOCOL.values()) | at_laptops:
        said = wording.outcome(code, language)
        assert said != names.of_newer(code, language), code
        assert "{" not in said, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_change_was_set_aside_names_the_field(language: str) -> None:
    said = wording.set_aside("learner", "wrong_type:birth", language)

    assert names.field_name("learner", "birth", language) in said
    assert "wrong_type" not in said
    assert "{" not in wording.set_aside("learner", "too_large", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_packed_is_told_in_words(workspace: Workspace, language: str) -> None:
    with workspace.write() as session:
        plan = Plan(learner_id=workspace.user.user_id, version=1, status="active")
        session.add(plan)
        session.flush()
        goal = Goal(plan_id=plan.id, text="อ่านป้ายได้", position=1)
        session.add(goal)
        session.flush()
        words = RecordWords(session, language)
        results = {str(goal.id): {"state": "achieved", "result": "อ่านได้แล้ว"}}

        said = words.value(Review.kind, "goal_results", results)
        former = words.value("learner", "former_names", [{"name": "ดาว", "until": "2026-05-01"}])
        paper = words.value(PlanPrint.kind, "language", "en")
        unknown = words.value(Rating.kind, "indicator", "X9")

    assert "อ่านป้ายได้" in said
    assert "อ่านได้แล้ว" in said
    assert str(goal.id) not in said
    assert "achieved" not in said
    assert "until" not in former
    assert paper == codes.said("paper_language", "en", language)
    assert unknown == names.of_newer("X9", language)
