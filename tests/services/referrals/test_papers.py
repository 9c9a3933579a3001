"""Slips together, what they never tell, the summary of a period, and forms with page codes."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from desktop.errors import Cancelled, UserError
from desktop.models.referrals import ReferralWords
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.lists import WithForm
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.referrals.course import PATHS, SLIP, lead
from tests.subjects.referrals import AGENCY, refer


@pytest.fixture
def services(workspace: Workspace) -> Services:
    return Services(workspace)


class Counted:
    """Notes how far the work is, and stops it where that was asked for."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.stops = False

    def step(self, done: int, total: int, doing: str = "") -> None:
        self.steps.append((done, total, doing))
        if self.stops and doing == "plans_drawing":
            raise Cancelled


def words_on(path: Path) -> str:
    return squeezed(reversed_text(path))


def test_all_slips_of_a_question_are_one_file_a_page_each(
    services: Services, tmp_path: Path
) -> None:
    made = [
        lead(services, refer(services, name, {}), PATHS["sent"]) for name in ("กาก", "ขาข", "คาค")
    ]
    refer(services, "ไม่ส่ง", {})
    services.referrals.move(made[2], "acknowledge", {"channel": "phone", "institution": "ก"})
    lead(services, refer(services, "ลับลับ", {"service": "protection"}), PATHS["sent"])
    path = tmp_path / "slips.pdf"
    told = Counted()
    assert services.referral_slips.write_slips(path, progress=told) == 4
    assert [each for each in told.steps if each[2] == "gathering"] == [
        (number, 3, "gathering") for number in range(3)
    ]
    assert (3, 4, "plans_drawing") in told.steps
    cover = words_on(path).split(squeezed("ใบส่งต่อ เลขที่"))[0]
    assert squeezed("ใบปะหน้าใบส่งต่อ") in cover
    assert squeezed(AGENCY) in cover
    assert squeezed("กาก") not in cover, "it lies on top"
    words = words_on(path)
    for name in ("กาก", "ขาข", "คาค"):
        assert squeezed(name) in words
    assert squeezed("ไม่ส่ง") not in words
    assert squeezed("ลับลับ") not in words
    query = ReferralQuery(states=("sent",))
    assert services.referral_slips.write_slips(path, query) == 3
    told.stops = True
    path.unlink()
    with pytest.raises(Cancelled):
        services.referral_slips.write_slips(path, query, progress=told)
    assert not path.exists()
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.referral_slips.write_slips(path, ReferralQuery(states=("closed",)))


def test_a_letter_lists_nothing_that_tells_of_protection(
    services: Services, tmp_path: Path
) -> None:
    lead(services, refer(services, "กาก", {}), PATHS["sent"])
    hidden = lead(services, refer(services, "ลับลับ", {"service": "protection"}), PATHS["sent"])
    agency = services.referrals.get(hidden).row.partner_id
    assert agency is not None
    services.referral_slips.write_letter(tmp_path / "x.pdf", agency)
    assert squeezed("กาก") in words_on(tmp_path / "x.pdf")
    assert squeezed("ลับลับ") not in words_on(tmp_path / "x.pdf")


def content_of(workspace: Workspace, learner: UUID) -> dict[str, Any]:
    with workspace.read() as session:
        wanted = select(ReferralWords).where(ReferralWords.learner_id == learner)
        return dict(session.scalars(wanted).one().content)


@pytest.mark.parametrize("why", ["service", "group", "case", ""])
def test_a_slip_of_whoever_was_harmed_tells_no_house_no_phone_and_nobody_at_home(
    workspace: Workspace, services: Services, why: str
) -> None:
    known = refer(services, "กาก", {"service": "protection"} if why == "service" else {})
    learner = services.referrals.get(known).row.learner_id
    services.learners.edit(learner, {"phone": "0800000299", "house_number": "12"})
    services.people.add_carer(learner, {"name": "ลุงคำ", "phone": "0800000300"})
    if why == "group":
        services.learners.set_groups(learner, ["TG06"])
    if why == "case":
        services.urgent.open({"learner_id": learner, "case_kind": "harmed"})
    services.referrals.move(known, "send", SLIP)
    said = content_of(workspace, learner)
    assert said["name"] == "กาก"
    told = {"phone", "house_number", "carers"} & said.keys()
    assert told == (set() if why else {"phone", "house_number", "carers"})


def test_what_concerns_protection_goes_to_somebody_and_to_no_office(services: Services) -> None:
    known = refer(services, "กาก", {"service": "protection"})
    services.referrals.edit(known, {"receiver_id": ""})
    with pytest.raises(UserError, match="referral_needs_person"):
        services.referrals.move(known, "send", SLIP)
    assert services.referrals.get(known).row.state == "draft"


def test_the_summary_of_a_period_counts_states_of_each_agency(
    services: Services, tmp_path: Path
) -> None:
    early = refer(services, "กาก", {})
    services.referrals.move(early, "send", {**SLIP, "done_on": "2026-10-05"})
    lead(services, refer(services, "ขาข", {}), PATHS["acknowledged"])
    query = ReferralQuery(sent_since=date(2026, 11, 1), sent_until=date(2026, 11, 30))
    services.referral_summary.write_pdf(tmp_path / "x.pdf", query)
    words = words_on(tmp_path / "x.pdf")
    assert squeezed("ขาข") in words
    assert squeezed("กาก") not in words
    assert squeezed("ส่งระหว่าง") in words
    services.referral_summary.write_pdf(tmp_path / "x.pdf")
    assert squeezed(f"{AGENCY} · ส่งแล้ว 1 · รับเรื่องแล้ว 1") in words_on(tmp_path / "x.pdf")


FORMS: dict[str, Callable[[Services], Callable[..., int]]] = {
    "SLIP-1/1": lambda services: services.referral_slips.write_form,
    "NEED-1/2": lambda services: services.need_list.write_form,
    "OFFER-1/1": lambda services: services.offer_list.write_form,
    "MENTOR-1/1": lambda services: services.mentor_directory.write_form,
    "CASH-1/1": lambda services: services.book_forms.write_cash_book,
    "GIFT-1/2": lambda services: services.book_forms.write_receipt,
}


@pytest.mark.parametrize("code", sorted(FORMS))
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_of_a_blank_form_says_which_it_is(
    services: Services, tmp_path: Path, code: str, language: Any
) -> None:
    path = tmp_path / "form.pdf"
    pages = FORMS[code](services)(path, PaperOptions(language=language))
    assert pages == int(code[-1])
    said = "แบบ" if language == "th" else "Form"
    assert squeezed(f"{said} {code}") in words_on(path)


def test_no_two_forms_bear_one_code() -> None:
    for name in ("capital", "courses", "credits", "curricula", "kpc", "mentors", "needs", "offers"):
        importlib.import_module(f"desktop.services.papers.{name}")
    codes = [each.form_code for each in WithForm.__subclasses__()]
    assert len({*codes, "SLIP-1", "CASH-1", "GIFT-1"}) == len(codes) + 3


def test_words_that_tell_of_a_home_are_warned_of_and_kept_from_a_guarded_slip(
    services: Services,
) -> None:
    known = refer(services, "ดอกแก้ว", {"reason": "แม่สมรบอกเองว่าไม่มีค่ารถ"})
    learner = services.referrals.get(known).row.learner_id
    services.learners.edit(learner, {"house_number": "12/3"})
    services.people.add_carer(learner, {"name": "นางสมร ใจดี"})
    services.referrals.edit(known, {"asked": "โทร 081-234 5678", "cautions": "อยู่บ้าน 12/3"})
    told = services.referrals.get(known).doubtful
    assert told == {"reason": "tells_names", "asked": "tells_home", "cautions": "tells_home"}
    services.urgent.open({"learner_id": learner, "case_kind": "harmed"})
    for field in ("asked", "cautions"):
        with pytest.raises(UserError, match="referral_tells_home") as refused:
            services.referrals.move(known, "send", {"channel": "slip"})
        assert refused.value.values["field"] == field
        services.referrals.edit(known, {field: "ค่ารถเดือนละ 600 บาท 12 เดือน"})
    services.referrals.move(known, "send", {"channel": "slip"})
    assert services.referrals.get(known).doubtful == {}, "what was sent is not to be changed"


def test_an_open_slip_may_tell_what_its_consent_covers(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {"asked": "โทร 081-234 5678"})
    services.referrals.move(known, "send", {"channel": "slip"})
    assert services.referrals.get(known).row.state == "sent"


def test_no_list_tells_of_protection_and_says_how_many_it_leaves_out(
    services: Services, tmp_path: Path
) -> None:
    refer(services, "ดอกแก้ว", {})
    refer(services, "ลับเฉพาะ", {"service": "protection"})
    paper = tmp_path / "a.pdf"
    services.referral_summary.write_pdf(paper)
    said = words_on(paper)
    assert squeezed("ดอกแก้ว") in said
    assert squeezed("ลับเฉพาะ") not in said
    assert squeezed("ไม่รวมเรื่องคุ้มครองและกระบวนการยุติธรรม 1 เรื่อง") in said
    for sensitive in (False, True):
        book = tmp_path / f"{sensitive}.xlsx"
        done = services.exporting.export("referrals", book, sensitive=sensitive)
        assert (done.rows, done.kept_in) == ((2, 0) if sensitive else (1, 1))
        cells = (cell for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row)
        rows = "".join(str(cell.value) for cell in cells)
        assert "ดอกแก้ว" in rows
        assert ("ลับเฉพาะ" in rows) == sensitive
        assert ("ไม่รวมอีก 1 แถว" in rows) != sensitive
        assert ("มีข้อมูลอ่อนไหว ห้ามเผยแพร่" in rows) == sensitive


def test_a_village_without_a_name_is_told_by_nobody(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {"asked": "ค่ารถ"})
    learner = services.referrals.get(known).row.learner_id
    services.centre.save_village("8", {})
    services.learners.edit(learner, {"village": "8"})
    assert services.referrals.get(known).doubtful == {}
