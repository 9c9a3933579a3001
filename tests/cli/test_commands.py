"""Commands, their JSON, and what they say when they refuse."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from zlib import crc32

import pytest

from desktop.cli.context import PASSCODE as PASSCODE_NAME
from desktop.cli.parser import build_parser
from desktop.errors import StorageError
from desktop.reports import FORMS
from desktop.services.centre import CentreService
from tests.cli.conftest import Command
from tests.factories import national_number, open_workspace
from tests.services.rosters.clerk import Sheet, by_clerk

SAMPLES = Path(__file__).parent.parent / "samples"
ROW_KEYS = [
    "code", "id", "national_id", "g_code", "title", "given", "surname", "nickname", "sex", "birth",
    "village", "status", "plan_status",
]  # fmt: skip


def test_a_learner_is_added_changed_shown_and_listed(command: Command) -> None:
    number = national_number()
    added = command(
        "learner", "add", "given=ดาวเรือง", "surname=ธารน้ำเงา", "title=ด.ญ.", "birth=พ.ย. 2554",
        "village=หมู่ ๓", f"national_id={number}", "status=นอกระบบ", "groups=TG02,TG12",
    ).json  # fmt: skip
    assert list(added)[: len(ROW_KEYS)] == ROW_KEYS
    assert (added["title"], added["birth"], added["village"], added["status"]) == (
        "เด็กหญิง", "2011-11", "3", "out_of_school",
    )  # fmt: skip
    assert added["groups"] == ["TG02", "TG12"]

    changed = command("learner", "set", added["code"], "nickname=ดาว", "birth=9/11/2554").json
    assert (changed["nickname"], changed["birth"]) == ("ดาว", "2011-11-09")

    assert command("learner", "show", number).json["id"] == added["id"]
    (listed,) = command("learners", "--search", "ธาร", "--village", "3").json["learners"]
    assert listed == {name: changed[name] for name in ROW_KEYS}
    assert command("learners", "--village", "4").json == {"learners": []}


def test_commands_take_and_tell_the_centres_own_words(command: Command, folder: Path) -> None:
    workspace = open_workspace(folder)
    centre = CentreService(workspace)
    status, group = centre.add_term("status", "เรียนที่วัด"), centre.add_term("target_groups", "ลูกช้าง")
    workspace.close()

    added = command("learner", "add", "given=ดาว", "status=เรียนที่วัด", "groups=ลูกช้าง, TG02").json
    other = command("learner", "add", "given=เดือน").json
    changed = command("learner", "set", other["code"], f"status={status}").json

    assert (added["status"], set(added["groups"])) == (status, {"TG02", group})
    assert changed["status"] == status
    assert command("learners", text=True).out.count("เรียนที่วัด") == 2


def test_the_list_is_in_thai_order_and_cut_where_asked(command: Command) -> None:
    for given in ("เป็ด", "ไก่", "กา"):
        command("learner", "add", f"given={given}")

    found = command("learners", "--limit", "2").json["learners"]

    assert [row["given"] for row in found] == ["กา", "ไก่"]
    assert command("learners", text=True).out.splitlines()[2].split("\t")[1] == "เป็ด"


def test_what_an_import_left_out_and_what_is_hidden_is_told(command: Command) -> None:
    hidden = SAMPLES / "field" / "17-hidden-rows.xlsx"
    tried = command("import", hidden, "--dry-run").json
    assert (tried["new"], tried["hidden"]) == (4, {"rows": 2, "columns": 0, "sheets": []})
    left = command("import", hidden, "--hidden", "leave").json
    assert left["new"] == 2
    assert [(part["row"], part["reason"]) for part in left["left_out"]] == [
        (3, "hidden_row"), (4, "hidden_row"),
    ]  # fmt: skip
    said = command("import", SAMPLES / "field" / "07-side-by-side.xlsx", text=True).out
    assert "คอลัมน์ลำดับ" in said

    page = command("import", SAMPLES / "field" / "06a-html-meta.xls", text=True)
    assert page.code == 1
    assert "web page" in page.err


def test_options_are_taken_before_and_after_the_command(folder: Path, command: Command) -> None:
    after = command("learners", "--data", folder, "--json", data=folder / "elsewhere", text=True)

    assert after.json == {"learners": []}


def test_a_roster_comes_in_once_and_goes_again(command: Command) -> None:
    roster = SAMPLES / "roster-oao-240.xlsx"
    tried = command("import", roster, "--dry-run").json
    assert (tried["rows"], tried["new"], tried["run"]) == (240, 240, None)
    assert command("learners").json == {"learners": []}

    first, again = command("import", roster).json, command("import", roster).json

    assert {"rows", "new", "updated", "skipped", "problems", "run"} <= first.keys()
    assert (first["new"], again["new"], again["updated"]) == (240, 0, 0)
    assert {"sheet", "row", "column", "code", "text"} <= first["problems"][0].keys()
    undone = command("import", "--undo", str(first["run"]))
    assert undone.code == 0
    assert command("learners").json == {"learners": []}
    assert command("import", "--undo", str(first["run"])).code == 1


def test_rows_that_need_a_person_are_mended_and_come_in(command: Command, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text(
        "ชื่อ - สกุล,วันเกิด,หมู่ที่\nนภา ไพรวัลย์งามดี,9/3/54,3\n,9/3/2554,4\nมานะ,2550,4\n",
        encoding="utf-8-sig",
    )
    problems = tmp_path / "problems.xlsx"

    first = command("import", roster, "--problems", problems).json
    assert (first["rows"], first["new"], first["skipped"]) == (3, 2, 1)

    import openpyxl

    book = openpyxl.load_workbook(problems)
    (sheet,) = book.worksheets
    assert sheet.max_row == 3
    sheet["B2"], sheet["A3"] = "9/3/2554", "พอคี"
    book.save(problems)
    second = command("import", problems).json

    assert (second["new"], second["updated"]) == (1, 1)
    births = {row["given"]: row["birth"] for row in command("learners").json["learners"]}
    assert births == {"นภา": "2011-03-09", "มานะ": "2007", "พอคี": "2011-03-09"}


@pytest.mark.parametrize("name", ["learners.xlsx", "learners.csv"])
def test_an_export_comes_back_without_a_change(command: Command, tmp_path: Path, name: str) -> None:
    command("import", SAMPLES / "roster-school-60.xlsx")
    exported = command("export", "learners", tmp_path / name).json
    assert (exported["rows"], exported["kept_in"]) == (60, 0)

    back = command("import", tmp_path / name).json

    assert (back["rows"], back["new"], back["updated"]) == (60, 0, 0)


def test_a_torn_list_is_asked_about_by_command(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLES / "roster-school-60.xlsx")
    command("export", "learners", tmp_path / "x.xlsx")

    def sort(sheet: Sheet) -> None:
        sheet.sort(lambda part: crc32(str(part).encode()), 2, len(sheet.headings))

    tried = command("import", by_clerk(tmp_path / "x.xlsx", sort), "--dry-run").json
    assert (tried["rows"], tried["new"], tried["updated"]) == (60, 0, 0)
    assert tried["asked"] == tried["skipped"] > 50
    assert tried["problems"][0]["code"] == "sheet_sorted_in_part"


def test_a_list_for_many_hands_is_written_by_command(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    assert command("export", "learners", out, "--without-numbers").code == 0
    assert "เลขประจำตัวประชาชน" not in out.read_text(encoding="utf-8-sig")
    assert command("export", "learners", out, "--columns", "nickname,birth").code == 0
    head = out.read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith('"รหัสผู้เรียนรู้","คำนำหน้า","ชื่อ","นามสกุล","ชื่อเล่น","วันเกิด"')
    assert command("export", "learners", out, "--columns", "salary").code == 1
    assert command("export", "partners", out, "--village", "3").code == 1


def test_plans_print_for_a_village_with_or_without_a_plan(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLES / "roster-plain-30.csv")
    code = command("learners", "--limit", "1").json["learners"][0]["code"]

    one = command("print", "plan", code, tmp_path / "one.pdf")
    village = command("print", "plans", "--village", "3", tmp_path / "village.pdf")
    form = command("print", "form", "plan", tmp_path / "form.pdf")
    summary = command("report", "tambon", tmp_path / "summary.pdf")

    assert [each.code for each in (one, village, form, summary)] == [0, 0, 0, 0]
    assert village.json["begun"] > 0
    for path in tmp_path.glob("*.pdf"):
        assert path.read_bytes().startswith(b"%PDF")
    assert command("print", "plans", "--village", "99", tmp_path / "no.pdf").code == 1
    assert command("print", "form", "ไม่มี", tmp_path / "no.pdf").code == 1
    assert not (tmp_path / "no.pdf").exists()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_papers_by_command_look_as_they_are_asked_to(command: Command, tmp_path: Path) -> None:
    from tests.reports.paper_reader import poppler_text

    command("import", SAMPLES / "roster-plain-30.csv")
    looks: dict[str, tuple[list[str], str, str]] = {
        "masked": (["report", "tambon"], "<5", ""),
        "exact": (["report", "tambon", "--exact"], "หมู่", "<5"),
        "english": (["report", "tambon", "--language", "en"], "Tambon summary", "สรุปข้อมูล"),
        "thai": (["report", "tambon", "--thai-digits"], "๓๐", ""),
        "village": (["print", "register", "--by-village"], "รวมทั้งหมด 30 คน", ""),
        "form": (["print", "form", "survey", "--language", "en"], "Survey and home visit", ""),
    }
    for name, (words, there, gone) in looks.items():
        path = tmp_path / f"{name}.pdf"
        assert command(*words, path).code == 0
        text = poppler_text(path)
        assert there in text, name
        assert not gone or gone not in text, name


def test_print_form_tells_its_names(command: Command, tmp_path: Path) -> None:
    usage = command("print", "form", "--help", text=True).out
    refused = command("print", "form", "ไม่มี", tmp_path / "a.pdf").err
    missing = command("print", "form", text=True)
    assert missing.code == 2
    for name, (thai, _) in FORMS.items():
        assert name in missing.err
        assert name in refused
        assert name in usage
        assert thai.split()[0] in usage


def test_letters_without_a_typeface_are_told_and_then_printed_as_boxes(
    command: Command, tmp_path: Path
) -> None:
    code = command("learner", "add", "given=नेपाल", "surname=ປີໃໝ່").json["code"]
    for paper in (["plan", code], ["register"], ["person", code]):
        done = command("print", *paper, tmp_path / "paper.pdf")
        assert done.code == 0
        assert "नेपाल" in done.err
        assert "U+0928" in done.err
        assert "ປ (U+" not in done.err
        assert done.json["pages"] >= 1


@pytest.mark.parametrize("passcode", ["1234", "123456", "480913", "password"])
def test_init_has_the_rule_for_passcodes(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passcode: str
) -> None:
    monkeypatch.setenv(PASSCODE_NAME, passcode)
    where = tmp_path / "new"

    done = command("init", "--centre", "ก", "--tambon", "580604", "--user", "ครู", data=where)

    assert done.code == 1
    assert not (where / "centre.keys").exists()


def test_init_with_the_sample_centre(command: Command, tmp_path: Path) -> None:
    where = tmp_path / "demo"

    made = command(
        "init", "--centre", "ศูนย์ตัวอย่าง", "--tambon", "580604", "--user", "ครู", "--demo", data=where
    )

    assert made.code == 0
    rows = command("learners", data=where).json["learners"]
    assert len(rows) == 60
    assert len({row["village"] for row in rows}) >= 5
    assert {"active", "draft"} <= {row["plan_status"] for row in rows}
    status = command("status", data=where).json
    assert status["waiting"] > 60
    assert {"waiting", "last_sync", "receipt", "conflicts", "centre", "device"} <= status.keys()
    assert command("conflicts", data=where).json == {"conflicts": []}
    assert command("check", data=where).json["ok"]
    again = command("init", "--centre", "อื่น", "--tambon", "580604", "--user", "ครู", data=where)
    assert again.code == 1


def test_backup_restore_and_erase(command: Command, tmp_path: Path) -> None:
    kept = command("learner", "add", "given=มานะ").json
    gone = command("learner", "add", "given=ดาวเรือง").json
    backup = tmp_path / "backup.tambon"
    made = command("backup", backup).json
    assert made["learners"] == 2
    assert zipfile.is_zipfile(backup)
    assert command("backup", backup).code == 1

    assert command("erase", gone["code"], "--reason", "ขอให้ลบ").code == 0
    left = command("learners").json["learners"]
    assert [row["id"] for row in left] == [kept["id"]]
    assert command("learner", "show", gone["code"]).code == 1

    restored = command("restore", backup).json
    assert restored["learners"] == 2
    # Who was erased stays so, whatever copy is put back.
    assert [row["id"] for row in command("learners").json["learners"]] == [kept["id"]]
    assert Path(restored["kept"]).is_dir()


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"], ["learner"], ["learner", "show"], ["learner", "add", "no-equals-sign"],
        ["import"], ["print", "plans", "out.pdf"], ["learners", "--limit", "-1"],
        ["erase", "x"], ["conflicts", "resolve", "x", "ours"], ["init"],
        ["export", "secrets", "out.csv"], [],
    ],
)  # fmt: skip
def test_usage_errors_exit_2(command: Command, words: list[str]) -> None:
    done = command(*words)

    assert (done.code, done.out) == (2, "")
    assert "usage:" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["learner", "show", "ไม่มีคนนี้"],
        ["learner", "add", "surname=ไม่มีชื่อ"],
        ["learner", "add", "given=ก", "birth=32/13/54"],
        ["learner", "add", "given=ก", "colour=ฟ้า"],
        ["learner", "add", "given=ก", "groups=บินได้"],
        ["import", "no-such-file.xlsx"],
        ["import", "--undo", "99"],
        ["export", "learners", "out.docx"],
        ["restore", "no-such-file"],
        ["sync"],
        ["bundle", "export", "out.bundle"],
        ["bundle", "import", "no-such-file"],
        ["conflicts", "resolve", "00", "mine"],
        ["init", "--user", "ครู"],
    ],
)
def test_refusals_are_a_sentence_in_both_languages(command: Command, words: list[str]) -> None:
    done = command(*words)

    assert (done.code, done.out) == (1, "")
    thai, english = done.err.strip().splitlines()
    assert not thai.isascii()
    # A refusal without words of its own would show its code.
    assert "refused" not in english
    assert "{" not in done.err


def test_a_wrong_passcode_and_an_empty_folder_are_refused(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert command("learners", data=tmp_path / "empty").code == 1
    assert not (tmp_path / "empty").exists()
    monkeypatch.setenv(PASSCODE_NAME, "ไม่ใช่รหัสนี้")
    wrong = command("learners")
    assert (wrong.code, wrong.out) == (1, "")
    assert "The passcode is not right" in wrong.err
    monkeypatch.delenv(PASSCODE_NAME)
    assert command("learners").code == 1


def test_joining_needs_a_hub_and_leaves_nothing_without_one(
    command: Command, tmp_path: Path
) -> None:
    where = tmp_path / "joined"

    done = command("init", "--join", "http://hub.invalid", "ABC", "--user", "ครู", data=where)

    assert done.code == 1
    assert list(where.iterdir()) == []


def test_a_sample_that_finds_no_room_leaves_no_empty_centre(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise StorageError("disk_full")

    monkeypatch.setattr("desktop.services.sample.SampleService.load", full)
    where = tmp_path / "full"

    done = command(
        "init", "--centre", "ก", "--tambon", "580604", "--user", "ครู", "--demo", data=where
    )

    assert done.code == 1
    assert list(where.iterdir()) == []


def test_every_command_of_the_parser_is_answered() -> None:
    from desktop.cli.main import _COMMANDS

    def names(parser: object, path: str = "") -> set[str]:
        found: set[str] = set()
        for action in parser._actions:  # type: ignore[attr-defined]
            for inner in (
                (getattr(action, "choices", None) or {}).values()
                if hasattr(getattr(action, "choices", None), "values")
                else ()
            ):
                found.add(inner.get_default("command"))
                found |= names(inner)
        return found

    groups = {
        "hub", "learner", "print", "report", "bundle", "near", "consent", "recovery", "sheets",
    }  # fmt: skip
    assert names(build_parser()) - groups == set(_COMMANDS)


def test_backups_are_listed_and_looked_at_before_one_is_put_back(command: Command) -> None:
    command("learner", "add", "given=มานะ")
    kept = Path(command("backup").json["file"])
    command("learner", "add", "given=ดาวเรือง")

    [line] = command("backups").json["backups"]
    assert (line["file"], line["learners"]) == (str(kept), 1)
    seen = command("restore", kept, "--look").json
    assert (seen["learners"], seen["later"]["learners"]) == (1, 1)
    assert seen["later"]["unsent"] == {"learner": 1}
    assert command("check", "--quick").json["ok"]
    done = command("restore", kept, "--with-unsent").json
    assert (done["salvaged"], done["changes_lost"]) == (1, 0)
    assert len(command("learners").json["learners"]) == 2


def test_a_paper_is_a_command_by_its_declaration_alone(command: Command, tmp_path: Path) -> None:
    from desktop.cli.papers import PAPERS
    from desktop.cli.subjects import partners

    assert set(partners.PAPERS) <= set(PAPERS)
    assert len({paper.command for paper in PAPERS}) == len(PAPERS)
    command("record", "partner", "add", "name=กลุ่มทอผ้า")
    made = command("print", "partners", tmp_path / "partners.pdf").json
    assert (made["file"], made["pages"]) == (str(tmp_path / "partners.pdf"), 1)
    for paper in PAPERS:
        usage = command(*paper.command.split(), "--help").out
        assert "OUT.pdf" in usage
        assert "--thai-digits" in usage
