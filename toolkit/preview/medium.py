"""Makes a page believe in another colour scheme, or in paper, than the window that shows it.

Media queries are about the whole browser; a pane shows what a reader elsewhere would see.
"""

import re
from typing import Literal

__all__ = ["Scheme", "as_seen"]

Scheme = Literal["auto", "light", "dark"]

_MARGIN = "<style>html{padding:15mm}</style>"
_ALWAYS, _NEVER = "(min-width:0)", "(max-width:0)"
_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL)
_QUERY = re.compile(r"@media[^{]*")
_PREFERRED = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)")
_TYPE = re.compile(r"(?<![\w-])(print|screen)(?![\w-])")
_META = re.compile(r'(<meta name="color-scheme" content=")[^"]*')


def as_seen(html: str, *, scheme: Scheme = "auto", is_printed: bool = False) -> str:
    """Return a page as it looks in a colour scheme, or on paper.

    Args:
        html: The page; its style sheets are in it.
        scheme: The scheme; ``auto`` leaves it to the browser.
        is_printed: Whether it is shown as a browser prints it.
    """
    if is_printed:
        scheme = "light"
    if scheme != "auto":
        html = _META.sub(rf"\g<1>{scheme}", html)
    elif not is_printed:
        return html
    seen = _STYLE.sub(lambda style: _styled(style[0], scheme, is_printed), html)
    return seen.replace("</head>", _MARGIN + "</head>", 1) if is_printed else seen


def _styled(css: str, scheme: Scheme, is_printed: bool) -> str:
    return _QUERY.sub(lambda query: _answered(query[0], scheme, is_printed), css)


def _answered(query: str, scheme: Scheme, is_printed: bool) -> str:
    if scheme != "auto":
        query = _PREFERRED.sub(lambda found: _ALWAYS if found[1] == scheme else _NEVER, query)
    if is_printed:
        query = _TYPE.sub(lambda found: "all" if found[1] == "print" else "not all", query)
    return query
