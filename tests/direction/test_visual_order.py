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
QUIZ = (
    '<ul><li>A quiz: از <span lang="fa-AF">چهارسو</span> تا <span lang="ps">څلورلارې</span> '
    "(<em>From Crossroads to Crossroads</em>).</li></ul>"
)
PART = "Small Team, Big Alphabet (Part 1)"
TITLE = "<p>کتاب <em>Small Team, <strong>Big</strong> Alphabet (Part 1)</em> خوب است.</p>"
ADDRESS = "www.e-kitab.example/fa؟lang=prs"
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


def seen(page: Page, body: str, text: str, lang: str) -> str:
    """Return a text of a body as it is read from left to right on the screen."""
    found = places(page, body, lang)
    start = "".join(character for character, _ in found).index(text)
    own = found[start : start + len(text)]
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


@pytest.mark.parametrize("before", ["عدد ", "", "است<br>", "Kabul: ", '<i lang="ps">ښه</i> '])
@pytest.mark.parametrize("text", ["۵۰٪", "۳٫۵٪", "50٪", "۵۰%"])
def test_the_sign_of_a_persian_percentage_is_on_the_left(
    browser_page: Page, text: str, before: str
) -> None:
    expected = text[-1] + text[:-1]
    for around in ("<p>{}</p>", "<table><td>{}</td></table>", '<p lang="en" dir="rtl">{}</p>'):
        body = around.format(f"{before}<b>{text}</b> است.")
        assert seen(browser_page, body, text, "fa") == expected


@pytest.mark.parametrize(
    ("lang", "body", "text", "expected"),
    [
        ("en", QUIZ, "از چهارسو تا څلورلارې", "ېرالرولڅ ات وسراهچ زا"),
        ("fa", QUIZ, "از چهارسو تا څلورلارې", "ېرالرولڅ ات وسراهچ زا"),
        *((lang, TITLE, PART, PART) for lang in ("fa-AF", "fa", "en")),
        *((lang, "<p>در issue #53 نوشت.</p>", "issue #53", "issue #53") for lang in ("fa", "en")),
        ("fa", "<p>شهر Москва (Moscow) است.</p>", "Москва (Moscow", "Москва (Moscow"),
        ("fa", "<p>از <code>print</code> function است.</p>", "print function", "print function"),
        ("fa", f"<p>در {ADDRESS} است.</p>", ADDRESS, ADDRESS),
    ],
)
def test_neighbours_read_in_their_own_direction(
    browser_page: Page, lang: str, body: str, text: str, expected: str
) -> None:
    assert seen(browser_page, body, text, lang) == expected


def test_a_persian_hashtag_begins_on_the_right_in_english(browser_page: Page) -> None:
    assert shown(browser_page, "See ", "#خبر", " now.", "en") == "ربخ#"


def test_a_list_of_persian_words_runs_as_the_english_does(browser_page: Page) -> None:
    found = places(browser_page, "<p>The words آب, نان, and شب are Persian.</p>", "en")
    where = dict(found)
    assert (where["آ"] or 0) < (where["ن"] or 0) < (where["ش"] or 0)


def test_a_number_after_a_name_stays_after_it(browser_page: Page) -> None:
    found = dict(places(browser_page, "<p>شرکت Q، ۲۰ نفر.</p>", "fa"))
    assert (found["ش"] or 0) > (found["Q"] or 0) > (found["۲"] or 0)
