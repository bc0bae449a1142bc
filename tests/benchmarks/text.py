"""What readers get back from the PDFs of several programs, of one corpus."""

import os
import subprocess
import tempfile
from pathlib import Path

import weasyprint
from playwright.sync_api import sync_playwright

import toolkit
from tests.benchmarks.tables import Table
from tests.conftest import CHROMIUM
from tests.render.pdf.reading import READERS, corpus_document, joints, plain, share, source, words
from toolkit.render.fonts import faces, families, font_face_css

__all__ = ["text_table"]

PDFJS = os.environ.get("PDFJS", "")
"""Folder of the npm package pdfjs-dist, which is read with Node.js."""


def text_table() -> Table:
    """Return a table of the shares of words and of U+200C that come back, in percent."""
    readers = {**READERS, "pdf.js": _pdfjs} if PDFJS else READERS
    note = "" if PDFJS else "pdf.js was left out: PDFJS names no folder of pdfjs-dist"
    rows = [
        {"": producer}
        | {name: _shares(source(html), plain(read(pdf))) for name, read in readers.items()}
        for producer, (html, pdf) in _documents().items()
    ]
    return Table("words / U+200C that readers find, in %", rows, note)


def _shares(wanted: str, found: str) -> str:
    of_words, of_joints = (share(part(wanted), part(found)) for part in (words, joints))
    return f"{of_words:.0f} / {of_joints:.0f}"


def _documents() -> dict[str, tuple[str, bytes]]:
    """Return what each producer is given, and the PDF that it makes."""
    made = {}
    for family in sorted({face.family for face in faces("pdf")}):
        html = corpus_document(f"* {{ font-family: {family} !important }}")
        made[f"Article Toolkit, {family}"] = (html, toolkit.write_pdf(html))
    html = corpus_document()
    made["Article Toolkit"] = (html, toolkit.write_pdf(html))
    fonts = font_face_css("pdf", lambda face: face.file.as_uri())
    html = corpus_document(f"{fonts} html {{ font-family: {families('text', 'fa')} }}")
    made["stock WeasyPrint"] = (html, weasyprint.HTML(string=html).write_pdf())
    made["Chromium"] = (html, _chromium(html))
    return made


def _chromium(html: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "corpus.html"
        page_file.write_text(html, "utf-8")
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        pdf = page.pdf()
        browser.close()
    return pdf


def _pdfjs(pdf: bytes) -> str:
    script = Path(__file__).with_name("pdfjs.mjs")
    command = ["node", str(script), PDFJS]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
