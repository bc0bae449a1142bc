"""Parts that stand on many pages, such as cards: marked once, and put in at the end.

While a page is filled and marked, a comment stands for each.  A part is kept by all that the
built-in template says it is made from, or else by the whole of its markup, so that one that differs
in a letter is another one.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from secrets import token_hex

from lxml import etree
from markupsafe import Markup

from toolkit.article import Publication
from toolkit.direction.parts import mark
from toolkit.errors import Report
from toolkit.language import Locale
from toolkit.render.hyphenated import keep_hyphenated_whole
from toolkit.render.keeping import Kept
from toolkit.render.markup import PARSER, inner, without_needless_ends

__all__ = ["Marker", "PageParts", "Parts"]

Marker = Callable[..., None]
"""Marks languages and directions in a tree, as :func:`~toolkit.direction.parts.mark` does."""

_MOST = 512
_LINK = re.compile('(?<= href=")(?:[!#-%\'-;=?-~]|&amp;)*(?=")')
"""An address that a parser writes again as it was."""
_ADDRESS = token_hex(8)
"""Stands for an address; nobody who writes an article can know it."""
_STAND_IN = re.compile("<!--part:([0-9]+)-->")


class Parts:
    """Marks the parts of the pages of one locale.

    Args:
        locale: The readers' locale, which the parts are in where nothing else is said.
        publication: Whose pages they are.
        report: Receives what :func:`~toolkit.direction.parts.mark` reports.
        mark: Does what that function does.
        is_told: Whether the templates can be trusted to say what a part is made from.
    """

    def __init__(
        self,
        locale: Locale,
        publication: Publication,
        report: Report,
        mark: Marker = mark,
        *,
        is_told: bool = False,
    ) -> None:
        self._locale = locale
        self._mark_languages = mark
        self._declared = publication.languages
        self._report = report
        self._is_told = is_told
        self._kept: Kept[str] = Kept(_MOST)

    def marked(
        self, made_from: tuple[Hashable, ...], rules: AbstractSet[str], fill: Callable[[], str]
    ) -> str:
        """Return a part with the language of what is in it.

        Args:
            made_from: All that its markup depends on but the locale; nothing where that is unknown.
            rules: Names of the token rules that count.
            fill: Gives its clean markup.
        """
        if made_from and self._is_told:
            return self._kept.get((made_from, rules), lambda: self._mark(str(fill()), rules))
        markup, links = _without_links(str(fill()))
        marked = self._kept.get((markup, rules), lambda: self._mark(markup, rules))
        return _with_links(marked, links)

    def _mark(self, markup: str, rules: AbstractSet[str]) -> str:
        root = etree.fromstring(f"<div>{markup}</div>", PARSER)[0][0]
        root.set("lang", self._locale.tag)
        root.set("dir", self._locale.direction)
        self._mark_languages(root, declared=self._declared, rules=rules, report=self._report)
        keep_hyphenated_whole(root)
        return without_needless_ends(str(inner(root)))


def _without_links(markup: str) -> tuple[str, list[str]]:
    """Return markup that pages with other addresses may have too, and the addresses.

    What language a text is in does not depend on where a link leads.
    """
    return _LINK.sub(_ADDRESS, markup), _LINK.findall(markup)


def _with_links(markup: str, links: Iterable[str]) -> str:
    first, *rest = markup.split(_ADDRESS)
    return first + "".join(chain.from_iterable(zip(links, rest, strict=True)))


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of one page.

    Args:
        parts: Marks them.
        rules: Names of the token rules that count.
    """

    parts: Parts
    rules: AbstractSet[str]
    _texts: list[str] = field(default_factory=list)

    def mark(self, *made_from: Hashable, caller: Callable[[], str]) -> Markup:
        """Take a part of a template, and return what stands for it meanwhile.

        Args:
            *made_from: All that its markup depends on but the locale; nothing where that is
                unknown.
            caller: Gives its markup, as Jinja's ``call`` block does.
        """
        return self.keep(self.parts.marked(made_from, self.rules, caller))

    def keep(self, markup: str) -> Markup:
        """Take markup that is not to be looked into, and return what stands for it meanwhile."""
        self._texts.append(markup)
        return Markup(f"<!--part:{len(self._texts) - 1}-->")  # noqa: S704 - a number

    def fill(self, html: str) -> str:
        """Return a page with its parts in their places."""
        return _STAND_IN.sub(lambda found: self._texts[int(found[1])], html)
