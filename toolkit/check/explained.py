"""Explanations of what files say: articles, and plain text."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from toolkit.check.fields import read_article
from toolkit.check.passage import LINE, Part, Passage
from toolkit.direction.explain import Explanation, explain
from toolkit.direction.script import Direction, direction_of
from toolkit.errors import Diagnostic, Report, SourceError, log_report
from toolkit.sources import load, readers

__all__ = ["explain_file", "explain_passages"]

_LARGEST = 1_000_000
_OPENING = {"ltr": "\u2066", "rtl": "\u2067"}
_PDI = "\u2069"


def explain_file(
    path: Path,
    *,
    lang: str | None = None,
    base: Direction | None = None,
    report: Report = log_report,
) -> Explanation:
    """Explain how the paragraphs of a file are set.

    Args:
        path: An article, or a file of plain text.
        lang: BCP 47 tag of a plain text's language; an article declares its own.
        base: Base direction of a plain text.
        report: Receives what the loading of an article reports.

    Returns:
        The explanation.

    Raises:
        SourceError: The file cannot be read, or has more than a million characters.
        ArticleError: It is an article, and what it says breaks the contract.
    """
    if path.suffix.lower() in readers():
        return explain_passages(read_article(load(path, report=report)))
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, "cannot be read as UTF-8 text", "Save it as UTF-8") from error
    if len(text) > _LARGEST:
        raise _unreadable(path, f"has more than {_LARGEST:,} characters", "Take a part of it")
    return explain(text, lang=lang, base=base)


def explain_passages(passages: Iterable[Passage]) -> Explanation:
    """Explain how the passages of an article are set.

    Args:
        passages: The passages; code and what the author marked are isolated in them.
    """
    return Explanation(
        tuple(
            replace(paragraph, label=passage.field)
            for passage in passages
            for paragraph in explain(
                _isolated(passage), lang=passage.lang, base=passage.base if passage.dir else None
            ).paragraphs
        )
    )


def _isolated(passage: Passage) -> str:
    pieces = (_piece(passage, part) for part in passage.parts)
    return "".join(pieces).replace(LINE, "\n")


def _piece(passage: Passage, part: Part) -> str:
    text = passage.text[part.start : part.end]
    if LINE in text or not (part.is_code or part.lang != passage.lang):
        return text
    direction = "ltr" if part.is_code else direction_of(part.lang)
    return f"{_OPENING[direction]}{text}{_PDI}"


def _unreadable(path: Path, reason: str, remedy: str) -> SourceError:
    return SourceError(Diagnostic(code="cannot-read", reason=reason, remedy=remedy, file=str(path)))
