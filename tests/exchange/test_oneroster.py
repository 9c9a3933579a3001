"""The package is as the binding says, and what the binding does not know is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from desktop.exchange.oneroster import package
from tests.exchange.oneroster_binding import faults

ORG = {"sourcedId": "a1", "name": "ศูนย์ตัวอย่าง", "type": "school"}
USER = {
    "sourcedId": "u1", "enabledUser": "true", "username": "u1", "givenName": "ดาว,เรือง",
    "familyName": 'ใจ"ดี', "primaryOrgSourcedId": "a1",
}  # fmt: skip
ROLE = {
    "sourcedId": "r1", "userSourcedId": "u1", "roleType": "primary", "role": "student",
    "orgSourcedId": "a1",
}  # fmt: skip


def test_a_small_package_is_word_for_word_this() -> None:
    made = package({"orgs": [ORG], "users": [USER], "roles": [ROLE]}, "Tambon Rianru")

    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert sorted(packed.namelist()) == ["manifest.csv", "orgs.csv", "roles.csv", "users.csv"]
        assert packed.read("orgs.csv").decode() == (
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n"
            "a1,,,ศูนย์ตัวอย่าง,school,,\r\n"
        )
        assert '"ดาว,เรือง","ใจ""ดี"' in packed.read("users.csv").decode()
        assert "file.courses,absent\r\n" in packed.read("manifest.csv").decode()
    assert faults(made) == []


def test_a_line_break_in_a_value_becomes_a_blank() -> None:
    made = package({"orgs": [{**ORG, "name": "ศูนย์\r\nตัวอย่าง"}]}, "Tambon Rianru")
    assert faults(made) == []
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert "ศูนย์ ตัวอย่าง" in packed.read("orgs.csv").decode()


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("orgs", {**ORG, "type": "School"}),
        ("orgs", {**ORG, "Name": "x"}),
        ("roles", {**ROLE, "role": "learner"}),
        ("users", {**USER, "enabledUser": ""}),
        ("people", {}),
    ],
)
def test_what_the_binding_does_not_know_is_refused(name: str, row: Mapping[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no such|has no|cannot be"):
        package({name: [row]}, "Tambon Rianru")


def test_the_check_finds_what_is_wrong() -> None:
    made = package({"orgs": [ORG], "roles": [{**ROLE, "orgSourcedId": "b2"}]}, "Tambon Rianru")
    assert faults(made) == ["roles.userSourcedId leads nowhere", "roles.orgSourcedId leads nowhere"]
