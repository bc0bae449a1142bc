"""What is made together, and where: so that a page links to what is there and to nothing else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from toolkit.article import Article, Publication
from toolkit.language import PSEUDO_LOCALES, Locale
from toolkit.render.edition import Edition

__all__ = ["PathOf", "Plan", "readable_in"]

PathOf = Callable[[Locale], str]
"""Gives the path of a page in a language: one of :mod:`toolkit.render.paths`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is made together with a page.

    Args:
        locales: The languages that the pages are made in.
        default: The one for readers of no other.
        base: Absolute address of the publication's root with its final slash, or ``None``.
        has_pdf: Whether each article is made as a PDF too.
        has_lists: Whether there are section pages and feeds: a whole site.
        has_social: Whether each article has a picture drawn for networks.
    """

    locales: tuple[Locale, ...]
    default: Locale
    base: str | None
    has_pdf: bool = False
    has_lists: bool = False
    has_social: bool = False

    @classmethod
    def of(
        cls,
        publication: Publication,
        locales: Iterable[str] = (),
        *,
        has_pdf: bool = False,
        has_lists: bool = False,
        has_social: bool = False,
    ) -> "Plan":
        """Return the plan of pages of a publication.

        Args:
            publication: The publication.
            locales: Tags of the languages; the publication's if there are none.
            has_pdf: Whether each article is made as a PDF too.
            has_lists: Whether there are section pages and feeds.
            has_social: Whether each article has a picture drawn for networks.

        Raises:
            LocaleError: A tag is not one.
        """
        made = tuple(dict.fromkeys(map(Locale.parse, locales or publication.languages)))
        default = Locale.parse(publication.default_locale)
        base = publication.base_url
        return cls(
            locales=made,
            default=default if default in made else made[0],
            base=None if base is None else _root(base),
            has_pdf=has_pdf,
            has_lists=has_lists,
            has_social=has_social and base is not None,
        )

    @property
    def offered(self) -> tuple[Locale, ...]:
        """The languages that readers can choose: pseudo-locales only where there is no other."""
        real = (locale for locale in self.locales if locale.tag not in PSEUDO_LOCALES)
        return tuple(real) or self.locales

    def address(self, path: str) -> str | None:
        """Return the absolute address of a page, or ``None`` where the site's is not known."""
        return None if self.base is None else self.base + quote(path)

    def main(self, locales: Sequence[Locale]) -> Locale:
        """Return the locale for readers of no other.

        Args:
            locales: The locales to choose from; all of the plan's if there are none.
        """
        return self.default if self.default in locales or not locales else locales[0]

    def alternates(self, path: PathOf, locales: Sequence[Locale]) -> tuple[tuple[str, str], ...]:
        """Return the languages that a page is in, itself included.

        Args:
            path: Gives the path of the page in a language.
            locales: The languages.

        Returns:
            Values of ``hreflang`` and paths, ``x-default`` last; nothing for a single language.
        """
        if len(locales) < 2:
            return ()
        named = ((locale.tag, path(locale)) for locale in locales)
        return (*named, ("x-default", path(self.main(locales))))


def _root(address: str) -> str:
    """Return the address of a folder as feeds and sitemaps need it, in ASCII (RFC 3986)."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = "" if parts.port is None else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{quote(parts.path.rstrip('/'), safe='/%')}/"


def readable_in(article: Article, locales: Iterable[Locale]) -> tuple[Locale, ...]:
    """Return the locales whose readers get an article in their own language."""
    return tuple(locale for locale in locales if Edition.of(article, locale).is_own)
