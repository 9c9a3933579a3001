"""Every form that keeps what is half typed does so within two seconds, and is offered again."""

from __future__ import annotations

import ast
from pathlib import Path

import desktop.ui
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.typing_pause import AT_MOST_MILLISECONDS
from tests.factories import make_workspace
from tests.ui.centre import features_of

ROOT = Path(desktop.ui.__file__).parent


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


def test_every_form_that_is_kept_says_where_it_is_gone_on_with(
    tmp_path: Path, switch: LanguageSwitch
) -> None:
    workspace = make_workspace(tmp_path / "centre")
    kept = set(features_of(workspace, switch).drafts)
    workspace.close()

    assert kept == _saved_forms()


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
