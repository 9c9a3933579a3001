"""What the HETT tab is filled from."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.framework import Framework, Indicator
from desktop.services.hett.records import AssessmentDetail, RatingView
from desktop.ui.translation import language


@dataclass(frozen=True)
class HettRound:
    """One round whole, with the round before it to compare with.

    Attributes:
        age: complete years on the day of the page, None when not known.
        sensitive: whether sensitive indicators may be seen now.
    """

    framework: Framework
    detail: AssessmentDetail
    before: AssessmentDetail | None
    age: int | None
    sensitive: bool

    def asked(self, dimension: str) -> tuple[Indicator, ...]:
        """The indicators of a dimension that are asked at this age, or were rated already."""
        return tuple(
            each
            for each in self.framework.indicators_of(dimension)
            if each.applies_at(self.age) or each.code in self.detail.ratings
        )

    def rating(self, code: str) -> RatingView | None:
        """The rating of an indicator in this round."""
        return self.detail.ratings.get(code)

    def earlier(self, code: str) -> RatingView | None:
        """The rating of an indicator in the round before."""
        return self.before.ratings.get(code) if self.before else None

    def progress(self, dimension: str) -> tuple[int, int]:
        """How many of a dimension's indicators have an answer, and how many are asked."""
        asked = self.asked(dimension)
        done = sum(
            (rating := self.rating(each.code)) is not None and rating.state != "not_assessed"
            for each in asked
        )
        return done, len(asked)

    def covered(self, indicator: Indicator) -> bool:
        """Whether an indicator is hidden as long as nobody asks for sensitive ones."""
        return indicator.sensitive and not self.sensitive


def wordings(indicator: Indicator) -> tuple[str, ...]:
    """The four level wordings in the language of the screens."""
    return tuple(indicator.wording(level, language().value) for level in (1, 2, 3, 4))
