"""The ``Plural-Forms`` of a catalogue's header: which form of a label serves a count.

https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html
"""

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

__all__ = ["ENGLISH", "PluralForms"]

_HEADER = re.compile(
    r"^plural-forms:\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=([^;]+);?\s*$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class PluralForms:
    """The plural forms of a language.

    Args:
        count: How many there are.
        form: Gives the index of the form for a count.
    """

    count: int
    form: Callable[[int], int]

    @classmethod
    def parse(cls, header: str) -> "PluralForms | None":
        """Return the plural forms of a catalogue's header.

        Args:
            header: Its fields, a line each.

        Returns:
            The forms, or ``None`` where the header says none.

        Raises:
            ValueError: The rule is damaged, or counts more forms than it says; in words.
        """
        match = _HEADER.search(header)
        if match is None:
            return None
        count = int(match[1])
        try:
            rule = gettext.c2py(match[2])
            highest = max(rule(number) for number in range(200))
        except (ValueError, ZeroDivisionError) as error:
            raise ValueError("Plural-Forms is damaged") from error
        if highest >= count:
            raise ValueError("Plural-Forms counts more forms than nplurals says")
        return cls(count, partial(_form, rule, count))


def _form(rule: Callable[[int], int], count: int, number: int) -> int:
    try:
        return min(max(rule(number), 0), count - 1)
    except ZeroDivisionError:
        return 0


def _english(number: int) -> int:
    return int(number != 1)


ENGLISH: Final = PluralForms(2, _english)
"""The forms of English, and of a catalogue whose header says none."""
