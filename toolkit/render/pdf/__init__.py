"""HTML to PDF by WeasyPrint, with what it lacks for right-to-left documents."""

from toolkit.render.pdf.embedded import FONT_SCHEME, PICTURE_SCHEME

__all__ = ["FONT_SCHEME", "PICTURE_SCHEME"]
