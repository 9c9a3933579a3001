"""The subjects that bring something to what gathers, a line for each."""

from __future__ import annotations

from typing import Final

from desktop.services.brought import Brought
from desktop.services.capital.brought import CAPITAL
from desktop.services.competences.brought import COMPETENCES
from desktop.services.courses.brought import COURSES
from desktop.services.credits.brought import CREDITS
from desktop.services.curricula.brought import CURRICULA
from desktop.services.duty.brought import DUTY
from desktop.services.evidence.brought import EVIDENCE
from desktop.services.funds.brought import CASH_BOOKS, FUNDS, GOODS
from desktop.services.kpc.brought import KPC
from desktop.services.leads.brought import LEADS
from desktop.services.matches.brought import MATCHES
from desktop.services.mentors.brought import MENTORS
from desktop.services.needs.brought import NEEDS
from desktop.services.offers.brought import OFFERS
from desktop.services.partners.brought import PARTNERS
from desktop.services.referrals.brought import REFERRALS
from desktop.services.sessions.brought import SESSIONS
from desktop.services.skills.brought import SKILLS
from desktop.services.tallies.brought import HELP
from desktop.services.urgent.brought import URGENT

SUBJECTS: Final[tuple[Brought, ...]] = (
    URGENT, DUTY, PARTNERS, MENTORS, NEEDS, OFFERS, MATCHES, REFERRALS, FUNDS, CASH_BOOKS, GOODS,
    LEADS, HELP, CAPITAL, CURRICULA, COURSES, SESSIONS, COMPETENCES, CREDITS, EVIDENCE, KPC,
    SKILLS,
)  # fmt: skip
