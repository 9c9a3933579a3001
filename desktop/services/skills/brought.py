"""What key skills bring: their workbook."""

from __future__ import annotations

from typing import Final

from desktop.services.brought import Brought
from desktop.services.skills.workbook import SkillBook

SKILLS: Final = Brought(book=SkillBook())
