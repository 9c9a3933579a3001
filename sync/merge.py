"""Field-by-field merging: pure, the same on every copy whatever the order and repetition.

A field is what all its known writes leave: the *heads*, writes that no other write has replaced,
and the stamps that were replaced (*covered*). Adding a write is a union, so order and repetition
do not matter. The head with the highest rank is shown; heads of another value are conflicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Final, TypeAlias

import msgspec

from sync import policy
from sync.kinds import Review
from sync.policy import DELETED, ENDING_FIELDS, ERASED, MERGED_INTO
from sync.protocol import Change, FieldWrite, Value


class Version(msgspec.Struct, frozen=True, array_like=True):
    """A write that nothing known has replaced."""

    stamp: bytes
    value: Value
    bases: tuple[bytes, ...] = ()
    doubtful: bool = False


class FieldState(msgspec.Struct, frozen=True, array_like=True):
    """A field on one copy: heads in order of rank, the shown one last, and covered stamps."""

    heads: tuple[Version, ...]
    covered: frozenset[bytes] = frozenset()

    @property
    def shown(self) -> Version | None:
        """The version to show; None while only replaced versions are known."""
        return self.heads[-1] if self.heads else None

    @property
    def value(self) -> Value:
        """The value to show, None when there is none."""
        return self.heads[-1].value if self.heads else None


RecordState: TypeAlias = dict[str, FieldState]

EMPTY_FIELD: Final = FieldState(heads=())


class Conflict(msgspec.Struct, frozen=True):
    """Two writes that did not see each other; the same on every copy that knows both.

    `field` is "deleted" or "merged_into" when a record's end meets an edit the one who ended it
    had not seen; `other_field` then names the edited field, and is `field` otherwise.
    """

    id: bytes  # 8 bytes, from record, fields and stamps
    record: bytes
    kind: str
    field: str
    shown: Version
    other: Version
    other_field: str
    review: Review


class Outcome(msgspec.Struct, frozen=True):
    """What applying a change did to a record."""

    state: RecordState
    shown: dict[str, Value]  # fields whose shown value is another one now
    known: bool  # nothing was new


def same_value(one: Value, other: Value) -> bool:
    """Whether two values are one on the wire (1, 1.0 and True are three)."""
    if type(one) is type(other) and isinstance(one, (str, bytes, bool, int, type(None))):
        return bool(one == other)
    return _encoded(one) == _encoded(other)


def same_change(one: Change, other: Change) -> bool:
    """Whether two changes are one, whatever numbers they bear.

    A copy of a laptop whose clock was set back may make a stamp a second time, even for the same
    record, so stamp and record alone do not tell. Of one whose content was destroyed (by erasing
    its record, on one side only as yet) nothing but names and bases is left to compare.
    """
    if (one.record, one.kind, one.stamp, one.fields.keys()) != (
        other.record,
        other.kind,
        other.stamp,
        other.fields.keys(),
    ):
        return False
    blank = _is_blank(one) or _is_blank(other)
    pairs = [(name, write, other.fields[name]) for name, write in one.fields.items()]
    return all(
        mine.bases == theirs.bases
        and ((blank and name != ERASED) or same_value(mine.value, theirs.value))
        for name, mine, theirs in pairs
    )


def _is_blank(change: Change) -> bool:
    return all(name == ERASED or each.value is None for name, each in change.fields.items())


def _rank(version: Version) -> tuple[bool, bytes]:
    # A time that cannot be believed never beats one that can.
    return (not version.doubtful, version.stamp)


class _Growing:
    """A field while writes are added to it, each at the cost of its own bases alone."""

    __slots__ = ("_covered", "_heads")

    def __init__(self, current: FieldState | None) -> None:
        self._heads = {head.stamp: head for head in current.heads} if current else {}
        self._covered = set(current.covered) if current else set()

    def add(self, version: Version) -> bool:
        """Add one write; whether it tells anything new."""
        head = self._heads.get(version.stamp)
        if head is not None:
            return self._meet_again(head, version)
        bases = set(version.bases) - {version.stamp}
        replaced = version.stamp in self._covered
        if replaced and self._covered.issuperset(bases):
            return False
        self._cover(bases)
        if not replaced:
            self._heads[version.stamp] = version
        return True

    def state(self) -> FieldState:
        """The field as it is now."""
        return FieldState(tuple(sorted(self._heads.values(), key=_rank)), frozenset(self._covered))

    def _meet_again(self, head: Version, again: Version) -> bool:
        """A write that is known: only a doubt can be new, or a second content under one stamp."""
        # Two copies of one device made the same stamp: every copy must choose alike, and go on
        # doing so once the values are destroyed and only the bases tell the two writes apart.
        same = same_value(head.value, again.value)
        value = head.value if same else max(head.value, again.value, key=_encoded)
        bases = head.bases
        if not frozenset(bases).issuperset(again.bases):
            bases = tuple(sorted({*bases, *again.bases}))
        doubtful = head.doubtful or again.doubtful
        covering = set(again.bases) - {head.stamp}
        told = (bases, doubtful) != (head.bases, head.doubtful)
        if not told and self._covered.issuperset(covering) and same_value(value, head.value):
            return False
        self._heads[head.stamp] = Version(head.stamp, value, bases, doubtful)
        self._cover(covering)
        return True

    def _cover(self, bases: set[bytes]) -> None:
        self._covered |= bases
        for base in bases:
            self._heads.pop(base, None)


def merge_field(
    current: FieldState | None, write: FieldWrite, stamp: bytes, doubtful: bool = False
) -> FieldState:
    """Add one write to a field; returns `current` itself when it tells nothing new."""
    growing = _Growing(current)
    if growing.add(Version(stamp, write.value, write.bases, doubtful)) or current is None:
        return growing.state()
    return current


def _encoded(value: Value) -> bytes:
    return msgspec.msgpack.encode(value, order="deterministic")


def apply_change(state: Mapping[str, FieldState], change: Change) -> Outcome:
    """Add a change to what is known of its record (an empty mapping: nothing)."""
    merged: RecordState = dict(state)
    shown: dict[str, Value] = {}
    known = True
    erased = is_erased(state)
    for name, write in change.fields.items():
        before = merged.get(name)
        if erased and name != ERASED:
            write = FieldWrite(None, write.bases)
        after = merge_field(before, write, change.stamp, change.doubtful)
        if after is before:
            continue
        known = False
        merged[name] = after
        if before is None or not before.heads or not same_value(before.value, after.value):
            shown[name] = after.value
    if not erased and is_erased(merged):
        merged = _blanked(merged)
        shown = {name: field.value for name, field in merged.items()}
    return Outcome(merged, shown, known)


def fold(changes: Iterable[Change], state: Mapping[str, FieldState] | None = None) -> RecordState:
    """What a record's changes amount to, whatever their order; time grows with their number.

    `state` is what was known before.
    """
    merged: RecordState = dict(state or {})
    growing: dict[str, _Growing] = {}
    for change in changes:
        for name, write in change.fields.items():
            field = growing.get(name)
            if field is None:
                field = growing[name] = _Growing(merged.get(name))
            field.add(Version(change.stamp, write.value, write.bases, change.doubtful))
    merged.update((name, field.state()) for name, field in growing.items())
    return _blanked(merged) if is_erased(merged) else merged


def is_erased(state: Mapping[str, FieldState]) -> bool:
    """Whether the record's content was destroyed for good."""
    field = state.get(ERASED)
    return field is not None and any(head.value is not None for head in field.heads)


def _blanked(state: RecordState) -> RecordState:
    return {
        name: field
        if name == ERASED
        else FieldState(
            tuple(Version(head.stamp, None, head.bases, head.doubtful) for head in field.heads),
            field.covered,
        )
        for name, field in state.items()
    }


# --- what a person does here ---------------------------------------------------------------


def bases_for_edit(field: FieldState | None) -> tuple[bytes, ...]:
    """The versions an editor who sees the shown value replaces: every head with that value."""
    if field is None or not field.heads:
        return ()
    return tuple(h.stamp for h in field.heads if same_value(h.value, field.value))


def writes_for_edit(
    state: Mapping[str, FieldState], values: Mapping[str, Value]
) -> dict[str, FieldWrite]:
    """The writes of an ordinary edit; values that are shown already are left out.

    A write that ends the record (deleted, merged_into) also names every version of the other
    fields, so that an edit its author had not seen is noticed.
    """
    writes = {}
    for name, value in values.items():
        field = state.get(name)
        if field is not None and field.heads and same_value(field.value, value):
            continue
        bases = set(bases_for_edit(field))
        if name in ENDING_FIELDS:
            bases.update(_stamps_of_others(state, name))
        writes[name] = FieldWrite(value, tuple(sorted(bases)))
    return writes


def writes_for_decision(
    state: Mapping[str, FieldState], name: str, value: Value
) -> dict[str, FieldWrite]:
    """The write that settles every open conflict of a field with `value`."""
    field = state.get(name, EMPTY_FIELD)
    bases = {head.stamp for head in field.heads}
    if name in ENDING_FIELDS:
        bases.update(_stamps_of_others(state, name))
    return {name: FieldWrite(value, tuple(sorted(bases)))}


def _stamps_of_others(state: Mapping[str, FieldState], name: str) -> Iterable[bytes]:
    return (head.stamp for other, field in state.items() if other != name for head in field.heads)


# --- conflicts -----------------------------------------------------------------------------


def conflict_id(record: bytes, field: str, other_field: str, one: bytes, other: bytes) -> bytes:
    """8 bytes that name a conflict alike on every copy."""
    text = b"\x00".join((field.encode(), other_field.encode()))
    return blake2b(record + text + min(one, other) + max(one, other), digest_size=8).digest()


def conflicts(kind: str, record: bytes, state: Mapping[str, FieldState]) -> tuple[Conflict, ...]:
    """Every open conflict of a record, ordered by field and stamp; SILENT ones are left out."""
    found = []
    for name in sorted(state):
        review = policy.review(kind, name)
        field = state[name]
        if review is Review.SILENT or field.shown is None:
            continue
        for head in field.heads[:-1]:
            if not same_value(head.value, field.value):
                identity = conflict_id(record, name, name, field.shown.stamp, head.stamp)
                found.append(
                    Conflict(identity, record, kind, name, field.shown, head, name, review)
                )
        if name in ENDING_FIELDS and field.value:
            found.extend(_unseen_edits(kind, record, state, name))
    return tuple(found)


def _unseen_edits(
    kind: str, record: bytes, state: Mapping[str, FieldState], name: str
) -> Iterable[Conflict]:
    if is_erased(state):
        return
    end = state[name].heads[-1]
    seen = {end.stamp, *end.bases}
    for other in sorted(state):
        if other in ENDING_FIELDS or policy.review(kind, other) is Review.SILENT:
            continue
        for head in state[other].heads:
            if head.stamp not in seen:
                identity = conflict_id(record, name, other, end.stamp, head.stamp)
                yield Conflict(identity, record, kind, name, end, head, other, Review.ASKED)


def common_bases(
    bases_of: Mapping[bytes, tuple[bytes, ...]], one: bytes, others: Iterable[bytes]
) -> dict[bytes, bytes]:
    """The latest version that `one` and each of the others were made from, b"" if none is known.

    `bases_of` is the log of one field: stamp to the stamps that write replaced. All of them
    together are found in time that grows with the log, not with the log for each.
    """
    shared = _ancestors(bases_of, one)
    latest: dict[bytes, bytes] = {}
    done: set[bytes] = set()
    others = list(others)
    path = list(others)
    while path:
        stamp = path[-1]
        bases = bases_of.get(stamp, ())
        if stamp not in latest:
            # Begun: who meets it again before it is done closes a circle, which nobody honest does.
            latest[stamp] = b""
            path.extend(base for base in bases if base not in latest)
            continue
        path.pop()
        if stamp not in done:
            done.add(stamp)
            near = max((base for base in bases if base in shared), default=b"")
            latest[stamp] = max(near, *(latest[base] for base in bases), b"")
    return {other: latest[other] for other in others}


def _ancestors(bases_of: Mapping[bytes, tuple[bytes, ...]], stamp: bytes) -> set[bytes]:
    found: set[bytes] = set()
    waiting = list(bases_of.get(stamp, ()))
    while waiting:
        base = waiting.pop()
        if base not in found:
            found.add(base)
            waiting.extend(bases_of.get(base, ()))
    return found


# --- records joined ------------------------------------------------------------------------


def survivor(record: bytes, merged_into: Callable[[bytes], bytes | None]) -> bytes:
    """The record that stands for this one after joining, the same on every copy.

    Two laptops may join the same two records in opposite directions: then the smallest id of the
    circle stands for all of it.
    """
    path: dict[bytes, int] = {}
    current = record
    while current not in path:
        path[current] = len(path)
        following = merged_into(current)
        if not following:
            return current
        current = following
    return min(each for each, place in path.items() if place >= path[current])


def is_hidden(state: Mapping[str, FieldState]) -> bool:
    """Whether lists leave the record out: deleted, joined to another, or erased."""
    deleted, joined = state.get(DELETED), state.get(MERGED_INTO)
    return bool(deleted and deleted.value) or bool(joined and joined.value) or is_erased(state)
