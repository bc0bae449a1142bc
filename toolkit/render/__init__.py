"""From an article to a page: HTML, PDF and plain text in one reader's locale."""

from toolkit.render.renderer import Page, Renderer
from toolkit.render.theme import Theme

__all__ = ["Page", "Renderer", "Theme"]
