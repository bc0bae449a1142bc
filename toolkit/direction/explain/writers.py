"""An explanation as text, JSON or an HTML page."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from toolkit.direction.explain.invisible import visible
from toolkit.direction.explain.model import ExplainedParagraph, Explanation, Order, Run
from toolkit.direction.isolate import isolate_phrases
from toolkit.direction.script import Direction
from toolkit.resources import report_template

__all__ = ["as_html", "as_json", "as_text"]

_DATA = Path(__file__).parent / "data"
_ARROWS: Final[dict[Direction, str]] = {"ltr": "→", "rtl": "←"}
_IN_WORDS: Final[dict[Direction, str]] = {"ltr": "left to right", "rtl": "right to left"}


def as_text(explanation: Explanation) -> str:
    """Return an explanation for a terminal, which may be one without bidi.

    Each run stands alone on its line, between quotation marks and with an arrow in the direction
    it reads; the order on the page is told by the runs' numbers.

    Args:
        explanation: The explanation.

    Returns:
        Lines; what cannot be seen has a name, such as ``⟨ZWNJ⟩``.
    """
    return "\n".join(
        line
        for number, paragraph in enumerate(explanation.paragraphs, 1)
        for line in _lines(number, paragraph)
    )


def as_json(explanation: Explanation) -> str:
    """Return an explanation as JSON: its fields by their names.

    Args:
        explanation: The explanation.
    """
    return json.dumps(asdict(explanation), ensure_ascii=False, indent=1) + "\n"


def as_html(explanation: Explanation) -> str:
    """Return an explanation as an accessible page of its own, in English, without scripts.

    Args:
        explanation: The explanation.
    """
    return report_template(_DATA / "page.html").render(
        paragraphs=explanation.paragraphs,
        visible=visible,
        because=_because,
        in_words=_IN_WORDS,
        invisible=_invisible,
        arrows=_ARROWS,
        isolated=isolate_phrases,
        css=(_DATA / "page.css").read_text("utf-8"),
    )


def _lines(number: int, paragraph: ExplainedParagraph) -> Iterator[str]:
    label = f" ({paragraph.label})" if paragraph.label else ""
    yield f"Paragraph {number}{label}: {_IN_WORDS[paragraph.base]}, {_because(paragraph)}"
    yield f"  language {paragraph.lang}"
    yield "  Runs, in the order of the text"
    yield from (f"    {index}  {_run(run)}" for index, run in enumerate(paragraph.order.runs, 1))
    yield f"  On the page, from left to right:  {_visual(paragraph.order)}"
    if paragraph.plain:
        yield "  UAX#9 alone, without the isolates of the toolkit"
        yield from (f"    {i}  {_run(run)}" for i, run in enumerate(paragraph.plain.runs, 1))
        yield f"    from left to right:  {_visual(paragraph.plain)}"
    if paragraph.tokens:
        yield "  Tokens"
    for token in paragraph.tokens:
        about = f"{token.kind}, {_IN_WORDS[token.direction]}"
        language = f", language {token.lang}" if token.lang else ""
        yield f"    at {token.start}  {about}{language}  “{visible(token.text)}”"
    if paragraph.invisible:
        yield "  What cannot be seen"
    yield from (f"    {line}" for line in _invisible(paragraph))
    yield ""


def _invisible(paragraph: ExplainedParagraph) -> list[str]:
    """Return a line for each kind of character that cannot be seen, with its places."""
    places: dict[str, list[str]] = {}
    for found in paragraph.invisible:
        partner = f" with {found.partner}" if found.partner is not None else ""
        name = f"{found.short}, {found.code_point} {found.name}"
        places.setdefault(name, []).append(f"{found.place}{partner}")
    return [f"{name}: at {', '.join(where)}" for name, where in places.items()]


def _run(run: Run) -> str:
    script = f"{run.script} {run.lang}" if run.script else "no letters"
    return f"{_ARROWS[run.direction]} level {run.level}, {script}  “{visible(run.text)}”"


def _visual(order: Order) -> str:
    return "  ".join(f"{index + 1}{_ARROWS[order.runs[index].direction]}" for index in order.visual)


def _because(paragraph: ExplainedParagraph) -> str:
    reason = paragraph.reason
    if reason.place is not None:
        character = paragraph.text[reason.place]
        name = unicodedata.name(character, "")
        return f"because of its first strong character, U+{ord(character):04X} {name}"
    return {
        "declared": "as declared",
        "language": f"the direction of its language, {paragraph.lang}",
    }.get(reason.kind, "because no strong character decides")
