"""An article on its own page."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import unescape

from markupsafe import Markup

from toolkit.article import Article
from toolkit.article.text import Localized
from toolkit.language import reading_minutes
from toolkit.render.body import Body
from toolkit.render.byline import Byline
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.illustration import Illustrator
from toolkit.render.paths import article_path
from toolkit.render.phrase import Phrase
from toolkit.render.views import ArticleView, BodyView
from toolkit.render.voice import Voice

__all__ = ["Story"]

_TAG = re.compile("<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Story:
    """One article for one page.

    Args:
        page: What the page's parts share.
        edition: The article as its reader gets it.
    """

    page: PageContext
    edition: Edition

    @property
    def article(self) -> Article:
        """The article."""
        return self.edition.article

    def view(self, section_href: str | None = None) -> ArticleView:
        """Return what the templates see.

        Args:
            section_href: Address of the section's own page, where there is one.
        """
        page, edition, article = self.page, self.edition, self.article
        title = edition.title
        byline = Byline(page, edition)
        return ArticleView(
            id=article.id,
            title=title,
            subtitle=edition.phrase(article.subtitle),
            summary=edition.phrase(article.summary),
            section=self._section(),
            section_href=section_href,
            authors=tuple(byline.authors()),
            credits=tuple(byline.lines()),
            published=page.date(edition, article.published),
            updated=page.date(edition, article.updated),
            created=self._iso(article.published),
            modified=self._iso(article.updated or article.published),
            minutes=self._minutes(),
            picture=Illustrator(page).lead(edition, title),
            body=self._body(),
            tags=tuple(Phrase(tag, lang, page.locale) for tag, lang in edition.items(article.tags)),
            source=self._source(),
            rights=edition.phrase(article.rights),
            notice=self._notice(),
            url=self.address,
        )

    @property
    def address(self) -> str | None:
        """The page's absolute address, or else the article's own, or ``None``."""
        address = self.page.address(article_path(self.article.id, self.page.locale))
        found = self.edition.value(self.article.url)
        return address or (found[0] if found else None)

    def _iso(self, value: Localized[date] | None) -> str | None:
        found = self.edition.value(value)
        return None if found is None else found[0].isoformat()

    def _section(self) -> Phrase | None:
        """Return the section's name: the publication's, where the article names its key."""
        section = self.edition.phrase(self.article.section)
        names = self.page.publication.sections
        return self.page.own(names[section.text]) if section and section.text in names else section

    def _minutes(self) -> int:
        body = self.edition.value(self.article.body)
        text = unescape(_TAG.sub("", body[0])) if body else ""
        return reading_minutes(text, self.edition.lang)

    def _source(self) -> Markup | None:
        source = self.article.source
        name = self.edition.phrase(source.name) if source else None
        if source is None or name is None:
            return None
        url = self.edition.value(source.url)
        return name.linked(url[0] if url else None)

    def _notice(self) -> Markup | None:
        """Say that the article is shown in another language, where it is."""
        page = self.page
        if self.edition.is_own:
            return None
        names = {
            "language": page.locale.name_of(page.locale.tag),
            "other": page.locale.name_of(self.edition.lang),
        }
        return page.labels.html("article.unavailable", **names)

    def _body(self) -> BodyView:
        found = self.edition.value(self.article.body)
        voice = Voice(self.page.labels, self.page.locale, self.edition.lang)
        body = Body(voice, partial(Illustrator(self.page).inline, article=self.article))
        clean = found[0] if found else ""
        return body.web(clean) if self.page.medium == "web" else body.printed(clean)
