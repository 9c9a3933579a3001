"""The hub's commands refuse in words, name the database they make, and find centres."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from resources.version import VERSION
from sync.hub.__main__ import main
from tests.sync.hub_process import hub_json, run_hub


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to give commands in, with nothing set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TAMBON_HUB_DATABASE", raising=False)
    return tmp_path


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    """The Thai and the English line of a command that is refused."""
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert not said.out
    thai, english = said.err.strip().splitlines()
    assert any("ก" <= letter <= "๛" for letter in thai)
    return thai, english


def test_no_database_is_made_where_none_was_named(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["devices"], ["serve"], ["centre", "add", "--name", "ก", "--tambon", "580604"]):
        assert "TAMBON_HUB_DATABASE" in _refused(capsys, *words)[1]
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite:///typo.db", "typo.db"),
        ("sqlite://", "no file"),
        ("hub.db", "sqlite:////srv"),
        ("mysql://root@localhost/hub", "mysql"),
        ("postgresql://tambon:secret@127.0.0.1:1/hub", "127.0.0.1"),
    ],
)
def test_a_database_that_cannot_be_opened_is_told_in_words(
    place: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    words: str,
) -> None:
    monkeypatch.setenv("TAMBON_HUB_KEYS", "hub.keys")
    thai, english = _refused(capsys, "--database", url, "devices")
    assert words in english
    assert "secret" not in thai + english
    assert list(place.iterdir()) == []


def test_a_file_that_is_no_database_is_told_in_words(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "roster.db").write_bytes(b"no database at all " * 100)
    english = _refused(capsys, "--database", "sqlite:///roster.db", "devices")[1]
    assert str(Path("roster.keys")) in english
    assert [path.name for path in place.iterdir()] == ["roster.db"]


def test_postgresql_asks_for_the_name_of_a_key_file(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "postgresql://tambon@127.0.0.1:1/hub"
    assert "TAMBON_HUB_KEYS" in _refused(capsys, "--database", url, "devices")[1]


def test_a_folder_that_is_missing_is_named(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["centre", "add", "--name", "ก", "--tambon", "580604"]
    english = _refused(capsys, "--database", "sqlite:///there/hub.db", *words)[1]
    assert str(place / "there") in english


def test_a_new_database_is_named_once(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--database", "sqlite:///hub.db", "centre", "add", "--name", "ก", "--tambon", "580604"]
    assert main(words) == 0
    assert str(place / "hub.db") in capsys.readouterr().err
    assert main(words) == 0
    assert capsys.readouterr().err == ""


def test_centres_are_listed_and_found_by_name(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"

    def added(name: str) -> str:
        made: dict[str, str] = hub_json(
            database, "centre", "add", "--name", name, "--tambon", "580604"
        )
        return made["centre"]

    first, second, _third = added("แม่สวด"), added("ขุนยวม"), added("ขุนยวม")
    lines = hub_json(database, "centre", "list")["centres"]
    listed = {(each["centre"], each["name"]) for each in lines}
    assert {(first, "แม่สวด"), (second, "ขุนยวม")} < listed
    shown = run_hub(database, "centre", "list").stdout
    assert f"{first}  580604  แม่สวด" in shown
    for called in (first, "แม่สวด", second):
        assert hub_json(database, "enrol-code", called)["code"]
    assert "centre list" in run_hub(database, "enrol-code", "ขุนยวม").stderr
    assert "centre list" in run_hub(database, "enrol-code", "ไม่มี").stderr


def test_a_port_in_use_is_told_in_words(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["--database", "sqlite:///hub.db", "serve", "--port", port]) == 1
    assert f"Port {port} is in use" in capsys.readouterr().err


def test_a_certificate_that_is_none_is_told_in_words(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "hub.pem").write_text("-----BEGIN NOTHING-----\n")
    words = ["--database", "sqlite:///hub.db", "serve", "--port", "0", "--certificate", "hub.pem"]
    assert main([*words, "--certificate-key", "hub.pem"]) == 1
    assert "authority make" in capsys.readouterr().err
    assert main([*words[:-1], "not-there.pem"]) == 1
    assert "no file not-there.pem" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == f"tambon-hub {VERSION}"
