"""The renderers that a worker keeps, so that only its first page of a kind is slow."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from toolkit.article import Publication
from toolkit.render import Renderer, Theme
from toolkit.workers.reports import report

__all__ = ["Setting", "kept_renderer"]

_MOST = 32


@dataclass(frozen=True, slots=True)
class Setting:
    """What a renderer is made for.

    Args:
        locale: BCP 47 tag of the readers' language.
        publication: A ``toolkit.toml``, or ``None`` for a neutral publication.
        theme: Folder of a theme, or ``None`` for the publication's or the built-in one.
        version: Anything that is another one when those files are.
    """

    locale: str
    publication: Path | None = None
    theme: Path | None = None
    version: str = ""


@lru_cache(maxsize=_MOST)
def kept_renderer(setting: Setting) -> Renderer:
    """Return a renderer whose findings go back with the result of the task.

    Args:
        setting: What it is made for; the same one gives the same renderer.

    Raises:
        ToolkitError: The locale, the publication or the theme is wrong.
    """
    publication = Publication.load(setting.publication) if setting.publication else Publication()
    return Renderer(
        setting.locale,
        publication=publication,
        theme=_theme(setting.theme or publication.theme_folder, setting.version),
        report=report,
    )


@lru_cache(maxsize=_MOST)
def _theme(folder: Path | None, version: str) -> Theme:  # noqa: ARG001 - part of the key
    return Theme.of(folder)
