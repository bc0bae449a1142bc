"""The one door to WeasyPrint: shared fonts, cached style sheets, one page run at a time."""

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from toolkit.errors import Diagnostic, MissingLibraryError, RenderError, Report, log_report
from toolkit.language import Locale
from toolkit.render.fonts import font_face_css
from toolkit.render.pdf.embedded import FONT_SCHEME
from toolkit.render.pdf.tags import tagged
from toolkit.render.pdf.text_layer import TextLayer, text_layer

if TYPE_CHECKING:
    from toolkit.render.pdf.fetcher import ClosedFetcher

__all__ = ["VARIANTS", "check_profile", "set_pages"]

VARIANTS: Mapping[str, str | None] = {"accessible": "pdf/ua-1", "draft": None}
"""PDF variant of each profile, in WeasyPrint's words."""

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
    profile: str = "accessible",
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
        profile: ``accessible`` (PDF/UA-1) or ``draft`` (untagged).
        has_hints: Whether attributes such as ``width`` and ``align`` count as style.
        text: Whether readers get the text back (``searchable``), or as WeasyPrint has it.
        report: Receives a warning for each address that was refused.

    Raises:
        MissingLibraryError: Pango is not installed.
        RenderError: The profile is unknown, or the document cannot be set.
    """
    check_profile(profile)
    load_weasyprint()
    from toolkit.render.pdf.fetcher import ClosedFetcher

    fetcher = ClosedFetcher(pictures or {}, report=report)
    options = {"pdf_variant": VARIANTS[profile], "presentational_hints": has_hints}
    with _lock:
        try:
            return _set(html, stylesheets, fetcher, locale, options, text)
        except Exception as error:
            reason = f"the page cannot be set: {_told(error)}"
            remedy = "Simplify the markup or the style that does this"
            raise RenderError(
                Diagnostic(code="cannot-set", reason=reason, remedy=remedy)
            ) from error


def _set(
    html: str,
    stylesheets: Sequence[str],
    fetcher: "ClosedFetcher",
    locale: Locale,
    options: Mapping[str, Any],
    text: TextLayer,
) -> bytes:
    from toolkit.render.pdf.finish import finisher
    from toolkit.render.pdf.links import keep_links_whole

    fonts = _fonts(html, stylesheets, fetcher)
    document = load_weasyprint().HTML(string=html, url_fetcher=fetcher, base_url="toolkit:")
    sheets = [fonts.bundled, *(fonts.sheet(source, fetcher) for source in stylesheets)]
    pages = document.render(
        font_config=fonts.config,
        stylesheets=[sheet.css for sheet in sheets],
        counter_style=_merged(sheet.counters for sheet in sheets),
        **options,
    )
    keep_links_whole(pages)
    tags = tagged(pages, options["pdf_variant"], report=fetcher.report)
    with tags as structure, text_layer(text, report=fetcher.report):
        pdf: bytes = pages.write_pdf(finisher=finisher(locale, structure), **options)
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


def check_profile(profile: str) -> None:
    """Raise where a PDF profile is unknown.

    Args:
        profile: Its name.

    Raises:
        RenderError: It is none of :data:`VARIANTS`.
    """
    if profile not in VARIANTS:
        reason = f"the PDF profile “{profile}” is unknown"
        remedy = f"Use one of: {', '.join(VARIANTS)}"
        raise RenderError(Diagnostic(code="unknown-profile", reason=reason, remedy=remedy))


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
