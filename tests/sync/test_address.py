"""What people type as an address, and what goes over the wire."""

from __future__ import annotations

import pytest

from sync.address import Way, check_encrypted, hub_address, proxy_address, shown_proxy
from sync.errors import Rejected


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hub.example.go.th", "https://hub.example.go.th"),
        (" HTTPS://Hub.Example.go.th:443/ ", "https://hub.example.go.th"),
        ("hub.example.go.th:8460", "https://hub.example.go.th:8460"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("https://[::1]:8460/a/", "https://[::1]:8460/a"),
        ("https://hub.example/?lang=en#top", "https://hub.example"),
        ("https://hub.example/ศูนย์/น่าน", "https://hub.example/%E0%B8%A8%E0%B8%B9%E0%B8%99%E0%B8%A2%E0%B9%8C/%E0%B8%99%E0%B9%88%E0%B8%B2%E0%B8%99"),
        ("https://hub.example/a b/50%/%41", "https://hub.example/a%20b/50%25/%41"),
        ("https://ศูนย์.ไทย/x", "https://xn--q3csq2eze.xn--o3cw4h/x"),
    ],
)  # fmt: skip
def test_an_address_as_it_goes_over_the_wire(typed: str, address: str) -> None:
    assert hub_address(typed) == address
    assert hub_address(address) == address
    assert address.isascii()


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "https://", "ftp://hub.example", "https://a..b", "hub example", "https://h:x",
        "https://h:0", "https://h:70000", "https://me:secret@hub.example", "https://[::1", "/hub",
        "https://" + "a" * 64 + ".example",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Rejected, match="bad_address"):
        hub_address(typed)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000", "http://127.9.9.9", "http://[::1]:1", "http://localhost:8000",
        "https://hub.example", "hub.example",
    ],
)  # fmt: skip
def test_what_stays_here_or_is_encrypted_may_go(address: str) -> None:
    check_encrypted(Way(address))


@pytest.mark.parametrize(
    "address",
    ["http://hub.example", "http://192.168.1.20:8000", "HTTP://10.0.0.1", "http://localhost.example",
     "http://0.0.0.0:8000", "http://[fe80::1]"],
)  # fmt: skip
def test_plain_http_to_others_only_where_somebody_allowed_it(address: str) -> None:
    with pytest.raises(Rejected, match="plain_address"):
        check_encrypted(Way(address))
    check_encrypted(Way(address, unencrypted=True))


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("", "", ""),
        (" proxy.example:8080/ ", "http://proxy.example:8080", "proxy.example:8080"),
        ("http://10.0.0.1:3128", "http://10.0.0.1:3128", "10.0.0.1:3128"),
        ("ครู:a b@proxy:80", "http://%E0%B8%84%E0%B8%A3%E0%B8%B9:a%20b@proxy:80", "proxy:80"),
        ("a%40b:c@proxy:80", "http://a%40b:c@proxy:80", "proxy:80"),
    ],
)  # fmt: skip
def test_a_proxy_is_kept_whole_and_shown_without_its_password(
    typed: str, kept: str, shown: str
) -> None:
    assert proxy_address(typed) == kept
    assert proxy_address(kept) == kept
    assert shown_proxy(kept) == shown


@pytest.mark.parametrize(
    "typed", ["proxy", "https://proxy:80", "socks5://proxy:80", "proxy:80/x", "a b:80", "proxy:x"]
)
def test_what_is_no_proxy_is_refused(typed: str) -> None:
    with pytest.raises(Rejected, match="bad_proxy"):
        proxy_address(typed)
