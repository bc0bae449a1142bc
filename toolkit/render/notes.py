"""Footnotes: at the end with links there and back on the web, at the page's foot in print.

WAI-ARIA DPUB 1.0, ``doc-noteref`` and ``doc-backlink``; CSS Generated Content for Paged Media,
2.7 (``float: footnote``).
"""

from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.html import HtmlElement

from toolkit.render.markup import inner, parent_of
from toolkit.render.views import FootnoteView
from toolkit.render.voice import Voice

__all__ = ["move_notes_to_calls", "take_notes"]


def take_notes(root: HtmlElement, voice: Voice) -> tuple[FootnoteView, ...]:
    """Take the notes out of a body, number their calls, and return them.

    Args:
        root: The body, changed in place.
        voice: Whose words are whose; the numbers have the page's digits, as its list has.
    """
    notes = _cut_notes(root)
    numbers = {name: index for index, name in enumerate(notes, 1)}
    first: dict[str, str] = {}
    for call in list(_calls(root)):
        name = call.get("href", "")[1:]
        if name not in notes:
            parent_of(call).drop_tree()
            continue
        first.setdefault(name, call.get("id", ""))
        call.text = voice.page.digits(numbers[name])
        call.set("role", "doc-noteref")
        voice.name(call, "ref.footnote_n", n=numbers[name])
    return tuple(
        FootnoteView(id=name, reference=first[name], number=numbers[name], markup=inner(note))
        for name, note in notes.items()
        if name in first
    )


def move_notes_to_calls(root: HtmlElement, voice: Voice) -> None:
    """Put every note where it is first called, for the page's foot.

    Args:
        root: The body, changed in place.
        voice: Whose words are whose.
    """
    notes = _cut_notes(root)
    for call in list(_calls(root)):
        mark = parent_of(call)
        note = notes.pop(call.get("href", "")[1:], None)
        if note is None:
            mark.drop_tree()
            continue
        mark.tag = "span"
        mark.set("class", "footnote")
        mark.set("lang", note.get("lang") or voice.lang)
        mark.set("dir", note.get("dir") or voice.article.direction)
        mark[:] = _lines(note)


def _lines(note: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a note's paragraphs as phrases, a line break between them."""
    for index, paragraph in enumerate(note.findall("p") or [note]):
        if index:
            yield lxml_html.Element("br")
        line = lxml_html.Element("span")
        line.text, line[:] = paragraph.text, list(paragraph)
        for name in ("lang", "dir"):
            if paragraph.get(name):
                line.set(name, paragraph.get(name, ""))
        yield line


def _cut_notes(root: HtmlElement) -> dict[str, HtmlElement]:
    sections = list(root.iterfind(".//section[@class='footnotes']"))
    notes = [note for section in sections for note in section.iterfind("./ol/li")]
    for section in sections:
        section.drop_tree()
    return {note.get("id", ""): note for note in notes}


def _calls(root: HtmlElement) -> Iterator[HtmlElement]:
    yield from root.iterfind(".//sup[@class='footnote-ref']/a")
