"""Walks: the sheets that are printed for them, and keying what came of each row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.leads import Lead, LeadSheet
from desktop.models.moves import state_of
from desktop.models.program import DeviceState, User
from desktop.models.text import digits
from desktop.services.leads import reading
from desktop.services.leads.lifecycle import SEARCH
from desktop.services.leads.records import (
    OPEN,
    OUTCOMES,
    Keyed,
    LeadLine,
    LeadQuery,
    Outcome,
    SheetLine,
)
from desktop.services.moves import make_move
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


class LeadWalks:
    """The sheets that were printed, who stands on them, and what was found."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def sheets(self) -> tuple[SheetLine, ...]:
        """Return the printed sheets, the latest first."""
        with self._workspace.read() as session:
            sheets = session.scalars(
                select(LeadSheet)
                .where(LeadSheet.deleted.is_(False))
                .order_by(LeadSheet.first_stamp.desc())
            ).all()
            waiting = {
                row.id: row.state in OPEN
                for row in reading.found(session, LeadQuery(), self._workspace.today())
            }
            return tuple(_line(session, sheet, waiting) for sheet in sheets)

    @needs(Right.READ)
    def rows(self, code: str) -> tuple[LeadLine | None, ...]:
        """Return who stands on a sheet, in its order; None for who is not looked for any more.

        Raises:
            UserError: `lead_sheet_unknown`.
        """
        with self._workspace.read() as session:
            sheet = sheet_of(session, code)
            query = LeadQuery(sheet_id=sheet.id)
            known = {row.id: row for row in reading.found(session, query, self._workspace.today())}
            return tuple(known.get(UUID(each)) for each in sheet.leads or ())

    @needs(Right.WRITE)
    def key(self, code: str, number: int, digit: str, on: str = "", words: str = "") -> Keyed:
        """Note what came of a row of a sheet.

        Args:
            code: of the sheet.
            number: of the row, from 1.
            digit: of `OUTCOMES`, or the code of its move.
            on: when, as a person writes it; today without.
            words: where they went, why, or what was found.

        Raises:
            UserError: `lead_sheet_unknown`, `lead_row_unknown`, `unknown_code`; as
                `moves.make_move`.
        """
        with self._workspace.write() as session:
            sheet = sheet_of(session, code)
            leads = sheet.leads or []
            if not 1 <= number <= len(leads):
                raise UserError("lead_row_unknown", field="number", number=number, most=len(leads))
            outcome = outcome_of(digit)
            lead = live(session, Lead, UUID(leads[number - 1]))
            facts = {"done_on": on or None, outcome.fact: words.strip() or None}
            move = make_move(session, self._workspace, SEARCH, lead, outcome.move, facts)
            session.flush()
            (row,) = reading.lines_of(
                session, [(lead, state_of(session, lead))], self._workspace.today()
            )
            return Keyed(number, lead.id, row.name, move.id, row.state, move.done_on)


def outcome_of(digit: str) -> Outcome:
    """Return what a digit, or the code of a move, means; UserError `unknown_code`."""
    wanted = digits(digit.strip())
    for each in OUTCOMES:
        if wanted in (each.digit, each.move):
            return each
    raise UserError("unknown_code", field="move", value=digit)


def sheet_of(session: Session, code: str) -> LeadSheet:
    """Return the sheet of a code, however it is typed; UserError `lead_sheet_unknown`."""
    wanted = digits("".join(code.split())).upper().replace("-", "")
    sheet = session.scalars(
        select(LeadSheet)
        .where(LeadSheet.code == wanted, LeadSheet.deleted.is_(False))
        .order_by(LeadSheet.first_stamp)
    ).first()
    if sheet is None:
        raise UserError("lead_sheet_unknown", field="code", text=code.strip())
    return sheet


def sheets_for(
    session: Session, rows: Sequence[LeadLine], today: str
) -> list[tuple[LeadSheet, list[LeadLine]]]:
    """Return a sheet for each village and who looks there, with its rows in their order.

    A sheet with the same people that was printed today is the same sheet: looking at a paper
    before it is printed makes no other code.
    """
    parts: dict[tuple[str, UUID | None, UUID | None], list[LeadLine]] = defaultdict(list)
    for row in rows:
        moo = f"{int(row.moo):04d}" if row.moo.isdigit() else f"~{row.moo}"
        parts[moo, row.village_id, row.facilitator_id].append(row)
    printed = session.scalars(
        select(LeadSheet).where(LeadSheet.printed_on == today, LeadSheet.deleted.is_(False))
    ).all()
    known = {(s.village_id, s.facilitator_id, tuple(s.leads or ())): s for s in printed}
    found = []
    for (_moo, village, user), own in sorted(parts.items(), key=lambda part: _place(part[0])):
        ordered = reading.by_urgency(own)
        ids = [row.id.hex for row in ordered]
        sheet = known.get((village, user, tuple(ids)))
        if sheet is None:
            sheet = LeadSheet(
                code=_next_code(session),
                printed_on=today,
                village_id=village,
                facilitator_id=user,
                leads=ids,
            )
            session.add(sheet)
            session.flush()
        found.append((sheet, ordered))
    return found


def _place(part: tuple[str, UUID | None, UUID | None]) -> tuple[str, str]:
    moo, _village, user = part
    return moo, user.hex if user is not None else "~"


def _next_code(session: Session) -> str:
    """The next code of this laptop; one that was given is never given again."""
    letters = session.get_one(DeviceState, 1).letters
    codes = session.scalars(select(LeadSheet.code).where(LeadSheet.code.startswith(letters)))
    used = [int(rest) for each in codes if (rest := each.removeprefix(letters)).isdigit()]
    return f"{letters}{max(used, default=0) + 1:03d}"


def _line(session: Session, sheet: LeadSheet, waiting: dict[UUID, bool]) -> SheetLine:
    ids = [UUID(each) for each in sheet.leads or ()]
    user = session.get(User, sheet.facilitator_id) if sheet.facilitator_id else None
    return SheetLine(
        id=sheet.id,
        code=sheet.code,
        printed_on=sheet.printed_on,
        village=reading.moo_of(session, sheet.village_id),
        facilitator=user.name if user is not None else "",
        people=len(ids),
        waiting=sum(waiting.get(each, False) for each in ids),
    )
