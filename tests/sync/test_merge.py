"""Merging: the same whatever the order, one conflict for one disagreement, nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import merge
from sync.kinds import KINDS, Review
from sync.merge import Conflict, RecordState
from sync.policy import MACHINE_FIELDS
from sync.protocol import Change, FieldWrite, Value
from sync.stamps import make_stamp

RECORD = bytes(range(16))
NAMES = "abcdefgh"


def stamp(label: str) -> bytes:
    """`a1`: device a, its first moment; devices' moments run side by side."""
    return make_stamp(1_000 + int(label[1:]), 0, label[0].encode() * 8)


def change(
    label: str,
    value: Value,
    *bases: str,
    field: str = "phone",
    kind: str = "learner",
    doubt: bool = False,
) -> Change:
    """One write of one field."""
    return Change(
        record=RECORD,
        kind=kind,
        fields={field: FieldWrite(value, tuple(sorted(map(stamp, bases))))},
        device=label[0].encode() * 8,
        epoch=1,
        lane=1,
        seq=int(label[1:]),
        stamp=stamp(label),
        wall_ms=0,
        offset_ms=None,
        author=b"",
        doubtful=doubt,
    )


def applied(changes: Sequence[Change]) -> RecordState:
    """The state these leave."""
    state: RecordState = {}
    for each in changes:
        state = merge.apply_change(state, each).state
    return state


def of_review(review: Review) -> list[str]:
    """The kinds of which every field is settled so."""
    return [kind for kind, row in KINDS.items() if row.review is review]


def in_every_order(*changes: Change) -> RecordState:
    """The one state that every order, each with repetitions, leads to."""
    expected = applied(changes)
    for order in permutations(changes):
        assert applied(order) == expected
        assert applied([*order, *order[::-1]]) == expected
        assert merge.fold([*order, *order[::-1]]) == expected
        assert merge.fold(order[1:], merge.fold(order[:1])) == expected
    return expected


def open_conflicts(state: RecordState, kind: str = "learner") -> tuple[Conflict, ...]:
    """The conflicts of the record."""
    return merge.conflicts(kind, RECORD, state)


def test_an_edit_of_what_is_shown_simply_wins() -> None:
    state = in_every_order(change("a1", "1"), change("b2", "2", "a1"))
    assert state["phone"].value == "2"
    assert not open_conflicts(state)


def test_two_edits_of_one_version_are_one_conflict_and_the_later_is_shown() -> None:
    state = in_every_order(change("a1", "1"), change("b3", "3", "a1"), change("c2", "2", "a1"))
    (conflict,) = open_conflicts(state)
    assert (conflict.shown.value, conflict.other.value) == ("3", "2")


def test_a_chain_of_edits_against_one_edit_is_one_conflict() -> None:
    chain = [change("a1", "1", "s1"), change("a2", "2", "a1"), change("a3", "3", "a2")]
    state = in_every_order(change("s1", "0"), *chain, change("b9", "9", "s1"))
    (conflict,) = open_conflicts(state)
    assert (conflict.shown.value, conflict.other.value) == ("9", "3")


def test_a_decision_settles_everywhere_once() -> None:
    state = in_every_order(
        change("s1", "0"),
        change("a2", "2", "s1"),
        change("b3", "3", "s1"),
        change("a4", "2", "a2", "b3"),
    )
    assert state["phone"].value == "2"
    assert not open_conflicts(state)


def test_an_edit_by_one_who_saw_only_the_shown_value_leaves_the_other_in_sight() -> None:
    state = in_every_order(
        change("s1", "0"), change("a2", "2", "s1"), change("b3", "3", "s1"), change("b4", "4", "b3")
    )
    (conflict,) = open_conflicts(state)
    assert (conflict.shown.value, conflict.other.value) == ("4", "2")


def test_the_same_value_twice_is_no_conflict_and_stays_none_after_an_edit() -> None:
    twice = applied([change("s1", "0"), change("a2", "2", "s1"), change("b3", "2", "s1")])
    assert not open_conflicts(twice)
    writes = merge.writes_for_edit(twice, {"phone": "5"})
    assert writes["phone"].bases == (stamp("a2"), stamp("b3"))


def test_edits_of_two_fields_never_meet() -> None:
    state = in_every_order(
        change("s1", "0"), change("a2", "ก", field="given"), change("b3", "9", "s1")
    )
    assert (state["given"].value, state["phone"].value) == ("ก", "9")
    assert not open_conflicts(state)


def test_a_doubt_counts_whichever_of_two_copies_of_a_change_bears_it() -> None:
    plain, doubted = change("b1", "2"), change("b1", "2", doubt=True)
    state = in_every_order(change("a2", "1"), plain, doubted)
    assert [each.doubtful for each in state["phone"].heads] == [True, False]
    # Known already, it tells nothing new, whichever comes again.
    for again in (plain, doubted):
        assert merge.apply_change(state, again).known


def test_one_stamp_made_twice_replaces_what_either_replaced() -> None:
    one, other = change("b1", "2", "a1"), change("b1", "2", "a2")
    state = in_every_order(change("a1", "1"), change("a2", "1"), one, other)
    (head,) = state["phone"].heads
    assert head.bases == (stamp("a1"), stamp("a2"))


def test_one_stamp_made_twice_is_alike_everywhere_once_its_record_is_erased() -> None:
    erased = change("c3", True, field="erased")
    state = in_every_order(change("b1", "2", "a1"), change("b1", "3", "a2"), erased)
    blank = in_every_order(change("b1", None, "a1"), change("b1", None, "a2"), erased)
    assert state == blank


def test_a_doubtful_time_never_beats_a_good_one_and_is_kept() -> None:
    state = in_every_order(
        change("s1", "0"), change("a9", "9", "s1", doubt=True), change("b2", "2", "s1")
    )
    (conflict,) = open_conflicts(state)
    assert (conflict.shown.value, conflict.other.value) == ("2", "9")


def test_deleting_against_an_edit_goes_to_a_person() -> None:
    state = in_every_order(
        change("s1", "0"),
        change("a3", True, "s1", field="deleted"),
        change("b2", "2", "s1"),
    )
    (conflict,) = open_conflicts(state)
    assert (conflict.field, conflict.other_field) == ("deleted", "phone")
    assert conflict.review is Review.ASKED


def test_deleting_what_was_seen_is_no_conflict() -> None:
    state = in_every_order(
        change("s1", "0"), change("b2", "2", "s1"), change("a3", True, "b2", field="deleted")
    )
    assert not open_conflicts(state)
    assert merge.is_hidden(state)


@pytest.mark.parametrize("kept", [True, False])
def test_the_decision_on_a_deletion_settles_it(kept: bool) -> None:
    state = applied(
        [change("s1", "0"), change("a3", True, "s1", field="deleted"), change("b2", "2", "s1")]
    )
    writes = merge.writes_for_decision(state, "deleted", kept)
    decided = merge.apply_change(
        state,
        Change(RECORD, "learner", writes, b"c" * 8, 1, 1, 1, stamp("c9"), 0, None, b""),
    ).state
    assert not open_conflicts(decided)
    assert merge.is_hidden(decided) is kept


def test_writes_for_deleting_name_every_version_seen() -> None:
    state = applied([change("s1", "0"), change("b2", "ก", field="given")])
    writes = merge.writes_for_edit(state, {"deleted": True})
    assert set(writes["deleted"].bases) == {stamp("s1"), stamp("b2")}


@pytest.mark.parametrize("kind", of_review(Review.SILENT))
def test_append_only_kinds_never_conflict(kind: str) -> None:
    state = in_every_order(change("a1", "1", kind=kind), change("b2", "2", kind=kind))
    assert state["phone"].value == "2"
    assert not open_conflicts(state, kind)


@pytest.mark.parametrize("field", sorted(MACHINE_FIELDS))
def test_what_the_machine_writes_never_conflicts(field: str) -> None:
    state = in_every_order(change("a1", "1", field=field), change("b2", "2", field=field))
    assert not open_conflicts(state)


@pytest.mark.parametrize("kind", of_review(Review.ASKED))
def test_kinds_that_a_person_decides(kind: str) -> None:
    state = applied([change("a1", "1", kind=kind), change("b2", "2", kind=kind)])
    assert [each.review for each in open_conflicts(state, kind)] == [Review.ASKED]


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, name) for kind, row in KINDS.items() for name in sorted(row.asked)],
)
def test_fields_that_a_person_decides(kind: str, field: str) -> None:
    state = applied(
        [change("a1", "1", field=field, kind=kind), change("b2", "2", field=field, kind=kind)]
    )
    assert [each.review for each in open_conflicts(state, kind)] == [Review.ASKED]


@pytest.mark.parametrize("field", ["deleted", "merged_into"])
@pytest.mark.parametrize("kind", ["learner", "contact", "kind_of_tomorrow"])
def test_how_a_record_ends_a_person_decides_of_every_kind(kind: str, field: str) -> None:
    state = applied(
        [change("a1", 1, field=field, kind=kind), change("b2", 2, field=field, kind=kind)]
    )
    assert [each.review for each in open_conflicts(state, kind)] == [Review.ASKED]


@pytest.mark.parametrize(
    ("kind", "field"), [("learner", "phone"), ("kind_of_tomorrow", "anything")]
)
def test_other_fields_are_settled_and_listed(kind: str, field: str) -> None:
    state = applied(
        [change("a1", "1", field=field, kind=kind), change("b2", "2", field=field, kind=kind)]
    )
    assert [each.review for each in open_conflicts(state, kind)] == [Review.LISTED]


def test_erasing_destroys_what_is_there_and_what_comes_later() -> None:
    state = in_every_order(
        change("s1", "0"),
        change("a2", "ก", field="given"),
        change("b3", "2", "s1"),
        change("c4", "asked", field="erased"),
    )
    values = {head.value for field in ("phone", "given") for head in state[field].heads}
    assert values == {None}
    assert merge.is_hidden(state)
    assert not open_conflicts(state)


def test_the_base_of_a_conflict_is_found_in_the_log() -> None:
    log = {
        stamp("s1"): (),
        stamp("a2"): (stamp("s1"),),
        stamp("a3"): (stamp("a2"),),
        stamp("b4"): (stamp("s1"),),
    }
    assert merge.common_bases(log, stamp("a3"), [stamp("b4")]) == {stamp("b4"): stamp("s1")}
    assert merge.common_bases(log, stamp("s1"), [stamp("b4")]) == {stamp("b4"): b""}


def test_many_writes_of_one_record_build_its_fields_once(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    class Counted(merge.FieldState, frozen=True, array_like=True):
        def __post_init__(self) -> None:
            built.append(len(self.covered))

    monkeypatch.setattr(merge, "FieldState", Counted)
    log = [change("a1", "1"), *(change(f"a{n}", str(n), f"a{n - 1}") for n in range(2, 1_000))]
    state = merge.fold(log)
    assert state["phone"].value == "999"
    assert built == [998]


def test_a_base_behind_a_fork_is_found_once_for_all() -> None:
    log = {
        stamp("s1"): (),
        stamp("a2"): (stamp("s1"),),
        stamp("b3"): (stamp("s1"),),
        stamp("c4"): (stamp("b3"), stamp("a2")),
        stamp("d5"): (stamp("b3"),),
        stamp("e6"): (stamp("c4"),),
    }
    found = merge.common_bases(log, stamp("e6"), [stamp("d5"), stamp("b3"), stamp("s1")])
    assert found == {stamp("d5"): stamp("b3"), stamp("b3"): stamp("s1"), stamp("s1"): b""}


def test_a_circle_of_bases_ends() -> None:
    log = {stamp("a1"): (stamp("b2"),), stamp("b2"): (stamp("a1"),)}
    assert stamp("a1") in merge.common_bases(log, stamp("b2"), [stamp("a1")])


@pytest.mark.parametrize(
    ("links", "start", "expected"),
    [({}, "a", "a"), ({"a": "b"}, "a", "b"), ({"a": "b", "b": "c"}, "a", "c")],
)
def test_the_survivor_of_joining(links: dict[str, str], start: str, expected: str) -> None:
    def follow(record: bytes) -> bytes | None:
        return links.get(record.decode(), "").encode() or None

    assert merge.survivor(start.encode(), follow) == expected.encode()


def test_records_joined_in_a_circle_have_one_survivor() -> None:
    links = {b"b": b"c", b"c": b"a", b"a": b"b", b"d": b"c"}
    assert {merge.survivor(each, links.get) for each in links} == {b"a"}


def test_true_and_one_are_two_values() -> None:
    assert not merge.same_value(True, 1)
    assert not merge.same_value(1, 1.0)
    assert merge.same_value({"a": 1, "b": [2]}, {"b": [2], "a": 1})


@given(st.integers(0, 10**9))
def test_any_history_in_any_order_gives_one_state(seed: int) -> None:
    random = Random(seed)
    history = _history(random)
    expected = applied(history)
    shuffled = history + random.choices(history, k=3)
    random.shuffle(shuffled)
    state = applied(shuffled)
    assert state == expected
    assert open_conflicts(state) == open_conflicts(expected)


def _history(random: Random) -> list[Change]:
    """Edits by three devices that each have seen some of the others' and all of their own."""
    seen: dict[str, list[Change]] = {device: [] for device in "abc"}
    made: list[Change] = []
    for moment in range(1, random.randint(2, 10)):
        device = random.choice("abc")
        for each in made:
            if each not in seen[device] and random.random() < 0.4:
                seen[device].append(each)
        state = applied(seen[device])
        name = random.choice(["phone", "given", "deleted"])
        value: Value = random.choice([True, False]) if name == "deleted" else random.choice("123")
        writes = (
            merge.writes_for_decision(state, name, value)
            if random.random() < 0.3
            else merge.writes_for_edit(state, {name: value})
        )
        if writes:
            each = Change(
                RECORD,
                "learner",
                writes,
                device.encode() * 8,
                1,
                1,
                moment,
                stamp(f"{device}{moment}"),
                0,
                None,
                b"",
                random.random() < 0.2,
            )
            seen[device].append(each)
            made.append(each)
    return made
