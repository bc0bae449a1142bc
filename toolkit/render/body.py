"""An article's clean body, completed for its medium: pictures, tables, footnotes, labels.

The web body keeps its notes at the end, with links there and back (WAI-ARIA DPUB 1.0,
``doc-noteref`` and ``doc-backlink``); the print body carries each note where it is called, for
the page's foot (CSS Generated Content for Paged Media, 2.7).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit.language import Labels, Locale
from toolkit.render.views import BodyView, FootnoteView

__all__ = ["Body", "Source"]

Source = Callable[[str], tuple[str, int, int] | None]
"""Address and size in pixels of a picture by its ``src`` in the article, or ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Completes a clean body for one page.

    Args:
        labels: Labels of the page's locale.
        page: The page's locale.
        lang: BCP 47 tag of the body.
        source: Where the body's pictures are.
    """

    labels: Labels
    page: Locale
    lang: str
    source: Source

    def web(self, clean: str) -> BodyView:
        """Return the body of a web page, its footnotes apart."""
        root = _parse(clean)
        self._complete(root)
        for table in list(root.iter("table")):
            self._make_scrollable(table)
        for sample in root.iter("pre"):
            label = self.labels.text("code.sample")
            sample.attrib.update({"role": "region", "tabindex": "0", "aria-label": label})
        return BodyView(
            markup=_inner(root), attrs=self._attrs(), footnotes=tuple(self._take_notes(root))
        )

    def printed(self, clean: str) -> BodyView:
        """Return the body of a printed document, its footnotes where they are called."""
        root = _parse(clean)
        self._complete(root)
        self._move_notes_to_calls(root)
        for item in root.iter("ol", "li"):
            _write_counter(item)
        return BodyView(markup=_inner(root), attrs=self._attrs(), footnotes=())

    def _attrs(self) -> Markup:
        if self.lang == self.page.tag:
            return Markup()
        direction = Locale.parse(self.lang).direction
        return Markup(' lang="{}" dir="{}"').format(self.lang, direction)

    # Pictures

    def _complete(self, root: HtmlElement) -> None:
        for image in list(root.iter("img")):
            self._place(image)
        for credit in list(root.iterfind(".//figcaption/small[@class='credit']")):
            self._label_credit(credit)

    def _place(self, image: HtmlElement) -> None:
        found = self.source(image.get("src", ""))
        if found is None:
            image.drop_tree()
            return
        src, width, height = found
        image.set("src", src)
        image.set("width", str(width))
        image.set("height", str(height))
        image.set("loading", "lazy")

    def _label_credit(self, credit: HtmlElement) -> None:
        labelled = self.labels.html("media.credit", credit=_inner(credit))
        label = _parse(labelled, "small")
        label.set("class", "credit")
        label.tail = credit.tail
        if self.lang != self.page.tag:
            label.set("lang", self.page.tag)
            label.set("dir", self.page.direction)
            _keep_language(label, self.lang)
        _parent(credit).replace(credit, label)

    # Tables

    def _make_scrollable(self, table: HtmlElement) -> None:
        """Wrap a table so that it scrolls by keyboard where it is too wide (WCAG 2.2, 2.1.1)."""
        caption = table.find("caption")
        words = " ".join(caption.text_content().split()) if caption is not None else ""
        name = (
            self.labels.text("table.scrollable", caption=words)
            if words
            else self.labels.text("table.untitled")
        )
        region = lxml_html.Element("div")
        region.attrib.update(
            {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": name}
        )
        region.tail, table.tail = table.tail, None
        _parent(table).replace(table, region)
        region.append(table)

    # Footnotes

    def _take_notes(self, root: HtmlElement) -> Iterator[FootnoteView]:
        first: dict[str, str] = {}
        notes = dict(_notes(root))
        numbers = {note: self._number(index) for index, note in enumerate(notes, 1)}
        for call in list(_calls(root)):
            target = call.get("href", "")[1:]
            if target not in notes:
                _parent(call).drop_tree()
                continue
            number = numbers[target]
            call.text = number
            call.set("role", "doc-noteref")
            call.set("aria-label", self.labels.text("ref.footnote_n", n=number))
            first.setdefault(target, call.get("id", ""))
        for target, note in notes.items():
            yield FootnoteView(
                id=target,
                reference=first.get(target, ""),
                number=numbers[target],
                markup=_inner(note),
            )
        _drop_notes(root)

    def _move_notes_to_calls(self, root: HtmlElement) -> None:
        notes = dict(_notes(root))
        _drop_notes(root)
        for call in list(_calls(root)):
            mark = _parent(call)
            note = notes.get(call.get("href", "")[1:])
            if note is None:
                mark.drop_tree()
                continue
            mark.tag = "span"
            mark.remove(call)
            mark.set("class", "footnote")
            mark.set("lang", note.get("lang", self.lang))
            mark.set("dir", note.get("dir", Locale.parse(mark.get("lang", "")).direction))
            _fill_with_lines(mark, note)

    def _number(self, number: int) -> str:
        return Locale.parse(self.lang).digits(str(number))


def _fill_with_lines(mark: HtmlElement, note: HtmlElement) -> None:
    """Put a note's paragraphs into an inline element, one line each."""
    paragraphs = note.findall("p") or [note]
    for index, paragraph in enumerate(paragraphs):
        line = lxml_html.Element("span")
        line.text, line[:] = paragraph.text, list(paragraph)
        for name, value in paragraph.attrib.items():
            if name in ("lang", "dir"):
                line.set(name, value)
        if index:
            mark.append(lxml_html.Element("br"))
        mark.append(line)


def _write_counter(item: HtmlElement) -> None:
    """Number an item by style: WeasyPrint reads ``start`` and ``value`` as hints only."""
    name = "start" if item.tag == "ol" else "value"
    number = item.get(name, "")
    if number.lstrip("-").isdecimal():
        offset = f"counter-reset: list-item {int(number) - 1}"
        item.set("style", offset if name == "start" else f"counter-set: list-item {int(number)}")


def _keep_language(label: HtmlElement, lang: str) -> None:
    for value in label.iterfind(".//bdi"):
        value.set("lang", lang)
        value.set("dir", Locale.parse(lang).direction)


def _notes(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    for note in root.iterfind(".//section[@class='footnotes']/ol/li"):
        yield note.get("id", ""), note


def _calls(root: HtmlElement) -> Iterator[HtmlElement]:
    yield from root.iterfind(".//sup[@class='footnote-ref']/a")


def _drop_notes(root: HtmlElement) -> None:
    for section in list(root.iterfind(".//section[@class='footnotes']")):
        section.drop_tree()


def _parse(markup: str, parent: str = "div") -> HtmlElement:
    return lxml_html.fragment_fromstring(markup, create_parent=parent)


def _parent(element: HtmlElement) -> HtmlElement:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - only the root has none, and it is never asked
    return parent


def _inner(element: HtmlElement) -> Markup:
    """Return the markup inside an element."""
    text = lxml_html.tostring(element, encoding="unicode", with_tail=False)
    return Markup(text[text.index(">") + 1 : text.rindex("</")])  # noqa: S704 - cleaned before
