"""The nested-span pass: what it writes, keeps and leaves alone."""

import re
import time

import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.direction import Box, by_class, nest

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINER = "\u200d"


def nested(html, **options):
    root = lxml.html.fragment_fromstring(html)
    nest(root, **options)
    return root


def written(html, **options):
    """Inner HTML after the pass: generated spans as [ltr: ...], joiners as ~."""
    root = nested(html, **options)
    text = lxml.html.tostring(root, encoding="unicode", with_tail=False).replace(JOINER, "~")
    text = re.sub(r"^<[^>]*>|</\w+>$", "", text)
    return text.replace(' data-bidi="run"', "").replace(' data-bidi="paragraphs"', "")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (  # two elements of one run
            "<p dir=rtl>متن <b>Hello</b> <i>World</i></p>",
            'متن ~<span dir="ltr"><b>Hello</b> ~<i>World</i></span>',
        ),
        (  # a run inside an element
            "<p dir=rtl><a href=x>The <b>New</b> York متن</a></p>",
            '<a href="x"><span dir="ltr">The ~<b>New</b> York</span> متن</a>',
        ),
        (  # an element and a run coincide
            "<p dir=rtl>متن <a href=x>C <b>d</b></a></p>",
            'متن ~<a href="x" dir="ltr">C ~<b>d</b></a>',
        ),
        (  # an element that straddles the border of a run
            "<p dir=rtl>متن abc <b id=b>d, متن</b></p>",
            (
                'متن ~<span dir="ltr">abc ~<b id="b" data-piece-of="1" data-split="start">d</b>'
                '</span><b data-piece-of="1" data-split="end">, متن</b>'
            ),
        ),
        (  # words and numbers that Pango orders rightly
            "<p dir=rtl>متن Hello World متن ۱۲ متن</p>",
            "متن Hello World متن ۱۲ متن",
        ),
        (  # a number with a sign, words that draw a comma to themselves
            "<p dir=rtl>متن ۵۰٪ متن a, b متن</p>",
            'متن ~<span dir="ltr">۵۰</span>٪ متن ~<span dir="ltr">a, b</span> متن',
        ),
        (  # levels 1 and 2 in a paragraph of level 0
            "<p>abc متن، ۵۰٪ متن a</p>",
            'abc ~<span dir="rtl">متن، ~<span dir="ltr">۵۰</span>٪ متن</span> a',
        ),
    ],
)
def test_nesting(html, expected):
    assert written(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p dir=rtl>متن <bdi>abc!</bdi></p>", 'متن ~<bdi dir="ltr">abc!</bdi>'),
        ("<p dir=rtl>متن <bdi>!?</bdi></p>", 'متن ~<bdi dir="ltr">!?</bdi>'),  # as browsers
        ("<p>abc <span dir=auto>متن!</span></p>", 'abc ~<span dir="rtl">متن!</span>'),
        ("<p>abc <output dir=rtl>a.</output></p>", 'abc ~<output dir="rtl">a.</output>'),
        ("<p dir=rtl>متن \u2066a, b!\u2069 متن</p>", 'متن ~<span dir="ltr">a, b!</span> متن'),
        ("<p dir=rtl>متن C++\u200e متن</p>", 'متن ~<span dir="ltr">C++</span> متن'),
        (
            "<p>a \u202bمتن, abc\u202c b</p>",
            'a ~<span dir="rtl">متن, ~<span dir="ltr">abc</span></span> b',
        ),
        ("<p>a <bdo dir=rtl>bc</bdo></p>", 'a ~<bdo dir="rtl">\u202e\u2060bc\u202c</bdo>'),
        ("<p><code>متن a</code>, متن</p>", None),  # code is no isolate in browsers
    ],
)
def test_isolates(html, expected):
    if expected is None:
        assert "code" in written(html)
        assert 'code dir="ltr"' not in written(html)
    else:
        assert written(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>plain <b>English</b> – “text” 12%</p>",
        "<p dir=rtl>متن فارسی، ۱۲ تا.</p>",
        "<p dir=rtl>متن<b>‌ها</b></p>",
        "<div><p>one</p>\n  <p>two <img src=x></p></div>",
        "<pre>a\n  b</pre>",
        "<p dir=rtl><bdi>متن</bdi></p>",
    ],
)
def test_one_direction_is_left_alone(html):
    before = lxml.html.tostring(lxml.html.fragment_fromstring(html))
    assert lxml.html.tostring(nested(html)) == before


def test_joining_survives_markup():
    assert written("<p dir=rtl>س<b>لا</b>م</p>") == "س~<b>~لا</b>م"  # alef joins no letter after it
    assert written("<p dir=rtl>ب<b>\u064eت</b></p>") == "ب~<b>~\u064eت</b>"
    assert written("<p>a ب<b>ت</b></p>") == 'a ~<span dir="rtl">ب~<b>~ت</b></span>'


def test_split_elements_keep_one_id_and_know_their_place():
    root = nested("<p>a <b id=x title=t>متن, b, متن</b> متن c</p>")
    pieces = root.xpath(".//b")
    assert [piece.get("data-split") for piece in pieces] == ["start", "end"]
    assert [piece.get("id") for piece in pieces] == ["x", None]
    assert [piece.get("title") for piece in pieces] == ["t", "t"]


def test_breaks_end_the_paragraph_even_in_an_isolate():
    html = "<p>a <bdi dir=rtl id=i>متن, <b>b<br>c</b></bdi> d</p>"
    root = nested(html)
    assert [child.tag for child in root] == ["bdi", "br", "bdi"]
    assert [piece.get("dir") for piece in root.xpath("./bdi")] == ["rtl", "rtl"]
    assert [piece.get("data-split") for piece in root.xpath(".//b")] == ["start", "end"]


def test_blocks_in_the_middle_end_the_paragraph():
    html = "<div dir=rtl>متن <a>abc <div>متن d, e</div> f</a>. متن</div>"
    assert written(html) == (
        'متن ~<a><span dir="ltr">abc</span><div>متن ~<span dir="ltr">d, e</span></div>'
        '<span dir="ltr">f</span></a>. متن'
    )


def test_atomic_inlines_and_footnotes_have_their_own_paragraphs():
    html = '<p dir=rtl>متن a<span class="footnote">متن b, c.</span>, d</p>'
    assert written(html) == (
        'متن ~<span dir="ltr">a<span class="footnote" dir="rtl">متن ~<span dir="ltr">b, c</span>.'
        "</span>, d</span>"
    )
    html = "<p>abc <span class=box>متن, a</span> متن, b</p>"
    boxes = by_class({"box": Box.ATOMIC})
    assert '<span class="box" dir="ltr"><span dir="rtl">' not in written(html, box_of=boxes)
    assert 'class="box" dir="ltr">متن, a</span>' in written(html, box_of=boxes)


def test_direction_auto():
    root = nested(
        "<div dir=rtl><p dir=auto>abc متن!</p><p dir=auto>۱۲</p><p dir=auto>متن</p></div>"
    )
    assert [p.get("dir") for p in root] == ["ltr", "ltr", "rtl"]
    root = nested("<div dir=auto><bdi>abc</bdi> <b dir=ltr>a</b> <i>متن</i></div>")
    assert root.get("dir") == "rtl"


def test_plain_text_takes_each_line_by_itself():
    html = "<pre dir=auto>متن a!\nabc متن!\n</pre>"
    assert written(html) == 'متن a!\n<span dir="ltr">abc متن!</span>\n'


def test_white_space_is_kept_where_it_counts():
    assert written("<pre>a  متن\t b, \n متن</pre>").replace("~", "").count("  ") == 1
    html = '<p style="white-space: pre-wrap">a  <b>متن,  b</b></p>'
    assert "  " in written(html)
    assert written("<p>a  <b> متن</b> \n <i> b, متن </i> </p>") == (
        'a ~<b dir="rtl">متن</b> ~<i>b, متن</i>'
    )


def test_tables_lists_captions():
    html = (
        "<table dir=rtl><caption>متن a, b</caption><tr><td>a, b متن<td>12</table>"
        "<ul dir=rtl><li>متن a, b<ul><li>a, b متن</ul></ul>"
    )
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    nest(root)
    runs = root.xpath('.//span[@data-bidi="run"]')
    assert [run.text for run in runs] == ["a, b"] * 4


def test_word_breaks_are_emptied():
    assert written("<p dir=rtl>متن a<wbr>b, c متن</p>") == (
        'متن ~<span dir="ltr">a<wbr></wbr>b, c</span> متن'
    )


def test_headings_keep_their_text_for_outlines():
    root = nested("<h2 dir=rtl>متن  <i>a</i>, <bdi>b!</bdi></h2>")
    assert root.get("data-label") == "متن a, \u2066b!\u2069"
    assert nested("<h2 data-label=own dir=rtl>متن a, b</h2>").get("data-label") == "own"


def test_language_is_kept():
    root = nested("<p dir=rtl>متن <i lang=en>a, <b>b</b></i>. متن</p>")
    assert root.xpath("string(.//i/@lang)") == "en"


TAGS = """<b> </b> <i\xa0id=i> </i> <bdi> </bdi> <span\xa0dir=rtl> <span\xa0dir=ltr> </span>
<span\xa0dir=auto> <bdo\xa0dir=rtl> </bdo> <br> <wbr> <img> <a\xa0href=x> </a> <p> <ul> <li>
<div\xa0dir=rtl> </div> <pre> </pre> <!--\xa0c\xa0--> <table><td> </table> <button> </button>
<code> </code> <textarea> </textarea> <svg> </svg>"""
MARKUP = st.sampled_from([tag.replace("\xa0", " ") for tag in re.split("[ \n]", TAGS)])
TEXT = st.text(
    st.sampled_from("abcXמאبپت۱۲12٣ \n.,:%()[]«»/\u200c\u200d\u064e" + CONTROLS), max_size=8
)
pages = st.lists(TEXT | MARKUP, max_size=25).map("".join)


def visible(root):
    """Text in document order, without what the pass may add or take away."""
    text = "".join(root.itertext(with_tail=True))
    return re.sub(f"[ \n{JOINER}\u2060{CONTROLS}]", "", text)


@given(pages, st.sampled_from(["ltr", "rtl"]))
@settings(max_examples=500, deadline=None)
@example("<bdi>متن<br>a, b<br></bdi>", "rtl")
@example("<bdi><p>\u202aپ", "rtl")
def test_text_survives_and_a_second_run_changes_nothing(html, direction):
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    root.set("dir", direction)
    before = visible(root)
    ids = root.xpath("count(//@id)")
    nest(root)
    assert visible(root) == before
    assert root.xpath("count(//@id)") == ids
    once = lxml.html.tostring(root, encoding="unicode")
    nest(root)
    assert lxml.html.tostring(root, encoding="unicode") == once


def test_any_depth_that_the_parser_gives():
    html = "<p dir=rtl>" + "<b>متن a, <i>" * 200 + "b"
    nested(html)
    nested("<p>" + "\u202bא\u202aa" * 100)


@pytest.mark.slow
def test_linear_time():
    def seconds(size):
        root = lxml.html.fragment_fromstring("<p dir=rtl>" + "متن <b>a, b</b> (۱۲٪) c" * size)
        start = time.process_time()
        nest(root)
        return time.process_time() - start

    small, large = max(seconds(500), 0.01), seconds(5_000)
    assert large < 30 * small
