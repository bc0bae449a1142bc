"""What UAX#9 says of a paragraph with markup, from plain text with control characters.

CSS defines isolates and overrides by the control characters they stand for, so the model puts
those in and resolves one string.  It shares no step with the pass that it judges but the levels,
which Unicode's own files prove.

https://www.w3.org/TR/css-writing-modes-4/#bidi-control-codes-injection-table
"""

from toolkit.direction import paragraphs, reset_whitespace, resolve, visual_order
from toolkit.direction.properties import classify

BREAK = "\u2029"
ISOLATE = {"ltr": "\u2066", "rtl": "\u2067"}
OVERRIDE = {"ltr": "\u202d", "rtl": "\u202e"}
CLOSING = {"\u2066": "\u2069", "\u2067": "\u2069", "\u202d": "\u202c", "\u202e": "\u202c"}
INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
)


class Model:
    """The characters of a paragraph in logical order.

    White space is collapsed; isolates are controls, closed before a line break and opened again
    after it.

    Attributes:
        base: Paragraph embedding level.
        characters: The text.
        hrefs: The link each character is in, or None.
        levels: The level of each character.
    """

    def __init__(self, children, base):
        self.base = base
        self._items = []  # (character, href, whether it stands for an element's border)
        self._opened = []
        for child in children:
            self._add(child, None, ("ltr", "rtl")[base])
        self._collapse()
        self.characters = "".join(character for character, _, _ in self._items)
        self.hrefs = [href for _, href, _ in self._items]
        self.levels = b"".join(resolve(part, base).levels for part in paragraphs(self.characters))

    def _put(self, characters, href, *, border=False):
        self._items += [(character, href, border) for character in characters]

    def _add(self, node, href, direction):
        if not node.tag:
            self._put(node.text.replace("\n", " "), href)
        elif node.tag == "br":
            self._put([CLOSING[control] for control in reversed(self._opened)], href, border=True)
            self._put(BREAK, href)
            self._put(self._opened, href, border=True)
        elif node.tag == "img":
            self._put("\ufffc", href)
        elif node.is_isolate:
            self._isolate(node, href, node.direction(direction))
        else:
            for child in node.children:
                self._add(child, node.href or href, direction)

    def _isolate(self, node, href, direction):
        controls = ISOLATE[direction] + (OVERRIDE[direction] if node.tag == "bdo" else "")
        self._opened += controls
        self._put(controls, href, border=True)
        for child in node.children:
            self._add(child, node.href or href, direction)
        self._put([CLOSING[control] for control in reversed(controls)], href, border=True)
        del self._opened[len(self._opened) - len(controls) :]

    def _collapse(self):
        """Keep the first of several spaces, and none beside a line break or at either end."""
        kept, space, last = [], None, BREAK
        for item in [*self._items, (BREAK, None, False)]:
            character, _, border = item
            if not border:
                if character == " " and last in (" ", BREAK):
                    continue
                if character == BREAK and last == " ":
                    del kept[space]
                space = len(kept) if character == " " else None
                last = character
            kept.append(item)
        self._items = kept[:-1]

    def line_order(self, start, stop):
        """Return the places of a line's characters from left to right: rules L1 and L2."""
        classes = classify(self.characters[start:stop])
        levels = reset_whitespace(self.levels[start:stop], classes, self.base)
        return [start + i for i in visual_order(levels)]


def is_shown(character):
    """Whether a character has a place of its own on a line."""
    return character not in INVISIBLE and character not in "\n\u2029"
