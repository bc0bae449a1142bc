"""A picture alone in its paragraph is a figure; its title is the caption."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

__all__ = ["use"]

_OF_THE_FIGURE = ("lang", "dir", "id")


def use(parser: MarkdownIt) -> None:
    """Add the rule to a parser."""
    parser.core.ruler.push("figures", _set_figures)


def _set_figures(state: StateCore) -> None:
    tokens = state.tokens
    for index in range(1, len(tokens) - 1):
        picture = _lone_picture(tokens[index])
        if picture is None or tokens[index - 1].type != "paragraph_open":
            continue
        opening, closing = tokens[index - 1], tokens[index + 1]
        opening.tag = closing.tag = "figure"
        opening.hidden = closing.hidden = False
        for name in _OF_THE_FIGURE:
            if name in picture.attrs:
                opening.attrs[name] = picture.attrs.pop(name)
        caption = str(picture.attrs.pop("title", ""))
        credit = str(picture.attrs.pop("credit", ""))
        if caption or credit:
            (tokens[index].children or []).extend(_caption(caption, credit))


def _lone_picture(inline: Token) -> Token | None:
    """Return the picture that a paragraph holds and nothing else, maybe in a link."""
    children = [child for child in inline.children or [] if child.type != "text" or child.content]
    if len(children) == 3 and children[0].type == "link_open":
        children = children[1:2]
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _caption(caption: str, credit: str) -> list[Token]:
    words = [Token("text", "", 0, content=caption)] if caption else []
    if credit:
        words += [
            Token("text", "", 0, content=" " if caption else ""),
            Token("credit_open", "small", 1, attrs={"class": "credit"}),
            Token("text", "", 0, content=credit),
            Token("credit_close", "small", -1),
        ]
    return [
        Token("figcaption_open", "figcaption", 1),
        *words,
        Token("figcaption_close", "figcaption", -1),
    ]
