"""Parts that stand on many pages, such as cards: marked once, and put in at the end.

While a page is filled and marked, a comment stands for each.  Nothing is kept but by the whole of
its markup, so that a part that differs in a letter is another one.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from toolkit.article import Publication
from toolkit.direction.parts import mark
from toolkit.errors import Report
from toolkit.language import Locale
from toolkit.render.markup import inner, parse, without_needless_ends

__all__ = ["Marker", "PageParts", "Parts"]

Marker = Callable[..., None]
"""Marks languages and directions in a tree, as :func:`~toolkit.direction.parts.mark` does."""

_MOST = 512
_STAND_IN = re.compile("<!--part:([0-9]+)-->")


class Parts:
    """Marks the parts of the pages of one locale.

    Args:
        locale: The readers' locale, which the parts are in where nothing else is said.
        publication: Whose pages they are.
        report: Receives what :func:`~toolkit.direction.parts.mark` reports.
        mark: Does what that function does.
    """

    def __init__(
        self, locale: Locale, publication: Publication, report: Report, mark: Marker = mark
    ) -> None:
        self._locale = locale
        self._mark_languages = mark
        self._declared = publication.languages
        self._report = report
        self.marked = lru_cache(maxsize=_MOST)(self._mark)

    def _mark(self, markup: str, rules: AbstractSet[str]) -> str:
        """Return clean markup with the language of what is in it."""
        root = parse(markup)
        root.attrib.update({"lang": self._locale.tag, "dir": self._locale.direction})
        self._mark_languages(root, declared=self._declared, rules=rules, report=self._report)
        return without_needless_ends(inner(root))


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

    def mark(self, caller: Callable[[], str]) -> Markup:
        """Take a part of a template, and return what stands for it meanwhile.

        Args:
            caller: Gives its markup, as Jinja's ``call`` block does.
        """
        return self.keep(self.parts.marked(str(caller()), self.rules))

    def keep(self, markup: str) -> Markup:
        """Take markup that is not to be looked into, and return what stands for it meanwhile."""
        self._texts.append(markup)
        return Markup(f"<!--part:{len(self._texts) - 1}-->")  # noqa: S704 - a number

    def fill(self, html: str) -> str:
        """Return a page with its parts in their places."""
        return _STAND_IN.sub(lambda found: self._texts[int(found[1])], html)
