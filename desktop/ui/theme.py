"""Colour roles, font and sizes of every screen: read once from `resources/styles`."""

from __future__ import annotations

import enum
import json
import logging
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources.fonts import FAMILY, OTHER_FAMILIES
from sync.own_files import open_own

logger = logging.getLogger(__name__)

RESOURCES = Path(str(files("resources")))
# Used only where the shipped font cannot be loaded; each has Thai letters on its platform.
FALLBACK_FAMILIES = ["Sarabun", "TH Sarabun New", "Noto Sans Thai", "Leelawadee UI", "Thonburi"]
BASE_POINTS = 12
SCALES = (100, 115, 130)
_NARROWEST = 1_000  # pixels: the smallest screen, less a frame

_PLACEHOLDER = re.compile(r"\{\{([a-z_]+)(?::([a-z0-9_.-]+))?\}\}")


class Scheme(enum.StrEnum):
    """The sets of colour roles in `resources/styles/colours.json`."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@cache
def colour_roles(scheme: Scheme) -> dict[str, str]:
    """Role name to `#RRGGBB`."""
    text = (RESOURCES / "styles" / "colours.json").read_text(encoding="utf-8")
    roles: dict[str, dict[str, str]] = json.loads(text)
    return roles[scheme.value]


@cache
def load_fonts() -> tuple[str, ...]:
    """Make every shipped font known to Qt; the families found."""
    families: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            logger.warning("font not readable: %s", path.name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


class Theme(QObject):
    """The look in force. `changed` is emitted after colours or sizes were replaced."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName("theme")
        self._application = application
        self._choice: Scheme | None = None
        self._scale = 100
        self._worn: tuple[Scheme, int] | None = None
        self._drawings = QTemporaryDir()
        load_fonts()
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """The scheme shown now (what the system asks for, where the choice is to follow it)."""
        if self._choice is not None:
            return self._choice
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    @property
    def choice(self) -> Scheme | None:
        """What the person chose; None follows the system."""
        return self._choice

    @property
    def scale(self) -> int:
        """Text size in per cent: one of `SCALES`."""
        return self._scale

    def choose(self, scheme: Scheme | None, scale: int | None = None) -> None:
        """Show `scheme` (None: as the system) at `scale` per cent, at once and everywhere."""
        self._choice = scheme
        if scale is not None:
            self._scale = min(max(scale, SCALES[0]), SCALES[-1])
        # Every widget there is would be dressed anew, which a person waits for.
        if self._worn != (self.scheme, self._scale):
            self._dress()

    def colour(self, role: str) -> QColor:
        """The colour of `role`; KeyError for a role that is not in the file."""
        return QColor(colour_roles(self.scheme)[role])

    def px(self, pixels: float) -> int:
        """A length drawn for the 100 % size, at the size in force."""
        return round(pixels * self._scale / 100)

    def least_window(self) -> QSize:
        """The smallest window: never wider than the smallest screen, however large the letters."""
        return QSize(min(self.px(900), _NARROWEST), 560)

    def font(self, points: float = BASE_POINTS, *, bold: bool = False) -> QFont:
        """The interface font; `points` before scaling, never shown below 10."""
        font = QFont([FAMILY, *OTHER_FAMILIES, *FALLBACK_FAMILIES])
        font.setPointSizeF(max(10.0, points) * self._scale / 100)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _on_system_scheme_changed(self) -> None:
        if self._choice is None:
            self._dress()

    def _dress(self) -> None:
        self._worn = (self.scheme, self._scale)
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(self._style_sheet())
        # Last: a sheet brings back the letters that Windows has for lists and menus.
        self._application.setFont(self.font())
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for part, name in (
            (role.Window, "surface"),
            (role.WindowText, "text"),
            (role.Base, "raised"),
            (role.AlternateBase, "surface"),
            (role.Text, "text"),
            (role.PlaceholderText, "muted"),
            (role.Button, "raised"),
            (role.ButtonText, "text"),
            (role.BrightText, "danger"),
            (role.Highlight, "primary"),
            (role.HighlightedText, "on_primary"),
            (role.Link, "primary"),
            (role.LinkVisited, "primary"),
            (role.ToolTipBase, "text"),
            (role.ToolTipText, "surface"),
            (role.Mid, "border"),
            (role.Dark, "border_strong"),
            (role.Light, "raised"),
            (role.Accent, "primary"),
        ):
            palette.setColor(part, self.colour(name))
        for part in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self.colour("muted"))
        return palette

    def _style_sheet(self) -> str:
        template = (RESOURCES / "styles" / "tambon.qss").read_text(encoding="utf-8")

        def filled(match: re.Match[str]) -> str:
            kind, value = match.group(1), match.group(2)
            if kind == "px":
                return f"{self.px(float(value))}px"
            if kind == "pt":
                return f"{max(10.0, float(value)) * self._scale / 100:g}pt"
            if kind == "icon":
                name, _, role = value.partition(".")
                return self._drawing(name, role)
            return colour_roles(self.scheme)[kind]

        return _PLACEHOLDER.sub(filled, template)

    def _drawing(self, name: str, role: str) -> str:
        """A file with the icon in its colour: style sheets can only name files."""
        target = Path(self._drawings.filePath(f"{name}.{role}.{self.scheme.value}.svg"))
        if not target.exists():
            drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            coloured = drawing.replace("currentColor", colour_roles(self.scheme)[role])
            with open_own(target, "w", encoding="utf-8") as file:
                file.write(coloured)
        return f'url("{target.as_posix()}")'


def theme() -> Theme:
    """The theme of the running program, made at first need (also in a test of one widget)."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a QApplication must exist before the theme")
    found = application.findChild(Theme, "theme", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if found is not None else Theme(application)


def restyle(widget: QWidget, **properties: Any) -> None:
    """Set dynamic properties that the style sheet looks at, and have it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it looks when it is dressed for the first time
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
