"""Values of a PDF that may be of another type than the specification asks for."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

__all__ = [
    "array",
    "dictionary",
    "identity",
    "integer",
    "is_true",
    "items",
    "name",
    "numbers",
    "text",
]


def dictionary(value: Any) -> Object | None:  # noqa: ANN401 - whatever the file has
    """Return a value that is a dictionary or a stream, else ``None``."""
    return value if isinstance(value, Dictionary | Stream) else None


def array(value: Any) -> list[Any]:  # noqa: ANN401
    """Return the items of an array, else none."""
    return list(value) if isinstance(value, Array) else []


def items(value: Any) -> list[Any]:  # noqa: ANN401
    """Return the items of an array, or a value alone as one item."""
    return array(value) if isinstance(value, Array) else [] if value is None else [value]


def name(value: Any) -> str:  # noqa: ANN401
    """Return a name without its solidus, else an empty string."""
    return str(value).removeprefix("/") if isinstance(value, Name) else ""


def text(value: Any) -> str | None:  # noqa: ANN401
    """Return a text string, else ``None``."""
    return str(value) if isinstance(value, String) else None


def is_true(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value is the boolean ``true``."""
    return value is True


def integer(value: Any) -> int | None:  # noqa: ANN401
    """Return an integer, else ``None``."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def numbers(value: Any) -> tuple[float, ...]:  # noqa: ANN401
    """Return the numbers of an array; none where an item is not a number."""
    found = array(value)
    try:
        return tuple(float(item) for item in found)
    except (TypeError, ValueError):
        return ()


def identity(value: Object) -> tuple[int, int]:
    """Return the object and generation number; (0, 0) for a direct object."""
    return value.objgen
