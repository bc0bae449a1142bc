"""Parts that are marked once stand on a page as they would if they were marked with it."""

import re

import pytest

from tests.conftest import LOCALES
from toolkit.render import Renderer
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


@pytest.mark.parametrize("name", ["a", "a b", 'x&"<>', "خبر", "\u2066x"])
def test_links_are_as_if_marked_with_the_page(renderer_for, samples, name, monkeypatch):
    url = f"https://example.org/{name}?a=1&b=%20"
    update = {"url": url, "title": f'<a href="{name}">', "id": f"n-{len(name)}"}
    article = samples["water-report"].model_copy(update=update)
    renderer = renderer_for("fa")
    page = [renderer.html(article), renderer.html(article)]
    assert page[0] == page[1]
    monkeypatch.setattr(Filling, "html", plain)
    assert text(renderer.html(article)) == text(page[0])


def test_a_theme_with_templates_need_not_say_what_a_part_is_made_from(samples, tmp_path):
    folder = tmp_path / "partials"
    folder.mkdir()
    card = "<p>{{ card.title.text }} beside {{ page.article.title.text }}</p>"
    (folder / "card_text.html").write_text(card, "utf-8")
    renderer = Renderer("en", theme=tmp_path, articles=samples.values(), report=[].append)
    for title in ("One", "Two"):
        page = renderer.html(samples["water-report"].model_copy(update={"title": title}))
        assert f"beside {title}<" in page
