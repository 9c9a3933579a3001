"""Errors are told in the language of the screens."""

from __future__ import annotations

from desktop.errors import UserError
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.wording import sentence


def test_sentences_follow_the_language(switch: LanguageSwitch) -> None:
    error = UserError("wrong_passcode")
    thai = sentence(error)
    switch.choose(Language.ENGLISH)
    assert sentence(error).startswith("The passcode is not right")
    assert sentence(error) != thai
