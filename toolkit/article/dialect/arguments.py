"""Attributes in braces after words: ``Caption {lang=fa}``."""

from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

__all__ = ["arguments", "with_attributes"]

_ALLOWED = {"lang", "dir", "id"}


def with_attributes(words: str) -> tuple[str, dict[str, str]]:
    """Split words from the attributes in braces at their end.

    Args:
        words: Such as ``Wheat {lang=fa #wheat}``.

    Returns:
        Such as ``("Wheat", {"id": "wheat", "lang": "fa"})``.
    """
    text, brace, rest = words.rpartition("{")
    if not brace or not rest.endswith("}"):
        return words, {}
    try:
        found = parse(brace + rest)[1]
    except ParseError:
        return words, {}
    return text.strip(), {name: str(found[name]) for name in sorted(_ALLOWED & set(found))}


def arguments(container: Token) -> tuple[str, dict[str, str]]:
    """Return what follows the name of a ``:::`` container: words and attributes."""
    words, attributes = with_attributes(container.info.strip().partition(" ")[2].strip())
    return words, attributes | {name: str(value) for name, value in container.attrs.items()}
