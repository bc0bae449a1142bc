"""A paragraph's inline markup as a tree of our own, to write as HTML and to model."""

import unicodedata
from dataclasses import dataclass, field
from html import escape

PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/%3E"
VOID = ("br", "img", "wbr")
DIRECTION = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@dataclass
class Node:
    """An element, or text if it has no tag."""

    tag: str = ""
    text: str = ""
    dir: str | None = None
    href: str | None = None
    children: list["Node"] = field(default_factory=list)

    @classmethod
    def from_element(cls, element):
        """Read an lxml element."""
        node = cls(element.tag, dir=element.get("dir"), href=element.get("href"))
        node.children.append(cls(text=element.text or ""))
        for child in element:
            node.children += [cls.from_element(child), cls(text=child.tail or "")]
        return node

    def html(self):
        if not self.tag:
            return escape(self.text, quote=False)
        attributes = f' src="{PICTURE}"' if self.tag == "img" else ""
        attributes += f' dir="{self.dir}"' if self.dir else ""
        attributes += f' href="{self.href}"' if self.href else ""
        inside = "".join(child.html() for child in self.children)
        return f"<{self.tag}{attributes}>" + ("" if self.tag in VOID else f"{inside}</{self.tag}>")

    @property
    def is_isolate(self):
        return self.dir is not None or self.tag in ("bdi", "bdo", "output")

    def direction(self, inherited):
        """Direction of an isolate, as https://html.spec.whatwg.org/#the-directionality says."""
        if self.dir in ("ltr", "rtl"):
            return self.dir
        if self.dir is None and self.tag != "bdi":
            return inherited
        return next((found for text in self._texts() if (found := strong(text))), "ltr")

    def _texts(self):
        for child in self.children:
            if not child.tag:
                yield child.text
            elif not child.dir and child.tag != "bdi":
                yield from child._texts()


def strong(text):
    """Direction of the first strong character, or None."""
    classes = (unicodedata.bidirectional(character) for character in text)
    return next((DIRECTION[found] for found in classes if found in DIRECTION), None)
