"""Every form that keeps what is half typed does so within two seconds, and is offered again."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

import desktop.ui
from desktop.services.drafts import KeptDraft
from desktop.ui.draft_places import place_of
from desktop.ui.widgets.typing_pause import AT_MOST_MILLISECONDS

ROOT = Path(desktop.ui.__file__).parent
LEARNER = "0192f0c0-0000-7000-8000-000000000001"
FORMS = {
    "learner_new": ("", "learner_new"),
    "contact": (LEARNER, "learner"),
    "consent": (f"{LEARNER}:plan", "learner"),
    "plan_review": (LEARNER, "plan"),
    "plan_lines": (LEARNER, "plan"),
    "import": ("ab" * 32, "import"),
    "urgent": ("", "urgent"),
}
"""Each form, a subject of its kind, and the screen that goes on with it."""


def _saved_forms() -> set[str]:
    """The names under which screens save drafts, read from their modules."""
    found = set()
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "save"
                and "drafts" in ast.unparse(node.func.value)
            ):
                form = node.args[0]
                assert isinstance(form, ast.Name), f"{path}: a form by a name of its module"
                found.add(names[form.id])
    return found


def test_every_form_that_is_kept_is_known_here() -> None:
    assert _saved_forms() == FORMS.keys()


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_form_left_half_filled_leads_back_to_its_screen(form: str) -> None:
    subject, screen = FORMS[form]

    place = place_of(KeptDraft(form, subject, {}, datetime(2026, 11, 22, tzinfo=UTC)))

    assert place is not None
    assert place[0] == screen


def test_no_screen_waits_for_a_pause_that_may_never_come() -> None:
    """A timer that begins anew at each key never fires for whoever types on: only `TypingPause`
    may put saving off.
    """
    assert AT_MOST_MILLISECONDS < 2_000
    suspicious = []
    for path in ROOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "drafts" in text or "autosave.emit" in text or "drafted.emit" in text:
            own = "QTimer(" in text and "class TypingPause" not in text
            if own and path.name not in ALLOWED:
                suspicious.append(path.relative_to(ROOT).as_posix())
    assert suspicious == []


ALLOWED = frozenset({"safekeeping.py"})
"""Timers that put no saving off: looking again every few minutes."""
