"""Every table of the program, known once this is imported: whoever opens a database needs them all.

A new module of mapped classes is found by being in `desktop.models`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from desktop import models

for _module in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
    import_module(_module.name)
