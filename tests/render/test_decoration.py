import pytest
from lxml import html
from page import validate_pdf_bytes

from toolkit.article.prepare import parse
from toolkit.render import Renderer
from toolkit.render.decoration import make_backgrounds
from toolkit.resources import SAMPLES


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ("<figure>{}</figure>", "display: block; padding-top: 66.67%"),
        ("<p>a {} b</p>", "display: inline-block; width: 480px; height: 320px"),
    ],
)
def test_a_decorating_picture_becomes_a_background_of_its_size(markup, style):
    image = '<img alt="" src="toolkit-picture:a.png" width="1200" height="800">'
    tree = html.fragment_fromstring(markup.format(image))
    make_backgrounds(tree)
    box = tree.find("span")
    assert box.get("style") == f"background-image: url('toolkit-picture:a.png'); {style}"
    assert tree.find(".//img") is None


def test_a_picture_that_says_something_stays():
    tree = html.fragment_fromstring('<p><img alt="A hill" src="a.png" width="1" height="1"></p>')
    make_backgrounds(tree)
    assert tree.find("img").get("alt") == "A hill"


def test_an_article_of_decorations_is_valid_pdf_ua_1():
    article = parse(
        {
            "id": "a",
            "lang": "fa",
            "title": "آب",
            "image": {"src": "pictures/water-report.png", "alt": ""},
            "body": "متن ![](pictures/ferry-line.png) متن\n\n![](pictures/harvest-ears.fa.png)",
        },
        folder=SAMPLES,
    )
    report = validate_pdf_bytes(Renderer("fa").pdf(article), profile="ua1")
    assert [line for line in str(report).splitlines() if line.startswith("[")] == []
