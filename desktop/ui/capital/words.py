"""What is said of community capital: papers, doubts, places, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.capital.maps import MapLine
from desktop.services.capital.records import CapitalRow, VillageCapital
from desktop.services.today.records import TodayLine
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import ask_again, named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

CAPITALS, CAPITAL, MAP, DRAWN = "capitals", "capital", "capital_map", "drawn_maps"
PAPER = Paper(lambda: translate("CapitalCommands", "แผนที่ทุนชุมชน"))
COUNTS = Paper(lambda: translate("CapitalCommands", "ทุนชุมชนรายหมู่บ้าน"))
DRAWN_PAPER = Paper(lambda: translate("CapitalCommands", "แผนที่วาดมือพร้อมหมุด"))
FORM = Paper(lambda: translate("CapitalCommands", "ใบสำรวจทุนชุมชน"))


@dataclass(frozen=True)
class CapitalAt:
    """Where the list of capital is opened.

    Attributes:
        place: the words of the village; "" for all of them.
        village_id: None with a `place` is of no listed village.
        kind: code of `capital_types`, "" for those without one; None for all.
    """

    place: str = ""
    village_id: UUID | None = None
    kind: str | None = None


@dataclass(frozen=True)
class DrawnAt:
    """Where the hand-drawn maps are opened: at a map, or at the place of a capital."""

    map_id: UUID | None = None
    capital_id: UUID | None = None


def drawn_title() -> str:
    """What the hand-drawn maps are called."""
    return translate("CapitalCommands", "แผนที่วาดมือ")


def map_of(line: MapLine) -> str:
    """Of which village a map is."""
    if line.village_id is None:
        return translate("CapitalCommands", "ทั้งตำบล")
    return PersonWords().village(line.village, line.village_name)


def map_title() -> str:
    """What the map is called."""
    return translate("CapitalCommands", "แผนที่ทุน")


def village_of(row: CapitalRow) -> str:
    """The village that it is in, "" where it is elsewhere or nobody said."""
    return PersonWords().village(row.village, row.village_name) if row.village_id else ""


def place_of(line: VillageCapital) -> str:
    """The village of a line of the map."""
    if line.village_id is None:
        return translate("CapitalCommands", "นอกหมู่บ้าน หรือยังไม่ระบุ")
    return PersonWords().village(line.village, line.village_name)


class CapitalWords(QObject):
    """The words of the page and of the day."""

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "capital_without_unit": self.tr("ใส่หน่วยนับด้วย จะได้รู้ว่ารับได้กี่คนหรือกี่ชิ้น"),
            "capital_without_teacher": self.tr("ยินดีสอน แต่ยังไม่รู้ว่าใคร ใส่เจ้าของด้วย"),
        }

    def reasons(self) -> Mapping[str, DayReason]:
        """Why capital stands in the day."""
        return {
            "capital_ask_again": ask_again(
                "sprout",
                lambda: self.tr("ทุนชุมชนที่ควรถามใหม่"),
                lambda: self.tr("โทรถามเจ้าของว่ายังมีอยู่ไหม ใช้ได้เดือนใด"),
            ),
            "capital_verify": DayReason(
                "sprout",
                lambda: self.tr("ทุนชุมชนที่ยังไม่มีใครยืนยัน"),
                self._verify,
                page_of,
                who=named,
                dated=True,
            ),
        }

    def _verify(self, line: TodayLine, _today: date) -> str:
        known = self.tr("มีคนเล่าไว้เมื่อ {day} ถามเจ้าของหรือเวทีหมู่บ้าน แล้วกดยืนยัน")
        never = self.tr("มีคนเล่าไว้ ถามเจ้าของหรือเวทีหมู่บ้าน แล้วกดยืนยัน")
        return known.replace("{day}", shown_iso(line.due)) if line.due else never
