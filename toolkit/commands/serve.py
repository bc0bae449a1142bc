"""``toolkit serve``: the rendering API over HTTP.

Exit status 0: stopped; 2: wrong use.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from toolkit.service import Settings

__all__ = ["serve"]

_HERE = {"127.0.0.1", "::1", "localhost"}

Host = Annotated[str, typer.Option("--host", help="Address to listen on.")]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help="Port; 0 for any that is free.")
]
OwnPublication = Annotated[
    Path | None,
    typer.Option("--publication", help="A toolkit.toml for requests that name no publication."),
]
Publications = Annotated[
    Path | None,
    typer.Option("--publications", help="A folder of folders with a toolkit.toml, by their names."),
]
Themes = Annotated[
    Path | None, typer.Option("--themes", help="A folder of themes, which requests can name.")
]
TokenFile = Annotated[
    Path | None,
    typer.Option(
        "--token-file", help="A file with the token to ask for; else that in TOOLKIT_TOKEN."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Processes that render; by default one a core."),
]
Waiting = Annotated[
    int, typer.Option("--waiting", min=0, help="Requests that may wait; others get 503.")
]
PerClient = Annotated[
    int,
    typer.Option("--per-client", min=1, help="Requests of one address at once; others get 429."),
]
Deadline = Annotated[
    float, typer.Option("--deadline", min=0.1, help="Seconds of work for one request.")
]
Megabytes = Annotated[int, typer.Option("--memory", min=200, help="Megabytes for each process.")]
Largest = Annotated[
    float, typer.Option("--largest", min=0.001, help="Megabytes of one request; others get 413.")
]
Cache = Annotated[int, typer.Option("--cache", min=0, help="Megabytes of results that are kept.")]
Grace = Annotated[
    float, typer.Option("--grace", min=0, help="Seconds for requests to end when stopped.")
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    publication: OwnPublication = None,
    publications: Publications = None,
    themes: Themes = None,
    token_file: TokenFile = None,
    workers: Workers = None,
    waiting: Waiting = 32,
    per_client: PerClient = 16,
    deadline: Deadline = 30.0,
    memory: Megabytes = 1000,
    largest: Largest = 12.0,
    cache: Cache = 64,
    grace: Grace = 30.0,
) -> None:
    """Serve the rendering API over HTTP: render, check, explain."""
    try:
        from toolkit.service import Settings
        from toolkit.service.places import Places
        from toolkit.service.server import serve as run
    except ModuleNotFoundError as error:
        typer.echo(f"error: {error.name} is missing. {_INSTALL}.", err=True)
        raise typer.Exit(2) from error
    try:
        settings = Settings(
            places=Places.within(publication, publications, themes),
            token=_token(token_file),
            **({"workers": workers} if workers else {}),
            waiting=waiting,
            per_client=per_client,
            deadline=deadline,
            memory=memory * 1_000_000,
            body=int(largest * 1_000_000),
            cache=cache * 1_000_000,
            grace=grace,
        )
    except ToolkitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
    _warn(host, settings)
    try:
        run(settings, host, port, typer.echo)
    except OSError as error:
        reason = error.strerror or error
        typer.echo(
            f"error: cannot listen at {host}, port {port}: {reason}. {_ELSEWHERE}.", err=True
        )
        raise typer.Exit(2) from error


_ELSEWHERE = "Choose another --port or --host"
_INSTALL = "Install what serves: pip install 'article-toolkit[preview]'"


def _token(file: Path | None) -> str | None:
    if file is None:
        return os.environ.get("TOOLKIT_TOKEN") or None
    try:
        token = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{file} cannot be read") from error
    if not token:
        raise typer.BadParameter(f"{file} is empty")
    return token


def _warn(host: str, settings: "Settings") -> None:
    if host not in _HERE and settings.token is None:
        typer.echo(
            f"warning: everyone who reaches {host} can ask, as there is no token. "
            "Set TOOLKIT_TOKEN or --token-file.",
            err=True,
        )
