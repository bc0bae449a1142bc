"""Tells what is wrong in a theme's template: its file, its line, and the reason in plain words."""

import re
import traceback
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError

from toolkit.errors import CatalogueError, Diagnostic, ThemeError, ToolkitError

__all__ = ["template_fault", "theme_error"]

_REMEDY = "Mend the theme's file, or delete it to use the built-in one"
_NAME = re.compile(r"^'([^']+)' is undefined$|no (?:attribute|element) '?([^']+)'?$")


def theme_error(file: str, line: int | None, reason: str) -> ThemeError:
    """Return the error of a file of a theme.

    Args:
        file: The file, as far as its path is known.
        line: Line of the file, from 1, or ``None``.
        reason: What is wrong, with a final full stop or without.
    """
    reason = " ".join(reason.split()).removesuffix(".")
    return ThemeError(Diagnostic(code="theme", reason=reason, remedy=_REMEDY, file=file, line=line))


def template_fault(
    error: Exception, template: str, environment: Environment, folder: Path
) -> ToolkitError:
    """Return the error that a publisher reads where a template could not be filled.

    Args:
        error: What was raised in the template.
        template: The template that was asked for; others may be part of it.
        environment: What loaded it.
        folder: The theme's own folder: of the templates on the way to the fault, the innermost
            there is named.
    """
    file, line = _place(error, environment, folder) or (template, None)
    if isinstance(error, CatalogueError) and error.diagnostic.file is None:
        # A label that the template asked for in a wrong way.
        remedy = error.diagnostic.remedy or _REMEDY
        return CatalogueError(replace(error.diagnostic, file=file, line=line, remedy=remedy))
    if isinstance(error, ToolkitError):
        return error
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or template, error.lineno
    return theme_error(file, line, _reason(error))


def _place(error: Exception, environment: Environment, folder: Path) -> tuple[str, int] | None:
    """Return file and line of the innermost template on the way to an error.

    Jinja writes the traceback as if the templates themselves had been run
    (https://jinja.palletsprojects.com/en/stable/templates/).
    """
    cached = environment.cache.values() if environment.cache is not None else ()
    files = {template.filename for template in cached}
    places = [
        (frame.filename, frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in files
    ]
    own = [place for place in places if Path(place[0]).is_relative_to(folder)]
    return next(reversed(own or places), None)


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template “{error.name}”"
    if isinstance(error, TemplateSyntaxError):
        return error.message or "the template cannot be read"
    if isinstance(error, UndefinedError) and (found := _NAME.search(str(error))):
        return f"“{found[1] or found[2]}” is a name that nobody knows here"
    if isinstance(error, UnicodeDecodeError):
        return "the template, or one that is part of it, is not UTF-8 text"
    if isinstance(error, RecursionError):
        return "the template is part of itself"
    return f"this cannot be worked out: {error}"
