"""Random lives of real laptops: their databases, parcels, copies and clones, and a hub.

The other machine plays with the reference store; this one with the program's own database, where
a number that was given twice or a row that fits nowhere would end a conversation.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from desktop.errors import TambonError
from desktop.models.ids import new_id
from desktop.models.moves import state_of
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.program import Change, Conflict, SetAside
from desktop.services.learners.service import LearnerService
from desktop.services.moves import history
from desktop.services.opening import open_centre
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.service import SyncService
from desktop.services.sync.store import logged
from desktop.services.undo import UndoService
from sync import merge
from sync.errors import Offline, SyncError
from sync.hub.database import Database
from sync.hub.records import read_records
from sync.hub.service import Hub
from sync.merge import RecordState
from sync.protocol import SyncAnswer, SyncRequest
from tests.factories import PASSCODE, QUICK, Clock, add_learner
from tests.services.near_hub import Laptop, Province, Wire, WireRemote, copy_of, put_back
from tests.services.test_moves import add_partner, move
from tests.sync.hub_keys import hub_keys

_LAPTOPS = 3
_laptops = st.integers(0, _LAPTOPS)
_learners = st.integers(0, 2)
_fields = st.sampled_from(["nickname", "phone", "status"])
_values = st.sampled_from(["ดาว", "ต้น", "มะลิ"])
_moves = st.sampled_from(["begin", "pause", "resume", "end"])
_links = st.sampled_from(["good", "good", "request lost", "answer lost"])


class _LossyRemote(WireRemote):
    """Loses the first request, or the first answer, if told so."""

    fault = "good"

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """One turn, or what becomes of it."""
        fault, _LossyRemote.fault = _LossyRemote.fault, "good"
        if fault == "request lost":
            raise Offline("offline", reason=fault)
        answer = super().turn(request, request_no)
        if fault == "answer lost":
            raise Offline("offline", reason=fault)
        return answer


def _lossy(laptop: Laptop, wire: Wire) -> Laptop:
    """The same laptop on a link that loses things."""
    laptop.sync = SyncService(
        laptop.workspace,
        lambda *known: _LossyRemote(wire, *known),
        wire.enrol,
        after=laptop.carrying.keep_up,
    )
    return laptop


@dataclass(frozen=True)
class _Beginning:
    """How every life begins: made once, copied for each."""

    folder: Path
    hub: bytes
    now_ms: int
    learners: list[UUID]
    partner: UUID


@functools.cache
def _beginning() -> _Beginning:
    folder = Path(tempfile.mkdtemp(prefix="tambon-beginning-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    province = Province(folder)
    for _ in range(_LAPTOPS):
        province.join()
    first = province.laptops[0]
    learners = [add_learner(first.workspace, name) for name in ("พอคี", "นอพอ", "ลาเฮ")]
    partner = add_partner(first.workspace)
    for laptop in (*province.laptops, *province.laptops):
        laptop.sync.sync_now()
        for other in province.laptops:
            if other.id != laptop.id:
                laptop.carrying.find(other.id)
    hub = copy_of(province.hub.database)
    province.close()
    return _Beginning(folder, hub, province.clock.now_ms, learners, partner)


class LaptopMachine(RuleBasedStateMachine):
    """Edits, lost answers, parcels, copies put back, clones, in any order."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tambon-lives-"))
        beginning = _beginning()
        self.province = Province.__new__(Province)
        self.province.clock = Clock(beginning.now_ms)
        database = Database("sqlite://", hub_keys())
        put_back(database, beginning.hub)
        self.province.hub = Hub(database, self.province.clock)
        self.province.wire = Wire(self.province.hub)
        self.province.laptops = []
        for number in range(_LAPTOPS):
            folder = self.folder / str(number)
            shutil.copytree(beginning.folder / str(number), folder)
            self.province.laptops.append(self._opened(folder))
        self.learners, self.partner = beginning.learners, beginning.partner
        self.moved: list[tuple[int, bytes]] = []
        self.parcels: list[tuple[int, bytes]] = []
        self.copies: dict[int, Path] = {}
        self.hub_copy: bytes | None = None

    @property
    def laptops(self) -> list[Laptop]:
        return self.province.laptops

    def _laptop(self, number: int) -> Laptop:
        return self.laptops[number % len(self.laptops)]

    @rule(number=_laptops, learner=_learners, field=_fields, value=_values)
    def edit(self, number: int, learner: int, field: str, value: str) -> None:
        service = LearnerService(self._laptop(number).workspace)
        value = value if field != "status" else {"ดาว": "enrolled"}.get(value, "out_of_school")
        with suppress(TambonError):
            service.edit(self.learners[learner], {field: value})

    @rule(number=_laptops, learner=_learners, back=st.booleans())
    def hide(self, number: int, learner: int, back: bool) -> None:
        service = LearnerService(self._laptop(number).workspace)
        with suppress(TambonError):
            act = service.bring_back if back else service.hide
            act([self.learners[learner]])

    @rule(number=_laptops)
    def add(self, number: int) -> None:
        add_learner(self._laptop(number).workspace, "โพดู")

    @rule(number=_laptops, code=_moves)
    def move(self, number: int, code: str) -> None:
        # From where the partner is on that laptop; what may not follow is refused.
        workspace = self._laptop(number).workspace
        with suppress(TambonError):
            move(workspace, self.partner, code, {"reason": "ทดสอบ"})
            self.moved.append((number, UndoService(workspace).last_action() or b""))

    @precondition(lambda self: self.moved)
    @rule(which=st.integers(0, 9))
    def take_back(self, which: int) -> None:
        number, action = self.moved[which % len(self.moved)]
        # Known where it was made; a copy put back may have forgotten it.
        with suppress(TambonError):
            UndoService(self._laptop(number).workspace).undo_action(action)

    @rule(number=_laptops, which=st.integers(0, 4), mine=st.booleans())
    def decide(self, number: int, which: int, mine: bool) -> None:
        conflicts = ConflictService(self._laptop(number).workspace)
        if rows := conflicts.open():
            conflicts.decide([rows[which % len(rows)].id], "mine" if mine else "theirs")

    @rule(number=_laptops, link=_links)
    def sync(self, number: int, link: str) -> None:
        _LossyRemote.fault = link
        with suppress(TambonError):
            self._laptop(number).sync.sync_now(allow_mass_deletion=True)
        _LossyRemote.fault = "good"

    @rule(giver=_laptops, taker=_laptops)
    def visit(self, giver: int, taker: int) -> None:
        one, other = self._laptop(giver), self._laptop(taker)
        if one.id != other.id:
            content, _count = one.carrying.parcel_for(bytes.fromhex(other.id), {}, 1 << 20)
            self.parcels.append((taker, content))
            self._take(other, content)

    @precondition(lambda self: self.parcels)
    @rule(which=st.integers(0, 9))
    def bring_an_old_parcel(self, which: int) -> None:
        taker, content = self.parcels[which % len(self.parcels)]
        self._take(self._laptop(taker), content)

    def _take(self, laptop: Laptop, content: bytes) -> None:
        # A parcel for who this laptop no longer is, or that would hide too many, is refused.
        with suppress(SyncError, TambonError):
            laptop.carrying.take_parcel(content)

    @rule(number=_laptops)
    def copy_laptop(self, number: int) -> None:
        number %= len(self.laptops)
        self.copies[number] = self._copied(self.laptops[number])

    @precondition(lambda self: self.copies)
    @rule(sent=st.booleans())
    def put_a_copy_back(self, sent: bool) -> None:
        number, copy = self.copies.popitem()
        old = self.laptops[number]
        if sent:  # what nobody has is lost with the disk
            with suppress(TambonError):
                old.sync.sync_now(allow_mass_deletion=True)
        old.workspace.close()
        self.laptops[number] = self._opened(copy)

    @precondition(lambda self: len(self.laptops) <= _LAPTOPS)
    @rule(number=_laptops)
    def clone(self, number: int) -> None:
        self.laptops.append(self._opened(self._copied(self._laptop(number))))

    def _copied(self, laptop: Laptop) -> Path:
        folder = self.folder / new_id().hex
        folder.mkdir()
        with laptop.workspace.database.engine.connect() as connection:
            source = connection.connection.dbapi_connection
            assert source is not None
            target = laptop.workspace.database.connect_to(folder / "centre.db")
            source.backup(target)
            target.close()
        shutil.copyfile(laptop.workspace.keys.path, folder / laptop.workspace.keys.path.name)
        return folder

    def _opened(self, folder: Path) -> Laptop:
        workspace = open_centre(folder, PASSCODE, clock=self.province.clock, key_cost=QUICK)
        return _lossy(Laptop(workspace, self.province.wire), self.province.wire)

    @rule()
    def copy_hub(self) -> None:
        self.hub_copy = copy_of(self.province.hub.database)

    @precondition(lambda self: self.hub_copy is not None)
    @rule()
    def put_the_hub_back(self) -> None:
        assert self.hub_copy is not None
        put_back(self.province.hub.database, self.hub_copy)

    def teardown(self) -> None:
        if not hasattr(self, "province"):
            return
        try:
            before = set().union(*(_stamps(laptop) for laptop in self.laptops))
            self._settle()
            self._check_alike()
            self._check_nothing_lost(before)
        finally:
            self.province.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _settle(self) -> None:
        for _ in range(10):
            told = [laptop.sync.sync_now(allow_mass_deletion=True) for laptop in self.laptops]
            moved = any(each.sent or each.received or each.restarted for each in told)
            if not moved and not any(each.sync.status().waiting for each in self.laptops):
                return
        raise AssertionError("the laptops never come to rest")

    def _check_alike(self) -> None:
        hub = self._hub_states()
        first = _shown(self.laptops[0])
        for laptop in self.laptops:
            assert _states(laptop) == hub
            assert _shown(laptop) == first
            assert laptop.sync.status().waiting == 0
            with laptop.workspace.read() as session:
                assert session.scalars(select(SetAside)).all() == []

    def _check_nothing_lost(self, before: set[tuple[bytes, bytes]]) -> None:
        known = {
            (record, stamp)
            for record, state in self._hub_states().items()
            for field in state.values()
            for stamp in (*field.covered, *(head.stamp for head in field.heads))
        }
        assert before <= known

    def _hub_states(self) -> dict[bytes, RecordState]:
        with self.province.hub.database.read() as connection:
            return {each.record: each.state for each in read_records(connection)}


def _stamps(laptop: Laptop) -> set[tuple[bytes, bytes]]:
    with laptop.workspace.read() as session:
        return {
            (row.record_id.bytes, row.stamp)
            for row in session.execute(select(Change.record_id, Change.stamp))
        }


def _states(laptop: Laptop) -> dict[bytes, RecordState]:
    with laptop.workspace.read() as session:
        records = sorted({each.bytes for each in session.scalars(select(Change.record_id))})
        return {record: merge.fold(changes) for record, changes in logged(session, records).items()}


def _shown(laptop: Laptop) -> object:
    """What people see: every learner's fields, and what is in conflict."""
    with laptop.workspace.read() as session:
        learners = {
            each.id: (each.deleted, each.given, each.nickname, each.phone, each.status)
            for each in session.scalars(select(Learner))
        }
        conflicts = sorted(session.scalars(select(Conflict.id).where(~Conflict.settled)))
        partners = {
            each.id: (
                each.deleted,
                state_of(session, each),
                [(line.move.id, line.stands, line.reversed_by) for line in history(session, each)],
            )
            for each in session.scalars(select(Partner))
        }
    return learners, conflicts, partners


_LONG = int(os.environ.get("SYNC_TEST_LIVES", "0"))

LaptopMachine.TestCase.settings = settings(
    max_examples=_LONG or 12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestLaptops = LaptopMachine.TestCase


def test_what_a_clone_sent_outlives_a_hub_put_back() -> None:
    """The hub put back holds the original's change under the number of the clone's."""
    life = LaptopMachine()
    life.begin()
    life.clone(0)
    life.edit(0, 0, "status", "มะลิ")
    life.copy_hub()
    life.edit(3, 0, "phone", "ดาว")
    life.sync(3, "good")
    life.put_the_hub_back()
    life.edit(0, 1, "phone", "มะลิ")
    life.sync(0, "good")
    life.edit(3, 2, "nickname", "ต้น")
    life.teardown()


def test_a_long_life_of_a_clone_and_a_hub_put_back() -> None:
    """As random lives met it, with a parcel both ways and a request lost."""
    life = LaptopMachine()
    life.begin()
    life.edit(3, 1, "nickname", "ต้น")
    life.clone(3)
    life.sync(1, "good")
    life.visit(0, 3)
    life.copy_hub()
    life.visit(0, 1)
    life.hide(2, 1, False)
    life.visit(3, 0)
    life.edit(0, 0, "status", "ต้น")
    life.edit(3, 0, "phone", "ดาว")
    life.copy_hub()
    life.edit(2, 1, "status", "ต้น")
    life.edit(0, 2, "phone", "มะลิ")
    life.sync(3, "request lost")
    life.put_the_hub_back()
    life.edit(1, 1, "phone", "ต้น")
    life.hide(2, 0, False)
    life.edit(3, 2, "nickname", "ดาว")
    life.teardown()
