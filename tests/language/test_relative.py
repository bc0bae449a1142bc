# ruff: noqa: DTZ001, DTZ901 - wall clocks have no zone
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AGO = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
MOST = {"second": 59, "minute": 59, "hour": 23, "day": 6, "week": 4}
TAGS = ["fa", "fa-AF", "ps", "en", "ar", "ur", "ckb", "de"]


def moment(unit: str, count: int) -> datetime:
    if unit in AGO:
        return NOW + count * AGO[unit]
    months = count * (12 if unit == "year" else 1) + NOW.month - 1
    return NOW.replace(year=NOW.year + months // 12, month=months % 12 + 1)


@pytest.mark.parametrize("tag", TAGS)
def test_relative_times_equal_icu(tag: str, intl) -> None:
    wanted = [
        (unit, sign * count)
        for unit in ("second", "minute", "hour", "day", "week", "month", "year")
        for count in range(1, MOST.get(unit, 11) + 1)
        for sign in (-1, 1)
    ]
    calls = [("RelativeTimeFormat", tag, {}, "format", [count, unit]) for unit, count in wanted]
    ours = [Locale.parse(tag).relative(moment(unit, count), NOW) for unit, count in wanted]
    theirs = intl(calls)
    assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize("tag", table("relative"))
def test_words_for_now_and_the_days_around_equal_icu(tag: str, intl) -> None:
    options = {"numeric": "auto"}
    calls = [("RelativeTimeFormat", tag, options, "format", [*values])
             for values in ((0, "second"), (0, "day"), (-1, "day"), (1, "day"))]  # fmt: skip
    locale, today = Locale.parse(tag), date(2026, 11, 22)
    days = [locale.relative(today + timedelta(n), today) for n in (0, -1, 1)]
    assert [locale.relative(NOW, NOW), *days] == intl(calls)


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("fa", ["دیروز", "۳ روز پیش", "۲ هفته بعد", "۱ سال پیش"]),
        ("fa-AF", ["دیروز", "۳ روز پیش", "۲ هفته بعد", "۱ سال پیش"]),
        ("ps", ["پرون", "۳ ورځې مخکې", "په ۲ اونيو کې", "۱ کال مخکې"]),
        ("en", ["yesterday", "3 days ago", "in 2 weeks", "1 year ago"]),
    ],
)
def test_examples(tag: str, texts: list[str]) -> None:
    today = date(2026, 11, 22)
    days = [today + timedelta(n) for n in (-1, -3, 14, -365)]
    assert [Locale.parse(tag).relative(day, today) for day in days] == texts


@pytest.mark.parametrize(
    ("value", "now", "text"),
    [
        (datetime(2026, 11, 22, 11, 59), datetime(2026, 11, 22, 12), "1 minute ago"),
        (datetime(2026, 11, 22, 10, 31), datetime(2026, 11, 22, 12), "1 hour ago"),
        (datetime(2026, 10, 22, 12, 0, 1), datetime(2026, 11, 22, 12), "4 weeks ago"),
        (datetime(2026, 10, 22, 12), datetime(2026, 11, 22, 12), "1 month ago"),
        (datetime(2025, 11, 22, 12), datetime(2026, 11, 22, 12), "1 year ago"),
        (datetime(2025, 11, 22, 12, 1), datetime(2026, 11, 22, 12), "11 months ago"),
        (date(2024, 2, 29), date(2025, 2, 28), "11 months ago"),
        (date(2024, 2, 29), date(2025, 3, 1), "1 year ago"),
        (date(1926, 11, 22), date(2026, 11, 22), "100 years ago"),
        (date(2026, 11, 20), datetime(2026, 11, 22, 1), "2 days ago"),
    ],
)
def test_the_largest_whole_unit_is_told(value: date, now: date, text: str) -> None:
    assert Locale.parse("en").relative(value, now) == text


def test_days_and_wall_clocks_are_read_in_the_time_zone() -> None:
    en, now = Locale.parse("en"), datetime(2026, 11, 21, 20, 0, tzinfo=UTC)  # 22 November in Kabul
    assert en.relative(date(2026, 11, 22), now, time_zone="Asia/Kabul") == "today"
    assert en.relative(date(2026, 11, 22), now) == "tomorrow"
    wall = datetime(2026, 11, 22, 0, 0)
    assert en.relative(wall, now, time_zone=ZoneInfo("Asia/Kabul")) == "30 minutes ago"
    with pytest.raises(LocaleError, match="time zone"):
        en.relative(wall, now, time_zone="Kabul")


def test_a_moment_at_the_edge_of_time_is_an_error() -> None:
    for edge in (datetime.min, datetime.min.replace(tzinfo=ZoneInfo("Asia/Kabul"))):
        with pytest.raises(LocaleError, match="years 1 to 9999"):
            Locale.parse("en").relative(edge, NOW, time_zone="Asia/Kabul")


def test_a_change_of_the_clocks_is_no_hour() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before, after = (
        datetime(2026, 10, 25, 1, tzinfo=berlin),
        datetime(2026, 10, 25, 4, tzinfo=berlin),
    )
    assert Locale.parse("en").relative(before, after) == "4 hours ago"


def test_now_is_this_moment_unless_it_is_told() -> None:
    assert Locale.parse("en").relative(datetime(2000, 1, 1)).endswith(" years ago")
    assert Locale.parse("en").relative(date(9999, 1, 1)).startswith("in 7")


@given(st.datetimes(), st.datetimes())
def test_past_and_future_mirror_each_other(one: datetime, other: datetime) -> None:
    en = Locale.parse("en")
    forward, back = en.relative(one, other), en.relative(other, one)
    assert forward.removeprefix("in ") == back.removesuffix(" ago") or (
        forward.removesuffix(" ago") == back.removeprefix("in ")
    )
