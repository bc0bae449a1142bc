import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import accepted, fallbacks, negotiate
from toolkit.language.negotiation import nearest
from toolkit.language.tag import Tag

TAGS = [
    "en",
    "en-GB",
    "fa",
    "fa-AF",
    "fa-IR",
    "fa-Latn",
    "ps",
    "ps-PK",
    "ar",
    "uz",
    "uz-Arab",
    "ckb",
]


@pytest.mark.parametrize(
    ("tag", "chain"),
    [
        ("fa-AF", ("fa-AF", "fa", "en")),
        ("prs", ("fa-AF", "fa", "en")),
        ("fa", ("fa", "en")),
        ("fa-Arab-AF", ("fa-Arab-AF", "fa-AF", "fa", "en")),
        ("ps", ("ps", "en")),
        ("en", ("en",)),
        ("en-GB", ("en-GB", "en")),
        ("uz-Arab", ("uz-Arab", "en")),
        ("uz-AF", ("uz-AF", "uz-Arab", "en")),
        ("uz-Arab-AF", ("uz-Arab-AF", "uz-AF", "uz-Arab", "en")),
        ("fa-Latn", ("fa-Latn", "en")),
        ("zh-TW", ("zh-TW", "zh-Hant", "en")),
        ("fa-AF-u-nu-latn", ("fa-AF", "fa", "en")),
    ],
)
def test_fallbacks_never_change_the_script(tag: str, chain: tuple[str, ...]) -> None:
    assert fallbacks(tag) == chain


@pytest.mark.parametrize(
    ("wanted", "available", "chosen"),
    [
        (["fa-AF"], ["fa", "fa-AF", "en"], "fa-AF"),
        (["prs"], ["en", "fa", "fa_AF"], "fa_AF"),
        (["fa-AF"], ["en", "fa"], "fa"),
        (["fa"], ["en", "fa-AF"], "fa-AF"),
        (["fa-IR"], ["fa-AF", "fa"], "fa"),
        (["ps-PK", "en"], ["en", "ps"], "ps"),
        (["ar", "ps"], ["en", "ps"], "ps"),
        (["*", "nonsense!", "ps"], ["en", "ps"], "ps"),
        (["fa-AF-u-nu-latn"], ["fa", "fa-AF"], "fa-AF"),
        (["uz-Arab"], ["uz", "en"], None),
        (["uz"], ["uz-Arab", "uz-Cyrl"], None),
        (["uz-AF"], ["uz", "uz-Arab"], "uz-Arab"),
        (["de"], ["fa", "en"], None),
        ([], ["en"], None),
        (["en"], [], None),
    ],
)
def test_negotiation(wanted: list[str], available: list[str], chosen: str | None) -> None:
    assert negotiate(wanted, available) == chosen


@given(st.lists(st.sampled_from(TAGS)), st.lists(st.sampled_from(TAGS)))
def test_negotiation_finds_one_wherever_one_shares_language_and_script(
    wanted: list[str], available: list[str]
) -> None:
    def related(one: str, other: str) -> bool:
        first, second = Tag.parse(one), Tag.parse(other)
        return (first.language, first.script) == (second.language, second.script)

    chosen = negotiate(wanted, available)
    first = next((tag for tag in wanted if any(related(tag, offer) for offer in available)), None)
    if first is None:
        assert chosen is None
    else:
        assert chosen is not None
        assert related(first, chosen)
        assert chosen == first or first not in available


def test_what_can_be_shown_must_be_a_tag() -> None:
    with pytest.raises(LocaleError):
        negotiate(["fa"], ["not a tag"])


def test_nearest_never_lends_english_to_another_language() -> None:
    values = {"en": 1, "fa": 2}
    assert nearest(values, "fa-AF") == 2
    assert nearest(values, "en-GB") == 1
    assert nearest(values, "ps") is None


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("fa-AF,fa;q=0.9,en;q=0.5", ("fa-AF", "fa", "en")),
        ("en;q=0.5, ps , fa;q=0.8", ("ps", "fa", "en")),
        ("de, en;q=0, *;q=0.1", ("de", "*")),
        ("prs;Q=1.000;q=2, fa; q = 0.3", ("fa",)),
        ("", ()),
        (",;q=1,<b>,fa;q=x,en;q=-1", ()),
        ("fa," + "x," * 10_000 + "en", ("fa", *["x"] * 499)),
    ],
)
def test_languages_that_a_browser_asks_for(header: str, tags: tuple[str, ...]) -> None:
    assert accepted(header) == tags


def test_a_browser_gets_dari_where_it_is_there() -> None:
    assert negotiate(accepted("en;q=0.4, prs-AF;q=0.9"), ["en", "fa", "fa-AF"]) == "fa-AF"


@given(st.text())
def test_any_header_is_read(header: str) -> None:
    assert negotiate(accepted(header), ["en"]) in (None, "en")
