"""Answers the list of referrals: its slips are printed together."""

from __future__ import annotations

from typing import Any

from desktop.ui.referrals.screen import ReferralsScreen
from desktop.ui.referrals.words import SLIPS
from desktop.ui.subjects.directory_presenter import DirectoryPresenter


class ReferralsPresenter(DirectoryPresenter):
    """Prints the slips of what is listed, beside what every directory does."""

    def __init__(self, screen: ReferralsScreen, *others: Any) -> None:
        super().__init__(screen, *others)
        screen.slips_wanted.connect(self.print_slips)

    def print_slips(self) -> None:
        """Ask how, then print the slip of each referral that is listed and was sent."""
        query, slips = self._screen.query, self._services.referral_slips
        self.printing.print_lists(
            SLIPS, lambda path, looks, told: slips.write_slips(path, query, looks, told)
        )
