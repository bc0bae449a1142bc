"""A web page as one file: its fonts and pictures are in it, and nothing else is loaded.

https://www.rfc-editor.org/rfc/rfc2397
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache, partial

from toolkit.render.fonts import Face, faces, is_needed
from toolkit.render.pictures import Asset

__all__ = ["single_file"]

_WIDEST = 960
"""Pixels of the width that is taken of pictures in several, if there is one so narrow."""

_OFFERED = re.compile(r'<picture><source [^>]*?srcset="([^"]*)"[^>]*>(<img [^>]*>)</picture>')
_SOURCE = re.compile(r'(<img [^>]*?\bsrc=")([^"]*)(")')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>')
_FACE = re.compile(r'@font-face\{[^}]*src:url\("([^"]*)"\)[^}]*\}')
_ADDRESS = re.compile(r'url\("([^"]*)"\)')
_TYPES = {
    "avif": "image/avif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
}


def single_file(html: str, assets: Mapping[str, Asset], prefix: str) -> str:
    """Return a page with what it refers to inside.

    Of a picture in several widths one is taken; of the fonts, the files with letters of the page
    and in styles that it has.

    Args:
        html: The page; its style sheet is in it.
        assets: Its pictures by name, and the fonts of its theme.
        prefix: What stands before their names in the page.

    Raises:
        ArticleError: A picture is damaged.
        OSError: A file cannot be read.
    """
    head, style, rest = _parted(_PRELOAD.sub("", html))
    address = partial(_data, assets=assets, prefix=prefix)
    rest = _SOURCE.sub(lambda found: found[1] + address(found[2]) + found[3], _chosen(rest))
    shown = head + rest
    style = _FACE.sub(lambda rule: _font(rule, prefix, shown), style)
    return head + _ADDRESS.sub(lambda found: f'url("{address(found[1])}")', style) + rest


def _parted(html: str) -> tuple[str, str, str]:
    """Return what is before the style, the style, and what follows."""
    start = html.index("<style>")
    end = html.index("</style>", start)
    return html[:start], html[start:end], html[end:]


def _chosen(html: str) -> str:
    return _OFFERED.sub(lambda found: _with_source(found[2], _choice(found[1])), html)


def _choice(source_set: str) -> str:
    """Return the widest address of a ``srcset`` that is narrow enough, or else the narrowest."""
    widths = {int(width[:-1]): url for url, width in map(str.split, source_set.split(","))}
    return widths[max((width for width in widths if width <= _WIDEST), default=min(widths))]


def _with_source(image: str, address: str) -> str:
    return _SOURCE.sub(lambda found: found[1] + address + found[3], image)


def _font(rule: re.Match[str], prefix: str, shown: str) -> str:
    """Return a rule with its font inside, or nothing where the page does not need it."""
    face = _bundled().get(rule[1].removeprefix(prefix))
    if face is None:
        return rule[0]
    if not is_needed(face, shown):
        return ""
    return rule[0].replace(rule[1], _url(face.file.suffix[1:], face.file.read_bytes()))


def _data(address: str, assets: Mapping[str, Asset], prefix: str) -> str:
    name = address.removeprefix(prefix)
    if name not in assets:
        return address
    return _url(name.rpartition(".")[2], assets[name].read())


def _url(suffix: str, data: bytes) -> str:
    media_type = _TYPES.get(suffix, "application/octet-stream")
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


@cache
def _bundled() -> dict[str, Face]:
    return {face.asset: face for face in faces("web")}
