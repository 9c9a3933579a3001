"""`python -m tests.packages OUT`: prove what `installer/build.py all OUT` built."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.packages import debian, twice, wine
from tests.packages.a_day import Times
from tests.packages.roots import Root

PROOFS = ("debian", "portable", "hub", "wine", "cuts", "twice", "upgrade")


def main() -> int:
    """Run the proofs that are named, or all but the upgrade; prints what each step took."""
    parser = argparse.ArgumentParser(prog="tests.packages", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="what build.py made")
    parser.add_argument("proofs", nargs="*", metavar="PROOF", help=" ".join(PROOFS))
    parser.add_argument("--roots", type=Path, default=Path("/var/tmp/tambon-roots"))
    parser.add_argument("--rounds", type=int, default=50, help="cuts of an installation")
    parser.add_argument("--before", type=Path, help="the installer of the version before")
    parser.add_argument("--centre", type=Path, help="a large centre made by it")
    parser.add_argument("--people", type=int, default=20_000, help="how many are in it")
    options = parser.parse_args()
    times = Times()
    for proof in options.proofs or PROOFS[:-1]:
        print(f"{proof} …", flush=True)
        _prove(proof, options, times)
        for name, taken in times.steps.items():
            print(f"  {name}: {taken}")
        times.steps.clear()
    return 0


def _prove(proof: str, options: argparse.Namespace, times: Times) -> None:
    out, pictures = options.out, options.out / "pictures"
    roster = Path(__file__).parents[1] / "samples" / "roster-oao-240.xlsx"
    releases = ("bookworm", "trixie")
    if proof == "twice":
        twice.prove(out, times)
        return
    if proof in ("wine", "cuts", "upgrade"):
        root = Root(options.roots / "wine", "trixie")
        root.make()
        setup = _one(out, "*-windows-setup.exe")
        if proof == "wine":
            wine.prove(root, setup, roster, pictures, times)
        elif proof == "cuts":
            wine.prove_cuts(root, setup, options.rounds, times)
        else:
            given = (options.before, setup, options.centre, options.people)
            wine.prove_upgrade(root, *given, times)
        root.leave()
        return
    for release in releases:
        root = Root(options.roots / release, release)
        root.make()
        if proof == "hub":
            debian.prove_hub(root, _one(out, "tambon-hub_*.deb"), times)
        elif proof == "portable":
            # Where no package has brought what Qt wants: a desktop that has a window at all.
            bare = Root(options.roots / f"{release}-desktop", release)
            bare.make()
            bare.install("libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libgssapi-krb5-2")
            bare.install("libx11-xcb1", "libxkbcommon0", "libglib2.0-0", "libxcb-randr0")
            bare.install("libxcb-render0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1")
            bare.install("libxcb-xfixes0", "libssl3", "libexpat1", "libsqlite3-0")
            debian.prove_portable(
                bare, _one(out, "*-linux-portable.tar.xz"), roster, pictures, times
            )
            bare.leave()
        else:
            debian.prove(root, _one(out, "tambon-rianru_*.deb"), roster, pictures, times)
        root.leave()


def _one(out: Path, pattern: str) -> Path:
    found = sorted(out.glob(pattern))
    assert found, f"{out} has no {pattern}: run  python installer/build.py all {out}"
    return found[-1]


if __name__ == "__main__":
    sys.exit(main())
