"""``toolkit preview``: the translators' preview, until it is stopped."""

from pathlib import Path
from typing import Annotated

import typer

from toolkit.errors import ToolkitError

__all__ = ["preview"]

_MISSING = "error: the preview needs more packages. Run pip install 'article-toolkit[preview]'."


def preview(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of articles.")],
    port: Annotated[
        int, typer.Option(help="Port to listen at; 0: any that is free.", min=0, max=65535)
    ] = 8730,
    host: Annotated[
        str, typer.Option(help="Address to listen at; by default only this machine's own.")
    ] = "127.0.0.1",
    publication: Annotated[
        Path | None, typer.Option(help="A toolkit.toml; by default the one in the folder.")
    ] = None,
    edits_built_in: Annotated[
        bool, typer.Option("--edit-built-in", help="Let the toolkit's own labels be changed.")
    ] = False,
    is_opened: Annotated[
        bool, typer.Option("--open/--no-open", help="Open a browser at the preview.")
    ] = True,
) -> None:
    """Show articles in two languages side by side, up to date while files are written."""
    try:
        from toolkit.preview.server import serve
    except ModuleNotFoundError as error:
        typer.echo(_MISSING, err=True)
        raise typer.Exit(2) from error
    try:
        serve(
            folder,
            host=host,
            port=port,
            publication=publication,
            edits_built_in=edits_built_in,
            is_opened=is_opened,
        )
    except ToolkitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
