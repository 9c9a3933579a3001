"""The answers that pip needs before it keeps an archive of sources."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


class _NoBuildTool:
    """Answers from the environment; never looks into the archive."""

    def get_requires_for_build_wheel(self, _settings: Any = None) -> list[str]:
        """Nothing is needed."""
        return []

    def prepare_metadata_for_build_wheel(self, folder: str, _settings: Any = None) -> str:
        """Write the name and version that were asked for."""
        name, version = os.environ["ARCHIVE_NAME"], os.environ["ARCHIVE_VERSION"]
        made = Path(folder) / f"{name.replace('-', '_')}-{version}.dist-info"
        made.mkdir()
        text = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (made / "METADATA").write_text(text, encoding="utf-8")
        return made.name


__legacy__ = _NoBuildTool()
