"""All articles of a publication: the newest first, by id, by section."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from toolkit.article import Article, Publication
from toolkit.render.instant import instants
from toolkit.render.sections import Section, sections_of

__all__ = ["Archive", "newest"]


class Archive:
    """The articles that lists are made from; sorted once for all pages and languages.

    Args:
        articles: The articles, in any order.
        publication: Whose articles they are.
    """

    def __init__(self, articles: Iterable[Article], publication: Publication) -> None:
        self.publication = publication
        if publication.normalise == "publisher":
            from toolkit.normalisation import normalise_teaser

            articles = map(normalise_teaser, articles)
        self.articles = tuple(sorted(articles, key=self._newest_first))
        self._by_id = {article.id: article for article in self.articles}

    def __len__(self) -> int:
        return len(self.articles)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections that have articles: the publication's in its order, then the others."""
        return sections_of(self.articles, self.publication)

    @cached_property
    def _section_by_id(self) -> dict[str, Section]:
        return {article.id: section for section in self.sections for article in section.articles}

    def section(self, article: Article) -> Section | None:
        """Return the section an article belongs to, or ``None``."""
        return self._section_by_id.get(article.id)

    def related(self, article: Article) -> tuple[Article, ...]:
        """Return the articles that an article names as related and that are here, in its order."""
        wanted = dict.fromkeys(name for name in article.related if name != article.id)
        return tuple(self._by_id[name] for name in wanted if name in self._by_id)

    def latest(self, without: Iterable[Article] = ()) -> Iterator[Article]:
        """Yield the articles, the newest first.

        Args:
            without: Those to leave out.
        """
        left_out = {article.id for article in without}
        return (article for article in self.articles if article.id not in left_out)

    def _newest_first(self, article: Article) -> tuple[float, str]:
        return (-newest(article, self.publication), article.id)


def newest(article: Article, publication: Publication) -> float:
    """Return the instant that an article was published last, by which it is sorted.

    Args:
        article: The article.
        publication: Says the time zone of dates without one.

    Returns:
        Seconds since 1970; 0 where it has no date.
    """
    moments = instants(article.published, publication.time_zone)
    return max(moments).timestamp() if moments else 0.0
