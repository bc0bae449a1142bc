"""The texts that every program sets: prose of the sample articles, as long as asked for.

A text is a title, a picture and blocks of plain text, so that each program can get the same.
"""

import html
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from pathlib import Path

from lxml import html as lxml_html

from toolkit.article import Article
from toolkit.article.prepare import prepare
from toolkit.language import Locale
from toolkit.render.fonts import faces, families
from toolkit.resources import SAMPLES
from toolkit.sources import load_collection

__all__ = ["Text", "text_of", "write_article"]

_PUBLISHED = "2026-11-05T16:20:00+04:30"
_PICTURE = SAMPLES / "pictures" / "water-report.png"
_CHARACTERS = {"en": 2050, "fa": 1750, "mixed": 1700}
"""About as many as are on a page of the toolkit's."""
_SOURCES = {"en": ("en",), "fa": ("fa",), "mixed": ("fa-AF", "en")}
_LANGS = {"en": "en", "fa": "fa", "mixed": "fa-AF"}
_STYLE = """
@page {{ size: A4; margin: 25mm }}
html {{ font: 10.75pt/{leading} {families} }}
h1 {{ font-size: 25pt; line-height: 1.3 }}
p {{ margin: 0 0 6pt; text-align: justify }}
img {{ width: 100% }}
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph.

    Args:
        tag: ``h2`` or ``p``.
        lang: BCP 47 tag.
        text: Plain text.
    """

    tag: str
    lang: str
    text: str

    @property
    def html(self) -> str:
        """The block as an element."""
        attributes = f'lang="{self.lang}" dir="{Locale.parse(self.lang).direction}"'
        return f"<{self.tag} {attributes}>{html.escape(self.text)}</{self.tag}>"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to set.

    Args:
        name: ``en``, ``fa`` or ``mixed``, and its pages.
        lang: BCP 47 tag.
        title: Its headline.
        alt: What is to be seen in the picture.
        blocks: The headings and paragraphs.
    """

    name: str
    lang: str
    title: str
    alt: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All that readers are to find, but for the picture's text alternative."""
        return "\n".join((self.title, *(block.text for block in self.blocks)))

    def numbered(self, number: int) -> "Text":
        """Return another text like this one, which no program has seen yet."""
        last = replace(self.blocks[-1], text=f"{self.blocks[-1].text} {number}")
        return replace(self, blocks=(*self.blocks[:-1], last))

    def article(self, folder: Path) -> Article:
        """Return the text as the toolkit's article; its picture is in a folder."""
        return Article.model_validate(self._fields).located(file=None, folder=folder)

    def write(self, folder: Path) -> None:
        """Write ``text.json``, ``page.html``, ``style.css`` and ``picture.png``."""
        shutil.copy(_PICTURE, folder / "picture.png")
        fields = json.dumps(self._fields, ensure_ascii=False)
        (folder / "text.json").write_text(fields, "utf-8")
        (folder / "style.css").write_text(self.css, "utf-8")
        (folder / "page.html").write_text(self.html, "utf-8")

    @property
    def html(self) -> str:
        """The text as a page that somebody wrote by hand."""
        direction = Locale.parse(self.lang).direction
        return (
            f'<!doctype html><html lang="{self.lang}" dir="{direction}"><head>'
            f'<meta charset="utf-8"><title>{html.escape(self.title)}</title>'
            '<link rel="stylesheet" href="style.css"></head><body>'
            f"<h1>{html.escape(self.title)}</h1>"
            f'<img src="picture.png" alt="{html.escape(self.alt)}">'
            f"{self.body}</body></html>"
        )

    @property
    def body(self) -> str:
        """The blocks as HTML."""
        return "".join(block.html for block in self.blocks)

    @property
    def css(self) -> str:
        """The page's style sheet: the same fonts, size and leading as in the toolkit's PDFs."""
        leading = 1.5 if self.lang == "en" else 1.78
        fonts = "".join(
            f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
            f' src: url("{face.file.as_uri()}") }}'
            for face in faces("pdf")
            if face.family in self.families and face.style == "normal"
        )
        return fonts + _STYLE.format(leading=leading, families=families("text", self.lang))

    @property
    def families(self) -> tuple[str, ...]:
        """The families of its language."""
        return tuple(re.findall('"([^"]*)"', families("text", self.lang)))

    @property
    def typst(self) -> str:
        """The text in the markup of Typst."""
        locale = Locale.parse(self.lang)
        names = ", ".join(f'"{family}"' for family in self.families)
        blocks = "\n\n".join(map(_typst_block, self.blocks))
        return (
            f"#set document(title: {_typst(self.title)})\n"
            '#set page(paper: "a4", margin: 25mm)\n'
            f"#set text(font: ({names}), size: 10.75pt)\n"
            f'#set text(lang: "{locale.language}", dir: {locale.direction})\n'
            "#set par(justify: true, leading: 0.9em)\n"
            f'#title()\n#image("picture.png", width: 100%, alt: {_typst(self.alt)})\n\n{blocks}\n'
        )

    @property
    def _fields(self) -> dict[str, object]:
        return {
            "id": "text",
            "lang": self.lang,
            "title": self.title,
            "published": _PUBLISHED,
            "image": {"src": "picture.png", "alt": self.alt},
            "body": self.body,
        }


def text_of(name: str, pages: int) -> Text:
    """Return a text.

    Args:
        name: ``en``, ``fa`` or ``mixed``: Dari with English paragraphs.
        pages: About as many as the toolkit needs for it.
    """
    wanted = max(400, round(_CHARACTERS[name] * (pages - 0.7)))
    lang = _LANGS[name]
    title, alt = _title(lang)
    return Text(f"{name}, {pages} pages", lang, title, alt, tuple(_blocks(name, wanted)))


def write_article(texts: Sequence[Text], folder: Path, number: int) -> None:
    """Write texts as one article in several languages, for an export.

    Args:
        texts: One in each language.
        folder: Of the articles and their picture.
        number: Its number there.
    """
    shutil.copy(_PICTURE, folder / "picture.png")
    fields = {
        "id": f"text-{number}",
        "lang": texts[0].lang,
        "title": {text.lang: text.title for text in texts},
        "published": _PUBLISHED,
        "image": {"src": "picture.png", "alt": {text.lang: text.alt for text in texts}},
        "body": {text.lang: text.body for text in texts},
    }
    file = folder / f"text-{number}.json"
    file.write_text(json.dumps(fields, ensure_ascii=False), "utf-8")


def _blocks(name: str, wanted: int) -> Iterator[Block]:
    proses = [cycle(_prose(lang)) for lang in _SOURCES[name]]
    for prose in cycle(proses):
        block = next(prose)
        yield block
        wanted -= len(block.text)
        if wanted <= 0 and block.tag == "p":
            return


@cache
def _prose(lang: str) -> Sequence[Block]:
    """Return the headings and paragraphs of the samples that are in a language."""
    articles = [prepare(article, report=_ignore) for article in _samples()]
    bodies = (
        article.body if isinstance(article.body, dict) else {article.lang: article.body}
        for article in articles
    )
    return [block for body in bodies if lang in body for block in _of_body(lang, body[lang])]


def _of_body(lang: str, body: str) -> Iterator[Block]:
    for element in lxml_html.fragments_fromstring(body):
        if element.tag in ("p", "h2"):
            yield Block(element.tag, lang, " ".join(element.text_content().split()))


def _title(lang: str) -> tuple[str, str]:
    article = next(article for article in _samples() if article.id == "water-report")
    assert isinstance(article.title, dict)
    assert article.image is not None
    assert isinstance(article.image.alt, dict)
    return article.title[lang], article.image.alt[lang]


@cache
def _samples() -> Sequence[Article]:
    return load_collection([SAMPLES], report=_ignore).articles


def _ignore(_finding: object) -> None:
    """Drop a finding."""


def _typst_block(block: Block) -> str:
    locale = Locale.parse(block.lang)
    level = "= " if block.tag == "h2" else ""
    return (
        f'#text(lang: "{locale.language}", dir: {locale.direction})[\n'
        f"{level}#{_typst(block.text)}\n]"
    )


def _typst(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
