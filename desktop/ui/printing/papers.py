"""Papers and tables as the window knows them: what the dialog asks, and where they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from desktop.services.learners.records import LearnerQuery
from desktop.services.roles import Right
from desktop.ui.shell.finding import Command, Words
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.printing.presenter import PrintPresenter

Ask = Literal["many", "sensitive", "small_counts", "by_village", "whole_numbers"]
Way = Literal["print", "export", "blank"]

REPORTS: Final = "reports"
"""The screen on which all that is offered stands together."""


@dataclass(frozen=True)
class Paper:
    """A paper as the printing dialog knows it.

    Attributes:
        name: what it is called, in the dialog and in the name of its file.
        asks: what the dialog asks of it beside language and digits; `many`: whose it is to hold,
            with a list in front, a sheet for signatures, and a file for each village.
    """

    name: Words
    asks: frozenset[Ask] = frozenset()

    def wish(self) -> str:
        """What one says to have it."""
        return _wish("print", self.name)


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
            lambda: _wish(self.way, self.name),
            (REPORTS, self.key),
            right=self.right,
            detail=lambda: translate("Papers", "รายงาน"),
            once=True,
            frequent=self.frequent,
        )


def heading(way: Way) -> str:
    """What stands over the offers of one way."""
    return {
        "print": translate("Papers", "พิมพ์เป็น PDF"),
        "export": translate("Papers", "ส่งออกเป็น Excel"),
        "blank": translate("Papers", "แบบฟอร์มเปล่า เขียนด้วยปากกา"),
    }[way]


def _wish(way: Way, name: Words) -> str:
    words = {
        "print": translate("Papers", "พิมพ์{paper}"),
        "export": translate("Papers", "ส่งออก{paper}"),
        "blank": translate("Papers", "พิมพ์{paper} (เปล่า)"),
    }[way]
    return words.replace("{paper}", name())


PLAN: Final = Paper(lambda: translate("Papers", "แผน"), frozenset({"sensitive"}))
PLANS: Final = Paper(lambda: translate("Papers", "แผนรายบุคคล"), frozenset({"many", "sensitive"}))
REGISTER: Final = Paper(
    lambda: translate("Papers", "ทะเบียนผู้เรียนรู้"),
    frozenset({"sensitive", "by_village", "whole_numbers"}),
)
SUMMARY: Final = Paper(lambda: translate("Papers", "สรุปตำบล"), frozenset({"small_counts"}))
WHOLE_RECORD: Final = Paper(lambda: translate("Papers", "ข้อมูลทั้งหมด"))
FORMS: Final[dict[str, Paper]] = {
    "survey": Paper(lambda: translate("Papers", "แบบเยี่ยมบ้าน")),
    "hett": Paper(lambda: translate("Papers", "แบบประเมิน HETT")),
    "plan": Paper(lambda: translate("Papers", "แบบแผนรายบุคคล")),
    "consent": Paper(lambda: translate("Papers", "แบบขอความยินยอม")),
}
