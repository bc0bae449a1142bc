"""The events of HTML: lxml's tokens, in linear time whatever the input.

The HTML parser of libxml2 (https://gitlab.gnome.org/GNOME/libxml2) looks through all open
elements at each end tag, so depth is bounded; and by rules older than HTML 5 it ends ``b``, a
heading and some others at a ``p``, so those are renamed on the way in.
"""

import re
from typing import Any, Protocol

from lxml import etree

from toolkit.errors import ArticleError, Diagnostic

__all__ = ["Listener", "feed"]

_CHUNK = 1 << 16
_DEEPEST = 1000
_ALIAS = "x-"
_AUTOCLOSED = "b|i|s|u|small|big|tt|h[1-6]"
_TAG = re.compile(rf"(</?)({_AUTOCLOSED})(?=[\s/>])", re.IGNORECASE)
_ALIASED = re.compile(rf"(</?){_ALIAS}({_AUTOCLOSED})(?=[\s/>])", re.IGNORECASE)


class Listener(Protocol):
    """Takes the events of one document."""

    @property
    def depth(self) -> int:
        """How many elements are open."""

    def start(self, tag: str, found: dict[str, str], /) -> None:
        """Take a start tag with its attributes, names in lower case."""

    def end(self) -> None:
        """Take the end tag of the innermost element that is open."""

    def data(self, text: str, /) -> None:
        """Take text."""

    def close(self) -> None:
        """Take the end of the document."""


class _Target:
    """Passes the parser's events on, the renamed elements by their own names."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.data = listener.data
        self.close = listener.close

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        found = {name.lower(): _ALIASED.sub(r"\1\2", text) for name, text in attributes.items()}
        self._listener.start(tag.lower().removeprefix(_ALIAS), found)

    def end(self, _: str) -> None:
        """Take an end tag; the parser sends one for each start tag."""
        self._listener.end()

    def comment(self, _: str) -> None:
        """Pass over a comment."""


def feed(listener: Listener, html: str, *, file: str | None, field: str) -> None:
    """Send a document's events to a listener.

    Args:
        listener: Takes them.
        html: The document or fragment, without control codes.
        file: Named in the error.
        field: Named in the error.

    Raises:
        ArticleError: A thousand elements are open at once.
    """
    data = _TAG.sub(rf"\1{_ALIAS}\2", html).encode()
    target: Any = _Target(listener)
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
        if listener.depth > _DEEPEST:
            reason = f"has more than {_DEEPEST} elements nested in one another"
            remedy = "Close the elements that are left open"
            raise ArticleError(
                Diagnostic(code="too-deep", reason=reason, remedy=remedy, file=file, field=field)
            )
    if data:
        parser.close()
    else:
        listener.close()
