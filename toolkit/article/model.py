"""The article as a publisher writes it: fields, their types and their bounds.

Every text, and whatever else may differ between translations, is one value in the article's
``lang`` or a map ``{tag: value}``.  Nothing here has a direction or a layout.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr

from toolkit.article.fields import (
    Address,
    Alt,
    Body,
    Headline,
    Identifier,
    Label,
    Moment,
    Passage,
    PictureSource,
    Several,
    optional,
)
from toolkit.article.text import LanguageTag, Localized

__all__ = ["Article", "Author", "Image", "Record", "Source"]

_Optional = BeforeValidator(optional)
OptionalLabel = Annotated[Localized[Label] | None, _Optional]
OptionalHeadline = Annotated[Localized[Headline] | None, _Optional]
OptionalPassage = Annotated[Localized[Passage] | None, _Optional]
OptionalAddress = Annotated[Localized[Address] | None, _Optional]


class Record(BaseModel):
    """Data that cannot change, has no unknown field, and takes no value of another type."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, allow_inf_nan=False, hide_input_in_errors=True
    )


class Author(Record):
    """Someone named in the byline."""

    name: Localized[Label] = Field(description="The name as it is printed.", examples=["Sara Amin"])
    role: Literal["author", "translator", "editor", "photographer"] = Field(
        default="author", description="What this person did."
    )
    url: OptionalAddress = Field(default=None, description="A page about this person.")


class Image(Record):
    """The lead picture."""

    src: PictureSource = Field(
        description="Path from the article's folder, or a data: URL; PNG, JPEG, WebP or GIF.",
        examples=["pictures/market.jpg"],
    )
    alt: Localized[Alt] | None = Field(
        default=None,
        description="What the picture shows, for who cannot see it; empty if it only decorates.",
        examples=[{"en": "A market at dusk", "fa": "بازار در شامگاه"}],
    )
    caption: OptionalPassage = Field(default=None, description="The line below the picture.")
    credit: OptionalLabel = Field(default=None, description="Whose picture it is.")
    width: int | None = Field(
        default=None, ge=1, le=100_000, description="Pixels; read from the file if left out."
    )
    height: int | None = Field(
        default=None, ge=1, le=100_000, description="Pixels; read from the file if left out."
    )


class Source(Record):
    """Where the article was first published."""

    name: Localized[Label] = Field(description="Name of the publisher or the document.")
    url: OptionalAddress = Field(default=None, description="Its address.")


class Article(Record):
    """One article in one language or several.

    ``load`` returns articles that are prepared: the body is the safe subset of HTML, pictures
    were looked at.  :func:`toolkit.article.prepare.prepare` does the same for one made in memory.
    """

    id: Identifier = Field(
        description="Names the output files; a safe file name.", examples=["wheat-report"]
    )
    lang: LanguageTag = Field(
        description="BCP 47 tag of the language that plain texts are in.",
        examples=["en", "fa", "fa-AF", "ps"],
    )
    title: Annotated[Localized[Headline], _Optional] = Field(
        description="The headline.", examples=[{"en": "Wheat prices fall", "fa": "گندم ارزان شد"}]
    )
    subtitle: OptionalHeadline = Field(default=None, description="A second headline.")
    summary: OptionalPassage = Field(
        default=None, description="The standfirst, and the teaser in lists."
    )
    authors: Localized[Several[Author]] = Field(default=(), description="The byline.")
    published: Localized[Moment] | None = Field(
        default=None,
        description="ISO 8601 date or date and time; without an offset, the time is that of the "
        "publication's time zone.",
        examples=["2026-11-22", "2026-11-22T08:30:00+04:30"],
    )
    updated: Localized[Moment] | None = Field(
        default=None, description="As published.", examples=["2026-11-23"]
    )
    section: OptionalLabel = Field(
        default=None, description="The part of the publication.", examples=[{"fa": "اقتصاد"}]
    )
    tags: Localized[Several[Label]] = Field(
        default=(), description="Topics.", examples=[{"en": ["wheat", "trade"]}]
    )
    image: Image | None = Field(default=None, description="The lead picture.")
    body: Localized[Body] = Field(default="", description="The text, in Markdown or HTML.")
    body_format: Literal["markdown", "html"] = Field(
        default="markdown", description="How the body is written."
    )
    source: Source | None = Field(default=None, description="Where it was first published.")
    url: OptionalAddress = Field(default=None, description="The article's own address.")
    rights: OptionalPassage = Field(default=None, description="Copyright and licence.")
    related: Several[Identifier] = Field(default=(), description="Ids of articles to read next.")
    translation_of: Identifier | None = Field(
        default=None, description="Id of the article that this one translates."
    )
    token_rules_off: Several[Label] = Field(
        default=(),
        description="Token rules that leave this article alone, such as hashtag or range.",
        examples=[["hashtag"]],
    )

    _file: str | None = PrivateAttr(default=None)
    _folder: Path | None = PrivateAttr(default=None)
    _prepared: bool = PrivateAttr(default=False)

    @property
    def file(self) -> str | None:
        """The file the article was read from, as the caller named it; never serialised."""
        return self._file

    @property
    def folder(self) -> Path | None:
        """The folder its pictures lie in, or ``None`` for an article in memory."""
        return self._folder

    @property
    def prepared(self) -> bool:
        """Whether the body is clean and the pictures were looked at."""
        return self._prepared

    def located(self, *, file: str | None, folder: Path | None) -> "Article":
        """Return the article with the place it comes from.

        Args:
            file: Its file, as the caller named it.
            folder: The folder its pictures lie in.
        """
        copy = self.model_copy()
        copy._file, copy._folder = file, folder  # noqa: SLF001 - the model's own
        return copy

    def settled(self, *, body: str | dict[str, str], image: Image | None) -> "Article":
        """Return the article as prepared.

        Args:
            body: The body in the safe subset of HTML.
            image: The lead picture as it was found, or ``None`` if it cannot be shown.
        """
        copy = self.model_copy(update={"body": body, "body_format": "html", "image": image})
        copy._prepared = True  # noqa: SLF001
        return copy

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that it can be read in: those of the title, its own first."""
        titles = self.title if isinstance(self.title, dict) else (self.lang,)
        return tuple(sorted(titles, key=lambda tag: tag != self.lang))
