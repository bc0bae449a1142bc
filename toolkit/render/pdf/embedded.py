"""What a document embeds, and the addresses it names it by: nothing else can be read."""

from typing import Protocol

__all__ = ["FONT_SCHEME", "PICTURE_SCHEME", "Readable"]

FONT_SCHEME = "toolkit-font:"
PICTURE_SCHEME = "toolkit-picture:"


class Readable(Protocol):
    """Something that gives its bytes when asked."""

    def read(self) -> bytes:
        """Return the whole content."""
        ...
