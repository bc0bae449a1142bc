"""The command line: results to stdout, progress and messages to stderr.

Exit status 0: done; 1: some articles failed, each named; 2: wrong use.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from toolkit.commands import export, labels, serve
from toolkit.commands.options import (
    AsJson,
    AttachSource,
    Checked,
    Columns,
    Contents,
    Formats,
    LinkAddresses,
    Locales,
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
from toolkit.commands.preview import preview
from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from toolkit.check import Reply

__all__ = ["app", "main"]

app = typer.Typer(
    name="toolkit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
app.add_typer(labels.app, name="labels")
app.command(name="export")(export.export)
app.command(name="serve")(serve.serve)


def _version(wanted: bool) -> None:
    if wanted:
        from toolkit import __version__

        typer.echo(f"toolkit {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Mixed English and Persian articles as accessible HTML and PDF."""


@app.command()
def render(
    sources: Sources,
    locale: Locales = None,
    to: Formats = "html",
    out: Out = Path("out"),
    site: Annotated[
        bool, typer.Option("--site", help="A whole site: sections, feeds, sitemap and all.")
    ] = False,
    inline: Annotated[
        bool, typer.Option("--inline", help="Each web page as one file, pictures and fonts in it.")
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
    terminal: Annotated[
        bool,
        typer.Option("--terminal", help="Print the text as a terminal without bidi shows it."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Render articles as HTML, PDF or plain text, for readers of one or more languages."""
    from toolkit.jobs import Job, print_text, write_files

    job = Job(
        sources=tuple(sources),
        locales=listed(locale, "--locale") if locale is not None else () if site else ("en",),
        formats=listed(to, "--to"),
        out=out,
        publication=publication or settings_beside(sources),
        theme=theme,
        pdf={
            "profile": profile,
            "page_size": page_size,
            "columns": columns,
            "contents": contents,
            "link_addresses": link_addresses,
            "attach_source": attach_source,
            "output_profile": output_profile and str(output_profile.absolute()),
            "text_layer": text_layer,
        },
        is_site=site,
        is_inline=inline,
        is_json=as_json,
    )
    _at_most_one(terminal=terminal, json=as_json)
    _at_most_one(terminal=terminal, site=site, inline=inline)
    if site and "html" not in job.formats:
        raise typer.BadParameter("a site has web pages: add html to --to")
    raise typer.Exit(print_text(job) if terminal else write_files(job))


app.command()(preview)


@app.command()
def demo(out: Out = Path("out/demo"), as_json: AsJson = False) -> None:
    """Make a site of the sample articles, with PDFs, in English, Persian, Dari and Pashto."""
    from toolkit.jobs import Job, write_files
    from toolkit.resources import SAMPLES

    job = Job(
        sources=(SAMPLES,),
        locales=("en", "fa", "fa-AF", "ps"),
        formats=("html", "pdf"),
        out=out,
        publication=SAMPLES / "toolkit.toml",
        is_site=True,
        is_json=as_json,
    )
    raise typer.Exit(write_files(job))


@app.command()
def check(
    sources: Checked,
    locale: Annotated[
        str, typer.Option("--locale", "-l", help="Languages that the pages are made in.")
    ] = "",
    publication: Settings = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Warnings and notes fail as errors do.")
    ] = False,
    as_json: AsJson = False,
    as_sarif: Annotated[
        bool, typer.Option("--sarif", help="Findings as SARIF 2.1.0, for code-review tools.")
    ] = False,
    as_html: Annotated[bool, typer.Option("--html", help="A report to file, as a page.")] = False,
    source: Annotated[
        Path | None,
        typer.Option("--source", help="The article whose text the PDFs must give back."),
    ] = None,
) -> None:
    """Find hazards of direction and language before publishing, and faults of PDFs."""
    from toolkit.article import Publication
    from toolkit.check import run_check

    _at_most_one(json=as_json, html=as_html, sarif=as_sarif)
    file = publication or settings_beside(sources)
    try:
        settings = Publication.load(file) if file else None
    except ToolkitError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
    _say(
        run_check(
            sources,
            form="sarif" if as_sarif else "html" if as_html else "json" if as_json else "text",
            strict=strict,
            locales=listed(locale, "--locale") if locale else (),
            publication=settings,
            source=source,
        )
    )


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="A text, or an article.")],
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the text, such as fa.")
    ] = None,
    as_json: AsJson = False,
    as_html: Annotated[bool, typer.Option("--html", help="The explanation as a page.")] = False,
) -> None:
    """Explain why a text is set as it is: base direction, levels, runs, isolates, order."""
    from toolkit.check import run_explain

    _at_most_one(json=as_json, html=as_html)
    form: Literal["html", "json", "text"] = "html" if as_html else "json" if as_json else "text"
    _say(run_explain(subject, form=form, lang=lang))


@app.command()
def schema() -> None:
    """Print the JSON Schema of an article."""
    from toolkit.article.schema import article_schema

    typer.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command line."""
    app()


def _at_most_one(**asked: bool) -> None:
    forms = [form for form, is_asked in asked.items() if is_asked]
    if len(forms) > 1:
        raise typer.BadParameter(f"choose one of --{' and --'.join(forms)}")


def _say(reply: "Reply") -> NoReturn:
    typer.echo(reply.output, nl=False)
    for line in reply.messages:
        typer.echo(line, err=True)
    raise typer.Exit(reply.status)
