"""The service under load: what it answers, how soon, and what it keeps in memory."""

import pytest

from tests.benchmarks.load import measure


@pytest.mark.slow
def test_sixteen_clients_are_served_evenly_and_without_growth():
    found = measure()
    print(found)
    assert set(found.statuses) <= {200, 429, 503}
    assert found.p95 <= 3 * found.share, found
    assert found.growth < 1.05, found
