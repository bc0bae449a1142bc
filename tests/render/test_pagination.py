"""Which pages of a list are linked to."""

import pytest

from toolkit.article import Publication
from toolkit.language import Labels, Locale
from toolkit.render.context import PageContext
from toolkit.render.pagination import paginate
from toolkit.render.pictures import Pictures
from toolkit.render.plan import Plan


@pytest.fixture
def page():
    locale = Locale.parse("fa")
    return PageContext(
        locale=locale,
        publication=Publication(),
        labels=Labels(locale),
        pictures=Pictures("assets/"),
        medium="web",
        plan=Plan.of(Publication()),
        report=lambda _finding: None,
    )


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [
        (1, 2, "[۱] ۲"),
        (1, 9, "[۱] ۲ ۳ … ۹"),
        (5, 9, "۱ … ۳ ۴ [۵] ۶ ۷ … ۹"),
        (4, 9, "۱ ۲ ۳ [۴] ۵ ۶ … ۹"),
        (12, 12, "۱ … ۱۰ ۱۱ [۱۲]"),
    ],
)
def test_the_ends_and_the_neighbours_are_linked(page, number, total, shown):
    found = paginate(page, number, total, "{}.html".format)
    words = []
    for link in found.links:
        words += ["…"] * link.follows_gap + [f"[{link.number}]" if link.current else link.number]
    assert " ".join(words) == shown
    assert found.previous == (f"{number - 1}.html" if number > 1 else None)
    assert found.following == (f"{number + 1}.html" if number < total else None)


def test_a_single_page_has_no_links(page):
    assert paginate(page, 1, 1, str) is None
