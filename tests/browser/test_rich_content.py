"""Footnotes, tables, verse, code and films on the sample pages, by keyboard and by eye."""

import pytest

from tests.conftest import LOCALES

pytestmark = pytest.mark.browser

WATER = "water-report"
BOX = "(name) => document.querySelector(name).getBoundingClientRect().toJSON()"


@pytest.fixture
def opened(site, page):
    """Return a function that opens a sample page at a width."""

    def opening(name, locale, width=1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"file://{site}/{name}.{locale}.html")
        return page

    return opening


@pytest.mark.parametrize("locale", LOCALES)
def test_a_footnote_leads_back_to_its_call(opened, locale):
    page = opened(WATER, locale)
    focused = "[document.activeElement.id, document.activeElement.getAttribute('aria-label')]"
    page.focus(".footnote-ref a")
    call, call_name = page.evaluate(focused)
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').className") == ""
    page.keyboard.press("Tab")
    back, back_name = page.evaluate(focused)
    assert page.evaluate("document.activeElement.closest(':target') !== null")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == call
    assert len({call_name, back_name} - {None, ""}) == 2, back


@pytest.mark.parametrize(
    ("locale", "key", "sign"), [("en", "ArrowRight", 1), ("fa", "ArrowLeft", -1)]
)
def test_a_wide_table_scrolls_by_keyboard_from_its_first_column(opened, locale, key, sign):
    page = opened("harvest-data", locale, 320)
    page.focus(".scroll:has(table)")
    moved = "document.activeElement.scrollLeft"
    assert page.evaluate(moved) == 0
    assert page.evaluate("document.activeElement.scrollWidth > document.activeElement.clientWidth")
    page.keyboard.press(key)
    page.wait_for_function(f"{moved} * {sign} > 0")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_columns_of_a_table_mirror(opened, locale):
    page = opened(WATER, locale)
    first, last = (
        page.evaluate(BOX, f"thead :is(th, td):{end}-child") for end in ("first", "last")
    )
    assert (first["left"] < last["left"]) == (locale == "en")


@pytest.mark.parametrize("locale", ["en", "fa"])
def test_hemistichs_face_each_other_where_there_is_room(opened, locale):
    halves = ".facing .beyt:first-child .hemistich:{}-child"
    for width, faces in ((320, False), (1280, True)):
        page = opened("poetry-evening", locale, width)
        first, second = (page.evaluate(BOX, halves.format(end)) for end in ("first", "last"))
        assert (first["top"] == second["top"]) == faces
        assert (
            first["left"] > second["right"] - 1
        ) == faces  # Persian verse, on the English page too


@pytest.mark.parametrize("locale", LOCALES)
def test_code_begins_on_the_left(opened, locale):
    page = opened(WATER, locale, 320)
    style = page.evaluate(
        "(({direction, textAlign}) => [direction, textAlign])"
        "(getComputedStyle(document.querySelector('pre code')))"
    )
    assert style == ["ltr", "left"]


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("en", "Audio: Hear the debate"),
        ("fa", "فایل صوتی: بحث را بشنوید"),
        ("fa-AF", "فایل صوتی: بحث را بشنوید"),
        ("ps", "غږ: بحث واورئ"),
    ],
)
def test_a_link_to_a_sound_says_so(opened, locale, name):
    link = opened(WATER, locale).get_by_role("link", name=name)
    assert link.count() == 1
    assert link.get_attribute("href").endswith("debate.mp3")
    assert opened(WATER, locale).locator("audio, video, iframe, object, embed").count() == 0
