"""Which language, which digits and which calendar a locale stands for."""

from dataclasses import dataclass

from toolkit.language.calendar import Calendar, calendar_id, default_calendar
from toolkit.language.negotiation import fallbacks
from toolkit.language.numbering import default_numbering
from toolkit.language.tag import Direction, Tag

__all__ = ["Identity"]


@dataclass(frozen=True, slots=True)
class Identity:
    """A language, its digits and its calendar: all that a locale consists of.

    Args:
        tag: BCP 47 tag without extensions, such as ``fa-AF``: what goes into ``lang``.
        numbering: CLDR's id of the numbering system, such as ``arabext``.
        calendar: The calendar of its dates.
    """

    tag: str
    numbering: str
    calendar: Calendar

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

    def __str__(self) -> str:
        """Return the tag, with extensions for digits or a calendar that are not the default."""
        wanted = ""
        if self.calendar != default_calendar(self.tag):
            wanted += f"-ca-{calendar_id(self.calendar)}"
        if self.numbering != default_numbering(self.tag):
            wanted += f"-nu-{self.numbering}"
        return f"{self.tag}-u{wanted}" if wanted else self.tag
