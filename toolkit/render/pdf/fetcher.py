"""What a PDF may read: its own pictures and fonts, data URLs, and nothing else.

WeasyPrint asks a fetcher for every address in the HTML and its style sheets.  This one opens no
network connection and no file but those it was given (OWASP, Server-Side Request Forgery).
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from toolkit.errors import Diagnostic, Report
from toolkit.render.pdf.embedded import FONT_SCHEME, PICTURE_SCHEME, Readable
from toolkit.resources import FONTS

__all__ = ["ClosedFetcher"]


class ClosedFetcher(URLFetcher):  # type: ignore[misc]
    """Gives WeasyPrint the resources it may have and refuses all others.

    Args:
        pictures: What each ``toolkit-picture:`` name stands for.
        report: Receives a warning for each address refused.
    """

    def __init__(self, pictures: Mapping[str, Readable], *, report: Report) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._pictures = pictures
        self.report = report

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return a resource.

        Args:
            url: Absolute address.
            headers: Ignored: nothing is fetched over HTTP.

        Raises:
            ValueError: The address is not one that this document may read.
        """
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if url.startswith(FONT_SCHEME):
            return URLFetcherResponse(url, body=_font(url.removeprefix(FONT_SCHEME)))
        name = unquote(url.removeprefix(PICTURE_SCHEME))
        if url.startswith(PICTURE_SCHEME) and name in self._pictures:
            return URLFetcherResponse(url, body=self._pictures[name].read())
        self._refuse(url)
        raise ValueError(f"refused: {url}")

    def _refuse(self, url: str) -> None:
        self.report(
            Diagnostic(
                code="fetch-refused",
                severity="warning",
                reason="an address in the page was not read: nothing is fetched while setting",
                remedy="Put the resource into the page as a data: URL",
                excerpt=url[:80],
            )
        )


def _font(name: str) -> bytes:
    path = (FONTS / "pdf" / Path(name).name).resolve()
    return path.read_bytes()
