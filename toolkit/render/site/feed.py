"""Atom feeds (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287), one for each language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

from lxml import etree
from lxml.builder import ElementMaker
from lxml.etree import _Element as Element

from toolkit import __version__
from toolkit.article import Article
from toolkit.direction.isolate import isolate_phrases
from toolkit.language.tag import direction
from toolkit.render.instant import instants
from toolkit.render.paths import article_path, feed_path, front_path
from toolkit.render.phrase import Phrase
from toolkit.render.renderer import Renderer

__all__ = ["ENTRIES", "feed"]

ENTRIES = 30
"""Number of articles in a feed."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_atom = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})


def feed(renderer: Renderer, articles: Sequence[Article], base: str) -> bytes:
    """Return the feed of one language.

    Args:
        renderer: Renders the articles in that language.
        articles: The articles, the newest first; each has a date, and there is one at least.
        base: Absolute address of the site, with its final slash.

    Raises:
        ThemeError: A template is broken.
    """
    return _Feed(renderer, base).document(articles)


@dataclass(frozen=True, slots=True)
class _Feed:
    renderer: Renderer
    base: str

    def document(self, articles: Sequence[Article]) -> bytes:
        locale, masthead = self.renderer.locale, self.renderer.masthead()
        root = _atom.feed(
            {_LANG: locale.tag},
            _atom.id(self._address(feed_path(locale))),
            _text("title", masthead.name),
            *([_text("subtitle", masthead.tagline)] if masthead.tagline else []),
            _atom.updated(max(map(self._updated, articles)).isoformat()),
            _atom.link(rel="self", href=self._address(feed_path(locale))),
            _atom.link(rel="alternate", type="text/html", href=self._address(front_path(locale))),
            _atom.author(_atom.name(masthead.name.text)),
            _atom.generator("Article Toolkit", version=__version__),
            *map(self._entry, articles),
        )
        document: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
        return document

    def _entry(self, article: Article) -> Element:
        entry = self.renderer.entry(article)
        view, address = entry.view, self._address(article_path(article.id, self.renderer.locale))
        teaser = view.summary or view.subtitle
        return _atom.entry(
            {_LANG: view.title.lang},
            _atom.id(self._id(article)),
            _text("title", view.title),
            _atom.link(rel="alternate", type="text/html", href=address),
            *self._dates(article),
            *(_atom.author(_atom.name(author.text)) for author in view.authors),
            *(_atom.category(term=tag.text) for tag in view.tags),
            *([_text("summary", teaser)] if teaser else []),
            _atom.content(entry.html, type="html"),
        )

    def _id(self, article: Article) -> str:
        """Return a tag URI (RFC 4151): it stays when the site moves to another address."""
        name = quote(article_path(article.id, self.renderer.locale).removesuffix(".html"))
        day = min(self._published(article)).date()
        return f"tag:{urlsplit(self.base).hostname},{day}:{name}"

    def _dates(self, article: Article) -> Iterator[Element]:
        yield _atom.published(max(self._published(article)).isoformat())
        yield _atom.updated(self._updated(article).isoformat())

    def _published(self, article: Article) -> list[datetime]:
        return instants(article.published, self.renderer.publication.time_zone)

    def _updated(self, article: Article) -> datetime:
        zone = self.renderer.publication.time_zone
        return max([*self._published(article), *instants(article.updated, zone)])

    def _address(self, path: str) -> str:
        return self.base + quote(path)


def _text(tag: str, phrase: Phrase) -> Element:
    """Return plain text: phrases of the other direction are isolated, as markup is not possible."""
    text = isolate_phrases(phrase.text, direction(phrase.lang))
    return _atom(tag, {_LANG: phrase.lang}, text)
