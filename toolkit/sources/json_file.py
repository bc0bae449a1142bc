"""JSON: one object with the contract's fields (RFC 8259)."""

import json
from pathlib import Path
from typing import Any, NoReturn

from toolkit.article.characters import excerpt
from toolkit.sources.draft import Draft, unreadable
from toolkit.sources.syntax import broken
from toolkit.sources.text_file import read_text

__all__ = ["parse_json", "read_json"]


class _TwiceError(Exception):
    """A field is given twice."""


class _ConstantError(Exception):
    """A number stands there that JSON does not have."""


def read_json(path: Path) -> Draft:
    """Return the article in a JSON file.

    Args:
        path: The file.

    Raises:
        SourceError: It is not JSON, not an object, nested too deep, or names a field twice.
    """
    data = parse_json(read_text(path), path)
    if not isinstance(data, dict):
        reason, remedy = "is not one object", "Write one article a file, between { and }"
        raise unreadable(path, "bad-json", reason, remedy)
    return Draft(path, data)


def parse_json(text: str, path: Path | None = None) -> Any:  # noqa: ANN401 - whatever it holds
    """Return the value in a JSON text.

    Args:
        text: The text.
        path: Its file, for the messages.

    Raises:
        SourceError: It is not JSON, is nested too deep, or names a field twice.
    """
    try:
        return json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise broken(path, "json", error.msg, error.lineno) from error
    except _TwiceError as error:
        name, reason, remedy = excerpt(str(error)), "is given twice", "Keep one of them"
        raise unreadable(path, "duplicate-field", reason, remedy, field=name) from error
    except _ConstantError as error:
        reason, remedy = f"is not JSON: {error} is no number", "Write a number, or null"
        raise unreadable(path, "bad-json", reason, remedy) from error
    except ValueError as error:  # Python reads no integer of thousands of digits
        reason, remedy = "has a number of too many digits", "Write it as text, in quotes"
        raise unreadable(path, "bad-json", reason, remedy) from error
    except RecursionError as error:
        raise unreadable(path, "bad-json", "is nested too deep", "Write it flat") from error


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _TwiceError(name)
        found[name] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise _ConstantError(name)
