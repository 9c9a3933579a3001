"""Whose work is shipped with the program or needed to run it, by licence; NOTICE says it whole."""

from __future__ import annotations

from typing import Final

LIBRARIES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "MIT",
        (
            "alembic", "anyio", "argon2-cffi", "argon2-cffi-bindings", "cffi", "charset-normalizer",
            "et-xmlfile", "h11", "mako", "openpyxl", "pillow", "rapidfuzz", "sqlalchemy",
        ),
    ),
    (
        "BSD",
        (
            "click", "idna", "lxml", "markupsafe", "msgspec", "pi-heif", "pycparser", "reportlab",
            "segno", "starlette", "uvicorn", "zstandard",
        ),
    ),
    ("Apache-2.0", ("cryptography", "pypdfium2", "tzdata", "uharfbuzz", "zxing-cpp")),
    ("PSF-2.0", ("defusedxml", "typing-extensions")),
    ("zlib", ("sqlcipher3",)),
    ("MPL-2.0", ("certifi",)),
    ("LGPL-3.0", ("psycopg", "psycopg-binary", "pyside6-essentials", "shiboken6")),
)  # fmt: skip
"""Every library of `requirements.lock`."""

WORKS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("OFL-1.1", ("Sarabun (Cadson Demak)", "Noto Sans", "Noto Emoji", "Noto Sans Symbols 2")),
    ("LGPL-3.0", ("Qt", "libheif", "libde265")),
    ("ISC", ("Lucide",)),
    ("BSD", ("SQLCipher",)),
    ("Apache-2.0", ("OpenSSL",)),
    ("CC0 1.0", ("PyThaiNLP",)),
    ("CC BY 4.0", ("GeoThai",)),
)
"""What lies in `resources`, and what libraries carry inside."""
