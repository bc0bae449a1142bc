"""Document-level facts (ISO 32000-2, 7.7.2, 12.2 and 12.4.2)."""

from collections.abc import Iterator

from toolkit.check.pdf.document import MOST_PAGES, Document
from toolkit.check.pdf.objects import dictionary, is_true
from toolkit.check.pdf.rule import Fault, finds
from toolkit.errors import LocaleError
from toolkit.language import Locale

__all__ = ["locale_of"]


def locale_of(document: Document) -> Locale | None:
    """Return the locale of a document, or ``None`` where its language is missing or wrong."""
    try:
        return Locale.parse(document.lang)
    except LocaleError:
        return None


@finds("pdf-untagged")
def _untagged(document: Document) -> Iterator[Fault]:
    if not (document.is_tagged or document.is_press):
        yield Fault()


@finds("pdf-too-large")
def _too_large(document: Document) -> Iterator[Fault]:
    if len(document.pdf.pages) > MOST_PAGES:
        yield Fault(words={"what": f"{len(document.pdf.pages):,} pages"})
    if document.tree is not None and not document.tree.is_whole:
        yield Fault(words={"what": "a structure tree that loops or is too deep"})
    for page in document.pages:
        if not page.is_whole:
            yield Fault(page.index, words={"what": "content that is damaged or too long"})


@finds("pdf-title")
def _title(document: Document) -> Iterator[Fault]:
    preferences = dictionary(document.root.get("/ViewerPreferences"))
    if not document.title.strip():
        yield Fault(words={"what": "has no title"})
    elif preferences is None or not is_true(preferences.get("/DisplayDocTitle")):
        yield Fault(words={"what": "shows its file name in place of its title"})


@finds("pdf-language")
def _language(document: Document) -> Iterator[Fault]:
    if not document.lang:
        yield Fault(words={"what": "does not say its language"})
    elif locale_of(document) is None:
        yield Fault(words={"what": f"names an unknown language, “{document.lang[:40]}”"})


@finds("pdf-direction")
def _direction(document: Document) -> Iterator[Fault]:
    locale = locale_of(document)
    if locale is None or (locale.direction == "rtl") == document.is_right_to_left:
        return
    if document.is_right_to_left:
        words = {"direction": "from right to left", "right": "/L2R"}
    else:
        words = {"direction": "from left to right", "right": "/R2L"}
    yield Fault(words={**words, "language": locale.tag})


@finds("pdf-page-labels")
def _page_labels(document: Document) -> Iterator[Fault]:
    locale = locale_of(document)
    if dictionary(document.root.get("/PageLabels")) is None:
        yield Fault(words={"what": "has no page labels"})
        return
    for index, page in enumerate(document.pdf.pages[:MOST_PAGES]):
        label = str(page.label)
        if (
            locale
            and any(character.isdecimal() for character in label)
            and locale.digits(label) != label
        ):
            what = f"is labelled {label}, not {locale.digits(label)}"
            yield Fault(index, words={"what": what})
