"""The manual: links lead somewhere, pictures are there and light, words in bold are on a screen."""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from desktop.cli.parser import build_parser
from desktop.keys.rules import LEAST, LEAST_FIGURES

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "docs" / "manual"
CONTENTS = MANUAL / "README.md"
PAGES = sorted(MANUAL.glob("*.md"))
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
# A template of almost nothing but placeholders would let every word through.
LEAST_LETTERS = 2
ALL_PICTURES_BYTES = 4_000_000


_BOOK = json.loads((ROOT / "resources" / "words" / "names.json").read_text("utf-8"))["kinds"]
_KINDS = {re.escape(words[way][0]) for words in _BOOK.values() for way in ("one", "many")}
PLACEHOLDERS = {"%n": r"[\d,]+", "{what}": f"(?:{'|'.join(sorted(_KINDS))})"}
"""What stands there; "what" is the name of a kind."""


def prose(page: Path) -> str:
    """The page without its code."""
    return CODE.sub("", page.read_text("utf-8"))


def links(page: Path) -> list[tuple[bool, str]]:
    """Whether it is a picture, and where it leads."""
    return [(bool(mark), target) for mark, target in LINK.findall(prose(page))]


def anchors(page: Path) -> set[str]:
    """The names of the headings, as GitHub makes them."""
    found = set()
    for line in CODE.sub("", page.read_text("utf-8")).splitlines():
        if line.startswith("#"):
            words = line.lstrip("#").strip().lower()
            # Letters, Thai vowels and tone marks stay; other signs go.
            kept = re.sub(r"[^\w\u0e00-\u0e7f\- ]", "", words)
            found.add(kept.replace(" ", "-"))
    return found


def strings_in(value: object) -> Iterator[str]:
    """Every text in a book of words, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)


@cache
def on_screen() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every text of the screens and code lists: the plain ones, and templates as patterns."""
    texts: set[str] = set()
    sources = [*(ROOT / "desktop" / "ui").rglob("*.py"), ROOT / "sync" / "hub" / "words.py"]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    for vocabulary in (ROOT / "resources" / "vocabularies").glob("*.json"):
        texts.update(term["th"] for term in json.loads(vocabulary.read_text("utf-8"))["terms"])
    for book in (ROOT / "resources" / "words").glob("*.json"):
        texts.update(strings_in(json.loads(book.read_text("utf-8"))))
    templates = []
    for text in texts:
        bare = re.sub(r"\{\w+\}|%n", "", text)
        if bare != text and sum(letter.isalpha() for letter in bare) >= LEAST_LETTERS:
            parts = re.split(r"(\{\w+\}|%n)", text)
            pattern = "".join(
                PLACEHOLDERS.get(part, ".+") if place % 2 else re.escape(part)
                for place, part in enumerate(parts)
            )
            templates.append(re.compile(pattern))
    return frozenset(texts), tuple(templates)


def is_on_screen(words: str) -> bool:
    """Whether a person can see exactly these words somewhere in the program."""
    texts, templates = on_screen()
    return words in texts or any(template.fullmatch(words) for template in templates)


def test_every_page_is_in_the_contents() -> None:
    listed = {target for _, target in links(CONTENTS)}
    pages = {page.name for page in PAGES if page != CONTENTS}
    assert pages == {target for target in listed if "/" not in target}


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_links_and_pictures_are_there(page: Path) -> None:
    lost = []
    for picture, target in links(page):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.is_file():
            lost.append(target)
        elif picture:
            with Image.open(there) as image:
                image.verify()
        elif anchor and there.suffix == ".md" and anchor not in anchors(there):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_bold_words_are_on_a_screen(page: Path) -> None:
    unknown = [words for words in BOLD.findall(prose(page)) if not is_on_screen(words)]
    assert unknown == []


def test_words_that_are_nowhere_are_noticed() -> None:
    assert is_on_screen("เพิ่มผู้เรียนรู้")
    assert not is_on_screen("ผู้เรียนรู้ด่วนพิเศษ")
    assert not is_on_screen("ปุ่มที่ไม่มี")


def commands() -> list[str]:
    """The commands that the page for technicians tells, with what is optional in them."""
    rows = (MANUAL / "19-commands.md").read_text("utf-8").splitlines()
    first = [re.match(r"\| `([^`]+)`", row) for row in rows]
    return [found[1] for found in first if found and "…" not in found[1]]


@pytest.mark.parametrize("command", commands())
def test_commands_are_understood(command: str) -> None:
    words = shlex.split(command.replace("[", "").replace("]", ""), posix=False)
    build_parser().parse_args([word.strip('"') for word in words])


def test_the_rule_for_passcodes_is_the_programs() -> None:
    page = (MANUAL / "02-first-run.md").read_text("utf-8")
    assert f"อย่างน้อย {LEAST} ตัว (ตัวเลขล้วนอย่างน้อย {LEAST_FIGURES} ตัว)" in page


def test_roles_are_named_as_on_screen() -> None:
    terms = json.loads(
        (ROOT / "resources" / "vocabularies" / "user_roles.json").read_text("utf-8")
    )["terms"]
    roles = [f"**{term['th']}**" for term in terms]
    for name in ("15-settings.md", "22-rights.md"):
        rows = (MANUAL / name).read_text("utf-8").splitlines()
        first = [row.split("|")[1].strip() for row in rows if row.startswith("| **")]
        assert [role for role in roles if role not in first] == [], name


def test_the_pages_follow_one_another() -> None:
    """Numbers without a gap, as in the contents and in each heading; each leads on and back."""
    pages = [page for page in PAGES if page != CONTENTS]
    contents = [target for picture, target in links(CONTENTS) if target[:2].isdecimal()]
    assert sorted(contents) == [page.name for page in pages]
    for place, page in enumerate(pages, 1):
        assert page.name.startswith(f"{place:02}-")
        assert page.read_text("utf-8").startswith(f"# {place}. ")
        around = [pages[at - 1].name for at in (place - 1, place + 1) if 1 <= at <= len(pages)]
        foot = page.read_text("utf-8").rpartition("\n---\n")[2]
        led = [target for _words, target in LINK.findall(foot)]
        assert [target for target in led if target != "README.md"] == around, page.name
        assert "README.md" in led


def test_every_picture_is_used() -> None:
    used = {
        (page.parent / target).resolve()
        for page in PAGES
        for picture, target in links(page)
        if picture
    }
    assert {path.resolve() for path in (MANUAL / "pictures").glob("*")} == used


def test_pictures_are_light() -> None:
    sizes = [path.stat().st_size for path in (MANUAL / "pictures").glob("*.png")]
    assert 0 < sum(sizes) < ALL_PICTURES_BYTES
