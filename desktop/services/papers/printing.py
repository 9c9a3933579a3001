"""Plans, registers, summaries and forms onto paper; each plan printed is known by its stamp."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop import reports
from desktop.errors import UserError
from desktop.models.base import to_milliseconds
from desktop.models.dates import long_date
from desktop.models.people import Learner
from desktop.models.plan import Plan, PlanPrint
from desktop.models.restriction import restricted_ids
from desktop.paper_marks.page_codes import LETTERS
from desktop.progress import Progress, SilentProgress
from desktop.reports.paper_data import PaperOptions, PlanPaper, PrintStamp
from desktop.services import audit
from desktop.services.consent.gates import stopped
from desktop.services.learners.lists import LearnerLists, learner_ids
from desktop.services.learners.period import period_words
from desktop.services.learners.records import LearnerQuery
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.overviews import form_paper, register_paper, summary_paper
from desktop.services.papers.plan import content_hash, plan_paper
from desktop.services.plans.beginning import fill_from_learner
from desktop.services.plans.lists import ordered
from desktop.services.plans.records import PlanQuery
from desktop.services.record_values import live
from desktop.services.restricted import refuse
from desktop.services.rights import Right, needs, require
from desktop.services.same_person import of_person
from desktop.services.tallies.service import TallyService
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

_STAMP_LENGTH = 8

# Nobody begins a plan with them.
_GONE = frozenset({"moved", "deceased", "declined"})

DEFAULTS = PaperOptions()


@dataclass(frozen=True)
class Printed:
    """What was printed.

    Attributes:
        path: the PDF.
        pages: how many.
        plans: the plans in it, empty for other papers.
        stamps: the code on each plan, by plan.
        unchanged: plans left out because they say what their last print says.
        begun: learners without a plan, whose sheet was begun from what is known of them.
    """

    path: Path
    pages: int
    plans: tuple[UUID, ...] = ()
    stamps: dict[UUID, str] | None = None
    unchanged: int = 0
    begun: int = 0


class PrintService:
    """Gathers plain data and writes PDFs; nothing sensitive unless the options ask for it.

    Methods raise UserError `not_allowed` for sensitive papers asked by a viewer, and what
    `desktop.reports` raises (`paper_cannot_write`, `paper_nothing_to_print`, and
    `paper_letters_missing` before anything is written, unless the options take boxes).
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def plan(self, plan_id: UUID, path: Path, options: PaperOptions = DEFAULTS) -> Printed:
        """Print one plan; UserError `record_unknown`."""
        self._allow(options)
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            plan = live(session, Plan, plan_id)
            refuse(session, plan.learner_id)
            paper = self._paper(desk, plan)
            options = _with_places(options, desk)
        paper = self._stamped(paper)
        pages = reports.write_plan(paper, path, options)
        self._remember([(plan_id, paper)], options, pages)
        return Printed(path, pages, (plan_id,), {plan_id: paper.printed.stamp})

    @needs(Right.PRINT)
    def plan_of(self, learner_id: UUID, path: Path, options: PaperOptions = DEFAULTS) -> Printed:
        """Print a learner's newest plan; UserError `learner_unknown`, `no_plan`."""
        with self._workspace.read() as session:
            live(session, Learner, learner_id)
            newest = session.scalars(
                select(Plan.id)
                .where(of_person(Plan.learner_id, learner_id), Plan.deleted.is_(False))
                .order_by(Plan.version.desc(), Plan.first_stamp.desc())
                .limit(1)
            ).first()
        if newest is None:
            raise UserError("no_plan")
        return self.plan(newest, path, options)

    @needs(Right.PRINT)
    def plans(
        self,
        path: Path,
        options: PaperOptions = DEFAULTS,
        *,
        villages: Sequence[str] = (),
        learners: Sequence[UUID] | None = None,
        only_changed: bool = False,
        begin: bool = False,
        progress: Progress | None = None,
    ) -> Printed:
        """Print the open plans of villages, of chosen learners, or of all, into one file.

        Args:
            path: the PDF.
            options: language, digits, cover list and the rest.
            villages: moo numbers, all without any.
            learners: only these.
            only_changed: leave out plans that say what their last print in this language says.
            begin: for learners without any plan a sheet too, begun from what is known of them,
                to be filled by pen; nothing of it is stored.
            progress: told per plan.

        Raises:
            UserError: `paper_nothing_to_print`.
            Cancelled: when the person stopped it; nothing is remembered.
        """
        self._allow(options)
        progress = progress or SilentProgress()
        unchanged = 0
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            options = _with_places(options, desk)
            ids = self._plan_ids(session, villages, learners)
            last = _last_hashes(session, ids, options.language) if only_changed else {}
            papers: list[tuple[UUID, PlanPaper]] = []
            for number, plan_id in enumerate(ids):
                progress.step(number, len(ids), "plans_gathering")
                paper = self._paper(desk, session.get_one(Plan, plan_id))
                if last.get(plan_id) == content_hash(paper):
                    unchanged += 1
                    continue
                papers.append((plan_id, self._stamped(paper)))
            begun = self._all_begun(desk, villages, learners) if begin else []
        if not papers and not begun:
            raise UserError("paper_nothing_to_print", unchanged=unchanged)
        sheets = [*(paper for _, paper in papers), *begun]
        pages = reports.write_plans(sheets, path, options, progress)
        self._remember(papers, options, None)
        return Printed(
            path,
            pages,
            tuple(plan_id for plan_id, _ in papers),
            {plan_id: paper.printed.stamp for plan_id, paper in papers},
            unchanged,
            len(begun),
        )

    @needs(Right.PRINT)
    def check_plans(
        self,
        options: PaperOptions,
        villages: Sequence[str] = (),
        learners: Sequence[UUID] | None = None,
        *,
        begin: bool = False,
    ) -> None:
        """Say before the first of several files that letters in any of them cannot be printed.

        Raises:
            UserError: `paper_letters_missing`, unless the options take boxes.
        """
        if options.boxes:
            return
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            ids = self._plan_ids(session, villages, learners)
            papers = [self._paper(desk, session.get_one(Plan, plan_id)) for plan_id in ids]
            begun = self._all_begun(desk, villages, learners) if begin else []
        reports.refuse_boxes([*papers, *begun], options)

    @needs(Right.PRINT)
    def begun(self, learner_id: UUID, path: Path, options: PaperOptions = DEFAULTS) -> Printed:
        """Print a plan for the pen, begun from what is known of a learner; nothing is stored."""
        self._allow(options)
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            refuse(session, learner_id)
            paper = self._begun(desk, live(session, Learner, learner_id))
            options = _with_places(options, desk)
        return Printed(path, reports.write_plan(paper, path, options), begun=1)

    @needs(Right.PRINT)
    def register(
        self,
        path: Path,
        query: LearnerQuery | None = None,
        options: PaperOptions = DEFAULTS,
        words: str = "",
    ) -> Printed:
        """Print the register of the learners that a query finds; `words` say which they are."""
        self._allow(options)
        outside = replace(query or LearnerQuery(), outside="people")
        ids = LearnerLists(self._workspace).ids(outside)
        if not ids:
            raise UserError("paper_nothing_to_print", unchanged=0)
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            options = _with_places(options, desk)
            words = " · ".join(filter(None, (words, _period(outside, options))))
            paper = register_paper(desk, ids, self._stamp(""), words)
        pages = reports.write_register(paper, path, options)
        self._note("printed_register", options, len(ids))
        return Printed(path, pages)

    @needs(Right.COUNT)
    def summary(
        self, path: Path, options: PaperOptions = DEFAULTS, query: LearnerQuery | None = None
    ) -> Printed:
        """Print the tambon summary for people outside the centre."""
        with self._workspace.read() as session:
            desk = self._desk(session, options)
            options = _with_places(options, desk)
            today = self._workspace.today()
            tallies = TallyService(self._workspace)
            whom = replace(query or LearnerQuery(), outside="counts")
            told = _period(whom, options)
            period = " · ".join(filter(None, (told, _day_words(options)(today))))
            paper = summary_paper(desk, tallies, whom, self._stamp(""), period)
        pages = reports.write_summary(paper, path, options)
        self._note("printed_summary", options)
        return Printed(path, pages)

    @needs(Right.COUNT)
    def form(
        self,
        name: str,
        path: Path,
        options: PaperOptions = DEFAULTS,
        learner_id: UUID | None = None,
    ) -> Printed:
        """Print a blank form (a name of `desktop.reports.FORMS`), its head filled for a learner."""
        if learner_id is not None:
            require(self._workspace, Right.PRINT)
        with self._workspace.read() as session:
            desk = self._desk(session, replace(options, include_sensitive=False))
            options = _with_places(options, desk)
            if learner_id is not None and name != "consent":
                refuse(session, learner_id)
            paper = form_paper(desk, self._stamp(""), learner_id)
        return Printed(path, reports.write_form(name, paper, path, options))

    def _plan_ids(
        self, session: Session, villages: Sequence[str], learners: Sequence[UUID] | None
    ) -> list[UUID]:
        query = PlanQuery(villages=tuple(villages))
        return _newest(session, query, learners, restricted_ids(session))

    def _all_begun(
        self, desk: PaperDesk, villages: Sequence[str], learners: Sequence[UUID] | None
    ) -> list[PlanPaper]:
        wanted = _without_plan(desk.session, villages, learners)
        return [self._begun(desk, learner) for learner in wanted]

    def _begun(self, desk: PaperDesk, learner: Learner) -> PlanPaper:
        # Never added to the session: a sheet of paper is no record yet, and bears no stamp.
        plan = Plan(learner_id=learner.id)
        fill_from_learner(desk.session, plan, learner, self._workspace.user)
        return replace(self._paper(desk, plan), printed=self._stamp(""))

    def _paper(self, desk: PaperDesk, plan: Plan) -> PlanPaper:
        """Return a plan's paper, without sensitive parts where that consent was taken back."""
        today = self._workspace.today()
        whose = [plan.learner_id]
        if not desk.sensitive or not stopped(desk.session, whose, "sensitive", today):
            return plan_paper(desk, plan)
        return plan_paper(PaperDesk(desk.session, desk.language, today), plan)

    def _desk(self, session: Session, options: PaperOptions) -> PaperDesk:
        return PaperDesk(
            session,
            options.language,
            self._workspace.today(),
            sensitive=options.include_sensitive,
            whole_numbers=options.whole_numbers,
        )

    def _allow(self, options: PaperOptions) -> None:
        if options.include_sensitive or options.whole_numbers:
            require(self._workspace, Right.PRINT_SENSITIVE)

    def _stamp(self, code: str) -> PrintStamp:
        return PrintStamp(code, in_thailand(self._workspace.now()), self._workspace.user.name)

    def _stamped(self, paper: PlanPaper) -> PlanPaper:
        """Put a fresh stamp and its QR on a plan; the QR tells nothing of the person."""
        letters = "".join(secrets.choice(LETTERS) for _ in range(_STAMP_LENGTH))
        code = f"{letters[:4]}-{letters[4:]}"
        return replace(
            paper,
            printed=self._stamp(code),
            qr=f"TAMBON-RIANRU:PLAN:{code}:V{paper.version}",
        )

    def _remember(
        self, papers: Sequence[tuple[UUID, PlanPaper]], options: PaperOptions, pages: int | None
    ) -> None:
        at = to_milliseconds(self._workspace.now())
        with self._workspace.write() as session:
            for plan_id, paper in papers:
                session.add(
                    PlanPrint(
                        plan_id=plan_id,
                        stamp=paper.printed.stamp,
                        content_hash=content_hash(paper),
                        printed_at=at,
                        pages=pages,
                        language=options.language,
                    )
                )
            audit.note(
                session,
                self._workspace,
                "printed_plans",
                papers[0][0] if len(papers) == 1 else None,
                plans=len(papers),
                sensitive=options.include_sensitive,
            )

    def _note(self, event: str, options: PaperOptions, learners: int | None = None) -> None:
        with self._workspace.write() as session:
            audit.note(
                session,
                self._workspace,
                event,
                learners=learners,
                sensitive=options.include_sensitive,
            )


def _newest(
    session: Session, query: PlanQuery, learners: Sequence[UUID] | None, held: Set[UUID]
) -> list[UUID]:
    """Return one open plan a learner, the newest version, in the order of the list.

    Plans of those whose record is restricted (`held`) are left out.
    """
    wanted = None if learners is None else set(learners)
    newest: dict[UUID, tuple[int, UUID]] = {}
    statement = ordered(query).add_columns(Plan.learner_id, Plan.version)
    for plan_id, learner_id, version in session.execute(statement):
        if learner_id in held or (wanted is not None and learner_id not in wanted):
            continue
        if learner_id not in newest or version > newest[learner_id][0]:
            newest[learner_id] = (version, plan_id)
    return [plan_id for _, plan_id in newest.values()]


def _without_plan(
    session: Session, villages: Sequence[str], learners: Sequence[UUID] | None
) -> list[Learner]:
    """Return learners who have no plan yet and are accompanied still."""
    query = LearnerQuery(
        villages=tuple(villages),
        plan="none",
        outside="people",
        ids=None if learners is None else tuple(learners),
    )
    return [
        learner
        for learner in (session.get_one(Learner, each) for each in learner_ids(session, query))
        if learner.status not in _GONE
    ]


def _last_hashes(session: Session, ids: Sequence[UUID], language: str) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for start in range(0, len(ids), 500):
        for plan_id, content in session.execute(
            select(PlanPrint.plan_id, PlanPrint.content_hash)
            .where(
                PlanPrint.plan_id.in_(ids[start : start + 500]),
                PlanPrint.language == language,
                PlanPrint.deleted.is_(False),
            )
            .order_by(PlanPrint.first_stamp)
        ):
            found[plan_id] = content
    return found


def _with_places(options: PaperOptions, desk: PaperDesk) -> PaperOptions:
    return replace(options, places=tuple(dict.fromkeys((*options.places, *desk.places))))


def _day_words(options: PaperOptions) -> Callable[[date], str]:
    english = options.language == "en"
    return lambda day: day.strftime("%d/%m/%Y") if english else long_date(day)


def _period(query: LearnerQuery, options: PaperOptions) -> str:
    return period_words(query, _day_words(options), english=options.language == "en")
