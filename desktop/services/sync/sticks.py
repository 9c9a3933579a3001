"""A stick between laptop and province, or between two laptops: written, found again, taken in."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import UserError
from desktop.services.rights import Right, needs
from desktop.services.sync.bundles import BundleService, BundleWritten
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.ledger import LedgerService
from desktop.services.workspace import Workspace
from resources.clock import in_thailand
from sync.bundle import is_bundle, is_receipt
from sync.parcel import is_parcel

_log = logging.getLogger(__name__)

SUFFIX: Final = ".bundle"
_HEAD_BYTES: Final = 64
_MOST_FOUND: Final = 50
_MOST_NAMES: Final = 1_000
# What a link says of the hub means something else where a file is at fault.
_OF_FILES: Final = {
    "hub_malformed": "stick_damaged",
    "hub_bad_signature": "stick_tampered",
    "hub_wrong_hub": "stick_wrong_hub",
    "hub_wrong_centre": "stick_wrong_hub",
    "hub_wrong_device": "stick_other_laptop",
    "hub_revoked": "stick_from_revoked",
    "hub_unknown_device": "stick_from_stranger",
    "hub_incompatible": "stick_newer",
}


@dataclass(frozen=True)
class StickTaken:
    """What a file brought.

    Attributes:
        kind: `receipt` of the province, or `parcel` of another laptop.
        sent: changes that are known to be at the province by it.
        received: changes that were new here.
        carried: packets of others that this laptop passes on once it has a link.
        left_out: packets of laptops that are shut out or unknown.
        receipt: number of the last receipt here, "" before the first.
        waiting: own changes that the province has not confirmed.
        sender: letters of the other laptop, "" for the province.
        known: nothing of it was new.
    """

    kind: str
    sent: int
    received: int
    carried: int
    left_out: int
    receipt: str
    waiting: int
    sender: str
    known: bool


class StickService:
    """Writes files with names of their own and takes any file by what it is.

    Args:
        workspace: the open centre.
        carrying: the exchange between laptops.
    """

    def __init__(self, workspace: Workspace, carrying: CarryService) -> None:
        self._workspace = workspace
        self._bundles = BundleService(workspace)
        self._carrying = carrying
        self._ledger = LedgerService(workspace)

    @needs(Right.BUNDLE)
    def write(self, folder: Path, laptop: str = "") -> BundleWritten:
        """Write what waits into a folder, for the province or for one laptop of the centre.

        The name tells from whom, to whom and when, and is never that of another file.

        Raises:
            UserError: as `BundleService.write` and `CarryService.write_for`; `folder_missing`.
            StorageError: `cannot_write`.
        """
        if not folder.is_dir():
            raise UserError("folder_missing", folder=str(folder))
        rows = {row.device: row for row in self._ledger.laptops()}
        own = next(row for row in rows.values() if row.here)
        other = next((row for row in rows.values() if laptop in (row.device, row.letters)), None)
        to = (other.letters if other and laptop else laptop) or "province"
        at = in_thailand(self._workspace.now())
        stem = f"{own.letters}-{to}-{at:%Y%m%d-%H%M}"
        for number in range(1, _MOST_NAMES):
            name = stem + (f"-{number}" if number > 1 else "") + SUFFIX
            if (folder / name).exists():
                continue
            written = (
                self._carrying.write_for(laptop, folder / name)
                if laptop
                else self._bundles.write(folder / name)
            )
            _settle(folder)
            return written
        raise UserError("file_exists", file=stem + SUFFIX)

    @needs(Right.BUNDLE)
    def take(self, path: Path) -> StickTaken:
        """Take a file in by what it is: a receipt of the province or a parcel of a laptop.

        Raises:
            UserError: `file_missing`, `file_unreadable`, `stick_not_ours`, `stick_for_hub`,
                `stick_damaged`, `stick_tampered`, `stick_wrong_hub`, `stick_other_laptop`,
                `stick_from_revoked`, `stick_from_stranger`, `stick_newer`, `not_enrolled`,
                `mass_deletion`.
        """
        kind = kind_of(path)
        if not kind:
            raise UserError("stick_not_ours", file=path.name)
        if kind == "bundle":
            raise UserError("stick_for_hub", file=path.name)
        try:
            return self._receipt(path) if kind == "receipt" else self._parcel(path)
        except UserError as error:
            if error.code not in _OF_FILES:
                raise
            raise UserError(_OF_FILES[error.code], file=path.name) from error

    @needs(Right.BUNDLE)
    def found(self, folder: Path) -> list[Path]:
        """Return the files in a folder that may be taken in, newest first."""
        rows = []
        try:
            for each in folder.iterdir():
                if each.suffix != ".part" and each.is_file() and kind_of(each) in _TAKEN:
                    rows.append((each.stat().st_mtime, each.name, each))
        except OSError:
            # Pulled out, or not to be read: there is nothing to choose from then.
            return []
        return [each for _time, _name, each in sorted(rows, reverse=True)][:_MOST_FOUND]

    def _receipt(self, path: Path) -> StickTaken:
        taken = self._bundles.take_receipt(path)
        return StickTaken(
            "receipt", taken.sent, taken.received, 0, 0, taken.receipt, taken.waiting, "",
            not (taken.sent or taken.received),
        )  # fmt: skip

    def _parcel(self, path: Path) -> StickTaken:
        before = self._bundles.waiting()
        taken = self._carrying.take(path)
        after = self._bundles.waiting()
        letters = {row.device: row.letters for row in self._carrying.laptops()}
        last = self._ledger.receipts(1)
        return StickTaken(
            "parcel", before - after, taken.received, taken.carried, taken.left_out,
            last[0].number if last else "", after, letters.get(taken.sender, ""),
            not (taken.received or taken.carried or before - after),
        )  # fmt: skip


def _settle(folder: Path) -> None:
    """Let the names in a folder reach the stick before it is said that it may be pulled out."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        _log.info("the stick took no sync of its folder: %s", error.errno)
    finally:
        os.close(descriptor)


_TAKEN: Final = frozenset({"receipt", "parcel"})


def kind_of(path: Path) -> str:
    """Return what a file is by its first bytes: `bundle`, `receipt`, `parcel`, or "".

    Raises:
        UserError: `file_missing`, `file_unreadable`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError:
        raise UserError("file_missing", name=path.name) from None
    except OSError as error:
        raise UserError("file_unreadable", name=path.name) from error
    if is_parcel(head):
        return "parcel"
    if is_receipt(head):
        return "receipt"
    return "bundle" if is_bundle(head) else ""
