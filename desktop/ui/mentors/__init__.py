"""ครูพี่เลี้ยง: people who can teach a learner, beside the directory of partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.mentors.records import MentorQuery
from desktop.ui.mentors.words import DIRECTORY, FORM, MENTOR, MENTORS, MentorWords
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import Feature
from desktop.ui.subjects import Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners; the page of one mentor and the form for a new one."""
    services = parts.services
    return subject_feature(
        services,
        MENTOR,
        MENTORS,
        "hammer",
        lambda: kinds_name(MENTOR),
        screens=_screens,
        service=lambda: services.mentors,
        directory=lambda: services.mentor_directory,
        question=MentorQuery,
        detail=lambda row: (" ".join(row.skills.split()), row.phone),
        paper=DIRECTORY,
        good_for=lambda: translate("MentorsCommands", "ใครสอนอะไร ว่างเมื่อใด เฉพาะคนที่ยินยอม"),
        also=lambda: translate("MentorsCommands", "ปราชญ์ ภูมิปัญญา วิทยากร ครูช่าง"),
        reasons=MentorWords().reasons(),
        place="tab",
        parent="partners",
        form=(
            FORM,
            lambda: translate("MentorsCommands", "เขียนในเวทีหมู่บ้าน ใครสอนอะไรได้ พร้อมช่องลงชื่อยินยอม"),
        ),
    )


def _screens() -> Screens:
    from desktop.ui.mentors.new_screen import NewMentorPresenter, NewMentorScreen
    from desktop.ui.mentors.page import MentorPresenter, MentorScreen
    from desktop.ui.mentors.screen import MentorsScreen

    return Screens(
        MentorsScreen, (MentorScreen, MentorPresenter), (NewMentorScreen, NewMentorPresenter)
    )
