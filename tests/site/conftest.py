"""Each test here looks at every sample, unless it names the one that it is about."""

from __future__ import annotations

import pytest

from tests.site.samples import SAMPLES, Site, site


@pytest.fixture(params=SAMPLES, name="site")
def built(request: pytest.FixtureRequest) -> Site:
    return site(request.param)
