"""What every test shares: how hard Hypothesis tries, and the names that doctests know.

It stands here and not in ``tests/``, because the doctests in ``src/`` need it too.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# In CI the same examples come every time, so that a red run is red for its change.
# A slow machine is no fault of the code: no deadline, and no complaint about slow generation.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("dev", deadline=None, suppress_health_check=_SLOW)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True)
def names_of_doctests(request: pytest.FixtureRequest, doctest_namespace: dict[str, object]) -> None:
    """Let a doctest use everything of ``from natobrief import *``, and ``nb``."""
    if not isinstance(request.node, pytest.DoctestItem):
        return
    import natobrief

    doctest_namespace["nb"] = natobrief
    for name in natobrief.__all__:
        doctest_namespace[name] = getattr(natobrief, name)
