"""Text that may come in several languages, and the choice of one for a reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

import pydantic
from pydantic import AfterValidator, Discriminator, WrapValidator
from pydantic_core import PydanticCustomError

from toolkit.errors import LocaleError
from toolkit.language.tag import normalise

__all__ = ["LanguageTag", "Localized", "Picked", "by_language", "pick"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Picked(Generic[T]):
    """The version of a text that a reader gets.

    Args:
        value: The version.
        lang: BCP 47 tag of the language it is in.
    """

    value: T
    lang: str


def by_language(value: T | dict[str, T], lang: str) -> dict[str, T]:
    """Return every version of a text by its language.

    Args:
        value: One version, or versions by tag.
        lang: Tag of the language that a lone version is in.

    Returns:
        The versions by BCP 47 tag.
    """
    return value if isinstance(value, dict) else {lang: value}


def pick(value: T | dict[str, T] | None, lang: str, wanted: Iterable[str]) -> Picked[T] | None:
    """Return the best version of a text for a reader.

    A tag also finds a more special one (``en`` finds ``en-GB``).  Where no wanted language is
    there, the article's own serves, and else the first one: a reader sees some text, and its
    ``lang`` says that it is a fallback.

    Args:
        value: One version, or versions by tag, or ``None``.
        lang: Tag of the article's own language.
        wanted: Tags from best to worst, such as ``("fa-AF", "fa", "en")``.

    Returns:
        The version and its language, or ``None`` where there is none.
    """
    if value is None:
        return None
    versions = by_language(value, lang)
    for tag in (*wanted, lang):
        for found in versions:
            if found == tag or (tag not in versions and found.startswith(f"{tag}-")):
                return Picked(versions[found], found)
    return next((Picked(version, tag) for tag, version in versions.items()), None)


def _language_tag(tag: str) -> str:
    try:
        return normalise(tag)
    except LocaleError as error:
        found = error.diagnostic
        context = {"reason": found.reason, "remedy": found.remedy}
        raise PydanticCustomError("unknown-language", "{reason}", context) from error


def _distinct(value: Any, validate: pydantic.ValidatorFunctionWrapHandler) -> Any:  # noqa: ANN401
    versions = validate(value)
    if len(versions) < len(value):
        context = {"reason": "names the same language twice", "remedy": "Keep one of them"}
        raise PydanticCustomError("duplicate-language", "{reason}", context)
    return versions


def _form(value: object) -> str:
    return "by-language" if isinstance(value, dict) else "one"


LanguageTag = Annotated[
    str,
    AfterValidator(_language_tag),
    pydantic.Field(json_schema_extra={"pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"}),
]
"""A BCP 47 tag, kept in its canonical spelling."""

_ByLanguage = Annotated[
    dict[LanguageTag, T],
    pydantic.Field(min_length=1, max_length=50),
    WrapValidator(_distinct),
    pydantic.Tag("by-language"),
]

Localized: TypeAlias = Annotated[
    Annotated[T, pydantic.Tag("one")] | _ByLanguage[T], Discriminator(_form)
]
"""``T`` in the article's language, or ``{tag: T}``."""
