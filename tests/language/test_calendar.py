import pytest

from toolkit.errors import LocaleError
from toolkit.language.calendar import (
    calendar_id,
    calendar_named,
    default_calendar,
    era,
    month,
    short_month,
)
from toolkit.language.tables import table


def test_names_of_solar_months() -> None:
    tags = ("fa", "fa-AF", "ps", "en", "en-AF", "de", "uz-Arab")
    assert [month(tag, "persian", 9) for tag in tags] == [
        "آذر", "قوس", "لیندۍ", "Azar", "Qaws", "Azar", "قوس",
    ]  # fmt: skip
    assert era("en-GB", "persian") == "AP"
    assert era("ar", "persian") == "ه\u200d.ش"


def test_names_of_lunar_months() -> None:
    tags = ("fa", "fa-AF", "ps", "en", "ar", "de")
    for calendar in ("islamic", "islamic-civil"):
        assert [month(tag, calendar, 9) for tag in tags] == [
            "رمضان", "رمضان", "رمضان", "Ramadan", "رمضان", "Ramadan",
        ]  # fmt: skip
        assert era("fa-AF", calendar) == "ه\u200d.ق."
        assert short_month("en", calendar, 6) == "Jum. II"
        assert short_month("fa", calendar, 6) == "جمادی\u200cالثانی"


@pytest.mark.parametrize("kind", ["months", "short-months"])
@pytest.mark.parametrize("calendar", ["persian", "islamic"])
def test_a_year_has_twelve_different_months(kind: str, calendar: str) -> None:
    for names in table("calendars")[kind][calendar].values():
        assert len(set(names)) == len(names) == 12


def test_default_calendars() -> None:
    persian = {tag for tag in ("en", "fa", "fa-AF", "fa-DE", "ps", "ps-PK", "ar", "uz-Arab", "ckb")
               if default_calendar(tag) == "persian"}  # fmt: skip
    assert persian == {"fa", "fa-AF", "fa-DE", "ps"}


def test_each_calendar_has_a_name_in_tags() -> None:
    for name, calendar in table("calendars")["names"].items():
        assert calendar_named(name) == calendar
        assert calendar_named(calendar_id(calendar)) == calendar


@pytest.mark.parametrize("name", ["", "lunar", "Persian", "islamic-rgsa", "buddhist"])
def test_an_unknown_calendar_is_an_error(name: str) -> None:
    with pytest.raises(LocaleError, match="calendar"):
        calendar_named(name)
