"""Fills the templates of a theme for one locale."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from operator import attrgetter

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element
from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit import __version__
from toolkit.article import Article, Publication
from toolkit.direction import tokens
from toolkit.direction.parts import mark
from toolkit.errors import Report
from toolkit.language import Labels
from toolkit.render.context import PageContext
from toolkit.render.first_view import first_texts
from toolkit.render.fonts import first_view, font_face_css, stand_in_css
from toolkit.render.grafts import Grafts
from toolkit.render.hyphenated import keep_hyphenated_whole
from toolkit.render.markup import PARSER, written
from toolkit.render.mixed_lists import keep_counters_aligned
from toolkit.render.parts import Marker, PageParts, Parts
from toolkit.render.style_sheet import StyleSheet
from toolkit.render.theme import Theme
from toolkit.render.token_rules import token_rules
from toolkit.render.views import PageView

__all__ = ["Filling"]


class Filling:
    """Fills templates and marks the language of what is in them.

    Args:
        theme: The templates.
        labels: The labels of the locale.
        publication: What stands around the articles.
        report: Receives what could not be done as asked.
        mark: Marks languages and directions.
    """

    def __init__(
        self,
        theme: Theme,
        labels: Labels,
        publication: Publication,
        report: Report,
        *,
        mark: Marker = mark,
    ) -> None:
        self.theme = theme
        self.labels = labels
        self._declared = publication.languages
        self._report = report
        self._mark_languages = mark
        is_told = not theme.has_templates
        self._parts = Parts(labels.locale, publication, report, mark, is_told=is_told)

    def html(
        self, template: str, view: PageView, page: PageContext, article: Article | None = None
    ) -> str:
        """Return a filled template as a document.

        Args:
            template: Its name, such as ``article.html``.
            view: What it sees.
            page: What the page's parts share.
            article: The article whose wishes for token rules count.

        Raises:
            ThemeError: The template is broken.
        """
        rules = self._rules(article)
        parts = PageParts(self._parts, rules)
        names = {**self.names(view, page), "part": parts.mark}
        grafts = Grafts()
        if not self.theme.has_templates:  # others may put a body into a part of their own
            names["content"] = grafts.keep
        names["style"] = lambda *given, **more: parts.keep(self._style(view, page, *given, **more))
        tree = etree.fromstring(self.theme.render(template, names), PARSER)
        grafts.join(tree)
        self._mark(tree, rules)
        return parts.fill(written(tree, "<!doctype html>"))

    def tree(
        self, template: str, view: PageView, page: PageContext, article: Article | None = None
    ) -> HtmlElement:
        """Return a filled template as a tree, the language of its parts marked.

        Args:
            template: As for :meth:`html`.
            view: As there.
            page: As there.
            article: As there.

        Raises:
            ThemeError: The template is broken.
        """
        tree = lxml_html.document_fromstring(self.theme.render(template, self.names(view, page)))
        self._mark(tree, self._rules(article))
        return tree

    def names(self, view: PageView, page: PageContext) -> dict[str, object]:
        """Return the names that a template sees."""
        return {
            "page": view,
            "label": self.labels.html,
            "label_text": self.labels.text,
            "label_lang": self.labels.lang,
            "content": attrgetter("markup"),
            "style": partial(self._style, view, page),
            "part": _as_it_is,
            "generator": f"Article Toolkit {__version__}",
            "page_number": Markup('<span class="page-number"></span>'),
            "page_count": Markup('<span class="page-count"></span>'),
        }

    def _mark(self, tree: Element, rules: AbstractSet[str]) -> None:
        self._mark_languages(tree, declared=self._declared, rules=rules, report=self._report)
        keep_counters_aligned(tree)
        keep_hyphenated_whole(tree)

    def _rules(self, article: Article | None) -> AbstractSet[str]:
        return frozenset(token_rules(article, self._report)) if article else tokens.ALL

    def _style(
        self, view: PageView, page: PageContext, *names: str, is_inline: bool = False
    ) -> Markup:
        """Return style sheets as an element: all pages of a site share the file.

        Args:
            view: What the templates see.
            page: What the page's parts share.
            *names: The style sheets.
            is_inline: Whether the page keeps its style even there.
        """
        for asset in self.theme.assets.values():
            page.pictures.add(asset)
        preloads = self._preloads(view, page)
        if is_inline or not page.plan.has_lists:
            css = self._sheet(page.pictures.prefix, names)
            return Markup(f"<style>{css}</style>") + preloads  # noqa: S704 - the theme's
        sheet = StyleSheet(names[-1].removesuffix(".css"), self._sheet("", names))
        href = page.pictures.add(sheet)
        return Markup('<link rel="stylesheet" href="{}">').format(href) + preloads

    def _preloads(self, view: PageView, page: PageContext) -> Markup:
        """Return links to the fonts of the first view, where the theme has no fonts of its own.

        They are for pages with an address: browsers do not preload from files, and say so.
        """
        if page.plan.base is None or self.theme.own_stylesheet(""):
            return Markup()
        link = Markup('<link rel="preload" as="font" type="font/woff2" href="{}" crossorigin>')
        needed = first_view(page.locale.tag, first_texts(view))
        return Markup().join(link.format(page.pictures.prefix + face.asset) for face in needed)

    def _sheet(self, folder: str, names: Sequence[str]) -> str:
        """Return fonts and style sheets, their addresses in a folder."""
        return "".join(
            (
                _font_faces(folder),
                self.theme.stylesheet(*names),
                self.theme.own_stylesheet(folder),
            )
        )


@lru_cache(maxsize=16)
def _font_faces(folder: str) -> str:
    return stand_in_css() + font_face_css("web", lambda face: folder + face.asset)


def _as_it_is(*_made_from: object, caller: Callable[[], str]) -> str:
    return caller()
