"""The article that a PDF brings with it (ISO 32000-2, 14.13, ``AFRelationship`` ``Source``)."""

from typing import Final

from pikepdf import Pdf, PdfError, Stream
from pydantic import ValidationError

from toolkit.article import Article
from toolkit.check.pdf.objects import array, dictionary, name
from toolkit.errors import Diagnostic, SourceError

__all__ = ["attached"]

_LARGEST: Final = 20_000_000


def attached(pdf: Pdf) -> Article | None:
    """Return the article that is attached to a PDF as its source; ``None`` for none.

    Args:
        pdf: The document.

    Raises:
        SourceError: What is attached is not an article.
        ArticleError: It breaks the contract.
    """
    for specification in map(dictionary, array(pdf.Root.get("/AF"))):
        if specification is None or name(specification.get("/AFRelationship")) != "Source":
            continue
        files = dictionary(specification.get("/EF"))
        stream = files.get("/F") if files is not None else None
        if isinstance(stream, Stream) and name(stream.get("/Subtype")) == "application/json":
            return _article(stream)
    return None


def _article(stream: Stream) -> Article:
    from toolkit.article.prepare import prepare

    try:
        data = stream.read_bytes()
        if len(data) > _LARGEST:
            raise _refused("the article in it is too long")
        article = Article.model_validate_json(data)
    except (PdfError, ValidationError, UnicodeDecodeError) as error:
        raise _refused("what is attached to it is not an article") from error
    # Its pictures are in the PDF, not in a folder: their words are held against nothing here.
    return prepare(article.model_copy(update={"image": None}), report=lambda _finding: None)


def _refused(reason: str) -> SourceError:
    return SourceError(Diagnostic(code="attached", reason=reason))
