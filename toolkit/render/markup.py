"""Small steps on markup that is already clean."""

from typing import TypeVar

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element
from lxml.html import HtmlElement
from markupsafe import Markup

__all__ = [
    "PARSER",
    "append_text",
    "inner",
    "parent_of",
    "parse",
    "without_needless_ends",
    "wrap",
    "wrap_content",
    "written",
]

PARSER = etree.HTMLParser(collect_ids=False)
"""Makes plain elements: what those of ``lxml.html`` can do besides takes time at each step."""
_FRAGMENTS = lxml_html.HTMLParser(collect_ids=False)
AnyElement = TypeVar("AnyElement", bound=Element)


def parse(markup: str, tag: str = "div") -> HtmlElement:
    """Return a fragment inside an element of its own.

    Args:
        markup: Clean HTML.
        tag: Name of the element around it.
    """
    root: HtmlElement = etree.fromstring(f"<{tag}>{markup}</{tag}>", _FRAGMENTS)[0][0]
    if root.text and root.text.isspace():
        root.text = None
    return root


def inner(element: Element) -> Markup:
    """Return the markup inside an element."""
    text = etree.tostring(element, method="html", encoding="unicode", with_tail=False)
    return Markup(text[text.index(">") + 1 : text.rindex("</")])  # noqa: S704 - cleaned before


def written(element: Element, doctype: str | None = None) -> str:
    """Return an element as HTML.

    Args:
        element: A page's root, or a part.
        doctype: What stands before it.
    """
    text = etree.tostring(
        element, method="html", encoding="unicode", doctype=doctype, with_tail=False
    )
    return without_needless_ends(text)


def without_needless_ends(html: str) -> str:
    """Return finished HTML without the ends of void elements that libxml2 does not know."""
    return html.replace("</source>", "")


def parent_of(element: HtmlElement) -> HtmlElement:
    """Return the parent of an element that is not the root."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - the caller knows that it is not the root
    return parent


def append_text(element: HtmlElement, text: str) -> None:
    """Add text at the end of an element's content."""
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def wrap_content(element: AnyElement, tag: str) -> AnyElement:
    """Move an element's content into a new child, with its attributes, and return the child."""
    child = element.makeelement(tag, dict(element.attrib))
    element.attrib.clear()
    child.text, element.text = element.text, None
    child.extend(element[:])
    element.append(child)
    return child


def wrap(element: HtmlElement, tag: str) -> HtmlElement:
    """Put a new element around another, in its place, and return the new one."""
    around = lxml_html.Element(tag)
    around.tail, element.tail = element.tail, None
    parent_of(element).replace(element, around)
    around.append(element)
    return around
