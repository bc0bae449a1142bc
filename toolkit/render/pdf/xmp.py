"""The metadata packet (XMP, ISO 16684-1; ISO 32000-2, 14.3.2).

It takes the place of WeasyPrint's, which knows one title, no language and one standard a file, and
has a random identifier in PDF/X.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Final

import pydyf

from toolkit.render.pdf.facts import Facts
from toolkit.render.pdf.profiles import Profile

__all__ = ["add_metadata", "packet"]

_SCHEMA: Final = Path(__file__).parent / "data" / "pdfuaid.xml"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_NAMESPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def add_metadata(pdf: pydyf.PDF, metadata: Any, facts: Facts, profile: Profile) -> None:
    """Write the metadata into a PDF, uncompressed, in the place of those it has.

    Args:
        pdf: The PDF.
        metadata: The ``weasyprint.Document``'s, from the ``<head>``.
        facts: What else is known.
        profile: What the PDF claims.
    """
    written = [packet(metadata, facts, profile)]
    known = pdf.catalog.get("Metadata")
    if known is None:
        stream = pydyf.Stream(written, {"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference
        return
    stream = pdf.objects[int(known.split()[0])]
    stream.stream, stream.compress = written, False


def packet(metadata: Any, facts: Facts, profile: Profile) -> bytes:
    """Return the metadata packet.

    Args:
        metadata: As for :func:`add_metadata`.
        facts: Likewise.
        profile: Likewise.

    Returns:
        UTF-8.
    """
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    properties = "\n".join([*_described(metadata, facts), *_claimed(metadata, profile)])
    schema = _schema() if profile.a and profile.ua else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{spaces}>\n'
        f'<rdf:Description rdf:about="">\n{properties}\n</rdf:Description>\n{schema}'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _described(metadata: Any, facts: Facts) -> Iterator[str]:
    yield _property("dc:format", "application/pdf")
    if metadata.title:
        yield _alternatives("dc:title", metadata.title, facts.titles)
    if metadata.authors:
        yield _items("dc:creator", "Seq", metadata.authors)
    if metadata.description:
        yield _alternatives("dc:description", metadata.description, {})
    if metadata.keywords:
        yield _items("dc:subject", "Bag", metadata.keywords)
        yield _property("pdf:Keywords", ", ".join(metadata.keywords))
    if facts.languages:
        yield _items("dc:language", "Bag", facts.languages)
    yield _property("pdf:Producer", f"WeasyPrint {_weasyprint()}")
    if metadata.generator:
        yield _property("xmp:CreatorTool", metadata.generator)
    for name, date in (("Create", metadata.created), ("Modify", metadata.modified)):
        if date and _DATE.fullmatch(date):
            yield _property(f"xmp:{name}Date", date)


def _claimed(metadata: Any, profile: Profile) -> Iterator[str]:
    if profile.a:
        yield _property("pdfaid:part", profile.a[0])
        yield _property("pdfaid:conformance", profile.a[1:])
    if profile.ua:
        yield _property("pdfuaid:part", str(profile.ua))
    if profile.ua == 2:
        yield _property("pdfuaid:rev", "2024")
    if profile.x:
        yield _property("pdfxid:GTS_PDFXVersion", profile.x)
        yield _property("pdf:Trapped", "False")
        yield _property("xmp:MetadataDate", metadata.modified)
        told = "\0".join(map(str, (metadata.title, metadata.authors, metadata.modified)))
        yield _property("xmpMM:DocumentID", f"xmp.did:{sha256(told.encode()).hexdigest()[:32]}")
        yield _property("xmpMM:RenditionClass", "default")
        yield _property("xmpMM:VersionID", "1")


def _property(name: str, value: str) -> str:
    return f"<{name}>{_text(value)}</{name}>"


def _items(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{_text(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _alternatives(name: str, default: str, versions: Mapping[str, str]) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{_text(tag)}">{_text(value)}</rdf:li>'
        for tag, value in {"x-default": default, **versions}.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def _weasyprint() -> str:
    import weasyprint

    return str(weasyprint.__version__)


@cache
def _schema() -> str:
    """Return the extension schema that PDF/A asks for where it meets PDF/UA's identifier."""
    return _SCHEMA.read_text("utf-8")
