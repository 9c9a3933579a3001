"""Every error that can be made has a sentence in both languages, whole and filled."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import desktop
import resources
import sync
from desktop.errors import Cancelled, StorageError, UserError
from desktop.models.text import normalise
from desktop.services.sync.service import in_words
from desktop.wording import command_sentence, sentence
from resources.words import errors
from sync.errors import Rejected
from sync.protocol import Code
from tests.error_codes import Made, error_codes, package_sources

LANGUAGES = ("th", "en")
PROTOCOL = {name: value for name, value in vars(Code).items() if name.isupper()}
GENERAL = {"cancelled", "general_fault", "general_refused", "general_storage", "general_wait"}

FOUND = error_codes(
    package_sources(*(Path(str(each.__file__)).parent for each in (desktop, sync, resources))),
    PROTOCOL,
)
# What the hub says to a laptop only, in an answer; no command meets it.
_ON_THE_WIRE = {
    "bad_code", "busy", "device_taken", "hub_failed", "kind_changed",
    "too_many_tries", "adopted_elsewhere", "damaged_attachment", "incomplete_attachment",
}  # fmt: skip
# Of hubs of a version before, which may still say it to a laptop of today.
_OF_OLDER_HUBS = {"hub_copied_laptop"}
_OF_LAPTOPS = ("desktop/", "sync/address.py", "sync/client.py", "sync/connection.py",
               "sync/engine.py", "sync/identity.py", "sync/joining.py", "sync/near/")  # fmt: skip
OWN = [each for each in FOUND.made if each.cls in ("TambonError", "UserError", "StorageError")]
THEIRS = [each for each in FOUND.made if each not in OWN and each.cls != "WrongWords"]


def test_every_code_is_told_from_the_source() -> None:
    # Read off the wire: the codes of the protocol, which are asked for below.
    assert {each.split(":")[0] for each in FOUND.unknown} == {"sync/client.py"}
    assert FOUND.prefixes == {"hub_"}
    codes = {each.code for each in FOUND.made}
    assert len(codes) > 150
    assert codes >= {"wrong_passcode", "revoked", "disk_full", "stick_tampered", "file_is_pdf"}


def test_every_error_is_told_in_both_languages() -> None:
    assert len(OWN) > 300
    for made in OWN:
        _is_told(made)


def test_what_sync_refuses_is_told_at_the_laptop() -> None:
    for code in set(PROTOCOL.values()) | {each.code for each in THEIRS if _reaches_laptops(each)}:
        for language in LANGUAGES:
            assert errors.sentence(f"hub_{code}", {}, language), code


def test_what_a_command_of_the_hub_refuses_is_told_to_its_staff() -> None:
    told = [each for each in THEIRS if each.code not in _ON_THE_WIRE and not _of_laptops(each)]
    assert {"unknown_centre", "bad_signature", "port_taken"} <= {each.code for each in told}
    for made in told:
        given = dict.fromkeys(made.values or (), "x")
        for language in LANGUAGES:
            said = errors.hub_sentence(made.code, given, language)
            assert said != errors.hub_sentence("of_tomorrow", {}, language).replace(
                "of_tomorrow", made.code
            ), f"{made.code} {made.place}"
    assert "of_tomorrow" in errors.hub_sentence("of_tomorrow", {}, "th")


def test_what_is_wrong_with_recovery_words_is_told() -> None:
    made = [each for each in FOUND.made if each.cls == "WrongWords"]
    assert {each.code for each in made} > {"recovery_words_count", "recovery_word_wrong"}
    for each in made:
        _is_told(each)


def test_the_book_holds_no_sentence_for_an_error_that_is_never_made() -> None:
    book, theirs = _book(), {each.code for each in THEIRS}
    at_laptops = {f"hub_{code}" for code in theirs | set(PROTOCOL.values())}

    made = at_laptops | {each.code for each in OWN} | GENERAL | _OF_OLDER_HUBS
    assert set(book["sentences"]) - made == {
        each.code for each in FOUND.made if each.cls == "WrongWords"
    }
    assert set(book["hub"]) - theirs == {"general_refused"}
    assert set(book["commands"]) <= set(book["sentences"])


def test_sentences_are_whole_in_thai_and_plain_in_english() -> None:
    for part, words in _book().items():
        for code, (thai, english) in words.items():
            assert normalise(thai) == thai, code
            assert thai.strip() == thai != "", code
            assert english.replace("“", '"').replace("”", '"').isascii() or "ชื่อ" in english, code
            assert re.findall(r"\{\w+\}", thai) == re.findall(r"\{\w+\}", english), code
            if part == "sentences":
                assert english.endswith((".", "}")), code
            assert not thai.endswith("."), code


def test_a_sentence_is_never_said_with_a_gap() -> None:
    assert errors.sentence("passcode_too_short", {}, "th") == ""
    for language in LANGUAGES:
        said = sentence(UserError("passcode_too_short"), language)
        assert "passcode_too_short" in said
        assert "{" not in said
        assert "8" in sentence(UserError("passcode_too_short", least=8), language)


def test_how_long_to_wait_is_told_in_minutes() -> None:
    for code in ("too_much", "too_many_tries"):
        slowed = in_words(Rejected(code, wait_s=61))
        assert sentence(slowed, "th").endswith("ลองใหม่ได้ในอีก 2 นาที")
        assert sentence(slowed, "en").endswith("Try again in 2 min.")
        assert command_sentence(slowed).count("2") == 2
        assert "นาที" not in sentence(in_words(Rejected(code)), "th")
    assert sentence(UserError("never_heard_of", wait_s=60), "en").endswith("in 1 min.")


def test_a_value_is_not_read_as_a_gap() -> None:
    assert "{field}" in sentence(UserError("bad_amount", field="hours", value="{field}"), "th")


def test_fields_are_said_by_their_names_and_as_typed_on_the_command_line() -> None:
    error = UserError("bad_yes_no", field="interpreter_needed", value="x")
    missing = UserError("field_missing", field="name", kind="village")

    assert "ต้องมีล่าม (interpreter_needed)" in command_sentence(error)
    assert "Needs an interpreter (interpreter_needed)" in command_sentence(error)
    assert "ชื่อหมู่บ้าน" in sentence(missing, "th")
    assert "“shoe_size”" in sentence(UserError("unknown_field", field="shoe_size"), "en")


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (UserError("never_heard_of"), "never_heard_of"),
        (StorageError("odd_disk"), "odd_disk"),
        (ZeroDivisionError("secret name"), "ZeroDivisionError"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_error_is_told_honestly(error: Exception, named: str, language: str) -> None:
    assert named in sentence(error, language)
    assert "secret name" not in sentence(error, language)
    assert "{" not in sentence(error, language)


def test_a_stop_is_no_failure() -> None:
    assert "หยุด" in sentence(Cancelled(), "th")
    assert "Stopped" in sentence(Cancelled(), "en")


_SAMPLE = """
class Own(UserError):
    pass

_TABLE = {"a": "from_table"}
_ROWS = ((b"x", "from_row"), (b"y", "from_other_row"))

def work(error, name, told):
    raise UserError("plain", name=name)
    raise Own("of_subclass")
    raise errors.StorageError("if_so" if told else "if_not", **told)
    raise UserError(_TABLE[error.code])
    raise Rejected(Code.REVOKED)
    raise UserError(f"hub_{error.code}")
    raise UserError(error.code)
    code = "bound" if told else "other"
    if told:
        code = "bound_again"
    raise UserError(code)

def rows():
    for magic, found in _ROWS:
        raise UserError(found)

def unknown(code, told):
    raise UserError(code)
    raise StorageError(told.get("error"))
    raise UserError(f"{told}_{code}")
"""
_CLASSES = """
class TambonError(Exception): ...
class UserError(TambonError): ...
class StorageError(TambonError): ...
class SyncError(Exception): ...
class Rejected(SyncError): ...
"""


def test_the_look_through_the_source_passes_nothing_over() -> None:
    found = error_codes({"sample.py": _SAMPLE, "classes.py": _CLASSES}, {"REVOKED": "revoked"})

    made = {each.code: each for each in found.made}
    assert set(made) == {
        "plain", "of_subclass", "if_so", "if_not", "from_table", "from_row", "from_other_row",
        "revoked", "bound", "bound_again", "other",
    }  # fmt: skip
    assert made["plain"].values == frozenset({"name"})
    assert made["if_so"].values is None
    assert found.prefixes == {"hub_"}
    assert len(found.unknown) == 3


def _is_told(made: Made) -> None:
    given = _filling(made.code) if made.values is None else dict.fromkeys(made.values, "x")
    for language in LANGUAGES:
        assert errors.sentence(made.code, given, language), f"{made.code} {made.place}"


def _of_laptops(made: Made) -> bool:
    return made.place.startswith(_OF_LAPTOPS)


def _reaches_laptops(made: Made) -> bool:
    """Whether a laptop meets it by its code; the other classes have sentences of their own."""
    by_code = made.cls == "Rejected" or (made.cls == "Offline" and made.code != "offline")
    return by_code and (
        _of_laptops(made) or not made.place.startswith(("sync/hub/", "sync/authority.py"))
    )


def _filling(code: str) -> dict[str, str]:
    return dict.fromkeys(re.findall(r"\{(\w+)\}", str(_book()["sentences"].get(code))), "x")


def _book() -> dict[str, dict[str, list[str]]]:
    text = files("resources").joinpath("words", "errors.json").read_text("utf-8")
    found: dict[str, dict[str, list[str]]] = json.loads(text)
    return found
