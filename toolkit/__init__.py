"""Mixed English and Persian articles as accessible HTML and PDF.

::

    import toolkit

    article = toolkit.load("report.fa.md")
    page = toolkit.Renderer(locale="fa").html(article)
    pdf = toolkit.Renderer(locale="fa").pdf(article)

Each name is imported when it is first used, so that HTML and text start without the PDF engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.article import Article, Publication
    from toolkit.errors import Diagnostic, ToolkitError
    from toolkit.language import Locale
    from toolkit.normalisation import normalise, restore
    from toolkit.render import Renderer
    from toolkit.render.pdf.document import write_pdf
    from toolkit.sources import Collection, load, load_collection

__all__ = [
    "Article",
    "Collection",
    "Diagnostic",
    "Locale",
    "Publication",
    "Renderer",
    "ToolkitError",
    "load",
    "load_collection",
    "normalise",
    "restore",
    "write_pdf",
]

__version__ = "0.1.0"

_HOMES = {
    "Article": "toolkit.article",
    "Collection": "toolkit.sources",
    "Diagnostic": "toolkit.errors",
    "Locale": "toolkit.language",
    "Publication": "toolkit.article",
    "Renderer": "toolkit.render",
    "ToolkitError": "toolkit.errors",
    "load": "toolkit.sources",
    "load_collection": "toolkit.sources",
    "normalise": "toolkit.normalisation",
    "restore": "toolkit.normalisation",
    "write_pdf": "toolkit.render.pdf.document",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
