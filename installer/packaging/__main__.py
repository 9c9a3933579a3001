"""`python -m installer.packaging`: the second half of installer/build.py."""

import sys
from pathlib import Path

from installer.packaging.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parents[2]))
