"""The picture that networks show of a shared article, drawn as a page of a PDF.

So its lines are shaped by HarfBuzz and ordered as those of the article are.
"""

import hashlib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement

from toolkit import __version__
from toolkit.errors import Report
from toolkit.language import Locale
from toolkit.render.phrase import Phrase
from toolkit.render.pictures import Asset

__all__ = ["SocialPicture"]

WIDTH, HEIGHT = 1200, 630
"""Size in pixels, as networks show it (https://ogp.me/#structured)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialPicture:
    """The picture of one article in one language; drawn when it is read.

    Args:
        tree: The filled template.
        stylesheet: Its CSS.
        locale: The reader's locale.
        pictures: What the template refers to.
        title: The headline, which is all that it says.
        report: Receives warnings.
    """

    tree: HtmlElement
    stylesheet: str
    locale: Locale
    pictures: Mapping[str, Asset]
    title: Phrase
    report: Report
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def name(self) -> str:
        """File name made from a digest of all that it is drawn from."""
        digest = hashlib.sha256(lxml_html.tostring(self.tree))
        for part in (self.stylesheet, __version__):
            digest.update(part.encode())
        return f"{digest.hexdigest()[:16]}-social.jpg"

    def read(self) -> bytes:
        """Return the picture as a JPEG.

        Raises:
            RenderError: The page cannot be set.
            MissingLibraryError: Pango is not installed.
        """
        from toolkit.render.pdf.document import set_tree
        from toolkit.render.pdf.raster import first_page

        pdf = set_tree(
            deepcopy(self.tree),
            locale=self.locale,
            stylesheets=(self.stylesheet,),
            pictures=self.pictures,
            profile="draft",
            text_layer="stock",
            report=self.report,
        )
        return first_page(pdf, self.width)
