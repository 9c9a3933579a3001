"""Courses on paper: people, report without names, certificates with their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.courses.scene import course, mark, meet


def test_papers_of_a_course(workspace: Workspace, tmp_path: Path) -> None:
    services = Services(workspace)
    made = course(services, "ทอผ้ากี่เอว", hours=9)
    people = [add_learner(workspace, given) for given in ("ดาวเรือง", "มูแฮ")]
    one, other = services.enrolments.enrol(made, people, {"joined_on": "2026-11-01"}).enrolled
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.course_papers.write_certificates(tmp_path / "c.pdf", made)
    meeting = meet(workspace, made, "2026-11-20")
    mark(workspace, meeting, one)
    mark(workspace, meeting, other, "absent")
    services.enrolments.settle(made)

    assert services.course_papers.write_certificates(tmp_path / "c.pdf", made) == 1
    services.course_papers.write_people(tmp_path / "p.pdf", made)
    services.course_papers.write_report(tmp_path / "r.pdf", made)

    page = squeezed(reversed_text(tmp_path / "c.pdf"))
    assert "ดาวเรือง" in page
    assert services.enrolments.get(one).row.number in page
    assert "มูแฮ" not in page
    assert "มูแฮ" in squeezed(reversed_text(tmp_path / "p.pdf"))
    report = squeezed(reversed_text(tmp_path / "r.pdf"))
    assert "ดาวเรือง" not in report
    assert "ทอผ้ากี่เอว" in report
