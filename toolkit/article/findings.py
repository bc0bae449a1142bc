"""pydantic's findings as diagnostics: one plain line for each field that is wrong."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from toolkit.article.characters import excerpt
from toolkit.errors import Diagnostic

__all__ = ["diagnoses"]

_MOST = 20
_DATA = Path(__file__).parent / "data"
# Steps in pydantic's path to a value that are no part of the publisher's data.
_MARKERS = {"one", "by-language", "[key]"}
_WORDS = {
    bool: "true or false",
    str: "text",
    int: "a number",
    float: "a number",
    dict: "a group of named fields",
    list: "a list",
}


def diagnoses(
    error: ValidationError,
    model: type[BaseModel],
    *,
    file: str | None = None,
    lines: Mapping[str, int] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with some data, a line for each field.

    Args:
        error: What pydantic found.
        model: The model that the data broke.
        file: The file that the data came from.
        lines: Line in the file of each dotted field, where that is known.

    Returns:
        At most 20 diagnostics, and one more that counts the rest.
    """
    details = error.errors(include_url=False)
    found = [_diagnosis(detail, model, file, lines or {}) for detail in details[:_MOST]]
    if rest := len(details) - len(found):
        found.append(Diagnostic(code="more", reason=f"{rest} more fields are wrong", file=file))
    return tuple(found)


def _diagnosis(
    detail: ErrorDetails, model: type[BaseModel], file: str | None, lines: Mapping[str, int]
) -> Diagnostic:
    path = [str(step) for step in detail["loc"] if step not in _MARKERS]
    context = detail.get("ctx", {})
    if detail["type"] == "extra_forbidden":
        words = _unknown_field(path, model)
    elif "reason" in context:
        words = {"code": detail["type"], **context}
    else:
        words = _in_plain_words(detail, context, path[-1] if path else "")
    return Diagnostic(
        file=file, field=excerpt(".".join(path), 120), line=_line(path, lines), **words
    )


def _in_plain_words(detail: ErrorDetails, context: dict[str, Any], field: str) -> dict[str, Any]:
    value, messages = detail["input"], _table("messages")
    if value is None:
        return dict(messages["string_too_short"])
    unknown = {"code": "bad-value", "reason": "is wrong"}
    words = dict(
        messages.get(f"{detail['type']} {field}") or messages.get(detail["type"]) or unknown
    )
    facts = {**context, "given": _given(value), "expected": _expected(context)}
    if isinstance(value, str):
        facts["length"] = f"{len(value):,}"
    facts["max_length"] = f"{context.get('max_length', 0):,}"
    words["reason"] = words["reason"].format_map(facts)
    return words


def _given(value: object) -> str:
    if isinstance(value, str):
        return f"“{excerpt(value, 30)}”"
    return next((words for kind, words in _WORDS.items() if isinstance(value, kind)), "this")


def _expected(context: dict[str, Any]) -> str:
    return str(context.get("expected", "")).replace("'", "")


def _unknown_field(path: Sequence[str], model: type[BaseModel]) -> dict[str, Any]:
    known = _model_at(path[:-1], model).model_fields
    name = path[-1]
    synonym = _table("synonyms").get(name.lower().replace("-", "_"))
    near = get_close_matches(name.lower()[:100], known, n=1)
    meant = synonym if synonym in known else near[0] if near else None
    remedy = f"Rename it to {meant}" if meant else f"Leave it out; known are {', '.join(known)}"
    return {"code": "unknown-field", "reason": "is not a known field", "remedy": remedy}


def _model_at(path: Sequence[str], model: type[BaseModel]) -> type[BaseModel]:
    for step in path:
        if step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _line(path: Sequence[str], lines: Mapping[str, int]) -> int | None:
    """Return the line of the field, or of the nearest one around it."""
    for end in range(len(path), 0, -1):
        if found := lines.get(".".join(path[:end])):
            return found
    return None


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))
