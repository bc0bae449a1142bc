"""What the commands ``toolkit check`` and ``toolkit explain`` do, whatever parses their options."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from toolkit.check.collection import check
from toolkit.check.explained import explain_file
from toolkit.check.outcome import Outcome
from toolkit.check.sarif import sarif
from toolkit.direction.explain import Explanation, as_html, as_json, as_text, explain
from toolkit.direction.script import Direction
from toolkit.errors import Diagnostic, ToolkitError

if TYPE_CHECKING:
    from toolkit.article.publication import Publication

__all__ = ["CheckForm", "ExplainForm", "Reply", "run_check", "run_explain"]

CheckForm = Literal["text", "json", "html", "sarif"]
ExplainForm = Literal["text", "json", "html"]

_WRITERS: dict[ExplainForm, Callable[[Explanation], str]] = {
    "text": as_text,
    "json": as_json,
    "html": as_html,
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command answers.

    Args:
        output: For stdout.
        messages: For stderr, a line each.
        status: Exit status: 0 nothing to mend, 1 something to mend, 2 wrong use.
    """

    output: str
    messages: tuple[str, ...]
    status: int


def run_check(
    sources: Sequence[Path],
    *,
    form: CheckForm = "text",
    strict: bool = False,
    locales: Iterable[str] = (),
    publication: "Publication | None" = None,
    source: Path | None = None,
) -> Reply:
    """Check articles and PDFs.

    Args:
        sources: Articles, folders of articles, PDF files.
        form: How to write the findings.
        strict: Whether warnings and notes fail too.
        locales: BCP 47 tags of the languages that pages are made in; by default the articles' own.
        publication: The publication that they appear in.
        source: The article that the PDFs were made of.

    Returns:
        The findings; a path with nothing there is wrong use.
    """
    missing = [path for path in (*sources, *([source] if source else [])) if not path.exists()]
    if missing:
        return Reply("", tuple(f"error: {path}: does not exist." for path in missing), 2)
    outcome = check(sources, publication=publication, locales=locales, source=source)
    output = _written(outcome, form)
    return Reply(output, (outcome.summary(),), outcome.status(strict=strict))


def _written(outcome: Outcome, form: CheckForm) -> str:
    from toolkit import __version__

    match form:
        case "sarif":
            return sarif(outcome.diagnostics, version=__version__)
        case "html":
            from toolkit.check.page import page

            return page(outcome, version=__version__)
        case "json":
            return outcome.json()
        case "text":
            return outcome.lines()


def run_explain(
    subject: str,
    *,
    form: ExplainForm = "text",
    lang: str | None = None,
    base: Direction | None = None,
) -> Reply:
    """Explain how a text or the text of a file is set.

    Args:
        subject: The path of a file, or a text.
        form: How to write the explanation.
        lang: BCP 47 tag of the text's language.
        base: Its base direction.

    Returns:
        The explanation; a file that cannot be read is wrong use.
    """
    told: list[Diagnostic] = []
    try:
        if _is_file(subject):
            explanation = explain_file(Path(subject), lang=lang, base=base, report=told.append)
        else:
            explanation = explain(subject, lang=lang, base=base)
    except ToolkitError as error:
        return Reply("", tuple(f"error: {found}" for found in error.diagnostics), 2)
    messages = tuple(f"{found.severity}: {found}" for found in told)
    return Reply(_WRITERS[form](explanation), messages, 0)


def _is_file(subject: str) -> bool:
    try:
        return Path(subject).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL: a text
        return False
