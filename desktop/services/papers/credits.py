"""Credits and evidence on paper: lists of the centre, and the request with its result."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.credits import CreditItem, CreditItemMove, Evidence
from desktop.models.moves import last_move, state_column
from desktop.models.people import Learner
from desktop.reports.paper_data import PaperOptions
from desktop.services.credits.lifecycle import ACCEPTED, WAITING
from desktop.services.credits.reading import found, of_learners
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.credits.sums import decision
from desktop.services.evidence.reading import found as found_evidence
from desktop.services.evidence.records import EvidenceQuery
from desktop.services.needs.amounts import shown, total
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, WithForm, lines, write_lists
from desktop.services.rights import Right, needs
from resources.words import codes

_COLUMNS: Final = (
    ("เรียนรู้อะไร จากที่ไหน", "What was learnt, where", 210.0),
    ("ผู้เรียนรู้", "Learner", 150.0),
    ("สถานศึกษา", "Institution", 150.0),
    ("อยู่ขั้นนี้มา", "In this state for", 100.0),
    ("เสนอ", "Proposed", 60.0),
    ("รับแล้ว", "Accepted", 60.0),
)
_REQUEST: Final = (
    ("เรียนรู้อะไร จากที่ไหน", "What was learnt, where", 190.0),
    ("เมื่อใด กี่ชั่วโมง", "When, hours", 110.0),
    ("หลักฐาน", "Evidence", 160.0),
    ("เสนอ: ระดับ สาระ หน่วยกิต", "Proposed: level, strand, credits", 140.0),
    ("ผล: หน่วยกิต รหัสวิชา เลขที่ วันที่", "Result: credits, code, number, day", 150.0),
)
_SIGNERS: Final = (
    ("กรรมการ", "Committee"), ("กรรมการ", "Committee"), ("กรรมการ", "Committee"),
    ("กรรมการ", "Committee"), ("ผู้เรียนรู้ รับทราบผล", "Learner, has seen the result"),
    ("ผู้อนุมัติ", "Approved by"),
)  # fmt: skip
_FORM_ROWS: Final = 5
_EVIDENCE: Final = (
    ("หลักฐาน", "Evidence", 200.0),
    ("ผู้เรียนรู้", "Learner", 150.0),
    ("ชนิด วันที่", "Kind, day", 130.0),
    ("เป็นหลักฐานของ", "Shows", 150.0),
    ("ยังขาด", "What it lacks", 130.0),
)


class CreditPapers(WithForm[CreditQuery]):
    """Prints credit items by state, and requests for transfer; restricted learners are left out."""

    event = "printed_credits"
    form_code = "CREDIT-1"

    def _listed(self, desk: PaperDesk, query: CreditQuery | None) -> Listed:
        english = desk.language == "en"
        rows = [
            row
            for row in found(desk.session, query or CreditQuery(), desk.today)
            if not row.restricted
        ]
        states: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: -row.days):
            states[row.state].append(_line(desk, row))
        return Listed(
            "Credit items" if english else "สิ่งที่เทียบโอน",
            _COLUMNS,
            [(desk.label("credit_states", state), states[state]) for state in sorted(states)],
            _sums(desk, rows),
            tuple(row.who for row in rows),
            len(rows),
            numeric=frozenset({4, 5}),
        )

    @needs(Right.PRINT)
    def write_requests(
        self, path: Path, query: CreditQuery | None = None, options: PaperOptions | None = None
    ) -> int:
        """Write the request for transfer of each learner that a question finds, and the results.

        Without a question, of all who wait for an answer. What was noted or withdrawn is asked of
        nobody, and stands on none.

        Raises:
            UserError: `paper_nothing_to_print`; as `write_lists`.
        """
        asked = query or CreditQuery(states=tuple(sorted(WAITING)))

        def told(desk: PaperDesk) -> list[Listed]:
            rows = [
                row
                for row in found(desk.session, asked, desk.today)
                if not row.restricted and row.state in WAITING | ACCEPTED | {"refused"}
            ]
            return [
                _request(desk, learner_id, mine) for learner_id, mine in of_learners(rows).items()
            ]

        return write_lists(self._workspace, path, options, told, "printed_transfer")

    def _blank(self, desk: PaperDesk) -> Listed:
        row = ("\n\n", *[""] * (len(_REQUEST) - 1))
        under = (
            "Name ............................................ Institution .................."
            if desk.language == "en"
            else "ชื่อ–สกุล ............................................... "
            "สถานศึกษาที่ขอเทียบโอน ..............................................."
        )
        return _paper(desk, [row] * _FORM_ROWS, under)


class EvidenceList(SubjectDirectory[EvidenceQuery]):
    """Prints evidence in words, by how it stands; pictures are not on it."""

    event = "printed_evidence"

    def _listed(self, desk: PaperDesk, query: EvidenceQuery | None) -> Listed:
        english = desk.language == "en"
        rows = [
            row
            for row in found_evidence(desk.session, query or EvidenceQuery(), desk.today)
            if not row.restricted
        ]
        states: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            states[row.state].append(
                (
                    row.name,
                    row.who,
                    lines(desk.label("evidence_kinds", row.kind), desk.date(row.on, short=True)),
                    row.shows,
                    lines(*(codes.said("evidence_gap", gap, desk.language) for gap in row.gaps)),
                )
            )
        count = f"{len(rows)} pieces" if english else f"{len(rows)} ชิ้น"
        return Listed(
            "Evidence of learning" if english else "หลักฐานการเรียนรู้",
            _EVIDENCE,
            [(desk.label("evidence_states", state), states[state]) for state in sorted(states)],
            count,
            tuple(row.who for row in rows),
            len(rows),
        )


def _line(desk: PaperDesk, row: CreditRow) -> tuple[str, ...]:
    english = desk.language == "en"
    days = (f"{row.days} days" if english else f"{row.days} วัน") if row.days else ""
    return (
        lines(row.name, row.provider),
        row.who,
        row.receiver,
        lines(days, desk.date(row.since, short=True)),
        _credits(row.proposed),
        _credits(row.accepted),
    )


def _sums(desk: PaperDesk, rows: list[CreditRow]) -> str:
    """How many credits are proposed and undecided, and how many count."""
    waiting = total(row.proposed or 0 for row in rows if row.state in WAITING)
    counts = total(row.accepted or 0 for row in rows)
    if desk.language == "en":
        return f"{len(rows)} items · proposed {shown(waiting)} · accepted {shown(counts)} credits"
    return f"{len(rows)} รายการ · เสนอ {shown(waiting)} · รับแล้ว {shown(counts)} หน่วยกิต"


def _request(desk: PaperDesk, learner_id: UUID, rows: list[CreditRow]) -> Listed:
    learner = desk.session.get_one(Learner, learner_id)
    receivers = dict.fromkeys(row.receiver for row in rows if row.receiver)
    whom = ("To " if desk.language == "en" else "เรียน ") + ", ".join(receivers)
    parts = (rows[0].who, learner.code, whom if receivers else "", _sums(desk, rows))
    told = [_asked(desk, row) for row in rows]
    return _paper(desk, told, " · ".join(filter(None, parts)), rows[0].who)


def _paper(desk: PaperDesk, rows: list[tuple[str, ...]], under: str, who: str = "") -> Listed:
    english = desk.language == "en"
    return Listed(
        "Request for transfer of credits, and result" if english else "คำขอและผลการเทียบโอน",
        _REQUEST,
        [("", rows)],
        under,
        names=(who,) if who else (),
        count=len(rows) if who else None,
        signers=tuple(each[english] for each in _SIGNERS),
        code=CreditPapers.form_code,
    )


def _asked(desk: PaperDesk, row: CreditRow) -> tuple[str, ...]:
    item = desk.session.get_one(CreditItem, row.id)
    english = desk.language == "en"
    hours = f"{shown(row.hours)} {'hours' if english else 'ชั่วโมง'}" if row.hours else ""
    since, until = (desk.date(each, short=True) for each in (item.starts_on, item.ends_on))
    when = " – ".join(dict.fromkeys(filter(None, (since, until))))
    word = "credits" if english else "หน่วยกิต"
    asked = f"{_credits(item.credits)} {word}" if item.credits else ""
    return (
        lines(row.name, row.provider, desk.label("credit_origins", row.origin)),
        lines(when, hours),
        lines(*_shown(desk.session, row.id)),
        lines(
            desk.label("dole_curriculum", item.level),
            desk.label("dole_subjects", item.subject),
            asked,
        ),
        _result(desk, row, item),
    )


def _result(desk: PaperDesk, row: CreditRow, item: CreditItem) -> str:
    """What was decided; room for the pen where nothing is."""
    english = desk.language == "en"
    last = last_move(desk.session, item)
    move = decision(desk.session, last) or (last if row.state == "refused" else None)
    if not isinstance(move, CreditItemMove):
        return "\n\n"
    word = "credits" if english else "หน่วยกิต"
    return lines(
        desk.label("credit_states", row.state),
        f"{_credits(move.credits)} {word}" if move.credits else "",
        move.subject_code,
        " · ".join(filter(None, (move.institution, move.number))),
        desk.date(move.done_on, short=True),
        move.reason,
    )


def _shown(session: Session, item_id: UUID) -> list[str]:
    wanted = select(Evidence.name).where(
        Evidence.credit_item_id == item_id,
        Evidence.deleted.is_(False),
        state_column(Evidence) != "lacking",
    )
    return list(session.scalars(wanted.order_by(Evidence.sort_key, Evidence.id)))


def _credits(amount: float | None) -> str:
    return shown(amount) if amount is not None else "–"
