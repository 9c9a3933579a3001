"""Whom or what a row without an id may mean: records, and those whose record it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord
from desktop.models.search import whole_of
from desktop.services.workbooks.declared import Book


class Namesakes:
    """Everything of a book that is known by a name, and everybody who has no record in it yet."""

    def __init__(self, session: Session, book: Book, known: Mapping[UUID, SyncedRecord]) -> None:
        records = book.told(session, known)
        with_one = {getattr(each, book.owner) for each in known.values()} if book.owner else set()
        owners = {
            each: texts for each, texts in book.owners(session).items() if each not in with_one
        }
        self._book = book
        self._told: dict[UUID, Mapping[str, str]] = {**records, **owners}
        self._named: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
        for each, texts in self._told.items():
            self._named[book.called(texts)].append(each)

    def __contains__(self, each: object) -> bool:
        return each in self._told

    def told(self, each: UUID) -> Mapping[str, str]:
        """What is known of one, by column."""
        return self._told[each]

    def of(self, texts: Mapping[str, str]) -> list[UUID]:
        """All that the name in a row fits."""
        return self._named.get(self._book.called(texts), [])

    def likely(self, texts: Mapping[str, str]) -> list[UUID]:
        """Those whom the row fits in all it begins with; where it fits none so, all of its name."""
        fitting = self.of(texts)
        agreeing = [each for each in fitting if self._said(each, texts, agrees=True)]
        return agreeing if len(agreeing) == 1 else fitting

    def against(self, each: UUID, texts: Mapping[str, str]) -> str:
        """The column in which a row says something else of one than what is known; "" for none."""
        return next(iter(self._said(each, texts, agrees=False)), "")

    def names(self, several: list[UUID]) -> tuple[tuple[UUID, str], ...]:
        """Each with its name, and with more where that alone does not tell them apart."""
        whole = {each: self._joined(each, self._told[each]) for each in several}
        short = {each: self._joined(each, self._book.identity) for each in several}
        alike = list(short.values())
        return tuple(
            (each, short[each] if alike.count(short[each]) == 1 else whole[each])
            for each in dict.fromkeys(several)
        )

    def _said(self, each: UUID, texts: Mapping[str, str], *, agrees: bool) -> list[str]:
        """The columns beside the name which row and record both fill, alike or not."""
        told = self._told[each]
        return [
            key
            for key in self._book.begins
            if key not in self._book.identity
            and (own := whole_of(told.get(key, "")))
            and (said := whole_of(texts.get(key, "")))
            and (own == said) is agrees
        ]

    def _joined(self, each: UUID, keys: Mapping[str, str] | tuple[str, ...]) -> str:
        return " ".join(text for key in keys if (text := self._told[each].get(key, "")))
