"""Every code that is raised has a sentence that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import desktop
from desktop.errors import Cancelled, StorageError, UserError
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.wording import known_codes, sentence
from sync.protocol import Code

RAISED = re.compile(r"\b(?:UserError|StorageError)\(\s*\"([^\"]+)\"")


def raised_codes() -> set[str]:
    """Codes written as text where an error is made, anywhere under `desktop`."""
    root = Path(desktop.__file__).parent
    return {
        code
        for path in root.rglob("*.py")
        for code in RAISED.findall(path.read_text(encoding="utf-8"))
    }


def test_every_code_has_words() -> None:
    codes = raised_codes()
    assert "wrong_passcode" in codes
    assert sorted(codes - known_codes()) == []


def test_what_the_hub_refuses_has_words() -> None:
    refusals = {value for name, value in vars(Code).items() if not name.startswith("_")}
    assert "revoked" in refusals
    assert sorted({f"hub_{code}" for code in refusals} - known_codes()) == []


def test_values_are_filled_in() -> None:
    said = sentence(UserError("passcode_too_short", least=8))
    assert "8" in said
    assert "{" not in said


def test_sentences_follow_the_language(switch: LanguageSwitch) -> None:
    error = UserError("wrong_passcode")
    thai = sentence(error)
    switch.choose(Language.ENGLISH)
    assert sentence(error).startswith("The passcode is not right")
    assert sentence(error) != thai


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (UserError("never_heard_of"), "never_heard_of"),
        (StorageError("odd_disk"), "odd_disk"),
        (ZeroDivisionError("secret name"), "ZeroDivisionError"),
    ],
)
def test_an_unknown_error_is_told_honestly(error: Exception, named: str) -> None:
    assert named in sentence(error)
    assert "secret name" not in sentence(error)


def test_a_stop_is_no_failure() -> None:
    assert "หยุด" in sentence(Cancelled())
