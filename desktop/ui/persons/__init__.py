"""People who are not learners: the page of one, and finding them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.ui.persons.opening import ASKED, CONSENTS, PERSON, RIGHTS, PersonPlace
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Found, RecordSearch
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_MOST = 6


def feature(parts: Parts) -> Feature:
    """The page of a person, reached from partners, learners and Ctrl+K."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.persons.presenter import PersonPresenter
        from desktop.ui.persons.screen import PersonScreen

        screen = PersonScreen(services.workspace.rights)
        return BuiltScreen(screen, PersonPresenter(screen, services, context.jobs))

    def find(words: str) -> Sequence[Found]:
        return [
            Found(
                row.full_name,
                "  ·  ".join(part for part in (row.position, row.occupation, row.phone) if part),
                "user",
                (PERSON, row.id),
            )
            for row in services.persons.find(words, _MOST)
        ]

    return Feature(
        screens=[
            ScreenEntry(
                PERSON,
                "user",
                lambda: translate("PersonScreen", "บุคคล"),
                build,
                place="none",
                parent="partners",
            )
        ],
        drafts={
            "person_rectification": DraftForm(
                "pencil",
                lambda: translate("PersonDrafts", "คำขอแก้ให้ถูก"),
                lambda subject: (PERSON, PersonPlace(UUID(subject), RIGHTS)),
            ),
            ASKED: DraftForm(
                "file-check",
                lambda: translate("PersonDrafts", "คำตอบเรื่องความยินยอม"),
                lambda subject: (PERSON, PersonPlace(UUID(subject), CONSENTS)),
            ),
        },
        search=RecordSearch(lambda: translate("PersonScreen", "บุคคลที่ไม่ใช่ผู้เรียนรู้"), find),
    )
