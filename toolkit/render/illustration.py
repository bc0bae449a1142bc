"""Pictures with their words: text alternative, caption and credit in a language that is read."""

from dataclasses import dataclass, replace

from toolkit.article import Article, Image
from toolkit.article.picture import inspect
from toolkit.article.picture_source import decode
from toolkit.article.text import by_language
from toolkit.errors import ArticleError, Diagnostic, PublicationError
from toolkit.language import Locale
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.phrase import Phrase
from toolkit.render.pictures import PictureFile
from toolkit.render.views import PictureView

__all__ = ["Illustrator"]


@dataclass(frozen=True, slots=True)
class Illustrator:
    """Places the pictures of one page.

    Args:
        page: What the page's parts share.
    """

    page: PageContext

    def lead(self, edition: Edition, title: Phrase) -> PictureView | None:
        """Return an article's lead picture, or ``None`` where it has none that can be read."""
        image = edition.article.image
        file = self._file(image.src, edition.article) if image else None
        if image is None or file is None:
            return None
        alt = self._own_alt(image, edition)
        if alt is None:
            self.page.report(self._missing_alt(image, edition))
        return PictureView(
            src=self.page.pictures.add(file),
            alt=alt or self._label("media.lead_alt", title),
            width=file.width,
            height=file.height,
            caption=edition.phrase(image.caption),
            credit=edition.phrase(image.credit),
        )

    def thumbnail(
        self, edition: Edition, title: Phrase, *, is_large: bool = False
    ) -> PictureView | None:
        """Return the picture of an article's card, or ``None``.

        Args:
            edition: The article as its reader gets it.
            title: Its headline.
            is_large: Whether the picture keeps its full size.
        """
        image = edition.article.image
        file = self._file(image.src, edition.article) if image else None
        if image is None or file is None:
            return None
        shown = file if is_large else file.thumbnail()
        return PictureView(
            src=self.page.pictures.add(shown),
            alt=self._own_alt(image, edition) or self._label("media.thumbnail_alt", title),
            width=shown.width,
            height=shown.height,
        )

    def logo(self, name: Phrase) -> PictureView | None:
        """Return the publication's logo, its name as the text alternative, or ``None``."""
        publication = self.page.publication
        try:
            found = publication.logo_picture()
        except PublicationError as error:
            self.page.report(replace(error.diagnostic, severity="warning"))
            return None
        if found is None or publication.logo is None:
            return None
        file = PictureFile.of(found.path or decode(publication.logo), found.width, found.height)
        src = self.page.pictures.add(file)
        return PictureView(src=src, alt=name, width=file.width, height=file.height)

    def inline(self, src: str, article: Article) -> tuple[str, int, int] | None:
        """Return address, width and height of a picture in the body, or ``None``."""
        file = self._file(src, article)
        return None if file is None else (self.page.pictures.add(file), file.width, file.height)

    def _file(self, src: str, article: Article) -> PictureFile | None:
        try:
            picture = inspect(src, article.folder)
        except ArticleError as error:
            found = error.located(file=article.file).diagnostic
            self.page.report(replace(found, severity="warning"))
            return None
        return PictureFile.of(picture.path or decode(src), picture.width, picture.height)

    def _own_alt(self, image: Image, edition: Edition) -> Phrase | None:
        """Return a text alternative in the reader's language or the body's, or ``None``.

        WCAG 2.2, 1.1.1 and 3.1.2: never one in another language that nothing marks.
        """
        alt = edition.value(image.alt)
        if alt is None:
            return None
        is_own = Locale.parse(alt[1]).language == self.page.locale.language
        return (
            Phrase(alt[0], alt[1], self.page.locale) if is_own or alt[1] == edition.lang else None
        )

    def _label(self, label: str, title: Phrase) -> Phrase:
        """Return the label that stands in for a text alternative, with the headline."""
        labels = self.page.labels
        return Phrase(labels.text(label, title=title.text), labels.lang(label), self.page.locale)

    def _missing_alt(self, image: Image, edition: Edition) -> Diagnostic:
        there = ", ".join(by_language(image.alt, edition.article.lang)) if image.alt else "none"
        return Diagnostic(
            code="alt-language",
            severity="warning",
            file=edition.article.file,
            field=f"image.alt.{self.page.locale.tag}",
            reason="the picture has no alternative text in this page's language "
            f"(there is: {there}), so a label with the headline stands in for it",
            remedy="Describe the picture in a sentence in this language",
        )
