"""A private PostgreSQL server for a benchmark: a folder of its own, a socket in it, no port."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BINARIES = Path("/usr/lib/postgresql")


@contextmanager
def server() -> Iterator[str]:
    """Give the URL of a server: of TAMBON_TEST_POSTGRES, or one that lives as long as the block.

    Raises:
        FileNotFoundError: neither is there.
    """
    given = os.environ.get("TAMBON_TEST_POSTGRES", "")
    if given:
        yield given
        return
    found = sorted(_BINARIES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("PostgreSQL is not installed; TAMBON_TEST_POSTGRES names a server")
    binaries = found[-1].parent
    with tempfile.TemporaryDirectory(prefix="tambon-bench-pg-") as folder:
        home = Path(folder)
        cluster = home / "cluster"
        cluster.mkdir()
        if _is_root():
            home.chmod(0o755)
            subprocess.run(["chown", "postgres:", str(cluster)], check=True)
        _run(
            home, str(binaries / "initdb"), "-D", str(cluster), "-U", "tambon", "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8",
        )  # fmt: skip
        control = (str(binaries / "pg_ctl"), "-D", str(cluster), "-w")
        settings = (
            f"-c listen_addresses='' -c unix_socket_directories='{cluster}' "
            "-c max_connections=200 -c shared_buffers=256MB"
        )
        _run(home, *control, "-l", str(cluster / "server.log"), "-o", settings, "start")
        try:
            yield f"postgresql+psycopg://tambon@/postgres?host={cluster}"
        finally:
            _run(home, *control, "-m", "immediate", "stop")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(home: Path, *words: str) -> None:
    # The server refuses to run as root.
    before = ("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups", "--")
    with (home / "commands.log").open("ab") as log:
        subprocess.run(
            [*(before if _is_root() else ()), *words], cwd=home, check=True, stdout=log, stderr=log
        )
