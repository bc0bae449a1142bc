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
from toolkit.render.responsive import Place, responsive
from toolkit.render.views import PictureView, PlacedPicture, SourceView

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
        image, file = edition.article.image, self.file(edition.article)
        if image is None or file is None:
            return None
        self._tell_of_motion(file, edition.article)
        alt = self._own_alt(image, edition)
        if alt is None:
            self.page.report(self._missing_alt(image, edition))
        return replace(
            self._shown(file, "lead", alt or self._label("media.lead_alt", title)),
            caption=edition.phrase(image.caption),
            credit=edition.phrase(image.credit),
        )

    def file(self, article: Article) -> PictureFile | None:
        """Return the file of an article's lead picture as it is now, or ``None``.

        Args:
            article: The article.
        """
        return self._file(article.image.src, article) if article.image else None

    def card(self, edition: Edition, file: PictureFile, place: Place) -> PictureView:
        """Return the picture of an article's card.

        Args:
            edition: The article as its reader gets it.
            file: Its lead picture.
            place: Where it stands.
        """
        image = edition.article.image
        alt = self._own_alt(image, edition) if image else None
        return self._shown(file, place, alt or self._label("media.thumbnail_alt", edition.title))

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
        file = PictureFile.of(found, b"" if found.path else decode(publication.logo))
        src = self.page.pictures.add(file)
        return PictureView(src=src, alt=name, width=file.width, height=file.height)

    def inline(self, src: str, article: Article) -> PlacedPicture | None:
        """Return a picture in the body, or ``None`` where it cannot be read."""
        file = self._file(src, article)
        if file is None:
            return None
        self._tell_of_motion(file, article)
        return self._placed(file, "body")

    def _shown(self, file: PictureFile, place: Place, alt: Phrase) -> PictureView:
        placed = self._placed(file, place)
        return PictureView(
            src=placed.src,
            alt=alt,
            width=placed.width,
            height=placed.height,
            source=placed.source,
        )

    def _placed(self, file: PictureFile, place: Place) -> PlacedPicture:
        """Return a picture for a web page; on paper there is nothing to choose from."""
        pictures, made = self.page.pictures, responsive(file, place)
        if self.page.medium == "print":
            plain = made.plain if made.is_cut else file
            return PlacedPicture(src=pictures.add(plain), width=made.width, height=made.height)
        source = SourceView(
            media_type=made.media_type, srcset=made.source_set(pictures), sizes=made.sizes
        )
        return PlacedPicture(
            src=pictures.add(made.plain),
            width=made.width,
            height=made.height,
            source=source if made.modern else None,
        )

    def _file(self, src: str, article: Article) -> PictureFile | None:
        try:
            picture = inspect(src, article.folder)
        except ArticleError as error:
            found = error.located(file=article.file).diagnostic
            self.page.report(replace(found, severity="warning"))
            return None
        return PictureFile.of(picture, b"" if picture.path else decode(src))

    def _tell_of_motion(self, file: PictureFile, article: Article) -> None:
        if file.is_animated:
            self.page.report(replace(_MOVES, file=article.file, excerpt=file.label))

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


_MOVES = Diagnostic(
    code="picture-animated",
    severity="warning",
    reason="the picture moves, which readers could not stop, so only its first frame is shown",
    remedy="Link to it as a video",
)
"""WCAG 2.2, 2.2.2 (https://www.w3.org/TR/WCAG22/#pause-stop-hide)."""
