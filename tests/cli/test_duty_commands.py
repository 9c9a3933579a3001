"""The roster of duty by commands: who answers is set, changed, looked at, printed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command


def put(command: Command, *given: str) -> str:
    """The id of a day or a night of the roster."""
    answer = command("record", "duty", "add", *given)
    assert answer.code == 0, answer.err
    known: str = answer.json["id"]
    return known


def test_a_night_is_set_and_changed_and_is_one_record(command: Command) -> None:
    someone = command("record", "person", "add", "given=สมร", "phone=0800000203").json["id"]
    known = put(command, "on=1/12/2569", "span=night", f"person_id={someone}")
    assert put(command, "on=1/12/2569", "span=night", "phone=0800000999") == known
    (line,) = command("records", "duty").json["records"]
    assert (line["on"], line["span"], line["phone"]) == ("2026-12-01", "night", "0800000999")
    assert line["person_id"] == someone
    edited = command("record", "duty", "set", known, "phone=0800000111")
    assert edited.code == 0, edited.err
    assert command("record", "duty", "show", known).json["phone"] == "0800000111"


def test_what_is_no_span_and_no_day_is_refused_with_its_field(command: Command) -> None:
    for given, said in (
        (("on=1/12/2569", "span=noon"), "noon"),
        (("on=32/12/2569", "span=night"), "32/12/2569"),
        (("on=1/12/2569",), "ช่วงเวร"),
    ):
        refused = command("record", "duty", "add", *given, text=True)
        assert refused.code == 1
        assert said in refused.err
    assert command("records", "duty").json["records"] == []


def test_a_month_of_it_is_printed(command: Command, tmp_path: Path) -> None:
    put(command, "on=1/12/2569", "span=night", "phone=0800000203")
    paper = tmp_path / "a.pdf"
    printed = command("print", "duty", str(paper), "--month", "15/12/2569")
    assert printed.code == 0, printed.err
    assert paper.read_bytes().startswith(b"%PDF")
