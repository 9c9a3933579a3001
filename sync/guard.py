"""Connections that a server bears: how many, from whom, and how long one may take to say something.

A laptop on a slow line may take minutes over a request, as long as it goes on. Whoever opens
connections and says nothing, or half of it, makes room for those who come after: the one that did
nothing useful for longest goes first, so honest turns get in however many wait.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_HEAD_BYTES: Final = 16 << 10
"""Of a request's head; for `uvicorn.Config(h11_max_incomplete_event_size=...)`."""


@dataclass(frozen=True)
class Bounds:
    """What a server bears.

    Attributes:
        connections: in all; below what the system lets a process open.
        of_one: from one address. Behind one may be a whole office, or a telephone company.
        head_seconds: for a request's head to be there whole.
        stall_seconds: without a byte of a body. After so long it must also have come at `rate`.
        rate: bytes a second.
        bodies: bytes of all requests that are not answered yet.
        trusted: addresses of a server in front, which counts for itself who comes.
    """

    connections: int = 800
    of_one: int = 400
    head_seconds: float = 10.0
    stall_seconds: float = 60.0
    rate: int = 256
    bodies: int = 64 << 20
    trusted: frozenset[str] = frozenset()


class Guard:
    """Counts the connections of one server, and ends those that there is no room for.

    Belongs to the loop that serves.

    Attributes:
        bounds: as it was given.
        ended: how many it has ended.
    """

    def __init__(self, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self.ended = 0
        self._bytes = self._count = 0
        # All that are open, by address; and those that are not being answered, by how long ago
        # they did anything useful.
        self._of: dict[str, int] = {}
        self._waiting: dict[GuardedProtocol, None] = {}

    def protocol(self) -> type[GuardedProtocol]:
        """The protocol for `uvicorn.Config(http=...)`."""
        return type("Guarded", (GuardedProtocol,), {"guard": self})

    def came(self, connection: GuardedProtocol) -> None:
        """Take a connection in, or end it, or another one for it."""
        address = connection.address
        self._count += 1
        self._of[address] = self._of.get(address, 0) + 1
        self._waiting[connection] = None
        if self._of[address] > self.bounds.of_one and address not in self.bounds.trusted:
            self._end_oldest(address)
        elif self._count > self.bounds.connections:
            self._end_oldest()

    def went(self, connection: GuardedProtocol) -> None:
        """It is gone."""
        self._count -= 1
        self._waiting.pop(connection, None)
        left = self._of.get(connection.address, 1) - 1
        if left:
            self._of[connection.address] = left
        else:
            self._of.pop(connection.address, None)

    def working(self, connection: GuardedProtocol) -> None:
        """Its request is whole, and is being answered."""
        self._waiting.pop(connection, None)

    def answered(self, connection: GuardedProtocol) -> None:
        """It was answered: of all it has been useful last."""
        self._waiting.pop(connection, None)
        self._waiting[connection] = None

    def holds(self, more: int) -> None:
        """So many bytes of requests more are held, or fewer."""
        self._bytes += more
        if more > 0 and self._bytes > self.bounds.bodies:
            self._end_oldest(with_body=True)

    def end(self, connection: GuardedProtocol) -> None:
        """End a connection at once."""
        self.ended += 1
        self._waiting.pop(connection, None)
        connection.transport.abort()

    def _end_oldest(self, address: str = "", with_body: bool = False) -> None:
        for each in self._waiting:
            if (not address or each.address == address) and (each.held or not with_body):
                self.end(each)
                return


class GuardedProtocol(H11Protocol):
    """HTTP over one connection, with a limit to each wait.

    Attributes:
        address: who is at the other end.
        held: bytes of the request that is not answered yet.
    """

    guard: ClassVar[Guard]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.address = ""
        self.held = 0
        self._waits_for = ""
        self._timer: asyncio.TimerHandle | None = None
        self._began = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody came."""
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        self.guard.came(self)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over, whoever ended it."""
        self._wait_no_more()
        self._let_go()
        self.guard.went(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""
        self.held += len(data)
        self.guard.holds(len(data))
        super().data_received(data)
        self._look(came=True)

    def on_response_complete(self) -> None:
        """A request was answered."""
        super().on_response_complete()
        self._let_go()
        self.guard.answered(self)
        self._waits_for = ""
        self._look()

    def _look(self, came: bool = False) -> None:
        """See what is waited for now, and how long it may take."""
        if self.transport.is_closing():
            return
        bounds, now = self.guard.bounds, self.loop.time()
        before, self._waits_for = self._waits_for, self._awaited()
        if self._waits_for == before and not (came and before == "body"):
            return
        self._wait_no_more()
        if self._waits_for == "answer":
            self.guard.working(self)
        elif self._waits_for == "body":
            if before != "body":
                self._began = now
            passed = now - self._began
            if passed > bounds.stall_seconds and self.held < passed * bounds.rate:
                self.guard.end(self)
                return
            self._wait(bounds.stall_seconds)
        else:
            first = self._waits_for == "head"
            self._wait(bounds.head_seconds if first else self.config.timeout_keep_alive)

    def _awaited(self) -> str:
        if self.conn.their_state is h11.SEND_BODY:
            return "body"
        if self.conn.their_state is not h11.IDLE:
            return "answer"
        begun = self.cycle is None or bool(self.conn.trailing_data[0])
        return "head" if begun else "request"

    def _wait(self, seconds: float) -> None:
        self._timer = self.loop.call_later(seconds, self.guard.end, self)

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _let_go(self) -> None:
        self.guard.holds(-self.held)
        self.held = 0
