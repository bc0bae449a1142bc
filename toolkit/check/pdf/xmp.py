"""What the metadata say: title, and the standards that the file claims to meet.

XMP, ISO 16684-1; its identification schemas: ISO 19005-3, 6.6.4; ISO 14289-1, 5; ISO 15930-7, 6.1.
"""

from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pikepdf import PdfError, Stream

__all__ = ["Xmp", "read_xmp"]

_NS: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_LARGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Xmp:
    """Some of the metadata.

    Args:
        title: ``dc:title``, or an empty string.
        claims: Names of the standards that it claims, such as ``ua1``, ``3a`` or ``x4``.
    """

    title: str = ""
    claims: tuple[str, ...] = ()


def read_xmp(stream: Any) -> Xmp:  # noqa: ANN401 - whatever the file has
    """Return what a metadata stream says; nothing where it is missing or not XML."""
    if not isinstance(stream, Stream):
        return Xmp()
    try:
        data = stream.read_bytes()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data[:_LARGEST], parser)
    except (PdfError, etree.XMLSyntaxError):
        return Xmp()
    title = root.findtext(".//dc:title/rdf:Alt/rdf:li", default="", namespaces=_NS)
    return Xmp(title.strip(), tuple(_claims(root)))


def _claims(root: etree._Element) -> list[str]:
    ua, a = _value(root, "pdfuaid", "part"), _value(root, "pdfaid", "part")
    level = _value(root, "pdfaid", "conformance")
    x = _value(root, "pdfxid", "GTS_PDFXVersion").removeprefix("PDF/X-")
    return [
        *([f"ua{ua}"] if ua else []),
        *([f"{a}{level.lower()}"] if a else []),
        *([f"x{x.lower()}"] if x else []),
    ]


def _value(root: etree._Element, prefix: str, local: str) -> str:
    """Return a property, written as an attribute or as an element."""
    name = f"{{{_NS[prefix]}}}{local}"
    for element in root.iter(f"{{{_NS['rdf']}}}Description"):
        found = element.get(name) or element.findtext(name)
        if found and found.strip().isascii() and len(found) < 20:
            return found.strip()
    return ""
