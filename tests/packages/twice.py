"""A second build of the same commit, elsewhere and under other habits, is the first to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.packages.a_day import Times

_CHECKOUT = Path(__file__).resolve().parents[2]
_SUMS = "SHA256SUMS"


def prove(out: Path, times: Times) -> None:
    """Build what stands in `out` again: in another folder, zone and language, private by umask.

    `out` must be of the commit that is checked out.
    """
    with tempfile.TemporaryDirectory() as folder:
        clone, second = Path(folder) / "another place" / "clone", Path(folder) / "out"
        subprocess.run(["git", "clone", "-q", str(_CHECKOUT), str(clone)], check=True)
        environment = {**os.environ, "TZ": "Asia/Bangkok", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
        build = [sys.executable, "installer/build.py", "all", str(second)]
        times.take(
            "build again",
            lambda: subprocess.run(build, cwd=clone, env=environment, check=True, umask=0o077),
        )
        first_sums = (out / _SUMS).read_text("utf-8")
        second_sums = (second / _SUMS).read_text("utf-8")
        assert first_sums == second_sums, f"first:\n{first_sums}\nsecond:\n{second_sums}"
