"""The passages of a body."""

from toolkit.check.passage import LINE, OBJECT
from toolkit.check.reading import read_body


def read(markup, lang="fa"):
    return read_body(markup, lang, "body")


def test_paragraphs_white_space_and_neighbours():
    one, two = read("<p>یک\n دو <b>سه</b></p><ul><li>چهار</li></ul>")
    assert (one.text, one.before, one.after) == ("یک دو سه", "", "چهار")
    assert (two.text, two.before, two.after) == ("چهار", "یک دو سه", "")


def test_parts_of_other_languages_and_code():
    (passage,) = read('<p>یک <span lang="ps">څه</span> و <code>x y</code></p>')
    parts = [(passage.text[p.start : p.end], p.lang, p.is_code) for p in passage.parts]
    assert parts == [
        ("یک ", "fa", False),
        ("څه", "ps", False),
        (" و ", "fa", False),
        ("x y", "fa", True),
    ]
    assert passage.own == f"یک {OBJECT * 2} و {OBJECT * 3}"


def test_language_and_direction_are_inherited():
    first, second, third = read(
        '<blockquote lang="en"><p>One</p><p dir="rtl">Two</p></blockquote><p dir="auto">(سه)</p>'
    )
    assert (first.lang, first.base, first.dir) == ("en", "ltr", None)
    assert (second.lang, second.base, second.dir) == ("en", "rtl", "rtl")
    assert (third.lang, third.base, third.dir) == ("fa", "rtl", "auto")
    assert first.is_quoted(0)
    assert not third.is_quoted(0)


def test_verse_is_one_passage():
    (passage,) = read(
        '<div class="verse"><p class="beyt"><span class="hemistich">الف</span> '
        '<span class="hemistich">ب</span></p><p class="beyt"><span class="hemistich">پ</span></p>'
        "</div>"
    )
    assert passage.text == f"الف ب{LINE}پ{LINE}"
    assert passage.is_quoted(0)


def test_pictures_notes_and_breaks():
    alt, text = read(
        '<p>یک<br>دو<img src="a.png" alt="نقش">'
        '<sup class="footnote-ref"><a href="#fn-1">1</a></sup></p>'
    )
    assert (alt.text, alt.role) == ("نقش", "alt")
    assert text.text == f"یک{LINE}دو{OBJECT}1"
    assert text.shielded.endswith(OBJECT * 2)


def test_addresses_and_quotations_are_known():
    (passage,) = read("<p>به https://example.org/علي نگاه کن: «قال».</p>")
    at = passage.text.index("علي")
    assert passage.is_shielded(at, at + 3)
    assert passage.is_quoted(passage.text.index("قال"))
    assert not passage.is_quoted(0)


def test_nothing():
    assert read("") == []
    assert read("<p> </p>") == []
