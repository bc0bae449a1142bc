"""What a reader's eye judges, read from Chromium's geometry and computed style."""

import pytest

from tests.browser.test_pages import PAGES
from toolkit.article import Article
from toolkit.render import Renderer

pytestmark = pytest.mark.browser

BODY = """
Words with *a slanted phrase* and *a [آب گرم]{lang=fa} in it* here.

{lang=fa}
واژه‌ها با *تأکید* و *تأکید [new words]{lang=en} در آن* هستند.

## A *heading* here

{lang=fa}
## سرخط *مؤکد* اینجا

1. One.

{lang=fa}
2. یک.
3. An item in English, with enough words to fill more than one line of a narrow column.
"""

STYLES = """() => Object.fromEntries(
  [...document.querySelectorAll(".body em, .body em [lang]")].map((part) => {
    const {fontStyle, fontWeight, color} = getComputedStyle(part);
    return [part.textContent, [fontStyle, fontWeight, color]];
  }))"""

# Characters that must not be parted from their neighbour by the end of a line (UAX #14).
STRANDED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const characters = [];
  const block = (node) => node.parentElement.closest(
    "p, li, td, th, h1, h2, h3, dd, dt, caption, span.hemistich, span.caption");
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!block(node) || node.parentElement.closest("pre, .visually-hidden")) continue;
    [...node.data].reduce((at, character) => {
      range.setStart(node, at);
      range.setEnd(node, at + character.length);
      const box = range.getBoundingClientRect();
      const isCode = node.parentElement.closest("code") !== null;
      if (box.width) characters.push([character, box, block(node), isCode]);
      return at + character.length;
    }, 0);
  }
  const apart = (one, two) => one[2] === two[2] && two[1].top >= one[1].bottom - 1;
  for (let i = 1; i < characters.length; i++) {
    const [before, after] = [characters[i - 1], characters[i]];
    if (!apart(before, after) || after[3]) continue;
    if (/[«‹(\\[{]/.test(before[0]) || /[»›)\\]}،؛؟!.:]/.test(after[0]))
      found.push(before[2].textContent.slice(0, 60) + " | " + before[0] + after[0]);
  }
  return found;
}"""


@pytest.fixture
def shown(page, tmp_path):
    """Show an article made of BODY, in a page of a language."""

    def show(locale):
        article = Article(id="a", lang="en", title="T", body=BODY)
        file = tmp_path / f"a.{locale}.html"
        file.write_text(Renderer(locale, report=lambda _finding: None).html(article))
        page.goto(f"file://{file}")
        return page

    return show


def test_emphasis_slants_latin_and_weighs_arabic_script(shown):
    found = {text: style[:2] for text, style in shown("en").evaluate(STYLES).items()}
    assert found == {
        "a slanted phrase": ["italic", "400"],
        "a آب گرم in it": ["italic", "400"],
        "آب گرم": ["normal", "700"],
        "تأکید": ["normal", "700"],
        "تأکید new words در آن": ["normal", "700"],
        "new words": ["normal", "700"],
        "heading": ["italic", "700"],
        "مؤکد": ["normal", "700"],
    }


def test_emphasis_among_bold_words_has_a_colour(shown):
    page = shown("fa")
    colours = {text: style[2] for text, style in page.evaluate(STYLES).items()}
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert colours["heading"] == ink
    assert colours["مؤکد"] != ink


@pytest.mark.parametrize(("locale", "latin", "arabic"), [("en", 1.58, 1.88), ("fa", 1.58, 1.88)])
def test_leading_is_the_paragraphs_own(shown, locale, latin, arabic):
    leading = shown(locale).evaluate(
        "[...document.querySelectorAll('.body > p')].map((p) =>"
        " parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize))"
    )
    assert leading == pytest.approx([latin, arabic], abs=0.01)


def test_only_english_is_hyphenated_and_only_where_it_is_narrow(shown):
    page = shown("fa")
    hyphens = """[...document.querySelectorAll(".body > :is(p, h2)")]
      .map((block) => getComputedStyle(block).hyphens)"""
    assert set(page.evaluate(hyphens)) == {"manual"}
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(hyphens) == ["auto", "manual", "manual", "manual"]


def test_headlines_are_balanced(shown):
    wrap = "(name) => getComputedStyle(document.querySelector(name)).textWrapStyle"
    page = shown("en")
    assert (page.evaluate(wrap, "h1"), page.evaluate(wrap, ".body > p")) == ("balance", "pretty")


def test_an_item_of_the_other_direction_begins_at_its_counter(shown):
    boxes = shown("fa").evaluate(
        "[...document.querySelectorAll('ol[lang=\"fa\"] > li')].map((item) =>"
        " [item, item.firstElementChild || item].map((part) => part.getBoundingClientRect().right))"
    )
    assert len(boxes) == 2
    assert all(item == pytest.approx(words, abs=1) for item, words in boxes)


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("name", PAGES)
def test_no_mark_is_parted_from_its_word(site, page, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{site}/{name}.html")
    assert page.evaluate(STRANDED) == []
