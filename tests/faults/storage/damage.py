"""A damaged database file, and WALs that are lost, torn, or of another time: all are noticed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]

from desktop.database import DATABASE_FILE
from desktop.errors import StorageError
from desktop.models.program import Setting
from desktop.services.keeping.marks import NOTICES
from desktop.services.workspace import Workspace
from tests.factories import add_learner, make_workspace, open_workspace
from tests.faults.storage.state import amiss, digest_of

WAL = DATABASE_FILE + "-wal"
_FRAME = 24 + 4096
_WAL_HEADER = 32


def notices(workspace: Workspace) -> list[str]:
    """What the program told of lost writes and old copies."""
    with workspace.read() as session:
        kept = session.get(Setting, ("", NOTICES))
        return [] if kept is None else [str(notice[0]) for notice in kept.value]


def flips(root: str, number: int, seed: int) -> list[list[object]]:
    """Flip single bits of a database; returns each place with how it was reported.

    The places are spread evenly over the file, with one bit drawn in each.
    """
    random = Random(seed)
    centre = Path(root) / "centre"
    workspace = make_workspace(centre)
    for given in ("ดาวเรือง", "มานะ", "ปิติ"):
        add_learner(workspace, given)
    workspace.close()
    whole = (centre / DATABASE_FILE).read_bytes()
    found: list[list[object]] = []
    for each in range(number):
        place = (each * len(whole) + random.randrange(len(whole))) // number
        broken = bytearray(whole)
        broken[place] ^= 1 << random.randrange(8)
        (centre / DATABASE_FILE).write_bytes(broken)
        found.append([place, *_report(centre)])
        (centre / WAL).unlink(missing_ok=True)
    return found


def _report(centre: Path) -> tuple[str, str]:
    """How damage is reported, "" when it is not; and what the centre holds, where it opens."""
    try:
        workspace = open_workspace(centre)
    except StorageError as error:
        return error.code, ""
    try:
        reported = [*notices(workspace), *amiss(workspace)]
        return "; ".join(reported[:3]), digest_of(workspace)
    except StorageError as error:
        return error.code, ""
    except sqlcipher.DatabaseError:
        return "; ".join(reported), ""
    finally:
        workspace.close()


def wal_stories(root: str) -> str:
    """Make a laptop that was switched off while its newest words were in the WAL.

    Left beside it: `early`, its WAL some saves before; `other`, a WAL of another session; and
    `whole`, what the folder was like then. This process must end without closing anything.

    Returns what the centre holds.
    """
    place = Path(root)
    centre = place / "centre"
    workspace = make_workspace(centre)
    add_learner(workspace, "ดาวเรือง")
    shutil.copy(centre / WAL, place / "other")
    workspace.close()
    workspace = open_workspace(centre)
    for number, given in enumerate(("มานะ", "มานี", "ปิติ", "ชูใจ", "วีระ")):
        add_learner(workspace, given)
        if number == 1:
            shutil.copy(centre / WAL, place / "early")
            shutil.copytree(centre, place / "whole")
    return digest_of(workspace)


def _no_wal(wal: Path, _place: Path, _random: Random) -> None:
    wal.unlink()


def _empty(wal: Path, _place: Path, _random: Random) -> None:
    wal.write_bytes(b"")


def _cut_anywhere(wal: Path, _place: Path, random: Random) -> None:
    content = wal.read_bytes()
    wal.write_bytes(content[: random.randrange(1, len(content))])


def _cut_at_a_frame(wal: Path, _place: Path, random: Random) -> None:
    content = wal.read_bytes()
    frames = (len(content) - _WAL_HEADER) // _FRAME
    wal.write_bytes(content[: _WAL_HEADER + random.randrange(frames) * _FRAME])


def _torn(wal: Path, _place: Path, random: Random) -> None:
    content = bytearray(wal.read_bytes())
    sector = random.choice((512, 4096))
    at = random.randrange(len(content)) // sector * sector
    content[at : at + sector] = bytes(len(content[at : at + sector]))
    wal.write_bytes(content)


def _flipped(wal: Path, _place: Path, random: Random) -> None:
    content = bytearray(wal.read_bytes())
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    wal.write_bytes(content)


def _early(wal: Path, place: Path, _random: Random) -> None:
    shutil.copy(place / "early", wal)


def _of_another_time(wal: Path, place: Path, _random: Random) -> None:
    shutil.copy(place / "other", wal)


STORIES: dict[str, Callable[[Path, Path, Random], None]] = {
    "lost": _no_wal,
    "emptied": _empty,
    "cut off": _cut_anywhere,
    "cut off at a frame": _cut_at_a_frame,
    "a sector torn": _torn,
    "a bit flipped": _flipped,
    "an earlier one put back": _early,
    "one of another session put in": _of_another_time,
}
"""What befalls a WAL."""


def wals(root: str, number: int, seed: int) -> list[list[str]]:
    """Let these things befall the WAL; returns each with how it was reported, and what was held.

    Where a bit of the WAL that is no longer used was hit, nothing is lost and nothing to report.
    """
    random = Random(seed)
    place = Path(root)
    found: list[list[str]] = []
    names = list(STORIES)
    for each in range(number):
        name = names[each % len(names)]
        centre = place / f"story {each}"
        shutil.copytree(place / "centre", centre)
        STORIES[name](centre / WAL, place, random)
        reported, held = _report(centre)
        found.append([name, reported, held, _goes_on(centre) if held else ""])
        shutil.rmtree(centre)
    return found


def _goes_on(centre: Path) -> str:
    """After a loss was told of: the next save works and all is whole; returns what is not."""
    workspace = open_workspace(centre)
    add_learner(workspace, "วันรุ่งขึ้น")
    wrong = amiss(workspace)
    workspace.close()
    return "; ".join(wrong)


def old_folder(root: str) -> list[str]:
    """Put the whole folder back as it was some saves before; returns what the program tells."""
    place = Path(root)
    centre = place / "centre"
    # The second mark knows the folder by its path.
    workspace = open_workspace(centre)
    add_learner(workspace, "สมคิด")
    workspace.close()
    shutil.rmtree(centre)
    shutil.copytree(place / "whole", centre)
    workspace = open_workspace(centre)
    told = notices(workspace)
    workspace.close()
    return told
