"""A OneRoster 1.2 package of CSV files: headers, words of lists and the manifest, checked.

Written as the CSV binding says: UTF-8 without a mark at the beginning, the headers in their case
and order, no line breaks in a value, no file without a row, everything in bulk.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

from desktop.models.text import normalise

Row = Mapping[str, str]

_COMMON: Final = ("sourcedId", "status", "dateLastModified")
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "academicSessions": (
        *_COMMON, "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear",
    ),
    "classes": (
        *_COMMON, "title", "grades", "courseSourcedId", "classCode", "classType", "location",
        "schoolSourcedId", "termSourcedIds", "subjects", "subjectCodes", "periods",
    ),
    "courses": (
        *_COMMON, "schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId",
        "subjects", "subjectCodes",
    ),
    "enrollments": (
        *_COMMON, "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary",
        "beginDate", "endDate",
    ),
    "orgs": (*_COMMON, "name", "type", "identifier", "parentSourcedId"),
    "roles": (
        *_COMMON, "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId",
        "userProfileSourcedId",
    ),
    "users": (
        *_COMMON, "enabledUser", "username", "userIds", "givenName", "familyName", "middleName",
        "identifier", "email", "sms", "phone", "agentSourcedIds", "grades", "password",
        "userMasterIdentifier", "resourceSourcedIds", "preferredGivenName", "preferredMiddleName",
        "preferredFamilyName", "primaryOrgSourcedId", "pronouns",
    ),
}  # fmt: skip
"""The files that are written, and their headers."""

_FILES: Final = (
    "academicSessions", "categories", "classes", "classResources", "courses", "courseResources",
    "demographics", "enrollments", "lineItemLearningObjectiveIds", "lineItems",
    "lineItemScoreScales", "orgs", "resources", "resultLearningObjectiveIds", "results",
    "resultScoreScales", "roles", "scoreScales", "userProfiles", "userResources", "users",
)  # fmt: skip

_WORDS: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("academicSessions", "type"): frozenset({"gradingPeriod", "semester", "schoolYear", "term"}),
    ("classes", "classType"): frozenset({"homeroom", "scheduled"}),
    ("enrollments", "role"): frozenset({"administrator", "proctor", "student", "teacher"}),
    ("enrollments", "primary"): frozenset({"true", "false"}),
    ("orgs", "type"): frozenset({"department", "school", "district", "local", "state", "national"}),
    ("roles", "roleType"): frozenset({"primary", "secondary"}),
    ("roles", "role"): frozenset(
        {
            "aide", "counselor", "districtAdministrator", "guardian", "parent", "principal",
            "proctor", "relative", "siteAdministrator", "student", "systemAdministrator", "teacher",
        }
    ),
    ("users", "enabledUser"): frozenset({"true", "false"}),
}  # fmt: skip


def package(files: Mapping[str, Sequence[Row]], system: str) -> bytes:
    """Return the zip of these files with its manifest.

    Args:
        files: rows of the files of `COLUMNS`; what a row does not name stays empty. A file
            without rows is told as absent.
        system: what the package comes from.

    Raises:
        ValueError: a file, column or word of a list that the binding does not know.
    """
    unknown = set(files) - set(COLUMNS)
    if unknown:
        raise ValueError(f"no such file: {', '.join(sorted(unknown))}")
    manifest = [("manifest.version", "1.0"), ("oneroster.version", "1.2")]
    manifest += [(f"file.{name}", "bulk" if files.get(name) else "absent") for name in _FILES]
    manifest += [("source.systemName", system), ("source.systemCode", "")]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.csv", _csv([("propertyName", "value"), *manifest]))
        for name, columns in COLUMNS.items():
            if files.get(name):
                lines = [[_value(name, column, row) for column in columns] for row in files[name]]
                packed.writestr(f"{name}.csv", _csv([columns, *lines]))
    return made.getvalue()


def _value(name: str, column: str, row: Row) -> str:
    unknown = set(row) - set(COLUMNS[name])
    if unknown:
        raise ValueError(f"{name} has no {', '.join(sorted(unknown))}")
    value = " ".join(normalise(row.get(column, "")).split())
    words = _WORDS.get((name, column))
    if words is not None and value not in words and (value or column != "primary"):
        raise ValueError(f"{name}.{column} cannot be {value!r}")
    return value


def _csv(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8")
