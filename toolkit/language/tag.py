"""BCP 47 language tags: their parts, one spelling for each, script and direction.

The grammar is RFC 5646 section 2.1 (https://www.rfc-editor.org/rfc/rfc5646#section-2.1); aliases
such as ``prs`` for ``fa-AF`` and likely scripts are CLDR's
(https://www.unicode.org/reports/tr35/#Likely_Subtags).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.tables import table

__all__ = ["Direction", "Tag", "direction", "likely_script", "likely_territory", "normalise"]

Direction = Literal["ltr", "rtl"]

_LONGEST = 100
_GRAMMAR = re.compile(
    r"""(?P<language>[a-z]{2,3}|[a-z]{5,8})
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<territory>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)
        (?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)
        (?P<private>(?:-x(?:-[a-z0-9]{1,8})+)?)""",
    re.VERBOSE,
)
_UNICODE = re.compile(r"(?<![a-z0-9])u(?:-[a-z0-9]{2,8})+")
_PRIVATE = re.compile("(?:^|-)x-")
_KEYWORD = re.compile(r"-([a-z0-9]{2})(?![a-z0-9])((?:-[a-z0-9]{3,8})*)")


@dataclass(frozen=True, slots=True)
class Tag:
    """The parts of one BCP 47 tag, in canonical case, aliases resolved.

    Args:
        language: ISO 639 code, such as ``fa``.
        script: ISO 15924 code, such as ``Arab``: as written, or else the likely one.
        territory: ISO 3166 or UN M.49 code, such as ``AF``, or ``None``.
        core: The tag without extensions: language, script and territory as written, variants.
        extensions: What follows the core, in lower case, such as ``u-nu-latn``.
    """

    language: str
    script: str
    territory: str | None
    core: str
    extensions: str = ""

    @classmethod
    def parse(cls, tag: str) -> "Tag":
        """Return the parts of a tag; ``_`` is taken for ``-``.

        Args:
            tag: A BCP 47 tag in any case, such as ``fa-AF``, ``FA_af`` or ``prs``.

        Returns:
            Its parts.

        Raises:
            LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
        """
        if not isinstance(tag, str) or len(tag) > _LONGEST:
            raise _error("bad-tag", "a language tag", f"{str(tag)[:20]}…")
        return _parse(tag)

    @property
    def direction(self) -> Direction:
        """Base direction of text in this script."""
        return "rtl" if self.script in table("scripts")["rtl"] else "ltr"

    @property
    def keywords(self) -> dict[str, str]:
        """The ``-u-`` extension's keys and values, such as ``{"nu": "latn"}`` (RFC 6067).

        Of a key that is there twice, the first value counts.
        """
        asked = _UNICODE.search(_PRIVATE.split(self.extensions)[0])
        found: dict[str, str] = {}
        for key, value in _KEYWORD.findall(asked[0]) if asked else ():
            found.setdefault(key, value.removeprefix("-"))
        return found

    def __str__(self) -> str:
        """Return the whole tag."""
        return f"{self.core}-{self.extensions}" if self.extensions else self.core


@lru_cache(maxsize=1024)
def _parse(tag: str) -> Tag:
    match = _GRAMMAR.fullmatch(tag.strip().replace("_", "-").lower())
    if match is None:
        raise _error("bad-tag", "a language tag", tag)
    language, script, territory = _resolve(match["language"], match["script"], match["territory"])
    if not _known(language):
        raise _error("unknown-language", "the tag of a known language", tag)
    core = "-".join(part for part in (language, script, territory) if part) + match["variants"]
    return Tag(
        language=language,
        script=script or likely_script(language, territory),
        territory=territory,
        core=core,
        extensions=(match["extensions"] + match["private"]).removeprefix("-"),
    )


def _resolve(
    language: str, script: str | None, territory: str | None
) -> tuple[str, str | None, str | None]:
    """Replace CLDR's aliases (``prs`` by ``fa-AF``, ``UK`` by ``GB``) and set the case."""
    from babel.core import get_global, parse_locale

    script, territory = script and script.title(), territory and territory.upper()
    if alias := get_global("language_aliases").get(language):
        language, new_territory, new_script, *_ = parse_locale(str(alias))
        script, territory = script or new_script, territory or new_territory
    successors = get_global("territory_aliases").get(territory or "", ())
    return language, script, successors[0] if len(successors) == 1 else territory


def likely_script(language: str, territory: str | None = None) -> str:
    """Return the script a language is most likely written in.

    Args:
        language: ISO 639 code.
        territory: ISO 3166 code of where it is written, or ``None``.

    Returns:
        ISO 15924 code; ``Zyyy`` where CLDR does not say.
    """
    return _likely(language, territory)[1] or "Zyyy"


def likely_territory(language: str, script: str) -> str | None:
    """Return the country where a language in a script is most likely written.

    Args:
        language: ISO 639 code.
        script: ISO 15924 code.

    Returns:
        ISO 3166 code, or ``None`` where CLDR does not say.
    """
    return _likely(language, script)[2] or None


def _likely(language: str, narrower: str | None) -> list[str]:
    """Return the language, script and territory that CLDR adds to a tag; empty where unknown."""
    from babel.core import get_global

    likely = get_global("likely_subtags")
    found = likely.get(f"{language}_{narrower}") or likely.get(language)
    return str(found).split("_") if found else ["", "", ""]


def _known(language: str) -> bool:
    from babel.core import Locale, get_global

    return language in get_global("likely_subtags") or language in Locale("en").languages


def _error(code: str, reason: str, tag: str) -> LocaleError:
    """Return the error on a tag; its remedy is the right tag where a language's name was given."""
    from babel.core import Locale

    names = {name.lower(): code for code, name in Locale("en").languages.items()}
    meant = names.get(tag.strip().lower(), "en, fa, fa-AF or ps").replace("_", "-")
    remedy = f"Write a BCP 47 tag such as {meant}"
    return LocaleError(Diagnostic(code=code, reason=f"“{tag}” is not {reason}", remedy=remedy))


def normalise(tag: str) -> str:
    """Return a tag in its one canonical spelling.

    Args:
        tag: A BCP 47 tag in any case, such as ``FA_af`` or ``prs``.

    Returns:
        The canonical tag, such as ``fa-AF``; extensions are kept.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    return str(Tag.parse(tag))


def direction(tag: str) -> Direction:
    """Return the base direction of text in a language, by its script.

    Args:
        tag: A BCP 47 tag.

    Returns:
        ``rtl`` or ``ltr``.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    return Tag.parse(tag).direction
