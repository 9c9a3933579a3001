"""What counts bring: the reports of help as workbooks that only tell, small numbers hidden."""

from __future__ import annotations

from typing import ClassVar, Final

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value
from desktop.models.courses import Course
from desktop.models.credits import CreditItem
from desktop.models.funds import Fund
from desktop.models.needs import Need
from desktop.models.people import Learner
from desktop.models.referrals import Referral
from desktop.models.skills import SkillMeasure
from desktop.services.brought import Brought
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_service import REPORTS, tables_of
from desktop.services.tallies.help_tables import WORDS, Figure, HelpTable, told
from desktop.services.workbooks.declared import Asked, Export

_SATANG: Final = 100


class HelpExport(Export):
    """One report, a sheet for each of its tables.

    Attributes:
        report: one of `REPORTS`.
    """

    report: ClassVar[str]
    asks = LearnerQuery
    new_rows = False

    def title(self, language: str) -> str:
        return REPORTS[self.report][language == "en"]

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        english = asked.language == "en"
        query = asked.question(LearnerQuery)
        made = tables_of(self.report, session, query, asked.today, hidden=True)
        return [self._sheet(each, english=english) for each in made]

    def _sheet(self, table: HelpTable, *, english: bool) -> Table:
        hidden = "not shown" if english else "ไม่แสดง"
        columns = (
            Column("name", "แยกตาม", "By", width=40, back=False),
            *(Column(each, *WORDS[each], "number", width=16, back=False) for each in table.columns),
        )
        rows: list[list[Value]] = [
            [row.name[english], *(_cell(each, hidden) for each in row.figures)]
            for row in table.rows
        ]
        if table.total and rows:
            below = (_cell(each, hidden) for each in table.total)
            rows.append(["Total" if english else "รวม", *below])
        return Table(WORDS[table.name][english], columns, rows, frozen=1, view=True)


def _cell(figure: Figure, hidden: str) -> Value:
    if figure.hidden or figure.number is None:
        return told(figure, hidden)
    return figure.number / _SATANG if figure.unit == "satang" else figure.number


class NeedsReport(HelpExport):
    """Needs by kind and by village."""

    report, what, model = "needs", "help_needs", Need


class AnswersReport(HelpExport):
    """How fast agencies answer."""

    report, what, model = "answers", "help_answers", Referral


class CohortReport(HelpExport):
    """Who was referred, and where they are now."""

    report, what, model = "cohort", "help_cohort", Learner


class FundsReport(HelpExport):
    """Months of funds, and their goods."""

    report, what, model = "funds", "help_funds", Fund


class LearningReport(HelpExport):
    """What was learnt, by whom, and who came."""

    report, what, model = "learning", "help_learning", Course


class DemandReport(HelpExport):
    """Who wants to learn what, in all and by village."""

    report, what, model = "demand", "help_demand", Learner


class CreditsReport(HelpExport):
    """How far what was learnt is on its way to credits."""

    report, what, model = "credits", "help_credits", CreditItem


class SkillsReport(HelpExport):
    """What became of the key skills."""

    report, what, model = "skills", "help_skills", SkillMeasure


HELP: Final = Brought(
    more=(
        NeedsReport(), AnswersReport(), CohortReport(), FundsReport(), LearningReport(),
        DemandReport(), CreditsReport(), SkillsReport(),
    )
)  # fmt: skip
