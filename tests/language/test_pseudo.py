"""Pseudo-locales: longer, marked, with their placeholders, in characters the fonts have."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from toolkit.language import Labels, Locale
from toolkit.language.catalogue import read_catalogue
from toolkit.language.insertion import Pattern
from toolkit.language.pseudo import PSEUDO_LOCALES, Pseudo
from toolkit.resources import FONTS

TEMPLATE = read_catalogue(
    Path(__file__).parents[2] / "toolkit/language/catalogues/labels.pot"
).entries
LETTER = {"en-XA": "[À-ỿ]", "ar-XB": "[ء-ي]", "fa-XA": "[ء-ی]"}
SANS = {"en-XA": ["sans"], "ar-XB": ["sans-arabic", "sans"], "fa-XA": ["sans-arabic", "sans"]}


@pytest.fixture(params=PSEUDO_LOCALES)
def tag(request) -> str:
    """Each pseudo-locale in turn."""
    return request.param


def sources() -> list[str]:
    return sorted({source for entry in TEMPLATE.values() for source in entry.source})


@pytest.mark.parametrize(
    ("tag", "english", "text"),
    [
        ("en-XA", "Latest news", "[Ļåţéšţ ñéŵš öñé ţŵö]"),
        ("en-XA", "By {author}", "[Ḃý {author} öñé ţŵö]"),
        ("ar-XB", "Latest news", "[لاتةست نةعس]"),
        ("fa-XA", "Latest news", "[لاتِست\u200cهایِ نِوس\u200cهایِ]"),
        ("fa-XA", "{name}, each shop", "[{name}، اِاچ\u200cهایِ شُپ\u200cهایِ]"),
    ],
)
def test_disguises(tag: str, english: str, text: str) -> None:
    assert Pseudo.of(tag).text(english) == text


def test_only_pseudo_locales_are_disguised() -> None:
    assert [Pseudo.of(other) for other in ("en", "en-GB", "fa-AF", "ps-XA")] == [None] * 4


@pytest.mark.parametrize("english", sources())
def test_each_label_is_in_brackets_with_its_placeholders(tag: str, english: str) -> None:
    text = Pseudo.of(tag).text(english)
    assert re.fullmatch(r"\[[^\[\]]+\]", text)
    assert Pattern.parse(text).names == Pattern.parse(english).names
    bare = re.sub(r"\{.*?\}", "", text)
    assert re.search(LETTER[tag], bare)
    assert not re.search("[A-Za-z\u202a-\u202e]", bare)


@pytest.mark.parametrize("english", sources())
def test_it_leaves_the_room_a_translation_takes(english: str) -> None:
    # 1.4 times, and for the shortest what a lone word adds.
    assert len(Pseudo.of("en-XA").text(english)) >= 1.4 * len(english)
    assert len(Pseudo.of("en-XA").text(english)) <= 1.4 * len(english) + 8
    assert len(Pseudo.of("ar-XB").text(english)) == len(english) + 2


def test_the_bundled_fonts_have_every_character(tag: str) -> None:
    fonts = [TTFont(FONTS / "pdf" / f"{name}-400.ttf").getBestCmap() for name in SANS[tag]]
    covered = set().union(*fonts)
    patterns = [Pattern.parse(Pseudo.of(tag).text(source)) for source in sources()]
    used = {character for found in patterns for literal in found.literals for character in literal}
    assert sorted(character for character in used if ord(character) not in covered) == []


def test_they_are_locales_of_their_own(tag: str) -> None:
    locale, labels = Locale.parse(tag.lower()), Labels(tag)
    assert (locale.tag, labels.lang("news.latest")) == (tag, tag)
    assert locale.direction == ("ltr" if tag == "en-XA" else "rtl")
    assert locale.fallbacks == {
        "en-XA": ("en-XA", "en"), "ar-XB": ("ar-XB", "ar", "en"), "fa-XA": ("fa-XA", "fa", "en")
    }[tag]  # fmt: skip
    assert labels.html("news.latest") == labels.text("news.latest")


def test_counts_are_plural_and_in_the_locales_digits() -> None:
    assert Labels("fa-XA").text("article.reading_time", count=5).startswith("[۵-")
    one, two = (Labels("en-XA").text("article.words", count=count) for count in (1, 2))
    assert one.startswith("[1 ŵöŕđ ")
    assert two.startswith("[2 ŵöŕđš ")


def test_a_publications_own_words_are_disguised_too(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_text(
        'msgctxt "own.label"\nmsgid "x"\nmsgstr "Salt"\n', encoding="utf-8"
    )
    assert Labels("en-XA", [tmp_path]).text("own.label") == "[Šåļţ öñé]"
