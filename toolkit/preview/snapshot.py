"""A folder of articles as it was at one time."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.article import Article, Publication
from toolkit.errors import Diagnostic
from toolkit.language import PSEUDO_LOCALES
from toolkit.render import Renderer, Theme
from toolkit.render.archive import Archive

__all__ = ["ASSETS", "Snapshot"]

ASSETS = "/assets/"
"""Where the pages of the preview have their pictures and fonts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was read of a folder, and renderers for it.

    Args:
        number: Counts the readings, from 0.
        surroundings: Number of the reading that renewed labels, theme or publication last.
        publication: What stands around the articles.
        theme: The theme.
        articles: The articles by id.
        failures: What cannot be read as it is now, and why.
    """

    number: int = 0
    surroundings: int = 0
    publication: Publication = field(default_factory=Publication)
    theme: Theme = field(default_factory=Theme.builtin)
    articles: Mapping[str, Article] = field(default_factory=dict)
    failures: tuple[Diagnostic, ...] = ()
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _renderers: dict[tuple[str, str], Renderer] = field(default_factory=dict, repr=False)

    @property
    def locales(self) -> tuple[str, ...]:
        """Tags of the publication's languages, then of the pseudo-locales."""
        return tuple(dict.fromkeys((*self.publication.languages, *PSEUDO_LOCALES)))

    def renderer(self, locale: str, assets: str = ASSETS) -> Renderer:
        """Return the renderer of a locale, made once.

        Args:
            locale: One of :attr:`locales`.
            assets: Address of the folder with pictures and fonts; for pages to send,
                :data:`toolkit.render.paths.ASSETS`.

        Raises:
            ToolkitError: A catalogue of labels is damaged, or its folder missing.
        """
        with self._lock:
            found = self._renderers.get((locale, assets))
            if found is None:
                found = self._renderers[locale, assets] = self._made(locale, assets)
            return found

    def _made(self, locale: str, assets: str) -> Renderer:
        made = next(iter(self._renderers.values()), None)
        archive = made.archive if made else Archive(self.articles.values(), self.publication)
        return Renderer(
            locale,
            publication=self.publication,
            theme=self.theme,
            articles=archive,
            assets=assets,
            report=lambda _found: None,
        )
