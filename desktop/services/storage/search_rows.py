"""The search rows of a centre that an earlier program made from less."""

from __future__ import annotations

import logging

from sqlalchemy import select

from desktop.database import Database
from desktop.errors import StorageError
from desktop.models import search
from desktop.models.people import Learner
from desktop.models.program import Setting
from desktop.progress import Progress, SilentProgress

_log = logging.getLogger(__name__)

_STEP = 500


def renew_search_rows(database: Database, progress: Progress | None = None) -> None:
    """Make what people are found by anew where it is not of this program's edition.

    Where the disk refuses it, the rows stay as they were until the next start: nobody is kept from
    their centre because not everything is found.
    """
    with database.read() as session:
        made = session.get(Setting, ("", search.SETTING))
        if made is not None and made.value == search.EDITION:
            return
        ids = list(session.scalars(select(Learner.id)))
    told = progress or SilentProgress()
    try:
        with database.write() as session:
            for start in range(0, len(ids), _STEP):
                told.step(start, len(ids), "search_rows")
                search.refresh(session, ids[start : start + _STEP])
            session.merge(Setting(user="", name=search.SETTING, value=search.EDITION))
    except StorageError as error:
        _log.warning("the search rows stay as they were: %s", error.code)
