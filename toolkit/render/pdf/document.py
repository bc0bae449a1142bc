"""HTML to PDF: the nested-span pass, then WeasyPrint."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from toolkit.direction.boxes import BoxOf
from toolkit.direction.layout import FOOTNOTES, nest, style_sheet
from toolkit.errors import Diagnostic, LocaleError, RenderError, Report, log_report
from toolkit.language import Locale
from toolkit.render.fonts import families
from toolkit.render.pdf.embedded import Readable
from toolkit.render.pdf.engine import set_pages
from toolkit.render.pdf.facts import Facts
from toolkit.render.pdf.line_ends import fill_lines
from toolkit.render.pdf.profiles import Profile
from toolkit.render.pdf.text_layer import text_layer_named
from toolkit.render.pdf.title import give_title

__all__ = ["set_tree", "write_pdf"]


def write_pdf(
    html: str,
    *,
    stylesheets: Sequence[str] = (),
    profile: str = "accessible",
    output_profile: bytes | None = None,
    text_layer: str = "searchable",
    report: Report = log_report,
) -> bytes:
    """Set any HTML as a PDF, every mixed line in the order a browser shows (UAX #9).

    Nothing is fetched: pictures and fonts come in as ``data:`` URLs, and the bundled fonts are
    there for text whose style names none.  No language and no isolate is added.

    Args:
        html: A whole document; ``<html lang dir>`` and ``<title>`` go into the PDF.
        stylesheets: More CSS, before the document's own in the cascade.
        profile: One of :data:`~toolkit.render.pdf.profiles.PROFILES`: ``accessible`` (PDF/UA-1),
            ``archive`` (PDF/A-3a and PDF/UA-1), ``ua2`` (PDF/UA-2), ``press`` (PDF/X-4) or
            ``draft`` (untagged).
        output_profile: ICC profile of the printing condition, for ``press``.
        text_layer: ``searchable``: copying and searching give the text back; ``stock``: the text
            layer is WeasyPrint's own.
        report: Receives warnings, such as an address that was not read.

    Returns:
        The PDF.

    Raises:
        RenderError: The document is empty, the profile or the text layer is unknown, or the
            document lacks what the profile asks for, such as a picture's text alternative.
        MissingLibraryError: Pango is not installed.
    """
    try:
        tree = lxml_html.document_fromstring(html)
    except (LxmlError, ValueError) as error:
        reason = "the HTML has no content that can be set"
        raise RenderError(Diagnostic(code="no-content", reason=reason)) from error
    locale = _locale(tree, report)
    fonts = f"html {{ font-family: {families('text', locale.tag)} }}"
    return set_tree(
        tree,
        locale=locale,
        stylesheets=(fonts, *stylesheets),
        profile=profile,
        facts=Facts(output_profile=output_profile),
        has_hints=True,
        text_layer=text_layer,
        report=report,
    )


def set_tree(
    tree: HtmlElement,
    *,
    locale: Locale,
    stylesheets: Sequence[str] = (),
    pictures: Mapping[str, Readable] | None = None,
    profile: str = "accessible",
    facts: Facts | None = None,
    has_hints: bool = False,
    box_of: BoxOf = FOOTNOTES,
    text_layer: str = "searchable",
    report: Report = log_report,
) -> bytes:
    """Set a parsed document, which is changed in place.

    Args:
        tree: The ``<html>`` element.
        locale: The document's locale: it binds the pages and numbers them.
        stylesheets: CSS texts, in the order of the cascade.
        pictures: What each ``toolkit-picture:`` name stands for.
        profile: As for :func:`write_pdf`.
        facts: What its metadata say beside its ``<head>``.
        has_hints: Whether attributes such as ``width`` and ``align`` count as style.
        box_of: Tells the boxes that the style sheets make otherwise than the tags say.
        text_layer: As for :func:`write_pdf`.
        report: Receives warnings.
    """
    chosen = Profile.named(profile)
    if chosen.ua:
        give_title(tree, report)
    facts = replace(facts or Facts(), languages=_languages(tree, locale))
    nest(tree, box_of=box_of)
    fill_lines(tree)
    return set_pages(
        lxml_html.tostring(tree, encoding="unicode", doctype="<!doctype html>"),
        locale=locale,
        stylesheets=(*stylesheets, style_sheet()),
        pictures=pictures,
        profile=chosen,
        facts=facts,
        has_hints=has_hints,
        text=text_layer_named(text_layer),
        report=report,
    )


def _languages(tree: HtmlElement, locale: Locale) -> tuple[str, ...]:
    """Return the tags of the document's languages, its own first."""
    found = (element.get("lang", "") for element in tree.iter("*"))
    return tuple(dict.fromkeys([locale.tag, *filter(None, found)]))


def _locale(tree: HtmlElement, report: Report) -> Locale:
    """Return the document's locale, with a warning where ``lang`` does not tell it."""
    lang = tree.get("lang", "")
    try:
        return Locale.parse(lang)
    except LocaleError:
        named = f"is in the unknown language “{lang}”" if lang else "does not say its language"
        report(
            Diagnostic(
                code="document-language",
                severity="warning",
                field="html.lang",
                reason=f"the document {named}; a screen reader will guess",
                remedy='Write the BCP 47 tag on the root, such as <html lang="fa" dir="rtl">',
            )
        )
        return Locale.parse("fa" if tree.get("dir") == "rtl" else "en")
