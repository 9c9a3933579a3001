"""The services of an open centre are made once, when they are first asked for."""

from __future__ import annotations

import subprocess
import sys
import threading
import typing
from pathlib import Path
from typing import Any

from desktop.services import all as all_services
from desktop.services.all import Once, Services
from desktop.services.workspace import Workspace
from tests.services.rights_world import services as service_classes


def members() -> dict[str, type[Any]]:
    """Every member with the class that it says it is."""
    known = {**vars(all_services), **service_classes()}
    hints = typing.get_type_hints(Services, globalns=known)
    return {
        name: typing.get_args(hints[name])[0]
        for name, member in vars(Services).items()
        if isinstance(member, Once)
    }


def test_each_member_is_of_the_class_it_says_and_made_once(workspace: Workspace) -> None:
    services = Services(workspace)
    for name, cls in members().items():
        made = getattr(services, name)
        assert type(made) is cls, name
        assert getattr(services, name) is made
    services.close()


def test_sticks_neighbours_and_the_hub_share_what_is_carried(workspace: Workspace) -> None:
    services = Services(workspace)
    given = services.carrying
    assert services.near._carrying is given
    assert services.sticks._carrying is given


def test_two_threads_that_ask_at_once_get_the_same(workspace: Workspace) -> None:
    services = Services(workspace)
    together = threading.Barrier(8)
    found: list[object] = []

    def ask() -> None:
        together.wait()
        found.append(services.sync)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_closing_makes_nothing(workspace: Workspace) -> None:
    services = Services(workspace)
    services.close()
    assert "sync" not in vars(services)
    assert "near" not in vars(services)


def test_asking_for_one_reads_no_other() -> None:
    script = (
        "import sys; from desktop.services.all import Services\n"
        "assert not [m for m in sys.modules if m.startswith('desktop.services.learners')]\n"
        "assert 'requests' not in sys.modules and 'reportlab' not in sys.modules\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
