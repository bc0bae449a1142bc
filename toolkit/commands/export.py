"""``toolkit export``: many articles, unattended.

Exit status 0: all is there; 1: something failed, each named; 2: wrong use; 130 or 143: stopped by
Ctrl-C or by the system, and the same command goes on.
"""

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.commands.options import (
    AsJson,
    AttachSource,
    Columns,
    Contents,
    Formats,
    Languages,
    LinkAddresses,
    Out,
    OutputProfile,
    PageSize,
    Profile,
    Settings,
    Sources,
    TextLayer,
    ThemeFolder,
    listed,
    settings_beside,
)
from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from toolkit.export import Order, Summary

__all__ = ["export"]


def export(
    sources: Sources,
    locales: Languages = None,
    to: Formats = "html,pdf",
    out: Out = Path("out"),
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Worker processes; by default one a processor."),
    ] = None,
    resume: Annotated[
        bool, typer.Option(help="Leave what is there and unchanged, or make everything anew.")
    ] = True,
    verify: Annotated[
        bool, typer.Option("--verify", help="Look into the files for whether they are unchanged.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove files of articles that are no more.")
    ] = False,
    deadline: Annotated[
        float,
        typer.Option(
            min=0.1, help="Seconds that an article may take, each language with a PDF by itself."
        ),
    ] = 60.0,
    memory: Annotated[
        int, typer.Option(min=200, help="Megabytes that each worker may have.")
    ] = 1000,
    fsync: Annotated[
        bool, typer.Option("--fsync", help="Wait for the disk at each file: slow, and sure.")
    ] = False,
    publication: Settings = None,
    theme: ThemeFolder = None,
    profile: Profile = None,
    page_size: PageSize = None,
    columns: Columns = None,
    contents: Contents = None,
    link_addresses: LinkAddresses = None,
    attach_source: AttachSource = None,
    output_profile: OutputProfile = None,
    text_layer: TextLayer = None,
    as_json: AsJson = False,
) -> None:
    """Render many articles with all processors; made again is only what has changed."""
    from toolkit.article import Publication
    from toolkit.export import Order, processors

    file = publication or settings_beside(sources)
    try:
        settings = (Publication.load(file) if file else Publication()).with_pdf(
            profile=profile,
            page_size=page_size,
            columns=columns,
            contents=contents,
            link_addresses=link_addresses,
            attach_source=attach_source,
            output_profile=output_profile and str(output_profile.absolute()),
            text_layer=text_layer,
        )
        order = Order(
            sources=tuple(sources),
            locales=listed(locales, "--locales") if locales is not None else (),
            formats=listed(to, "--to"),
            out=out,
            publication=settings,
            theme=theme,
            jobs=jobs or processors(),
            deadline=deadline,
            memory=memory * 1_000_000,
            is_resuming=resume,
            is_verifying=verify,
            is_pruning=prune,
            is_synced=fsync,
        )
        summary = _run(order, as_json=as_json)
    except ToolkitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
    except KeyboardInterrupt as error:
        typer.echo("Stopped at once: run the same command again to go on", err=True)
        raise typer.Exit(128 + signal.SIGINT) from error
    raise typer.Exit(_status(summary))


def _run(order: "Order", *, as_json: bool) -> "Summary":
    from toolkit.commands.export_display import JsonLines, Lines
    from toolkit.export import export

    display = JsonLines() if as_json else Lines(order.out)
    with display.running():
        return export(order, display)


def _status(summary: "Summary") -> int:
    if summary.stopped and summary.stopped in signal.Signals.__members__:
        return 128 + signal.Signals[summary.stopped]
    return int(bool(summary.failed or summary.stopped))
