"""What an open centre's window is made of: one line for each feature, in the order of the rail."""

from __future__ import annotations

from desktop.services.rights import may
from desktop.ui import (
    calendar,
    capital,
    competences,
    courses,
    credit_items,
    curricula,
    duplicates,
    duty,
    evidence,
    funds,
    importing,
    kpc,
    leads,
    learner,
    learners,
    matches,
    mentors,
    needs,
    offers,
    partners,
    persons,
    plan,
    plans,
    referrals,
    reports,
    sessions,
    settings,
    skills,
    sync,
    today,
    urgent,
)
from desktop.ui.parts import Parts
from desktop.ui.shell.feature import Features

FEATURES = (
    today.feature,
    learners.feature,
    importing.feature,
    duplicates.feature,
    leads.feature,
    learner.feature,
    plans.feature,
    plan.feature,
    courses.feature,
    courses.enrolments,
    calendar.feature,
    curricula.feature,
    competences.feature,
    credit_items.feature,
    evidence.feature,
    kpc.feature,
    skills.feature,
    referrals.feature,
    reports.feature,
    urgent.feature,
    duty.feature,
    partners.feature,
    mentors.feature,
    needs.feature,
    offers.feature,
    matches.feature,
    funds.feature,
    funds.books,
    capital.feature,
    sessions.feature,
    persons.feature,
    sync.feature,
    settings.feature,
)


def all_features(parts: Parts) -> Features:
    """What each of them brings; screens themselves are made when they are first opened."""
    return Features(
        (feature(parts) for feature in FEATURES), lambda right: may(parts.services.workspace, right)
    )
