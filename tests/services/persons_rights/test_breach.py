"""The breach pack: whose data a lost laptop held, as a neighbour and as the hub can tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from desktop.errors import UserError
from desktop.models.program import AuditAnchor
from desktop.services.audit import AuditService
from desktop.services.learners.people import PeopleService
from desktop.services.persons_rights.breach import BreachService
from desktop.services.persons_rights.breach_words import REVOKED
from desktop.services.sync.roster import refresh_roster
from sync.hub.__main__ import main
from sync.hub.breach import write_breach
from tests.factories import add_learner, national_number
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def _two(province: Province) -> tuple[Laptop, Laptop]:
    keeps, lost = province.join(), province.join()
    add_learner(keeps.workspace, "ดาวเรือง", birth="2560", national_id=national_number())
    for each in (keeps, lost):
        each.sync.sync_now()
    child = add_learner(lost.workspace, "มานะ")
    PeopleService(lost.workspace).save_private(child, {"religion": "buddhist"})
    for each in (lost, keeps):
        each.sync.sync_now()
    province.clock.now_ms += 3_600_000
    add_learner(keeps.workspace, "นภา")
    refresh_roster(keeps.workspace, province.wire.post)
    return keeps, lost


def test_it_tells_who_was_surely_there_and_who_perhaps(province: Province) -> None:
    keeps, lost = _two(province)

    pack = BreachService(keeps.workspace).pack(lost.id)

    surely = {each.name for each in pack.people if each.surely}
    assert surely == {"ดาวเรือง", "มานะ"}
    assert {each.name for each in pack.people} - surely == {"นภา"}
    assert {each.name for each in pack.people if each.sensitive} == {"มานะ"}
    assert pack.revoked is False
    assert pack.changes > 0
    assert pack.in_use_since is not None
    assert pack.last_contact is not None
    assert pack.in_use_since <= pack.last_contact < pack.made_at
    assert pack.deadline - pack.made_at == timedelta(hours=72)
    kinds = {each.kind: each for each in pack.kinds}
    assert kinds["learner"].records == 2
    assert kinds["learner_private"].sensitive


def test_an_anchor_tells_of_later_work_than_any_change(province: Province) -> None:
    keeps, lost = _two(province)
    later = keeps.workspace.now().replace(microsecond=0)
    with keeps.workspace.write() as session:
        session.add(
            AuditAnchor(device=lost.id[:8], epoch=1, number=99, chain="", at=int(later.timestamp()))
        )

    assert BreachService(keeps.workspace).pack(lost.id).last_contact == later


def _lines(path: Path) -> list[str]:
    """The lines of a paper, as its columns broke them."""
    paper = PdfDocument(path)
    try:
        return [
            line
            for number in range(len(paper))
            for line in paper[number].get_textpage().get_text_range().splitlines()
        ]
    finally:
        paper.close()


@pytest.mark.parametrize("name", ["pack.xlsx", "pack.pdf"])
@pytest.mark.parametrize("english", [False, True])
def test_it_is_written_and_noted(
    province: Province, tmp_path: Path, name: str, english: bool
) -> None:
    keeps, lost = _two(province)

    BreachService(keeps.workspace).write(lost.id, tmp_path / name, "เครื่องหายที่ตลาด", english=english)

    content = (tmp_path / name).read_bytes()
    assert content[:4] in (b"PK\x03\x04", b"%PDF")
    if name.endswith("xlsx"):
        book = load_workbook(tmp_path / name)
        said = {str(cell.value) for sheet in book for row in sheet for cell in row}
        assert REVOKED[False][english] in said
        assert any(f"tambon-hub revoke {lost.id}" in each for each in said)
        assert {"มานะ", "ดาวเรือง", "นภา"} <= said
    else:
        lines = _lines(tmp_path / name)
        people = BreachService(keeps.workspace).pack(lost.id).people
        assert all(any(each.code in line for line in lines) for each in people)
        for word in ("Village", "Sensitive", "Numbers", "Documents") if english else ("แน่นอน",):
            assert any(word in line for line in lines), word
    entry = AuditService(keeps.workspace).entries(1)[0]
    assert entry.event == "breach_pack"
    assert entry.detail == {"device": lost.id, "people": 3, "reason": "เครื่องหายที่ตลาด"}


def test_letters_without_a_typeface_are_told_before_the_pack_is_printed(
    province: Province, tmp_path: Path
) -> None:
    keeps, lost = _two(province)
    add_learner(keeps.workspace, "नमन")
    keeps.sync.sync_now()
    service = BreachService(keeps.workspace)
    with pytest.raises(UserError, match="paper_letters_missing") as refused:
        service.write(lost.id, tmp_path / "pack.pdf", "หาย")
    # The row of the pack begins with the person's code.
    code = next(each.code for each in service.pack(lost.id).people if each.name == "नमन")
    assert refused.value.values["whose"] == f"{code}: न (U+0928) म (U+092E)"
    assert not (tmp_path / "pack.pdf").exists()
    service.write(lost.id, tmp_path / "pack.pdf", "หาย", boxes=True)
    assert (tmp_path / "pack.pdf").exists()


def test_a_laptop_that_nobody_knows(province: Province) -> None:
    keeps = province.join()
    with pytest.raises(UserError, match="laptop_unknown"):
        BreachService(keeps.workspace).pack("00ff00ff00ff00ff")


def test_the_hub_tells_of_all_it_sent(province: Province, tmp_path: Path) -> None:
    keeps, lost = _two(province)
    province.clock.now_ms += 3_600_000
    keeps.sync.sync_now()

    with province.hub.database.read() as connection:
        told = write_breach(
            connection, bytes.fromhex(lost.id), tmp_path / "hub.xlsx", province.clock.now_ms
        )

    assert (told["people"], told["possible"]) == (2, 1)
    assert told["revoked"] is False
    said = {
        str(cell.value)
        for sheet in load_workbook(tmp_path / "hub.xlsx")
        for row in sheet
        for cell in row
    }
    assert "มานะ" in said
    assert any("ยังไม่ได้ตัด" in each for each in said)


def test_the_hubs_workbook_leaves_no_draft_behind(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keeps, lost = _two(province)

    def refuse(*_given: object, **_named: object) -> object:
        raise AssertionError("a draft in the temporary folder")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)

    with province.hub.database.read() as connection:
        write_breach(
            connection, bytes.fromhex(lost.id), tmp_path / "hub.xlsx", province.clock.now_ms
        )

    assert len(load_workbook(tmp_path / "hub.xlsx").sheetnames) == 4


def test_the_hubs_command_refuses_a_stranger(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    out = tmp_path / "out.xlsx"

    code = main(
        ["--database", url, "--json", "breach", "00ff00ff00ff00ff", str(out), "--reason", "หาย"]
    )

    assert code == 1
    assert not out.exists()
    assert capsys.readouterr().err
