"""The last touches on a built tree: nothing empty, no heading level skipped, no dead anchor."""

from collections.abc import Callable, Iterator

from toolkit.article.characters import balance, tidy
from toolkit.article.subset import figures, notes, rows, verse
from toolkit.article.subset.attributes import PREFIX
from toolkit.article.subset.drops import Drops
from toolkit.article.subset.names import PHRASE, VOID
from toolkit.article.subset.tree import SPACE, Node, paragraphs

__all__ = ["finish"]

_MAY_BE_EMPTY = {"li", "dt", "dd", "td", "th"}


def finish(root: Node, drops: Drops) -> None:
    """Bring a tree into the canonical form.

    Args:
        root: The tree as it was built; it is changed.
        drops: Counts what is mended.
    """
    _mend_bidi(root, drops)
    _tidy(root)
    figures.arrange(root)
    rows.arrange(root)
    verse.arrange(root)
    notes.arrange(root)
    _cut_dead_anchors(root, drops)
    _tidy(root)
    _mend_outline(root, drops)


def _tidy(root: Node) -> None:
    root.children = _filled(root.children)
    for block in paragraphs(root):
        if block.tag != "pre":
            _trim(block)


def _filled(children: list[Node | str]) -> list[Node | str]:
    """Return children without the empty ones, strings that meet joined and made tidy."""
    kept: list[Node | str] = []
    words: list[str] = []
    for child in children:
        for piece in _pruned(child) if isinstance(child, Node) else [child]:
            if isinstance(piece, str):
                words.append(piece)
            else:
                kept += [*_joined(words), piece]
                words.clear()
    return [*kept, *_joined(words)]


def _joined(words: list[str]) -> list[str]:
    text = tidy("".join(words))
    return [text] if text else []


def _pruned(node: Node) -> list[Node | str]:
    if node.tag == "pre":
        return [node] if _strip_newlines(node.nodes[0]) else []
    node.children = _filled(node.children)
    if node.tag == "table" and all(inner.tag == "caption" for inner in node.nodes):
        return []
    if node.tag == "span" and not node.attributes:
        return node.children
    if node.tag in VOID or any(map(_says_something, node.children)):
        return [node]
    if node.tag in PHRASE:
        return [node] if "id" in node.attributes else node.children
    return [node] if node.tag in _MAY_BE_EMPTY else []


def _says_something(child: Node | str) -> bool:
    return bool(child.strip()) if isinstance(child, str) else child.tag != "br"


def _trim(node: Node) -> None:
    """Cut white space and line breaks from the ends of a paragraph, inside of phrases too."""
    node.children.reverse()
    _trim_end(node, str.lstrip)
    node.children.reverse()
    _trim_end(node, str.rstrip)


def _trim_end(node: Node, strip: Callable[[str, str], str]) -> None:
    while node.children:
        last = node.children[-1]
        if isinstance(last, str):
            node.children[-1] = text = strip(last, SPACE)
            if text:
                return
        elif last.tag in PHRASE:
            _trim(last)
            if last.children or "id" in last.attributes:
                return
        elif last.tag != "br":
            return
        node.children.pop()


def _strip_newlines(code: Node) -> bool:
    text = tidy("".join(child for child in code.children if isinstance(child, str))).strip("\n")
    code.children = [text]
    return bool(text.strip())


def _cut_dead_anchors(root: Node, drops: Drops) -> None:
    """Take the link from anchors whose place is not in the text."""
    ids = {node.attributes.get("id") for node in root.walk()}
    for node in root.walk():
        address = node.attributes.get("href", "")
        if address.startswith("#") and address[1:] not in ids:
            drops.add("anchor", address.replace(PREFIX, "", 1))
            del node.attributes["href"]
            node.tag = "span"


def _mend_outline(root: Node, drops: Drops) -> None:
    """Let no heading be more than one level below the one it is under; the first is an h2."""
    above: list[tuple[int, int]] = []
    for node in root.walk():
        if not node.heading:
            continue
        while above and above[-1][0] >= node.level:
            above.pop()
        level = min(above[-1][1] + 1 if above else 2, 6)
        if node.level > level:
            drops.add("heading", f"<h{node.level}> {''.join(_words(node))}")
        above.append((node.level, level))
        node.tag = f"h{level}"


def _mend_bidi(root: Node, drops: Drops) -> None:
    for block in paragraphs(root):
        places = list(_places(block))
        pieces = [str(node.children[index]) for node, index in places]
        mended, count = balance(pieces)
        if count:
            drops.add("bidi", "".join(pieces), count)
            for (node, index), piece in zip(places, mended, strict=True):
                node.children[index] = piece


def _places(node: Node) -> Iterator[tuple[Node, int]]:
    for index, child in enumerate(node.children):
        if isinstance(child, str):
            yield node, index
        else:
            yield from _places(child)


def _words(node: Node) -> Iterator[str]:
    return (str(inner.children[index]) for inner, index in _places(node))
