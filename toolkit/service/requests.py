"""What the requests hold: the contract around an article's own (``toolkit schema``)."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from toolkit.article.fields import misfit
from toolkit.article.model import Record
from toolkit.article.publication import Contents
from toolkit.errors import RenderError
from toolkit.render.pdf.paper import Paper

__all__ = ["CheckRequest", "ExplainRequest", "RenderRequest"]

_LONGEST = 100_000


def _paper(name: str) -> str:
    try:
        Paper.named(name)
    except RenderError as error:
        found = error.diagnostic
        raise misfit(found.code, found.reason, found.remedy) from error
    return name


Data = dict[str, Any]  # it is checked on its own, so that its errors are those of every article
Name = Annotated[str, Field(min_length=1, max_length=100)]


class RenderRequest(Record):
    """An article, and what to make of it."""

    article: Data = Field(description="The article; its pictures are data: URLs.")
    format: Literal["html", "pdf", "text"] | None = Field(
        default=None,
        description="What to make; where it is left out, the header Accept decides, else html.",
    )
    locale: Name | None = Field(
        default=None,
        description="Readers' language, a BCP 47 tag; the article's own if left out.",
        examples=["fa-AF"],
    )
    publication: Name | None = Field(
        default=None, description="Name of one of the service's publications."
    )
    theme: Name | None = Field(default=None, description="Name of one of the service's themes.")
    profile: Literal["accessible", "archive", "ua2", "press", "draft"] | None = Field(
        default=None, description="What a PDF is for; the publication's if left out."
    )
    page_size: Annotated[Name, AfterValidator(_paper)] | None = Field(
        default=None,
        description="Paper of a PDF: A4, A5, Letter or two sides.",
        examples=["170mm x 240mm"],
    )
    columns: Literal[1, 2] | None = Field(default=None, description="Columns of a PDF's text.")
    contents: Contents | None = Field(
        default=None,
        description="Whether a PDF lists its headings; auto: where the article is long.",
    )
    link_addresses: bool | None = Field(
        default=None, description="Whether a PDF's text says where its links lead."
    )
    attach_source: bool | None = Field(
        default=None, description="Whether a PDF holds the article that it was made of."
    )
    text_layer: Literal["searchable", "stock"] | None = Field(
        default=None, description="How a PDF's text is written."
    )


class CheckRequest(Record):
    """An article to find hazards in."""

    article: Data = Field(description="The article.")
    locales: Annotated[list[Name], Field(max_length=50)] = Field(
        default=[], description="Languages that its pages are made in; its own if left out."
    )
    publication: Name | None = Field(
        default=None, description="Name of one of the service's publications."
    )


class ExplainRequest(Record):
    """A text or an article to explain; one of the two."""

    text: Annotated[str, Field(max_length=_LONGEST)] | None = Field(
        default=None, description="The text; each line is a paragraph."
    )
    article: Data | None = Field(default=None, description="The article.")
    lang: Name | None = Field(
        default=None, description="Language of the text, a BCP 47 tag.", examples=["fa"]
    )
    base: Literal["ltr", "rtl"] | None = Field(
        default=None, description="Base direction of the text; by default that of its language."
    )

    @model_validator(mode="after")
    def _is_one_of_both(self) -> "ExplainRequest":
        if (self.text is None) == (self.article is None):
            reason = "must have either a text or an article"
            raise misfit("bad-value", reason, "Send one of the two")
        return self
