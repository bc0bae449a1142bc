"""What a PDF is worth to its readers: tags, PDF/UA, and words that come back in their order."""

import io
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pikepdf

from tests.benchmarks.texts import Text
from tests.render.pdf.reading import plain, poppler, share, words
from toolkit.check.pdf import PdfReport, check_pdfs

__all__ = ["Worth", "pages_of", "worths"]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a PDF is worth.

    Args:
        pages: How many it has.
        is_tagged: Whether it has a structure tree and says so.
        ua: What validators say of PDF/UA: ``valid``, ``broken``, or ``not claimed``.
        found: Share of the text's words that Poppler reads, in percent.
        in_order: Share of them that it reads in the text's order.
    """

    pages: int
    is_tagged: bool
    ua: str
    found: float
    in_order: float


def worths(text: Text, pdfs: Mapping[str, bytes]) -> dict[str, Worth]:
    """Return what some programs' PDFs of a text are worth.

    Args:
        text: The text.
        pdfs: The PDFs by the names of the programs.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.pdf" for number in range(len(pdfs))]
        for file, pdf in zip(files, pdfs.values(), strict=True):
            file.write_bytes(pdf)
        reports = check_pdfs(files)
    return {
        name: _worth(text, pdf, report)
        for (name, pdf), report in zip(pdfs.items(), reports, strict=True)
    }


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _worth(text: Text, pdf: bytes, report: PdfReport) -> Worth:
    wanted, read = plain(text.words), plain(poppler(pdf))
    matcher = SequenceMatcher(None, wanted.split(), read.split(), autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    return Worth(
        pages=report.pages,
        is_tagged=_is_tagged(pdf),
        ua=_ua(report),
        found=share(words(wanted), words(read)),
        in_order=100 * in_order / len(wanted.split()),
    )


def _is_tagged(pdf: bytes) -> bool:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marked = document.Root.get("/MarkInfo", {}).get("/Marked", False)
        return bool(marked) and "/StructTreeRoot" in document.Root


def _ua(report: PdfReport) -> str:
    said = [one.result for one in report.verdicts if one.standard.startswith("PDF/UA")]
    if not said:
        return "not claimed"
    return "broken" if "failed" in said else "valid" if "passed" in said else "not checked"
