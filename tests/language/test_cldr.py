import pytest

from toolkit.language.cldr import cldr


def test_one_language_never_shows_in_another() -> None:
    """Babel 2.18 lets Hebrew's names of months leak into whoever is asked next."""
    assert cldr("he").months["stand-alone"]["wide"][10] == "אוקטובר"
    assert cldr("de").months["stand-alone"]["wide"][10] == "Oktober"
    assert cldr("fr").months["stand-alone"]["wide"][10] == "octobre"
    assert cldr("he").quarters["stand-alone"]["wide"][1] == "רבעון 1"
    assert cldr("de").quarters["stand-alone"]["wide"][1] == "1. Quartal"


@pytest.mark.parametrize(
    ("tag", "served_by"),
    [
        ("fa-AF", "fa_AF"),
        ("fa-Arab-AF", "fa_AF"),
        ("fa-DE", "fa"),
        ("uz-Arab", "uz_Arab"),
        ("uz-AF", "uz_Arab_AF"),
        ("zh-TW", "zh_Hant_TW"),
        ("fa-Latn", "en"),
        ("haz", "en"),
    ],
)
def test_the_nearest_data_in_the_same_script(tag: str, served_by: str) -> None:
    assert str(cldr(tag)) == served_by
