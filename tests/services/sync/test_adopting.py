"""What an older program kept of a newer one is whole again once this laptop is upgraded."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.people import Contact
from desktop.models.program import ForeignRecord, Setting
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.service import LearnerService
from desktop.services.sync import arrivals as sync_arrivals
from desktop.services.sync import records as sync_records
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync import protocol
from sync.kinds import Lane
from sync.ports import Incoming, LinkState
from sync.protocol import FieldWrite
from tests.factories import Clock, add_learner, make_workspace, open_workspace


def _all_changes(workspace: Workspace) -> list[protocol.Change]:
    store = DesktopStore(workspace)
    return [change for lane in Lane for change in store.pending(lane, 0, 1 << 30)]


def _give(changes: list[protocol.Change], to: Workspace) -> None:
    store = DesktopStore(to)
    store.apply(Incoming(LinkState(), store.acknowledged(), tuple(changes)))


def _as_before_the_upgrade(patch: pytest.MonkeyPatch) -> None:
    """A program that knows neither contacts nor nicknames."""

    def classes() -> dict[str, type]:
        return {kind: cls for kind, cls in synced_classes().items() if kind != "contact"}

    def columns(cls: type) -> dict[str, object]:
        return {name: each for name, each in fields_of(cls).items() if name != "nickname"}

    for module in (sync_records, sync_arrivals):
        for name, older in (("synced_classes", classes), ("fields_of", columns)):
            if hasattr(module, name):
                patch.setattr(module, name, older)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, UUID]:
    """A laptop that got a contact and a nickname before it knew of either, closed."""
    one = make_workspace(tmp_path / "one")
    learner = add_learner(one, nickname="ดาว")
    ContactService(one).add(learner, {"text": "พบที่บ้าน"})
    changes = _all_changes(one)
    two = make_workspace(tmp_path / "two", Clock(), joining=one.centre_id)
    with monkeypatch.context() as patch:
        _as_before_the_upgrade(patch)
        _give(changes, two)
    with two.database.write(applying=True) as session:
        assert session.scalars(select(ForeignRecord.kind)).all() == ["contact"]
        session.execute(delete(Setting).where(Setting.name == "adopted_schema"))
    assert LearnerService(two).get(learner).values["nickname"] is None
    one.close()
    two.close()
    return tmp_path / "two", learner


def test_kept_kinds_and_fields_are_there_after_the_upgrade(folder: tuple[Path, UUID]) -> None:
    two = open_workspace(folder[0])
    try:
        assert LearnerService(two).get(folder[1]).values["nickname"] == "ดาว"
        with two.read() as session:
            assert session.scalars(select(ForeignRecord)).all() == []
            assert session.scalars(select(Contact.learner_id)).all() == [folder[1]]
        assert CheckService(two).check().findings == ()
    finally:
        two.close()


def test_a_value_that_does_not_fit_stays_kept(
    folder: tuple[Path, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    two = open_workspace(folder[0])
    with two.read() as session:
        template = session.scalars(select(Contact)).one()
    with monkeypatch.context() as patch:
        _as_before_the_upgrade(patch)
        bad = protocol.Change(
            record=b"R" * 16, kind="contact", fields={"learner_id": FieldWrite("no id")},
            device=b"newerlap", epoch=1, lane=2, seq=1,
            stamp=template.first_stamp[:8] + b"newerlap", wall_ms=0, offset_ms=None, author=b"",
        )  # fmt: skip
        _give([bad], two)
    with two.database.write(applying=True) as session:
        session.execute(delete(Setting).where(Setting.name == "adopted_schema"))
    two.close()

    two = open_workspace(folder[0])
    try:
        with two.read() as session:
            assert session.scalars(select(ForeignRecord.record_id)).all() == [UUID(bytes=b"R" * 16)]
    finally:
        two.close()
