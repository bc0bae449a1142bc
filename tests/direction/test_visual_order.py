"""Tokens and phrases in a browser: where Chromium paints each character."""

from collections.abc import Iterator

import lxml.html
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page

from toolkit.direction import tokens
from toolkit.direction.parts import mark
from toolkit.direction.script import direction_of

pytestmark = pytest.mark.browser

ISSUE = [
    *("C++", "C#", ".NET", "Yahoo!", "AT&T", "+93 700 123 456", "-5", "$20", "3.5%", "S/2020/53"),
    *("ISO/IEC 10646:2020", "@handle", "#tag", "/usr/share/", "https://example.org/fa/"),
    *("info@example.org", "10.1000/abc-123", "v1.2.3-beta.1", "2-3", "12:30 PM", "H2O", "CO₂"),
    *("[1]", "[a]", "۲-۳", "۱۳۹۸–۱۴۰۲", "+۹۳ ۷۰۰ ۱۲۳ ۴۵۶", "-۵", "۲+۲=۴", "1920×1080", "25°C"),
]
PLAIN = ["۱۲:۳۰", "۳٫۵", "۱٬۲۳۴", "۱۴۰۵/۹/۱", "12:30", "3.14"]
PLACES = """line => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; i++) {
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      found.push([node.data[i], box ? (box.left + box.right) / 2 : null]);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 2000, "height": 400})
    yield page
    page.close()


def places(page: Page, body: str, lang: str) -> list[tuple[str, float | None]]:
    """Return each character of a marked body and the middle of where it is painted."""
    html = f'<html lang="{lang}" dir="{direction_of(lang)}"><body>{body}</body></html>'
    root = lxml.html.document_fromstring(html)
    mark(root, report=lambda _: None)
    page.set_content(etree.tostring(root, encoding="unicode", method="html"))
    return [(character, place) for character, place in page.evaluate(PLACES)]


def shown(page: Page, before: str, text: str, after: str, lang: str) -> str:
    """Return a text within a line as it is read from left to right on the screen."""
    escaped = text.replace("&", "&amp;")
    found = places(page, f"<p>{before}{escaped}{after}</p>", lang)
    own = found[len(before) : len(before) + len(text)]
    assert "".join(character for character, _ in own) == text
    return "".join(one for one, place in sorted(own, key=lambda item: item[1] or 0))


@pytest.mark.parametrize("lang", ["fa", "ps", "ar", "he"])
@pytest.mark.parametrize("text", ISSUE)
def test_a_token_reads_from_left_to_right(browser_page: Page, text: str, lang: str) -> None:
    letter = "ש" if lang == "he" else "ش"
    for before, after in ((f"{letter} ", f" {letter}."), (f"{letter} (", f")، {letter}"), ("", "")):
        assert shown(browser_page, before, text, after, lang) == text


@pytest.mark.parametrize("text", PLAIN)
def test_plain_numbers_keep_their_place(browser_page: Page, text: str) -> None:
    assert shown(browser_page, "عدد ", text, " است.", "fa") == text


def test_every_example_of_every_rule(browser_page: Page) -> None:
    wrong = []
    for rule in tokens.rules().values():
        for text in rule.examples:
            if not any("\u0600" <= one <= "\u06ef" or one == "\u200c" for one in text):
                seen = shown(browser_page, "متن ", text, " است.", "fa")
                wrong += [(rule.name, text, seen)] if seen != text else []
    assert wrong == []


def test_the_sign_of_a_persian_percentage_is_on_the_left(browser_page: Page) -> None:
    assert shown(browser_page, "عدد ", "۵۰٪", " است.", "fa") == "٪۵۰"


def test_a_persian_hashtag_begins_on_the_right_in_english(browser_page: Page) -> None:
    assert shown(browser_page, "See ", "#خبر", " now.", "en") == "ربخ#"


def test_a_list_of_persian_words_runs_as_the_english_does(browser_page: Page) -> None:
    found = places(browser_page, "<p>The words آب, نان, and شب are Persian.</p>", "en")
    where = dict(found)
    assert (where["آ"] or 0) < (where["ن"] or 0) < (where["ش"] or 0)


def test_a_number_after_a_name_stays_after_it(browser_page: Page) -> None:
    found = dict(places(browser_page, "<p>شرکت Q، ۲۰ نفر.</p>", "fa"))
    assert (found["ش"] or 0) > (found["Q"] or 0) > (found["۲"] or 0)
