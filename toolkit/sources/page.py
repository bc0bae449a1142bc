"""What an HTML page says of its article: language, title, metadata, and where the text is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from toolkit.article.characters import one_line

__all__ = ["Page"]

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"}
_META = {
    "article:modified_time": "updated",
    "article:published_time": "published",
    "article:section": "section",
    "description": "summary",
    "og:description": "summary",
    "og:title": "title",
}
_REGIONS = ("article", "main", "body")


@dataclass(slots=True)
class _Region:
    """Where an element's content begins and ends among the page's pieces."""

    start: int
    end: int | None = None


@dataclass(slots=True)
class Page:
    """Listens to a page, and keeps its body as it is written.

    Attributes:
        fields: What its head says, by the names of the contract.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _regions: dict[str, list[_Region]] = field(default_factory=dict)
    _endings: list[Callable[[], None]] = field(default_factory=list)
    _words: list[str] | None = None
    _heading: str = ""
    _in_head: int = 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._endings)

    @property
    def body(self) -> str:
        """The markup of the article: of its one ``article``, or ``main``, or the whole body."""
        for tag in _REGIONS:
            if len(regions := self._regions.get(tag, [])) == 1:
                return "".join(self._pieces[regions[0].start : regions[0].end])
        return "".join(self._pieces)

    @property
    def title(self) -> str:
        """Its first heading of the first level, or the title in its head."""
        return self._heading or self.fields.get("title", "")

    def start(self, tag: str, found: dict[str, str]) -> None:
        """Take a start tag."""
        if tag == "html" and "lang" in found:
            self.fields["lang"] = found["lang"]
        elif tag == "meta":
            self._take_meta(found)
        elif tag == "link" and found.get("rel") == "canonical" and "href" in found:
            self.fields.setdefault("url", found["href"])
        self._endings.append(self._open(tag, found))

    def end(self) -> None:
        """Take an end tag."""
        if self._endings:
            self._endings.pop()()

    def data(self, text: str) -> None:
        """Take text."""
        if self._words is not None:
            self._words.append(text)
        elif not self._in_head:
            self._pieces.append(escape(text, quote=False))

    def close(self) -> None:
        """Take the end of the page."""

    def _open(self, tag: str, found: dict[str, str]) -> Callable[[], None]:
        if tag in {"html", "meta", "link"}:
            return self._nothing
        if tag == "head":
            self._in_head += 1
            return self._end_head
        if tag == "title" or (tag == "h1" and not self._heading and self._words is None):
            self._words = []
            return self._end_title if tag == "title" else self._end_heading
        if self._words is not None or self._in_head:
            return self._nothing
        return self._keep(tag, found)

    def _keep(self, tag: str, found: dict[str, str]) -> Callable[[], None]:
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in found.items())
        if tag != "body":
            self._pieces.append(f"<{tag}{attributes}>")
        region = _Region(len(self._pieces))
        if tag in _REGIONS:
            self._regions.setdefault(tag, []).append(region)

        def end() -> None:
            region.end = len(self._pieces)
            if tag not in _VOID and tag != "body":
                self._pieces.append(f"</{tag}>")

        return end

    def _nothing(self) -> None:
        """End an element that is not kept."""

    def _end_head(self) -> None:
        self._in_head -= 1

    def _end_title(self) -> None:
        if text := self._taken():
            self.fields.setdefault("title", text)

    def _end_heading(self) -> None:
        self._heading = self._taken()

    def _taken(self) -> str:
        words, self._words = self._words or [], None
        return one_line("".join(words))

    def _take_meta(self, found: dict[str, str]) -> None:
        name = (found.get("name") or found.get("property") or "").lower()
        content = one_line(found.get("content", ""))
        if not content:
            return
        if name in _META:
            self.fields.setdefault(_META[name], content)
        elif name == "author":
            self.fields.setdefault("authors", []).append({"name": content})
        elif name == "article:tag":
            self.fields.setdefault("tags", []).append(content)
