"""Composition root: the one place that builds the services and hands each what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.audit import AuditService
from desktop.services.centre import CentreService
from desktop.services.consent.service import ConsentService
from desktop.services.drafts import DraftService
from desktop.services.hett.service import HettService
from desktop.services.history import HistoryService
from desktop.services.keeping.backups import BackupService
from desktop.services.keeping.checking import CheckService
from desktop.services.keeping.recovery import RecoveryService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.documents import DocumentService
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.papers.printing import PrintService
from desktop.services.persons_rights.anonymising import AnonymisingService
from desktop.services.persons_rights.breach import BreachService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.person_record import PersonRecordService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.persons_rights.retention import RetentionService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportService
from desktop.services.sample import SampleService
from desktop.services.settings import SettingService
from desktop.services.sync.bundles import BundleService
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.diagnostics import DiagnosticService
from desktop.services.sync.escrow import after_sync
from desktop.services.sync.ledger import LedgerService
from desktop.services.sync.near import NearService
from desktop.services.sync.rules import sync_rules as sync_rules
from desktop.services.sync.service import SyncService
from desktop.services.sync.sticks import StickService
from desktop.services.tallies.service import TallyService
from desktop.services.timeline import TimelineService
from desktop.services.today.service import TodayService
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
