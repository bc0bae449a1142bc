"""What to export, as the command line has it."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Publication

__all__ = ["Order", "processors"]


def processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to export, where to, and what each piece of work may use up.

    Args:
        sources: Articles, or folders of articles.
        locales: BCP 47 tags of the readers' languages; the publication's if there are none.
        formats: ``html``, ``pdf``, ``text``.
        out: The folder that takes ``<id>.<locale>.<format>`` and ``assets/``.
        publication: What stands around the articles, and how PDFs are made.
        theme: Folder of a theme, or ``None`` for the publication's or the built-in one.
        jobs: Number of worker processes.
        deadline: Seconds that an article may take; where there are PDFs, in one language.
        memory: Bytes that each worker may have.
        is_resuming: Whether what is there and unchanged is left as it is.
        is_verifying: Whether that is told by content rather than by size and time.
        is_pruning: Whether what was made from articles that are gone is removed.
        is_synced: Whether each file is on the disk before the next one is made.
    """

    sources: tuple[Path, ...]
    locales: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    publication: Publication
    theme: Path | None = None
    jobs: int = field(default_factory=processors)
    deadline: float = 60.0
    memory: int = 1_000_000_000
    is_resuming: bool = True
    is_verifying: bool = False
    is_pruning: bool = False
    is_synced: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that pages are made in."""
        return self.locales or self.publication.languages

    @property
    def theme_folder(self) -> Path | None:
        """The folder of the theme, or ``None`` for the built-in one."""
        return self.theme or self.publication.theme_folder
