"""The tables of the OneRoster 1.2 CSV binding, and a check of a package against them.

Written from the binding, apart from what exports: nothing here is imported by it or from it.
Of each column: its name, `!` where a value is required, and what it holds.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

_TABLES = """
academicSessions: sourcedId! status dateLastModified title! type!=gradingPeriod|semester|schoolYear|term
  startDate!@date endDate!@date parentSourcedId>academicSessions schoolYear!@year
classes: sourcedId! status dateLastModified title! grades courseSourcedId!>courses classCode
  classType!=homeroom|scheduled location schoolSourcedId!>orgs termSourcedIds!>academicSessions subjects
  subjectCodes periods
courses: sourcedId! status dateLastModified schoolYearSourcedId>academicSessions title! courseCode grades
  orgSourcedId!>orgs subjects subjectCodes
enrollments: sourcedId! status dateLastModified classSourcedId!>classes schoolSourcedId!>orgs
  userSourcedId!>users role!=administrator|proctor|student|teacher primary=true|false beginDate@date
  endDate@date
orgs: sourcedId! status dateLastModified name! type!=department|school|district|local|state|national
  identifier parentSourcedId>orgs
roles: sourcedId! status dateLastModified userSourcedId!>users roleType!=primary|secondary
  role!=aide|counselor|districtAdministrator|guardian|parent|principal|proctor|relative|siteAdministrator|student|systemAdministrator|teacher
  beginDate@date endDate@date orgSourcedId!>orgs userProfileSourcedId
users: sourcedId! status dateLastModified enabledUser!=true|false username! userIds givenName! familyName!
  middleName identifier email sms phone agentSourcedIds>users grades password userMasterIdentifier
  resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName
  primaryOrgSourcedId>orgs pronouns
"""  # noqa: E501
_MANIFEST = """
manifest.version=1.0 oneroster.version=1.2 file.academicSessions file.categories file.classes
file.classResources file.courses file.courseResources file.demographics file.enrollments
file.lineItemLearningObjectiveIds file.lineItems file.lineItemScoreScales file.orgs file.resources
file.resultLearningObjectiveIds file.results file.resultScoreScales file.roles file.scoreScales
file.userProfiles file.userResources file.users source.systemName source.systemCode
"""
_COLUMN = re.compile(
    r"(?P<name>\w+)(?P<must>!?)(?:=(?P<words>[\w|]+)|@(?P<form>\w+)|>(?P<to>\w+))?"
)


def tables() -> dict[str, list[re.Match[str]]]:
    """The columns of each file, in order."""
    found: dict[str, list[re.Match[str]]] = {}
    name = ""
    for word in _TABLES.split():
        if word.endswith(":"):
            name = word[:-1]
            found[name] = []
        else:
            match = _COLUMN.fullmatch(word)
            assert match is not None, word
            found[name].append(match)
    return found


def faults(content: bytes) -> list[str]:
    """What is wrong with a package, in words; nothing where it is as the binding says."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    found = [
        f"{name} begins with a mark" for name, each in files.items() if each[:3] == b"\xef\xbb\xbf"
    ]
    lines = {
        name.removesuffix(".csv"): list(csv.reader(io.StringIO(each.decode("utf-8"), newline="")))
        for name, each in files.items()
    }
    found += _manifest_faults(lines)
    ids = {name: {row[0] for row in rows[1:]} for name, rows in lines.items() if rows}
    for name, columns in tables().items():
        if name in lines:
            found += _file_faults(name, columns, lines[name], ids)
    return found


def _manifest_faults(lines: dict[str, list[list[str]]]) -> list[str]:
    rows = lines.get("manifest", [])
    if not rows or rows[0] != ["propertyName", "value"]:
        return ["the manifest has not its header"]
    said = {row[0]: row[1] for row in rows[1:]}
    found = []
    for word in _MANIFEST.split():
        name, _equals, value = word.partition("=")
        if name not in said:
            found.append(f"the manifest says nothing of {name}")
        elif value and said[name] != value:
            found.append(f"{name} is {said[name]}")
        elif name.startswith("file."):
            there = name.removeprefix("file.") in lines
            if said[name] != ("bulk" if there else "absent"):
                found.append(f"{name} is {said[name]}")
    known = {word.partition("=")[0] for word in _MANIFEST.split()}
    return found + [f"the manifest knows {name}" for name in said if name not in known]


def _file_faults(
    name: str, columns: list[re.Match[str]], lines: list[list[str]], ids: dict[str, set[str]]
) -> list[str]:
    found = []
    if lines[0] != [each["name"] for each in columns]:
        found.append(f"{name} has the header {','.join(lines[0])}")
    if len(lines) < 2:
        found.append(f"{name} has no rows")
    if len(ids[name]) != len(lines) - 1:
        found.append(f"{name} has an id twice")
    for row in lines[1:]:
        for column, value in zip(columns, row, strict=True):
            fault = _fault(column, value, ids)
            if fault:
                found.append(f"{name}.{column['name']} {fault}")
    return found


def _fault(column: re.Match[str], value: str, ids: dict[str, set[str]]) -> str:
    if not value:
        return "is empty" if column["must"] else ""
    if "\n" in value or "\r" in value:
        return "breaks its line"
    if column["words"] and value not in column["words"].split("|"):
        return f"cannot be {value}"
    if column["form"] == "date":
        date.fromisoformat(value)
        return "" if len(value) == 10 else f"is no day: {value}"
    if column["form"] == "year" and not re.fullmatch(r"\d{4}", value):
        return f"is no year: {value}"
    if column["to"] and not set(value.split(",")) <= ids.get(column["to"], set()):
        return "leads nowhere"
    return ""
