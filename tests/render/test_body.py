"""The body in both media, and its notes, regions and credits."""

import pytest

from toolkit.language import Labels, Locale
from toolkit.render.body import Body
from toolkit.render.markup import parse
from toolkit.render.views import PlacedPicture, SourceView
from toolkit.render.voice import Voice

NOTED = (
    '<p>One<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> two'
    '<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup> lost'
    '<sup class="footnote-ref"><a href="#fn-9" id="fnref-9">9</a></sup>.</p>'
    '<section class="footnotes"><ol><li id="fn-1"><p>First.</p><p>More.</p></li>'
    '<li id="fn-2" lang="fa" dir="rtl"><p>دوم</p></li></ol></section>'
)


PICTURE = PlacedPicture(src="p.png", width=30, height=20)


def body(page="en", lang="en", source=lambda _src: PICTURE):
    locale = Locale.parse(page)
    return Body(Voice(Labels(locale), locale, lang), source)


def test_web_notes_go_to_the_end_with_links_both_ways():
    view = body("fa", "fa").web(NOTED)
    assert [note.id for note in view.footnotes] == ["fn-1", "fn-2"]
    assert [note.reference for note in view.footnotes] == ["fnref-1", "fnref-2"]
    assert [note.number for note in view.footnotes] == [1, 2]
    call = parse(view.markup).find(".//a[@id='fnref-1']")
    assert (call.text, call.get("role"), call.get("aria-label")) == ("۱", "doc-noteref", "پانویس ۱")
    assert "fn-9" not in view.markup
    assert "First" not in view.markup


def test_print_notes_stand_where_they_are_called():
    view = body().printed(NOTED)
    notes = parse(view.markup).findall(".//span[@class='footnote']")
    assert ["".join(note.itertext()) for note in notes] == ["First.More.", "دوم"]
    assert [(note.get("lang"), note.get("dir")) for note in notes] == [("en", "ltr"), ("fa", "rtl")]
    assert "footnotes" not in view.markup
    assert "fn-9" not in view.markup


def test_a_table_scrolls_in_a_region_named_by_its_caption():
    table = "<table><caption>Grain</caption><tbody><tr><td>1</td></tr></tbody></table>"
    region = parse(body("fa", "en").web(table).markup).find("div")
    assert region.get("role") == "region"
    assert region.get("tabindex") == "0"
    assert region.get("lang") == "fa"
    assert "Grain" in region.get("aria-label")
    assert (region[0].tag, region[0].get("lang"), region[0].get("dir")) == ("table", "en", "ltr")


def test_code_runs_from_left_to_right_in_any_page():
    region = parse(body("fa", "fa").web("<pre><code>x = 1</code></pre>").markup).find("div")
    assert (region.get("dir"), region[0].get("dir")) == ("ltr", "ltr")


def test_a_credit_is_labelled_in_the_pages_language():
    figure = (
        '<figure><img src="a.png" alt="A"><figcaption>C <small class="credit">Mina</small>'
        "</figcaption></figure>"
    )
    credit = parse(body("fa", "en").web(figure).markup).find(".//small")
    assert "".join(credit.itertext()) == "منبع تصویر: Mina"
    assert credit.get("lang") == "fa"
    assert credit.find("bdi").get("lang") == "en"


def test_a_link_to_a_film_is_named_in_the_pages_language():
    film = '<p><a class="video" href="https://example.org/f.mp4">The <em>bridge</em></a></p>'
    link = parse(body("fa", "en").web(film).markup).find(".//a")
    assert "".join(link.itertext()) == "ویدئو: The bridge"
    assert (link[0].get("lang"), link[0].get("dir")) == ("fa", "rtl")


def test_a_picture_that_cannot_be_read_is_left_out():
    assert "img" not in body(source=lambda _src: None).web('<p><img src="a.png" alt=""></p>').markup


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ('<ol start="3"><li>c</li></ol>', "counter-set: list-item 3"),
        ('<ol><li value="7">g</li></ol>', "counter-set: list-item 7"),
    ],
)
def test_print_numbers_lists_by_style(markup, style):
    assert style in body().printed(markup).markup


def test_the_type_of_a_list_becomes_a_class():
    lists = "".join(f'<ol type="{kind}"><li>x</li></ol>' for kind in "1aAiI")
    found = [numbered.get("class") for numbered in parse(body().web(lists).markup)]
    assert found == ["figures", "letters", "capitals", "numerals", "capital-numerals"]


def test_a_picture_in_a_lighter_type_is_offered_beside_it():
    source = SourceView(media_type="image/avif", srcset="a.avif 30w", sizes="100vw")
    placed = PlacedPicture(src="p.png", width=30, height=20, source=source)
    root = parse(
        body(source=lambda _src: placed).web('<p>a <img src="p.png" alt="A"> b</p>').markup
    )
    offered, image = root.find(".//picture")
    assert dict(offered.attrib) == {"type": "image/avif", "srcset": "a.avif 30w", "sizes": "100vw"}
    assert (image.get("loading"), image.get("decoding")) == ("lazy", "async")
    assert root.find(".//picture").tail == " b"


def test_asides_of_the_text_are_no_landmarks():
    view = body().web('<aside class="pullquote"><p>One</p></aside><aside><p>Two</p></aside>')
    roles = [aside.get("role") for aside in parse(view.markup).iter("aside")]
    assert roles == ["doc-pullquote", "note"]
