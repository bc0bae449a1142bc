"""A reader's locale: the facts of one language, ready to use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from markupsafe import Markup

from toolkit.language import lists, numbers
from toolkit.language.calendar import Calendar, calendar_named, default_calendar
from toolkit.language.insertion import isolated
from toolkit.language.names import language_name
from toolkit.language.negotiation import fallbacks
from toolkit.language.quotation import Marks, quotation_marks
from toolkit.language.tag import Direction, Tag

if TYPE_CHECKING:
    from toolkit.language.dates import DateLength, DayLength, TimeLength

__all__ = ["Locale"]


@dataclass(frozen=True, slots=True)
class Locale:
    """One language as its readers expect it: direction, digits, calendar, dates, quotations.

    Made by :meth:`parse`.  Immutable and hashable, so that it can be shared among threads and
    be a cache's key.

    Args:
        tag: BCP 47 tag without extensions, such as ``fa-AF``: what goes into ``lang``.
        numbering: CLDR's id of the numbering system, such as ``arabext``.
        calendar: The calendar of its dates.
    """

    tag: str
    numbering: str
    calendar: Calendar

    @staticmethod
    def parse(tag: "str | Locale") -> "Locale":
        """Return the locale of a language tag.

        Args:
            tag: A BCP 47 tag in any case, such as ``fa-AF`` or ``fa-u-ca-gregory-nu-latn``;
                a locale is returned as it is.

        Returns:
            The locale; always the same object for the same tag.

        Raises:
            LocaleError: It is no BCP 47 tag, names a language that CLDR does not know, or asks
                for digits or a calendar unknown here.
        """
        return tag if isinstance(tag, Locale) else _parse(tag)

    @property
    def language(self) -> str:
        """ISO 639 code, such as ``fa``."""
        return Tag.parse(self.tag).language

    @property
    def script(self) -> str:
        """ISO 15924 code, such as ``Arab``: as the tag says, or else the likely one."""
        return Tag.parse(self.tag).script

    @property
    def territory(self) -> str | None:
        """ISO 3166 code, such as ``AF``, where the tag says one."""
        return Tag.parse(self.tag).territory

    @property
    def direction(self) -> Direction:
        """Base direction, ``rtl`` or ``ltr``: what goes into ``dir``."""
        return Tag.parse(self.tag).direction

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """Tags to look for text in, best first, such as ``("fa-AF", "fa", "en")``."""
        return fallbacks(self.tag)

    @property
    def quotation_marks(self) -> Marks:
        """Opening and closing mark of the outer and of the inner quotation."""
        return quotation_marks(self.tag)

    @property
    def autonym(self) -> str:
        """The language's name in itself, such as ``دری`` for ``fa-AF``."""
        return language_name(self.tag, self.tag)

    def name_of(self, tag: str) -> str:
        """Return a language's name in this one; where CLDR has none, its name in itself.

        Args:
            tag: BCP 47 tag of the language to name.

        Raises:
            LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
        """
        return language_name(Tag.parse(tag).core, self.tag)

    def number(self, value: numbers.Number) -> str:
        """Return a number with grouped digits and at most three decimals: ``۱٬۲۳۴٫۵``."""
        return numbers.number(value, self.tag, self.numbering)

    def percent(self, value: numbers.Number) -> str:
        """Return a fraction as whole percents: 0.26 as ``۲۶٪``."""
        return numbers.percent(value, self.tag, self.numbering)

    def digits(self, text: str | int) -> str:
        """Return a text, or a number such as a year, with native digits in place of 0 to 9."""
        return numbers.digits(text, self.numbering)

    def date(
        self,
        value: date,
        length: "DateLength" = "long",
        *,
        calendar: Calendar | None = None,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a day in words.

        Args:
            value: A day, or a timestamp.  A timestamp with a zone is first read on the clocks of
                ``time_zone``; one without is taken to be that zone's wall-clock time.
            length: ``full`` (with the weekday), ``long``, ``medium``, ``short`` (in figures),
                ``year-month`` or ``year``.
            calendar: ``persian`` or ``gregorian``; ``None``: the locale's own.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Returns:
            The date in native digits, such as ``۱ آذر ۱۴۰۵``.

        Raises:
            LocaleError: The day lies outside the calendar's known years (Solar Hijri 1178 to
                1600), or no time zone has the name.
        """
        from toolkit.language.dates import format_date, in_zone

        day = in_zone(value, time_zone)
        return self.digits(format_date(day, self.tag, length, calendar or self.calendar))

    def time(
        self,
        value: datetime,
        length: "TimeLength" = "short",
        *,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a timestamp's time of day, such as ``۱۴:۰۵``.

        Args:
            value: The timestamp; zones as in :meth:`date`.
            length: ``short``: hours and minutes; ``medium``: seconds too.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Raises:
            LocaleError: No time zone has the name.
        """
        from toolkit.language.dates import format_time, in_zone

        return self.digits(format_time(in_zone(value, time_zone), self.tag, length))

    def date_time(
        self,
        value: datetime,
        length: "DayLength" = "long",
        *,
        calendar: Calendar | None = None,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a timestamp's day and short time in one phrase: ``۱ آذر ۱۴۰۵ ساعت ۱۴:۰۵``.

        Args:
            value: The timestamp; zones as in :meth:`date`.
            length: Length of the date: ``full``, ``long``, ``medium`` or ``short``.
            calendar: ``persian`` or ``gregorian``; ``None``: the locale's own.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Raises:
            LocaleError: As :meth:`date` raises it.
        """
        from toolkit.language.dates import format_date_time, in_zone

        local = in_zone(value, time_zone)
        day = self.date(local, length, calendar=calendar)
        return format_date_time(day, self.time(local), self.tag, length)

    def list(self, items: Iterable[str], style: lists.ListStyle = "and") -> str:
        """Return items as one phrase of plain text: ``الف، ب، و پ``.

        Args:
            items: The items; those that could disturb the order are isolated (U+2068, U+2069).
            style: ``and`` or ``or``.
        """
        isolates = [isolated(item, self.direction) for item in items]
        return "".join(lists.join(isolates, self.tag, style))

    def list_html(self, items: Iterable[str], style: lists.ListStyle = "and") -> Markup:
        """Return items as one phrase of HTML, each in ``bdi``.

        Args:
            items: The items, escaped unless they are ``Markup``.
            style: ``and`` or ``or``.
        """
        isolates = [Markup("<bdi>{}</bdi>").format(item) for item in items]
        return Markup("").join(lists.join(isolates, self.tag, style))

    def quote(self, text: str, depth: int = 0) -> str:
        """Return a text in quotation marks.

        Args:
            text: The text.
            depth: How many quotations it stands in: 0, outer marks; 1, inner; 2, outer again.
        """
        opening, closing = self.quotation_marks[depth % 2]
        return f"{opening}{text}{closing}"

    def __str__(self) -> str:
        """Return the tag, with extensions for digits or a calendar that are not the default."""
        wanted = ""
        if self.calendar != default_calendar(self.tag):
            wanted += "-ca-gregory" if self.calendar == "gregorian" else "-ca-persian"
        if self.numbering != numbers.default_numbering(self.tag):
            wanted += f"-nu-{self.numbering}"
        return f"{self.tag}-u{wanted}" if wanted else self.tag


@lru_cache(maxsize=256)
def _parse(text: str) -> Locale:
    tag = Tag.parse(text)
    core, asked = tag.core, tag.keywords
    numbering, calendar = asked.get("nu"), asked.get("ca")
    return Locale(
        tag=core,
        numbering=numbers.numbering_system(core, numbering)
        if numbering
        else numbers.default_numbering(core),
        calendar=calendar_named(calendar) if calendar else default_calendar(core),
    )
