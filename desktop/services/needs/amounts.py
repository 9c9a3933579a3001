"""How much of something: what may be written, and which two amounts may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desktop.errors import UserError
from desktop.models.search import key_of

_PARTS = 100


def check_quantity(thing: Any) -> None:
    """Refuse a record whose quantity is nothing, or less; UserError `quantity_not_positive`."""
    quantity = thing.quantity
    if quantity is not None and quantity <= 0:
        raise UserError("quantity_not_positive", field="quantity", value=shown(quantity))


def total(quantities: Iterable[float]) -> float:
    """Add quantities up, to the hundredth, so that three thirds of a sack are a sack."""
    return round(sum(round(each * _PARTS) for each in quantities) / _PARTS, 2)


def shown(quantity: float) -> str:
    """A quantity as one writes it: without a fraction where it has none."""
    return f"{quantity:,.2f}".rstrip("0").rstrip(".")


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two amounts can be compared; one without a unit is taken to be in the other's.

    Units are codes of their list or words of one's own, which may be spelt differently.
    """
    return not one or not other or key_of(one) == key_of(other)
