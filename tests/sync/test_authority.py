"""The province's own authority: made by a command, pinned by laptops, nobody else believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way
from sync.authority import (
    AUTHORITY_KEY_FILE,
    SERVER_FILE,
    fingerprint,
    issue_server,
    last_certificate,
    make_authority,
    same_fingerprint,
    split_code,
)
from sync.client import enrol
from sync.errors import Malformed, Rejected
from sync.pinning import fetch_authority
from sync.protocol import EnrolRequest
from tests.sync.hub_process import HubProcess, hub_json, run_hub


class TlsHub(HubProcess):
    """A hub over TLS, with the certificates of a folder."""

    def __init__(self, database: str, folder: Path) -> None:
        super().__init__(database)
        self._more = (
            "--certificate", str(folder / "hub.pem"),
            "--certificate-key", str(folder / "hub-key.pem"),
        )  # fmt: skip

    def arguments(self) -> tuple[str, ...]:
        """More for `serve`."""
        return self._more


def test_a_code_with_the_fingerprint_pins_the_hub(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    made = hub_json(database, "authority", "make", str(tmp_path / "ours"), "--host", "127.0.0.1")
    assert not (tmp_path / "hub.db").exists()
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    code = hub_json(database, "enrol-code", centre, "--authority", made["authority"])["code"]
    joining, expected = split_code(code.lower())
    assert same_fingerprint(expected, made["fingerprint"])
    make_authority(tmp_path / "theirs", "another", ["127.0.0.1"])
    issue_server(tmp_path / "ours", ["127.0.0.1", "hub.example"])
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    request = EnrolRequest(joining, public[:8], public, "ก", "MB", b"")

    with TlsHub(database, tmp_path / "ours") as hub:
        elsewhere = hub.url.replace("127.0.0.1", "localhost")
        pem = fetch_authority(Way(hub.url), expected)
        assert pem == Path(made["authority"]).read_bytes()
        assert enrol(Way(hub.url, Path(made["authority"])), request, key).centre_name == "ก"
        with pytest.raises(Rejected, match="untrusted_hub"):
            enrol(Way(hub.url, tmp_path / "theirs" / "authority.pem"), request, key)
        with pytest.raises(Rejected, match="untrusted_hub"):
            enrol(Way(hub.url), request, key)
        with pytest.raises(Rejected, match="untrusted_hub"):
            enrol(Way(elsewhere, Path(made["authority"])), request, key)
        wrong = fingerprint((tmp_path / "theirs" / "authority.pem").read_bytes())
        with pytest.raises(Rejected, match="untrusted_hub"):
            fetch_authority(Way(hub.url), wrong)


def test_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    make_authority(tmp_path, "ours", ["127.0.0.1"])
    before = (tmp_path / SERVER_FILE).read_bytes()
    done = run_hub("sqlite://", "authority", "make", str(tmp_path), "--host", "127.0.0.1")
    assert done.returncode == 1
    assert (tmp_path / SERVER_FILE).read_bytes() == before
    if os.name != "nt":
        assert (tmp_path / AUTHORITY_KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_code_without_a_fingerprint_stays_as_it_is() -> None:
    assert split_code(" 7KQ2M-X4TBH ") == ("7KQ2M-X4TBH", "")


def test_what_is_no_certificate_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n"):
        with pytest.raises(Malformed, match="not_an_authority"):
            fingerprint(content)
        with pytest.raises(Malformed, match="not_an_authority"):
            last_certificate(content)
    with pytest.raises(Rejected, match="bad_host"):
        make_authority(tmp_path / "new", "ours", ["https://hub.example"])
    assert not (tmp_path / "new").exists()
    with pytest.raises(Rejected, match="untrusted_hub"):
        fetch_authority(Way("http://127.0.0.1:1"), "AAAAA")
