"""ครั้งที่พบกัน: the register of a meeting, and its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.models.text import search_key
from desktop.services.roles import Right
from desktop.services.sessions.records import SessionQuery
from desktop.ui.record_names import kind_name
from desktop.ui.sessions.words import (
    ACTIVITY,
    COURSE_REGISTER,
    PHOTOGRAPHS,
    REGISTER,
    SESSION,
    SessionWords,
    photographs,
)
from desktop.ui.shell.feature import BuiltScreen, DraftForm, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Found, RecordSearch
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import MOST
from desktop.ui.translation import in_each_language, translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts

_ICON = "calendar"
_PARENT = "courses"
_MONTH = timedelta(days=31)
_LEAST = 3  # letters before a word says what is wanted


def _asks_for_registers(typed: str) -> bool:
    """Whether somebody began to type that they want to take a register, in either language."""
    key = search_key(typed)
    words = in_each_language(
        lambda: translate("SessionCommands", "ลงเวลา, เช็กชื่อ, เช็คชื่อ, ขานชื่อ, ใครมา, ใบลงเวลา")
    )
    every = (search_key(word) for each in words for word in each.split(","))
    return len(key) >= _LEAST and any(word.startswith(key) for word in every)


def feature(parts: Parts) -> Feature:
    """Both are reached from a course, from the day and by Ctrl+K."""
    services = parts.services

    def register(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.register_presenter import RegisterPresenter
        from desktop.ui.sessions.register_screen import RegisterScreen

        screen = RegisterScreen(services.workspace.rights)
        return BuiltScreen(screen, RegisterPresenter(screen, services, context.jobs))

    def of_course(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.grid_presenter import GridPresenter
        from desktop.ui.sessions.grid_screen import GridScreen

        screen = GridScreen(services.workspace.rights)
        return BuiltScreen(screen, GridPresenter(screen, services, context.jobs))

    def page(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.page import SessionPresenter, SessionScreen

        screen = SessionScreen(services.workspace.rights)
        return BuiltScreen(screen, SessionPresenter(screen, services, context.jobs))

    def pictures(context: ShellContext) -> BuiltScreen:
        from desktop.ui.sessions.photographs_screen import PhotographsPresenter, PhotographsScreen

        screen = PhotographsScreen(services.workspace.rights)
        return BuiltScreen(screen, PhotographsPresenter(screen, services, context.jobs))

    def found(typed: str) -> Sequence[Found]:
        """The meetings nearest to today, of courses that are called so.

        Who types that they want to take a register gets those of today and those not taken yet.
        """
        now = services.workspace.today()
        today, words = now.isoformat(), SessionWords()
        if _asks_for_registers(typed):
            asked = SessionQuery(states=("planned", "held"))
            of_today = services.sessions.find(replace(asked, first=now, last=now))
            month = replace(asked, first=now - _MONTH, last=now - timedelta(days=1), untaken=True)
            before = sorted(services.sessions.find(month), key=lambda row: row.on, reverse=True)
            wanted = [*of_today, *before][:MOST]
            return [Found(row.name, words.when(row), "check", (REGISTER, row.id)) for row in wanted]
        rows = services.sessions.find(SessionQuery(search=typed, states=("planned", "held")))
        near = sorted(rows, key=lambda row: (row.on > today, row.on if row.on > today else ""))
        past = [row for row in near if row.on <= today][-MOST:][::-1]
        chosen = [*past, *(row for row in near if row.on > today)][:MOST]
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
                COURSE_REGISTER,
                "check",
                lambda: translate("SessionCommands", "ทะเบียนเวลาเรียน"),
                of_course,
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
        papers=[
            printed(
                "form activity",
                _ICON,
                ACTIVITY,
                lambda: translate("SessionCommands", "เขียนหลังพบกัน ใครมา ทำอะไร ได้ผลอย่างไร"),
                lambda of: of.activity_papers.write_form,
                "blank",
            )
        ],
        search=RecordSearch(lambda: translate("SessionCommands", "ลงเวลา"), found),
    )
