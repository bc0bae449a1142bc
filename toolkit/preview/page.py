"""Fills the preview's own templates in the language of its user."""

from functools import cache
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from toolkit.language import Locale
from toolkit.preview.guard import FRAMED_POLICY
from toolkit.preview.words import words

__all__ = ["filled", "framed"]

_TEMPLATES = Path(__file__).parent / "templates"


def filled(template: str, ui: str, **names: object) -> str:
    """Return a template filled with words of one language.

    Args:
        template: Its file, such as ``shell.html``.
        ui: BCP 47 tag of one of the preview's languages.
        **names: What else it sees.
    """
    labels = words(ui)
    return (
        _environment()
        .get_template(template)
        .render(
            locale=Locale.parse(ui),
            label=labels.html,
            label_text=labels.text,
            label_lang=labels.lang,
            **names,
        )
    )


def framed(template: str, ui: str, **names: object) -> HTMLResponse:
    """Return a filled template that stands in a pane.

    Args:
        template: As for :func:`filled`.
        ui: As there.
        **names: As there.
    """
    html = filled(template, ui, **names)
    return HTMLResponse(html, headers={"Content-Security-Policy": FRAMED_POLICY})


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
