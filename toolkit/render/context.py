"""What every part of one page shares: reader, publication, labels, pictures, addresses."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from markupsafe import Markup

from toolkit.article import Publication
from toolkit.article.text import Localized, pick
from toolkit.errors import Diagnostic, Report
from toolkit.language import Labels, Locale
from toolkit.render.dateline import dateline
from toolkit.render.edition import Edition
from toolkit.render.keeping import Kept
from toolkit.render.phrase import Phrase
from toolkit.render.pictures import Asset, Pictures
from toolkit.render.plan import Plan
from toolkit.render.sections import Section

__all__ = ["Medium", "PageContext", "Shared"]

Medium = Literal["web", "print"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shared(Generic[T]):
    """What stands on many pages, with what making it adds to each.

    Args:
        view: What the templates see.
        pictures: The pictures that it refers to, by name.
        findings: What was reported.
    """

    view: T
    pictures: Mapping[str, Asset]
    findings: Sequence[Diagnostic]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What every part of one page shares.

    Args:
        locale: The reader's locale.
        publication: The publication around the articles.
        labels: Labels of the locale.
        pictures: Collects the pictures of the page.
        medium: ``web`` or ``print``.
        plan: What is made together with the page.
        root: The publication's root as the page refers to it, such as ``../``.
        report: Receives what could not be done as asked.
        kept: What the pages of a renderer share.
    """

    locale: Locale
    publication: Publication
    labels: Labels
    pictures: Pictures
    medium: Medium
    plan: Plan
    root: str = ""
    report: Report
    kept: Kept[Shared[Any]] = field(default_factory=lambda: Kept(1))

    def shared(self, key: Hashable, make: "Callable[[PageContext], T]") -> T:
        """Return what other pages may share; its pictures and findings are this page's too.

        Args:
            key: All that it depends on but what the pages of a renderer have in common.
            make: Makes it for a page.
        """
        place = (key, self.medium, self.root)
        found: Shared[T] = self.kept.get(place, lambda: self._made(make))
        self.pictures.update(found.pictures)
        for finding in found.findings:
            self.report(finding)
        return found.view

    def _made(self, make: "Callable[[PageContext], T]") -> Shared[T]:
        pictures, findings = Pictures(self.pictures.prefix), list[Diagnostic]()
        view = make(replace(self, pictures=pictures, report=findings.append))
        return Shared(view, pictures, findings)

    def link(self, path: str) -> str:
        """Return the address of a page as this one refers to it.

        On the web that is relative, so that a site can stand anywhere; in print it is absolute.

        Args:
            path: One of :mod:`toolkit.render.paths`.
        """
        absolute = self.address(path) if self.medium == "print" else None
        return absolute or self.root + path

    def address(self, path: str) -> str | None:
        """Return the absolute address of a page, or ``None`` where the site's is not known.

        Args:
            path: One of :mod:`toolkit.render.paths`.
        """
        return self.plan.address(path)

    def own(self, text: Localized[str] | None) -> Phrase | None:
        """Return one of the publication's texts in the best language for the reader."""
        found = pick(text, self.publication.default_locale, self.locale.fallbacks)
        return None if found is None else Phrase(found.value, found.lang, self.locale)

    @property
    def publication_name(self) -> Phrase:
        """The publication's name in the best language for the reader; a label where it has none."""
        label = "page.publication"
        if name := self.own(self.publication.name):
            return name
        text = self.labels.text(label).strip("\u2066\u2067\u2069")  # a phrase isolates itself
        return Phrase(text, self.labels.lang(label), self.locale)

    def named(self, section: Section) -> Phrase:
        """Return a section's name in the best language for the reader."""
        name = self.own(section.name)
        assert name is not None  # noqa: S101 - every section has a name
        return name

    def date(self, edition: Edition, value: Localized[date] | None) -> Markup | None:
        """Return a day in the reader's words, in one calendar or in two side by side."""
        found = edition.value(value)
        if found is None:
            return None

        def report(warning: Diagnostic) -> None:
            self.report(replace(warning, file=edition.article.file))

        return dateline(found[0], self.locale, self.publication, report)
