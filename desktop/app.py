"""Composition root: the one place that builds the services and hands each what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.anonymising import AnonymisingService
from desktop.services.audit import AuditService
from desktop.services.backups import BackupService
from desktop.services.breach import BreachService
from desktop.services.centre import CentreService
from desktop.services.checking import CheckService
from desktop.services.consents import ConsentService
from desktop.services.contacts import ContactService
from desktop.services.documents import DocumentService
from desktop.services.drafts import DraftService
from desktop.services.duplicates import DuplicateService
from desktop.services.erasing import ErasureService
from desktop.services.exporting import ExportService
from desktop.services.hett import HettService
from desktop.services.history import HistoryService
from desktop.services.importing import ImportService
from desktop.services.learner_lists import LearnerLists
from desktop.services.learners import LearnerService
from desktop.services.people import PeopleService
from desktop.services.person_record import PersonRecordService
from desktop.services.plans import PlanService
from desktop.services.printing import PrintService
from desktop.services.recovery import RecoveryService
from desktop.services.rectifying import RectificationService
from desktop.services.restrictions import RestrictionService
from desktop.services.retention import RetentionService
from desktop.services.sample import SampleService
from desktop.services.settings import SettingService
from desktop.services.sync_bundles import BundleService
from desktop.services.sync_carrying import CarryService
from desktop.services.sync_conflicts import ConflictService
from desktop.services.sync_diagnostics import DiagnosticService
from desktop.services.sync_escrow import after_sync
from desktop.services.sync_ledger import LedgerService
from desktop.services.sync_near import NearService
from desktop.services.sync_rules import sync_rules as sync_rules
from desktop.services.sync_service import SyncService
from desktop.services.sync_sticks import StickService
from desktop.services.tallies import TallyService
from desktop.services.timeline import TimelineService
from desktop.services.today import TodayService
from desktop.services.undo import UndoService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class Services:
    """Everything that can be done in an open centre; screens and commands share it."""

    workspace: Workspace
    anonymising: AnonymisingService
    audit: AuditService
    backups: BackupService
    breach: BreachService
    bundles: BundleService
    carrying: CarryService
    centre: CentreService
    checks: CheckService
    conflicts: ConflictService
    consents: ConsentService
    contacts: ContactService
    diagnostics: DiagnosticService
    documents: DocumentService
    duplicates: DuplicateService
    drafts: DraftService
    erasure: ErasureService
    exporting: ExportService
    hett: HettService
    history: HistoryService
    imports: ImportService
    learners: LearnerService
    ledger: LedgerService
    lists: LearnerLists
    near: NearService
    people: PeopleService
    plans: PlanService
    printing: PrintService
    records: PersonRecordService
    rectifying: RectificationService
    restrictions: RestrictionService
    retention: RetentionService
    recovery: RecoveryService
    sample: SampleService
    settings: SettingService
    sticks: StickService
    sync: SyncService
    tallies: TallyService
    timeline: TimelineService
    today: TodayService
    undo: UndoService
    users: UserService

    def close(self) -> None:
        """Give back what lies outside the database: the link to the hub, and that to neighbours."""
        self.near.stop()
        self.sync.close()


def build_services(workspace: Workspace) -> Services:
    """Make every service over one open centre."""
    carrying = CarryService(workspace)
    return Services(
        workspace=workspace,
        anonymising=AnonymisingService(workspace),
        audit=AuditService(workspace),
        backups=BackupService(workspace),
        breach=BreachService(workspace),
        bundles=BundleService(workspace),
        carrying=carrying,
        centre=CentreService(workspace),
        checks=CheckService(workspace),
        conflicts=ConflictService(workspace),
        consents=ConsentService(workspace),
        contacts=ContactService(workspace),
        diagnostics=DiagnosticService(workspace),
        documents=DocumentService(workspace),
        duplicates=DuplicateService(workspace),
        drafts=DraftService(workspace),
        erasure=ErasureService(workspace),
        exporting=ExportService(workspace),
        hett=HettService(workspace),
        history=HistoryService(workspace),
        imports=ImportService(workspace),
        learners=LearnerService(workspace),
        ledger=LedgerService(workspace),
        lists=LearnerLists(workspace),
        near=NearService(workspace, carrying),
        people=PeopleService(workspace),
        plans=PlanService(workspace),
        printing=PrintService(workspace),
        records=PersonRecordService(workspace),
        rectifying=RectificationService(workspace),
        restrictions=RestrictionService(workspace),
        retention=RetentionService(workspace),
        recovery=RecoveryService(workspace),
        sample=SampleService(workspace),
        settings=SettingService(workspace),
        sticks=StickService(workspace, carrying),
        sync=SyncService(workspace, after=after_sync(workspace, carrying.keep_up)),
        tallies=TallyService(workspace),
        timeline=TimelineService(workspace),
        today=TodayService(workspace),
        undo=UndoService(workspace),
        users=UserService(workspace),
    )
