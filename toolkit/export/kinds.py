"""The kinds of output, and what each depends on beside the articles.

A page is made again when something that it is made of has changed, and only then: its kind's
templates, style sheets and fonts, the labels that these show in its language, and those settings
of the publication that it tells.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from toolkit.article import Publication
from toolkit.errors import PublicationError
from toolkit.export.digest import digest
from toolkit.export.engine import engine_digest
from toolkit.export.order import Order
from toolkit.export.templates import Templates
from toolkit.language import Locale
from toolkit.language.messages import Messages
from toolkit.render import Theme
from toolkit.render.fonts import Medium, faces
from toolkit.render.page import LATEST
from toolkit.resources import CATALOGUES, FONTS
from toolkit.translation.folder import Folder
from toolkit.translation.status import pages_of_labels
from toolkit.translation.tables import table

__all__ = ["FRONT", "Kind", "Kinds"]

FRONT = "front"
_PAGES = {"html": "article", "pdf": "print", "text": "text", FRONT: "front"}
"""The kinds by format, as ``usage.toml`` names them."""

_FONTS: dict[str, Medium] = {"html": "web", FRONT: "web", "pdf": "pdf"}
_PRINTED = ("print.css", "narrow.css", "columns.css")
_EVERYWHERE = {
    "base_url",
    "calendars",
    "default_locale",
    "languages",
    "normalise",
    "sections",
    "time_zone",
}
_TOLD = {"publication": {"name", "tagline", "rights", "logo"}, "share": {"share"}}
"""Settings by the part of a page that tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of output in one language.

    Args:
        digest: Of all that it depends on beside the articles.
        has_pictures: Whether it shows pictures.
        latest: How many of the newest articles it lists.
        has_related: Whether it lists the related articles.
        has_home: Whether it links to a front page, where there are other articles.
    """

    digest: bytes
    has_pictures: bool
    latest: int
    has_related: bool
    has_home: bool


class Kinds:
    """The kinds that an export makes.

    Args:
        order: The export.

    Raises:
        CatalogueError: A label catalogue is damaged.
        PublicationError: The folder of labels is missing.
        ThemeError: The theme is broken.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._theme = Theme.of(order.theme_folder)
        formats = (*order.formats, *((FRONT,) if "html" in order.formats else ()))
        self._kinds = {
            (name, locale): self._kind(name, locale)
            for name in formats
            for locale in (found.tag for found in map(Locale.parse, order.languages))
        }

    def get(self, name: str, locale: str) -> Kind:
        """Return the kind of a format, or of :data:`FRONT`, in a language."""
        return self._kinds[name, locale]

    def _kind(self, name: str, locale: str) -> Kind:
        shown = self._templates(name).attributes
        is_listing = name in ("html", "pdf")
        return Kind(
            digest=digest(self._parts(name, locale)),
            has_pictures=name != "text",
            latest=LATEST["print" if name == "pdf" else "web"] * (is_listing and "latest" in shown),
            has_related=is_listing and "related" in shown,
            has_home=is_listing and "home" in shown,
        )

    def _templates(self, name: str) -> Templates:
        return self._all_templates[name]

    @cached_property
    def _all_templates(self) -> dict[str, Templates]:
        starts = table("usage")["pages"]
        return {name: Templates(self._theme, starts[page]) for name, page in _PAGES.items()}

    def _parts(self, name: str, locale: str) -> Iterator[bytes | str]:
        templates = self._templates(name)
        yield from (engine_digest(), name, locale)
        yield from (file.read_bytes() for file in templates.files)
        yield from self._sheets(name, templates)
        yield from (face.asset for face in faces(_FONTS[name])) if name in _FONTS else ()
        yield (FONTS / "fonts.toml").read_bytes()
        yield json.dumps([*self._labels(name, locale)])
        yield from self._settings(name, templates)
        yield from self._plan(templates)

    def _sheets(self, name: str, templates: Templates) -> Iterator[str]:
        if name != "text":
            names = _PRINTED if name == "pdf" else sorted(templates.style_sheets)
            yield self._theme.stylesheet(*names)
            yield self._theme.own_stylesheet("")

    def _labels(self, name: str, locale: str) -> Iterator[object]:
        """Yield the wording of each label that the kind shows, and its plural forms by count."""
        messages = self._messages[locale]
        is_any = self._templates(name).computes_labels
        for label in messages.ids if is_any else self._pages[_PAGES[name]]:
            found = messages.find(label)
            forms = [found.plural(count) for count in range(200)] if len(found.forms) > 1 else 0
            yield label, found.locale.tag, found.forms, forms

    @cached_property
    def _messages(self) -> dict[str, Messages]:
        publication = self._order.publication
        own = publication.labels_folder
        return {
            locale.tag: Messages(
                locale,
                [own] if own else [],
                drafts=publication.draft_labels,
                report=lambda _finding: None,
            )
            for locale in map(Locale.parse, self._order.languages)
        }

    @cached_property
    def _pages(self) -> dict[str, tuple[str, ...]]:
        own = self._order.publication.labels_folder
        return pages_of_labels(Folder(own or CATALOGUES, self._order.theme_folder))

    def _settings(self, name: str, templates: Templates) -> Iterator[bytes | str]:
        publication = self._order.publication
        fields = set(_EVERYWHERE)
        for part, told in _TOLD.items():
            fields |= told if part in templates.attributes else set()
        if name == "pdf":
            fields.add("pdf")
            profile = publication.output_profile_file
            yield profile.read_bytes() if profile and profile.is_file() else b""
            yield os.environ.get("SOURCE_DATE_EPOCH", "")
        yield json.dumps(publication.model_dump(mode="json", include=fields), sort_keys=True)
        yield _logo(publication) if "logo" in fields else b""

    def _plan(self, templates: Templates) -> Iterator[str]:
        """Yield what else is made, as far as pages link to it."""
        shown = templates.attributes
        if shown & {"languages", "alternates"}:
            yield from self._order.languages
        yield str("pdf" in shown and "pdf" in self._order.formats)


def _logo(publication: Publication) -> bytes:
    try:
        picture = publication.logo_picture()
    except PublicationError:
        return b""  # pages go without it, and say so
    return picture.path.read_bytes() if picture and picture.path else b""
