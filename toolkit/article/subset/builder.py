"""What each element of a body becomes: kept, renamed, unwrapped, turned into a link, or dropped.

Takes the events of an HTML parser (https://lxml.de/parsing.html#the-target-parser-interface).
Each start tag leaves one step to take at its end tag.
"""

from typing import TypeAlias

from toolkit.article.subset import names
from toolkit.article.subset.attributes import Attributes, words
from toolkit.article.subset.drops import Drops
from toolkit.article.subset.flow import Ending, Flow, nothing
from toolkit.article.subset.tree import Node

__all__ = ["Builder", "Found"]

Found: TypeAlias = dict[str, str]

# These do not stand within another of their kind.
_ALONE = {"a", "aside", "div", "figure", "section"}
_LINKED = {"audio", "embed", "iframe", "object", "video"}


class Builder:
    """Collects one body.

    Args:
        drops: Counts what is left out.
        attributes: Decides on attributes.
    """

    def __init__(self, drops: Drops, attributes: Attributes) -> None:
        self._drops = drops
        self._attributes = attributes
        self._flow = Flow()
        self._endings: list[Ending] = []
        self._text: list[str] = []
        self._skipped = 0
        self._media: Found | None = None

    @property
    def root(self) -> Node:
        """What was built."""
        return self._flow.root

    @property
    def depth(self) -> int:
        """How many elements are open in the input."""
        return len(self._endings) + self._skipped

    def start(self, tag: str, found: Found) -> None:
        """Take a start tag with its attributes."""
        if self._skipped:
            self._skipped += 1
            self._find_media(tag, found)
            return
        self._flush()
        self._endings.append(nothing)
        self._endings[-1] = self._open(tag, found)

    def end(self) -> None:
        """Take the end tag of the innermost element that is open."""
        self._skipped = max(self._skipped - 1, 0)
        if not self._skipped and self._endings:
            self._flush()
            self._endings.pop()()

    def data(self, text: str) -> None:
        """Take text."""
        if not self._skipped:
            self._text.append(text)

    def close(self) -> None:
        """Take the end of the document."""
        self._flush()

    def _flush(self) -> None:
        if self._text:
            self._flow.add_text("".join(self._text))
            self._text.clear()

    def _open(self, tag: str, found: Found) -> Ending:
        if tag in names.DROPPED:
            return self._drop(tag, found)
        if "hidden" in found or "display:none" in found.get("style", "").replace(" ", "").lower():
            return self._skip("hidden", tag, found)
        plain = names.RENAME.get(tag, tag)
        if plain in names.PHRASE:
            return self._phrase(plain, found)
        if plain in names.VOID:
            return self._void(plain, found)
        if self._flow.strict and not self._next_heading(plain):
            return self._unwrap(tag, found)
        if plain in names.TEXT:
            return self._block(plain, tag, found)
        if plain in names.CONTAINERS and _has_class(plain, found):
            return self._container(plain, tag, found)
        return self._unwrap(tag, found)

    def _next_heading(self, tag: str) -> bool:
        """Whether this is a heading that ends an unclosed one."""
        block = self._flow.block
        return tag in names.HEADINGS and block is not None and block.heading

    def _phrase(self, tag: str, found: Found) -> Ending:
        if "footnote-backref" in found.get("class", "").split():
            return self._skip("", tag, found)
        if tag == "a" and "name" in found:
            found.setdefault("id", found.pop("name"))
        kept = self._attributes.keep(tag, found)
        block = self._flow.block
        if block is not None and self._flow.in_code:
            if tag == "code" and "class" in kept:
                block.nodes[0].attributes["class"] = kept["class"]
            return nothing
        if tag == "a" and "href" not in kept:
            tag = "span"
        if tag in _ALONE and self._flow.within(tag):
            return nothing
        return self._flow.open_phrase(Node(tag, kept))

    def _void(self, tag: str, found: Found) -> Ending:
        if tag == "hr":
            self._flow.add_rule(Node("hr", self._attributes.keep("hr", found)))
        elif tag == "img":
            self._picture(found)
        elif self._flow.block is not None:
            self._flow.add_text("\n") if self._flow.in_code else self._flow.add(Node("br"))
        return nothing

    def _picture(self, found: Found) -> None:
        kept = self._attributes.picture(found)
        if kept is None:
            self._flow.container.lost = True
        else:
            self._flow.add(Node("img", kept))

    def _block(self, tag: str, written: str, found: Found) -> Ending:
        node = Node(tag, self._attributes.keep(tag, found))
        if node.heading:
            node.level = int(written[1])
        if written == "h1":
            self._drops.add("top-heading", "<h1>")
        return self._flow.open_block(node) or self._flow.break_block(node.attributes)

    def _container(self, tag: str, written: str, found: Found) -> Ending:
        if self._flow.deepest:
            self._drops.add("depth", f"<{written}>")
        if self._flow.deepest or (tag in _ALONE and self._flow.within(tag)):
            return self._unwrap(written, found)
        node = Node(tag, self._attributes.keep(tag, found))
        return self._flow.open_container(node) or self._flow.break_block(node.attributes)

    def _unwrap(self, tag: str, found: Found) -> Ending:
        """Keep an element's content alone, with its language."""
        if tag in names.TOLD:
            self._drops.add(names.TOLD[tag], _shown(tag, found))
        kept = self._attributes.keep("", found)
        if tag in {"html", "body"}:
            kept.clear()
        if tag in names.BLOCKS:
            return self._flow.break_block(kept)
        if tag not in names.UNWRAPPED_PHRASES:
            self._drops.add("element", f"<{tag[:40]}>")
        return self._flow.open_phrase(Node("span", kept))

    def _drop(self, tag: str, found: Found) -> Ending:
        handlers = {name: value for name, value in found.items() if name.startswith("on")}
        self._attributes.keep("", handlers)
        if tag not in _LINKED:
            return self._skip(names.DROPPED[tag], tag, found)
        self._media = {"tag": tag, **found}
        self._skipped = 1
        return self._link_media

    def _skip(self, kind: str, tag: str, found: Found) -> Ending:
        self._drops.add(kind, _shown(tag, found))
        self._skipped = 1
        return nothing

    def _find_media(self, tag: str, found: Found) -> None:
        if self._media is not None and tag == "source" and "src" in found:
            self._media.setdefault("src", found["src"])

    def _link_media(self) -> None:
        """Put a link in the place of a film, a sound or a frame."""
        media, self._media = self._media or {}, None
        address = media.get("src") or media.get("data") or ""
        tag = media.get("tag", "")
        kind = {"class": tag} if tag in names.CLASSES["a"] else {}
        kept = self._attributes.keep("a", {"href": address, **kind}) if address else {}
        shown = _shown(tag, {"src": address})
        if "href" not in kept:
            self._drops.add("embedded", shown)
            return
        self._drops.add("embedded-link", shown)
        label = words(media.get("title") or media.get("aria-label") or "")[0] or kept["href"]
        if self._flow.in_code or self._flow.within("a"):
            self._flow.add_text(label)
        else:
            self._flow.add(Node("a", kept, [label]))


def _has_class(tag: str, found: Found) -> bool:
    needed = names.CLASS_REQUIRED.get(tag)
    return needed is None or not needed.isdisjoint(found.get("class", "").split())


def _shown(tag: str, found: Found) -> str:
    attributes = "".join(f' {name}="{value[:80]}"' for name, value in list(found.items())[:3])
    return f"<{tag}{attributes}>"
