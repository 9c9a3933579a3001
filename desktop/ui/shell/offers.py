"""The papers and tables that features bring, each offered on one page and by Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from desktop.services.learners.records import LearnerQuery
from desktop.services.roles import Right
from desktop.ui.shell.finding import Command, Words
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.ui.printing.papers import Paper
    from desktop.ui.printing.presenter import PrintPresenter, Writing

Way = Literal["print", "export", "blank"]

REPORTS: Final = "reports"
"""The screen on which all that is offered stands together."""


@dataclass(frozen=True)
class Within:
    """Whom the page of papers counts at the moment: its question, and how it is called."""

    query: LearnerQuery
    words: str = ""


@dataclass(frozen=True)
class Offer:
    """A paper or table that stands on the page of papers, and that Ctrl+K finds.

    Attributes:
        key: its own among all of them.
        note: what it is good for.
        make: asks what there is to ask, then makes it.
        frequent: offered by Ctrl+K before anything is typed.
    """

    key: str
    way: Way
    icon: str
    name: Words
    note: Words
    right: Right
    make: Callable[[PrintPresenter, Within], None]
    frequent: bool = False

    def command(self) -> Command:
        """How Ctrl+K finds it."""
        return Command(
            "table" if self.way == "export" else "printer",
            lambda: wish(self.way, self.name),
            (REPORTS, self.key),
            right=self.right,
            detail=lambda: translate("Offers", "รายงาน"),
            once=True,
            frequent=self.frequent,
        )


def printed(
    key: str,
    icon: str,
    paper: Paper,
    note: Words,
    writing: Callable[[Services], Writing],
    way: Way = "print",
) -> Offer:
    """Return the offer of a paper of whoever may print, by what a service writes."""
    return Offer(
        key,
        way,
        icon,
        paper.name,
        note,
        Right.PRINT,
        lambda printing, _within: printing.print_by(paper, writing),
    )


def heading(way: Way) -> str:
    """What stands over the offers of one way."""
    return {
        "print": translate("Offers", "พิมพ์เป็น PDF"),
        "export": translate("Offers", "ส่งออกเป็น Excel"),
        "blank": translate("Offers", "แบบฟอร์มเปล่า เขียนด้วยปากกา"),
    }[way]


def wish(way: Way, name: Words) -> str:
    """What one says to have a paper or table."""
    words = {
        "print": translate("Offers", "พิมพ์{paper}"),
        "export": translate("Offers", "ส่งออก{paper}"),
        "blank": translate("Offers", "พิมพ์{paper} (เปล่า)"),
    }[way]
    return words.replace("{paper}", name())
