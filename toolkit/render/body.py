"""An article's clean body, completed for its medium: pictures, credits, regions, footnotes."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement

from toolkit.language.counters import TYPES
from toolkit.render.contents import take_headings
from toolkit.render.markup import inner, parent_of, parse, wrap
from toolkit.render.notes import move_notes_to_calls, take_notes
from toolkit.render.ordinals import is_plain, ordinals
from toolkit.render.quotations import write_quotation_marks
from toolkit.render.regions import make_regions
from toolkit.render.views import BodyView, PlacedPicture, SourceView
from toolkit.render.voice import Voice

__all__ = ["Body", "Source"]

_SHORT = 14
"""Lines of a table or code sample that is not parted."""

Source = Callable[[str], PlacedPicture | None]
"""Gives a picture by its ``src`` in the article, or ``None``."""

_MEDIA = {"audio": "media.audio", "video": "media.video"}
"""Labels of recordings, by the class of their link."""


@dataclass(frozen=True, slots=True)
class Body:
    """Completes a clean body for one page.

    Args:
        voice: Whose words are whose.
        source: Where the body's pictures are.
    """

    voice: Voice
    source: Source

    def web(self, clean: str) -> BodyView:
        """Return the body of a web page, its footnotes apart."""
        root = self._complete(clean)
        make_regions(root, self.voice)
        for aside in root.iter("aside"):
            # No landmark: https://www.w3.org/TR/dpub-aria-1.1/#doc-pullquote
            aside.set("role", "doc-pullquote" if aside.get("class") else "note")
        notes = take_notes(root, self.voice)
        return BodyView(root=root, attrs=self.voice.attrs, footnotes=notes)

    def printed(self, clean: str) -> BodyView:
        """Return the body of a printed document, its footnotes where they are called."""
        root = self._complete(clean)
        move_notes_to_calls(root, self.voice)
        for beyt in root.iterfind(".//div[@class='verse facing']/p"):
            _part_hemistichs(beyt)
        for block in root.iter("table", "pre"):
            _keep_whole(block)
        for numbered in root.iter("ol"):
            _write_counters(numbered)
        headings = tuple(take_headings(root))
        return BodyView(root=root, attrs=self.voice.attrs, footnotes=(), headings=headings)

    def _complete(self, clean: str) -> HtmlElement:
        root = parse(clean)
        write_quotation_marks(root, self.voice.lang)
        for image in list(root.iter("img")):
            self._place(image)
        for link in root.iterfind(".//a[@class]"):
            self._name_medium(link)
        for credit in list(root.iterfind(".//figcaption/small[@class='credit']")):
            self._label(credit)
        for caption in root.iter("figcaption"):
            _gather_caption(caption)
        for numbered in root.iterfind(".//ol[@type]"):
            # A class, as style sheets do not tell the case of this attribute.
            numbered.set("class", TYPES[numbered.get("type", "1")])
        for verse in root.iterfind(".//div[@class='verse']"):
            _face_hemistichs(verse)
        return root

    def _place(self, image: HtmlElement) -> None:
        found = self.source(image.get("src", ""))
        if found is None:
            image.drop_tree()
            return
        size = {"width": str(found.width), "height": str(found.height)}
        waits = {"loading": "lazy", "decoding": "async"}
        image.attrib.update({"src": found.src, **size, **waits})
        if found.source:
            _offer(image, found.source)

    def _name_medium(self, link: HtmlElement) -> None:
        """Say before a link that it leads to a film or a sound."""
        name = parse(self.voice.labels.html(_MEDIA[link.get("class", "")]), "span")
        self.voice.as_page(name)
        name.tail, link.text = f": {link.text or ''}", None
        link.insert(0, name)

    def _label(self, credit: HtmlElement) -> None:
        """Put the page's words before a credit."""
        label = parse(self.voice.labels.html("media.credit", credit=inner(credit)), "small")
        label.set("class", "credit")
        label.tail = credit.tail
        for value in label.iter("bdi"):
            self.voice.as_article(value)
        self.voice.as_page(label)
        parent_of(credit).replace(credit, label)


def _offer(image: HtmlElement, source: SourceView) -> None:
    """Offer the same picture in a lighter type."""
    offered = lxml_html.Element("source")
    offered.attrib.update(
        {"type": source.media_type, "srcset": source.srcset, "sizes": source.sizes}
    )
    wrap(image, "picture").insert(0, offered)


def _gather_caption(caption: HtmlElement) -> None:
    """Put a caption's own words into one element, as a lead picture's are; the credit follows."""
    words = lxml_html.Element("span")
    words.set("class", "caption")
    words.text, caption.text = caption.text, None
    for child in list(caption):
        if child.get("class") != "credit":
            words.append(child)
    if words.text_content().strip():
        caption.insert(0, words)


def _face_hemistichs(verse: HtmlElement) -> None:
    """Tell verse of two hemistichs a line from verse of one."""
    if any(len(beyt.findall("span")) > 1 for beyt in verse.iterfind("p")):
        verse.set("class", "verse facing")


def _part_hemistichs(beyt: HtmlElement) -> None:
    """Make each hemistich a paragraph: a reader of the PDF parts no words of facing cells."""
    beyt.tag = "div"
    for hemistich in beyt.iterfind("span"):
        hemistich.tag = "p"


def _keep_whole(block: HtmlElement) -> None:
    """Keep a short table or code sample on one page."""
    lines = block.text_content().count("\n") if block.tag == "pre" else len(block.findall(".//tr"))
    if lines <= _SHORT:
        block.set("style", "break-inside: avoid")


def _write_counters(numbered: HtmlElement) -> None:
    """Number the items by style: WeasyPrint reads ``start`` and ``value`` as hints only."""
    if not is_plain(numbered):
        for item, number in ordinals(numbered):
            item.set("style", f"counter-increment: none; counter-set: list-item {number}")
