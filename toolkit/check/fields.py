"""The passages of all fields of an article."""

from collections.abc import Iterator
from typing import TypeVar

from toolkit.article.model import Article
from toolkit.article.text import Localized
from toolkit.check.passage import Passage, Role
from toolkit.check.reading import read_body
from toolkit.direction.script import direction_of

__all__ = ["languages_of", "read_article", "versions"]

T = TypeVar("T")


def read_article(article: Article) -> Iterator[Passage]:
    """Yield what an article says to its readers.

    Args:
        article: An article whose body is clean HTML.

    Yields:
        Each plain field in each of its languages, then the paragraphs of the body.
    """
    for field, value, lang, role in _plain_fields(article):
        for name, text, its in versions(field, value, lang):
            if text:
                yield Passage.plain(text, its, direction_of(its), name, role)
    for name, markup, its in versions("body", article.body, article.lang):
        yield from read_body(markup, its, name)


def languages_of(article: Article) -> set[str]:
    """Return the tags of all languages that an article has a text in."""
    found = {article.lang}
    for _, value, _, _ in _plain_fields(article):
        found |= value.keys() if isinstance(value, dict) else set()
    return found | (article.body.keys() if isinstance(article.body, dict) else set())


def versions(field: str, value: Localized[T] | None, lang: str) -> Iterator[tuple[str, T, str]]:
    """Yield each version of a value with the path of its field and the tag of its language.

    Args:
        field: Dotted path of the value.
        value: One version, or versions by tag, or ``None``.
        lang: Tag of the language that a lone version is in.
    """
    if isinstance(value, dict):
        for tag, version in value.items():
            yield f"{field}.{tag}", version, tag
    elif value is not None:
        yield field, value, lang


def _plain_fields(article: Article) -> Iterator[tuple[str, Localized[str] | None, str, Role]]:
    lang = article.lang
    yield "title", article.title, lang, "text"
    yield "subtitle", article.subtitle, lang, "text"
    yield "summary", article.summary, lang, "text"
    yield "section", article.section, lang, "name"
    if article.image:
        yield "image.alt", article.image.alt, lang, "alt"
        yield "image.caption", article.image.caption, lang, "text"
        yield "image.credit", article.image.credit, lang, "name"
    if article.source:
        yield "source.name", article.source.name, lang, "name"
    yield "rights", article.rights, lang, "name"
    for name, authors, its in versions("authors", article.authors, lang):
        for index, author in enumerate(authors):
            yield f"{name}.{index}.name", author.name, its, "name"
    for name, tags, its in versions("tags", article.tags, lang):
        for index, tag in enumerate(tags):
            yield f"{name}.{index}", tag, its, "name"
