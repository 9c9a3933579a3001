"""ครูพี่เลี้ยง: people who can teach a learner, beside the directory of partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.mentors.records import MentorQuery, MentorRow
from desktop.services.roles import Right
from desktop.ui.mentors.words import DIRECTORY, FORM, MENTOR, MENTORS, MentorWords
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import BuiltScreen, Feature, ShellContext
from desktop.ui.shell.offers import Offer
from desktop.ui.subjects import MOST, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners; the page of one mentor and the form for a new one."""
    services = parts.services

    def directory(context: ShellContext) -> BuiltScreen:
        from desktop.ui.mentors.screen import MentorsScreen
        from desktop.ui.subjects.directory_presenter import DirectoryPresenter

        screen = MentorsScreen(services.workspace.rights)
        presenter = DirectoryPresenter(
            screen,
            services,
            context.jobs,
            services.mentors,
            services.mentor_directory,
            DIRECTORY,
            MENTORS,
        )
        return BuiltScreen(screen, presenter)

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.mentors.page import MentorPresenter, MentorScreen

        screen = MentorScreen(services.workspace.rights)
        return BuiltScreen(screen, MentorPresenter(screen, services, context.jobs))

    def new(context: ShellContext) -> BuiltScreen:
        from desktop.ui.mentors.new_screen import NewMentorScreen, alike
        from desktop.ui.persons.opening import finder
        from desktop.ui.subjects.new import NewPresenter

        screen = NewMentorScreen()
        screen.form.set_finder("person_id", finder(services, context.jobs, screen))
        presenter = NewPresenter(
            screen, services, context.jobs, services.mentors.add, alike(services)
        )
        return BuiltScreen(screen, presenter)

    def detail(row: MentorRow) -> str:
        return " · ".join(part for part in (" ".join(row.skills.split()), row.phone) if part)

    blank = Offer(
        "form mentors",
        "blank",
        "hammer",
        FORM.name,
        lambda: translate("MentorsCommands", "เขียนในเวทีหมู่บ้าน ใครสอนอะไรได้ พร้อมช่องลงชื่อยินยอม"),
        Right.PRINT,
        lambda printing, _within: printing.print_list(FORM, services.mentor_directory.write_form),
    )
    return subject_feature(
        MENTOR,
        MENTORS,
        "hammer",
        lambda: kinds_name(MENTOR),
        (directory, page, new),
        find=lambda words: services.mentors.find(MentorQuery(search=words), MOST),
        detail=detail,
        paper=(
            DIRECTORY,
            lambda: translate("MentorsCommands", "ใครสอนอะไร ว่างเมื่อใด เฉพาะคนที่ยินยอม"),
            lambda path, looks: services.mentor_directory.write_pdf(path, options=looks),
        ),
        also=lambda: translate("MentorsCommands", "ปราชญ์ ภูมิปัญญา วิทยากร ครูช่าง"),
        reasons=MentorWords().reasons(),
        place="tab",
        parent="partners",
        papers=[blank],
    )
