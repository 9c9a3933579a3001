"""Certificates: who completed what, in ready words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.reports.paper_data import Letterhead, PrintStamp


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate.

    Attributes:
        name: whose it is, in full.
        number: of the certificate; "" leaves room for the pen.
        day: when it was completed.
        qr: what its code says, "" for none.
    """

    name: str
    number: str
    day: str
    qr: str = ""


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """Certificates of one course, a page each.

    Attributes:
        title: what it is called.
        says: what stands over the name, and under it before the course.
        course: what was completed.
        facts: lines below the course: hours, days, place.
        signers: who signs, side by side.
    """

    title: str
    says: tuple[str, str]
    course: str
    facts: tuple[str, ...]
    people: tuple[Certificate, ...]
    signers: tuple[str, ...]
    letterhead: Letterhead
    printed: PrintStamp
