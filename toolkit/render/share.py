"""Share links: plain links that work without a script."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from markupsafe import Markup

from toolkit.language import Labels
from toolkit.render.views import ShareLink

__all__ = ["share_links"]


@cache
def _networks() -> dict[str, dict[str, str]]:
    text = files("toolkit.render").joinpath("data/share.toml").read_text("utf-8")
    return tomllib.loads(text)


def share_links(
    networks: Sequence[str], url: str, title: str, labels: Labels
) -> tuple[ShareLink, ...]:
    """Return the links that share one page, in the publication's order.

    Args:
        networks: Ids of the networks, as in ``data/share.toml``; unknown ones are left out.
        url: Absolute address of the page.
        title: Headline of the page.
        labels: Labels of the page's locale.

    Returns:
        One link for each network.
    """
    known = [(name, _networks()[name]) for name in networks if name in _networks()]
    quoted = {"url": quote(url, safe=""), "title": quote(title, safe="")}
    return tuple(
        ShareLink(
            href=url if name == "copy" else network["href"].format(**quoted),
            name=_name(name, network, labels),
            rel="bookmark" if name == "copy" else "nofollow noopener",
        )
        for name, network in known
    )


def _name(name: str, network: dict[str, str], labels: Labels) -> Markup:
    if name == "copy":
        return labels.html("share.copy_link")
    if name == "email":
        return labels.html("share.email")
    return labels.html("share.on", network=labels.html(network["label"]))
