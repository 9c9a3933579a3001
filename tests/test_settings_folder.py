"""Where the data lies when nobody says: with the system's other data, or beside a portable copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import settings


def portable(root: Path, python: str) -> Path:
    """A copy as it is unpacked; returns its interpreter."""
    (root / "app" / "desktop").mkdir(parents=True)
    interpreter = root / python
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    return interpreter


@pytest.mark.parametrize("python", ["python/pythonw.exe", "python/bin/python3.11"])
def test_a_portable_copy_keeps_its_data_beside_it(tmp_path: Path, python: str) -> None:
    interpreter = portable(tmp_path, python)
    assert settings.folder_beside(str(interpreter)) is None

    (tmp_path / "data").mkdir()

    assert settings.folder_beside(str(interpreter)) == tmp_path / "data"


def test_a_folder_of_that_name_beside_another_python_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "python").mkdir()

    assert settings.folder_beside(str(tmp_path / "python" / "python.exe")) is None


def test_the_folder_beside_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = settings.default_folder({"XDG_DATA_HOME": "/home/kru/data"}, "linux")
    assert usual == Path("/home/kru/data/tambon-rianru")
    monkeypatch.setattr(settings, "folder_beside", lambda: tmp_path / "data")
    assert settings.default_folder({}, "linux") == tmp_path / "data"
