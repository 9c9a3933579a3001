"""New passcodes: what a stranger would try first is refused, and what is good is not."""

from __future__ import annotations

import pytest

from desktop.errors import UserError
from desktop.keys import check_new_passcode


@pytest.mark.parametrize(
    ("passcode", "code"),
    [
        ("12345", "passcode_too_short"),
        ("สั้นๆ", "passcode_too_short"),
        ("123456", "passcode_common"),
        ("๑๒๓๔๕๖", "passcode_common"),
        ("87654321", "passcode_common"),
        ("1234567890", "passcode_common"),
        ("111111", "passcode_common"),
        ("ฟฟฟฟฟฟ", "passcode_common"),
        ("121212", "passcode_common"),
        ("123123", "passcode_common"),
        ("112233", "passcode_common"),
        ("Password", "passcode_common"),
        ("qwertyui", "passcode_common"),
        ("ฟหกด่าสว", "passcode_common"),
        ("abcdefgh", "passcode_common"),
        ("708194", "passcode_figures"),
        ("0812345678", "passcode_personal"),
        ("081-234-5678", "passcode_personal"),
        ("25112554", "passcode_personal"),
        ("25/11/2554", "passcode_personal"),
        ("251154", "passcode_personal"),
        ("20111125", "passcode_personal"),
        ("1-9999-01234-56-7", "passcode_personal"),
        ("ครูดาวเรือง", "passcode_personal"),
        ("ครูดาวเรือง99", "passcode_personal"),
        ("รพ.สต.แม่สวด", "passcode_personal"),
    ],
)
def test_what_is_guessed_first_is_refused(passcode: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        check_new_passcode(passcode, "ครูดาวเรือง", ["รพ.สต.แม่สวด", ""])


@pytest.mark.parametrize(
    "passcode",
    [
        "มะลิขนุน",
        "ดอย 3 ลูก",
        "ครูดาวเรืองชอบกินข้าวซอย",
        "70819426",
        "Mali-1234",
        "ทดสอบ1234",
        "once again",
    ],
)
def test_what_is_good_is_taken(passcode: str) -> None:
    check_new_passcode(passcode, "ครูดาวเรือง", ["รพ.สต.แม่สวด", ""])
