"""Charts tell their numbers without colour, and their parts open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import theme
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.dimension_trend import DimensionTrend, Round
from desktop.ui.widgets.distribution_bars import Bar, BarPart, DistributionBars
from desktop.ui.widgets.hett_radar import HettRadar, RadarLevels
from desktop.ui.widgets.hett_style import dimension, dimensions
from desktop.ui.widgets.timeline import Timeline, TimelineEvent
from tests.ui.typing import click, press

FULL = RadarLevels(
    last={"H": 3, "E": 2.5, "T": 3, "D": 2},
    first={"H": 2, "E": 1, "T": 2, "D": 1},
    target={"H": 4, "E": 4, "T": 4, "D": 4},
)


def drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def near(image: QImage, x: int, y: int, colour: str) -> bool:
    return any(
        image.pixelColor(x + dx, y + dy).name() == colour
        for dx in range(-4, 5)
        for dy in range(-4, 5)
    )


def test_the_radar_says_its_numbers(qtbot: QtBot, switch: LanguageSwitch) -> None:
    radar = HettRadar()
    qtbot.addWidget(radar)
    radar.show_levels(RadarLevels(last={"H": 3}, first={"H": 2}))
    assert radar.accessibleDescription().splitlines() == [
        "สุขภาพ: ครั้งแรก 2, ครั้งล่าสุด 3",
        "วิชาการ: ยังไม่ประเมิน",
        "อาชีพ: ยังไม่ประเมิน",
        "ทักษะชีวิต: ยังไม่ประเมิน",
    ]
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: "Health: First 2, Latest 3" in radar.accessibleDescription())


def test_the_radar_puts_each_level_on_its_axis(qtbot: QtBot) -> None:
    radar = HettRadar()
    qtbot.addWidget(radar)
    radar.resize(500, 420)
    radar.show_levels(RadarLevels(last=FULL.last))
    image = drawn(radar)
    legend, across, above = 30, 104, 54
    radius = min(500 - 2 * across, 420 - 2 * above - legend) / 2
    middle = (250, (420 - legend) // 2)
    steps = {"H": (0, -1), "E": (1, 0), "T": (0, 1), "D": (-1, 0)}
    for code, (dx, dy) in steps.items():
        level = FULL.last[code]
        assert level is not None
        reach = radius * level / 4
        x, y = round(middle[0] + dx * reach), round(middle[1] + dy * reach)
        assert near(image, x, y, dimension(code).colour.name()), code


def test_a_missing_dimension_is_not_filled_in(qtbot: QtBot) -> None:
    radar = HettRadar()
    qtbot.addWidget(radar)
    radar.resize(500, 420)
    radar.show_levels(RadarLevels(last={"H": 4, "E": 4, "T": 4, "D": None}))
    image = drawn(radar)
    centre = image.pixelColor(250 - 40, 195 + 10).name()
    radar.show_levels(RadarLevels(last={"H": 4, "E": 4, "T": 4, "D": 4}))
    assert drawn(radar).pixelColor(250 - 40, 195 + 10).name() != centre


@pytest.mark.parametrize("count", [0, 1, 2, 12])
def test_the_trend_draws_any_number_of_rounds(qtbot: QtBot, count: int) -> None:
    trend = DimensionTrend()
    qtbot.addWidget(trend)
    trend.resize(600, 300)
    trend.show_rounds(
        [Round(f"รอบ {n}", {"H": 1 + n % 4, "E": None, "T": 2}) for n in range(count)]
    )
    image = drawn(trend)
    inks = {image.pixelColor(x, y).name() for x in range(600) for y in range(300)}
    assert (dimension("H").colour.name() in inks) is (count > 0)
    assert dimension("E").colour.name() not in inks
    assert trend.accessibleDescription().splitlines()[1] == "วิชาการ: –"


def bars(qtbot: QtBot) -> DistributionBars:
    made = DistributionBars()
    qtbot.addWidget(made)
    made.resize(600, 120)
    made.show_bars(
        [
            Bar("1", "หมู่ 1", (BarPart("1", "ระดับ 1", 10), BarPart("2", "ระดับ 2", 20)), "H"),
            Bar("2", "หมู่ 2", (BarPart("1", "ระดับ 1", 0), BarPart("2", "ระดับ 2", 5))),
        ]
    )
    made.show()
    return made


def test_a_click_on_a_part_opens_its_people(qtbot: QtBot) -> None:
    made = bars(qtbot)
    box = made._boxes(0)[1]
    with qtbot.waitSignal(made.opened) as opened:
        click(made, box.center().toPoint())
    assert opened.args == ["1", "2"]
    told: list[tuple[str, str]] = []
    made.opened.connect(lambda bar, part: told.append((bar, part)))
    click(made, QPoint(2, 10))
    assert told == []


def test_parts_are_reached_by_arrows_and_read_aloud(qtbot: QtBot) -> None:
    made = bars(qtbot)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(made, key)
    assert made.accessibleDescription() == "หมู่ 2, ระดับ 2, 5"
    with qtbot.waitSignal(made.opened) as opened:
        press(made, Qt.Key.Key_Return)
    assert opened.args == ["2", "2"]


def test_a_small_cell_is_hidden_in_word_and_length(qtbot: QtBot) -> None:
    widths = []
    for count in (1, 4):
        made = DistributionBars()
        qtbot.addWidget(made)
        made.resize(600, 80)
        made.show_bars(
            [
                Bar("1", "หมู่ 1", (BarPart("all", "คน", 40),)),
                Bar("2", "หมู่ 2", (BarPart("all", "คน", count, hidden=True),)),
            ]
        )
        widths.append(made._boxes(1)[0].width())
        press(made, Qt.Key.Key_Down)
        assert made.accessibleDescription() == "หมู่ 2, คน, น้อยกว่า 5"
    assert widths[0] == widths[1]


def test_the_timeline_opens_its_events(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.show_events(
        [
            TimelineEvent("v", "2 ส.ค. 2569", "เยี่ยมบ้าน", "น้ำท่วม", "house", group="2569"),
            TimelineEvent("s", "16 พ.ค. 2568", "ลงชื่อ", group="2568"),
        ]
    )
    timeline.show()
    rows = [row for row in timeline.findChildren(QWidget) if row.property("surface") == "event"]
    assert [row.accessibleName() for row in rows] == ["2 ส.ค. 2569 เยี่ยมบ้าน", "16 พ.ค. 2568 ลงชื่อ"]
    with qtbot.waitSignal(timeline.opened) as opened:
        press(rows[1], Qt.Key.Key_Return)
    assert opened.args == ["s"]


def test_dimensions_are_the_four_of_the_file(qtbot: QtBot) -> None:
    assert [part.code for part in dimensions()] == ["H", "E", "T", "D"]
    assert theme().scheme.value in dict(dimension("D").colours)
    with pytest.raises(KeyError):
        dimension("X")
