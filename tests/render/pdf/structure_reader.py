"""Reads a structure tree by other programs: pikepdf for the elements, PDFium for the text."""

import ctypes
import io
import re
from dataclasses import dataclass, field

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as c

_CONTROLS = re.compile("[\u200d-\u200f\u2066-\u2069]")
_SHOWN = ("/Lang", "/Alt", "/E", "/ID")


@dataclass
class Element:
    """A structure element: its type, its dictionary, and in order its elements and texts."""

    pdf: pikepdf.Pdf
    role: str
    entries: pikepdf.Dictionary
    kids: list = field(default_factory=list)
    pages: set = field(default_factory=set)

    @property
    def attributes(self):
        own = self.entries.get("/A", {})
        return {str(key): value for key, value in own.items() if key != "/O"}

    @property
    def text(self):
        return "".join(kid.text if isinstance(kid, Element) else kid for kid in self.kids)

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def all(self, *roles):
        found = [self] if not roles or self.role in roles else []
        return found + [inner for kid in self.elements for inner in kid.all(*roles)]

    def outline(self, depth=0):
        """Return a line for each element and each sequence of marked content."""
        said = [f"{key[1:]}={self.entries[key]}" for key in _SHOWN if key in self.entries]
        said += [f"{key[1:]}={_told(value)}" for key, value in self.attributes.items()]
        lines = ["  " * depth + " ".join([self.role, *sorted(said)])]
        for kid in self.kids:
            if isinstance(kid, Element):
                lines += kid.outline(depth + 1)
            elif kid.strip():
                lines.append("  " * (depth + 1) + repr(" ".join(kid.split())))
        return lines


def _told(value):
    if isinstance(value, pikepdf.Array):
        return "+".join(map(str, value))
    return str(value).removeprefix("/")


def read_structure(data):
    """Return the root element of a PDF, with the texts of its marked content."""
    texts = marked_texts(data)
    pdf = pikepdf.open(io.BytesIO(data))
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}

    def read(entries, page):
        page = entries.get("/Pg", page)
        element = Element(pdf, str(entries.S)[1:], entries)
        kids = entries.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            at, mcid = page, kid
            if isinstance(kid, pikepdf.Dictionary):
                if "/S" in kid:
                    assert kid.P.objgen == entries.objgen
                    element.kids.append(read(kid, page))
                    continue
                if kid.Type == "/OBJR":
                    continue
                at, mcid = kid.Pg, kid.MCID
            element.pages.add(numbers[at.objgen])
            element.kids.append(texts.get((numbers[at.objgen], int(mcid)), ""))
        return element

    return read(pdf.Root.StructTreeRoot.K, None)


def marked_texts(data):
    """Return the text of each marked-content identifier of each page; -1 stands for artifacts."""
    document = pdfium.PdfDocument(data)
    texts = {}
    for number, page in enumerate(document):
        text_page = page.get_textpage()
        for item in page.get_objects(filter=[c.FPDF_PAGEOBJ_TEXT]):
            key = number, c.FPDFPageObj_GetMarkedContentID(item.raw)
            texts[key] = texts.get(key, "") + _CONTROLS.sub("", _text(item, text_page))
    document.close()
    return texts


def _text(item, text_page):
    size = c.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    c.FPDFTextObj_GetText(item.raw, text_page.raw, units, size)
    return buffer.raw[: size - 2].decode("utf-16-le")
