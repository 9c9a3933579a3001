"""ทุนชุมชน: what the villages have, beside the partners, and the map of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.services.capital.records import CapitalQuery
from desktop.ui.capital.words import (
    CAPITAL,
    CAPITALS,
    COUNTS,
    DRAWN,
    DRAWN_PAPER,
    FORM,
    MAP,
    PAPER,
    CapitalWords,
    drawn_title,
    map_of,
    map_title,
)
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.feature import BuiltScreen, Feature, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command, Found
from desktop.ui.shell.offers import printed
from desktop.ui.subjects import MOST, Screens, subject_feature
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """The list as a tab beside the partners; the page of one, the form for a new one, the map."""
    services = parts.services

    def build(context: ShellContext) -> BuiltScreen:
        from desktop.ui.capital.map_screen import CapitalMapPresenter, CapitalMapScreen

        screen = CapitalMapScreen(services.workspace.rights)
        return BuiltScreen(screen, CapitalMapPresenter(screen, services, context.jobs))

    def drawn(context: ShellContext) -> BuiltScreen:
        from desktop.ui.capital.drawn_presenter import DrawnMapPresenter
        from desktop.ui.capital.drawn_screen import DrawnMapScreen

        screen = DrawnMapScreen(services.workspace.rights)
        return BuiltScreen(screen, DrawnMapPresenter(screen, services, context.jobs))

    def found_maps(typed: str) -> Sequence[Found]:
        return [
            Found(line.title, map_of(line), "map-pin", (DRAWN, line.id))
            for line in services.maps.named(typed)[:MOST]
        ]

    maps = printed(
        "print drawn_maps",
        "map-pin",
        DRAWN_PAPER,
        lambda: translate("CapitalCommands", "ภาพแผนที่ล่าสุดของทุกหมู่บ้าน พร้อมว่าหมุดใดคืออะไร"),
        lambda of: lambda path, looks: of.map_paper.write_pdf(path, (), looks),
    )
    counts = printed(
        "print capital_counts",
        "table",
        COUNTS,
        lambda: translate("CapitalCommands", "หมู่บ้านใดมีทุนประเภทใดเท่าใด"),
        lambda of: of.capital_paper.write_counts,
    )
    return subject_feature(
        services,
        CAPITAL,
        CAPITALS,
        "sprout",
        lambda: kinds_name(CAPITAL),
        screens=_screens,
        service=lambda: services.capital,
        directory=lambda: services.capital_paper,
        question=CapitalQuery,
        detail=lambda row: (row.owner, row.phone),
        paper=PAPER,
        good_for=lambda: translate("CapitalCommands", "แต่ละหมู่บ้านมีอะไร ของใคร ใช้ได้เมื่อใด"),
        also=lambda: translate("CapitalCommands", "ของดี ภูมิปัญญา ทรัพยากร ป่า วัด กลุ่ม กองทุน"),
        reasons=CapitalWords().reasons(),
        place="tab",
        parent="partners",
        papers=[counts, maps],
        form=(FORM, lambda: translate("CapitalCommands", "เขียนในเวทีหมู่บ้าน มีอะไรดี ของใคร ใครสอนได้")),
        more=[
            ScreenEntry(MAP, "map-pin", map_title, build, place="none", parent="partners"),
            ScreenEntry(DRAWN, "map-pin", drawn_title, drawn, place="none", parent="partners"),
        ],
        also_found=found_maps,
        commands=[
            Command(
                "map-pin",
                map_title,
                (MAP, None),
                also=lambda: translate("CapitalCommands", "แผนภูมิทุน"),
            ),
            Command(
                "map-pin",
                drawn_title,
                (DRAWN, None),
                also=lambda: translate("CapitalCommands", "แผนที่เดินดิน ปักหมุด ภาพถ่ายแผนที่"),
            ),
        ],
    )


def _screens() -> Screens:
    from desktop.ui.capital.new_screen import NewCapitalPresenter, NewCapitalScreen
    from desktop.ui.capital.page import CapitalPresenter, CapitalScreen
    from desktop.ui.capital.screen import CapitalsScreen

    return Screens(
        CapitalsScreen, (CapitalScreen, CapitalPresenter), (NewCapitalScreen, NewCapitalPresenter)
    )
