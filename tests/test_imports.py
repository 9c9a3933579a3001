"""The import directions of docs/architecture.md, and proof that each of them bites."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.services.rights_world import services as service_classes
from tests.services.test_all import members

ROOT = Path(__file__).resolve().parent.parent
RUN = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"

# A tree in which every contract is broken: module, and what it imports.
WRONG = {
    "desktop/ui/learners.py": "import sqlalchemy\nimport sync.engine\n",
    "desktop/services/plans/service.py": "import desktop.ui.learners\nimport PySide6.QtCore\n",
    "desktop/services/sync/store.py": "import sync.engine\n",
    "desktop/services/workspace.py": "import desktop.services.hett.service\n",
    "desktop/services/undo.py": "import desktop.services.newcomers.service\n",
    "desktop/services/newcomers/service.py": "",
    "desktop/services/hett/service.py": "import desktop.services.learners.lists\n",
    "desktop/services/learners/lists.py": (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from desktop.services.hett.service import Rated\n"
    ),
    "desktop/ui/plan/page.py": "import desktop.ui.plan.goals\n",
    "desktop/ui/plan/goals.py": "def late():\n    import desktop.ui.plan.page\n",
    "desktop/reports/plan.py": "import desktop.exchange.reading\nimport desktop.database\n",
    "desktop/exchange/reading.py": "import requests\n",
    "desktop/database.py": "import desktop.models.people\n",
    "desktop/models/people.py": "import desktop.database\nimport sync.kinds\nimport sync.engine\n",
    "desktop/migrations/__init__.py": "",
    "desktop/migrations/versions/__init__.py": "",
    "desktop/migrations/versions/first.py": "from desktop.models import people\n",
    "desktop/__main__.py": "import PySide6\nimport desktop.ui.learners\n",
    "desktop/newcomer.py": "",
    "desktop/errors.py": "import desktop.models.people\n",
    "desktop/cli_sync.py": "import sync.engine\nimport desktop.ui.learners\n",
    "sync/engine.py": "import desktop.models.people\nimport PySide6.QtCore\n",
    "sync/connection.py": "import certifi\n",
    "sync/kinds.py": "",
    "sync/hub/web.py": "import requests\n",
}
CAUGHT = [
    "- desktop.services.plans.service -> desktop.ui.learners",
    "- desktop.reports.plan -> desktop.exchange.reading",
    "- desktop.models.people -> desktop.database",
    "- desktop.newcomer has no layer",
    "- desktop.services.workspace -> desktop.services.hett.service",
    "- desktop.services.undo -> desktop.services.newcomers.service",
    ".learners -> .hett (1 import)",
    ".page -> .goals (1 import)",
    "- desktop.errors -> desktop.models.people",
    "- desktop.services.plans.service -> PySide6",
    "- sync.engine -> PySide6",
    "- desktop.exchange.reading -> requests",
    "- sync.hub.web -> requests",
    "- desktop.ui.learners -> sync.engine",
    "- desktop.models.people -> sync.engine",
    "- sync.engine -> desktop.models.people",
    "- desktop.reports.plan -> desktop.database",
    "- desktop.ui.learners -> sqlalchemy",
    "- desktop.migrations.versions.first -> desktop.models.people",
]
RIGHT = [
    "- desktop.__main__ -> PySide6",
    "- desktop.__main__ -> desktop.ui.learners",
    "- desktop.models.people -> sync.kinds",
    "- desktop.cli_sync -> sync.engine",
    "- desktop.cli_sync -> desktop.ui.learners",
    "- desktop.services.sync.store -> sync.engine",
    "- sync.connection -> certifi",
]


def _check(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=_settings(),
    )
    return done.returncode, done.stdout + done.stderr


def _settings() -> dict[str, str]:
    # Wide, so that no line of the answer is folded; plain, so that words can be compared.
    return {**os.environ, "COLUMNS": "300", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def test_imports_point_down() -> None:
    code, words = _check(ROOT)
    assert code == 0, words


def test_every_contract_bites(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "import_contracts.py", tmp_path / "tests")
    for name in ("desktop", "sync", "resources", "tests"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "__init__.py").write_text("")
    for name, text in WRONG.items():
        module = tmp_path / name
        module.parent.mkdir(parents=True, exist_ok=True)
        for folder in Path(name).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
        module.write_text(text)

    code, words = _check(tmp_path)

    assert code == 1, words
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in contracts["tool"]["importlinter"]["contracts"]:
        assert f"{contract['name']} BROKEN" in words
    for line in CAUGHT:
        assert line in words, words
    for line in RIGHT:
        assert line not in words, words


def test_every_service_stands_in_the_bundle() -> None:
    made = {cls.__name__ for cls in members().values()}
    assert made == service_classes().keys()


def test_screens_and_commands_make_no_service_of_their_own() -> None:
    services = service_classes()
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno} {name}"
        for folder in ("desktop/ui", "desktop/cli")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (name := getattr(call.func, "id", getattr(call.func, "attr", ""))) in services
    ]
    assert found == []


def test_the_page_of_the_architecture_has_every_room_in_its_place() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.split("## The inner order of the services")[1].split("\n## ")[0]
    rows = [line.split("|")[3] for line in table.splitlines() if line.startswith("|")][2:]
    told = [set(re.findall(r"`(\w+|\*)`", row)) for row in rows]
    (layers,) = (
        contract["layers"]
        for contract in rules["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers_by_pattern" and contract["package"] == "desktop.services"
    )
    assert told == [set(layer.split()) for layer in layers]
