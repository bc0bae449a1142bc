"""Makes a site: the pages of a batch, and what stands around them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from urllib.parse import urlsplit

from toolkit.article import Article
from toolkit.errors import Diagnostic
from toolkit.render.batch import Batch
from toolkit.render.lists import count_pages
from toolkit.render.outlet import Outcome
from toolkit.render.paths import NOT_FOUND, feed_path, list_path
from toolkit.render.renderer import Renderer
from toolkit.render.site.feed import ENTRIES, feed
from toolkit.render.site.manifest import replace_manifest
from toolkit.render.site.places import places
from toolkit.render.site.sitemap import sitemaps

__all__ = ["Site"]


@dataclass(frozen=True)
class Site:
    """A site to be made.

    Args:
        batch: The articles in HTML, and the folder; its ``has_lists`` is true.
        is_whole: Whether no article is left out, because it could not be read.
    """

    batch: Batch
    is_whole: bool = True

    @property
    def size(self) -> int:
        """Number of steps that ``run`` announces."""
        return self.batch.size

    def run(self, step: Callable[[str], None] = lambda _name: None) -> Outcome:
        """Make everything: articles, front pages, lists, feeds, sitemap, and the page not found.

        Args:
            step: Called with the name of each article and locale as it begins.

        Returns:
            What was written and what failed.

        Raises:
            RenderError: Nothing can be written into the folder.
        """
        outcome = self.batch.run(step)
        for renderer in self.batch.renderers:
            self._write_lists(renderer)
        self._write_entrance()
        if self.batch.plan.base is None:
            self.batch.report(_NO_ADDRESS)
        else:
            self._write_for_machines(self.batch.plan.base)
        self._tidy(outcome)
        return outcome

    @property
    def _default(self) -> Renderer:
        default = self.batch.plan.default
        return next(renderer for renderer in self.batch.renderers if renderer.locale == default)

    def _write_lists(self, renderer: Renderer) -> None:
        archive = self.batch.archive
        for section in (None, *archive.sections):
            articles = section.articles if section else archive.articles
            for number in range(1, count_pages(articles) + 1):
                path = list_path(section.slug if section else None, number, renderer.locale)
                self.batch.write_page(path, partial(renderer.list, section, number))

    def _write_entrance(self) -> None:
        """Write what a server shows at the root, and where it finds nothing."""
        self.batch.write_page("index.html", self._default.front)
        self.batch.write_page(NOT_FOUND, self._default.not_found)

    def _write_for_machines(self, base: str) -> None:
        outlet = self.batch.outlet
        dated = tuple(islice(self._dated(), ENTRIES))
        for renderer in self.batch.renderers if dated else ():
            outlet.write(feed_path(renderer.locale), partial(feed, renderer, dated, base))
        for name, content in sitemaps(places(self.batch.archive, self.batch.plan), base):
            outlet.write(name, partial(bytes, content))
        if urlsplit(base).path == "/":  # nobody looks for it anywhere else
            robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
            outlet.write("robots.txt", robots.encode)

    def _tidy(self, outcome: Outcome) -> None:
        """Remove what an earlier run made and this one did not, unless something failed now."""
        if not outcome.failures and self.is_whole:
            try:
                replace_manifest(self.batch.out, self.batch.outlet.paths)
            except OSError as error:
                self.batch.outlet.fail(error)

    def _dated(self) -> Iterator[Article]:
        return (article for article in self.batch.archive.articles if article.published)


_NO_ADDRESS = Diagnostic(
    code="no-base-url",
    severity="warning",
    field="base_url",
    reason="the site's address is not known, so feeds, the sitemap, canonical links and what "
    "networks show of a page are left out",
    remedy='Write base_url = "https://…" into toolkit.toml',
)
