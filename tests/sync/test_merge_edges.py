"""Merging, its edges: what tells something new, what is shown, what hides a record."""

from __future__ import annotations

import msgspec
import pytest

from sync import merge
from sync.protocol import Change, FieldWrite, Value, without_values
from tests.sync.test_merge import RECORD, applied, change, in_every_order, open_conflicts, stamp


def test_of_two_contents_under_one_stamp_every_copy_shows_the_same() -> None:
    state = in_every_order(change("b1", "2"), change("b1", "3"), change("b1", "1"))
    assert [head.value for head in state["phone"].heads] == ["3"]


def test_what_is_known_tells_nothing_new_and_what_is_new_says_so() -> None:
    first = merge.apply_change({}, change("a1", "1"))
    assert not first.known
    assert first.shown == {"phone": "1"}
    second = merge.apply_change(first.state, change("a2", "2", "a1"))
    assert not second.known
    assert second.shown == {"phone": "2"}
    for again in (change("a1", "1"), change("a2", "2", "a1")):
        outcome = merge.apply_change(second.state, again)
        assert outcome.known
        assert outcome.shown == {}
        field = outcome.state["phone"]
        assert field is second.state["phone"]
    # A replaced write that is met for the first time with bases of its own tells of those.
    late = merge.apply_change(second.state, change("a1", "1", "s1"))
    assert not late.known
    assert late.state["phone"].covered == {stamp("a1"), stamp("s1")}
    assert late.shown == {}


def test_a_write_that_stays_behind_is_new_and_not_shown() -> None:
    state = applied([change("b2", "2")])
    outcome = merge.apply_change(state, change("a1", "1"))
    assert not outcome.known
    assert outcome.shown == {}
    assert [head.value for head in outcome.state["phone"].heads] == ["1", "2"]


def test_an_equal_value_that_is_another_on_the_wire_is_shown() -> None:
    state = applied([change("a1", True)])
    assert merge.apply_change(state, change("a2", 1, "a1")).shown == {"phone": 1}


def test_a_write_that_names_itself_does_not_cover_itself() -> None:
    state = in_every_order(change("a1", "1", "a1"))
    assert state["phone"].value == "1"
    assert state["phone"].covered == frozenset()


def test_a_field_of_which_only_replaced_versions_are_known_shows_nothing() -> None:
    state = applied([change("a2", "2", "a1")])
    late = merge.merge_field(merge.FieldState((), frozenset({stamp("a1")})), *_write("a1", "1"))
    assert late.shown is None
    assert late.value is None
    assert merge.bases_for_edit(late) == ()
    assert merge.bases_for_edit(None) == ()
    assert merge.conflicts("learner", RECORD, {"phone": late}) == ()
    assert state["phone"].shown is not None
    assert state["phone"].shown.stamp == stamp("a2")


def _write(label: str, value: Value) -> tuple[FieldWrite, bytes]:
    return FieldWrite(value), stamp(label)


def test_erasing_shows_nothing_of_any_field_at_once() -> None:
    state = applied([change("a1", "1"), change("a2", "ก", field="given")])
    outcome = merge.apply_change(state, change("c4", "asked", field="erased"))
    assert outcome.shown == {"phone": None, "given": None, "erased": "asked"}
    assert merge.is_erased(outcome.state)
    later = merge.apply_change(outcome.state, change("d5", "2", field="note"))
    assert later.shown == {"note": None}
    assert merge.fold([change("d5", "2", field="note")], outcome.state) == later.state
    # Said twice, it stays said; taken back by nobody.
    assert merge.is_erased(merge.apply_change(later.state, change("e6", "x", field="erased")).state)


def test_an_erased_field_without_a_word_erases_nothing() -> None:
    state = applied([change("a1", "1"), change("b2", None, field="erased")])
    assert not merge.is_erased(state)
    assert not merge.is_hidden(state)
    assert state["phone"].value == "1"


def test_an_edit_to_what_is_shown_already_is_left_out() -> None:
    state = applied([change("a1", "1"), change("a2", True, field="deleted")])
    assert merge.writes_for_edit(state, {"phone": "1", "deleted": True}) == {}
    writes = merge.writes_for_edit(state, {"phone": None, "note": "2"})
    assert writes == {"phone": FieldWrite(None, (stamp("a1"),)), "note": FieldWrite("2", ())}


@pytest.mark.parametrize("ending", ["deleted", "merged_into"])
def test_only_what_ends_a_record_names_the_other_fields(ending: str) -> None:
    state = applied([change("a1", "1"), change("a2", "ก", field="given")])
    seen = (stamp("a1"), stamp("a2"))
    assert merge.writes_for_edit(state, {ending: True})[ending].bases == seen
    assert merge.writes_for_decision(state, ending, True)[ending].bases == seen
    assert merge.writes_for_decision(state, "phone", "1")["phone"].bases == (stamp("a1"),)
    assert merge.writes_for_decision(state, "note", "1")["note"].bases == ()


@pytest.mark.parametrize(
    ("field", "value", "hidden"),
    [
        ("deleted", True, True),
        ("deleted", False, False),
        ("merged_into", b"x" * 16, True),
        ("merged_into", None, False),
        ("erased", "asked", True),
        ("phone", True, False),
    ],
)
def test_what_hides_a_record(field: str, value: Value, hidden: bool) -> None:
    assert merge.is_hidden(applied([change("a1", value, field=field)])) is hidden


def test_two_ends_of_one_record_are_told_by_their_own_fields_alone() -> None:
    state = applied(
        [change("a1", True, field="deleted"), change("b2", b"x" * 16, field="merged_into")]
    )
    assert open_conflicts(state) == ()


def test_an_end_written_with_an_edit_does_not_meet_it() -> None:
    both = Change(
        RECORD, "learner", {"deleted": FieldWrite(True), "phone": FieldWrite("1")},
        b"a" * 8, 1, 1, 1, stamp("a1"), 0, None, b"",
    )  # fmt: skip
    assert open_conflicts(applied([both])) == ()


def test_a_conflict_is_named_alike_whichever_side_is_shown() -> None:
    one, other = stamp("a1"), stamp("b2")
    name = merge.conflict_id(RECORD, "phone", "phone", one, other)
    assert name == merge.conflict_id(RECORD, "phone", "phone", other, one)
    assert len(name) == 8
    assert name.hex() == "50128784c88a82ff"  # rows on laptops are found by it
    others = {
        merge.conflict_id(RECORD, "deleted", "phone", one, other),
        merge.conflict_id(RECORD, "phone", "deleted", one, other),
        merge.conflict_id(bytes(16), "phone", "phone", one, other),
        merge.conflict_id(RECORD, "phone", "phone", one, stamp("b3")),
    }
    assert len(others | {name}) == 5


def test_three_heads_are_two_conflicts() -> None:
    state = in_every_order(change("a1", "1"), change("b2", "2"), change("c3", "3"))
    assert [each.other.value for each in open_conflicts(state)] == ["1", "2"]
    assert {each.shown.value for each in open_conflicts(state)} == {"3"}


def test_what_the_machine_wrote_is_no_edit_that_an_end_meets() -> None:
    ended = change("b2", True, field="deleted")
    assert open_conflicts(applied([change("a1", "x", field="search_key"), ended])) == ()
    assert len(open_conflicts(applied([change("a1", "x", field="note"), ended]))) == 1
    joined = change("c3", b"x" * 16, field="merged_into")
    assert open_conflicts(applied([joined, ended])) == ()


def test_an_edit_writes_its_value_and_names_each_head_that_shows_it() -> None:
    state = applied([change("a1", "1"), change("b2", "2")])
    assert merge.writes_for_edit(state, {"phone": "3"}) == {
        "phone": FieldWrite("3", (stamp("b2"),))
    }
    assert merge.writes_for_decision(state, "phone", "3") == {
        "phone": FieldWrite("3", (stamp("a1"), stamp("b2")))
    }


def test_an_ordinary_end_does_not_settle_an_open_conflict_about_the_end() -> None:
    state = applied(
        [
            change("a1", True, field="deleted"),
            change("b2", False, field="deleted"),
            change("c1", "1"),
        ]
    )
    writes = merge.writes_for_edit(state, {"deleted": True})
    assert set(writes["deleted"].bases) == {stamp("b2"), stamp("c1")}


def test_a_base_that_never_came_is_a_base_all_the_same() -> None:
    log = {stamp("a2"): (stamp("s1"),), stamp("b3"): (stamp("s1"),)}
    assert merge.common_bases(log, stamp("a2"), [stamp("b3")]) == {stamp("b3"): stamp("s1")}
    assert merge.common_bases({}, stamp("a2"), [stamp("b3")]) == {stamp("b3"): b""}
    log |= {stamp("b4"): (stamp("b3"),), stamp("b5"): (stamp("b4"),)}
    assert merge.common_bases(log, stamp("a2"), [stamp("b5")]) == {stamp("b5"): stamp("s1")}


def _as(fields: dict[str, FieldWrite], of: Change) -> Change:
    return msgspec.structs.replace(of, fields=fields)


def test_two_changes_are_one_only_where_all_of_them_is_the_same() -> None:
    one = change("b1", "2", "a1")
    again = msgspec.structs.replace(one, device=b"another.", epoch=7, lane=2, seq=9, doubtful=True)
    assert merge.same_change(one, again)
    (name,) = one.fields
    bases = one.fields[name].bases
    for other in (
        msgspec.structs.replace(one, record=bytes(16)),
        msgspec.structs.replace(one, kind="plan"),
        msgspec.structs.replace(one, stamp=stamp("b2")),
        _as({name: FieldWrite("3", bases)}, one),
        _as({name: FieldWrite("2", ())}, one),
        _as({"given": FieldWrite("2", bases)}, one),
        _as({**one.fields, "given": FieldWrite(None)}, one),
    ):
        assert not merge.same_change(one, other)
        assert not merge.same_change(other, one)


def test_a_change_whose_content_was_destroyed_is_known_by_its_bases() -> None:
    (base,) = change("b1", "2", "a1").fields["phone"].bases
    whole = _as({"phone": FieldWrite("2", (base,)), "given": FieldWrite("ก")}, change("b1", "2"))
    assert merge.same_change(whole, without_values(whole))
    assert merge.same_change(without_values(whole), whole)
    other = _as({"phone": FieldWrite("2"), "given": FieldWrite("ก")}, whole)
    assert not merge.same_change(without_values(whole), other)
    # One field emptied by a person is no destroyed content.
    assert not merge.same_change(whole, _as({**whole.fields, "given": FieldWrite(None)}, whole))
    end = _as({"erased": FieldWrite(True), "given": FieldWrite("ก")}, whole)
    assert merge.same_change(end, without_values(end))
    assert not merge.same_change(
        end, _as({"erased": FieldWrite(1), "given": FieldWrite(None)}, end)
    )


def test_what_the_hub_keeps_of_a_record_has_one_form() -> None:
    state = applied([change("a1", "1"), change("a2", "2", "a1", doubt=True)])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state)) == {
        "phone": [[[stamp("a2"), "2", [stamp("a1")], True]], [stamp("a1")]]
    }


@pytest.mark.parametrize(("one", "other"), [("1", None), (None, "1"), ("1", "2"), (1, True)])
def test_of_two_contents_under_one_stamp_copies_agree_on_one_of_any_type(
    one: Value, other: Value
) -> None:
    state = in_every_order(change("a1", one), change("a1", other))
    assert len(state["phone"].heads) == 1


def test_a_conflict_says_what_it_is_about() -> None:
    state = applied([change("a1", "1"), change("b2", "2")])
    (conflict,) = open_conflicts(state)
    assert (conflict.record, conflict.kind) == (RECORD, "learner")
    assert (conflict.field, conflict.other_field) == ("phone", "phone")
    assert (conflict.shown.value, conflict.other.value) == ("2", "1")


def test_a_doubt_outlives_what_was_doubted() -> None:
    state = in_every_order(
        change("a9", "1", doubt=True), change("b1", "2"), change("c5", "x", field="erased")
    )
    told = [(head.value, head.doubtful) for head in state["phone"].heads]
    assert told == [(None, True), (None, False)]


def test_a_conflict_of_an_end_says_which_edit_it_meets() -> None:
    state = applied([change("a1", True, field="deleted"), change("b2", "2")])
    (conflict,) = open_conflicts(state)
    assert (conflict.record, conflict.kind) == (RECORD, "learner")
    assert (conflict.field, conflict.other_field) == ("deleted", "phone")
    assert (conflict.shown.value, conflict.other.value) == (True, "2")
