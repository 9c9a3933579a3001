"""A small centre with four users, and example arguments for every service method."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

import desktop.services
from desktop.models.people import Consent, LearnerGroup, RiskFlag
from desktop.models.program import AuditEntry, DeviceState, User
from desktop.services.centre import CentreService
from desktop.services.hett.service import HettService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.documents import DocumentService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.rights import MARK
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import SignedIn, Workspace
from tests.factories import PASSCODE, add_learner, make_workspace, open_workspace

ROLES = ("facilitator", "officer", "administrator", "viewer")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
CANARY = "คานารี"
"""Stands in the text of everything sensitive; no reader without the right may ever meet it."""

SENSITIVE_CODES = ("TG05", "TG06", "LR24", "LR26", "new_parent", "H8", "H9", "medical")
"""Codes that say something sensitive by themselves, as they stand in what is read."""

# The sync's own store, and windows of a method call: nobody reaches them but the program.
NOT_SERVICES = frozenset({"DesktopStore"})


def services() -> dict[str, type[Any]]:
    """Return every service class over a workspace, by name."""
    found: dict[str, type[Any]] = {}
    root = "desktop.services."
    for each in pkgutil.walk_packages(desktop.services.__path__, root):
        module = importlib.import_module(each.name)
        for name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ != module.__name__ or name.startswith("_") or name in NOT_SERVICES:
                continue
            if "workspace" in inspect.signature(cls.__init__).parameters:
                found[name] = cls
    return found


def methods() -> dict[str, Any]:
    """Return every public method of every service, as "Service.method"."""
    return {
        f"{name}.{each}": getattr(member, "fget", None) or member
        for name, cls in services().items()
        for each, member in vars(cls).items()
        if not each.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    }


def mark(method: Any) -> Any:
    """Return the right that a method is marked with, None for open to all; "" without a mark."""
    return getattr(method, MARK, "")


@dataclass
class Place:
    """A centre open as one role, and the records that examples name."""

    workspace: Workspace
    folder: Path
    ids: dict[str, Any] = field(default_factory=dict)

    @property
    def device(self) -> str:
        """Return the id of this laptop, as hex."""
        with self.workspace.database.read() as session:
            return session.get_one(DeviceState, 1).device.hex()

    def service(self, name: str) -> Any:
        """Return a service of this centre."""
        made = services()[name]
        if name in ("NearService", "StickService"):
            return made(self.workspace, self.service("CarryService"))
        return made(self.workspace)

    def file(self, name: str) -> Path:
        """Return the path of a file to write."""
        (self.folder / "out").mkdir(exist_ok=True)
        return self.folder / "out" / name

    def state(self) -> tuple[Any, ...]:
        """Return what a refused call must leave alone: changes, audit entries, files."""
        with self.workspace.database.read() as session:
            device = session.get_one(DeviceState, 1)
            audited = session.scalar(select(func.count()).select_from(AuditEntry))
            numbers = (device.next_number, tuple(device.next_seq), device.epoch, audited)
        # A file beside the database (its log) may grow without a word having changed.
        files = {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.name.startswith("centre.db")
        }
        return (*numbers, frozenset(files))


def build(folder: Path) -> tuple[dict[str, Any], dict[str, UUID]]:
    """Make the centre, closed again; returns the records by name, and the users by role."""
    workspace = make_workspace(folder)
    ids: dict[str, Any] = {}
    users: dict[str, UUID] = {"administrator": workspace.user.user_id}
    with workspace.write() as session:
        for role in ROLES:
            if role != "administrator":
                user = User(name=role, role=role)
                session.add(user)
                users[role] = user.id
    centre, learners = CentreService(workspace), LearnerService(workspace)
    people, plans, hett = PeopleService(workspace), PlanService(workspace), HettService(workspace)
    for moo in ("1", "2", "3", "4"):
        ids[f"village_{moo}"] = centre.save_village(moo, {"name": f"บ้าน {moo}"})
    ids["village_empty"] = centre.save_village("97", {"name": "บ้านร้าง"})
    ids["hamlet"] = centre.add_hamlet(ids["village_1"], {"name": "หย่อม"})
    ids["learner"] = add_learner(workspace, "ดาวเรือง", surname="ใจดี", village="1")
    ids["twin"] = add_learner(workspace, "ดาวเรือง", surname="ใจดี", village="1")
    for name in ("other", "third", "fourth", "fifth"):
        ids[name] = add_learner(workspace, f"คน {name}", village="1", status="at_risk")
    who = ids["learner"]
    learners.set_groups(who, ["TG01", "TG05"])
    learners.set_reasons(who, ["LR09", "LR24"], "LR24")
    ids["carer"] = people.add_carer(who, {"name": "ยาย"})
    ids["stay"] = people.add_education(who, {"place": "โรงเรียน", "level": "p6"})
    ids["paper"] = people.add_paper(who, {"code_kind": "passport", "value": "A1"})
    people.add_paper(who, {"code_kind": "disability_card", "value": CANARY})
    people.save_household(who, {"name": "บ้านยาย"})
    people.share_household(ids["other"], who)
    ids["risk"] = people.raise_risk(who, "absent")
    people.raise_risk(who, "new_parent", CANARY)
    private = {"health_note": CANARY, "justice_note": CANARY, "religion": "buddhist"}
    people.save_private(who, {**private, "harm_note": CANARY, "disability_note": CANARY})
    ids["contact"] = ContactService(workspace).add(who, {"text": "พบที่บ้าน"})
    ContactService(workspace).add(who, {"text": CANARY, "next_text": CANARY, "private": True})
    documents = DocumentService(workspace)
    ids["document"] = documents.add(who, PNG, {"title": "ภาพ", "document_kind": "photo"})
    ids["medical"] = documents.add(who, PNG + b"1", {"title": CANARY, "document_kind": "medical"})
    ids["assessment"] = hett.start(who)
    hett.rate(ids["assessment"], "E1", 1)
    hett.rate(ids["assessment"], "H8", 1, evidence=CANARY)
    hett.rate(ids["assessment"], "H9", 4, evidence=CANARY)
    ids["plan"] = plans.start(who)
    ids["goal"] = plans.add_goal(ids["plan"], {"text": "อ่านออก", "dimension": "E"})
    ids["goal_2"] = plans.add_goal(ids["plan"], {"text": "คิดเลข"})
    ids["action"] = plans.add_action(ids["plan"], {"text": "อ่านทุกวัน"})
    ids["action_2"] = plans.add_action(ids["plan"], {"text": "วาดรูป"})
    ids["draft_plan"] = plans.start(ids["other"])
    ids["signed_plan"] = plans.start(ids["fourth"])
    plans.add_goal(ids["signed_plan"], {"text": "ว่ายน้ำ"})
    ids["signature"] = plans.sign(ids["signed_plan"], "learner", {"name": "ดาวเรือง"})
    with workspace.write() as session:
        consent = Consent(learner_id=who, purpose="plan", granted=True, signer="ยาย")
        session.add(consent)
        ids["consent"] = consent.id
    urgent = UrgentService(workspace)
    ids["case"] = urgent.open(
        {"learner_id": who, "case_kind": "harmed", "summary": CANARY, "protected": True},
        [users["facilitator"]],
    )
    urgent.add_note(ids["case"], CANARY)
    ids["others_case"] = urgent.open({"person_note": CANARY, "case_kind": "at_risk"})
    with workspace.read() as session:
        assert session.scalars(select(LearnerGroup)).first() is not None
        assert session.scalars(select(RiskFlag)).first() is not None
    workspace.close()
    return ids, users


@contextmanager
def opened(
    template: Path, folder: Path, role: str, user: UUID, ids: dict[str, Any]
) -> Iterator[Place]:
    """Open a copy of the centre as somebody of a role."""
    shutil.copytree(template, folder)
    workspace = open_workspace(folder)
    workspace.user = SignedIn(user, role, role)
    try:
        yield Place(workspace, folder, dict(ids))
    finally:
        workspace.close()


Example = Callable[[Place], tuple[tuple[Any, ...], dict[str, Any]]]


def passcode() -> str:
    """Return the first user's passcode."""
    return PASSCODE
