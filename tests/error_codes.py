"""The codes of all errors that the program makes, read from its source, with the values given.

A code that cannot be told from the source comes back in `unknown`, so that nothing is passed over:
either the code is written so that it can be told, or the test names the place and says why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOTS = ("TambonError", "SyncError", "WrongWords")
"""The classes that carry a code; those made of them are found."""


@dataclass(frozen=True)
class Made:
    """One place that makes an error; `values` is None where they are handed through unnamed."""

    cls: str
    code: str
    values: frozenset[str] | None
    place: str


@dataclass
class Found:
    """What a look through the source brought; `prefixes` stand before codes made elsewhere."""

    made: list[Made] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    prefixes: set[str] = field(default_factory=set)


def error_codes(sources: Mapping[str, str], protocol: Mapping[str, str]) -> Found:
    """Look through sources by name; `protocol` holds the values of `Code.NAME`."""
    trees = {name: ast.parse(text) for name, text in sources.items()}
    classes = _classes(trees.values())
    found = Found()
    for name, tree in trees.items():
        for call, scope in _calls(tree, classes):
            if not call.args:
                continue
            prefix = _prefix(call.args[0])
            codes = _Reader(tree, scope, protocol).codes(call.args[0])
            if prefix:
                found.prefixes.add(prefix)
            elif codes is None:
                found.unknown.append(f"{name}: {ast.unparse(call)}")
            else:
                cls, place = _named(call.func), f"{name}:{call.lineno}"
                found.made += [Made(cls, code, _values(call), place) for code in sorted(codes)]
    return found


def package_sources(*packages: Path) -> dict[str, str]:
    """Return the modules of packages, by their path below the folder that holds them."""
    return {
        path.relative_to(package.parent).as_posix(): path.read_text(encoding="utf-8")
        for package in packages
        for path in sorted(package.rglob("*.py"))
    }


def _classes(trees: Iterable[ast.Module]) -> set[str]:
    """The roots, and every class that is made of one of them."""
    bases = {
        node.name: {_named(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = set(ROOTS)
    while more := {name for name, own in bases.items() if own & found} - found:
        found |= more
    return found


def _calls(tree: ast.Module, classes: set[str]) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Each call of a class, with the innermost function that it stands in."""

    def walk(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call) and _named(child.func) in classes:
                yield child, scope
            inner = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from walk(child, child if inner else scope)

    yield from walk(tree, tree)


class _Reader:
    """Works out which codes an expression can be, None where that cannot be told."""

    def __init__(self, tree: ast.Module, scope: ast.AST, protocol: Mapping[str, str]) -> None:
        self._tree, self._scope, self._protocol = tree, scope, protocol

    def codes(self, node: ast.expr) -> set[str] | None:
        if isinstance(node, ast.Constant):
            return {node.value} if isinstance(node.value, str) else None
        if isinstance(node, ast.IfExp):
            return _union(self.codes(node.body), self.codes(node.orelse))
        if isinstance(node, ast.Attribute):
            if _named(node.value) == "Code":
                return {self._protocol[node.attr]}
            # An error said again under its own code: it was made elsewhere.
            return set() if node.attr == "code" else None
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            table = self._constant(node.value.id)
            return _strings(table.values) if isinstance(table, ast.Dict) else None
        if isinstance(node, ast.Name):
            return self._variable(node.id)
        return None

    def _variable(self, name: str) -> set[str] | None:
        found: set[str] | None = None
        for node in ast.walk(self._scope):
            more: set[str] | None
            if isinstance(node, ast.Assign) and any(_named(each) == name for each in node.targets):
                more = self.codes(node.value)
            elif isinstance(node, ast.For) and (at := _place(node.target, name)) is not None:
                more = self._of_rows(node.iter, at)
            else:
                continue
            if more is None:
                return None
            found = more if found is None else found | more
        return found

    def _of_rows(self, rows: ast.expr, at: int) -> set[str] | None:
        table = self._constant(rows.id) if isinstance(rows, ast.Name) else rows
        if not isinstance(table, ast.Tuple | ast.List):
            return None
        cells = [each.elts[at] if isinstance(each, ast.Tuple) else each for each in table.elts]
        return _strings(cells)

    def _constant(self, name: str) -> ast.expr | None:
        for node in self._tree.body:
            if isinstance(node, ast.AnnAssign) and _named(node.target) == name:
                return node.value
            if isinstance(node, ast.Assign) and any(_named(each) == name for each in node.targets):
                return node.value
        return None


def _place(target: ast.expr, name: str) -> int | None:
    names = [_named(each) for each in target.elts] if isinstance(target, ast.Tuple) else [""]
    if _named(target) == name:
        return 0
    return names.index(name) if name in names else None


def _strings(nodes: Iterable[ast.expr]) -> set[str] | None:
    found = {node.value if isinstance(node, ast.Constant) else None for node in nodes}
    texts = {each for each in found if isinstance(each, str)}
    return texts if texts == found else None


def _union(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    return None if one is None or other is None else one | other


def _prefix(text: ast.expr) -> str:
    """`hub_` of `f"hub_{error.code}"`, "" of anything else."""
    if not isinstance(text, ast.JoinedStr) or len(text.values) != 2:
        return ""
    head, rest = text.values
    if not isinstance(head, ast.Constant) or not isinstance(rest, ast.FormattedValue):
        return ""
    said_again = isinstance(rest.value, ast.Attribute) and rest.value.attr == "code"
    return str(head.value) if said_again else ""


def _values(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name is not None)


def _named(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
