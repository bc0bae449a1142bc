from zoneinfo import ZoneInfo

import pytest

from toolkit.language import Locale
from toolkit.language.tables import table


@pytest.mark.parametrize(
    "tag", ["fa", "fa-IR", "fa-AF", "ps", "ps-PK", "en", "en-GB", "ar", "ar-MA", "ur", "de", "he"]
)
def test_the_first_day_of_the_week_is_icus(tag: str, intl) -> None:
    (theirs,) = intl([("Locale", tag, {}, "getWeekInfo", [])])
    assert f'"firstDay":{Locale.parse(tag).first_weekday + 1},' in theirs


def test_weeks_of_iran_and_afghanistan_begin_on_saturday() -> None:
    saturday = 5
    assert [Locale.parse(tag).first_weekday for tag in ("fa", "fa-AF", "ps")] == [saturday] * 3


@pytest.mark.parametrize(
    ("tag", "zone"),
    [("fa", "Asia/Tehran"), ("prs", "Asia/Kabul"), ("ps", "Asia/Kabul"), ("ps-PK", "Asia/Karachi"),
     ("uz-Arab", "Asia/Kabul"), ("fa-DE", None), ("en", None), ("ar", None)],
)  # fmt: skip
def test_time_zones_of_languages(tag: str, zone: str | None) -> None:
    assert Locale.parse(tag).time_zone == zone


def test_each_time_zone_is_its_countrys_only_one() -> None:
    from babel.core import get_global

    for country, zone in table("zones").items():
        assert get_global("territory_zones")[country] == [zone]
        assert ZoneInfo(zone)
