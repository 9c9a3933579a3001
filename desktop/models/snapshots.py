"""What was sent of somebody, word for word, and the seal of it in the record of the sending.

The words go when the person goes; the seal stays and tells that something was sent, and, while the
words are there, that they are those. Alone it tells nothing: a salt that is destroyed with the
words is under it, so that nobody can guess them and compare.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, ClassVar, Final

import msgspec
from sqlalchemy.orm import Mapped, Session

from desktop.models import fields as field
from desktop.models.base import SyncedRecord
from desktop.models.moves import AppendOnly
from sync.kinds import kind_of

_SALT_BYTES: Final = 16


class SentSnapshot(AppendOnly):
    """What was sent, as it was sent.

    A class declares whose it is by a `field.owner`, and its row in `sync/kinds.py` by `snapshot`.

    Attributes:
        content: what was sent, primitives by name.
        salt: random, so that the seal gives nothing away once this record is destroyed.
        sent_at: milliseconds since 1970.
    """

    content: Mapped[dict[str, Any]] = field.packed(sensitive=True, by_hand=False)
    salt: Mapped[bytes] = field.machine()
    sent_at: Mapped[int] = field.moment(by_hand=False)

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if not kind_of(cls.kind).snapshot:
            raise TypeError(f"{cls.__name__}: no row in sync/kinds.py says that it is a snapshot")

    def in_effect(self, session: Session) -> bool:
        return True

    def reverse(self, session: Session, day: str) -> bool:
        """What was sent cannot be called back: taking back the action leaves it, and tells so."""
        return False


class SealedSending(SyncedRecord):
    """A record that tells of a sending, and stays when the person is erased: it names nobody.

    A class declares its link to the snapshot, `field.link(snapshot, on_erase="cut")`.

    Attributes:
        snapshot: the kind of the snapshot.
        seal: of what was sent, 64 hex digits.
    """

    snapshot: ClassVar[str]

    seal: Mapped[str | None] = field.machine()

    def seal_with(self, words: SentSnapshot, content: dict[str, Any]) -> None:
        """Put what was sent into its snapshot, and its seal here."""
        words.content, words.salt = content, secrets.token_bytes(_SALT_BYTES)
        self.seal = seal_of(words.content, words.salt)

    def sealed(self, words: SentSnapshot) -> bool:
        """Whether these are the words that were sent."""
        return self.seal == seal_of(words.content, words.salt)


def seal_of(content: dict[str, Any], salt: bytes) -> str:
    """Return the seal of what was sent."""
    packed = msgspec.msgpack.encode(content, order="sorted")
    return hashlib.sha256(salt + packed).hexdigest()
