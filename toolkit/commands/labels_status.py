"""Shows the state of each language's catalogue."""

import json
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table

from toolkit.translation.folder import Folder
from toolkit.translation.status import STATES, Status, status

__all__ = ["show"]


def show(folder: Folder, *, is_json: bool) -> bool:
    """Print the state of every language in a folder.

    Args:
        folder: The folder of catalogues.
        is_json: Whether as JSON rather than as a table.

    Returns:
        Whether all are complete.

    Raises:
        CatalogueError: A catalogue is damaged.
        ThemeError: A template cannot be read.
    """
    languages = status(folder)
    if is_json:
        found = [language.as_dict() for language in languages]
        typer.echo(json.dumps({"languages": found}, ensure_ascii=False, indent=1))
    else:
        _print(languages)
    return all(language.is_complete for language in languages)


def _print(languages: Sequence[Status]) -> None:
    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for language in languages:
        table.add_column(language.language, justify="right")
    for state in STATES:
        table.add_row(state, *(str(language.count(state)) for language in languages))
    for page in languages[0].pages if languages else ():
        table.add_row(page, *(_share(language, page) for language in languages))
    console.print(table)
    for language in languages:
        for state in ("review", "missing"):
            if labels := language.listed(state):
                console.print(f"{language.language}, {state}: {', '.join(labels)}")


def _share(language: Status, page: str) -> str:
    """Return such as ``30/32``: how many of a page's labels are done."""
    done = language.count("translated", page) + language.count("inherited", page)
    return f"{done}/{len(language.pages[page])}"
