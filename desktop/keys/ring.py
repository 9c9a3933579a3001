"""The key ring: one random database key, wrapped by each user's passcode and by recovery keys."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.errors import UserError
from desktop.keys import words
from desktop.keys.cost import KEY_BYTES, KeyCost, derive, fitted, worth_raising
from desktop.keys.file import (
    KEY_FILE,
    KeyContent,
    KeyEvent,
    RecoveryWrap,
    WrappedKey,
    as_bytes,
    as_text,
    read_keys,
    write_keys,
)
from desktop.keys.tries import RECOVERY, Tries

Holder = Literal["sheet", "hub"]
_PURPOSE: Final = b"tambon-rianru recovery key 1"


@dataclass(frozen=True)
class SignInName:
    """A name that can be picked at sign-in."""

    user_id: UUID
    name: str
    role: str


@dataclass(frozen=True)
class RecoveryState:
    """A recovery key as far as the file tells: never the secret.

    `given`: when the hub said that it holds it; `waiting`: it still has to be handed over.
    """

    id: str
    made: datetime
    put_away: bool
    hub: str = ""
    given: datetime | None = None
    waiting: bool = False


@dataclass(frozen=True)
class NewRecovery:
    """A recovery key just made: shown and printed now, and kept nowhere as it stands here."""

    id: str
    words: tuple[str, ...]
    code: str


@dataclass
class KeyRing:
    """The key file, read and written whole.

    Args:
        path: the key file.
        cost: what new passcodes cost to try; None fits it to this machine when one is made.
        tries: counts wrong passcodes and makes the next wait; None counts nothing.
    """

    path: Path
    cost: KeyCost | None = None
    tries: Tries | None = field(default=None, compare=False)
    _forgives: bool = field(default=True, compare=False)
    _took: tuple[UUID, float] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of_folder(cls, folder: Path, cost: KeyCost | None = None) -> KeyRing:
        """Return the key ring of a data folder; wrong passcodes are counted beside it."""
        return cls(folder / KEY_FILE, cost, Tries.of_folder(folder))

    @classmethod
    def brought(cls, path: Path, folder: Path) -> KeyRing:
        """Return the key ring of a backup that is to stand in a data folder.

        Tries are counted as those of the folder. A right one forgives nothing there: whoever made
        the backup chose its passcode.
        """
        return cls(path, tries=Tries.of_folder(folder), _forgives=False)

    def exists(self) -> bool:
        """Tell whether there is a key file."""
        return self.path.exists()

    def names(self) -> list[SignInName]:
        """Return who can sign in on this laptop."""
        return [SignInName(UUID(u.user), u.name, u.role) for u in read_keys(self.path).users]

    # Opening

    def unlock(self, user_id: UUID, passcode: str) -> bytes:
        """Return the database key.

        Raises:
            UserError: `wrong_passcode`, `unknown_user`, or `passcode_wait` (`seconds`).
        """
        user = self._user(user_id)
        _free, right = self._begin([user.user])
        start = time.perf_counter()
        key = _unwrap(user, passcode)
        self._took = (user_id, time.perf_counter() - start)
        right(user.user)
        return key

    def unlock_any(self, passcode: str) -> tuple[UUID, bytes]:
        """Return the first user whose passcode this is, and the database key (headless work).

        Users whose delay runs are passed over.

        Raises:
            UserError: `wrong_passcode`, or `passcode_wait` when everybody's delay runs.
        """
        users = read_keys(self.path).users
        free, right = self._begin([user.user for user in users])
        for user in users:
            if user.user not in free:
                continue
            try:
                key = _unwrap(user, passcode)
            except UserError:
                continue
            right(user.user)
            return UUID(user.user), key
        raise UserError("wrong_passcode")

    def unlock_by_recovery(self, text: str) -> bytes:
        """Return the database key for the words of a recovery sheet, or those the hub holds.

        Nobody guesses 128 bits; somebody who saw some of the words might guess the rest. So words
        that are whole and of another key are counted; a slip of the hand is none.

        Raises:
            UserError: `recovery_none`, `recovery_words_count`, `recovery_word_wrong`,
                `recovery_words_wrong`, `passcode_wait`, or `recovery_replaced` when the words are
                whole but of another or an older key.
        """
        secret = words.secret_of(text)
        wraps = read_keys(self.path).recovery
        if not wraps:
            raise UserError("recovery_none")
        _free, right = self._begin([RECOVERY])
        for wrap in wraps:
            try:
                key = AESGCM(_recovery_key(secret, as_bytes(wrap.salt))).decrypt(
                    as_bytes(wrap.nonce), as_bytes(wrap.wrapped), _bound(wrap.id, wrap.holder)
                )
            except InvalidTag:
                continue
            right(RECOVERY)
            return key
        raise UserError("recovery_replaced")

    def open_with(self, secret: str) -> tuple[UUID | None, bytes]:
        """Return the database key for a passcode or for recovery words, whichever it is.

        The user is None when it was the recovery key. Errors of both ways.
        """
        if words.looks_like_words(secret):
            return None, self.unlock_by_recovery(secret)
        return self.unlock_any(secret)

    # Passcodes

    def add(
        self,
        user_id: UUID,
        name: str,
        role: str,
        passcode: str,
        key: bytes,
        event: KeyEvent | None = None,
    ) -> None:
        """Wrap the database key for a user, replacing that user's earlier passcode.

        Args:
            event: written in the same replacement of the file, until it is noted elsewhere.

        What a new passcode must be is asked before, by `rules.check_new_passcode`.
        """
        self._wrap(user_id, name, role, passcode, key, self.cost or fitted(), event)
        if self.tries is not None:
            self.tries.forget(user_id.hex)

    def strengthen(self, user_id: UUID, passcode: str, key: bytes) -> bool:
        """Wrap a user's key anew at a higher cost when `unlock` took too little on this machine.

        Only where the cost is fitted, and after this user's passcode was found right; returns
        whether it was wrapped anew.
        """
        if self.cost is not None or self._took is None or self._took[0] != user_id:
            return False
        user = self._user(user_id)
        better = worth_raising(user.cost, self._took[1])
        if better is None:
            return False
        self._wrap(user_id, user.name, user.role, passcode, key, better, None)
        return True

    def remove(self, user_id: UUID, event: KeyEvent | None = None) -> None:
        """Take a user's wrapped key away; the last one stays.

        Raises:
            UserError: `last_user`.
        """
        content = read_keys(self.path)
        rest = [u for u in content.users if u.user != user_id.hex]
        if not rest:
            raise UserError("last_user")
        content.users = rest
        if event is not None:
            content.events = [*content.events, event]
        write_keys(self.path, content)

    # Recovery keys

    def make_recovery(
        self, key: bytes, event: KeyEvent | None = None, *, made_ms: int | None = None
    ) -> NewRecovery:
        """Make a recovery key for the sheet; the one before opens nothing any more."""
        wrap, secret = _new_recovery(key, "sheet", made_ms)
        self._keep_recovery(wrap, event)
        shown = words.words_of(secret)
        return NewRecovery(wrap.id, shown, words.code_of(shown))

    def make_hub_recovery(
        self,
        key: bytes,
        hub: bytes,
        seal: Callable[[bytes, str], bytes],
        *,
        made_ms: int | None = None,
    ) -> None:
        """Make a recovery key that only the hub will hold; it waits sealed until handed over.

        Args:
            key: the database key.
            hub: id of the hub.
            seal: seals a secret, of the recovery key with this id, to the hub.
        """
        wrap, secret = _new_recovery(key, "hub", made_ms)
        sealed = as_text(seal(secret, wrap.id))
        self._keep_recovery(msgspec.structs.replace(wrap, hub=hub.hex(), sealed=sealed), None)

    def recovery(self, holder: Holder = "sheet") -> RecoveryState | None:
        """Return what is known of a recovery key; None where none was made."""
        wrap = self._recovery(holder)
        if wrap is None:
            return None
        given = datetime.fromisoformat(wrap.given) if wrap.given else None
        made = datetime.fromisoformat(wrap.made)
        return RecoveryState(wrap.id, made, wrap.put_away, wrap.hub, given, bool(wrap.sealed))

    def sealed_for_hub(self) -> tuple[str, bytes] | None:
        """Return id and sealed secret of the recovery key that the hub has not yet."""
        wrap = self._recovery("hub")
        return (wrap.id, as_bytes(wrap.sealed)) if wrap is not None and wrap.sealed else None

    def note_given(self, identity: str, at_ms: int | None = None) -> None:
        """The hub holds the recovery key with this id: its sealed secret need not lie here."""
        self._change_recovery(identity, sealed="", given=_iso(at_ms))

    def put_away(self) -> None:
        """Somebody said that the sheet lies in a safe place."""
        wrap = self._recovery("sheet")
        if wrap is not None:
            self._change_recovery(wrap.id, put_away=True)

    # Events

    def events(self) -> tuple[KeyEvent, ...]:
        """Return what was done to the file and may not have been noted elsewhere."""
        return tuple(read_keys(self.path).events)

    def forget_events(self, known: set[str]) -> None:
        """Drop the events with these ids: they are noted."""
        content = read_keys(self.path)
        rest = [event for event in content.events if event.id not in known]
        if len(rest) != len(content.events):
            content.events = rest
            write_keys(self.path, content)

    # Inside

    def _begin(self, users: list[str]) -> tuple[list[str], Callable[[str], None]]:
        """Count a try; who may, and what to call once it was right."""
        if self.tries is None:
            return users, _uncounted
        free, right = self.tries.begin(users)
        return free, lambda user: right(user if self._forgives else None)

    def _user(self, user_id: UUID) -> WrappedKey:
        for user in read_keys(self.path).users:
            if user.user == user_id.hex:
                return user
        raise UserError("unknown_user")

    def _wrap(
        self,
        user_id: UUID,
        name: str,
        role: str,
        passcode: str,
        key: bytes,
        cost: KeyCost,
        event: KeyEvent | None,
    ) -> None:
        salt, nonce = os.urandom(16), os.urandom(12)
        sealed = AESGCM(derive(passcode, salt, cost)).encrypt(nonce, key, user_id.bytes)
        entry = WrappedKey(
            user_id.hex, name, role, as_text(salt), as_text(nonce), as_text(sealed), cost
        )
        content = read_keys(self.path) if self.exists() else KeyContent(1, [])
        places = [at for at, user in enumerate(content.users) if user.user == user_id.hex]
        if places:
            content.users[places[0]] = entry
        else:
            content.users = [*content.users, entry]
        if event is not None:
            content.events = [*content.events, event]
        write_keys(self.path, content)

    def _recovery(self, holder: Holder) -> RecoveryWrap | None:
        wraps = read_keys(self.path).recovery
        return next((wrap for wrap in wraps if wrap.holder == holder), None)

    def _keep_recovery(self, wrap: RecoveryWrap, event: KeyEvent | None) -> None:
        content = read_keys(self.path)
        content.recovery = [w for w in content.recovery if w.holder != wrap.holder] + [wrap]
        if event is not None:
            content.events = [*content.events, event]
        write_keys(self.path, content)

    def _change_recovery(self, identity: str, **values: object) -> None:
        content = read_keys(self.path)
        content.recovery = [
            msgspec.structs.replace(wrap, **values) if wrap.id == identity else wrap
            for wrap in content.recovery
        ]
        write_keys(self.path, content)


def new_database_key() -> bytes:
    """Return a fresh random key for a new database."""
    return os.urandom(KEY_BYTES)


def _uncounted(_user: str) -> None:
    """Nobody counts."""


def _unwrap(user: WrappedKey, passcode: str) -> bytes:
    key = derive(passcode, as_bytes(user.salt), user.cost)
    try:
        return AESGCM(key).decrypt(
            as_bytes(user.nonce), as_bytes(user.wrapped), UUID(user.user).bytes
        )
    except InvalidTag:
        raise UserError("wrong_passcode") from None


def _new_recovery(key: bytes, holder: Holder, made_ms: int | None) -> tuple[RecoveryWrap, bytes]:
    secret, salt, nonce = os.urandom(words.SECRET_BYTES), os.urandom(16), os.urandom(12)
    identity = os.urandom(4).hex()
    wrapped = AESGCM(_recovery_key(secret, salt)).encrypt(nonce, key, _bound(identity, holder))
    wrap = RecoveryWrap(
        identity, holder, _iso(made_ms), as_text(salt), as_text(nonce), as_text(wrapped)
    )
    return wrap, secret


def _recovery_key(secret: bytes, salt: bytes) -> bytes:
    # The secret is random and long: stretching it, as a passcode must be, would add nothing.
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_PURPOSE).derive(secret)


def _bound(identity: str, holder: str) -> bytes:
    return f"{holder}:{identity}".encode()


def _iso(at_ms: int | None) -> str:
    moment = datetime.now(UTC) if at_ms is None else datetime.fromtimestamp(at_ms / 1000, UTC)
    return moment.isoformat(timespec="seconds")
