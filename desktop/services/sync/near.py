"""The near link: serving the villages' laptops from the office, and going to such an office."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from desktop.errors import StorageError, UserError
from desktop.models.program import Setting
from desktop.progress import Progress
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.conversations import Conversation, keep_conversation, keep_visitor
from desktop.services.sync.roster import Enrolled, Post, enrolled, keep_roster, kept_roster
from desktop.services.sync.service import in_words
from desktop.services.workspace import Workspace
from sync import client, errors
from sync.address import Way
from sync.near.greeting import Centre, answer_near, ask_near, read_near
from sync.near.serving import DEFAULT_PORT, NearServer
from sync.parcel import Place
from sync.protocol import Code

PARCEL_BYTES: Final = 512 << 10
_MOST_TURNS: Final = 1_000
_ADDRESSES: Final = "near.addresses"
_REMEMBERED: Final = 8
# Never sent to: a datagram socket that is connected only tells which address it would leave by.
_FAR = (
    (socket.AF_INET, ("192.0.2.1", "10.255.255.1", "172.31.255.1", "192.168.255.1")),
    (socket.AF_INET6, ("2001:db8::1", "fd00::1")),
)


@dataclass(frozen=True)
class NearReport:
    """What one visit at a neighbour did; `receipts` are the hub's, brought by it."""

    neighbour: str
    sent: int
    received: int
    receipts: int
    requests: int


class NearService:
    """Serves neighbours while it is told to, and visits one by its address. Off by default.

    Args:
        workspace: the open centre.
        carrying: what is exchanged.
        post: the way to a neighbour; a test gives its own.

    Attributes:
        brought: done after a neighbour brought something new, on the server's thread.
    """

    def __init__(
        self,
        workspace: Workspace,
        carrying: CarryService,
        post: Post = client.post_once,
    ) -> None:
        self._workspace = workspace
        self._carrying = carrying
        self._post = post
        self.brought: Callable[[], None] | None = None
        self._server: NearServer | None = None

    @property
    @open_to_all
    def port(self) -> int:
        """Where neighbours are served, 0 while they are not."""
        return self._server.port if self._server is not None else 0

    @needs(Right.NEAR)
    # Neighbours on any of the local networks are who it serves.
    def start(self, host: str = "", port: int = DEFAULT_PORT) -> int:
        """Serve neighbours from now on; the port. Without a host on every address there is.

        Raises:
            UserError: `not_enrolled`. StorageError: `near_port_taken`.
        """
        enrolled(self._workspace)
        if self._server is None:
            server = NearServer(self)
            try:
                server.start(host, port)
            except OSError as error:
                raise StorageError("near_port_taken", port=str(port)) from error
            self._server = server
        return self.port

    @open_to_all
    def stop(self) -> None:
        """Serve no longer."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    @needs(Right.SYNC)
    def hello(self, question: bytes) -> bytes:
        """Say who answers here, to a laptop of the centre alone.

        Raises:
            sync.errors: as `sync.near.greeting.answer_near`: who asks does not belong here.
        """
        return answer_near(question, _centre(enrolled(self._workspace)))

    @needs(Right.SYNC)
    def exchange(self, content: bytes) -> bytes:
        """Take a neighbour's parcel, and give it what it lacks.

        Raises:
            sync.errors: as `CarryService.take_parcel`; nothing was taken then.
        """
        started = self._workspace.now()
        opened, taken = self._carrying.take_parcel(content)
        have = _have(opened.parcel.have)
        answer, given = self._carrying.parcel_for(opened.sender, have, PARCEL_BYTES)
        with self._workspace.write() as session:
            keep_visitor(
                session,
                Conversation(
                    started, self._workspace.now(), "near", "visited", opened.sender.hex(),
                    given, taken.received, len(answer), len(content), 1,
                ),
            )  # fmt: skip
        if taken.received and self.brought is not None:
            self.brought()
        return answer

    @needs(Right.NEAR)
    def visit(self, address: str, progress: Progress | None = None) -> NearReport:
        """Give a neighbour what it lacks, and take what it has. The hub has nothing by that yet.

        `progress` is told of each turn by how many changes went either way; cut short anywhere,
        what was exchanged stays, and the next visit goes on from there.

        Raises:
            Cancelled: by `progress`.
            UserError: `not_enrolled`, `offline`, `near_bad_address`, `hub_wrong_hub`,
                `hub_revoked`, `hub_unknown_device`, `near_itself`, `near_silent` (who answers there
                is no laptop of the centre, or does not know this one), `mass_deletion`.
        """
        url = _address(address)
        try:
            return self._visit(url, progress)
        except errors.SyncError as error:
            raise in_words(error) from error

    @needs(Right.NEAR)
    def remembered(self) -> tuple[str, ...]:
        """Return the addresses that were visited, the last one first."""
        with self._workspace.read() as session:
            kept = session.get(Setting, ("", _ADDRESSES))
            return tuple(kept.value) if kept is not None else ()

    def _visit(self, url: str, progress: Progress | None) -> NearReport:
        started = self._workspace.now()
        neighbour = self._greet(url)
        self._remember(url)
        size = 0
        have: dict[Place, int] = {}
        known = False
        sent = received = receipts = brought = 0
        for turn in range(1, _MOST_TURNS):
            # The first parcel is empty: its answer says how far the neighbour has everything.
            content, count = self._carrying.parcel_for(
                neighbour, have, PARCEL_BYTES if known else 0
            )
            answer = self._post(_way(url), "/v1/near", content)
            size += len(content)
            brought += len(answer)
            opened, taken = self._carrying.take_parcel(answer)
            if opened.sender != neighbour:
                raise errors.Rejected(Code.UNKNOWN_DEVICE)
            sent += count if known else 0
            received += taken.received
            receipts = max(receipts, taken.receipts)
            now = _have(opened.parcel.have)
            if known and not taken.received and now == have:
                conversation = Conversation(
                    started, self._workspace.now(), "near", "done", neighbour.hex(), sent,
                    received, size, brought, turn,
                )  # fmt: skip
                with self._workspace.write() as session:
                    keep_conversation(session, conversation)
                return NearReport(neighbour.hex(), sent, received, receipts, turn)
            have, known = now, True
            if progress is not None:
                progress.step(sent + received, 0)
        raise errors.Rejected(Code.HUB_FAILED, reason="no progress")

    def _remember(self, url: str) -> None:
        with self._workspace.write() as session:
            kept = session.get(Setting, ("", _ADDRESSES))
            if kept is None:
                kept = Setting(user="", name=_ADDRESSES, value=[])
                session.add(kept)
            address = url.removeprefix("http://")
            others = [each for each in kept.value if each != address]
            kept.value = [address, *others][:_REMEMBERED]

    def _greet(self, url: str) -> bytes:
        """Who answers there, of this centre by the hub's word."""
        own = _centre(enrolled(self._workspace))
        question = ask_near(own)
        try:
            told = self._post(_way(url), "/v1/near/hello", question)
        except errors.Rejected as refusal:
            if refusal.code == "not_a_hub":
                raise UserError("near_silent") from refusal
            raise
        device, offered = read_near(told, question, own)
        if device == own.device:
            raise UserError("near_itself")
        if offered:
            keep_roster(self._workspace, offered)
        roster = kept_roster(enrolled(self._workspace))
        if roster is None:
            raise errors.Rejected(Code.UNKNOWN_DEVICE)
        return roster.find(device).device


def addresses(
    port: int = DEFAULT_PORT, own: Callable[[], Iterable[str]] | None = None
) -> tuple[str, ...]:
    """Return the addresses under which neighbours find this machine, as they type them.

    `own` tells the machine's addresses; a window knows a better way than `own_addresses`.
    """
    found = dict.fromkeys((own or own_addresses)())
    return tuple(typed_address(each, port) for each in found if reachable(each))


def own_addresses() -> Iterable[str]:
    """Tell the addresses that this machine would answer from."""
    for family, far in _FAR:
        for target in far:
            with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect((target, DEFAULT_PORT))
                yield str(way.getsockname()[0])
    with contextlib.suppress(OSError):
        for entry in socket.getaddrinfo(socket.gethostname(), 0, type=socket.SOCK_STREAM):
            yield str(entry[4][0])


def reachable(address: str) -> bool:
    """Tell whether others on the local network can use an address of this machine."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return not (
        known.is_loopback or known.is_link_local or known.is_unspecified or known.is_multicast
    )


def typed_address(address: str, port: int) -> str:
    """Return an address with its port as it is typed and shown."""
    host = f"[{address}]" if ":" in address else address
    return f"{host}:{port}"


def _have(told: tuple[tuple[bytes, int, int, int], ...]) -> dict[Place, int]:
    return {(device, epoch, lane): seq for device, epoch, lane, seq in told}


def _centre(own: Enrolled) -> Centre:
    return Centre(own.device, own.key, own.hub, own.scope, own.hub_key, own.roster)


def _way(url: str) -> Way:
    # Whatever a neighbour is given is sealed; and no proxy of an office leads to one.
    return Way(url, unencrypted=True)


def _address(address: str) -> str:
    text = address.strip().rstrip("/")
    if text.count(":") > 1 and "[" not in text and "://" not in text:
        text = f"[{text}]"  # an IPv6 address alone
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UserError("near_bad_address", address=address) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise UserError("near_bad_address", address=address)
    return url if port is not None or parts.scheme == "https" else f"{url}:{DEFAULT_PORT}"
