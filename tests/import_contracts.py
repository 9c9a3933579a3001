"""Import-linter contracts over patterns: layers, and who may import certain packages."""

from __future__ import annotations

from fnmatch import fnmatchcase

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class OnlyImporters(Contract):
    """Only modules matching `importers` may import `packages`, directly, anywhere in the graph.

    `packages` are whole packages, ours or others'. `importers` are shell-style patterns over full
    module names, which the contracts of import-linter itself do not take. `among`: patterns of the
    modules the rule is about; left out, it is about all but the packages themselves. `free`:
    modules of the packages that anybody may import.
    """

    type_name = "only_importers"

    packages = fields.ListField(subfield=fields.StringField())
    importers = fields.ListField(subfield=fields.StringField())
    among = fields.ListField(subfield=fields.StringField(), required=False)
    free = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every direct import that the rule forbids."""
        packages = _strings(self.packages)
        importers = _strings(self.importers)
        among = _strings(self.among)
        free = _strings(self.free)
        found = []
        for imported in sorted(graph.modules):
            package = next((own for own in packages if _inside(imported, own)), None)
            if package is None or imported in free:
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


class Layers(Contract):
    """The modules of `package` stand in `layers`, highest first, and import sideways or down only.

    A layer is a list of patterns over the names directly in the package, parted by spaces; ` | `
    parts those that may not import each other. A name that is said whole comes before patterns.
    Every module must have a layer: one that is new has to be given its place. As each direct import
    is looked at, no chain can lead up either.
    """

    type_name = "layers_by_pattern"

    package = fields.StringField()
    layers = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import that leads up or across, and every module without a layer."""
        package = str(self.package)
        parts = [layer.split(" | ") for layer in _strings(self.layers)]
        members = sorted(name for name in graph.modules if name.startswith(package + "."))
        depth = package.count(".") + 1
        places = {name: _place(name.split(".")[depth], parts) for name in members}
        found = [f"{name} has no layer" for name in members if places[name] is None]
        for importer in members:
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                above, below = places[importer], places.get(imported)
                if above is None or below is None or above == below:
                    continue
                if above[0] >= below[0]:
                    found.append(f"{importer} -> {imported}")
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Show each fault on a line."""
        for line in check.metadata["found"]:
            output.print_error(f"- {line}", bold=False)
        output.new_line()


def _place(name: str, layers: list[list[str]]) -> tuple[int, int] | None:
    """Which layer, and which part of it; None without one."""
    places = [
        (pattern != name, number, part)
        for number, parts in enumerate(layers)
        for part, patterns in enumerate(parts)
        for pattern in patterns.split()
        if fnmatchcase(name, pattern)
    ]
    return min(places)[1:] if places else None


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _inside(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def _matches(module: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(module, pattern) for pattern in patterns)
