"""The text layer against the article that the PDF was made of."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from toolkit.article import Article
from toolkit.check.fields import read_article
from toolkit.check.passage import Passage
from toolkit.check.pdf.attached import attached
from toolkit.check.pdf.document import Document
from toolkit.check.pdf.rule import Fault, finds
from toolkit.check.rule import primary
from toolkit.errors import ToolkitError

_WORD: Final = re.compile("[\\w\u200c\u200d]+")
_CUT: Final = re.compile("[-\u2010][\u200e\u200f]?\n")
_EDGES: Final = "\u200c\u200d"
_FIELDS: Final = ("title", "body")
_ENOUGH: Final = 0.98  # part of a passage's words; hyphenation and footnote calls cost some
_SHOWN: Final = 8


@finds("pdf-source-text")
def _source_text(document: Document) -> Iterator[Fault]:
    try:
        article = _article(document.source) if document.source else attached(document.pdf)
    except ToolkitError as error:
        what = f"cannot be held against its source: {error.diagnostic.reason}"
        yield Fault(words={"what": what})
        return
    if article is None:
        return
    if document.tree is None:
        yield Fault(words={"what": "cannot be held against its source: it is not tagged"})
        return
    text = _text(document)
    # At a line's end, a hyphen is the word's own or that of its cut.
    given = Counter(_words(text)) | Counter(_words(_CUT.sub("", text)))
    for passage in _passages(article, document.lang):
        wanted = Counter(_words(passage.text))
        missing = wanted - given
        if missing.total() > (1 - _ENOUGH) * wanted.total():
            yield _fault(passage, missing, wanted.total())


def _fault(passage: Passage, missing: Counter[str], total: int) -> Fault:
    words = "، ".join(list(missing)[:_SHOWN])
    what = f"lacks {missing.total()} of {total} words of the article's {passage.field}"
    return Fault(shown=words, words={"what": what})


def _article(path: Path) -> Article:
    from toolkit.article.prepare import prepare
    from toolkit.sources import load

    article = load(path, report=lambda _finding: None)
    return article if article.prepared else prepare(article, report=lambda _finding: None)


def _passages(article: Article, lang: str) -> Iterator[Passage]:
    """Yield what a page in a language shows of an article's title and body."""
    tags = article.languages
    own = [tag for tag in tags if primary(tag) == primary(lang)]
    shown = lang if lang in tags else next(iter(own), article.lang)
    for passage in read_article(article):
        if passage.field.partition(".")[0] in _FIELDS and passage.version == shown:
            yield passage


def _text(document: Document) -> str:
    """Return the text layer in reading order, then what pictures are said to show."""
    shown = document.text_of(document.tree.root) if document.tree else ""
    alternatives = (element.alt for element in document.elements() if element.alt)
    return "\n".join([shown, *alternatives])


def _words(text: str) -> list[str]:
    return [word.strip(_EDGES) for word in _WORD.findall(text)]
