"""ครั้งที่พบกัน: the register of a meeting, and its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.services.roles import Right
from desktop.services.sessions.records import SessionQuery
from desktop.ui.record_names import kind_name
from desktop.ui.sessions.words import (
    PHOTOGRAPHS,
    REGISTER,
    SESSION,
    SessionWords,
    photographs,
)
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Found, RecordSearch
from desktop.ui.subjects import MOST
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_ICON = "calendar"
_PARENT = "courses"


def feature(parts: Parts) -> Feature:
    """Both are reached from a course, from the day and by Ctrl+K."""
    services = parts.services

    def register(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.register_presenter import RegisterPresenter
        from desktop.ui.sessions.register_screen import RegisterScreen

        screen = RegisterScreen(services.workspace.rights)
        return BuiltScreen(screen, RegisterPresenter(screen, services, context.jobs))

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.page import SessionPresenter, SessionScreen

        screen = SessionScreen(services.workspace.rights)
        return BuiltScreen(screen, SessionPresenter(screen, services, context.jobs))

    def pictures(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.photographs_screen import PhotographsPresenter, PhotographsScreen

        screen = PhotographsScreen(services.workspace.rights)
        return BuiltScreen(screen, PhotographsPresenter(screen, services, context.jobs))

    def found(typed: str) -> Sequence[Found]:
        """The meetings nearest to today, of courses that are called so."""
        today = services.workspace.today().isoformat()
        rows = services.sessions.find(SessionQuery(search=typed, states=("planned", "held")))
        near = sorted(rows, key=lambda row: (row.on > today, row.on if row.on > today else ""))
        past = [row for row in near if row.on <= today][-MOST:][::-1]
        chosen = [*past, *(row for row in near if row.on > today)][:MOST]
        words = SessionWords()
        return [Found(row.name, words.when(row), "check", (REGISTER, row.id)) for row in chosen]

    return Feature(
        screens=[
            ScreenEntry(
                REGISTER,
                "check",
                lambda: translate("SessionCommands", "ลงเวลา"),
                register,
                place="none",
                parent=_PARENT,
            ),
            ScreenEntry(
                SESSION, _ICON, lambda: kind_name(SESSION), page, place="none", parent=_PARENT
            ),
            ScreenEntry(PHOTOGRAPHS, "camera", photographs, pictures, place="none", parent=_PARENT),
        ],
        drafts={
            f"{SESSION}_move": DraftForm(
                _ICON,
                lambda: kind_name(f"{SESSION}_move"),
                lambda known: (SESSION, UUID(known)),
                Right.WRITE,
            )
        },
        reasons=SessionWords().reasons(),
        search=RecordSearch(lambda: translate("SessionCommands", "ลงเวลา"), found),
    )
