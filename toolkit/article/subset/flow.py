"""Where things go while a tree of the subset is built.

Blocks go into the innermost open container.  Phrases are opened when words arrive, and opened
anew in the next block, so that markup across blocks survives.  What may not stand where it is
gets the parent it needs, or none and loses its own element.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from toolkit.article.subset import names
from toolkit.article.subset.tree import SPACE, Node

__all__ = ["Ending", "Flow", "nothing"]

Ending: TypeAlias = Callable[[], None]

_INHERITED = ("lang", "dir")
# So often an element with attributes is opened anew; one that leads further is a mistake, or
# meant to make a page of many megabytes out of a few.
_COPIES = 20
# In these the first words need no element of their own.
_BARE = {"li", "dd", "td", "th", "figure"}


def nothing() -> None:
    """End an element that left nothing open."""


class Flow:
    """The open places of one body.

    Attributes:
        root: What was built.
        block: The block that takes words, if one is open.
        container: The innermost container.
    """

    def __init__(self) -> None:
        self.root = Node("")
        self.block: Node | None = None
        self._containers = [self.root]
        self._implied: set[int] = set()
        self._scopes: list[tuple[int, dict[str, str]]] = []
        self._wanted: list[Node] = []
        self._live: list[Node] = []

    @property
    def container(self) -> Node:
        """The innermost open container."""
        return self._containers[-1]

    @property
    def strict(self) -> bool:
        """Whether an open block holds words only, such as a heading."""
        return self.block is not None and self.block.tag not in {"p", ""}

    @property
    def in_code(self) -> bool:
        """Whether words are taken as they are, line by line."""
        return self.block is not None and self.block.tag == "pre"

    @property
    def deepest(self) -> bool:
        """Whether no container may open here any more."""
        return len(self._containers) > names.DEEPEST

    def within(self, tag: str) -> bool:
        """Return whether such a container or phrase is open."""
        return any(node.tag == tag for node in (*self._containers, *self._wanted))

    # Words and phrases.

    def add_text(self, text: str) -> None:
        """Add words; white space between blocks is none."""
        if self.block is not None or text.strip(SPACE):
            self._here().children.append(text)

    def add(self, node: Node) -> None:
        """Add something that stands within a line."""
        self._here().children.append(node)

    def open_phrase(self, node: Node) -> Ending:
        """Put an element around the words that follow."""
        if len(self._wanted) >= names.DEEPEST:
            return nothing
        if self._repeats(node):
            node = Node(
                "span", {name: node.attributes[name] for name in {"id"} & node.attributes.keys()}
            )
        if node.tag == "span" and not node.attributes:
            return nothing
        self._wanted.append(node)
        if "id" in node.attributes:
            self._here()
        return partial(self._end_phrase, node)

    def _repeats(self, node: Node) -> bool:
        """Whether a phrase only says again what the one around it says; a quotation may nest."""
        if node.tag == "q":
            return False
        said = {name: value for name, value in node.attributes.items() if name != "id"}
        return any(node.tag == other.tag and said == other.attributes for other in self._wanted)

    def _end_phrase(self, node: Node) -> None:
        if node in self._wanted:
            index = self._wanted.index(node)
            del self._wanted[index:]
            del self._live[index:]

    def _here(self) -> Node:
        """Return where words go now, after opening whatever they need."""
        if self.block is None:
            self._open_implied_block()
        block = self.block or self.root
        if block.tag == "pre":
            return block.nodes[0]
        for node in self._wanted[len(self._live) :]:
            copy = Node(node.tag, dict(node.attributes))
            node.attributes.pop("id", None)
            node.copies += 1
            (self._live[-1] if self._live else block).children.append(copy)
            self._live.append(copy)
        return self._live[-1] if self._live else block

    def _open_implied_block(self) -> None:
        self._settle_blocks()
        bare = self.container.tag in _BARE and not self.container.children and not self._scope()
        self._begin(Node("" if bare else "p"))

    # Blocks.

    def open_block(self, node: Node) -> Ending | None:
        """Open a block of words; ``None`` where it may not stand."""
        self.close_block()
        if not self._settle(node.tag):
            return None
        self._begin(node)
        self._open_scope(node.attributes)
        return self._end_block

    def _end_block(self) -> None:
        self._scopes.pop()
        self.close_block()

    def _begin(self, node: Node) -> None:
        if node.tag == "pre":
            node.children.append(Node("code"))
        self._append(node)
        self.block = node

    def close_block(self) -> None:
        """Let the words that follow begin a block of their own."""
        self.block = None
        self._live.clear()
        self._wanted = [n for n in self._wanted if n.copies < _COPIES or not n.attributes]

    def break_block(self, inherited: dict[str, str]) -> Ending:
        """End the paragraph here and where the ending is called.

        Args:
            inherited: Language and direction of the element that is lost.
        """
        self._end_words()
        if inherited and not self.strict:
            self._settle_blocks()
        self._open_scope(inherited)
        return self._end_break

    def _end_break(self) -> None:
        self._scopes.pop()
        self._end_words()

    def _end_words(self) -> None:
        """End a paragraph; in a block that holds words only, a space stands for the end."""
        if not self.strict:
            self.close_block()
        elif not self.in_code:
            words = self._here().children
            if not (words and isinstance(words[-1], str) and words[-1].endswith(" ")):
                words.append(" ")

    def add_rule(self, node: Node) -> None:
        """Add a section break, where there are sections."""
        if self.strict:
            return
        self.close_block()
        self._settle_blocks()
        if self.container.tag not in {"section", "div"}:
            self._append(node)

    # Containers.

    def open_container(self, node: Node) -> Ending | None:
        """Open a container; ``None`` where it may not stand."""
        self.close_block()
        if not self._settle(node.tag):
            return None
        self._append(node)
        self._containers.append(node)
        return partial(self._end_container, node)

    def _end_container(self, node: Node) -> None:
        self.close_block()
        while self._containers.pop() is not node:
            continue

    def _settle(self, tag: str) -> bool:
        """Find the container that an element may stand in; say whether there is one."""
        parents = names.WITHIN.get(tag)
        if parents is None:
            self._settle_blocks()
            return True
        while self.container.tag not in parents and id(self.container) in self._implied:
            self._containers.pop()
        if self.container.tag not in parents and self._implies(parents):
            self._imply()
        return self.container.tag in parents

    def _implies(self, parents: frozenset[str]) -> bool:
        return names.IMPLIED.get(self.container.tag) in parents

    def _settle_blocks(self) -> None:
        while self.container.tag in names.IMPLIED:
            self._imply()

    def _imply(self) -> None:
        """Go on in a list's last item, or open the part that the content needs."""
        top = self.container
        wanted = names.IMPLIED[top.tag]
        last = top.last
        if last is None or last.tag != wanted or top.tag not in {"ul", "ol", "dl"}:
            last = Node(wanted)
            self._append(last)
        self._implied.add(id(last))
        self._containers.append(last)

    def _append(self, node: Node) -> None:
        node.attributes = self._scope() | node.attributes
        self.container.children.append(node)

    def _open_scope(self, attributes: dict[str, str]) -> None:
        """Let the blocks that follow have an element's language and direction."""
        inherited = {name: attributes[name] for name in _INHERITED if name in attributes}
        self._scopes.append((len(self._containers), self._scope() | inherited))

    def _scope(self) -> dict[str, str]:
        depth, inherited = self._scopes[-1] if self._scopes else (0, {})
        return inherited if depth == len(self._containers) else {}
