"""Slips of the keyboard that the publication's setting would mend."""

from collections.abc import Iterator

from toolkit.article.model import Article
from toolkit.errors import Diagnostic
from toolkit.normalisation import normalise

__all__ = ["find_mendable"]


def find_mendable(article: Article) -> Iterator[Diagnostic]:
    """Tell how much of an article a publication that normalises would mend.

    Args:
        article: The article, as it was written.

    Yields:
        A note, if there is anything.
    """
    count = len(normalise(article, report=lambda _: None).changes)
    if count:
        slips = "1 slip" if count == 1 else f"{count:,} slips"
        yield Diagnostic(
            code="mendable",
            severity="note",
            reason=f"has {slips} of the keyboard that can be mended when its pages are made",
            remedy='Mend the text, or write normalise = "publisher" in toolkit.toml',
            file=article.file,
        )
