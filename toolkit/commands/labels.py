"""``toolkit labels``: the translator's commands.

Exit status 0: done; 1: something is to mend; 2: wrong use.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.commands.options import AsJson
from toolkit.errors import Diagnostic, ToolkitError

if TYPE_CHECKING:
    from toolkit.translation.folder import Folder

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Label catalogues: extract, update, compile, check, hand over to translators.",
)

Languages = Annotated[
    list[str] | None,
    typer.Argument(metavar="[LANG]...", help="Languages, such as fa ps; by default all there are."),
]
Language = Annotated[str, typer.Argument(metavar="LANG", help="A language, such as fa-AF.")]
Own = Annotated[
    Path | None, typer.Option("--folder", help="A folder of PO files; by default the built-in one.")
]
Settings = Annotated[
    Path | None,
    typer.Option("--publication", help="A toolkit.toml: its folder of labels and its theme."),
]
Table = Annotated[Path, typer.Argument(metavar="FILE", help="A table: .csv or .xlsx.")]


@app.command()
def extract(
    folder: Own = None,
    publication: Settings = None,
    dry: Annotated[
        bool, typer.Option("--check", help="Write nothing; status 1 if the template is behind.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Note in labels.pot which files use each label; find undefined and unused ones."""

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.extract import extract

        changed, found = extract(opened, dry=dry)
        if changed and dry:
            found.append(_behind(opened))
        return ([opened.template_path] if changed and not dry else []), found

    _run(work, folder, publication, as_json)


@app.command()
def update(
    languages: Languages = None,
    folder: Own = None,
    publication: Settings = None,
    as_json: AsJson = False,
) -> None:
    """Bring PO files up to date with labels.pot; make one for a language that has none."""

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.update import update

        changed = [update(opened, tag) for tag in languages or opened.files]
        return [path for path in changed if path], []

    _run(work, folder, publication, as_json)


@app.command(name="compile")
def compile_(
    languages: Languages = None,
    folder: Own = None,
    publication: Settings = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder for LANG/LC_MESSAGES/toolkit.mo; else fa.mo."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compile PO files to MO files, for other programs that read gettext's catalogues."""

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.binary import compile_catalogue, place

        files = {path: place(path, out) for path in map(opened.file, languages or opened.files)}
        return [mo for po, mo in files.items() if compile_catalogue(po, mo)], []

    _run(work, folder, publication, as_json)


@app.command()
def status(
    folder: Own = None,
    publication: Settings = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Status 1 if anything is missing or in review.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what is translated, waits for review, or is missing, by language and page."""
    from toolkit.commands.labels_status import show

    try:
        is_complete = show(_open(folder, publication), is_json=as_json)
    except ToolkitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
    raise typer.Exit(int(strict and not is_complete))


@app.command()
def lint(
    languages: Languages = None,
    folder: Own = None,
    publication: Settings = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail as errors do.")] = False,
    as_json: AsJson = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="Findings as SARIF 2.1.0, for code-review tools.")
    ] = False,
) -> None:
    """Find what readers would trip over: placeholders, letters, digits, marks, length."""
    if as_sarif and as_json:
        raise typer.BadParameter("choose one of --json and --sarif")

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.lint import lint

        return [], lint(opened, languages or ())

    if as_sarif:
        _sarif(work, folder, publication, strict)
    _run(work, folder, publication, as_json, strict=strict)


@app.command()
def export(
    language: Language,
    file: Table,
    folder: Own = None,
    publication: Settings = None,
    as_json: AsJson = False,
) -> None:
    """Write a language's labels as a spreadsheet, for translators without a PO editor."""

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.exchange import export_sheet

        export_sheet(opened, language, file)
        return [file], []

    _run(work, folder, publication, as_json)


@app.command(name="import")
def import_(
    language: Language,
    file: Table,
    folder: Own = None,
    publication: Settings = None,
    as_json: AsJson = False,
) -> None:
    """Take an exported spreadsheet's translations over; name the rows that do not fit."""

    def work(opened: "Folder") -> tuple[list[Path], list[Diagnostic]]:
        from toolkit.translation.exchange import import_sheet

        changed, refused = import_sheet(opened, language, file)
        return ([opened.file(language)] if changed else []), refused

    _run(work, folder, publication, as_json)


Work = Callable[["Folder"], tuple[list[Path], list[Diagnostic]]]


def _run(
    work: Work,
    folder: Path | None,
    publication: Path | None,
    is_json: bool,
    *,
    strict: bool = False,
) -> None:
    """Do the work of a command, say what was written and found, and end with the status."""
    from toolkit.console import Console

    console = Console(is_json)
    try:
        files, found = work(_open(folder, publication))
    except ToolkitError as error:
        files, found, state = [], list(error.diagnostics), 2
    else:
        state = _status(found, strict)
    for diagnostic in found:
        console.report(diagnostic)
    console.finish(files)
    raise typer.Exit(state)


def _sarif(work: Work, folder: Path | None, publication: Path | None, strict: bool) -> None:
    from toolkit import __version__
    from toolkit.check import sarif

    try:
        _, found = work(_open(folder, publication))
    except ToolkitError as error:
        found = list(error.diagnostics)
    typer.echo(sarif(found, version=__version__), nl=False)
    raise typer.Exit(_status(found, strict))


def _status(found: Sequence[Diagnostic], strict: bool) -> int:
    fatal = {"error", "warning"} if strict else {"error"}
    return int(any(one.severity in fatal for one in found))


def _open(folder: Path | None, publication: Path | None) -> "Folder":
    from toolkit.translation.folder import Folder

    if folder and publication:
        raise typer.BadParameter("choose one of --folder and --publication")
    if publication is None:
        return Folder(folder) if folder else Folder()
    from toolkit.article import Publication

    settings = Publication.load(publication)
    theme = settings.theme_folder
    own = settings.labels_folder
    return Folder(own, theme) if own else Folder(theme=theme)


def _behind(folder: "Folder") -> Diagnostic:
    return Diagnostic(
        code="template-behind",
        reason="does not say where labels are used now",
        remedy="Run toolkit labels extract, then toolkit labels update",
        file=str(folder.template_path),
    )
