"""JSON: one object with the contract's fields (RFC 8259)."""

import json
from pathlib import Path
from typing import Any, NoReturn

from toolkit.sources.draft import Draft, unreadable
from toolkit.sources.text_file import read_text

__all__ = ["read_json"]


class _RefusedError(ValueError):
    """A field twice, or a number that JSON does not have."""


def read_json(path: Path) -> Draft:
    """Return the article in a JSON file.

    Args:
        path: The file.

    Raises:
        SourceError: It is not JSON, not an object, nested too deep, or names a field twice.
    """
    try:
        data = json.loads(
            read_text(path), object_pairs_hook=_without_duplicates, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg}, column {error.colno}"
        remedy = "Check commas, quotes and brackets there"
        raise unreadable(path, "bad-json", reason, remedy, line=error.lineno) from error
    except _RefusedError as error:
        raise unreadable(path, "bad-json", str(error), "Keep one value, of JSON's kinds") from error
    except RecursionError as error:
        raise unreadable(path, "bad-json", "is nested too deep", "Write it flat") from error
    if not isinstance(data, dict):
        reason, remedy = "is not one object", "Write one article a file, between { and }"
        raise unreadable(path, "bad-json", reason, remedy)
    return Draft(path, data)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _RefusedError(f"names the field {twice[:60]} twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise _RefusedError(f"has {name}, which is no number of JSON")
