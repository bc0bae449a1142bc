"""A reader's locale: the facts of one language, ready to use."""

from functools import lru_cache

from toolkit.language.calendar import calendar_named, default_calendar
from toolkit.language.facets.dates import Dates
from toolkit.language.facets.numbers import Numbers
from toolkit.language.facets.words import Words
from toolkit.language.numbering import default_numbering, numbering_system
from toolkit.language.tag import Tag

__all__ = ["Locale"]


class Locale(Numbers, Dates, Words):
    """One language as its readers expect it: direction, digits, calendar, dates, quotations.

    Made by :meth:`parse`.  Immutable and hashable, so that it can be shared among threads and
    be a cache's key.  Its methods are in ``facets/``, a module for each noun.

    Args:
        tag: BCP 47 tag without extensions, such as ``fa-AF``: what goes into ``lang``.
        numbering: CLDR's id of the numbering system, such as ``arabext``.
        calendar: The calendar of its dates.

    Three readers of one day::

        >>> from datetime import date
        >>> day, today = date(2026, 11, 19), date(2026, 11, 22)
        >>> for tag in ("fa", "fa-AF", "ps"):
        ...     locale = Locale.parse(tag)
        ...     print(locale.date(day, "full"), locale.relative(day, today), sep=" - ")
        پنجشنبه ۲۸ آبان ۱۴۰۵ - ۳ روز پیش
        پنجشنبه ۲۸ عقرب ۱۴۰۵ - ۳ روز پیش
        پينځنۍ ۲۸ لړم ۱۴۰۵ - ۳ ورځې مخکې
        >>> for tag in ("fa", "fa-AF", "ps"):
        ...     locale = Locale.parse(tag)
        ...     print(locale.currency(500, "AFN"), locale.compact(1_250_000), sep=" - ")
        ۵۰۰ افغانی - ۱٫۲ میلیون
        ۵۰۰ افغانی - ۱٫۲ میلیون
        ۵۰۰ افغانۍ - ۱٫۲ میلیون
    """

    __slots__ = ()

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


@lru_cache(maxsize=256)
def _parse(text: str) -> Locale:
    tag = Tag.parse(text)
    core, asked = tag.core, tag.keywords
    numbering, calendar = asked.get("nu"), asked.get("ca")
    return Locale(
        tag=core,
        numbering=numbering_system(core, numbering) if numbering else default_numbering(core),
        calendar=calendar_named(calendar) if calendar else default_calendar(core),
    )
