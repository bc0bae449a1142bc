"""The body of an article, put into its page as the tree that it is: never written and read again.

While the page is filled, a comment stands for it.
"""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element
from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit.render.views import BodyView

__all__ = ["Grafts"]

_STAND_IN = re.compile("body:([0-9]+)")


@dataclass(frozen=True, slots=True)
class Grafts:
    """The bodies of one page."""

    _roots: list[HtmlElement] = field(default_factory=list)

    def keep(self, body: BodyView) -> Markup:
        """Take a body, and return what stands for it meanwhile; the same one again as markup.

        Args:
            body: The body; its markup is empty once it is in the page.
        """
        if body.root in self._roots:
            return body.markup
        self._roots.append(body.root)
        return Markup(f"<!--body:{len(self._roots) - 1}-->")  # noqa: S704 - a number

    def join(self, page: Element) -> None:
        """Put the bodies into their places.

        Args:
            page: The page's tree, changed in place.
        """
        for comment in list(page.iter(etree.Comment)) if self._roots else ():
            found, around = _STAND_IN.fullmatch(comment.text or ""), comment.getparent()
            if found and around is not None:
                root = self._roots[int(found[1])]
                root.tail = comment.tail
                around.replace(comment, root)
                root.drop_tag()
