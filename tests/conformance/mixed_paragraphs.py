"""Paragraphs of mixed text with inline markup, made from a seed."""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.conformance.markup import VOID, Node
from tests.conformance.model import Model

_WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
WORDS = {name: words.split() for name, words in _WORDS.items()}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph to set and to judge."""

    id: str
    base: int
    children: tuple[Node, ...]

    @property
    def html(self):
        inside = "".join(child.html() for child in self.children)
        return f'<p id="{self.id}" dir="{("ltr", "rtl")[self.base]}">{inside}</p>\n'

    @property
    def model(self):
        return Model(self.children, self.base)


class Generator:
    """Makes paragraphs.

    Args:
        seed: The same seed gives the same paragraphs.
        embeddings: Whether in-text embeddings, overrides and unbalanced controls occur outside
            isolates; inside, CSS lets the unbalanced ones out and the pass does not.
    """

    def __init__(self, seed, *, embeddings=False):
        self.random = random.Random(seed)
        self.embeddings = embeddings
        self.links = 0

    def paragraphs(self, count):
        return [self.paragraph(number) for number in range(count)]

    def paragraph(self, number):
        base = number % 2
        main = self.random.choices(("rtl", "ltr"), (4, 1) if base else (1, 4))[0]
        children = self.phrase(main, self.random.randint(12, 45), 0)
        return Paragraph(f"p{number}", base, tuple(children))

    def phrase(self, main, length, depth):
        nodes = []
        while length > 0:
            if nodes:
                gap = self.random.choices((" ", "", "  \n "), (85, 10, 5))[0]
                nodes.append(Node(text=gap))
            taken = min(length, self.random.randint(1, 6))
            length -= taken
            if depth < 3 and self.random.random() < 0.3:
                nodes.append(self.element(main, taken, depth))
            else:
                nodes.append(Node(text=self.words(main, taken, depth)))
        return nodes

    def words(self, main, count, depth):
        kinds = self.random.choices(
            (main, _other(main), "number", "mark"), (55, 25, 13, 7), k=count
        )
        words = [self.random.choice(WORDS[kind]) for kind in kinds]
        if self.random.random() < 0.08:
            place = self.random.randrange(count)
            pool = WORDS["control"] + WORDS["embedding"] * (self.embeddings and depth == 0)
            words[place] = self.random.choice(pool).replace("_", words[place])
        return " ".join(words)

    def element(self, main, length, depth):
        if self.random.random() < 0.35:
            main = _other(main)
        kind = self.random.random()
        if kind < 0.06:
            return Node(self.random.choice(VOID))
        children = self.phrase(main, length, depth + 1)
        for place in (0, len(children) + 1):  # white space inside the element's borders
            if self.random.random() < 0.1:
                children.insert(place, Node(text=" "))
        if kind < 0.25 and depth == 0:
            self.links += 1
            return Node("a", href=f"https://example.org/{self.links}", children=children)
        name = self.random.choice(WORDS["isolate" if kind < 0.5 else "transparent"])
        tag, _, direction = name.partition(":")
        return Node(tag, dir=direction or None, children=children)


def _other(direction):
    return "ltr" if direction == "rtl" else "rtl"
