"""Seeded paragraphs of mixed text with inline markup, and what UAX#9 says of each.

The model is made from the generator's own tree, not from the HTML: isolates are the control
characters that CSS defines them by, so it shares no step with the pass it is to judge.
"""

import random
from dataclasses import dataclass, field
from html import escape

from toolkit.direction import resolve

WORDS = {
    "rtl": (
        "سلام دنیا کتاب‌ها می‌روند گزارش ملل متحد دربارهٔ آب شهر هرات و در به از که است لا ولایت "
        "مردم سالِ پښتو ژبه ملګري گفت: نوشت، رفت. چرا؟ «خبر» پایان! هرگز؛"
    ).split(),
    "ltr": (
        "the water report of New York Times C++ C# .NET Yahoo! AT&T fjord office naïve e.g. Kabul, "
        'said: "quoted" end. why? state-of-the-art foo/bar a b'
    ).split(),
    "number": (
        "۱۲ ۱۴۰۳ ۵۰٪ ۳٫۱۴ ۲-۳ ۱۲:۳۰ 12 2024 50% 3.14 -5 +93 $20 ١٢ ٣٫٥ 1,000 S/2020/53 ۱/۲ (۳) 10-12 #1"
    ).split(),
    "mark": "( ) [ ] - / : . … – | * & + = < >".split(),
}
CONTROLS = ("\u2066{}\u2069", "\u2067{}\u2069", "\u2068{}\u2069", "{}\u200e", "{}\u200f", "\u061c{}")
EMBEDDINGS = ("\u202a{}\u202c", "\u202b{}\u202c", "\u202d{}\u202c", "\u202e{}\u202c", "{}\u2069", "\u2067{}")
PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/%3E"
TRANSPARENT = ("b", "i", "sup", "sub", "span", "em", "small", "code")
ISOLATES = (
    ("bdi", None), ("bdi", "rtl"), ("span", "ltr"), ("span", "rtl"), ("span", "auto"), ("b", "auto"),
    ("code", "ltr"), ("bdo", "ltr"), ("bdo", "rtl"),
)  # fmt: skip
LETTER = {"ltr": "\u2066", "rtl": "\u2067"}
OVERRIDE = {"ltr": "\u202d", "rtl": "\u202e"}
CLOSING = {"\u2066": "\u2069", "\u2067": "\u2069", "\u202d": "\u202c", "\u202e": "\u202c"}
INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
)


@dataclass
class Node:
    """An element of the generator's tree, or text."""

    tag: str = ""
    text: str = ""
    dir: str | None = None
    href: str | None = None
    children: list["Node"] = field(default_factory=list)

    def html(self) -> str:
        if not self.tag:
            return escape(self.text, quote=False)
        if self.tag == "br":
            return "<br>"
        if self.tag == "wbr":
            return "<wbr>"
        if self.tag == "img":
            return f'<img src="{PICTURE}" alt="">'
        attributes = f' dir="{self.dir}"' if self.dir else ""
        attributes += f' href="{self.href}"' if self.href else ""
        inside = "".join(child.html() for child in self.children)
        return f"<{self.tag}{attributes}>{inside}</{self.tag}>"

    def direction(self) -> str:
        """First strong character of an isolate's text, isolates of its own skipped."""
        if self.dir in ("ltr", "rtl"):
            return self.dir
        return self._first_strong() or "ltr"

    def _first_strong(self) -> str | None:
        for child in self.children:
            if child.tag and (child.dir or child.tag == "bdi"):
                continue
            found = strong(child.text) if not child.tag else child._first_strong()
            if found:
                return found
        return None


def strong(text: str) -> str | None:
    """Direction of the first strong character, in-text isolates not skipped: as HTML has it."""
    import unicodedata

    for character in text:
        found = unicodedata.bidirectional(character)
        if found in ("L", "R", "AL"):
            return "ltr" if found == "L" else "rtl"
    return None


class Model:
    """The characters of a paragraph in logical order.

    White space is collapsed; isolates are controls, closed before a line break and opened again
    after it as https://www.w3.org/TR/css-writing-modes-4/#bidi-control-codes has it.
    """

    def __init__(self, children: list[Node], base: int) -> None:
        self.base = base
        self._items: list[tuple[str, str | None, bool]] = []
        self._open: list[str] = []
        for child in children:
            self._add(child, None)
        self._collapse()
        self.characters = "".join(item[0] for item in self._items)
        self.hrefs = [item[1] for item in self._items]
        self.levels: list[int] = []
        self.paragraph_of: list[range] = []
        start = 0
        for part in self.characters.splitlines(keepends=True):
            self.levels += resolve(part, base).levels
            self.paragraph_of += [range(start, start + len(part))] * len(part)
            start += len(part)

    def _add(self, node: Node, href: str | None) -> None:
        put = self._items.append
        if not node.tag:
            for character in node.text:
                put((" " if character in " \n\t" else character, href, False))
        elif node.tag == "br":
            self._items += [(CLOSING[control], href, True) for control in reversed(self._open)]
            put(("\u2029", href, False))
            self._items += [(control, href, True) for control in self._open]
        elif node.tag == "img":
            put(("\ufffc", href, False))
        elif node.tag != "wbr":
            isolate = node.dir is not None or node.tag in ("bdi", "bdo")
            direction = node.direction() if isolate else ""
            controls = LETTER[direction] if isolate else ""
            controls += OVERRIDE[direction] if node.tag == "bdo" else ""
            self._open += controls
            self._items += [(control, href, True) for control in controls]
            for child in node.children:
                self._add(child, node.href or href)
            self._items += [(CLOSING[control], href, True) for control in reversed(controls)]
            del self._open[len(self._open) - len(controls) :]

    def _collapse(self) -> None:
        """Keep the first of several spaces, and none beside a line break or at either end."""
        kept: list[tuple[str, str | None, bool]] = []
        last = "\u2029"
        for item in self._items:
            if item[2]:
                kept.append(item)
                continue
            if item[0] == " " and last in " \u2029":
                continue
            if item[0] == "\u2029" and last == " ":
                self._drop_last_space(kept)
            kept.append(item)
            last = item[0]
        if last == " ":
            self._drop_last_space(kept)
        self._items = kept

    @staticmethod
    def _drop_last_space(items: list[tuple[str, str | None, bool]]) -> None:
        for place in range(len(items) - 1, -1, -1):
            if items[place][0] == " ":
                del items[place]
                return


@dataclass(frozen=True)
class Paragraph:
    """A generated paragraph."""

    id: str
    base: int
    children: tuple[Node, ...]

    @property
    def html(self) -> str:
        inside = "".join(child.html() for child in self.children)
        return f'<p id="{self.id}" dir="{("ltr", "rtl")[self.base]}">{inside}</p>'

    @property
    def model(self) -> Model:
        return Model(list(self.children), self.base)


class Generator:
    """Makes paragraphs from a seed.

    Args:
        seed: The same seed gives the same paragraphs.
        embeddings: Whether in-text embeddings, overrides and unbalanced controls occur too.
    """

    def __init__(self, seed: int, *, embeddings: bool = False) -> None:
        self.random = random.Random(seed)
        self.embeddings = embeddings
        self.links = 0

    def paragraph(self, number: int) -> Paragraph:
        base = number % 2
        main = self.random.choices(("rtl", "ltr"), (4, 1) if base else (1, 4))[0]
        children = self.phrase(main, self.random.randint(12, 45), 0)
        return Paragraph(f"p{number}", base, tuple(children))

    def phrase(self, main: str, length: int, depth: int) -> list[Node]:
        nodes: list[Node] = []
        while length > 0:
            if nodes:
                nodes.append(Node(text=self.gap()))
            taken = min(length, self.random.randint(1, 6))
            length -= taken
            if depth < 3 and self.random.random() < 0.3:
                nodes.append(self.element(main, taken, depth))
            else:
                nodes += [Node(text=self.words(main, taken))]
        return nodes

    def gap(self) -> str:
        return self.random.choices((" ", "", "  \n "), (85, 10, 5))[0]

    def words(self, main: str, count: int) -> str:
        other = "ltr" if main == "rtl" else "rtl"
        kinds = self.random.choices((main, other, "number", "mark"), (55, 25, 13, 7), k=count)
        words = [self.random.choice(WORDS[kind]) for kind in kinds]
        if self.random.random() < 0.08:
            place = self.random.randrange(count)
            pool = CONTROLS + EMBEDDINGS if self.embeddings else CONTROLS
            words[place] = self.random.choice(pool).format(words[place])
        return " ".join(words)

    def element(self, main: str, length: int, depth: int) -> Node:
        if self.random.random() < 0.35:
            main = "ltr" if main == "rtl" else "rtl"
        kind = self.random.random()
        if kind < 0.06:
            return Node(tag=self.random.choice(("br", "img", "wbr", "img")))
        children = self.phrase(main, length, depth + 1)
        if self.random.random() < 0.1:
            children.insert(0, Node(text=" "))
        if self.random.random() < 0.1:
            children.append(Node(text=" "))
        if kind < 0.25 and depth == 0:
            self.links += 1
            return Node(tag="a", href=f"https://example.org/{self.links}", children=children)
        if kind < 0.5:
            tag, direction = self.random.choice(ISOLATES)
            return Node(tag=tag, dir=direction, children=children)
        return Node(tag=self.random.choice(TRANSPARENT), children=children)
