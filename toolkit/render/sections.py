"""The sections of a publication, and which articles are in each."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from toolkit.article import Article, Publication
from toolkit.article.text import by_language

__all__ = ["Section", "sections_of"]

_LONGEST = 120  # bytes of a file's name, leaving room for the page's number and language
_RESERVED = "index"  # names the pages that list everything


@dataclass(frozen=True, slots=True)
class Section:
    """One section.

    Args:
        slug: What its pages are named by; distinct, and a safe file name.
        name: Its name by language.
        articles: Its articles, the newest first.
    """

    slug: str
    name: dict[str, str]
    articles: tuple[Article, ...]


def sections_of(articles: Iterable[Article], publication: Publication) -> tuple[Section, ...]:
    """Return the sections that have articles.

    An article names its section by the publication's key, by a name that the publication gives
    it in any language, or by a name of its own.  Names that one article gives in several
    languages are one section from then on.

    Args:
        articles: The articles, the newest first.
        publication: Declares sections and their order.

    Returns:
        The publication's sections in its order, then the others as they first occur.
    """
    index = _Index(publication)
    for article in articles:
        index.add(article)
    taken = {_RESERVED}
    return tuple(
        Section(_distinct(_slug(key), taken), found.names, tuple(found.articles))
        for key, found in index.sections.items()
        if found.articles
    )


@dataclass(slots=True)
class _Found:
    names: dict[str, str]
    articles: list[Article] = field(default_factory=list)


class _Index:
    """Finds the section of an article by any of its names."""

    def __init__(self, publication: Publication) -> None:
        self._default = publication.default_locale
        self.sections = {
            key: _Found(dict(by_language(names, self._default)))
            for key, names in publication.sections.items()
        }
        self._declared = frozenset(self.sections)
        self._keys = {
            _folded(name): key
            for key, found in self.sections.items()
            for name in (key, *found.names.values())
        }

    def add(self, article: Article) -> None:
        """Put an article into its section; it need not have one."""
        if article.section is None:
            return
        names = by_language(article.section, article.lang)
        known = (self._keys.get(_folded(name)) for name in names.values())
        key = next((key for key in known if key is not None), None)
        if key is None:
            key = names.get(self._default) or next(iter(names.values()))
            self.sections.setdefault(key, _Found({}))
        if key not in self._declared:
            self._learn(key, names)
        self.sections[key].articles.append(article)

    def _learn(self, key: str, names: dict[str, str]) -> None:
        for lang, name in names.items():
            self.sections[key].names.setdefault(lang, name)
            self._keys.setdefault(_folded(name), key)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _slug(name: str) -> str:
    """Return a name as part of a file's name: letters and digits of any script, and hyphens."""
    folded = unicodedata.normalize("NFC", _folded(name))
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in folded)
    slug = "-".join("".join(kept).split())
    return slug.encode()[:_LONGEST].decode(errors="ignore").rstrip("-") or "section"


def _distinct(slug: str, taken: set[str]) -> str:
    slug = next(name for name in _candidates(slug) if name not in taken)
    taken.add(slug)
    return slug


def _candidates(slug: str) -> Iterator[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
