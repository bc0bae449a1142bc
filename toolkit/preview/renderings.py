"""The pages as they are now; where one cannot be made, the last good one and why."""

import hashlib
import logging
import threading
from collections import OrderedDict
from dataclasses import dataclass

from toolkit.errors import Diagnostic, ToolkitError
from toolkit.preview.history import History
from toolkit.preview.keeping import bound
from toolkit.preview.snapshot import Snapshot
from toolkit.preview.wordings import Wordings
from toolkit.preview.workspace import Workspace, concerning
from toolkit.render import Page
from toolkit.render.pictures import Asset

__all__ = ["FRONT", "Rendering", "Renderings"]

FRONT = ""
"""Stands for the front page where an article's id is asked for; no article can have it."""

_MOST_PAGES = 64
_MOST_ASSETS = 4096
_log = logging.getLogger("toolkit")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page to show.

    Args:
        html: The page, or ``None`` where there never was one.
        digest: Tells its content; empty where there is none.
        faults: Why it is not as its files are now.
    """

    html: str | None
    digest: str
    faults: tuple[Diagnostic, ...]


class Renderings:
    """Renders pages once for each state of the folder, and keeps the last good ones.

    Safe among threads.

    Args:
        workspace: The folder.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.history = History()
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[str, str], tuple[int, Rendering]] = OrderedDict()
        self._assets: OrderedDict[str, Asset] = OrderedDict()

    def page(self, locale: str, name: str) -> Rendering:
        """Return a page.

        Args:
            locale: One of the snapshot's locales.
            name: Id of an article, or :data:`FRONT`.

        Raises:
            KeyError: There is no such locale or article.
        """
        snapshot, key = self.workspace.snapshot, (locale, name)
        if locale not in snapshot.locales or (name != FRONT and name not in snapshot.articles):
            raise KeyError(name)
        with self._lock:
            number, made = self._made.get(key, (-1, None))
        if made is None or number != snapshot.number:
            made = self._rendered(snapshot, key)
            with self._lock:
                self._made[key] = (snapshot.number, made)
                bound(self._made, _MOST_PAGES)
        return made

    def asset(self, name: str) -> bytes | None:
        """Return a picture or font of a page that was rendered, or ``None``.

        Raises:
            ArticleError: The picture is damaged.
            OSError: It cannot be read.
        """
        with self._lock:
            found = self._assets.get(name)
        return found.read() if found else None

    def _rendered(self, snapshot: Snapshot, key: tuple[str, str]) -> Rendering:
        locale, name = key
        article = snapshot.articles.get(name)
        faults = concerning(article, snapshot.failures) if article else ()
        try:
            renderer = snapshot.renderer(locale)
            state = Wordings(renderer.labels, snapshot.publication).state
            page = renderer.annotated(article, state) if article else renderer.front()
            return self._kept(key, page, faults)
        except ToolkitError as error:
            file = article.file if article else None
            return self._last(key, (*faults, *error.located(file=file).diagnostics))
        except Exception as error:  # noqa: BLE001 - the preview goes on
            _log.debug("unexpected error", exc_info=error)
            return self._last(key, (*faults, _internal(error)))

    def _kept(self, key: tuple[str, str], page: Page, faults: tuple[Diagnostic, ...]) -> Rendering:
        digest = hashlib.sha256(page.html.encode()).hexdigest()[:20]
        with self._lock:
            self.history.keep(key, digest, page.html)
            self._assets.update(page.pictures)
            bound(self._assets, _MOST_ASSETS)
        return Rendering(page.html, digest, faults)

    def _last(self, key: tuple[str, str], faults: tuple[Diagnostic, ...]) -> Rendering:
        versions = self.history.of(key)
        if not versions:
            return Rendering(None, "", faults)
        return Rendering(versions[-1].html, versions[-1].digest, faults)


def _internal(error: Exception) -> Diagnostic:
    reason = f"the toolkit itself failed: {type(error).__name__}: {error}"
    return Diagnostic(code="internal", reason=reason, remedy="Report this with the article")
