"""What is made together."""

import pytest

from toolkit.article import Publication
from toolkit.render.plan import Plan


@pytest.mark.parametrize(
    ("made", "offered"),
    [
        (("en", "fa"), ["en", "fa"]),
        (("en-XA", "en", "fa-XA"), ["en"]),
        (("en-XA", "ar-XB"), ["en-XA", "ar-XB"]),
    ],
)
def test_readers_are_not_offered_pseudo_locales(made, offered):
    plan = Plan.of(Publication(), made)
    assert [locale.tag for locale in plan.locales] == list(made)
    assert [locale.tag for locale in plan.offered] == offered
