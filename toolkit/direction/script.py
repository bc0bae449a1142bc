"""Scripts: what a language tag or a letter says about script and direction.

The table is ``data/scripts.toml`` (https://www.unicode.org/reports/tr24/).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

__all__ = [
    "Direction",
    "Script",
    "direction_of",
    "first_strong",
    "letters_but",
    "script_at",
    "script_of",
    "scripts",
]

Direction = Literal["ltr", "rtl"]

_DATA = Path(__file__).parent / "data" / "scripts.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """One script of the table; there is one object for each.

    Args:
        code: ISO 15924 code, such as ``Arab``.
        direction: ``ltr`` or ``rtl``.
        languages: Tags of the languages written in it, the usual one first.
        letters: Body of a regular expression class that holds its letters.
    """

    code: str
    direction: Direction
    languages: tuple[str, ...]
    letters: str


@cache
def scripts() -> dict[str, Script]:
    """Return the scripts of the table by code."""
    return {
        code: Script(
            code, row["direction"], tuple(row["languages"]), "".join(row["letters"].split())
        )
        for code, row in _table().items()
    }


@lru_cache(1024)
def script_of(tag: str) -> Script:
    """Return the script that a language is written in.

    Args:
        tag: BCP 47 language tag, such as ``fa-AF`` or ``uz-Arab``.

    Returns:
        The script its subtag names, else the language's usual one, else Latin.
    """
    language, *subtags = tag.replace("_", "-").split("-")
    keys = [subtag.title() for subtag in subtags if len(subtag) == 4]
    keys += [f"{language.lower()}-{subtag.upper()}" for subtag in subtags]
    keys += [language.lower(), "Latn"]
    return next(_by_key()[key] for key in keys if key in _by_key())


def direction_of(tag: str) -> Direction:
    """Return the direction of a language's script.

    Args:
        tag: BCP 47 language tag.

    Returns:
        ``ltr`` or ``rtl``.
    """
    return script_of(tag).direction


@lru_cache(4096)
def script_at(character: str) -> Script | None:
    """Return the script of a letter.

    Args:
        character: One character.

    Returns:
        Its script, or ``None`` for what is no letter of a script in the table.
    """
    return next((script for script, own in _letters() if own.match(character)), None)


def first_strong(text: str) -> Direction | None:
    """Return the direction of the first letter.

    Args:
        text: Any text.

    Returns:
        ``ltr``, ``rtl``, or ``None`` where no letter decides.
    """
    found = _any_letter().search(text)
    script = script_at(found[0]) if found else None
    return script.direction if script else None


def letters_but(script: Script | None = None) -> str:
    """Return a class body of all letters but those of one script.

    Args:
        script: The script to leave out, or ``None``.
    """
    return "".join(other.letters for other in scripts().values() if other is not script)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _by_key() -> dict[str, Script]:
    found: dict[str, Script] = {}
    for code, row in _table().items():
        keys = [code, *row.get("aliases", ()), *row["languages"]]
        found |= dict.fromkeys(keys, scripts()[code])
    return found


@cache
def _letters() -> list[tuple[Script, re.Pattern[str]]]:
    return [(script, re.compile(f"[{script.letters}]")) for script in scripts().values()]


@cache
def _any_letter() -> re.Pattern[str]:
    return re.compile(f"[{letters_but()}]")
