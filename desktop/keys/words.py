"""Recovery words as the program meets them: what is wrong with them is a `UserError`."""

from __future__ import annotations

from desktop.errors import UserError
from resources.words import recovery
from resources.words.recovery import COUNT as COUNT
from resources.words.recovery import SECRET_BYTES as SECRET_BYTES
from resources.words.recovery import code_of as code_of
from resources.words.recovery import likely_word as likely_word
from resources.words.recovery import looks_like_words as looks_like_words
from resources.words.recovery import read as read
from resources.words.recovery import words_of as words_of


def secret_of(text: str) -> bytes:
    """Return the secret that the words in a text stand for.

    Raises:
        UserError: `recovery_words_count`, `recovery_word_wrong`, `recovery_words_wrong`, as
            `resources.words.recovery.secret_of` says.
    """
    try:
        return recovery.secret_of(text)
    except recovery.WrongWords as wrong:
        raise UserError(wrong.code, **wrong.values) from None
