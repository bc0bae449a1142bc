"""Tokens: every rule against its own examples, UAX#9, and inputs made to be slow."""

import re
import time

import pytest

from toolkit.direction import tokens
from toolkit.direction.levels import resolve

RULES = list(tokens.rules().values())
EXAMPLES = [(rule.name, text) for rule in RULES for text in rule.examples]
PLAIN = ["۱۲:۳۰", "۳٫۵", "۱٬۲۳۴٬۵۶۷", "۱۴۰۵/۹/۱", "12:30", "3.14", "1,000", "2026/11/22", "۵۰"]
SLOW = [
    *"a1@+-/.#(:$% ۲ـ&!C\\[]~₂",
    *("a@", "a.", "1-", "+1 ", "/a", "A/", "http://", "a/", "1 ", "1:", "10.1000/", "A1/", "#a"),
    *("(1", "H2", "Ca", "C+", ".a", "v1.", "ISO ", "0 0", "a-", "[1,", "C:\\a\\", "www.", "+1("),
    *("1.1.", "A.", "x&", "http://(", ".http://", "a(", "Fe₂", "1 000 ", "a+b@", "-1+"),
]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_a_rule_finds_its_examples_whole(name: str, text: str) -> None:
    for around in ("{}", "متن {} متن", "متن {}، متن.", "(«{}»)", "a {} b"):
        line = around.format(text)
        found = [(token.kind, line[token.start : token.end]) for token in tokens.find(line)]
        assert found == [(name, text)], line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_nothing_in_its_counterexamples(rule: tokens.Rule) -> None:
    for text in rule.others:
        found = tokens.find(text, rules={rule.name})
        assert not found, (text, found)


def test_every_rule_has_examples_and_counterexamples() -> None:
    assert [rule.name for rule in RULES if not (rule.examples and rule.others)] == []


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES if not re.search("[A-Za-z]", text)])
def test_the_trigger_sees_every_token_without_letters(text: str) -> None:
    assert tokens.may_hold(f"متن {text} متن")


def is_right(text: str) -> bool:
    """Tell whether UAX#9 shows a text from left to right between Persian letters."""
    line = f"متن {text} متن"
    levels = resolve(line, 1).levels[4 : 4 + len(text)]
    return set(levels) == {2}


@pytest.mark.parametrize("text", PLAIN)
def test_what_plain_text_gets_right_is_no_token(text: str) -> None:
    assert is_right(text)
    assert tokens.find(f"متن {text} متن") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, text in EXAMPLES if not re.search("[A-Za-z؀-ۯ]", text)],
)
def test_tokens_of_digits_and_signs_are_wrong_in_plain_text(name: str, text: str) -> None:
    assert not is_right(text)


def test_a_persian_percentage_has_its_sign_on_the_left() -> None:
    """Alreq: the sign is on the left of the number, as plain text has it after a letter."""
    assert list(resolve("متن ۵۰٪ متن", 1).levels[4:7]) == [2, 2, 1]
    assert tokens.find("متن ۵۰٪ متن") == []


def test_tokens_that_are_language_have_one() -> None:
    line = "Yahoo! C++ #tag #خبر +93 700 123 456 S/2020/53 H2O @handle"
    assert {line[t.start : t.end]: (t.lang, t.dir) for t in tokens.find(line)} == {
        "Yahoo!": ("en", "ltr"),
        "C++": ("en", "ltr"),
        "#tag": ("en", "ltr"),
        "#خبر": ("fa", "rtl"),
        "+93 700 123 456": (None, "ltr"),
        "S/2020/53": (None, "ltr"),
        "H2O": (None, "ltr"),
        "@handle": (None, "ltr"),
    }


def test_a_rule_can_be_switched_off() -> None:
    assert [token.kind for token in tokens.find("C++ ۲-۳", rules=tokens.ALL - {"range"})] == [
        "code_name"
    ]
    assert tokens.find("C++ ۲-۳", rules=set()) == []


@pytest.mark.slow
@pytest.mark.parametrize("unit", SLOW)
def test_no_input_is_slow(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    start = time.perf_counter()
    tokens.find(text)
    tokens.may_hold(text)
    assert time.perf_counter() - start < 1


@pytest.mark.slow
@pytest.mark.parametrize("unit", SLOW)
def test_time_grows_with_the_length(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    start = time.perf_counter()
    tokens.find(text)
    assert time.perf_counter() - start < 3
