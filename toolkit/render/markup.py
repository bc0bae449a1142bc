"""Small steps on markup that is already clean."""

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

__all__ = ["inner", "parent_of", "parse", "wrap"]


def parse(markup: str, tag: str = "div") -> HtmlElement:
    """Return a fragment inside an element of its own.

    Args:
        markup: Clean HTML.
        tag: Name of the element around it.
    """
    return lxml_html.fragment_fromstring(markup, create_parent=tag)


def inner(element: HtmlElement) -> Markup:
    """Return the markup inside an element."""
    text = lxml_html.tostring(element, encoding="unicode", with_tail=False)
    return Markup(text[text.index(">") + 1 : text.rindex("</")])  # noqa: S704 - cleaned before


def parent_of(element: HtmlElement) -> HtmlElement:
    """Return the parent of an element that is not the root."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - the caller knows that it is not the root
    return parent


def wrap(element: HtmlElement, tag: str) -> HtmlElement:
    """Put a new element around another, in its place, and return the new one."""
    around = lxml_html.Element(tag)
    around.tail, element.tail = element.tail, None
    parent_of(element).replace(element, around)
    around.append(element)
    return around
