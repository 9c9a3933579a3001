"""The breach pack: whose data a lost laptop held, what of it, since when, and what was unsent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop import reports
from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, Value, write_xlsx
from desktop.models.area import Centre, Village
from desktop.models.base import from_milliseconds, synced_classes
from desktop.models.dates import PartialDate, be_year, long_date
from desktop.models.documents import Document
from desktop.models.fields import HUMANS
from desktop.models.people import Carer, Learner, LearnerCode, LearnerPrivate
from desktop.models.persons import Person, called
from desktop.models.program import AuditAnchor, Change, DeviceState
from desktop.reports.paper_data import BreachPaper, PaperOptions, PrintStamp
from desktop.services import audit
from desktop.services.papers.learner import PaperDesk
from desktop.services.persons_rights.breach_words import (
    FACTS,
    NOT_KNOWN,
    PROTECTION,
    REVOKED,
    SHEETS,
    STEPS,
    TITLE,
    UNSENT,
)
from desktop.services.rights import Right, needs
from desktop.services.sync.roster import LaptopRow, enrolled, laptops
from desktop.services.workspace import Workspace
from resources.clock import in_thailand
from resources.words.names import holding_kinds, holds
from sync.kinds import kind_of

HOURS: Final = 72
ADULT: Final = 20


@dataclass(frozen=True)
class HeldPerson:
    """Somebody whose data lay on the laptop; `surely` False: it may have come after."""

    id: UUID
    code: str
    name: str
    village: str
    minor: bool
    sensitive: bool
    numbers: int
    documents: int
    carers: str
    surely: bool


@dataclass(frozen=True)
class HeldKind:
    """Records of one kind that holds something about people."""

    kind: str
    records: int
    sensitive: bool


@dataclass(frozen=True)
class BreachPack:
    """What is known here of a lost laptop.

    Attributes:
        revoked: None where this laptop does not know.
        in_use_since, last_contact: None where nothing of it ever arrived here.
        changes: how many changes made there arrived here.
        deadline: 72 hours after `made_at`.
    """

    device: str
    letters: str
    centre: str
    revoked: bool | None
    in_use_since: datetime | None
    last_contact: datetime | None
    changes: int
    people: tuple[HeldPerson, ...]
    kinds: tuple[HeldKind, ...]
    made_at: datetime
    deadline: datetime


class BreachService:
    """Gathers the pack from what this laptop knows; the hub has a command of its own."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.AUDIT)
    def pack(self, device: str) -> BreachPack:
        """Return what is known of a laptop, by its id or its letters.

        Raises:
            UserError: `laptop_unknown`.
        """
        workspace = self._workspace
        known = _roster(workspace)
        with workspace.database.read() as session:
            identity = _find(session, known, device)
            row = next((each for each in known if each.device == identity.hex()), None)
            first, last, changes = _heard(session, identity)
            made = workspace.now()
            centre = session.get(Centre, workspace.centre_id)
            own = session.get_one(DeviceState, 1)
            return BreachPack(
                device=identity.hex(),
                letters=row.letters if row else own.letters if own.device == identity else "",
                centre=centre.name if centre else "",
                revoked=row.revoked if row else None,
                in_use_since=first,
                last_contact=last,
                changes=changes,
                people=_people(session, identity, last, workspace.today()),
                kinds=_kinds(session, last),
                made_at=made,
                deadline=made + timedelta(hours=HOURS),
            )

    @needs(Right.AUDIT)
    def write(
        self,
        device: str,
        path: Path,
        reason: str,
        *,
        english: bool = False,
        boxes: bool = False,
    ) -> BreachPack:
        """Write the pack as a workbook, or as a PDF where the name ends so; who and why is noted.

        Raises:
            UserError: `reason_missing`; `laptop_unknown`; `paper_letters_missing` where a name has
                letters that no typeface has, unless boxes may stand for them; as a workbook or a
                paper.
        """
        if not reason.strip():
            raise UserError("reason_missing")
        pack = self.pack(device)
        if path.suffix.lower() == ".pdf":
            with self._workspace.read() as session:
                language = "en" if english else "th"
                desk = PaperDesk(session, language, self._workspace.today())
                paper = _paper(pack, desk, self._workspace, english=english)
            options = PaperOptions(language=language, boxes=boxes)
            reports.write_breach(paper, path, options)
        else:
            write_xlsx(path, _tables(pack, english=english), english=english)
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "breach_pack", device=pack.device,
                people=len(pack.people), reason=reason.strip(),
            )  # fmt: skip
        return pack


def facts(pack: BreachPack, *, english: bool = False) -> list[tuple[str, str]]:
    """Return the facts of a pack, each with its words."""
    at = int(english)
    surely = [each for each in pack.people if each.surely]
    values = {
        "device": f"{pack.letters} {pack.device}".strip(),
        "centre": pack.centre,
        "in_use_since": _moment(pack.in_use_since, at),
        "last_contact": _moment(pack.last_contact, at),
        "revoked": REVOKED[pack.revoked][at],
        "people": f"{len(surely):,}",
        "possible": f"{len(pack.people) - len(surely):,}",
        "minors": f"{sum(each.minor for each in pack.people):,}",
        "sensitive": f"{sum(each.sensitive for each in pack.people):,}",
        "changes": f"{pack.changes:,}",
        "unsent": UNSENT[at],
        "protection": PROTECTION[at],
        "aware": _moment(pack.made_at, at),
        "deadline": _moment(pack.deadline, at),
    }
    return [(FACTS[name][at], text) for name, text in values.items()]


def _tables(pack: BreachPack, *, english: bool) -> list[Table]:
    at, language = int(english), "en" if english else "th"

    def columns(*names: tuple[str, str, int]) -> tuple[Column, ...]:
        return tuple(Column(en, th, en, width=width) for th, en, width in names)

    people: list[Sequence[Value]] = [
        (
            each.code, each.name, each.village, _yes(each.minor, at), _yes(each.sensitive, at),
            str(each.numbers), str(each.documents), each.carers,
            ("แน่นอน", "surely")[at] if each.surely else ("อาจจะ", "perhaps")[at],
        )
        for each in pack.people
    ]  # fmt: skip
    steps: list[Sequence[Value]] = [
        (within[at], words[at].replace("{device}", pack.device), "", "") for within, words in STEPS
    ]
    kinds: list[Sequence[Value]] = [
        (holds(each.kind, language), f"{each.records:,}", _yes(each.sensitive, at))
        for each in pack.kinds
    ]
    return [
        Table(SHEETS["facts"][at], columns(("เรื่อง", "Fact", 44), ("ข้อมูล", "Value", 90)),
              facts(pack, english=english)),
        Table(SHEETS["steps"][at],
              columns(("ภายใน (ชั่วโมง)", "Within (hours)", 16), ("ทำอะไร", "What", 90),
                      ("ใครทำ", "Who", 24), ("ทำเมื่อ", "Done at", 20)), steps),
        Table(SHEETS["people"][at],
              columns(("รหัส", "Code", 28), ("ชื่อ", "Name", 44), ("หมู่", "Village", 14),
                      ("ต่ำกว่า 20 ปี", "Under 20", 15), ("มีข้อมูลอ่อนไหว", "Sensitive", 18),
                      ("เลขประจำตัว", "Numbers", 20), ("เอกสาร/รูป", "Documents", 20),
                      ("ผู้ดูแลและโทรศัพท์", "Carers, telephones", 56),
                      ("อยู่ในเครื่อง", "On the laptop", 17)),
              people),
        Table(SHEETS["kinds"][at],
              columns(("ชนิดข้อมูล", "Kind", 60), ("ระเบียน", "Records", 12),
                      ("อ่อนไหว", "Sensitive", 12)), kinds),
    ]  # fmt: skip


def _paper(
    pack: BreachPack, desk: PaperDesk, workspace: Workspace, *, english: bool
) -> BreachPaper:
    at = int(english)
    tables = _tables(pack, english=english)
    return BreachPaper(
        letterhead=desk.letterhead(),
        title=TITLE[at],
        facts=tuple(facts(pack, english=english)),
        tables=tuple(
            (
                table.title,
                tuple(c.header_en if english else c.header_th for c in table.columns),
                tuple(float(column.width) for column in table.columns),
                tuple(tuple(str(value or "") for value in row) for row in table.rows),
            )
            for table in tables[1:]
        ),
        printed=PrintStamp("", in_thailand(workspace.now()), workspace.user.name),
    )


def _find(session: Session, known: Sequence[LaptopRow], wanted: str) -> bytes:
    text = wanted.strip().lower()
    for row in known:
        if text in (row.device, row.letters.lower()):
            return bytes.fromhex(row.device)
    own = session.get_one(DeviceState, 1)
    if text in (own.device.hex(), own.letters.lower()):
        return own.device
    heard = {each.hex(): each for each in session.scalars(select(Change.device).distinct())}
    if text not in heard:
        raise UserError("laptop_unknown", laptop=wanted)
    return heard[text]


def _heard(session: Session, device: bytes) -> tuple[datetime | None, datetime | None, int]:
    """Return when a laptop's first and last work was done, as far as it arrived, and how much."""
    first = last = None
    changes = 0
    for wall_ms, offset_ms in session.execute(
        select(Change.wall_ms, Change.offset_ms).where(
            Change.device == device, Change.doubtful.is_(False)
        )
    ):
        at = wall_ms + (offset_ms or 0)
        first = at if first is None else min(first, at)
        last = at if last is None else max(last, at)
        changes += 1
    # An anchor names a laptop by the first letters of its id, and tells seconds.
    anchored = session.scalar(
        select(func.max(AuditAnchor.at)).where(AuditAnchor.device == device.hex()[:8])
    )
    if anchored is not None:
        last = max(last or 0, anchored * 1000)
    return (
        None if first is None else from_milliseconds(first),
        None if last is None else from_milliseconds(last),
        changes,
    )


def _people(
    session: Session, device: bytes, last: datetime | None, today: date
) -> tuple[HeldPerson, ...]:
    made_there = set(
        session.scalars(
            select(Change.record_id).where(
                Change.device == device, Change.kind.in_(HUMANS), Change.created.is_(True)
            )
        )
    )
    private = set(session.scalars(select(LearnerPrivate.learner_id)))
    numbers = dict(
        session.execute(
            select(LearnerCode.learner_id, func.count()).group_by(LearnerCode.learner_id)
        ).all()
    )
    documents = dict(
        session.execute(
            select(Document.learner_id, func.count()).group_by(Document.learner_id)
        ).all()
    )
    carers: dict[UUID, list[str]] = {}
    for carer in session.scalars(select(Carer).where(Carer.deleted.is_(False))):
        carers.setdefault(carer.learner_id, []).append(f"{carer.name} {carer.phone or ''}".strip())
    moos = {village.id: village.moo for village in session.scalars(select(Village))}
    people = []
    for each in session.scalars(
        select(Learner)
        .where(Learner.erased.is_(None), Learner.anonymised_on.is_(None))
        .order_by(Learner.sort_key)
    ):
        years = PartialDate.from_iso(each.birth).age_on(today).years if each.birth else None
        people.append(
            HeldPerson(
                id=each.id,
                code=each.code,
                name=called(each),
                village=moos.get(each.village_id, "") if each.village_id else "",
                minor=years is None or years < ADULT,
                sensitive=each.id in private,
                numbers=numbers.get(each.id, 0),
                documents=documents.get(each.id, 0),
                carers="; ".join(carers.get(each.id, ())),
                surely=each.id in made_there or (last is not None and each.created_at <= last),
            )
        )
    for person in session.scalars(
        select(Person).where(Person.erased.is_(None)).order_by(Person.sort_key)
    ):
        born = PartialDate.from_iso(person.birth) if person.birth else None
        people.append(
            HeldPerson(
                id=person.id,
                code="",
                name=called(person),
                village=moos.get(person.village_id, "") if person.village_id else "",
                minor=born is not None and born.age_on(today).years < ADULT,
                sensitive=False,
                numbers=0,
                documents=0,
                carers=person.phone or "",
                surely=person.id in made_there or (last is not None and person.created_at <= last),
            )
        )
    return tuple(people)


def _kinds(session: Session, last: datetime | None) -> tuple[HeldKind, ...]:
    found = []
    classes = synced_classes()
    for kind in holding_kinds():
        cls = classes[kind]
        wanted = select(func.count()).select_from(cls).where(cls.erased.is_(None))
        if last is not None:
            wanted = wanted.where(cls.created_at <= last)
        records = session.scalar(wanted) or 0
        if records:
            found.append(HeldKind(kind, records, kind_of(kind).sensitive))
    return tuple(sorted(found, key=lambda each: not each.sensitive))


def _roster(workspace: Workspace) -> list[LaptopRow]:
    try:
        return laptops(enrolled(workspace))
    except UserError:  # on its own so far
        return []


def _moment(moment: datetime | None, at: int) -> str:
    if moment is None:
        return NOT_KNOWN[at]
    local = in_thailand(moment)
    day = f"{local.day}/{local.month}/{be_year(local.year)}" if at else long_date(local.date())
    return f"{day} {local:%H:%M}"


def _yes(value: bool, at: int) -> str:
    return ("ใช่", "yes")[at] if value else ""
