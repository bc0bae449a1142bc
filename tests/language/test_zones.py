# ruff: noqa: DTZ001 - wall clocks have no zone
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from toolkit.errors import LocaleError
from toolkit.language import Locale

NOON = datetime(2026, 11, 22, 12, 0)


def test_a_timestamp_is_read_in_the_time_zone_first() -> None:
    evening = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
    fa_af = Locale.parse("fa-AF")
    assert fa_af.date(evening) == "۳۰ عقرب ۱۴۰۵"
    assert fa_af.date(evening, time_zone="Asia/Kabul") == "۱ قوس ۱۴۰۵"
    assert fa_af.date(evening, time_zone=ZoneInfo("Asia/Kabul")) == "۱ قوس ۱۴۰۵"
    assert fa_af.time(evening, time_zone="Asia/Kabul") == "۱:۰۰"
    assert fa_af.date_time(evening, time_zone="Asia/Kabul") == "۱ قوس ۱۴۰۵ ساعت ۱:۰۰"


def test_a_timestamp_without_a_zone_is_wall_clock_time_there() -> None:
    wall = datetime(2026, 11, 22, 1, 0)
    assert Locale.parse("fa").date_time(wall, time_zone="Asia/Tehran") == "۱ آذر ۱۴۰۵ ساعت ۱:۰۰"


def test_a_day_has_no_zone() -> None:
    assert Locale.parse("fa").date(date(2026, 11, 22), time_zone="Pacific/Auckland") == "۱ آذر ۱۴۰۵"


@pytest.mark.parametrize("name", ["Kabul", "", "../../etc/passwd", "/etc/passwd", "Asia", "a\0b"])
def test_an_unknown_time_zone_is_an_error(name: str) -> None:
    with pytest.raises(LocaleError, match="time zone"):
        Locale.parse("fa").date(NOON.replace(tzinfo=UTC), time_zone=name)


def test_a_timestamp_at_the_edge_of_time_is_an_error() -> None:
    edge = datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))
    with pytest.raises(LocaleError, match="years 1 to 9999"):
        Locale.parse("en").date(edge, time_zone="America/New_York")


@pytest.mark.parametrize(
    ("zone", "moment", "clock"),
    [
        ("Asia/Tehran", datetime(2022, 6, 1, tzinfo=UTC), "۴:۳۰"),  # the last summer time
        ("Asia/Tehran", datetime(2023, 6, 1, tzinfo=UTC), "۳:۳۰"),
        ("Asia/Tehran", datetime(1978, 1, 1, tzinfo=UTC), "۴:۰۰"),  # four hours until 1978
        ("Asia/Tehran", datetime(2005, 7, 1, tzinfo=UTC), "۴:۳۰"),
        ("Asia/Tehran", datetime(2006, 7, 1, tzinfo=UTC), "۳:۳۰"),  # no summer time in 2006, 2007
        ("Asia/Kabul", datetime(2022, 6, 1, tzinfo=UTC), "۴:۳۰"),
        ("Asia/Kabul", datetime(1940, 1, 1, tzinfo=UTC), "۴:۰۰"),  # half an hour more from 1945
    ],
)
def test_clocks_of_the_past(zone: str, moment: datetime, clock: str) -> None:
    assert Locale.parse("fa").time(moment, time_zone=zone) == clock
