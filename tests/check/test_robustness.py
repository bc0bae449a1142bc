"""No text crashes a rule or takes more than linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article.body import clean
from toolkit.check.passage import Passage
from toolkit.check.reading import read_body
from toolkit.check.rule import Surroundings, finders
from toolkit.check.rules.language import reads_as
from toolkit.direction.script import direction_of

DECLARED = Surroundings(("fa", "en", "ps"))
LETTERS = (
    "ab ابيىكکیـ\u200c\u200bﺳﻼ١٢۱۲12«»‹›“”‘’\"',;?،.:/@#\u202e\u202c\u2066\u2069\u2028می شود\ufffcЖ"
)
TEXTS = st.one_of(st.text(st.sampled_from(LETTERS), max_size=60), st.text(max_size=60))
LANGUAGES = st.sampled_from(["fa", "fa-AF", "ps", "en", "ar", "ur", "uz-Arab", "ru", "zxx"])


def passage(text, lang):
    return Passage.plain(text, lang, direction_of(lang), "body", "text")


@given(text=TEXTS, lang=LANGUAGES)
def test_no_text_crashes_a_rule(text, lang):
    one = passage(text, lang)
    reads_as(one, DECLARED)
    for _, find in finders():
        for hit in find(one, DECLARED):
            assert 0 <= hit.start < hit.end <= len(text)
            assert hit.suggestion != text[hit.start : hit.end]
            one.is_shielded(hit.start, hit.end)
            one.is_quoted(hit.end - 1)


@given(st.text(st.sampled_from('<>pbi/ ساx\u200c«»&;"=langdirco '), max_size=80))
def test_no_body_crashes_the_reading(markup):
    for one in read_body(clean(markup, report=lambda _finding: None), "fa", "body"):
        assert "".join(one.text[part.start : part.end] for part in one.parts) == one.text
        assert len(one.own) == len(one.shielded) == len(one.text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["ي ", "\u200c", "ا\u200c ", "“", "«»”", "‘’", '"', "1۲ ", "\u202e", "\u2066", "سـ", "می ",
     "1 ", "ا\u00a0", "ا\u00a0 ", '"ا', "&amp;", "&a", "بزرگ تر ", "1,000",
     "ا,", "ﺳ", "http://a/", "ا", "a.", "a@", "متن The text of it "],
)  # fmt: skip
def test_time_is_linear(unit):
    def seconds(size):
        text = (unit * size)[:size]
        began = time.process_time()
        one = passage(text, "fa")
        one.is_quoted(0)
        for _, find in finders():
            for _hit in find(one, DECLARED):
                pass
        return time.process_time() - began

    seconds(1000)  # compiles the patterns
    assert seconds(80_000) < 10 * seconds(20_000) + 0.1
