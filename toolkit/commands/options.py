"""Arguments and options that several commands have, and how they are read."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AsJson",
    "AttachSource",
    "Checked",
    "Columns",
    "Contents",
    "Formats",
    "Languages",
    "LinkAddresses",
    "Locales",
    "Out",
    "OutputProfile",
    "PageSize",
    "Profile",
    "Settings",
    "Sources",
    "TextLayer",
    "ThemeFolder",
    "listed",
    "settings_beside",
]

Sources = Annotated[
    list[Path], typer.Argument(metavar="SRC...", help="Articles, or folders of articles.")
]
Checked = Annotated[
    list[Path], typer.Argument(metavar="SRC...", help="Articles, folders of articles, PDF files.")
]
Locales = Annotated[
    str | None,
    typer.Option(
        "--locale",
        "-l",
        help="Readers' languages, such as fa or en,fa,fa-AF,ps; by default en, "
        "or for a site the publication's.",
    ),
]
Languages = Annotated[
    str | None,
    typer.Option(
        "--locales",
        "--locale",
        "-l",
        help="Readers' languages, such as fa or en,fa,fa-AF,ps; by default the publication's.",
    ),
]
Formats = Annotated[str, typer.Option("--to", help="What to make: html, pdf, text, or several.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.")]
Settings = Annotated[
    Path | None,
    typer.Option("--publication", help="A toolkit.toml; by default the one beside the articles."),
]
ThemeFolder = Annotated[
    Path | None, typer.Option("--theme", help="Folder of templates and style sheets.")
]
Profile = Annotated[
    str | None,
    typer.Option("--profile", help="PDF: accessible, archive, ua2, press or draft."),
]
AttachSource = Annotated[
    bool | None, typer.Option("--attach-source", help="Put each article into its PDF.")
]
OutputProfile = Annotated[
    Path | None,
    typer.Option("--output-profile", help="ICC profile of the printing condition, for press."),
]
PageSize = Annotated[
    str | None, typer.Option("--page-size", help="A4, A5, Letter, or such as 170mmx240mm.")
]
TextLayer = Annotated[
    str | None,
    typer.Option("--text-layer", help="PDF text: searchable, or stock as WeasyPrint writes it."),
]
Columns = Annotated[
    int | None, typer.Option("--columns", help="Columns of the PDF's text: 1 or 2.")
]
Contents = Annotated[
    bool | None,
    typer.Option(help="List the headings of the PDF with their pages; by default in long ones."),
]
LinkAddresses = Annotated[
    bool | None, typer.Option(help="Say in the PDF's text where its links lead.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Results and messages as JSON, to stdout.")]


def listed(values: str, option: str) -> tuple[str, ...]:
    """Return the values of an option that takes several, with commas between them.

    Args:
        values: What was given.
        option: The option's name, for the message.

    Raises:
        BadParameter: It names nothing.
    """
    found = tuple(dict.fromkeys(value.strip() for value in values.split(",") if value.strip()))
    if not found:
        raise typer.BadParameter(f"{option} names nothing")
    return found


def settings_beside(sources: list[Path]) -> Path | None:
    """Return the ``toolkit.toml`` in the folder of the articles, if there is one.

    Args:
        sources: Articles, or folders of articles.
    """
    for source in sources:
        file = (source if source.is_dir() else source.parent) / "toolkit.toml"
        if file.is_file():
            return file
    return None
