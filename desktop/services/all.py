"""Every service of an open centre, each made once, when it is first asked for."""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.services.audit import AuditService
    from desktop.services.calendars.service import CalendarService
    from desktop.services.capital.maps import MapService
    from desktop.services.capital.service import CapitalService
    from desktop.services.centre import CentreService
    from desktop.services.competences.service import CompetenceService
    from desktop.services.consent.of_persons import PersonConsentService
    from desktop.services.consent.service import ConsentService
    from desktop.services.courses.service import CourseService
    from desktop.services.credits.service import CreditService
    from desktop.services.curricula.service import CurriculumService
    from desktop.services.documents.service import DocumentService
    from desktop.services.drafts import DraftService
    from desktop.services.duty.service import DutyService
    from desktop.services.enrolments.service import EnrolmentService
    from desktop.services.evidence.service import EvidenceService
    from desktop.services.funds.entries import FundEntryService
    from desktop.services.funds.goods import GoodsService
    from desktop.services.funds.service import FundService
    from desktop.services.hett.framework import FrameworkService
    from desktop.services.hett.service import HettService
    from desktop.services.history import HistoryService
    from desktop.services.keeping.backups import BackupService
    from desktop.services.keeping.checking import CheckService
    from desktop.services.keeping.recovery import RecoveryService
    from desktop.services.kpc.service import KpcService
    from desktop.services.leads.lists import LeadLists
    from desktop.services.leads.service import LeadService
    from desktop.services.leads.walking import LeadWalks
    from desktop.services.learners.contacts import ContactService
    from desktop.services.learners.duplicates import DuplicateService
    from desktop.services.learners.lists import LearnerLists
    from desktop.services.learners.people import PeopleService
    from desktop.services.learners.service import LearnerService
    from desktop.services.matches.service import MatchService
    from desktop.services.mentors.service import MentorService
    from desktop.services.needs.service import NeedService
    from desktop.services.offers.service import OfferService
    from desktop.services.papers.activities import ActivityPapers
    from desktop.services.papers.book_forms import BookForms
    from desktop.services.papers.calendar import CalendarPaper
    from desktop.services.papers.capital import CapitalPaper
    from desktop.services.papers.competences import CompetencePaper
    from desktop.services.papers.courses import CourseList, CoursePapers
    from desktop.services.papers.credits import CreditPapers, EvidenceList
    from desktop.services.papers.curricula import CurriculumPapers
    from desktop.services.papers.duty import DutyPaper
    from desktop.services.papers.fund_papers import FundPapers
    from desktop.services.papers.funds import FundDirectory
    from desktop.services.papers.help_reports import HelpReports
    from desktop.services.papers.kpc import KpcPapers
    from desktop.services.papers.leads import LeadSheets
    from desktop.services.papers.maps import MapPaper
    from desktop.services.papers.mentors import MentorDirectory
    from desktop.services.papers.needs import NeedList
    from desktop.services.papers.offers import OfferList
    from desktop.services.papers.partners import PartnerDirectory
    from desktop.services.papers.printing import PrintService
    from desktop.services.papers.prints import PlanPrints
    from desktop.services.papers.referral_slips import ReferralSlips
    from desktop.services.papers.referrals import ReferralSummary
    from desktop.services.papers.registers import RegisterPapers
    from desktop.services.papers.skills import SkillPaper
    from desktop.services.partners.service import PartnerService
    from desktop.services.persons.service import PersonService
    from desktop.services.persons_rights.anonymising import AnonymisingService
    from desktop.services.persons_rights.breach import BreachService
    from desktop.services.persons_rights.erasing import ErasureService
    from desktop.services.persons_rights.person_record import PersonRecordService
    from desktop.services.persons_rights.rectifying import RectificationService
    from desktop.services.persons_rights.restrictions import RestrictionService
    from desktop.services.persons_rights.retention import RetentionService
    from desktop.services.plans.carriers import PlanCarriers
    from desktop.services.plans.lists import PlanLists
    from desktop.services.plans.service import PlanService
    from desktop.services.plans.suggestions import PlanSuggestions
    from desktop.services.records import RecordService
    from desktop.services.referrals.service import ReferralService
    from desktop.services.rosters.exporting import ExportService
    from desktop.services.rosters.field_forms import FieldForms
    from desktop.services.rosters.importing import ImportService
    from desktop.services.rosters.lead_import import LeadImport
    from desktop.services.rosters.oneroster import OneRosterService
    from desktop.services.rosters.workbooks import WorkbookService
    from desktop.services.sample import SampleService
    from desktop.services.sessions.marking import AttendanceService
    from desktop.services.sessions.old_sheets import OldSheetService
    from desktop.services.sessions.service import SessionService
    from desktop.services.settings import SettingService
    from desktop.services.skills.service import SkillService
    from desktop.services.sync.bundles import BundleService
    from desktop.services.sync.carrying import CarryService
    from desktop.services.sync.conflicts import ConflictService
    from desktop.services.sync.diagnostics import DiagnosticService
    from desktop.services.sync.hub_link import HubLinkService
    from desktop.services.sync.ledger import LedgerService
    from desktop.services.sync.near import NearService
    from desktop.services.sync.service import SyncService
    from desktop.services.sync.sticks import StickService
    from desktop.services.tallies.help_service import HelpTallies
    from desktop.services.tallies.service import TallyService
    from desktop.services.timeline import TimelineService
    from desktop.services.today.service import TodayService
    from desktop.services.tries.service import TryService
    from desktop.services.undo import UndoService
    from desktop.services.urgent.chain import UrgentChainService
    from desktop.services.urgent.hours import UrgentHourService
    from desktop.services.urgent.service import UrgentService
    from desktop.services.users import UserService

Made = TypeVar("Made")


class Once(Generic[Made]):
    """A member that is imported and made when it is first asked for, whichever thread asks.

    The window stands before most services were read.

    Args:
        where: what makes it, from `desktop.services`: a class, or a function.
        others: the members that it is given beside the workspace.
    """

    def __init__(self, where: str, *others: str) -> None:
        self._module, _, self._maker = where.rpartition(".")
        self._others = others

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, services: Services, _owner: type) -> Made:
        with services.making:
            if self._name not in vars(services):
                maker = getattr(import_module(f"desktop.services.{self._module}"), self._maker)
                others = [getattr(services, name) for name in self._others]
                vars(services)[self._name] = maker(services.workspace, *others)
            made: Made = vars(services)[self._name]
            return made

    def __set__(self, services: Services, made: Made) -> None:
        """Give one's own: a test's link to a hub."""
        vars(services)[self._name] = made


class Services:
    """Everything that can be done in an open centre; screens and commands share it.

    Whoever makes it closes it, before the workspace.
    """

    anonymising: Once[AnonymisingService] = Once("persons_rights.anonymising.AnonymisingService")
    activity_papers: Once[ActivityPapers] = Once("papers.activities.ActivityPapers")
    attendance: Once[AttendanceService] = Once("sessions.marking.AttendanceService")
    audit: Once[AuditService] = Once("audit.AuditService")
    backups: Once[BackupService] = Once("keeping.backups.BackupService")
    book_forms: Once[BookForms] = Once("papers.book_forms.BookForms")
    breach: Once[BreachService] = Once("persons_rights.breach.BreachService")
    bundles: Once[BundleService] = Once("sync.bundles.BundleService")
    calendar: Once[CalendarService] = Once("calendars.service.CalendarService")
    calendar_paper: Once[CalendarPaper] = Once("papers.calendar.CalendarPaper")
    capital: Once[CapitalService] = Once("capital.service.CapitalService")
    capital_paper: Once[CapitalPaper] = Once("papers.capital.CapitalPaper")
    carrying: Once[CarryService] = Once("sync.carrying.CarryService")
    centre: Once[CentreService] = Once("centre.CentreService")
    checks: Once[CheckService] = Once("keeping.checking.CheckService")
    competence_paper: Once[CompetencePaper] = Once("papers.competences.CompetencePaper")
    competences: Once[CompetenceService] = Once("competences.service.CompetenceService")
    conflicts: Once[ConflictService] = Once("sync.conflicts.ConflictService")
    consents: Once[ConsentService] = Once("consent.service.ConsentService")
    contacts: Once[ContactService] = Once("learners.contacts.ContactService")
    course_list: Once[CourseList] = Once("papers.courses.CourseList")
    course_papers: Once[CoursePapers] = Once("papers.courses.CoursePapers")
    courses: Once[CourseService] = Once("courses.service.CourseService")
    curricula: Once[CurriculumService] = Once("curricula.service.CurriculumService")
    curriculum_papers: Once[CurriculumPapers] = Once("papers.curricula.CurriculumPapers")
    credit_papers: Once[CreditPapers] = Once("papers.credits.CreditPapers")
    credits: Once[CreditService] = Once("credits.service.CreditService")
    diagnostics: Once[DiagnosticService] = Once("sync.diagnostics.DiagnosticService")
    documents: Once[DocumentService] = Once("documents.service.DocumentService")
    drafts: Once[DraftService] = Once("drafts.DraftService")
    duty: Once[DutyService] = Once("duty.service.DutyService")
    duty_paper: Once[DutyPaper] = Once("papers.duty.DutyPaper")
    duplicates: Once[DuplicateService] = Once("learners.duplicates.DuplicateService")
    enrolments: Once[EnrolmentService] = Once("enrolments.service.EnrolmentService")
    erasure: Once[ErasureService] = Once("persons_rights.erasing.ErasureService")
    evidence: Once[EvidenceService] = Once("evidence.service.EvidenceService")
    evidence_list: Once[EvidenceList] = Once("papers.credits.EvidenceList")
    exporting: Once[ExportService] = Once("rosters.exporting.ExportService")
    field_forms: Once[FieldForms] = Once("rosters.field_forms.FieldForms")
    framework: Once[FrameworkService] = Once("hett.framework.FrameworkService")
    fund_directory: Once[FundDirectory] = Once("papers.funds.FundDirectory")
    fund_entries: Once[FundEntryService] = Once("funds.entries.FundEntryService")
    fund_papers: Once[FundPapers] = Once("papers.fund_papers.FundPapers")
    funds: Once[FundService] = Once("funds.service.FundService")
    goods: Once[GoodsService] = Once("funds.goods.GoodsService")
    help_reports: Once[HelpReports] = Once("papers.help_reports.HelpReports")
    help_tallies: Once[HelpTallies] = Once("tallies.help_service.HelpTallies")
    hett: Once[HettService] = Once("hett.service.HettService")
    history: Once[HistoryService] = Once("history.HistoryService")
    hub_link: Once[HubLinkService] = Once("sync.hub_link.HubLinkService")
    imports: Once[ImportService] = Once("rosters.importing.ImportService")
    kpc: Once[KpcService] = Once("kpc.service.KpcService")
    kpc_papers: Once[KpcPapers] = Once("papers.kpc.KpcPapers")
    lead_imports: Once[LeadImport] = Once("rosters.lead_import.LeadImport")
    lead_lists: Once[LeadLists] = Once("leads.lists.LeadLists")
    lead_sheets: Once[LeadSheets] = Once("papers.leads.LeadSheets")
    lead_walks: Once[LeadWalks] = Once("leads.walking.LeadWalks")
    leads: Once[LeadService] = Once("leads.service.LeadService")
    learners: Once[LearnerService] = Once("learners.service.LearnerService")
    ledger: Once[LedgerService] = Once("sync.ledger.LedgerService")
    lists: Once[LearnerLists] = Once("learners.lists.LearnerLists")
    map_paper: Once[MapPaper] = Once("papers.maps.MapPaper")
    maps: Once[MapService] = Once("capital.maps.MapService")
    matches: Once[MatchService] = Once("matches.service.MatchService")
    mentor_directory: Once[MentorDirectory] = Once("papers.mentors.MentorDirectory")
    mentors: Once[MentorService] = Once("mentors.service.MentorService")
    need_list: Once[NeedList] = Once("papers.needs.NeedList")
    needs: Once[NeedService] = Once("needs.service.NeedService")
    near: Once[NearService] = Once("sync.near.NearService", "carrying")
    offer_list: Once[OfferList] = Once("papers.offers.OfferList")
    offers: Once[OfferService] = Once("offers.service.OfferService")
    old_sheets: Once[OldSheetService] = Once("sessions.old_sheets.OldSheetService")
    oneroster: Once[OneRosterService] = Once("rosters.oneroster.OneRosterService")
    partner_directory: Once[PartnerDirectory] = Once("papers.partners.PartnerDirectory")
    partners: Once[PartnerService] = Once("partners.service.PartnerService")
    people: Once[PeopleService] = Once("learners.people.PeopleService")
    person_consents: Once[PersonConsentService] = Once("consent.of_persons.PersonConsentService")
    persons: Once[PersonService] = Once("persons.service.PersonService")
    plan_carriers: Once[PlanCarriers] = Once("plans.carriers.PlanCarriers")
    plan_lists: Once[PlanLists] = Once("plans.lists.PlanLists")
    plans: Once[PlanService] = Once("plans.service.PlanService")
    printing: Once[PrintService] = Once("papers.printing.PrintService")
    prints: Once[PlanPrints] = Once("papers.prints.PlanPrints")
    person_records: Once[PersonRecordService] = Once(
        "persons_rights.person_record.PersonRecordService"
    )
    records: Once[RecordService] = Once("records.RecordService")
    recovery: Once[RecoveryService] = Once("keeping.recovery.RecoveryService")
    rectifying: Once[RectificationService] = Once("persons_rights.rectifying.RectificationService")
    restrictions: Once[RestrictionService] = Once("persons_rights.restrictions.RestrictionService")
    retention: Once[RetentionService] = Once("persons_rights.retention.RetentionService")
    sample: Once[SampleService] = Once("sample.SampleService")
    referral_slips: Once[ReferralSlips] = Once("papers.referral_slips.ReferralSlips")
    referral_summary: Once[ReferralSummary] = Once("papers.referrals.ReferralSummary")
    register_papers: Once[RegisterPapers] = Once("papers.registers.RegisterPapers")
    referrals: Once[ReferralService] = Once("referrals.service.ReferralService")
    sessions: Once[SessionService] = Once("sessions.service.SessionService")
    settings: Once[SettingService] = Once("settings.SettingService")
    skill_paper: Once[SkillPaper] = Once("papers.skills.SkillPaper")
    skills: Once[SkillService] = Once("skills.service.SkillService")
    sticks: Once[StickService] = Once("sync.sticks.StickService", "carrying")
    suggestions: Once[PlanSuggestions] = Once("plans.suggestions.PlanSuggestions")
    sync: Once[SyncService] = Once("sync.escrow.make_sync", "carrying")
    tallies: Once[TallyService] = Once("tallies.service.TallyService")
    timeline: Once[TimelineService] = Once("timeline.TimelineService")
    today: Once[TodayService] = Once("today.service.TodayService")
    tries: Once[TryService] = Once("tries.service.TryService")
    undo: Once[UndoService] = Once("undo.UndoService")
    urgent: Once[UrgentService] = Once("urgent.service.UrgentService")
    urgent_chain: Once[UrgentChainService] = Once("urgent.chain.UrgentChainService")
    urgent_hours: Once[UrgentHourService] = Once("urgent.hours.UrgentHourService")
    users: Once[UserService] = Once("users.UserService")
    workbooks: Once[WorkbookService] = Once("rosters.workbooks.WorkbookService")

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.making = threading.RLock()

    def close(self) -> None:
        """Give back what lies outside the database: the link to the hub, and that to neighbours."""
        made = vars(self)
        if "near" in made:
            self.near.stop()
        if "sync" in made:
            self.sync.close()
