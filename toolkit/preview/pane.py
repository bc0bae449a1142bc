"""What the two panes and the list of articles hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from toolkit.errors import Diagnostic
from toolkit.language import PSEUDO_LOCALES, Locale
from toolkit.preview.context import Context
from toolkit.preview.renderings import FRONT
from toolkit.preview.snapshot import Snapshot
from toolkit.preview.view import View
from toolkit.render.edition import Edition
from toolkit.render.phrase import Phrase

__all__ = ["Choice", "Pane", "articles", "language", "languages", "panes"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A language that can be chosen.

    Args:
        tag: Its BCP 47 tag.
        name: What it is called, in itself.
        lang: Tag of the language that the name is in.
    """

    tag: str
    name: str
    lang: str

    @property
    def direction(self) -> str:
        """Direction of the name."""
        return Locale.parse(self.lang).direction


@dataclass(frozen=True, slots=True)
class Pane:
    """One page beside another.

    Args:
        side: Which of the two.
        locale: The readers' locale.
        language: What the language is called.
        source: Address of what is shown.
        version: Tells its content.
        faults: Why it is not as the files are now.
        is_kept: Whether an older page is shown.
    """

    side: Literal["left", "right"]
    locale: Locale
    language: Choice
    source: str
    version: str
    faults: tuple[Diagnostic, ...]
    is_kept: bool


def panes(preview: Context, view: View) -> Iterator[Pane]:
    """Yield the first and the second pane of a view."""
    yield _pane(preview, view, "left", view.left)
    yield _pane(preview, view, "right", view.right)


def _pane(preview: Context, view: View, side: Literal["left", "right"], tag: str) -> Pane:
    rendering = preview.renderings.page(tag, view.article)
    snapshot = preview.workspace.snapshot
    return Pane(
        side=side,
        locale=Locale.parse(tag),
        language=language(tag),
        source=view.address(_path(view, tag)),
        version=f"{rendering.digest}-{snapshot.surroundings if view.view == 'pdf' else ''}",
        faults=rendering.faults,
        is_kept=rendering.html is not None,
    )


def _path(view: View, tag: str) -> str:
    if view.article == FRONT:
        return f"/front/{tag}"
    folder = "sheets" if view.view == "pdf" else "page"
    return f"/{folder}/{tag}/{quote(view.article, safe='')}"


def articles(snapshot: Snapshot, ui: str) -> dict[str, Phrase]:
    """Return the headlines of the articles by id, in the language nearest to the user's."""
    locale = Locale.parse(ui)
    return {name: Edition.of(article, locale).title for name, article in snapshot.articles.items()}


def languages(snapshot: Snapshot) -> tuple[Choice, ...]:
    """Return the languages that pages can be shown in, pseudo-locales last."""
    return tuple(map(language, snapshot.locales))


def language(tag: str) -> Choice:
    """Return a language by its BCP 47 tag."""
    if tag in PSEUDO_LOCALES:
        return Choice(tag, tag, "en")
    return Choice(tag, Locale.parse(tag).autonym, tag)
