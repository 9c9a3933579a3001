"""What commands tell of the sample centre is told in words: every kind, list and paper of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli.papers import PAPERS
from desktop.cli.subjects import SUBJECTS
from desktop.reports import FORMS
from desktop.services.rosters.workbooks import EXPORTS
from desktop.services.sample import SampleService
from desktop.services.workspace import Workspace
from tests.cli.conftest import Command
from tests.cli.test_words import said
from tests.factories import make_workspace

LISTS = (
    "learners", "retention", "erasures", "backups", "conflicts", "duplicates", "sessions",
    "set-aside", "status", "laptops", "receipts", "hub show", "near visits",
    "recovery status",
)  # fmt: skip
OF_SOMEBODY = ("learner show", "consent list", "print plan", "print person")
# The sample's slips have numbers, and were sent to nobody.
OF_A_SENDING = "print referral-slip"
# Told to nobody but the one who reads that record, or only by its act.
WITHOUT_A_LIST = frozenset({"learner_private"})


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample centre, which is only read."""
    folder = tmp_path_factory.mktemp("commands") / "centre"
    opened: Workspace = make_workspace(folder)
    SampleService(opened).load()
    opened.close()
    return folder


@pytest.fixture
def folder(sample: Path) -> Path:
    return sample


@pytest.mark.parametrize("kind", sorted(set(SUBJECTS) - WITHOUT_A_LIST))
def test_the_records_of_every_kind_are_told_in_words(command: Command, kind: str) -> None:
    said(command, "records", kind, "--limit", "40")
    for found in command("records", kind, "--limit", "2").json["records"]:
        shown = said(command, "record", kind, "show", found["id"])
        assert shown.startswith(found["id"])


@pytest.mark.parametrize("what", LISTS)
def test_every_list_is_told_in_words(command: Command, what: str) -> None:
    said(command, *what.split())


def test_somebody_is_told_of_in_words(command: Command, tmp_path: Path) -> None:
    code = command("learners", "--limit", "1").json["learners"][0]["code"]
    for what in OF_SOMEBODY:
        out = [tmp_path / "a.pdf"] if what.startswith("print") else []
        said(command, *what.split(), code, *out)


def test_every_paper_and_table_is_told_of_in_words(command: Command, tmp_path: Path) -> None:
    fund = command("records", "fund", "--limit", "1").json["records"][0]["id"]
    entries = command("records", "fund_entry", "--limit", "40").json["records"]
    gift = next(each["id"] for each in entries if each["entry_kind"] == "receipt")
    store = command("records", "goods_entry", "--limit", "1").json["records"][0]["fund_id"]
    partner = "โรงเรียนบ้านตัวอย่าง"  # which has not answered
    more: dict[str, list[str]] = {
        "plans": ["--all"], "form": [next(iter(FORMS))], "cash-book": [fund], "goods": [store],
        "voucher": [gift], "referral-letter": [partner], "help-report": ["answers"],
    }  # fmt: skip
    for paper in PAPERS:
        if paper.command not in {*OF_SOMEBODY, OF_A_SENDING}:
            words = [*paper.command.split(), *more.get(paper.name, ()), tmp_path / "a.pdf"]
            said(command, *words)
    for what in EXPORTS:
        said(command, "export", what, tmp_path / "a.xlsx")
