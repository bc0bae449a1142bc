"""Markdown as the body's form: CommonMark with tables, notes, definitions and some blocks.

What is added to https://spec.commonmark.org/0.31.2/::

    A note.[^1] Or at once.^[A short one.]        footnotes; [^1]: defines one
    [سلام]{lang=fa} `x`{lang=en} [t](u){lang=fa}  attributes of a phrase: lang, dir, id, class
    {lang=fa dir=rtl}                             attributes of the block below this line
    {type=a}                                      a list counted by letters; 1, a, A, i or I;
    {reversed=true}                               or downwards
    [A film](https://example.org/f.mp4){.video}   a link to a film or a sound (.audio), named so
    ## Heading {#place}                           attributes of a heading
    Term                                          definition list
    : Its meaning
    ![alt](p.png "Caption"){credit="Who" lang=fa} a picture alone in its paragraph is a figure
    > Quoted words
    >
    > — Who said so                               last paragraph after a dash: the attribution
    ::: verse {lang=fa}                           one couplet a line, hemistichs apart by " / "
    ::: pullquote                                 or " ‖ "; a blank line ends a stanza
    ::: table Caption                             a table with a caption
    :::                                           ends the block

The colons in a table's second line are logical: ``:--`` is start, ``--:`` is end.  A row whose
first cell is bold throughout has it as its header.  HTML may stand anywhere; everything is cleaned
afterwards.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["to_html"]

_ATTRIBUTES = ("lang", "dir", "id", "class", "credit", "start", "type", "reversed")
_CONTAINERS = ("verse", "pullquote", "table")


def to_html(text: str) -> str:
    """Return the HTML of a Markdown text, not yet clean.

    Args:
        text: Markdown in the dialect above.

    Returns:
        HTML that :func:`toolkit.article.body.clean` brings into its final form.
    """
    return str(_parser().render(text, {}))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    from toolkit.article.dialect import blocks, footnotes, pictures, verse

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.use(attrs_plugin, spans=True, allowed=_ATTRIBUTES)
    parser.use(attrs_block_plugin, allowed=_ATTRIBUTES)
    for name in _CONTAINERS:
        parser.use(container_plugin, name)
    blocks.use(parser)
    verse.use(parser)
    pictures.use(parser)
    footnotes.use(parser)
    return parser
