"""How the program starts: its version, and a sentence where there is no display."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.display import can_show_window, has_surface
from resources.version import VERSION

ROOT = Path(__file__).resolve().parents[1]

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="a display is a Linux question"
)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"tambon-rianru {VERSION}"


@linux_only
@pytest.mark.parametrize("left_over", [{}, {"DISPLAY": ":9731"}, {"WAYLAND_DISPLAY": "wayland-9"}])
def test_without_a_display_it_says_so_and_ends(left_over: dict[str, str], tmp_path: Path) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--data", str(tmp_path / "centre")],
        cwd=ROOT,
        env={**{k: v for k, v in os.environ.items() if k not in names}, **left_over},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    thai, english = done.stderr.strip().splitlines()
    assert "ไม่มีจอภาพ" in thai
    assert english.startswith("There is no display")
    assert done.stdout == ""
    assert not (tmp_path / "centre").exists()


@linux_only
def test_a_display_is_one_that_answers(tmp_path: Path) -> None:
    assert not can_show_window({})
    assert not can_show_window({"DISPLAY": ":9731"})  # left over: nobody answers there
    named = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not can_show_window(named)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-9"))
        compositor.listen()
        assert can_show_window(named)
        assert has_surface({**named, "QT_QPA_PLATFORM": "wayland"})


@linux_only
def test_qt_may_be_told_to_draw_elsewhere() -> None:
    assert has_surface({"QT_QPA_PLATFORM": "offscreen"})
    assert has_surface({"QT_QPA_PLATFORM": "vnc:size=1366x768"})
    assert not has_surface({"QT_QPA_PLATFORM": "xcb"})
    assert not has_surface({"QT_QPA_PLATFORM": "wayland;xcb"})
