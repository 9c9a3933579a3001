"""The templates that a plan can begin from: shipped data."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from desktop.errors import UserError
from desktop.services.plans.records import PlanTemplate


def templates() -> tuple[PlanTemplate, ...]:
    """Return the templates in their order."""
    return tuple(
        PlanTemplate(
            code=each["code"],
            th=each["th"],
            en=each["en"],
            about_th=each["about_th"],
            about_en=each["about_en"],
            pathway=each["fields"].get("pathway", ""),
            goals=len(each["goals"]),
        )
        for each in _load()
    )


def template(code: str) -> dict[str, Any]:
    """Return a template's fields and goals; UserError `template_unknown`."""
    for each in _load():
        if each["code"] == code:
            return each
    raise UserError("template_unknown", template=code)


@cache
def _load() -> tuple[dict[str, Any], ...]:
    file = files("resources").joinpath("templates", "plans.json")
    return tuple(json.loads(file.read_text(encoding="utf-8"))["templates"])
