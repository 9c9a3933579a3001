"""An import-linter contract: only the modules named may import certain packages."""

from __future__ import annotations

from fnmatch import fnmatchcase

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OnlyImporters(Contract):
    """Only modules matching `importers` may import `packages`, directly, anywhere in the graph.

    `packages` are whole packages, ours or others'. `importers` are shell-style patterns over full
    module names, which the contracts of import-linter itself do not take. `among`: patterns of the
    modules the rule is about; left out, it is about all but the packages themselves.
    """

    type_name = "only_importers"

    packages = fields.ListField(subfield=fields.StringField())
    importers = fields.ListField(subfield=fields.StringField())
    among = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every direct import that the rule forbids."""
        packages = _strings(self.packages)
        importers = _strings(self.importers)
        among = _strings(self.among)
        found = []
        for imported in sorted(graph.modules):
            package = next((own for own in packages if _inside(imported, own)), None)
            if package is None:
                continue
            for importer in sorted(graph.find_modules_that_directly_import(imported)):
                if _matches(importer, importers):
                    continue
                meant = _matches(importer, among) if among else not _inside(importer, package)
                if meant:
                    found.append(f"{importer} -> {imported}")
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Show each forbidden import on a line."""
        for line in check.metadata["found"]:
            output.print_error(f"- {line}", bold=False)
        output.new_line()


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _inside(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def _matches(module: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(module, pattern) for pattern in patterns)
