"""The sample centre as plain records, moved so that it always looks as if it were today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files
from typing import Any, Final

from desktop.models import framework
from desktop.models.base import synced_classes, to_milliseconds
from desktop.models.fields import FieldType, fields_of
from resources.clock import THAILAND

_CHILDREN: Final = {
    "codes": "learner_code",
    "carers": "carer",
    "education": "education",
    "groups": "learner_group",
    "reasons": "leaving_reason",
    "risks": "risk_flag",
    "consents": "consent",
    "contacts": "contact",
}


@dataclass(frozen=True, slots=True)
class SampleRecord:
    """One record: `kind` and `fields` are named as in the models.

    `key` is unique within the sample; a field of an id holds the key of a record that came
    before, or None; a field of links holds keys. The moves of a thing come in their order.
    """

    kind: str
    key: str
    fields: Mapping[str, Any]


def sample_records(today: date) -> Iterator[SampleRecord]:
    """Every record of the sample centre, parents before children, with dates moved to `today`.

    Ages stay as they were written: a birth of which only the year is known moves by whole years,
    one without its day by whole months.
    """
    data = _read()
    days = (today - date.fromisoformat(data["today"])).days
    for record in _records(data):
        yield SampleRecord(record.kind, record.key, _moved(record.fields, days))


@cache
def _read() -> dict[str, Any]:
    text = files("resources").joinpath("sample", "centre.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def _records(data: Mapping[str, Any]) -> Iterator[SampleRecord]:
    yield _record("centre", data["centre"])
    for user in data["users"]:
        yield _record("user", user)
    for village in data["villages"]:
        yield _record("village", village, without={"hamlets"})
        for hamlet in village["hamlets"]:
            yield _record("hamlet", hamlet, village_id=village["key"])
    for household in data["households"]:
        yield _record("household", household)
    for learner in data["learners"]:
        yield from _learner_records(learner)
    for person in data["persons"]:
        yield _record("person", person)
    for kind, records in _subjects():
        for record in records:
            yield from _subject_records(kind, record)


def _subjects() -> list[tuple[str, list[dict[str, Any]]]]:
    """The kinds that have a file of their own, each behind those that its records link to."""
    folder = files("resources").joinpath("sample", "subjects")
    found = {
        each.name.removesuffix(".json"): json.loads(each.read_text(encoding="utf-8"))
        for each in folder.iterdir()
        if each.name.endswith(".json")
    }
    links = {
        kind: {each.link for each in fields_of(synced_classes()[kind]).values()} & found.keys()
        for kind in sorted(found)
    }
    order = TopologicalSorter({kind: behind - {kind} for kind, behind in links.items()})
    return [(kind, found[kind]) for kind in order.static_order()]


def _subject_records(kind: str, record: Mapping[str, Any]) -> Iterator[SampleRecord]:
    """One record and what belongs to it, which stands in it under its own kind."""
    key, classes = f"{kind}/{record['key']}", synced_classes()
    below = {name for name in record if name in classes} - fields_of(classes[kind]).keys()
    fields = {name: value for name, value in record.items() if name not in {"key", *below}}
    yield SampleRecord(kind, key, fields)
    for child in sorted(below):
        fields_below = fields_of(classes[child]).items()
        owner = next(name for name, each in fields_below if each.owner and each.link == kind)
        for number, more in enumerate(record[child], 1):
            yield SampleRecord(child, f"{key}/{child}/{number}", {owner: key, **more})


def _learner_records(learner: Mapping[str, Any]) -> Iterator[SampleRecord]:
    key = learner["key"]
    below = {*_CHILDREN, "private", "assessments", "plans"}
    yield _record("learner", learner, without=below)
    private = {"learner_id": key, **learner["private"]}
    yield SampleRecord("learner_private", f"{key}/private", private)
    for name, kind in _CHILDREN.items():
        for number, child in enumerate(learner[name], 1):
            yield SampleRecord(kind, f"{key}/{name}/{number}", {"learner_id": key, **child})
    for number, assessment in enumerate(learner["assessments"], 1):
        assessment_key = f"{key}/assessment/{number}"
        fields = {name: value for name, value in assessment.items() if name != "ratings"}
        yield SampleRecord("assessment", assessment_key, {"learner_id": key, **fields})
        parents = {"assessment_id": assessment_key, "learner_id": key}
        for code, rating in assessment["ratings"].items():
            fields = {**parents, "indicator": code, "state": "rated", **rating}
            yield SampleRecord("rating", f"{assessment_key}/{code}", fields)
    for number, plan in enumerate(learner["plans"], 1):
        last = f"{key}/assessment/{len(learner['assessments'])}"
        yield from _plan_records(plan, f"{key}/plan/{number}", key, last)


def _plan_records(
    plan: Mapping[str, Any], key: str, learner: str, assessment: str
) -> Iterator[SampleRecord]:
    below = ("goals", "reviews", "signatures")
    fields = {name: value for name, value in plan.items() if name not in below}
    parents = {"learner_id": learner, "assessment_id": assessment}
    yield SampleRecord("plan", key, {**parents, **fields})
    for number, goal in enumerate(plan["goals"], 1):
        goal_key = f"{key}/goal/{number}"
        fields = {name: value for name, value in goal.items() if name != "actions"}
        yield SampleRecord("goal", goal_key, {"plan_id": key, **fields})
        for place, action in enumerate(goal["actions"], 1):
            parents = {"plan_id": key, "goal_id": goal_key}
            yield SampleRecord("action", f"{goal_key}/action/{place}", {**parents, **action})
    for name, kind in (("reviews", "review"), ("signatures", "signature")):
        for number, child in enumerate(plan[name], 1):
            yield SampleRecord(kind, f"{key}/{kind}/{number}", {"plan_id": key, **child})


def _record(
    kind: str, fields: Mapping[str, Any], *, without: set[str] | None = None, **more: str
) -> SampleRecord:
    left_out = {"key", *(without or ())}
    kept = {name: value for name, value in fields.items() if name not in left_out}
    return SampleRecord(kind, fields["key"], {**kept, **more})


@cache
def date_fields() -> frozenset[str]:
    """Return the names under which a date stands, in a record or in the raw values of a rating."""
    raw = (each for indicator in framework.load(1).indicators for each in indicator.raw)
    return frozenset({*(each.key for each in raw if each.type == "date"), *_fields_of_type("day")})


@cache
def _fields_of_type(wanted: FieldType) -> frozenset[str]:
    return frozenset(
        name
        for cls in synced_classes().values()
        for name, meaning in fields_of(cls).items()
        if meaning.type == wanted
    )


def _moved(value: Any, days: int, name: str = "") -> Any:
    if isinstance(value, Mapping):
        return {inner: _moved(entry, days, inner) for inner, entry in value.items()}
    if isinstance(value, list):
        return [_moved(entry, days, name) for entry in value]
    if name in date_fields() and isinstance(value, str):
        return moved_date(value, days)
    if name in _fields_of_type("moment") and isinstance(value, str):
        at = datetime.fromisoformat(value).replace(tzinfo=THAILAND)
        return to_milliseconds(at + timedelta(days=days))
    return value


def moved_date(text: str, days: int) -> str:
    """An ISO date, `YYYY-MM` or `YYYY`, moved by about `days` as exactly as it is known."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return (date(*parts) + timedelta(days=days)).isoformat()
    if len(parts) == 2:
        months = parts[0] * 12 + parts[1] - 1 + round(days / 30.436875)
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{parts[0] + round(days / 365.2425):04}"
