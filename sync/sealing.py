"""Sealing: bytes only one key can open, for files that travel in somebody's pocket."""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.errors import Malformed, Rejected

KEY_BYTES: Final = 32
# Each sealing has a key of its own, so one nonce serves.
_NONCE: Final = bytes(12)


def sealing_key(key: Ed25519PrivateKey) -> X25519PrivateKey:
    """The key that opens what is sealed to the holder of a signing key."""
    seed = derived(key.private_bytes_raw(), b"", b"tambon-rianru sealing key")
    return X25519PrivateKey.from_private_bytes(seed)


def public_sealing_key(key: Ed25519PrivateKey) -> bytes:
    """What others need for sealing to the holder of a signing key: 32 bytes."""
    return sealing_key(key).public_key().public_bytes_raw()


def seal(plain: bytes, to: bytes, clear: bytes) -> bytes:
    """Seal to a public sealing key. `clear` travels beside it and cannot be altered unnoticed.

    Raises:
        Rejected: no_sealing_key, when `to` is none.
    """
    try:
        recipient = X25519PublicKey.from_public_bytes(to)
    except ValueError:
        raise Rejected("no_sealing_key") from None
    ephemeral = X25519PrivateKey.generate()
    public = ephemeral.public_key().public_bytes_raw()
    key = derived(ephemeral.exchange(recipient), public + to, b"tambon-rianru seal")
    return public + ChaCha20Poly1305(key).encrypt(_NONCE, plain, clear)


def unseal(sealed: bytes, key: Ed25519PrivateKey, clear: bytes) -> bytes:
    """Open what was sealed to the holder of `key`.

    Raises:
        Malformed: damaged, altered, cut short, or sealed to another.
    """
    own = sealing_key(key)
    public = sealed[:KEY_BYTES]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(public))
        salt = public + own.public_key().public_bytes_raw()
        opening = derived(shared, salt, b"tambon-rianru seal")
        return ChaCha20Poly1305(opening).decrypt(_NONCE, sealed[KEY_BYTES:], clear)
    except (InvalidTag, ValueError):
        raise Malformed("damaged_file") from None


def derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """A key for one purpose out of a secret (HKDF with SHA-256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(secret)
