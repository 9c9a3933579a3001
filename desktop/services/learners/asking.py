"""What lists of records of learners are asked for alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_

from desktop.models.moves import state_column
from desktop.models.people import Learner
from desktop.models.search import key_of
from desktop.services.same_person import of_person


def narrowed(wanted: Select[Any], model: Any, query: Any) -> Select[Any]:
    """Narrow a query that joins the learner by the words, states, village and learner asked for.

    Args:
        model: the kind of record; it has states, a `learner_id` and a name.
        query: a question with `search`, `states`, `village_id` and `learner_id`.
    """
    for word in query.search.split():
        if term := key_of(word):
            names = (Learner.given, Learner.surname, Learner.nickname)
            wanted = wanted.where(
                or_(
                    model.search_key.contains(term, autoescape=True),
                    *(each.contains(word, autoescape=True) for each in names),
                )
            )
    if query.states:
        wanted = wanted.where(state_column(model).in_(query.states))
    if query.village_id:
        wanted = wanted.where(Learner.village_id == query.village_id)
    if query.learner_id:
        wanted = wanted.where(of_person(model.learner_id, query.learner_id))
    return wanted
