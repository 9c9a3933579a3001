"""The wire table's lines for PouchDB; npm installs it into a temporary folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.benchmarks.centre import new_centre
from tests.benchmarks.counting import CountingProxy, Link
from tests.benchmarks.measure import Figure
from tests.benchmarks.people import fill
from tests.benchmarks.wire import records_of

_HERE = Path(__file__).parent / "peer"
# What has not finished by then is said to be unfinished.
_LIMIT_SECONDS = 120


class _Node:
    """One process of the peer's script, which answers in lines of JSON."""

    def __init__(self, folder: Path, what: str, data: Path) -> None:
        data.mkdir(parents=True)
        self._process = subprocess.Popen(
            [_program("node"), "peer.js", what, str(data)],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait(timeout=20)
        for end in (self._process.stdin, self._process.stdout):
            if end is not None:
                end.close()

    def ask(self, **order: Any) -> dict[str, Any]:
        """Give an order and wait for what came of it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        return self.answer()

    def answer(self) -> dict[str, Any]:
        """The next line it says.

        Raises:
            RuntimeError: it ended, or says that it could not.
        """
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        told: dict[str, Any] = json.loads(line) if line else {"error": "it ended"}
        if "error" in told:
            raise RuntimeError(f"the peer: {told['error']}")
        return told


def peer_figures(folder: Path, count: int) -> Iterator[Figure]:
    """The same learners through PouchDB, its HTTP adapter and express-pouchdb."""
    home = folder / "peer"
    shutil.copytree(_HERE, home)
    subprocess.run(
        [_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=home,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with ExitStack() as stack:
        server = stack.enter_context(_Node(home, "serve", home / "server"))
        proxy = stack.enter_context(CountingProxy(server.answer()["url"]))
        yield from _fast(stack, home, proxy, _documents(folder / "peer-one", count), count)
        few = _documents(folder / "peer-few", 500)
        for name, cut in (("", None), (", cut every 20 kB", 20_000)):
            yield _slow(home, proxy, few, name, cut)


def _fast(
    stack: ExitStack,
    home: Path,
    proxy: CountingProxy,
    documents: list[dict[str, Any]],
    count: int,
) -> Iterator[Figure]:
    one = stack.enter_context(_Node(home, "laptop", home / "one"))
    there = {"url": f"{proxy.url}/fast", "seconds": _LIMIT_SECONDS}
    one.ask(do="fill", documents=documents)
    proxy.reset()
    told = one.ask(do="push", **there)
    if not told["finished"]:
        yield Figure(f"PouchDB: {count:,} learners up", told["seconds"], None, "s", "not finished")
        return
    yield Figure(
        f"PouchDB: {count:,} learners up, a second", count / told["seconds"], None, "learners/s",
        f"{len(documents):,} documents",
    )  # fmt: skip
    yield Figure(
        f"PouchDB: {count:,} learners up, each", proxy.up / count, None, "B",
        f"{proxy.requests} POST; {proxy.down / count:,.0f} B down",
    )  # fmt: skip
    one.ask(do="both", **there)  # it notes how far it read, once
    proxy.reset()
    one.ask(do="both", **there)
    yield Figure(
        "PouchDB: nothing to do, both ways", proxy.up + proxy.down, None, "B",
        f"{proxy.requests} POST",
    )  # fmt: skip
    learner = next(each for each in documents if each["kind"] == "learner")
    one.ask(do="edit", id=learner["_id"], field="nickname", value="ดาว")
    proxy.reset()
    one.ask(do="both", **there)
    yield Figure(
        "PouchDB: one changed field, up", proxy.up, None, "B",
        f"{proxy.requests} POST, {proxy.down:,} B down",
    )  # fmt: skip
    two = stack.enter_context(_Node(home, "laptop", home / "two"))
    told = two.ask(do="pull", **there)
    yield Figure(
        f"PouchDB: {count:,} learners down to a second laptop", told["seconds"], None, "s",
        _ended(told, len(documents)),
    )  # fmt: skip


def _slow(
    home: Path, proxy: CountingProxy, documents: list[dict[str, Any]], name: str, cut: int | None
) -> Figure:
    with _Node(home, "laptop", home / f"slow-{cut}") as laptop:
        laptop.ask(do="fill", documents=documents)
        proxy.reset()
        proxy.link = Link(5_000, 0.3, cut)
        url = f"{proxy.url}/slow-{cut}"
        told = laptop.ask(do="push", url=url, seconds=_LIMIT_SECONDS)
        passed = proxy.up + proxy.down
    proxy.link = Link()
    with _Node(home, "laptop", home / f"seen-{cut}") as other:
        seen = other.ask(do="pull", url=url, seconds=_LIMIT_SECONDS)
    return Figure(
        f"PouchDB: 500 learners over 5 kB/s and 600 ms{name}", told["seconds"], None, "s",
        f"{_ended(told, len(documents))}; {passed:,} B, {told['errors']} errors, "
        f"{seen['documents']:,} documents arrived",
    )  # fmt: skip


def _ended(told: dict[str, Any], documents: int) -> str:
    return f"all {documents:,} documents" if told["finished"] else "not finished"


def _documents(folder: Path, count: int) -> list[dict[str, Any]]:
    """The records of so many learners as documents: their own stamps are PouchDB's affair."""
    workspace = new_centre(folder)
    try:
        fill(workspace, count)
        records = records_of(workspace)
    finally:
        workspace.close()
    return [
        {"_id": each["id"], **{name: each[name] for name in each if name not in ("id", "stamp")}}
        for each in records
    ]


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed: the peer runs in Node")
    return found
