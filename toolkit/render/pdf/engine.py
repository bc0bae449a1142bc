"""The one door to WeasyPrint: shared fonts, cached style sheets, one page run at a time."""

import threading
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from toolkit.errors import Diagnostic, MissingLibraryError, RenderError, Report
from toolkit.language import Locale
from toolkit.render.fonts import font_face_css
from toolkit.render.pdf.text_layer import TextLayer, text_layer

__all__ = ["VARIANTS", "check_profile", "set_pages"]

VARIANTS: Mapping[str, str | None] = {"accessible": "pdf/ua-1", "draft": None}
"""PDF variant of each profile, in WeasyPrint's words."""

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
    weasyprint = load_weasyprint()
    from toolkit.render.pdf.fetcher import ClosedFetcher
    from toolkit.render.pdf.links import keep_links_whole
    from toolkit.render.pdf.metadata import finisher

    fetcher = ClosedFetcher(pictures or {}, report=report)
    with _lock:
        document = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="toolkit:")
        sheets = [_font_sheet(), *map(_sheet, stylesheets)]
        options = {"pdf_variant": VARIANTS[profile], "presentational_hints": has_hints}
        pages = document.render(font_config=_font_config(), stylesheets=sheets, **options)
        keep_links_whole(pages)
        with text_layer(text, report=report):
            pdf: bytes = pages.write_pdf(finisher=finisher(locale), **options)
    return pdf


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


@cache
def _font_config() -> Any:
    """One for the process: a fresh one per document leaks memory and reads every font again."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _css(text: str) -> Any:
    from toolkit.errors import log_report
    from toolkit.render.pdf.fetcher import ClosedFetcher

    return load_weasyprint().CSS(
        string=text,
        font_config=_font_config(),
        url_fetcher=ClosedFetcher({}, report=log_report),
        base_url="toolkit:",
    )


@cache
def _font_sheet() -> Any:
    from toolkit.render.pdf.embedded import FONT_SCHEME

    return _css(font_face_css("pdf", lambda face: FONT_SCHEME + face.file.name))


@lru_cache(maxsize=32)
def _sheet(text: str) -> Any:
    return _css(text)
