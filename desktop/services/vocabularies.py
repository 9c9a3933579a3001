"""The vocabularies as a centre uses them: the shipped words with its own laid over."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import vocabulary
from desktop.models.fields import Field
from desktop.models.program import VocabularyTerm
from desktop.models.vocabulary import Term, TermOverride, Vocabulary
from resources.words.names import of_newer


def own_numbers(session: Session, name: str) -> dict[str, int]:
    """Return the numbers that the centre set under a name, by code: they travel as its words do."""
    wanted = select(VocabularyTerm.code, VocabularyTerm.position).where(
        VocabularyTerm.vocabulary == name, VocabularyTerm.deleted.is_(False)
    )
    return {code: number for code, number in session.execute(wanted) if number}


class CentreLookup:
    """Finds the code of a word among the centre's own labels and the shipped ones.

    What the centre calls its own is read once it is asked for.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[str, Vocabulary] = {}

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of a name; raises KeyError for one that is not shipped."""
        made = self._made.get(name)
        if made is None:
            shipped, own = vocabulary.load(name), self._own.get(name)
            made = self._made[name] = shipped.with_overrides(own) if own else shipped
        return made

    def changed(self) -> dict[str, Vocabulary]:
        """The vocabularies of which the centre has changed a word; all others are as shipped."""
        shipped = vocabulary.all_names()
        return {name: self.vocabulary(name) for name in self._own if name in shipped}

    @cached_property
    def _own(self) -> dict[str, list[TermOverride]]:
        own: dict[str, list[TermOverride]] = defaultdict(list)
        with self._session.no_autoflush:
            for term in self._session.scalars(
                select(VocabularyTerm).where(VocabularyTerm.deleted.is_(False))
            ):
                own[term.vocabulary].append(
                    TermOverride(
                        term.code, term.th, term.en, term.position, term.hidden,
                        tuple(term.aliases or ()),
                    )
                )  # fmt: skip
        return own

    def label(self, field: Field, code: str, language: str = "th") -> str:
        """The label of a code that stands in a field, and text that a field takes as well."""
        terms = [self.vocabulary(name) for name in field.vocabularies]
        found = next((each for each in terms if code in each), terms[0])
        return found.worded(code, language) if field.free else found.label(code, language)

    def term(self, vocabulary: str, code: str) -> Term:
        """The term of a code, for words in a language that the caller does not know yet."""
        terms = self.vocabulary(vocabulary)
        if code in terms:
            return terms.term(code)
        return Term(code, of_newer(code, "th"), of_newer(code, "en"), 0)

    def code(self, vocabulary: str, text: str) -> str | None:
        """The code that `text` means in the vocabulary of that name, or None."""
        term = self.vocabulary(vocabulary).find(text)
        return None if term is None else term.code
