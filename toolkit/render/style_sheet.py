"""A style sheet as a file that many pages share."""

import hashlib
from dataclasses import dataclass

__all__ = ["StyleSheet"]


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A style sheet; its addresses begin where it stands itself.

    Args:
        stem: What its name begins with.
        css: Its text.
    """

    stem: str
    css: str

    @property
    def name(self) -> str:
        """File name with a digest of the content."""
        return f"{self.stem}.{hashlib.sha256(self.css.encode()).hexdigest()[:16]}.css"

    def read(self) -> bytes:
        """Return the whole content."""
        return self.css.encode()
