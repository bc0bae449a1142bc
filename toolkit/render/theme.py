"""A theme: templates and style sheets, with a publisher's folder in front of the built-in one."""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from toolkit.errors import Diagnostic, ThemeError, ToolkitError
from toolkit.render.counter_rules import counter_rules
from toolkit.render.template_fault import template_fault, theme_error
from toolkit.render.theme_sheet import ThemeFile, ThemeSheet
from toolkit.resources import TEMPLATES

__all__ = ["Theme"]

_PIECES = re.compile(r"""("[^"\n]*"|'[^'\n]*')|(?:/\*.*?\*/|\s)+""", re.DOTALL)
_NEEDLESS = re.compile(
    r"""("[^"\n]*"|'[^'\n]*')|(?<!:) ?; ?(?=})|(?<!:) ?([{};,]) |(?<=[\w-]): (?=[^;}])"""
)
_FAULTS = (
    TemplateError,
    ToolkitError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What an expression in a template can raise."""


class Theme:
    """Templates and style sheets; a file in ``folder`` takes the place of the built-in one.

    Args:
        folder: A publisher's theme: a ``theme.css`` that is added to the built-in style sheets,
            any of the files of ``templates/`` in their place, or both; ``None`` for none.

    Raises:
        ThemeError: The folder does not exist.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        folder = None if folder is None else Path(folder)
        if folder is not None and not folder.is_dir():
            reason = "the theme's folder does not exist"
            remedy = "Correct the path, or leave the theme out to use the built-in one"
            raise ThemeError(
                Diagnostic(code="theme-missing", reason=reason, remedy=remedy, file=str(folder))
            )
        self.folders = (TEMPLATES,) if folder is None else (folder, TEMPLATES)
        self._sheets: dict[tuple[str, ...], str] = {}

    @classmethod
    def of(cls, theme: "Theme | Path | str | None") -> "Theme":
        """Return a theme as it is, the one in a folder, or the built-in one.

        Args:
            theme: A theme, a folder, or ``None``.

        Raises:
            ThemeError: The folder does not exist.
        """
        if theme is None:
            return cls.builtin()
        return theme if isinstance(theme, Theme) else cls(theme)

    @classmethod
    def builtin(cls) -> "Theme":
        """Return the built-in theme, made once per process."""
        return _builtin()

    @cached_property
    def environment(self) -> Environment:
        """The Jinja environment: autoescaped, strict about undefined names."""
        return Environment(
            loader=FileSystemLoader(self.folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,  # a theme has few templates, and pages ask for one at each step
        )

    def render(self, template: str, context: dict[str, object]) -> str:
        """Return a template filled with its context.

        Args:
            template: Name relative to the theme, such as ``article.html``.
            context: The names the template sees.

        Raises:
            ThemeError: The template is missing, has a syntax error or uses an unknown name.
            ToolkitError: What a template asked for, such as a label or a style sheet, is broken.
        """
        try:
            return self.environment.get_template(template).render(context)
        except _FAULTS as error:
            fault = template_fault(error, template, self.environment, self.folders[0])
            if fault is error:
                raise
            raise fault from error

    def stylesheet(self, *names: str) -> str:
        """Return style sheets of ``css/`` with the tokens and counter styles before them, minified.

        Args:
            *names: File names, such as ``screen.css``.

        Raises:
            ThemeError: The file is missing or not UTF-8.
        """
        sheet = self._sheets.get(names)
        if sheet is None:
            tokens, *rules = (self._read(f"css/{part}") for part in ("tokens.css", *names))
            sheet = self._sheets[names] = _minify("\n".join((tokens, counter_rules(), *rules)))
        return sheet

    def own_stylesheet(self, prefix: str) -> str:
        """Return the theme's ``theme.css``, which follows every other sheet, minified.

        Args:
            prefix: What stands before the name of each of :attr:`assets` in a page.

        Raises:
            ThemeError: It cannot be read, or a file that it names.
        """
        return _minify(self._own.text(prefix))

    @property
    def assets(self) -> Mapping[str, ThemeFile]:
        """The fonts and pictures of ``theme.css``, by the names that pages refer to.

        Raises:
            ThemeError: One cannot be read.
        """
        return self._own.assets

    @cached_property
    def has_templates(self) -> bool:
        """Whether templates of the publisher take the place of built-in ones."""
        return any(next(folder.rglob("*.html"), None) for folder in self.folders[:-1])

    @cached_property
    def _own(self) -> ThemeSheet:
        return ThemeSheet.load(self.folders[0] / "theme.css")

    def _read(self, name: str) -> str:
        for folder in self.folders:
            path = folder / name
            if path.is_file():
                try:
                    return path.read_text("utf-8")
                except UnicodeDecodeError as error:
                    raise theme_error(str(path), None, "the file is not UTF-8 text") from error
        raise theme_error(name, None, "the style sheet does not exist")


@cache
def _builtin() -> Theme:
    return Theme()


def _minify(css: str) -> str:
    """Return CSS without comments and needless white space, its strings untouched."""
    if "</" in css:
        css = css.replace("</", "<\\/")
    spaced = _PIECES.sub(lambda piece: piece[1] or " ", css)
    return _NEEDLESS.sub(_shortened, spaced).strip()


def _shortened(found: re.Match[str]) -> str:
    if found[0].startswith(":"):
        return ":"
    return found[1] or found[2] or ""
