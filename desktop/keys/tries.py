"""Wrong passcodes: after five, a growing delay that a restart or another clock does not shorten.

The counts lie in a file beside the key file. Time is the machine's own count since it was started
(the monotonic clock), which no setting of the calendar moves and which every process reads alike:
the difference of two readings is never more than the time that passed. A reading smaller than the
kept one tells that the machine was started anew; then the whole delay begins again.

Every way in counts here: signing in, unlocking, commands, restoring (by whatever key file a backup
brings), and recovery words that are whole and wrong. However many programs try at once, each try is
counted before it is made, one after the other. The counts stand twice, beside the key file and in
the folder of the person's settings, and the higher one counts: to set back one is no use.

What it gives: nobody at the screen tries more than a few passcodes an hour. What it does not give:
whoever can write both folders can delete both files, and whoever has a copy of the disk tries as
fast as Argon2id lets them. There is no secret before the passcode that could guard a count; against
a copied disk only the cost of a try and the passcode itself help. Nothing is ever destroyed by
wrong passcodes.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from desktop.durable_files import write_durably
from desktop.errors import UserError
from desktop.settings import state_folder
from sync.own_files import make_own_folder, open_handle

logger = logging.getLogger(__name__)

TRIES_FILE: Final = "centre.tries"
FREE_TRIES: Final = 5
# Over all who sign in here: one passcode tried at every name is a guess too.
_FREE_ON_LAPTOP: Final = 15
_DELAYS: Final = (30, 60, 120, 300, 900, 1800, 3600)
_LAPTOP: Final = "laptop"
RECOVERY: Final = "recovery"
"""For whom recovery words are counted: they belong to nobody."""

_LOCK_SECONDS: Final = 10.0


class Count(msgspec.Struct, frozen=True):
    """Wrong passcodes since the last right one, and the machine's clock at the last, in seconds."""

    wrong: int = 0
    at: float = 0.0


class _Kept(msgspec.Struct):
    format: int = 1
    counts: dict[str, Count] = {}


def delay(wrong: int, free: int = FREE_TRIES) -> int:
    """Return the seconds to wait after so many wrong passcodes, of which `free` cost nothing."""
    if wrong < free:
        return 0
    return _DELAYS[min(wrong - free, len(_DELAYS) - 1)]


class Tries:
    """Counts wrong passcodes by user and for the laptop.

    A try is counted before it is made and taken back when it was right, so that ending the program
    in the middle of a try saves nobody one.

    Args:
        path: the file; a disk that refuses it costs the memory of the counts, not the sign-in.
        clock: seconds since the machine was started.
        second: where the counts stand once more; None for nowhere.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float] = time.monotonic,
        second: Path | None = None,
    ) -> None:
        self._path = path
        self._second = second
        self._clock = clock
        self._unwritten: dict[str, Count] = {}

    @classmethod
    def of_folder(cls, folder: Path) -> Tries:
        """Return the counts of a data folder, told apart in the settings by the folder's path."""
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        return cls(folder / TRIES_FILE, second=state_folder() / "tries" / f"{name}.tries")

    def wait(self, user: str) -> int:
        """Return how many seconds must pass before this user may try again; 0 for none."""
        with self._alone():
            return self._wait(self._read(), user)

    def wrong(self, user: str) -> int:
        """Return how many wrong passcodes this user had since the last right one."""
        return self._read().get(user, Count()).wrong

    def begin(self, users: Iterable[str]) -> tuple[list[str], Callable[[str | None], None]]:
        """Count a try for those of these users whose delay does not run; they come back.

        What is returned with them is called once the try was right: with the user it was right
        for, whose wrong ones are forgotten; with None where it proves nothing of the one who
        tries, and only the try itself is taken back.

        Raises:
            UserError: `passcode_wait` (`seconds`) while everybody's delay runs.
        """
        with self._alone():
            counts = self._read()
            waits = {user: self._wait(counts, user) for user in users}
            free = [user for user, seconds in waits.items() if not seconds]
            if not free:
                raise UserError("passcode_wait", seconds=min(waits.values()))
            before = {name: counts.get(name, Count()) for name in (*free, _LAPTOP)}
            now = self._clock()
            for name, count in before.items():
                counts[name] = Count(count.wrong + 1, now)
            self._write(counts)

        def right(user: str | None) -> None:
            with self._alone():
                now = self._read()
                for name, count in before.items():
                    # Others may have tried meanwhile: only this try is taken back.
                    wrong = max(now.get(name, Count()).wrong - 1, 0)
                    if not wrong or (user is not None and name in (user, _LAPTOP)):
                        now.pop(name, None)
                    else:
                        now[name] = Count(wrong, count.at)
                self._write(now)

        return free, right

    def forget(self, user: str) -> None:
        """Forget a user's wrong passcodes: a new passcode was set."""
        with self._alone():
            counts = self._read()
            known = [counts.pop(name, None) for name in (user, _LAPTOP)]
            if any(each is not None for each in known):
                self._write(counts)

    def files(self) -> tuple[Path, ...]:
        """Return where the counts stand, for whoever takes a centre away."""
        lock = self._path.with_name(f"{self._path.name}.lock")
        return (self._path, lock, *([self._second] if self._second is not None else []))

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other program count meanwhile; a folder that takes no lock is counted without."""
        try:
            descriptor = open_handle(self.files()[1], os.O_RDWR | os.O_CREAT)
        except OSError:
            yield
            return
        try:
            patience = time.monotonic() + _LOCK_SECONDS
            while not _locked(descriptor):
                if time.monotonic() > patience:
                    raise UserError("passcode_wait", seconds=int(_LOCK_SECONDS))
                time.sleep(0.01)
            yield
        finally:
            os.close(descriptor)  # which lets the lock go

    def _wait(self, counts: dict[str, Count], user: str) -> int:
        own = self._left(counts, user, FREE_TRIES)
        return max(own, self._left(counts, _LAPTOP, _FREE_ON_LAPTOP))

    def _left(self, counts: dict[str, Count], name: str, free: int) -> int:
        count = counts.get(name)
        whole = delay(count.wrong, free) if count is not None else 0
        if count is None or not whole:
            return 0
        now = self._clock()
        if now < count.at:
            # The machine was started since: how long it was off is not known. From the beginning.
            counts[name] = Count(count.wrong, now)
            self._write(counts)
            return whole
        left = whole - (now - count.at)
        return max(0, int(left) + (left > int(left)))

    def _read(self) -> dict[str, Count]:
        if self._unwritten:
            return dict(self._unwritten)
        counts = _counts_in(self._path)
        for name, count in _counts_in(self._second).items() if self._second is not None else ():
            known = counts.get(name)
            if known is None or (known.wrong, known.at) < (count.wrong, count.at):
                counts[name] = count
        return counts

    def _write(self, counts: dict[str, Count]) -> None:
        self._unwritten = {}
        content = msgspec.json.encode(_Kept(counts=counts))
        written = 0
        for path in (self._path, self._second):
            if path is None:
                continue
            try:
                make_own_folder(path.parent)
                write_durably(path, content)
                written += 1
            except OSError:
                logger.warning("the count of wrong passcodes could not be written")
        if not written:
            # Held until the program ends: a full disk locks nobody out, and lets nobody guess.
            self._unwritten = counts


def _counts_in(path: Path) -> dict[str, Count]:
    try:
        return dict(msgspec.json.decode(path.read_bytes(), type=_Kept).counts)
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError):
        logger.warning("the count of wrong passcodes could not be read")
        return {}


def _locked(descriptor: int) -> bool:
    """Take the lock of an open file for this process; False while another one has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
