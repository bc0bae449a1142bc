"""CLDR's data through Babel: loaded when first needed, each locale's data its own."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from toolkit.language.tag import Tag

if TYPE_CHECKING:
    import babel

__all__ = ["cldr", "cldr_table"]

_lock = Lock()


def cldr(tag: str) -> "babel.Locale":
    """Return CLDR's data for a language, or for its nearest relative in the same script.

    Args:
        tag: A BCP 47 tag.

    Returns:
        Babel's locale; English where CLDR has no data at all for the language.
    """
    return _nearest(Tag.parse(tag).core)


def cldr_table(tag: str, name: str) -> Mapping[str, Any]:
    """Return one of Babel's tables that its locales have no accessor for.

    Args:
        tag: A BCP 47 tag.
        name: The table's name, such as ``unit_patterns``.
    """
    return cast("Mapping[str, Any]", cldr(tag)._data[name])  # noqa: SLF001 - there is no other way


@cache
def _nearest(core: str) -> "babel.Locale":
    return _load(_identifier(Tag.parse(core)))


@cache
def _load(identifier: str) -> "babel.Locale":
    from babel import Locale, localedata

    with _lock:
        data = localedata.load(identifier)
        # Locales share what they inherit, and looking up an alias writes into it: after Hebrew,
        # German months came out in Hebrew (https://github.com/python-babel/babel/issues/1234).
        data.update(deepcopy(data))
    return Locale.parse(identifier)


def _identifier(tag: Tag) -> str:
    from babel import localedata

    for parts in (
        (tag.language, tag.script, tag.territory),
        (tag.language, tag.territory),
        (tag.language, tag.script),
        (tag.language,),
    ):
        name = "_".join(part for part in parts if part)
        if localedata.exists(name) and Tag.parse(name).script == tag.script:
            return name
    return "en"
