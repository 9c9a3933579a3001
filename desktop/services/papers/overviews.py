"""The register, the tambon summary and blank forms as they go onto paper."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.models.identity import format_national
from desktop.models.people import Learner
from desktop.reports.paper_data import (
    ConsentPurpose,
    Count,
    CrossTable,
    FormDimension,
    FormIndicator,
    FormPaper,
    HettCounts,
    LearnerPaper,
    PrintStamp,
    RegisterPaper,
    RegisterRow,
    SummaryPaper,
)
from desktop.services.consent import rules as consent_rules
from desktop.services.consent.gates import birth_of
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import learner_rows
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.papers.learner import PaperDesk, learner_paper
from desktop.services.record_values import centre_vocabulary, live
from desktop.services.tallies.records import HettTally, Tally
from desktop.services.tallies.service import TallyService

_STEP = 500


def register_paper(
    desk: PaperDesk, ids: Sequence[UUID], stamp: PrintStamp, words: str = ""
) -> RegisterPaper:
    """Return the register of these learners, in their order; `words` say which they are."""
    rows = learner_rows(desk.session, ids)
    levels: dict[UUID, str] = {}
    for start in range(0, len(ids), _STEP):
        step = list(ids[start : start + _STEP])
        for learner in desk.session.query(Learner).where(Learner.id.in_(step)):
            levels[learner.id] = desk.label(
                "levels", learner.level_current or learner.level_last or learner.level_completed
            )
    return RegisterPaper(
        letterhead=desk.letterhead(),
        filter=words,
        rows=tuple(_row(desk, row, levels.get(row.id, "")) for row in rows),
        printed=stamp,
    )


def summary_paper(
    desk: PaperDesk, tallies: TallyService, within: LearnerQuery, stamp: PrintStamp, period: str
) -> SummaryPaper:
    """Return the counts for people outside the centre, plain: the report hides small ones."""
    villages, statuses = tallies.by("village", within), tallies.by("status", within)
    groups, reasons = tallies.by("group", within), tallies.by("reason", within)
    plans, hett = tallies.by("plan", within), tallies.hett(within)
    table = tallies.table("village", "status", within)
    framework = centre_framework(desk.session)
    names = {each.code: each.label(desk.language) for each in framework.dimensions}
    unassessed = min((each.not_assessed.people or 0 for each in hett), default=villages.total)
    return SummaryPaper(
        letterhead=desk.letterhead(),
        period=period,
        learners=villages.total,
        plans=sum(cell.people or 0 for cell in plans.cells if cell.key != "none"),
        assessed=villages.total - unassessed,
        villages=_counts(desk, villages, ""),
        statuses=_counts(desk, statuses, "status"),
        groups=_counts(desk, groups, "target_groups"),
        reasons=_counts(desk, reasons, "leaving_reasons"),
        hett=tuple(_hett_counts(each, names[each.dimension]) for each in hett),
        village_status=CrossTable(
            row_title=_village_word(desk),
            columns=tuple(_named(desk, "status", key) for key in table.column_keys),
            rows=tuple(
                (_village(desk, key), tuple(cell.people or 0 for cell in line))
                for key, line in zip(table.row_keys, table.cells, strict=True)
            ),
        ),
        printed=stamp,
    )


def form_paper(desk: PaperDesk, stamp: PrintStamp, learner_id: UUID | None = None) -> FormPaper:
    """Return what the blank forms need, with a learner's head where one is given."""
    framework = centre_framework(desk.session)
    head, situation = LearnerPaper(), ""
    if learner_id is not None:
        learner = live(desk.session, Learner, learner_id)
        head = learner_paper(desk, learner)
        situation = consent_rules.by_age(birth_of(learner), desk.today)
    return FormPaper(
        letterhead=desk.letterhead(),
        learner=head,
        dimensions=tuple(
            FormDimension(
                code=dimension.code,
                name=dimension.label(desk.language),
                indicators=tuple(
                    FormIndicator(
                        code=each.code,
                        name=each.label(desk.language),
                        levels=tuple(wording.text(desk.language) for wording in each.levels),
                        raw=" · ".join(field.label(desk.language) for field in each.raw),
                        sensitive=each.sensitive,
                    )
                    for each in framework.indicators_of(dimension.code)
                ),
            )
            for dimension in framework.dimensions
        ),
        groups=desk.shown_terms("target_groups"),
        reasons=desk.shown_terms("leaving_reasons"),
        languages=desk.shown_terms("languages"),
        levels=desk.shown_terms("levels"),
        risks=desk.shown_terms("risk_flags"),
        signature_roles=tuple(
            desk.label("signature_roles", role)
            for role in ("learner", "guardian", "facilitator", "dole", "lao")
        ),
        printed=stamp,
        purposes=tuple(
            ConsentPurpose(
                label=desk.label("consent_purposes", term.code),
                data=" · ".join(
                    desk.labels("consent_data", consent_rules.DATA_OF.get(term.code, ()))
                ),
                agency=term.code == "referral",
            )
            for term in centre_vocabulary(desk.session, "consent_purposes").shown
        ),
        situation=situation,
        form_version=consent_rules.FORM_VERSION,
    )


def _row(desk: PaperDesk, row: LearnerRow, level: str) -> RegisterRow:
    groups = [
        code
        for code in row.groups
        if desk.sensitive or not desk.is_sensitive("target_groups", code)
    ]
    moo = f"{_village_word(desk)} {row.village}" if row.village else ""
    return RegisterRow(
        code=row.code,
        name=row.full_name if row.surname else f"{row.full_name} -",
        nickname=row.nickname,
        national_id=shown_number(row.national_id or row.g_code, whole=desk.whole_numbers),
        birth=desk.date(row.birth, estimated=row.birth_estimated),
        age=desk.age(row.birth, row.birth_estimated),
        village=f"{moo} {row.village_name}".strip(),
        education=level,
        groups=", ".join(desk.labels("target_groups", groups)),
        status=desk.label("status", row.status),
        plan_status=desk.label("plan_status", row.plan_status),
        sort_key=row.sort_key,
        moo=row.village,
    )


def shown_number(number: str, *, whole: bool) -> str:
    """Return an official number, by itself enough to tell people apart and no more."""
    if whole or not number:
        return format_national(number) or number
    return (
        f"x-xxxx-xxxx{number[-4]}-{number[-3:-1]}-{number[-1]}"
        if len(number) == 13
        else ("x" * (len(number) - 4) + number[-4:])
    )


def _counts(desk: PaperDesk, tally: Tally, vocabulary: str) -> tuple[Count, ...]:
    return tuple(
        Count(
            _named(desk, vocabulary, cell.key) if vocabulary else _village(desk, cell.key),
            cell.people or 0,
        )
        for cell in tally.cells
        if cell.people and (cell.key or not tally.overlapping)
    )


def _named(desk: PaperDesk, vocabulary: str, key: str) -> str:
    if key:
        return desk.label(vocabulary, key)
    return "Not noted" if desk.language == "en" else "ไม่ระบุ"


def _village(desk: PaperDesk, moo: str) -> str:
    if not moo:
        return _named(desk, "", "")
    name = next(
        (
            each.name or ""
            for each in desk.villages.values()
            if each.moo == moo and not each.deleted
        ),
        "",
    )
    return f"{_village_word(desk)} {moo} {name}".strip()


def _village_word(desk: PaperDesk) -> str:
    return "Moo" if desk.language == "en" else "หมู่"


def _hett_counts(tally: HettTally, name: str) -> HettCounts:
    one, two, three, four = (cell.people or 0 for cell in tally.levels)
    return HettCounts(
        tally.dimension, name, (one, two, three, four), tally.not_assessed.people or 0
    )
