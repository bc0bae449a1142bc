"""The check of one article."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.article.model import Article
from toolkit.article.prepare import prepare
from toolkit.check.alt import find_missing_alt
from toolkit.check.fields import languages_of, read_article
from toolkit.check.loss import with_losses
from toolkit.check.mendable import find_mendable
from toolkit.check.passage import Passage
from toolkit.check.rule import RULES, Surroundings, finders
from toolkit.check.rules.language import reads_as
from toolkit.check.tally import Tally
from toolkit.errors import Diagnostic
from toolkit.normalisation import normalise

if TYPE_CHECKING:
    from toolkit.article.publication import Publication

__all__ = ["check_article", "check_passages"]


def check_article(
    article: Article,
    *,
    publication: "Publication | None" = None,
    locales: Iterable[str] = (),
    files: Mapping[str, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Find the hazards of direction and language in an article.

    Args:
        article: The article; one that is not prepared is prepared first.
        publication: The publication it appears in, whose languages count as declared; what it
            has normalised is told in notes.
        locales: BCP 47 tags of the languages that its pages are made in; by default those that
            it can be read in.
        files: Its files by the tag of their language, where it has more than one.

    Returns:
        The findings, field by field.  Time and memory are linear in the article.

    Raises:
        ArticleError: The article cannot be prepared.
    """
    found: list[Diagnostic] = []
    article = prepare(article, report=found.append)
    is_normalised = publication is not None and publication.normalise == "publisher"
    if is_normalised:
        article = normalise(article, report=found.append).article
    pages = tuple(locales)
    passages = list(read_article(article))
    surroundings = Surroundings(_declared(article, publication, pages, passages))
    tally = Tally({**_files(article), **(files or {})})
    for passage in passages:
        _examine(passage, surroundings, tally)
    found += [*find_missing_alt(article, pages), *tally.diagnostics(RULES)]
    if publication and not is_normalised:
        found += find_mendable(article)
    return tuple(with_losses(found))


def check_passages(
    article: Article,
    passages: Iterable[Passage],
    *,
    publication: "Publication | None" = None,
    files: Mapping[str, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Find the hazards in some passages of an article.

    Args:
        article: The article, prepared.
        passages: Some of those of :func:`~toolkit.check.fields.read_article`.
        publication: As for :func:`check_article`.
        files: As there.

    Returns:
        The findings, as :func:`check_article` has them for the whole.
    """
    surroundings = Surroundings(_declared(article, publication, (), list(read_article(article))))
    tally = Tally({**_files(article), **(files or {})})
    for passage in passages:
        _examine(passage, surroundings, tally)
    return tuple(tally.diagnostics(RULES))


def _examine(passage: Passage, surroundings: Surroundings, tally: Tally) -> None:
    spelled = _spelled(passage, surroundings)
    for rule, find in finders():
        read = spelled if rule.spelling else passage
        for hit in find(read, surroundings):
            if not (rule.spelling and read.is_shielded(hit.start, hit.end)):
                tally.add(rule, read, hit)


def _spelled(passage: Passage, surroundings: Surroundings) -> Passage:
    """Return a passage in the language that it is in, whatever it is declared to be in."""
    found = reads_as(passage, surroundings)
    if found is None:
        return passage
    parts = (replace(p, lang=found) if p.lang == passage.lang else p for p in passage.parts)
    return replace(passage, lang=found, parts=tuple(parts))


def _declared(
    article: Article,
    publication: "Publication | None",
    pages: tuple[str, ...],
    passages: list[Passage],
) -> tuple[str, ...]:
    marked = {part.lang for passage in passages for part in passage.parts}
    published = publication.languages if publication else ()
    known = (article.lang, *pages, *published, *sorted(languages_of(article) | marked))
    return tuple(dict.fromkeys(known))


def _files(article: Article) -> dict[str, str]:
    return {article.lang: article.file} if article.file else {}
