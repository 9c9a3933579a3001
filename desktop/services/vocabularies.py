"""The vocabularies as a centre uses them: the shipped words with its own laid over."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import vocabulary
from desktop.models.program import VocabularyTerm
from desktop.models.vocabulary import TermOverride, Vocabulary


class CentreLookup:
    """Finds the code of a word among the centre's own labels and the shipped ones."""

    def __init__(self, session: Session) -> None:
        own: dict[str, list[TermOverride]] = defaultdict(list)
        for term in session.scalars(
            select(VocabularyTerm).where(VocabularyTerm.deleted.is_(False))
        ):
            own[term.vocabulary].append(
                TermOverride(
                    term.code, term.th, term.en, term.position, term.hidden,
                    tuple(term.aliases or ()),
                )
            )  # fmt: skip
        self._own = own
        self._made: dict[str, Vocabulary] = {}

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of a name; raises KeyError for one that is not shipped."""
        made = self._made.get(name)
        if made is None:
            made = vocabulary.load(name)
            if self._own[name]:
                made = made.with_overrides(self._own[name])
            self._made[name] = made
        return made

    def code(self, vocabulary: str, text: str) -> str | None:
        """The code that `text` means in the vocabulary of that name, or None."""
        term = self.vocabulary(vocabulary).find(text)
        return None if term is None else term.code
