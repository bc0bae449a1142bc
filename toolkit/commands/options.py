"""Arguments and options that several commands have."""

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
