import pytest

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table


@pytest.mark.parametrize(
    ("tag", "autonym"),
    [("en", "English"), ("fa", "فارسی"), ("fa-AF", "دری"), ("prs", "دری"), ("ps", "پښتو"),
     ("ar", "العربية"), ("ckb", "کوردیی ناوەندی"), ("uz-Arab", "اوزبیک (عربی)"), ("haz", "haz")],
)  # fmt: skip
def test_autonyms(tag: str, autonym: str) -> None:
    assert Locale.parse(tag).autonym == autonym


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("en", ["English", "Persian", "Dari", "Pashto", "Uzbek (Arabic)", "German (Iran)"]),
        ("fa", ["انگلیسی", "فارسی", "دری", "پشتو", "ازبکی (عربی)", "آلمانی (ایران)"]),
        ("fa-AF", ["انگلیسی", "فارسی", "دری", "پشتو", "ازبکی (عربی)", "آلمانی (ایران)"]),
        ("ps", ["انګليسي", "فارسي", "دري", "پښتو", "اوزبکي (عربي)", "الماني (ايران)"]),
    ],
)
def test_each_of_our_languages_names_the_others(reader: str, names: list[str]) -> None:
    tags = ["en", "fa", "fa-AF", "ps", "uz-Arab", "de-IR"]
    assert [Locale.parse(reader).name_of(tag) for tag in tags] == names


def test_a_language_without_a_name_here_is_called_as_it_calls_itself() -> None:
    assert Locale.parse("uz-Arab").name_of("de") == "Deutsch"


def test_only_tags_have_names() -> None:
    with pytest.raises(LocaleError):
        Locale.parse("en").name_of("klingonish")


@pytest.mark.parametrize("reader", ["en", "fa", "fa-AF", "ps"])
def test_names_equal_icu_save_our_overrides(reader: str, intl) -> None:
    tags = ["en", "fa", "fa-AF", "ps", "ar", "ur", "de", "fr", "tr", "ru", "uz", "tg", "zh"]
    options = {"type": "language"}
    theirs = intl([("DisplayNames", reader, options, "of", [tag]) for tag in tags])
    ours = [Locale.parse(reader).name_of(tag) for tag in tags]
    different = {tag for tag, one, other in zip(tags, ours, theirs, strict=True) if one != other}
    assert different == {
        entry["tag"] for entry in table("overrides")["name"] if entry["language"] == reader
    }
