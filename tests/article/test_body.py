"""The body's safe subset: by example, against attacks, on arbitrary input, and in time."""

import re
import time
import tomllib
from html import unescape
from pathlib import Path

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article import body
from toolkit.article.body import clean
from toolkit.article.subset import names
from toolkit.errors import ArticleError

DATA = Path(__file__).parent / "data"
CASES = tomllib.loads((DATA / "body.toml").read_text("utf-8"))["case"]
ATTACKS = (DATA / "attacks.txt").read_text("utf-8").splitlines()


def told(html, **options):
    """Return the clean HTML, and what was reported apart from notes."""
    found = []
    result = clean(html, report=found.append, **options)
    return result, [finding for finding in found if finding.severity != "note"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_examples(case):
    result, findings = told(case["found"])
    assert result == case["clean"]
    assert [finding.code for finding in findings] == case.get("told", [])
    assert told(result)[0] == result


def offences(html):
    """Return what a browser could run or fetch, as an HTML 5 parser of others reads it."""
    tree = tinyhtml5.parse(f"<!doctype html><body>{html}", namespace_html_elements=False)
    found = []
    for element in tree.find("body").iter():
        if element.tag not in names.ATTRIBUTES and element.tag != "body":
            found.append(element.tag)
        for name, value in element.attrib.items():
            plain = re.sub(r"[\x00-\x20]", "", value).lower()
            if name.startswith("on") or name in {"style", "srcdoc", "srcset", "formaction"}:
                found.append(name)
            if name == "href" and not plain.startswith(("https:", "http:", "mailto:", "#")):
                found.append(value)
            if name == "src" and re.match(r"(?!data:image/(png|jpeg|gif|webp))[\w+.-]*:|//", plain):
                found.append(value)
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_leave_nothing_that_runs(attack):
    result, _ = told(attack)
    assert offences(result) == []
    assert offences(told(result)[0]) == []


PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in sorted(names.ATTRIBUTES)]),
    st.sampled_from([f"</{tag}>" for tag in sorted(names.ATTRIBUTES)]),
    st.sampled_from([f"<{tag}>" for tag in (*names.RENAME, *names.DROPPED, "div", "form", "x-y")]),
    st.sampled_from(
        [
            '<div class="verse">',
            '<section class="footnotes">',
            '<aside class="pullquote">',
            '<a href="#x">',
            '<a href="https://example.org/">',
            '<b id="x">',
            '<img src="a.png" alt="">',
            '<img src="http://x/">',
            '<p lang="fa" onclick="x">',
            "<!--",
            "-->",
            "<![CDATA[",
            "</",
            "<",
            "&lt;",
            "&nbsp;",
            "&#1;",
            "\u2067",
            "\u2069",
            "\u202b",
            "\u202c",
            "\u0301",
            "\ufeff",
            "\ud800",
            "\uffff",
            " ",
            "\n",
        ]
    ),
    st.text(max_size=4),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_anything_comes_out_clean_and_stays_so(html):
    result, _ = told(html)
    assert offences(result) == []
    assert told(result) == (result, [f for f in told(result)[1] if f.code == "body-alt"])


@given(st.text())
def test_letters_survive(text):
    def letters(words):
        return [c for c in words if c.isascii() and c.isalnum()]

    result, _ = told(text.replace("&", "&amp;").replace("<", "&lt;"))
    assert letters(unescape(re.sub("<[^>]*>", "", result))) == letters(text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_sanitiser_finds_nothing_to_do(html):
    before = []

    class Watching:
        def clean(self, found):
            before.append(found)
            return sanitiser.clean(found)

    sanitiser = body._sanitiser()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "_sanitiser", Watching)
        after, _ = told(html)
    assert unescape(before[0]) == unescape(after)


def test_the_sanitiser_has_the_last_word(monkeypatch):
    monkeypatch.setattr(body, "serialise", lambda _: '<p onclick="x()">a<script>b</script></p>')
    assert told("")[0] == "<p>a</p>"


def test_every_kind_of_loss_is_told_once_with_a_count():
    found = []
    clean("<script>a</script><p onclick=a onfocus=b>x</p><script src=c>", report=found.append)
    lines = {finding.code: str(finding) for finding in found}
    assert "left out: 2" in lines["body-script"]
    assert "left out: 2" in lines["body-event-handler"]
    assert 'onclick="a"' in lines["body-event-handler"]
    assert len(found) == len(lines)


def test_relative_links_follow_the_article_s_address():
    base = "https://example.org/news/wheat/"
    result, findings = told('<p><a href="../rice">r</a><a href="//b.example/">b</a></p>', base=base)
    assert 'href="https://example.org/news/rice"' in result
    assert 'href="https://b.example/"' in result
    assert findings == []


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["div", "ul", "b", "blockquote", "table", "span", "p", "a", "x"])
def test_deep_nesting_is_refused_or_made_flat_in_time(tag):
    started = time.process_time()
    assert outcome(f"<{tag}>" * 100_000 + "x" + f"</{tag}>" * 100_000) in {"too-deep", "flat"}
    assert time.process_time() - started < 10


@pytest.mark.parametrize("tag", ["div", "b"])
def test_deep_nesting_does_no_harm(tag):
    assert outcome(f"<{tag}>" * 20_000 + "x") in {"too-deep", "flat"}


def outcome(html):
    """Return how a deeply nested body ended."""
    try:
        return "flat" if told(html)[0].count("<") < 300 else "deep"
    except ArticleError as error:
        return error.diagnostic.code


def test_moderate_nesting_is_made_flat():
    result, findings = told("<blockquote>" * 200 + "x")
    assert [finding.code for finding in findings] == ["body-depth"]
    assert result.count("<blockquote>") == names.DEEPEST


def test_a_phrase_does_not_multiply_the_page():
    html = f'<a href="https://example.org/{"x" * 2000}">' + "<p>a" * 5000
    assert len(told(html)[0]) < 4 * len(html)


UNITS = [
    "<p>wheat and <b>rice</b> at the market of the valley, by the river</p>\n",
    "<",
    "&",
    "<p>x",
    "<b>x",
    "<i>x</i> ",
    "</b>",
    "<li>x",
    "<td>x",
    '<img src="a.png" alt="x">',
    '<a href="#x">x</a>',
    "x<br>",
    "\u2067x",
    "<h2>x<h6>y",
    '<section class="footnotes">x</section>',
    "<figure><figcaption>x",
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit):
    def seconds(size):
        started = time.process_time()
        outcome("<ul><table>" + unit * (size // len(unit)))
        return time.process_time() - started

    seconds(1000)
    small = min(seconds(10_000) for _ in range(3))
    large = seconds(80_000)
    assert large < 8 * 4 * max(small, 0.005)


@pytest.mark.slow
def test_five_megabytes_in_seconds():
    started = time.process_time()
    result, _ = told(UNITS[0] * (5_000_000 // len(UNITS[0])))
    assert len(result) > 5_000_000
    assert time.process_time() - started < 30
