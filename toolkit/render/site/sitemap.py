"""Sitemaps (https://www.sitemaps.org/protocol.html) with the languages of each page.

https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

__all__ = ["Place", "sitemaps"]

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What one file may hold."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_OPEN = f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n'.encode()
_CLOSE = b"</urlset>\n"


@dataclass(frozen=True, slots=True)
class Place:
    """One page.

    Args:
        address: Its absolute address.
        modified: When it last changed, as RFC 3339 has it, or ``None``.
        alternates: Values of ``hreflang`` and the addresses of the page in these languages.
    """

    address: str
    modified: str | None = None
    alternates: Sequence[tuple[str, str]] = ()


def sitemaps(places: Iterable[Place], base: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a sitemap: one, or several and then the index of them.

    Args:
        places: The pages.
        base: Absolute address of the folder that the files stand in, with its final slash.

    Yields:
        The name and the content of each file; ``sitemap.xml`` is the last.
    """
    parts = list(_parts(places))
    if len(parts) == 1:
        yield "sitemap.xml", parts[0]
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield from zip(names, parts, strict=True)
    yield "sitemap.xml", _index(base + name for name in names)


def _parts(places: Iterable[Place]) -> Iterator[bytes]:
    entries: list[bytes] = []
    size = 0
    for place in places:
        entry = _entry(place)
        if len(entries) == MOST_ADDRESSES or size + len(entry) > MOST_BYTES - 1000:
            yield _OPEN + b"".join(entries) + _CLOSE
            entries, size = [], 0
        entries.append(entry)
        size += len(entry)
    yield _OPEN + b"".join(entries) + _CLOSE


def _entry(place: Place) -> bytes:
    url = etree.Element("url")
    etree.SubElement(url, "loc").text = place.address
    if place.modified:
        etree.SubElement(url, "lastmod").text = place.modified
    for hreflang, href in place.alternates:
        attributes = {"rel": "alternate", "hreflang": hreflang, "href": href}
        etree.SubElement(url, "link", attributes)
    # The prefix is declared once in the file, where lxml would declare it in every element.
    return etree.tostring(url).replace(b"<link ", b"<xhtml:link ") + b"\n"


def _index(addresses: Iterable[str]) -> bytes:
    root = etree.Element("sitemapindex", nsmap={None: _NAMESPACE})
    for address in addresses:
        etree.SubElement(etree.SubElement(root, "sitemap"), "loc").text = address
    return _HEAD.encode() + etree.tostring(root) + b"\n"
