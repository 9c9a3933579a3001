"""One window for one data folder: a second start brings the first window forward.

A lock file in the folder says who has it open, on this laptop or another; a local socket named
after the folder carries the wish to be seen, and the name of a file to take in. Two folders may be
open side by side, and the command line works beside the window: it needs neither.
"""

from __future__ import annotations

import ctypes
import hashlib
import logging
import os
import sys
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.errors import UserError
from sync.own_files import make_own_folder

logger = logging.getLogger(__name__)

LOCK_FILE: Final = "window.lock"
_CONNECT_MILLISECONDS: Final = 500
# The first window may itself be starting: it is asked again for so long.
_PATIENCE_MILLISECONDS: Final = 5_000
_RAISE: Final = b"raise "
_RAISED: Final = b"raised\n"
_NETBIOS_LETTERS: Final = 15


class FirstWindow(QObject):
    """Holds a data folder for one window; `wanted` when a second start asks to see it.

    `brought(path)`: it was started with a file.
    """

    wanted = Signal()
    brought = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_FILE))
        # A window may stay open for days; a lock whose program is gone is seen by its number.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def take(
        self,
        patience_milliseconds: int = _PATIENCE_MILLISECONDS,
        brought: Path | None = None,
    ) -> bool:
        """Hold the folder; False when another window has it, came forward and takes `brought`.

        Raises:
            UserError: `folder_not_yours` when the folder belongs to another account of the
                computer, `already_open_elsewhere` (`host`) when another computer has it open,
                `already_open` when a window has it and does not answer.
        """
        self._prepare_folder()
        patience = QDeadlineTimer(patience_milliseconds)
        while not self._lock.tryLock(0):
            if self._lock.error() == QLockFile.LockError.PermissionError:
                raise UserError("folder_not_yours", folder=str(self._folder))
            host = self._other_host()
            if host:
                raise UserError("already_open_elsewhere", host=host)
            if ask_to_show(
                self._folder, min(_CONNECT_MILLISECONDS, patience_milliseconds), brought
            ):
                return False
            if patience.hasExpired():
                raise UserError("already_open")
        self._listen()
        return True

    def give_back(self) -> None:
        """Let another window have the folder."""
        self._server.close()
        self._lock.unlock()

    def _prepare_folder(self) -> None:
        try:
            make_own_folder(self._folder)
        except OSError as error:
            raise UserError("folder_not_yours", folder=str(self._folder)) from error
        if not os.access(self._folder, os.W_OK | os.X_OK):
            raise UserError("folder_not_yours", folder=str(self._folder))

    def _other_host(self) -> str:
        """The other computer that holds the lock, "" when it is this one or nobody."""
        found = self._lock.getLockInfo()
        host = str(found[1]) if isinstance(found, tuple) and len(found) > 1 else ""
        return "" if not host or same_host(host, QSysInfo.machineHostName()) else host

    def _listen(self) -> None:
        name = socket_name(self._folder)
        if not self._server.listen(name):
            # Of a program that ended badly: the lock is ours, so nobody listens there.
            QLocalServer.removeServer(name)
            if not self._server.listen(name):
                # The window works all the same; a second start will say that it does not answer.
                logger.warning("a second start cannot be heard: %s", self._server.errorString())

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)

        def read() -> None:
            if not socket.canReadLine():
                return
            asked = bytes(socket.readLine().data()).removesuffix(b"\n")
            if asked.startswith(_RAISE):
                self.wanted.emit()
                file = asked.removeprefix(_RAISE)
                if file:
                    self.brought.emit(Path(os.fsdecode(unquote_to_bytes(file))))
                socket.write(_RAISED)
                socket.flush()
            socket.disconnectFromServer()

        socket.readyRead.connect(read)
        if socket.bytesAvailable():
            read()


def same_host(one: str, other: str) -> bool:
    """Whether two names of a computer are one: Windows tells them in capitals, or cut at 15."""

    def plain(name: str) -> str:
        return name.partition(".")[0].casefold()

    first, second = plain(one), plain(other)
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) == _NETBIOS_LETTERS and longer.startswith(shorter))


def socket_name(folder: Path) -> str:
    """Return the name of a folder's socket: the same however the folder is written."""
    whole = os.path.normcase(str(folder.resolve()))
    return f"tambon-rianru-{hashlib.sha256(whole.encode()).hexdigest()[:20]}"


def ask_to_show(
    folder: Path, milliseconds: int = _CONNECT_MILLISECONDS, brought: Path | None = None
) -> bool:
    """Ask the window on this folder to come forward, with a file; returns whether it did."""
    if sys.platform == "win32":
        # Only the program that has the keyboard may hand it on.
        getattr(ctypes, "windll").user32.AllowSetForegroundWindow(-1)  # noqa: B009
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    try:
        if not socket.waitForConnected(milliseconds):
            return False
        file = quote(os.fsencode(brought.resolve())) if brought is not None else ""
        socket.write(_RAISE + file.encode() + b"\n")
        socket.waitForBytesWritten(milliseconds)
        if not socket.waitForReadyRead(milliseconds * 4):
            return False
        return bytes(socket.readAll().data()).startswith(_RAISED.strip())
    finally:
        socket.abort()
