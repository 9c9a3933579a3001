"""The feed and its limits: nothing is passed by, and what is told is what the hub holds."""

from __future__ import annotations

from contextlib import closing

import msgspec
import pytest
import sqlalchemy as sa

from sync import merge
from sync.attachments import PIECE, split
from sync.columns import unpack_changes
from sync.engine import Engine
from sync.envelope import seal_request
from sync.hub import feed, keeping
from sync.hub.keeping import keep_changes
from sync.hub.scope import Caller, Scope
from sync.hub.tables import centre as centre_table
from sync.hub.turns import receipt_code
from sync.hub.vault import current_key
from sync.protocol import Change, Code, SyncRequest
from sync.texts import LINE_LETTERS
from tests.sync.world import World


def test_receipts_do_not_repeat() -> None:
    codes = {receipt_code(number) for number in range(1, 20_000)}
    assert len(codes) == 19_999
    assert all(len(code) == 4 for code in codes)


def test_rows_that_commit_late_are_not_passed_by(postgres_url: str) -> None:
    with closing(World(postgres_url)) as world:
        _read_between_commits(world)


def _read_between_commits(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    reader = world.join("AC")
    made = [
        laptop.store.edit(world.record_id(), "learner", {"given": "ก"})
        for laptop in (first, second)
    ]
    scope = Scope("58", world.centre)
    callers = [Caller(each.store.device, scope, 1, 0, 0) for each in (first, second)]
    engine = world.hub.database.engine
    with engine.connect() as early, engine.connect() as late:
        begun = early.begin()
        keep_changes(early, callers[0], [_known(made[0])], 0)
        # The second transaction cannot take numbers before the first has ended.
        late.execute(sa.text("SET lock_timeout = '200ms'"))
        with pytest.raises(sa.exc.OperationalError):
            keep_changes(late, callers[1], [_known(made[1])], 0)
        late.rollback()
        assert reader.sync().received == 0
        begun.commit()
        with late.begin():
            keep_changes(late, callers[1], [_known(made[1])], 0)
            assert reader.sync().received == 1
    assert reader.sync().received == 1


def test_numbers_given_out_before_the_commit_would_be_noticed(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above fails with a sequence, which is handed out at once."""
    engine = sa.create_engine(postgres_url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSequence(sa.Sequence("numbers")))

    def take_numbers(connection: sa.Connection, _scope: Scope, _count: int) -> tuple[int, int]:
        number = connection.execute(sa.text("SELECT nextval('numbers')")).scalar_one()
        with connection.engine.begin() as other:
            other.execute(sa.update(centre_table).values(feed=number))
        return int(number), current_key(connection)

    monkeypatch.setattr(keeping, "take_numbers", take_numbers)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_rows_that_commit_late_are_not_passed_by(postgres_url)


def _known(change: Change | None) -> Change:
    assert change is not None
    return change


def test_news_is_what_the_columns_hold(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    change = _known(first.store.edit(world.record_id(), "learner", {"given": "ก"}))
    first.sync()
    request = SyncRequest(1, world.clock(), b"", second.store.highest())
    sealed = seal_request(request, 1, second.store.device, second.link._key, world.hub.identity)
    news = unpack_changes(world.hub.sync(sealed).news)
    assert news == [msgspec.structs.replace(change, doubtful=False)]


def _told(world: World, few: int, monkeypatch: pytest.MonkeyPatch) -> list[feed.News]:
    """All of the feed in small answers, with so many rows read at once for both sorts."""
    monkeypatch.setattr(feed, "_FEW", few)
    told: list[feed.News] = []
    cursor = b""
    with world.hub.database.read() as connection:
        while not told or told[-1].more:
            scope = Scope("58", world.centre)
            news = feed.read_news(connection, scope, b"same", cursor, (b"reader..", 1), 60)
            assert news.cursor != cursor
            cursor = news.cursor
            told.append(news)
    return told


def test_few_rows_are_told_as_many_are(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.join("AA")
    for number in range(12):
        record = world.record_id()
        if number % 3:
            first.store.edit(record, "learner", {"given": f"มะลิ {number}"})
        else:
            ((piece, fields),) = split(world.random.randbytes(90))
            first.store.edit(piece, PIECE, fields)
        first.sync()
    told = _told(world, 16, monkeypatch)
    assert told == _told(world, 0, monkeypatch)
    assert len(told) > 3
    assert sum(len(news.changes) for news in told) == 12


def test_a_text_that_could_not_be_printed_is_set_aside_and_the_rest_goes_on(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    good, long, control = (world.record_id() for _ in range(3))
    first.store.edit(long, "learner", {"given": "ก" * (LINE_LETTERS + 1)})
    first.store.edit(control, "learner", {"given": "มะ\x00ลิ"})
    first.store.edit(good, "learner", {"given": "ก" * LINE_LETTERS})
    first.sync()
    assert [each.code for each in first.store.refused] == ["too_long:given", "bad_text:given"]
    assert second.sync().received == 1
    assert set(second.store.states) == {good}


def test_a_record_takes_so_many_writes_and_can_still_be_ended(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MAX_WRITES", 3)
    first, second = world.join("AA"), world.join("AB")
    record = world.record_id()
    for number in range(2):
        first.store.edit(record, "learner", {"nickname": str(number)})
    first.sync()
    for number in range(2, 5):
        first.store.edit(record, "learner", {"nickname": str(number)})
    first.store.edit(record, "learner", {"erased": "2026-11-22"})
    first.sync()
    assert [each.code for each in first.store.refused] == [Code.TOO_MANY_WRITES] * 2
    assert second.sync().received == 4
    assert merge.is_erased(second.store.states[record])


def test_how_much_is_still_to_come_is_told(world: World) -> None:
    first, second = world.join("AA"), world.join("AB")
    for number in range(400):
        first.store.edit(world.record_id(), "learner", {"given": f"คนที่ {number} " + "ก" * 40})
    first.sync()
    told: list[tuple[int, int]] = []

    class Told:
        def step(self, done: int, total: int, doing: str = "") -> None:
            if doing == "receiving":
                told.append((done, total))

    Engine(second.store, second.link, second.clock, first_bytes=256).run(Told())

    assert second.store.visible() == 400
    assert told
    assert all(0 < done < total <= 420 for done, total in told)
    assert [done for done, _total in told] == sorted(done for done, _total in told)
