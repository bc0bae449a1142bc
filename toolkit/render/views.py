"""What the templates see: plain values, chosen and worded for one reader."""

from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit.language import Locale
from toolkit.render.markup import inner
from toolkit.render.phrase import Phrase

__all__ = [
    "ArticleView",
    "BlockView",
    "BodyView",
    "CardView",
    "FootnoteView",
    "HeadView",
    "HeadingView",
    "LanguageLink",
    "ListingView",
    "NotFoundView",
    "PageLink",
    "PageView",
    "PaginationView",
    "PictureView",
    "PlacedPicture",
    "PublicationView",
    "SectionLink",
    "ShareLink",
    "SourceView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The same picture in several widths of another type, as ``<source>`` has it."""

    media_type: str
    srcset: str
    sizes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture: address, size in pixels, and others in a lighter type to choose from."""

    src: str
    width: int
    height: int
    source: SourceView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView(PlacedPicture):
    """A picture with its words."""

    alt: Phrase
    caption: Phrase | None = None
    credit: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An article in a list: thumbnail, headline, teaser, date, and a note on its language."""

    href: str
    title: Phrase
    teaser: Phrase | None
    picture: PictureView | None
    published: Markup | None
    notice: Markup | None

    def __hash__(self) -> int:
        """Return a number that tells most cards apart without all their words."""
        return hash(self.href)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A section on the front page: its name, a link to its own pages, its newest articles."""

    id: str
    name: Phrase
    href: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """A link to a section's pages."""

    href: str
    name: Phrase
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link to one page of a list: its number in native digits, and its name in words."""

    href: str
    number: str
    name: str
    current: bool
    follows_gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginationView:
    """The other pages of a list."""

    previous: str | None
    following: str | None
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """One page of a section's articles, or of all of them where there is no name."""

    name: Phrase | None
    number: int | None
    cards: tuple[CardView, ...]
    pagination: PaginationView | None


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
class HeadingView:
    """A heading of the body, as contents list it; its language where that is its own."""

    id: str
    level: int
    lang: str | None
    direction: str | None
    markup: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """The body: what holds it without its footnotes, and the language it is in."""

    root: HtmlElement
    attrs: Markup
    footnotes: tuple[FootnoteView, ...]
    headings: tuple[HeadingView, ...] = ()

    @property
    def markup(self) -> Markup:
        """The body's markup."""
        return inner(self.root)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as one reader sees it."""

    id: str
    title: Phrase
    subtitle: Phrase | None
    summary: Phrase | None
    section: Phrase | None
    section_href: str | None
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
class NotFoundView:
    """What readers of one language are told where an address leads nowhere."""

    lang: str
    direction: str
    heading: Markup
    text: Markup
    href: str
    home: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What a page tells search engines, feed readers and networks, by absolute addresses."""

    canonical: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    feed: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
    picture: PictureView | None = None
    data: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page: the publication around an article, a front page, or a list."""

    locale: Locale
    publication: PublicationView
    head: HeadView = HeadView()
    languages: tuple[LanguageLink, ...] = ()
    sections: tuple[SectionLink, ...] = ()
    article: ArticleView | None = None
    contents: tuple[HeadingView, ...] = ()
    lead: CardView | None = None
    listing: ListingView | None = None
    not_found: tuple[NotFoundView, ...] = ()
    latest: tuple[CardView, ...] = ()
    everything: str | None = None
    blocks: tuple[BlockView, ...] = ()
    related: tuple[CardView, ...] = ()
    share: tuple[ShareLink, ...] = ()
    home: str | None = None
    pdf: str | None = None
