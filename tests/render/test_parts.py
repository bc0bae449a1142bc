"""Parts that are marked once stand on a page as they would if they were marked with it."""

import re

import pytest

from tests.conftest import LOCALES
from toolkit.render.filling import Filling
from toolkit.render.markup import written


def plain(filling, template, view, page, article=None):
    return written(filling.tree(template, view, page, article), "<!doctype html>")


def text(html):
    """Return a page without the class that lists of headlines need not have, and without lines."""
    return re.sub(r"\s+", " ", re.sub(r'class="(?:across|card-text)"', "", html))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_is_as_if_marked_in_one(renderer_for, samples, locale, monkeypatch):
    renderer = renderer_for(locale)
    pages = {name: renderer.html(article) for name, article in samples.items()}
    front = renderer.front().html
    assert all("<!--part" not in page for page in pages.values())
    monkeypatch.setattr(Filling, "html", plain)
    for name, article in samples.items():
        assert text(renderer.html(article)) == text(pages[name])
    assert text(renderer.front().html) == text(front)


def test_what_an_author_writes_stands_for_no_part(renderer_for, samples):
    article = samples["water-report"].model_copy(update={"title": "<!--part:0--> & Water"})
    assert "&lt;!--part:0--&gt; &amp; Water" in renderer_for("en").html(article)
