"""What the roster brings: its workbook."""

from __future__ import annotations

from typing import Final

from desktop.services.brought import Brought
from desktop.services.duty.workbook import DutyBook

DUTY: Final = Brought(book=DutyBook())
