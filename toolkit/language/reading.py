"""How many words a text has, and how long it takes to read."""

from itertools import filterfalse

from toolkit.language.locale import Locale
from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = ["reading_minutes", "words"]


def words(text: str) -> int:
    """Count the words of a text: what stands between spaces and holds a letter or digit.

    A word joined by ZWNJ (``می‌رود``) is one.  Languages that write no spaces between words
    (Chinese, Japanese, Thai, Khmer, Lao, Burmese) are not served.

    Args:
        text: Plain text.

    Returns:
        The number of words.
    """
    chunks = text.split()
    mixed = filterfalse(str.isalnum, chunks)
    bare = [chunk for chunk in mixed if not (chunk[0].isalnum() or any(map(str.isalnum, chunk)))]
    return len(chunks) - len(bare)


def reading_minutes(text: str, locale: Locale | str) -> int:
    """Return the minutes that an average reader needs, by the language's reading speed.

    Args:
        text: Plain text.
        locale: The text's language.

    Returns:
        Whole minutes, at least 1.

    Raises:
        LocaleError: The language is given by what is no BCP 47 tag.
    """
    speeds = table("reading")
    tag = Locale.parse(locale).tag
    speed: int = nearest(speeds["words-per-minute"], tag) or speeds["default"]
    return max(1, round(words(text) / speed))
