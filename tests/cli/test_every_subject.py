"""The commands of every subject: written down, changed, moved, out and in, onto paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.subjects import EXAMPLES, Example


def least(command: Command, example: Example) -> list[str]:
    """What a new one takes at least, once what it belongs to is made."""
    made = {name: command(*words).json["id"] for name, words in example.first.items()}
    return [word.format(**made) for word in example.words[0]]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_record_is_written_down_changed_moved_and_taken_out(
    command: Command, example: Example
) -> None:
    edits = example.words[1:]
    kind = example.kind
    assert command("record", kind, "add", text=True).code == 1
    made = command("record", kind, "add", *least(command, example)).json
    assert made["kind"] == kind
    for edit in edits:
        name, _, value = edit.partition("=")
        changed = command("record", kind, "set", made["id"], edit).json
        assert changed[name] == value
        assert command("record", kind, "set", made["id"], f"{name}=").json[name] == ""
    for words in example.ready:
        assert command(*(word.format(**made) for word in words)).code == 0
    state = made["state"]
    for code, facts in example.moves:
        if facts:
            assert command("record", kind, "do", made["id"], code, text=True).code == 1
        given = [f"{name}={value}" for name, value in facts.items()]
        moved = command("record", kind, "do", made["id"], code, *given).json
        assert moved["state"] != state
        state = moved["state"]
    confirmed = command("record", kind, "do", made["id"], "confirm", "on=1/11/2569", text=True)
    assert (confirmed.code == 0) == example.confirmed
    if example.confirmed:
        assert command("record", kind, "show", made["id"]).json["confirmed_on"] == "2026-11-01"
    assert [each["id"] for each in command("records", kind).json["records"]] == [made["id"]]
    assert command("record", kind, "do", made["id"], "hide").code == 0
    assert command("records", kind).json["records"] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_they_go_out_and_come_in_and_onto_paper(
    command: Command, example: Example, tmp_path: Path
) -> None:
    command("record", example.kind, "add", *least(command, example))
    book, paper = tmp_path / "x.xlsx", tmp_path / "x.pdf"
    assert command("export", example.listed, book).json["rows"] == 1
    assert command("print", example.listed, paper).json["pages"] == 1
    again = command("import", book, "--what", example.listed).json
    assert (again["rows"], again["unchanged"], again["problems"]) == (1, 1, [])
