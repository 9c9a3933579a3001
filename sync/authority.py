"""A province's own certificate authority: named by the hub's signature, pinned by laptops."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sync.errors import Malformed, Rejected
from sync.own_files import make_own_folder, write_new

AUTHORITY_FILE: Final = "authority.pem"
AUTHORITY_KEY_FILE: Final = "authority-key.pem"
SERVER_FILE: Final = "hub.pem"
SERVER_KEY_FILE: Final = "hub-key.pem"

# A laptop's clock may be ten years wrong, or stand at the beginning of time: a certificate that
# runs out would lock it out. What ends one is a new authority, which the hub's key vouches for.
_FROM: Final = datetime(1970, 1, 2, tzinfo=UTC)
_UNTIL: Final = datetime(2099, 12, 31, tzinfo=UTC)


def make_authority(folder: Path, name: str, hosts: Sequence[str]) -> None:
    """Make an authority and a server's certificate for the hub in a folder.

    `hosts` are names or addresses that laptops will type. The authority's key is for the folder's
    owner alone: with it, anybody can pretend to be the hub.

    Raises:
        FileExistsError: there is an authority in the folder. Rejected: bad_host, bad_name.
    """
    if not 0 < len(name.strip()) <= 60:
        raise Rejected("bad_name")
    key = generate_private_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name.strip())])
    usage = _usage(signs_certificates=True)
    made = (
        _builder(subject, subject, key, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, SHA256())
    )
    alternatives = _alternatives(hosts)
    make_own_folder(folder)
    if (folder / AUTHORITY_FILE).exists():
        raise FileExistsError(17, os.strerror(17), str(folder / AUTHORITY_FILE))
    _write_key(folder / AUTHORITY_KEY_FILE, key)
    write_new(folder / AUTHORITY_FILE, made.public_bytes(Encoding.PEM))
    _issue(folder, made, key, alternatives)


def issue_server(folder: Path, hosts: Sequence[str]) -> None:
    """Make the hub's certificate anew with the folder's authority, for other names or a new key.

    Raises:
        OSError: no authority is there. Rejected: bad_host. Malformed: not_an_authority.
    """
    alternatives = _alternatives(hosts)
    content = (folder / AUTHORITY_KEY_FILE).read_bytes()
    try:
        key = load_pem_private_key(content, None)
        authority = x509.load_pem_x509_certificate((folder / AUTHORITY_FILE).read_bytes())
    except ValueError:
        raise Malformed("not_an_authority") from None
    if not isinstance(key, EllipticCurvePrivateKey):
        raise Malformed("not_an_authority")
    for name in (SERVER_FILE, SERVER_KEY_FILE):
        (folder / name).unlink(missing_ok=True)
    _issue(folder, authority, key, alternatives)


def vouching(chain: bytes) -> bytes:
    """The certificate (PEM) that vouches for a server's chain by itself alone; b"" for none.

    That is the province's own authority, or a server's certificate that signed itself. One that
    browsers trust is sent without its root, and is renewed: there is nothing to pin.

    Raises:
        Malformed: not_an_authority.
    """
    try:
        last = x509.load_pem_x509_certificates(chain)[-1]
    except ValueError:
        raise Malformed("not_an_authority") from None
    return last.public_bytes(Encoding.PEM) if last.issuer == last.subject else b""


def names_in(chain: bytes) -> tuple[str, ...]:
    """Return the names for which the first certificate of a chain (PEM) was made.

    Raises:
        Malformed: not_an_authority.
    """
    try:
        first = x509.load_pem_x509_certificates(chain)[0]
        told = first.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    except ValueError:
        raise Malformed("not_an_authority") from None
    return tuple(told.get_values_for_type(x509.DNSName))


def _issue(
    folder: Path,
    authority: x509.Certificate,
    key: EllipticCurvePrivateKey,
    alternatives: x509.SubjectAlternativeName,
) -> None:
    own = generate_private_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tambon-hub")])
    made = (
        _builder(subject, authority.subject, own, key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(alternatives, critical=False)
        .sign(key, SHA256())
    )
    _write_key(folder / SERVER_KEY_FILE, own)
    # The authority goes along, for laptops that are to pin it.
    chain = made.public_bytes(Encoding.PEM) + authority.public_bytes(Encoding.PEM)
    write_new(folder / SERVER_FILE, chain)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    own: EllipticCurvePrivateKey,
    signer: EllipticCurvePrivateKey,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _alternatives(hosts: Sequence[str]) -> x509.SubjectAlternativeName:
    names: list[x509.GeneralName] = []
    for host in hosts:
        try:
            names.append(x509.IPAddress(ipaddress.ip_address(host)))
        except ValueError:
            if not host.isascii() or not host or "/" in host or ":" in host:
                raise Rejected("bad_host", host=host) from None
            names.append(x509.DNSName(host))
    if not names:
        raise Rejected("bad_host", host="")
    return x509.SubjectAlternativeName(names)


def _write_key(path: Path, key: EllipticCurvePrivateKey) -> None:
    content = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_new(path, content)
