"""What life-quality activities bring: their workbook."""

from __future__ import annotations

from typing import Final

from desktop.services.brought import Brought
from desktop.services.kpc.workbook import KpcBookOf

KPC: Final = Brought(book=KpcBookOf())
