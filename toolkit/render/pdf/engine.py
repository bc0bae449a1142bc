"""The one door to WeasyPrint: shared fonts, cached style sheets, one page run at a time."""

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.errors import (
    Diagnostic,
    MissingLibraryError,
    RenderError,
    Report,
    ToolkitError,
    log_report,
)
from toolkit.language import Locale
from toolkit.render.fonts import font_face_css
from toolkit.render.pdf.colour import check_output_profile
from toolkit.render.pdf.embedded import FONT_SCHEME, PICTURE_SCHEME
from toolkit.render.pdf.facts import Facts, build_date
from toolkit.render.pdf.justification import even_gaps
from toolkit.render.pdf.png_pixels import kept_pixels
from toolkit.render.pdf.profiles import Profile
from toolkit.render.pdf.tags import tagged
from toolkit.render.pdf.text_layer import TextLayer, text_layer

if TYPE_CHECKING:
    from toolkit.render.pdf.fetcher import ClosedFetcher

__all__ = ["set_pages"]

_READS = re.compile(r"@import|url\((?![\"']?(?:data|toolkit-picture):)", re.IGNORECASE)
_MOST_SHEETS = 64

# Pango's font map and WeasyPrint's caches are not safe to use from two threads at once.
_lock = threading.Lock()


def set_pages(
    html: str,
    *,
    locale: Locale,
    stylesheets: Sequence[str] = (),
    pictures: Mapping[str, Any] | None = None,
    profile: Profile,
    facts: Facts,
    has_hints: bool = False,
    text: TextLayer = "searchable",
    report: Report,
) -> bytes:
    """Set HTML whose nesting mirrors the embedding levels, and return the PDF.

    Args:
        html: A whole document.
        locale: The document's locale.
        stylesheets: CSS texts, in the order of the cascade.
        pictures: What each ``toolkit-picture:`` name stands for.
        profile: What the PDF is made for.
        facts: What its metadata say beside the ``<head>``.
        has_hints: Whether attributes such as ``width`` and ``align`` count as style.
        text: Whether readers get the text back (``searchable``), or as WeasyPrint has it.
        report: Receives a warning for each address that was refused.

    Raises:
        MissingLibraryError: Pango is not installed.
        RenderError: The document cannot be set, or lacks what the profile asks for.
    """
    load_weasyprint()
    from toolkit.render.pdf.fetcher import ClosedFetcher

    if profile.x:
        check_output_profile(facts.output_profile)
    refusals: list[Diagnostic] = []
    fetcher = ClosedFetcher(
        pictures or {}, report=_strict(profile, report, refusals, pictures or {})
    )
    options = {
        "pdf_variant": profile.variant,
        "pdf_identifier": True,
        "output_intent": "",  # written by colour.py
        "presentational_hints": has_hints,
    }
    work = _Work(html, (*stylesheets, profile.css), locale, profile, facts, text)
    with _lock:
        try:
            pdf = _set(work, fetcher, options)
        except ToolkitError:
            raise
        except Exception as error:
            reason = f"the page cannot be set: {_told(error)}"
            remedy = "Simplify the markup or the style that does this"
            raise RenderError(
                Diagnostic(code="cannot-set", reason=reason, remedy=remedy)
            ) from error
    if refusals:
        raise RenderError(*refusals)
    return pdf


@dataclass(frozen=True, slots=True)
class _Work:
    """A document to set."""

    html: str
    stylesheets: tuple[str, ...]
    locale: Locale
    profile: Profile
    facts: Facts
    text: TextLayer


def _strict(
    profile: Profile, report: Report, refusals: list[Diagnostic], pictures: Mapping[str, Any]
) -> Report:
    """Return a report that keeps what a profile refuses, as errors."""

    def told(diagnostic: Diagnostic) -> None:
        if diagnostic.code in profile.refuses:
            name = _source_name(diagnostic.excerpt, pictures)
            refusals.append(replace(diagnostic, severity="error", excerpt=name))
        else:
            report(diagnostic)

    return told


def _source_name(address: str | None, pictures: Mapping[str, Any]) -> str | None:
    """Return what an author calls a picture: the name of its file, where it has one."""
    picture = pictures.get((address or "").removeprefix(PICTURE_SCHEME))
    origin = getattr(picture, "origin", None)
    return origin.name if isinstance(origin, Path) else address


def _date(metadata: Any, profile: Profile) -> None:
    """Give a document without a date that of the build, if there is one; never the clock's.

    Raises:
        RenderError: There is none, and the profile asks for one.
    """
    metadata.created = metadata.created or metadata.modified or build_date()
    if profile.x:
        metadata.modified = metadata.modified or metadata.created
        if metadata.created is None:
            reason = f"the profile {profile.name} needs a date, and the document has none"
            remedy = "Say when it was published, or set SOURCE_DATE_EPOCH"
            raise RenderError(Diagnostic(code="no-date", reason=reason, remedy=remedy))


def _set(work: _Work, fetcher: "ClosedFetcher", options: Mapping[str, Any]) -> bytes:
    from toolkit.render.pdf.finish import finisher
    from toolkit.render.pdf.links import keep_links_whole

    fonts = _fonts(work.html, work.stylesheets, fetcher)
    document = load_weasyprint().HTML(string=work.html, url_fetcher=fetcher, base_url="toolkit:")
    sheets = [fonts.bundled, *(fonts.sheet(source, fetcher) for source in work.stylesheets)]
    with even_gaps():
        pages = document.render(
            font_config=fonts.config,
            stylesheets=[sheet.css for sheet in sheets],
            counter_style=_merged(sheet.counters for sheet in sheets),
            **options,
        )
    _date(pages.metadata, work.profile)
    keep_links_whole(pages)
    tags = tagged(pages, options["pdf_variant"], report=fetcher.report)
    with tags as structure, text_layer(work.text, report=fetcher.report), kept_pixels():
        finish = finisher(work.locale, structure, work.profile, work.facts)
        pdf: bytes = pages.write_pdf(finisher=finish, **options)
    return pdf


def _fonts(html: str, stylesheets: Sequence[str], fetcher: "ClosedFetcher") -> "Fonts":
    """Return the shared fonts, or others: those that a document brings must not stay for the next.

    The fonts of style sheets serve every document with the same sheets, as those of a theme.
    """
    if "@font-face" in html.lower():
        return Fonts(fetcher)
    return _shared_fonts(*(sheet for sheet in stylesheets if "@font-face" in sheet.lower()))


def _merged(counters: Iterable[Any]) -> Any:
    """Return the counter styles of all sheets, apart from those of other documents."""
    from weasyprint.css.counters import CounterStyle

    merged = CounterStyle()
    for styles in counters:
        merged.update(styles)
    return merged


def _told(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "its elements are nested too deep"
    return f"{type(error).__name__}: {error}"[:200]


@cache
def load_weasyprint() -> Any:
    """Return the engine's module, which loads Pango.

    Raises:
        MissingLibraryError: Pango is not installed.
    """
    try:
        import weasyprint

        weasyprint.HTML  # noqa: B018 - fails here, not later, where Pango is missing
    except OSError as error:
        reason = "Pango, which sets the text of a PDF, is not installed"
        remedy = "On Debian or Ubuntu run: apt install libpango-1.0-0 libpangoft2-1.0-0"
        raise MissingLibraryError(
            Diagnostic(code="no-pango", reason=reason, remedy=remedy, excerpt=str(error)[:120])
        ) from error
    return weasyprint


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed style sheet.

    Args:
        css: Its rules.
        counters: The counter styles that it defines.
    """

    css: Any
    counters: Any


class Fonts:
    """A font configuration with the bundled fonts, and style sheets parsed for it.

    Args:
        fetcher: Reads the bundled fonts.
    """

    def __init__(self, fetcher: "ClosedFetcher") -> None:
        from weasyprint.text.fonts import FontConfiguration

        self.config = FontConfiguration()
        self._parsed: dict[str, Sheet] = {}
        faces = font_face_css("pdf", lambda face: FONT_SCHEME + face.file.name)
        self.bundled = self.sheet(faces, fetcher)

    def sheet(self, source: str, fetcher: "ClosedFetcher") -> Sheet:
        """Return a parsed style sheet; one that reads nothing is parsed once.

        Args:
            source: CSS.
            fetcher: Reads what it names, or refuses to.
        """
        if source in self._parsed:
            return self._parsed[source]
        from weasyprint.css.counters import CounterStyle

        counters = CounterStyle()
        css = load_weasyprint().CSS(
            string=source,
            font_config=self.config,
            counter_style=counters,
            url_fetcher=fetcher,
            base_url="toolkit:",
        )
        parsed = Sheet(css, counters)
        if not _READS.search(source) and len(self._parsed) < _MOST_SHEETS:
            self._parsed[source] = parsed
        return parsed


@lru_cache(maxsize=8)
def _shared_fonts(*_sheets: str) -> Fonts:
    """One for the process: a fresh one per document leaks memory and reads every font again."""
    from toolkit.render.pdf.fetcher import ClosedFetcher

    return Fonts(ClosedFetcher({}, report=log_report))
