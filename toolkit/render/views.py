"""What the templates see: plain values, chosen and worded for one reader."""

from dataclasses import dataclass

from markupsafe import Markup

from toolkit.language import Locale
from toolkit.render.phrase import Phrase

__all__ = [
    "ArticleView",
    "BodyView",
    "CardView",
    "FootnoteView",
    "LanguageLink",
    "PageView",
    "PictureView",
    "PublicationView",
    "ShareLink",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture: address, size in pixels, and its words."""

    src: str
    alt: Phrase
    width: int
    height: int
    caption: Phrase | None = None
    credit: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An article in a list: thumbnail, headline, teaser, date."""

    href: str
    title: Phrase
    teaser: Phrase | None
    picture: PictureView | None
    published: Markup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """A link to the same page in another language, named in that language."""

    href: str
    lang: str
    direction: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """A link that shares the page on a network."""

    href: str
    name: Markup
    rel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteView:
    """A footnote: its text, and the ids of the note and of the reference in the text."""

    id: str
    reference: str
    number: int
    markup: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """The body: markup without its footnotes, and the language it is in."""

    markup: Markup
    attrs: Markup
    footnotes: tuple[FootnoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as one reader sees it."""

    id: str
    title: Phrase
    subtitle: Phrase | None
    summary: Phrase | None
    section: Phrase | None
    authors: tuple[Phrase, ...]
    credits: tuple[Markup, ...]
    published: Markup | None
    updated: Markup | None
    created: str | None
    modified: str | None
    minutes: int
    picture: PictureView | None
    body: BodyView
    tags: tuple[Phrase, ...]
    source: Markup | None
    rights: Phrase | None
    notice: Markup | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView:
    """The publication's name, tagline, rights, and the logo that stands in place of the name."""

    name: Phrase
    tagline: Phrase | None
    rights: Phrase | None = None
    logo: PictureView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page: the publication around an article, or a front page without one."""

    locale: Locale
    publication: PublicationView
    languages: tuple[LanguageLink, ...] = ()
    article: ArticleView | None = None
    lead: CardView | None = None
    latest: tuple[CardView, ...] = ()
    related: tuple[CardView, ...] = ()
    share: tuple[ShareLink, ...] = ()
    home: str | None = None
