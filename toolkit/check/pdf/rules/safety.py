"""What acts when a file is opened (ISO 32000-2, 12.6; ISO 19005-3, 6.5 and 6.6)."""

from collections.abc import Iterator
from typing import Final

from pikepdf import Object

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.objects import dictionary, name
from toolkit.check.pdf.rule import Fault, finds

_ACTIONS: Final = {
    "JavaScript": "a script",
    "Launch": "an action that starts a program",
    "SubmitForm": "a form that is sent",
    "ImportData": "an action that imports data",
    "GoToR": "a reference to another file",
    "Movie": "a film",
    "Sound": "a sound",
    "Rendition": "a rendition",
    "RichMediaExecute": "rich media",
}
_ANNOTATIONS: Final = {
    "RichMedia": "rich media",
    "3D": "a 3D model",
    "Movie": "a film",
    "Sound": "a sound",
    "Screen": "a screen annotation",
}


@finds("pdf-encrypted")
def _encrypted(document: Document) -> Iterator[Fault]:
    if document.pdf.is_encrypted:
        yield Fault()


@finds("pdf-active-content")
def _active_content(document: Document) -> Iterator[Fault]:
    for found in dict.fromkeys(what for one in document.objects() for what in _acts(one)):
        yield Fault(words={"what": found})
    names = dictionary(document.root.get("/Names"))
    if names is not None and "/JavaScript" in names:
        yield Fault(words={"what": "a script that runs when it is opened"})
    form = dictionary(document.root.get("/AcroForm"))
    if form is not None and "/XFA" in form:
        yield Fault(words={"what": "an XFA form"})


def _acts(found: Object) -> Iterator[str]:
    action = _ACTIONS.get(name(found.get("/S")))
    if action and name(found.get("/Type")) in {"", "Action"}:
        yield action
    annotation = _ANNOTATIONS.get(name(found.get("/Subtype")))
    if annotation and "/Rect" in found:
        yield annotation
    if name(found.get("/Type")) == "XObject" and ("/Ref" in found or "/OPI" in found):
        yield "a reference to another file"
    for direct in _direct(found):
        yield from _acts(direct)


def _direct(found: Object) -> Iterator[Object]:
    """Yield the actions that are written in a dictionary, not as objects of their own."""
    triggers = dictionary(found.get("/AA"))
    given = [found.get("/A"), found.get("/OpenAction")]
    given += [trigger for _, trigger in triggers.items()] if triggers is not None else []
    for action in map(dictionary, given):
        if action is not None and not action.is_indirect:
            yield action
