"""The README's commands: set up, then open the program or test it."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Only what any Python 3 can read may stand here: an older one must reach this sentence.
if sys.version_info < (3, 11):  # noqa: UP036 - the whole point is to be read by an older Python
    sys.stderr.write(
        "ต้องใช้ Python 3.11 ขึ้นไป (เครื่องนี้เป็น {0}.{1})\n"
        "Python 3.11 or later is needed (this is {0}.{1}).\n".format(*sys.version_info[:2])
    )
    sys.exit(1)

sys.path.insert(0, str(ROOT))

from installer.commands import main  # noqa: E402 - importable only once the checkout is on the path

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], ROOT))
