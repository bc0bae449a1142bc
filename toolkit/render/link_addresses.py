"""Where the links of a printed text lead, in words: paper cannot be clicked."""

from urllib.parse import unquote

from lxml import html as lxml_html
from lxml.html import HtmlElement

from toolkit.render.markup import parent_of

__all__ = ["show_link_addresses"]

_SCHEMES = ("https://", "http://", "mailto:")


def show_link_addresses(tree: HtmlElement) -> None:
    """Write behind each link of an article's body where it leads, unless its own words say so.

    Args:
        tree: A printed page, changed in place.
    """
    for link in tree.xpath("//div[@class='body']//a[@href]"):
        scheme = next((known for known in _SCHEMES if link.get("href").startswith(known)), None)
        if scheme and not _says(link.text_content(), link.get("href")):
            _write(link, link.get("href").removeprefix(scheme if scheme != "http://" else ""))


def _says(words: str, address: str) -> bool:
    return _bare(address) in _bare(words)


def _bare(address: str) -> str:
    """Return an address without what does not tell it from others to a reader."""
    for scheme in _SCHEMES:
        address = address.strip().removeprefix(scheme)
    return unquote(address).rstrip("/").lower()


def _write(link: HtmlElement, address: str) -> None:
    """Put an address in parentheses behind a link, left to right in its own isolate."""
    shown = lxml_html.Element("bdi", dir="ltr")
    shown.text, shown.tail = address, ")"
    note = lxml_html.Element("span", {"class": "link-address"})
    note.text = " ("
    note.append(shown)
    note.tail, link.tail = link.tail, None
    parent = parent_of(link)
    parent.insert(parent.index(link) + 1, note)
