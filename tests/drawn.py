"""How Hypothesis draws: the same each time, or, for who searches, other things each time.

The profile "tambon" is what an ordinary run has: one code, one answer, on every machine. "search"
takes its seed from the command line (`--hypothesis-profile=search --hypothesis-seed=7`), or makes
one. See docs/decisions/0029-drawn-alike.md.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

_of_loaded_modules = providers._get_local_constants
# Read before any was added.
_none: Constants = providers._local_constants


def _constants() -> Constants:
    """Numbers and words that Hypothesis reads out of whatever modules are loaded by then.

    Which those are hangs on the tests that ran before in the same process.
    """
    return _none if settings().derandomize else _of_loaded_modules()


def set_up() -> None:
    """Have both profiles, and draw alike until the command line says otherwise."""
    # A slow or busy machine is no defect: no deadline, and slowness alone never fails an example.
    # Without a database nothing found on one machine is tried again on it, and there only.
    settings.register_profile(
        "search",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        print_blob=True,
        database=None,
    )
    settings.register_profile("tambon", settings.get_profile("search"), derandomize=True)
    settings.load_profile("tambon")
    providers._get_local_constants = _constants
