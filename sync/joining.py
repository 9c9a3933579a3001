"""Joining a centre, and knowing a hub again: by its key, whoever stands between."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way
from sync.client import CONNECT_SECONDS, STALL_SECONDS, asked, post_once
from sync.connection import Connection
from sync.errors import Malformed, Rejected, SyncError
from sync.identity import (
    Identity,
    check_joined,
    fingerprint,
    new_nonce,
    read_code,
    read_identity,
    seal_join,
)
from sync.protocol import Code, EnrolAnswer, EnrolRequest


@dataclass(frozen=True)
class Joined:
    """The hub's answer, and who vouches for its certificate (PEM): b"" for whom browsers trust."""

    answer: EnrolAnswer
    authority: bytes


def identify(way: Way) -> Identity:
    """Who says to be the hub there: proved to hold the key it names, and nothing more.

    Whoever encrypts the way is not believed, so nothing secret is asked.

    Raises:
        Rejected: untrusted_hub; not_a_hub; outdated: a hub of a version that has no such answer.
        Offline, Malformed.
    """
    nonce = new_nonce()
    with closing(Connection(way, CONNECT_SECONDS, STALL_SECONDS, believed=False)) as connection:
        try:
            told = asked(connection, way, "/v1/identity", nonce)
        except Rejected as refusal:
            if refusal.code == "not_a_hub" and _is_hub(connection):
                raise Rejected("outdated") from refusal
            raise
        return read_identity(told, nonce)


def _is_hub(connection: Connection) -> bool:
    """Whether a hub of any version answers there; nothing secret rests on it."""
    try:
        status, _body = connection.receive(connection.send("/v1/probe", b"", "GET"))
    except SyncError:
        return False  # then what was said first stands
    return status == 204


def join(
    way: Way,
    code: str,
    request: EnrolRequest,
    key: Ed25519PrivateKey,
    authority_file: Callable[[bytes], Path | None],
) -> Joined:
    """Join a centre with a one-time code; asking again with the same key after a lost answer works.

    The code goes to the hub whose fingerprint it carries, sealed, once that hub has answered.

    Args:
        way: to the hub, as typed.
        code: likewise.
        request: without its code.
        key: of the laptop.
        authority_file: keeps who vouches for the hub's certificate, and tells where.

    Raises:
        Rejected: code_mistyped, code_outdated, untrusted_hub, outdated, and what the hub says.
        Offline, Incompatible, Malformed.
    """
    wanted = read_code(code)
    identity = identify(way)
    if fingerprint(identity.hub_key) != wanted.fingerprint:
        raise Rejected("untrusted_hub")
    believed = replace(way, authority=authority_file(identity.authority))
    sealed = seal_join(request, wanted.secret, identity, key)
    body = post_once(believed, "/v1/enrol", sealed)
    try:
        answer = msgspec.msgpack.decode(body, type=EnrolAnswer)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed(Code.BAD_MESSAGE, reason=type(error).__name__) from None
    check_joined(answer, sealed, identity)
    return Joined(answer, identity.authority)
