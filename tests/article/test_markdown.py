"""The Markdown dialect by example, and in bounded time."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toolkit.article.body import clean
from toolkit.article.markdown import to_html

CASES = tomllib.loads((Path(__file__).parent / "data" / "markdown.toml").read_text("utf-8"))["case"]


def rendered(text):
    return clean(to_html(text), report=lambda _: None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_examples(case):
    assert rendered(case["text"]) == case["html"]


@given(st.text("ab *_`[]()!#>-+.\n\\<&~1", max_size=60))
def test_what_is_plain_commonmark_stays_so(text):
    """Apart from what the dialect adds, which these characters cannot spell."""
    plain = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").render(text)
    if "~~" not in text:
        assert rendered(text) == clean(plain, report=lambda _: None)


@given(
    st.lists(
        st.sampled_from(
            [
                "::: verse\n",
                "::: table x\n",
                ":::\n",
                "> — a\n",
                "| a |\n",
                "|--|\n",
                "![a](b)",
                "{lang=fa}",
                "[a]{#b}",
                "^[",
                "[^a]",
                "[^a]: b\n",
                ": c\n",
                "\n",
                "**",
                " / ",
                "a\n",
                "# a {b}\n",
                "- ",
                "    ",
                "<b>",
                "{",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_no_text_breaks_it(text):
    assert rendered(text) == clean(rendered(text), report=lambda _: None)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![](a)",
        "[a]{",
        "[a]{lang=fa}",
        "[^a]",
        "^[",
        ":::\n",
        "::: verse\n",
        "{a=b}\n",
        "*a ",
        "> ",
        "- ",
        "`",
        "| a |\n",
        "a\n: b\n",
        "<b",
        "![[]()",
        "**a* ",
    ],
)
def test_time_is_bounded(unit):
    def seconds(size):
        started = time.process_time()
        to_html(unit * (size // len(unit)))
        return time.process_time() - started

    seconds(1000)
    assert seconds(40_000) < 4 * 4 * max(seconds(10_000), 0.02)


def test_the_parser_keeps_nothing_between_texts():
    assert "fn-2" not in to_html("a^[b]") + to_html("a^[b]")
