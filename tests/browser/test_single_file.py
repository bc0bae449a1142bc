"""A page as one file loads nothing, and looks as the page of many files does."""

import pytest

from tests.conftest import LOCALES


@pytest.mark.browser
@pytest.mark.parametrize("locale", LOCALES)
def test_one_file_loads_nothing_and_shows_everything(renderer_for, samples, locale, page, tmp_path):
    file, asked = tmp_path / "page.html", []
    page.on("request", lambda request: asked.append(request.url))
    for name, article in samples.items():
        file.write_text(renderer_for(locale).html(article, inline=True), "utf-8")
        asked.clear()
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
        broken = page.evaluate(
            "Promise.all([...document.images].map(image => { image.loading = 'eager';"
            " return image.decode().then(() => 0, () => 1) }))"
        )
        assert not any(broken), name


def test_a_page_without_verse_or_code_has_no_fonts_for_them(renderer_for, samples):
    html = renderer_for("en").html(samples["bridge-opening"], inline=True)
    assert '"Toolkit Serif";' in html
    assert '@font-face{font-family:"Toolkit Verse"' not in html
    assert '@font-face{font-family:"Toolkit Mono"' not in html


def test_a_page_in_one_file_has_each_picture_once(renderer_for, samples):
    html = renderer_for("en").html(samples["bridge-opening"], inline=True)
    assert "<picture>" not in html
    assert "srcset" not in html
    assert html.count("data:image/avif") == html.count("<img ")
