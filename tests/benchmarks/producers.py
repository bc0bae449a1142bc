"""The programs that make a PDF of a text: each a context in which a function makes one.

What a program can keep between two PDFs is made on entering the context: fonts, a parsed style
sheet, a browser with its tab.  A command keeps nothing.
"""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.texts import Text
from tests.conftest import CHROMIUM

__all__ = ["PRODUCERS", "STOCK", "Producer", "chromium_options"]

STOCK = "WeasyPrint, warm"
"""The one that others are compared to."""

Make = Callable[[Text], bytes]


class Producer(NamedTuple):
    """A program.

    Args:
        start: Returns its context; gets the folder in which it works.
        modules: The modules that it needs.
        program: The command that it needs, if any.
    """

    start: Callable[[Path], AbstractContextManager[Make]]
    modules: Sequence[str] = ()
    program: str = ""

    @property
    def missing(self) -> str:
        """What is not installed, or an empty string."""
        wanted = [module for module in self.modules if find_spec(module) is None]
        if self.program and shutil.which(self.program) is None:
            wanted.append(self.program)
        return ", ".join(wanted)


@contextmanager
def _toolkit_command(folder: Path) -> Iterator[Make]:
    def make(text: Text) -> bytes:
        text.write(folder)
        toolkit = (sys.executable, "-m", "toolkit", "render", "text.json", "--to", "pdf")
        return _run(folder, *toolkit, "--locale", text.lang, "--out", ".", made=f"text.{text.lang}")

    yield make


@contextmanager
def _toolkit_warm(folder: Path) -> Iterator[Make]:
    from toolkit import Renderer

    renderers: dict[str, Renderer] = {}

    def make(text: Text) -> bytes:
        if text.lang not in renderers:
            text.write(folder)
            renderers[text.lang] = Renderer(text.lang, report=lambda _finding: None)
        return renderers[text.lang].pdf(text.article(folder))

    yield make


@contextmanager
def _weasyprint_command(folder: Path) -> Iterator[Make]:
    def make(text: Text) -> bytes:
        text.write(folder)
        command = (sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1")
        return _run(folder, *command, "page.html", "page.pdf")

    yield make


@contextmanager
def _weasyprint_warm(folder: Path) -> Iterator[Make]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets: dict[str, weasyprint.CSS] = {}

    def make(text: Text) -> bytes:
        if text.lang not in sheets:
            text.write(folder)
            sheets[text.lang] = weasyprint.CSS(string=text.css, font_config=fonts)
        page = text.html.replace('<link rel="stylesheet" href="style.css">', "")
        document = weasyprint.HTML(string=page, base_url=str(folder / "page.html"))
        pdf: bytes = document.write_pdf(
            stylesheets=[sheets[text.lang]], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        return pdf

    yield make


@contextmanager
def _chromium_command(folder: Path) -> Iterator[Make]:
    def make(text: Text) -> bytes:
        text.write(folder)
        command = (CHROMIUM, "--headless", *chromium_options(), "--no-pdf-header-footer")
        return _run(folder, *command, "--print-to-pdf=page.pdf", (folder / "page.html").as_uri())

    yield make


@contextmanager
def _chromium_warm(folder: Path) -> Iterator[Make]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=chromium_options())
        tab = browser.new_page()

        def make(text: Text) -> bytes:
            text.write(folder)
            tab.goto((folder / "page.html").as_uri())
            return tab.pdf(prefer_css_page_size=True, tagged=True, print_background=True)

        yield make
        browser.close()


@contextmanager
def _typst_warm(folder: Path) -> Iterator[Make]:
    import typst

    from toolkit.resources import FONTS

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS / "pdf"])

    def make(text: Text) -> bytes:
        text.write(folder)
        source = text.typst.encode()
        pdf = typst.compile(source, root=folder, font_paths=fonts, pdf_standards="ua-1")
        assert isinstance(pdf, bytes)
        return pdf

    yield make


@contextmanager
def _plutoprint_warm(folder: Path) -> Iterator[Make]:
    import plutoprint

    def make(text: Text) -> bytes:
        text.write(folder)
        book = plutoprint.Book(plutoprint.PAGE_SIZE_A4)
        book.load_url((folder / "page.html").as_uri())
        pdf = io.BytesIO()
        book.write_to_pdf_stream(pdf)
        return pdf.getvalue()

    yield make


PRODUCERS: Mapping[str, Producer] = {
    STOCK: Producer(_weasyprint_warm),
    "this toolkit, warm": Producer(_toolkit_warm),
    "Chromium, warm tab": Producer(_chromium_warm, ["playwright"], CHROMIUM),
    "Typst, warm": Producer(_typst_warm, ["typst"]),
    "PlutoPrint, warm": Producer(_plutoprint_warm, ["plutoprint"]),
    "this toolkit, command": Producer(_toolkit_command),
    "WeasyPrint, command": Producer(_weasyprint_command),
    "Chromium, command": Producer(_chromium_command, program=CHROMIUM),
}
"""The programs by what they are called in tables."""


def chromium_options() -> list[str]:
    """Return the options of every Chromium here."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return ["--disable-gpu", "--no-first-run", "--disable-background-networking", *sandbox]


def _run(folder: Path, *command: str, made: str = "page") -> bytes:
    """Run a command in a folder and return the PDF that it makes there."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / f"{made}.pdf").read_bytes()
