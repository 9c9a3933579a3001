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
    issue_server,
    make_authority,
    vouching,
)
from sync.errors import Malformed, Rejected
from sync.joining import join
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


def test_a_hub_is_pinned_by_what_its_key_vouches_for(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    made = hub_json(database, "authority", "make", str(tmp_path / "ours"), "--host", "127.0.0.1")
    assert not (tmp_path / "hub.db").exists()
    authority, theirs = Path(made["authority"]), tmp_path / "theirs" / "authority.pem"
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    code = hub_json(database, "enrol-code", centre)["code"]
    make_authority(tmp_path / "theirs", "another", ["127.0.0.1"])
    issue_server(tmp_path / "ours", ["127.0.0.1", "hub.example"])
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    request = EnrolRequest("", public[:8], public, "ก", "MB", b"")
    seen: list[bytes] = []

    def kept(pem: bytes) -> Path:
        seen.append(pem)
        return authority

    with TlsHub(database, tmp_path / "ours") as hub:
        elsewhere = hub.url.replace("127.0.0.1", "localhost")
        assert join(Way(hub.url), code, request, key, kept).answer.centre_name == "ก"
        assert seen == [authority.read_bytes()]
        for url, believed in ((hub.url, theirs), (hub.url, None), (elsewhere, authority)):
            believing = {authority.read_bytes(): believed}
            with pytest.raises(Rejected, match="untrusted_hub"):
                join(Way(url), code, request, key, believing.get)


def test_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    make_authority(tmp_path, "ours", ["127.0.0.1"])
    before = (tmp_path / SERVER_FILE).read_bytes()
    done = run_hub("sqlite://", "authority", "make", str(tmp_path), "--host", "127.0.0.1")
    assert done.returncode == 1
    assert (tmp_path / SERVER_FILE).read_bytes() == before
    if os.name != "nt":
        assert (tmp_path / AUTHORITY_KEY_FILE).stat().st_mode & 0o077 == 0


def test_what_is_no_certificate_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n"):
        with pytest.raises(Malformed, match="not_an_authority"):
            vouching(content)
    with pytest.raises(Rejected, match="bad_host"):
        make_authority(tmp_path / "new", "ours", ["https://hub.example"])
    assert not (tmp_path / "new").exists()


def test_only_who_vouches_for_itself_is_pinned(tmp_path: Path) -> None:
    """A certificate that browsers trust comes without its root, and is renewed."""
    make_authority(tmp_path, "ours", ["127.0.0.1"])
    chain = (tmp_path / SERVER_FILE).read_bytes()
    authority = (tmp_path / "authority.pem").read_bytes()
    assert vouching(chain) == authority == vouching(authority)
    assert vouching(chain.removesuffix(authority)) == b""
