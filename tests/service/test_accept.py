"""Content negotiation (RFC 9110, 12.5.1)."""

import pytest

from toolkit.service.accept import acceptable, has_tag

OFFERS = ("text/html", "application/pdf", "application/json")


@pytest.mark.parametrize(
    ("header", "best"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        ("application/*", "application/pdf"),
        ("text/html;q=0.1, application/pdf", "application/pdf"),
        ("TEXT/HTML ; Q=1", "text/html"),
        ("text/html;q=0, */*", "application/pdf"),
        ("text/html;level=1;q=0.2, */*;q=0.3", "application/pdf"),
        ("image/png", None),
        ("text/html;q=x", None),
        ("text/html;q=nan", None),
    ],
)
def test_the_best_type_is_found(header, best):
    assert next(iter(acceptable(header, OFFERS)), None) == best


@pytest.mark.parametrize(
    ("header", "is_there"),
    [
        (None, False),
        ('"a"', True),
        ('W/"a"', True),
        ('"b", "a"', True),
        ('"b"', False),
        ("*", False),
    ],
)
def test_a_tag_is_found(header, is_there):
    assert has_tag(header, '"a"') == is_there
