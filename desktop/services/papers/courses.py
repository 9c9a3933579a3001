"""Courses on paper: the list, who takes part, the report of one, and certificates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from desktop import reports
from desktop.errors import UserError
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.moves import last_move, state_column
from desktop.models.sessions import CourseSession
from desktop.reports.certificate_data import Certificate, CertificatePaper
from desktop.reports.paper_data import PaperOptions, PrintStamp
from desktop.services import audit
from desktop.services.courses.reading import course_detail, found
from desktop.services.courses.records import CourseDetail, CourseQuery, CourseRow
from desktop.services.enrolments.records import IN, LEARNER, EnrolmentRow
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, WithForm, lines, shown_groups, write_list
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

_COLUMNS: Final = (
    ("กิจกรรม", "Course", 210.0),
    ("ที่ไหน ใครสอน", "Where, who teaches", 180.0),
    ("เมื่อใด", "When", 120.0),
    ("เพื่อใคร ทักษะใด", "For whom, which skills", 150.0),
    ("ผู้เรียนรู้ ครั้ง ชั่วโมง", "Learners, sessions, hours", 110.0),
)
_FORM: Final = (
    ("ชื่อ–สกุล ชื่อเล่น", "Name, nickname", 150.0),
    ("หมู่ โทรศัพท์", "Moo, phone", 100.0),
    ("อยากเรียนอะไร", "Wants to learn", 190.0),
    ("ว่างวันใด เวลาใด เดือนใด", "Free days, times, months", 160.0),
    ("ใครสอนได้", "Who could teach it", 110.0),
)
_PEOPLE: Final = (
    ("ชื่อ–สกุล", "Name", 190.0),
    ("หมู่", "Moo", 50.0),
    ("บทบาท สถานะ", "Role, state", 130.0),
    ("มา / ต้องมา", "Came / expected", 90.0),
    ("ร้อยละ", "Percent", 60.0),
    ("วุฒิบัตร หมายเหตุ", "Certificate, note", 150.0),
)
_REPORT: Final = (
    ("เรื่อง", "What", 200.0),
    ("ผล", "Result", 360.0),
)


class CourseList(WithForm[CourseQuery]):
    """Prints what is on, by state; and asks with a pen who wants to learn what."""

    event = "printed_courses"
    form_code = "COURSE-1"
    form_title = ("ใบสำรวจความอยากเรียน", "Who wants to learn what")
    form_columns = _FORM

    def _listed(self, desk: PaperDesk, query: CourseQuery | None) -> Listed:
        english = desk.language == "en"
        rows = found(desk.session, query or CourseQuery(), desk.today)
        sections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            sections[row.state].append(_line(desk, row))
        order = ("running", "open", "planned", "ended", "reported", "cancelled")
        return Listed(
            "Courses" if english else "บัญชีกิจกรรมการเรียนรู้",
            _COLUMNS,
            [
                (desk.label("course_states", state), sections[state])
                for state in order
                if state in sections
            ],
            f"{len(rows)} courses" if english else f"{len(rows)} กิจกรรม",
            tuple(row.teacher for row in rows if row.teacher),
            len(rows),
        )


class CoursePapers:
    """Prints what is about one course.

    All raise UserError `record_unknown`, `paper_nothing_to_print`, `paper_cannot_write`,
    `paper_letters_missing`. Whose record may not be used now stands on none of them.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_people(self, path: Path, course_id: UUID, options: PaperOptions | None = None) -> int:
        """Write who takes part, and how often each came; return the pages."""

        def told(desk: PaperDesk) -> Listed:
            detail = course_detail(desk.session, course_id, desk.today)
            english = desk.language == "en"
            shown = [row for row in detail.people if not row.restricted and row.state != "left"]
            return Listed(
                "People of the course" if english else "รายชื่อผู้ร่วมกิจกรรม",
                _PEOPLE,
                [("", [_person(desk, row) for row in shown])],
                _head(desk, detail.row),
                tuple(row.name for row in shown),
                len(shown),
                numeric=frozenset({4}),
                signers=("Teacher", "Responsible") if english else ("ผู้สอน", "ผู้รับผิดชอบ"),
            )

        return write_list(self._workspace, path, options, told, "printed_course")

    @needs(Right.PRINT)
    def write_report(self, path: Path, course_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the report of a course, without names; return its pages."""

        def told(desk: PaperDesk) -> Listed:
            detail = course_detail(desk.session, course_id, desk.today)
            english = desk.language == "en"
            return Listed(
                "Report of a course" if english else "แบบสรุปรุ่น",
                _REPORT,
                [
                    ("Course" if english else "กิจกรรม", _about(desk, detail)),
                    ("Results" if english else "ผลที่ได้", _results(desk, detail)),
                ],
                _head(desk, detail.row),
                numbered=False,
                signers=("Teacher", "Responsible") if english else ("ผู้สอน", "ผู้รับผิดชอบ"),
            )

        return write_list(self._workspace, path, options, told, "printed_course")

    @needs(Right.PRINT)
    def write_certificates(
        self, path: Path, course_id: UUID, options: PaperOptions | None = None
    ) -> int:
        """Write a certificate of everybody who completed a course; return the pages."""
        workspace, options = self._workspace, options or PaperOptions()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            detail = course_detail(session, course_id, desk.today)
            people = [
                row for row in detail.people if row.state == "completed" and not row.restricted
            ]
            if not people:
                raise UserError("paper_nothing_to_print", unchanged=0)
            stamp = PrintStamp(at=in_thailand(workspace.now()), by=workspace.user.name)
            paper = _certificates(desk, detail, people, stamp)
            options = replace(options, places=(*options.places, *desk.places))
        pages = reports.write_certificates(paper, path, options)
        with workspace.write() as session:
            audit.note(session, workspace, "printed_certificates", count=len(people))
        return pages


def _certificates(
    desk: PaperDesk, detail: CourseDetail, people: list[EnrolmentRow], stamp: PrintStamp
) -> CertificatePaper:
    english, row = desk.language == "en", detail.row
    said = (
        ("This is to certify that", "has completed")
        if english
        else ("ให้ไว้เพื่อแสดงว่า", "ได้ผ่านการเรียนรู้")
    )
    hours = row.given_hours or row.hours or 0
    word = f"{hours:g} hours" if english else f"จำนวน {hours:g} ชั่วโมง"
    return CertificatePaper(
        title="Certificate" if english else "วุฒิบัตร",
        says=said,
        course=row.name,
        facts=tuple(filter(None, (word if hours else "", _days(desk, row)))),
        people=tuple(_certificate(desk, each) for each in people),
        signers=("Teacher", "Head of the centre") if english else ("ผู้สอน", "หัวหน้าศูนย์"),
        letterhead=desk.letterhead(),
        printed=stamp,
    )


def _certificate(desk: PaperDesk, row: EnrolmentRow) -> Certificate:
    english = desk.language == "en"
    move = _completion(desk, row)
    day = desk.date(move.done_on) if move is not None else ""
    given = "Given on" if english else "ให้ไว้ ณ วันที่"
    number = f"{'No.' if english else 'เลขที่'} {row.number}" if row.number else ""
    return Certificate(
        name=row.name,
        number=number,
        day=f"{given} {day}" if day else "",
        qr=f"TAMBON-RIANRU:CERT:{row.number}:{row.id.hex}" if row.number else "",
    )


def _completion(desk: PaperDesk, row: EnrolmentRow) -> EnrolmentMove | None:
    move = last_move(desk.session, live(desk.session, Enrolment, row.id))
    return move if isinstance(move, EnrolmentMove) else None


def _head(desk: PaperDesk, row: CourseRow) -> str:
    return " · ".join(filter(None, (row.name, _days(desk, row), row.teacher)))


def _days(desk: PaperDesk, row: CourseRow) -> str:
    begins, ends = row.starts_on, row.ends_on
    if begins and ends and begins != ends:
        return f"{desk.date(begins, short=True)} – {desk.date(ends, short=True)}"
    return desk.date(begins or ends, short=True) if begins or ends else ""


def _place(desk: PaperDesk, row: CourseRow) -> str:
    word = "Moo" if desk.language == "en" else "หมู่"
    village = f"{word} {row.village} {row.village_name}".strip() if row.village_id else ""
    return lines(village, row.place)


def _line(desk: PaperDesk, row: CourseRow) -> tuple[str, ...]:
    course = desk.session.get_one(Course, row.id)
    english = desk.language == "en"
    many = f"{row.enrolled} learners" if english else f"ผู้เรียนรู้ {row.enrolled} คน"
    done = f"completed {row.completed}" if english else f"จบ {row.completed} คน"
    met = f"{row.held}/{row.sessions} sessions" if english else f"{row.held}/{row.sessions} ครั้ง"
    hours = f"{row.given_hours:g} hours" if english else f"{row.given_hours:g} ชั่วโมง"
    return (
        lines(row.name, desk.label("course_kinds", row.kind) if row.kind else "", course.text),
        lines(_place(desk, row), row.teacher),
        _days(desk, row),
        lines(
            shown_groups(desk, course.groups_served),
            ", ".join(desk.labels("skill_groups", course.skill_groups)),
            ", ".join(desk.labels("key_skills", course.key_skills)),
        ),
        lines(
            many,
            done if row.completed else "",
            met if row.sessions else "",
            hours if row.given_hours else "",
        ),
    )


def _person(desk: PaperDesk, row: EnrolmentRow) -> tuple[str, ...]:
    role = desk.label("enrolment_roles", row.role) if row.role != LEARNER else ""
    return (
        row.name,
        row.village,
        lines(role, desk.label("enrolment_states", row.state)),
        f"{row.present} / {row.expected}" if row.held else "",
        str(row.percent) if row.percent is not None else "",
        row.number,
    )


def _about(desk: PaperDesk, detail: CourseDetail) -> list[tuple[str, ...]]:
    english, row = desk.language == "en", detail.row
    course = desk.session.get_one(Course, row.id)
    told = (
        ("ชนิด", "Kind", desk.label("course_kinds", row.kind) if row.kind else ""),
        ("เรียนอะไร", "What was learnt", course.text or ""),
        ("ผู้สอน ผู้จัด", "Teacher, provider", row.teacher),
        ("ที่ไหน", "Where", _place(desk, row)),
        ("เมื่อใด", "When", _days(desk, row)),
        ("สำหรับกลุ่ม", "For the groups", shown_groups(desk, course.groups_served)),
        ("กลุ่มทักษะ", "Skill groups", ", ".join(desk.labels("skill_groups", course.skill_groups))),
        ("ทักษะสำคัญ", "Key skills", ", ".join(desk.labels("key_skills", course.key_skills))),
        ("ค่าใช้จ่าย", "Cost", f"{course.cost / 100:,.2f}" if course.cost is not None else ""),
    )
    return [(en if english else th, text) for th, en, text in told if text]


def _results(desk: PaperDesk, detail: CourseDetail) -> list[tuple[str, ...]]:
    english, row = desk.language == "en", detail.row
    learners = [each for each in detail.people if each.role == LEARNER]
    came = [each for each in learners if each.state in IN]
    share = sum(each.present for each in came), sum(each.expected for each in came)
    villages = len({each.village for each in came if each.village})
    others: dict[str, int] = defaultdict(int)
    for each in detail.people:
        if each.role != LEARNER and each.state in IN:
            others[each.role] += 1
    pairs = len({each.id for each in detail.people if each.pair_id}) // 2
    told: list[tuple[str, str, str]] = [
        ("ผู้เรียนรู้ (คน)", "Learners", str(row.enrolled)),
        ("จบ (คน)", "Completed", str(row.completed)),
        ("ออกกลางคัน (คน)", "Left", str(sum(each.state == "left" for each in learners))),
        ("จากกี่หมู่บ้าน", "From villages", str(villages) if villages else ""),
        ("พบกัน (ครั้ง)", "Sessions held", str(row.held)),
        ("งด (ครั้ง)", "Sessions cancelled", str(_cancelled(desk, row.id))),
        ("ชั่วโมงที่จัด", "Hours given", f"{row.given_hours:g}"),
        (
            "มาเรียนเฉลี่ย (ร้อยละ)",
            "Attendance on average (%)",
            str(share[0] * 100 // share[1]) if share[1] else "",
        ),
        ("คู่เรียนรู้ต่างวัย", "Pairs of elder and youth", str(pairs) if pairs else ""),
        *(
            (desk.label("enrolment_roles", role),) * 2 + (str(number),)
            for role, number in sorted(others.items())
        ),
    ]
    return [(en if english else th, text) for th, en, text in told if text]


def _cancelled(desk: PaperDesk, course_id: UUID) -> int:
    counted = desk.session.scalar(
        select(func.count())
        .select_from(CourseSession)
        .where(
            CourseSession.course_id == course_id,
            CourseSession.deleted.is_(False),
            state_column(CourseSession) == "cancelled",
        )
    )
    return counted or 0
