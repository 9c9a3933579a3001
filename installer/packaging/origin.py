"""Whether a fetched Python is the one that its makers signed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from installer.saying import SetupError

_SIGNED = ("*.exe", "*.dll", "*.pyd", "*.cat")
_MAKERS = {
    "vcruntime140.dll": "O=Microsoft Corporation",
    "vcruntime140_1.dll": "O=Microsoft Corporation",
}
_PYTHON_MAKER = "O=Python Software Foundation"


def verify_signatures(folder: Path, roots: Path) -> int:
    """Verify the signature of each program and library in a folder; how many there are.

    Raises:
        SetupError: the tool is missing, or a file is not signed by its maker.
    """
    if shutil.which("osslsigncode") is None:
        raise SetupError(
            "ขาดเครื่องมือ osslsigncode  สั่ง: apt-get install osslsigncode",
            "osslsigncode is missing. Run:  apt-get install osslsigncode",
        )
    files = sorted({each for pattern in _SIGNED for each in folder.glob(pattern)})
    wrong = [each.name for each in files if not _signed(each, roots)]
    if wrong or not files:
        names = ", ".join(wrong) or str(folder)
        raise SetupError(
            f"ลายเซ็นของผู้ผลิตไม่ถูกต้อง: {names} หยุดสร้าง",
            f"Not signed by its maker: {names}. The build stops.",
        )
    return len(files)


def _signed(file: Path, roots: Path) -> bool:
    """Whether the signature holds at the time of its time stamp, by the maker we expect.

    Lists of revoked certificates are not asked for: they would need another network than a
    package index, and a time stamp of before the revocation would hold all the same.
    """
    done = subprocess.run(
        [
            *("osslsigncode", "verify", "-in", str(file)),
            *("-CAfile", str(roots), "-TSA-CAfile", str(roots)),
            *("-ignore-cdp", "-ignore-crl"),
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0 or "Signature verification: ok" not in done.stdout:
        return False
    signer = next((line for line in done.stdout.splitlines() if "Subject:" in line), "")
    return _MAKERS.get(file.name, _PYTHON_MAKER) in signer
