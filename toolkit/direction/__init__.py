"""Direction of text: embedding levels, visual order, and markup that carries them to the page."""

from toolkit.direction.boxes import Box, BoxOf, by_class
from toolkit.direction.layout import nest, style_sheet
from toolkit.direction.levels import Base, Paragraph, first_strong, paragraphs, resolve
from toolkit.direction.order import reset_whitespace, visual_order

__all__ = [
    "Base",
    "Box",
    "BoxOf",
    "Paragraph",
    "by_class",
    "first_strong",
    "nest",
    "paragraphs",
    "reset_whitespace",
    "resolve",
    "style_sheet",
    "visual_order",
]
