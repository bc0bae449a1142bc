"""The kinds of value that an article's fields hold, each with its rule and its bound."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, TypeVar
from unicodedata import category, normalize

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from toolkit.article.address import LONGEST_ADDRESS, check_address
from toolkit.article.characters import balance, blank, excerpt, one_line, printable, tidy
from toolkit.article.picture_source import MAX_DATA_URL, check_source
from toolkit.errors import Diagnostic, ToolkitError, log_report

__all__ = [
    "Address",
    "Alt",
    "Body",
    "Headline",
    "Identifier",
    "Label",
    "LogoSource",
    "Moment",
    "Passage",
    "PictureSource",
    "Several",
    "check_identifier",
    "misfit",
    "optional",
    "unbalanced",
]

T = TypeVar("T")

_SEPARATORS = re.compile(r"-+|\.")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_IDENTIFIER = 100
_LONGEST_NAME = 180  # bytes; a file system takes 255, and ".fa-AF.html" and the like follow
_DATE_EXAMPLE = "Write a Gregorian date such as 2026-11-22 or 2026-11-22T08:30:00+04:30"
_YEARS = range(1800, 2221)  # the Solar Hijri calendar is known for all of them


def misfit(
    code: str, reason: str, remedy: str | None = None, shown: str | None = None
) -> PydanticCustomError:
    """Return the error for a value that breaks its field's rule.

    Args:
        code: As in :class:`~toolkit.errors.Diagnostic`.
        reason: As there.
        remedy: As there.
        shown: The offending text; it is shortened.

    Returns:
        An error that pydantic collects and ``diagnoses`` turns into a diagnostic.
    """
    context = {"reason": reason, "remedy": remedy, "excerpt": shown and excerpt(shown)}
    return PydanticCustomError(code, "{reason}", context)


def unbalanced(count: int, text: str, field: str | None) -> Diagnostic:
    """Return the warning about bidi controls without a partner that were mended in a text."""
    return Diagnostic(
        code="unbalanced-bidi",
        severity="warning",
        reason="has bidi controls without a partner; "
        f"what was open is closed, what was stray removed ({count})",
        remedy="Check the direction of this text",
        field=field,
        excerpt=excerpt(text),
    )


def _checked(check: Callable[[str], str]) -> Callable[[str], str]:
    """Return the check as a validator: what it raises becomes a finding about the field."""

    def validate(value: str) -> str:
        try:
            return check(value)
        except ToolkitError as error:
            found = error.diagnostic
            raise misfit(found.code, found.reason, found.remedy, found.excerpt) from error

    return validate


def check_identifier(name: str) -> str:
    """Return an article's id if it is a safe file name on every system.

    Args:
        name: Letters and digits of any script, with ``-``, ``_`` or ``.`` between them.

    Returns:
        The id in NFC.

    Raises:
        PydanticCustomError: Other characters, too long, or a reserved name.
    """
    name = normalize("NFC", name)
    if len(name) > _LONGEST_IDENTIFIER or len(name.encode(errors="replace")) > _LONGEST_NAME:
        raise misfit("bad-id", "is too long for a file name", "Shorten it", name)
    if not all(map(_is_word, _SEPARATORS.split(name))):
        reason = "is not a safe file name"
        raise misfit("bad-id", reason, "Use letters, digits and hyphens, such as report-2", name)
    if _RESERVED.fullmatch(name):
        raise misfit("bad-id", "is a name that Windows reserves", "Choose another", name)
    if name.lower() == "index":
        raise misfit("bad-id", "is the name of the front page", "Choose another", name)
    return name


def _is_word(text: str) -> bool:
    return bool(text) and all(c == "_" or category(c)[0] in "LMN" for c in text)


def _moment(value: object) -> object:
    """Read ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339); YAML and TOML may have read it."""
    if isinstance(value, str):
        value = _parse_moment(value)
    if not isinstance(value, date):
        raise misfit("bad-date", "must be a date", _DATE_EXAMPLE)
    if value.year not in _YEARS:
        reason = (
            f"is in the year {value.year} of the Gregorian calendar; "
            f"years from {_YEARS[0]} to {_YEARS[-1]} are taken"
        )
        raise misfit("bad-date", reason, _DATE_EXAMPLE, str(value))
    return value


def _parse_moment(text: str) -> date:
    text = text.strip()
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(text)
        except ValueError:
            continue
    raise misfit("bad-date", "is not a date that can be read", _DATE_EXAMPLE, text)


def _plain(text: str, info: ValidationInfo) -> str:
    """Tidy a text; the loader has already told of bidi controls that this must mend."""
    (text,), mended = balance([one_line(tidy(text))])
    if mended:
        log_report(unbalanced(mended, text, info.field_name))
    return text


def _given(text: str) -> str:
    if blank(text):
        raise misfit("empty-field", "is empty", "Write it")
    return text


def _seen(text: str) -> str:
    return "" if blank(text) else text


def _list_as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def optional(value: object) -> object:
    """Take blank text for no text, and leave out the languages that have none."""
    if isinstance(value, dict) and value:
        return {key: text for key, text in value.items() if not _is_blank(text)} or None
    return None if _is_blank(value) else value


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and blank(value))


def _text(limit: int, *rules: Callable[[str], str]) -> Any:  # noqa: ANN401
    return (Field(max_length=limit), AfterValidator(_plain), *map(AfterValidator, rules))


def _source(owner: str) -> Any:  # noqa: ANN401
    check = _checked(partial(check_source, owner=owner))
    return (Field(max_length=MAX_DATA_URL), AfterValidator(check))


Headline = Annotated[str, *_text(1000, _given)]
Label = Annotated[str, *_text(300, _given)]
Passage = Annotated[str, *_text(5000, _given)]
Alt = Annotated[str, *_text(5000, _seen)]
Body = Annotated[str, Field(max_length=2_000_000), AfterValidator(printable)]
Identifier = Annotated[
    str,
    AfterValidator(check_identifier),
    Field(min_length=1, json_schema_extra={"pattern": r"^[^\s/\\:*?\"<>|]+$"}),
]
Address = Annotated[str, Field(max_length=LONGEST_ADDRESS), AfterValidator(_checked(check_address))]
PictureSource = Annotated[str, *_source("article")]
LogoSource = Annotated[str, *_source("publication")]
Moment = Annotated[datetime | date, BeforeValidator(_moment)]
Several = Annotated[tuple[T, ...], BeforeValidator(_list_as_tuple), Field(max_length=100)]
