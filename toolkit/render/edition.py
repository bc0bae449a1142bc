"""An article as one reader gets it: which language each of its fields is read in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from toolkit.article import Article
from toolkit.article.text import Localized, pick
from toolkit.language import Locale
from toolkit.render.phrase import Phrase

__all__ = ["Edition"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edition:
    """Picks the wording of an article's fields for one reader.

    The reader's own language comes first, then the language of the body, so that headline and
    text agree where the article is not translated, then the reader's fallbacks.

    Args:
        article: The article.
        page: The reader's locale.
        lang: BCP 47 tag of the language its body is shown in.
        wanted: BCP 47 tags in order of preference.
    """

    article: Article
    page: Locale
    lang: str
    wanted: Sequence[str]

    @classmethod
    def of(cls, article: Article, page: Locale) -> "Edition":
        """Return the edition of an article for a locale."""
        found = pick(article.body, article.lang, _wanted(page, article.lang))
        lang = article.lang if found is None else found.lang
        return cls(article, page, lang, _wanted(page, lang))

    def value(self, value: Localized[T] | None) -> tuple[T, str] | None:
        """Return a field's best value and the tag of its language, or ``None``."""
        found = None if value is None else pick(value, self.article.lang, self.wanted)
        return None if found is None else (found.value, found.lang)

    def phrase(self, value: Localized[str] | None) -> Phrase | None:
        """Return a field's best wording, or ``None`` where it is absent or blank."""
        found = self.value(value)
        if found is None or not found[0].strip():
            return None
        return Phrase(found[0], found[1], self.page)

    def items(self, value: Localized[tuple[T, ...]] | None) -> Iterator[tuple[T, str]]:
        """Yield the items of a list field, such as the tags, each with its language's tag."""
        found = self.value(value)
        if found is not None:
            for item in found[0]:
                yield item, found[1]

    @property
    def is_own(self) -> bool:
        """Whether the body is in the reader's language, or in a variety of it."""
        return Locale.parse(self.lang).language == self.page.language

    @property
    def title(self) -> Phrase:
        """The headline, which every article has."""
        found = pick(self.article.title, self.article.lang, self.wanted)
        assert found is not None  # noqa: S101 - the contract demands a title
        return Phrase(found.value, found.lang, self.page)


@lru_cache(maxsize=1024)
def _wanted(page: Locale, lang: str) -> tuple[str, ...]:
    """Return the reader's own languages, another one, and then those that the reader falls back to.

    Args:
        page: The reader's locale.
        lang: BCP 47 tag of the other one.
    """
    own = [tag for tag in page.fallbacks if Locale.parse(tag).language == page.language]
    return tuple(dict.fromkeys((*own, lang, *page.fallbacks)))
