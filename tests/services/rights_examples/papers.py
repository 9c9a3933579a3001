"""Examples of what is printed."""

from __future__ import annotations

from desktop.reports.paper_data import PaperOptions
from desktop.services.credits.records import CreditQuery
from tests.services.rights_world import Call, Place, call

SAYS = {
    # Not every paper was printed here, and not every day's line is there.
    "PlanPrints.find": {"stamp_unknown"},
    "ActivityPapers.write_course": {"paper_nothing_to_print"},
}


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    third = ids["third"]
    return {
        "PrintService.plan": call(ids["plan"], place.file("a.pdf"), PaperOptions()),
        "PrintService.plan_of": call(who, place.file("b.pdf")),
        "PrintService.plans": call(place.file("c.pdf"), learners=[who]),
        "PrintService.check_plans": call(PaperOptions()),
        "PrintService.begun": call(third, place.file("d.pdf")),
        "PrintService.register": call(place.file("e.pdf")),
        "PrintService.summary": call(place.file("f.pdf")),
        "PrintService.form": call("survey", place.file("g.pdf")),
        "PlanPrints.find": call("MB-0000-0000"),
        "PlanPrints.of_learner": call(who),
        "PartnerDirectory.write_pdf": call(place.folder / "directory.pdf"),
        "FundPapers.write_book": call(place.folder / "book.pdf", ids["fund"]),
        "FundPapers.write_goods": call(place.folder / "goods.pdf", ids["fund"]),
        "FundPapers.write_entry": call(place.folder / "entry.pdf", ids["paid"]),
        "CalendarPaper.write_month": call(place.folder / "month.pdf", place.workspace.today()),
        "DutyPaper.write_month": call(place.folder / "duty.pdf", place.workspace.today()),
        "FundDirectory.write_pdf": call(place.folder / "funds.pdf"),
        "MentorDirectory.write_pdf": call(place.folder / "mentors.pdf"),
        "ReferralSlips.write_slip": call(place.folder / "slip.pdf", ids["referral_sent"]),
        "ReferralSlips.write_slips": call(place.folder / "slips.pdf"),
        "BookForms.write_cash_book": call(place.folder / "cash.pdf"),
        "BookForms.write_receipt": call(place.folder / "gift.pdf"),
        "ReferralSlips.write_letter": call(place.folder / "letter.pdf", ids["agency"]),
        "HelpReports.write_pdf": call(place.folder / "help.pdf", "cohort"),
        "ReferralSlips.write_form": call(place.folder / "slip_form.pdf"),
        "ReferralSummary.write_pdf": call(place.folder / "referrals.pdf"),
        "LeadSheets.write_pdf": call(place.folder / "leads.pdf"),
        "MentorDirectory.write_form": call(place.folder / "mentor_form.pdf"),
        "NeedList.write_pdf": call(place.folder / "needs.pdf"),
        "NeedList.write_request": call(place.folder / "request.pdf", ids["need_shared"]),
        "NeedList.write_counts": call(place.folder / "need_counts.pdf"),
        "NeedList.write_form": call(place.folder / "need_form.pdf"),
        "OfferList.write_pdf": call(place.folder / "offers.pdf"),
        "OfferList.write_promise": call(place.folder / "promise.pdf", ids["offer"]),
        "OfferList.write_form": call(place.folder / "offer_form.pdf"),
        "CapitalPaper.write_pdf": call(place.folder / "capital.pdf"),
        "CapitalPaper.write_counts": call(place.folder / "capital_counts.pdf"),
        "MapPaper.write_pdf": call(place.folder / "maps.pdf"),
        "CourseList.write_pdf": call(place.folder / "courses.pdf"),
        "CourseList.write_form": call(place.folder / "courses_form.pdf"),
        "CoursePapers.write_people": call(place.folder / "people.pdf", ids["enrolling"]),
        "CoursePapers.write_report": call(place.folder / "course.pdf", ids["enrolling"]),
        "CoursePapers.write_certificates": call(place.folder / "cert.pdf", ids["course_done"]),
        "RegisterPapers.write_signatures": call(place.folder / "to_sign.pdf", ids["met"]),
        "ActivityPapers.write_sessions": call(place.folder / "activity.pdf", [ids["met"]]),
        "ActivityPapers.write_course": call(place.folder / "activities.pdf", ids["course_done"]),
        "ActivityPapers.write_form": call(place.folder / "activity_form.pdf"),
        "RegisterPapers.write_marks": call(place.folder / "to_mark.pdf", ids["met"]),
        "RegisterPapers.write_dates": call(place.folder / "dates.pdf", [ids["met_course"]]),
        "RegisterPapers.write_courses": call(place.folder / "time.pdf", [ids["met_course"]]),
        "CreditPapers.write_pdf": call(place.folder / "credits.pdf"),
        "CreditPapers.write_form": call(place.folder / "credit_form.pdf"),
        "CreditPapers.write_requests": call(
            place.folder / "requests.pdf", CreditQuery(ids=(ids["credit_accepted"],))
        ),
        "KpcPapers.write_pdf": call(place.folder / "kpc.pdf"),
        "KpcPapers.write_reports": call(place.folder / "kpc_reports.pdf"),
        "KpcPapers.write_form": call(place.folder / "kpc_form.pdf"),
        "SkillPaper.write_pdf": call(place.folder / "skills.pdf"),
        "EvidenceList.write_pdf": call(place.folder / "evidence.pdf"),
        "CapitalPaper.write_form": call(place.folder / "capital_form.pdf"),
        "CompetencePaper.write_pdf": call(place.folder / "competences.pdf"),
        "CurriculumPapers.write_pdf": call(place.folder / "curricula.pdf"),
        "CurriculumPapers.write_whole": call(place.folder / "whole.pdf", ids["curriculum"]),
        "CurriculumPapers.write_all": call(place.folder / "all.pdf"),
        "CurriculumPapers.write_form": call(place.folder / "curriculum_form.pdf"),
    }
