"""Finding a need, or a match, from any screen: by what is asked for, or by who asks."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.matches.records import MatchQuery, MatchRow
from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.ui.forms.finder import MOST, JobFinder
from desktop.ui.jobs import Jobs
from desktop.ui.widgets.link_field import Found


def need_finder(services: Services, jobs: Jobs, owner: QObject) -> JobFinder[NeedRow]:
    """Who finds needs for a link of a screen."""
    needs = services.needs
    return JobFinder(
        jobs,
        owner,
        lambda text: needs.find(NeedQuery(search=text), MOST),
        lambda ids: needs.find(NeedQuery(ids=tuple(ids))),
        lambda row: Found(row.id.hex, row.name, row.who),
    )


def match_finder(services: Services, jobs: Jobs, owner: QObject) -> JobFinder[MatchRow]:
    """Who finds matches for a link of a screen."""
    matches = services.matches
    return JobFinder(
        jobs,
        owner,
        lambda text: matches.find(MatchQuery(search=text), MOST),
        lambda ids: matches.find(MatchQuery(ids=tuple(ids))),
        lambda row: Found(row.id.hex, row.name, " · ".join(filter(None, (row.who, row.giver)))),
    )
