"""What PDF/X-4 asks for and can be seen in the file (ISO 15930-7, 6).

No free validator knows PDF/X; this is a part of its rules, and the report says so.
"""

from collections.abc import Iterator
from typing import Final

from pikepdf import Object, Stream

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.objects import array, dictionary, name, numbers
from toolkit.check.pdf.rule import Fault, finds

_SLACK: Final = 0.01
_COMPONENTS: Final = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}


@finds("pdf-press")
def _press(document: Document) -> Iterator[Fault]:
    if not document.is_press:
        return
    intent = _intent(document)
    if intent is None:
        yield _fault("has no output intent with the profile of a printing condition")
    if "/ID" not in document.pdf.trailer:
        yield _fault("has no file identifier")
    missing = [key for key in ("/CreationDate", "/ModDate") if key not in document.pdf.docinfo]
    if missing:
        yield _fault("does not say when it was made and changed")
    if name(document.pdf.docinfo.get("/Trapped")) not in {"True", "False"}:
        yield _fault("does not say whether it is trapped")
    for index, page in enumerate(document.pdf.pages[: len(document.pages)]):
        yield from (_fault(what, index) for what in _page(page.obj, intent))


def _fault(what: str, page: int | None = None) -> Fault:
    return Fault(page, words={"what": what})


def _intent(document: Document) -> Object | None:
    """Return the profile of the printing condition, ``None`` where there is none that is one."""
    for intent in map(dictionary, array(document.root.get("/OutputIntents"))):
        if intent is not None and name(intent.get("/S")) == "GTS_PDFX":
            profile = intent.get("/DestOutputProfile")
            if isinstance(profile, Stream):
                header = profile.read_bytes()[:20]
                known = _COMPONENTS.get(header[16:20])
                if header[12:16] == b"prtr" and known == profile.get("/N"):
                    return profile
    return None


def _page(page: Object, intent: Object | None) -> Iterator[str]:
    trim, bleed, media = (numbers(page.get(key)) for key in ("/TrimBox", "/BleedBox", "/MediaBox"))
    if len(trim) != 4:
        yield "has no trim box"
    elif len(media) == 4 and not (
        _lies_in(trim, bleed or media) and _lies_in(bleed or trim, media)
    ):
        yield "has boxes that do not lie within each other"
    if array(page.get("/Annots")):
        yield "has annotations, which may not lie on the printed page"
    resources = dictionary(page.get("/Resources"))
    spaces = dictionary(resources.get("/ColorSpace")) if resources is not None else None
    is_rgb = intent is not None and intent.get("/N") == 3
    if not is_rgb and (spaces is None or "/DefaultRGB" not in spaces):
        yield "has colours that no profile describes"


def _lies_in(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return (
        len(inner) == len(outer) == 4
        and inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )
