"""The panels of the preview in Chromium: by mouse, by keyboard alone, in both directions."""

import re
import shutil

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import LOCALES
from tests.preview.server import copy_samples, running
from toolkit.resources import CATALOGUES

pytestmark = pytest.mark.browser

INTERFACES = ("en", "fa")
BOXES = """() => [...document.querySelectorAll('body *')].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return [each.tagName, x, y, width, height];
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Sample articles of a publication that words all labels itself."""
    made = tmp_path_factory.mktemp("preview") / "articles"
    copy_samples(made)
    (made / "labels").mkdir()
    for path in CATALOGUES.glob("*.po"):
        shutil.copy(path, made / "labels")
    settings = made / "toolkit.toml"
    settings.write_text('labels = "labels"\n' + settings.read_text("utf-8"), "utf-8")
    (made / "slip.fa.md").write_text("---\nlang: fa\ntitle: علي آمد\n---\n\nمتن.\n", "utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder):
    """Where the command serves them."""
    with running(folder) as preview:
        yield preview.address


@pytest.fixture
def window(page, address):
    """Return a function that opens the preview at a panel."""

    def open_(panel, ui="en", article="water-report", left="en", right="ps"):
        query = f"article={article}&left={left}&right={right}&ui={ui}&panel={panel}"
        page.goto(f"{address}?{query}")
        page.locator("#panel-content > *").first.wait_for()
        for side in ("left", "right"):
            pane(page, side).locator("style[data-preview]").wait_for(state="attached")
        return page

    return open_


def pane(page, side):
    return page.frame_locator(f"#frame-{side}")


def on_page(page, side, label):
    return pane(page, side).locator(f"[data-label='{label}']")


def said(folder, label, tag="ps"):
    """Return what a catalogue says for a label now."""
    return polib.pofile(str(folder / "labels" / f"{tag}.po")).find(label, by="msgctxt").msgstr


def tab_to(page, selector, most=80):
    """Press the tab key until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached by the tab key")


@pytest.mark.parametrize(("ui", "text"), [("en", "سمونوال: {name}"), ("fa", "د {name} سمونه")])
def test_a_label_is_translated_where_it_stands(window, folder, ui, text):
    page = window("labels", ui)
    label = on_page(page, "right", "article.editor")
    label.click()
    field = page.locator("[data-form]")
    field.wait_for()
    expect(field).to_be_focused()
    assert page.locator(".editor dd").first.inner_text() == "Edited by {name}"
    field.fill(text)
    page.locator(".editor [data-fuzzy]").uncheck()
    page.locator(".editor [type=submit]").click()
    now = on_page(page, "right", "article.editor")
    expect(now).to_have_attribute("data-label-state", "translated")
    expect(now).to_contain_text(
        text.partition("{name}")[2].strip() or text.partition("{name}")[0].strip()
    )
    assert said(folder, "article.editor") == text
    expect(page.locator("[data-open='article.editor']")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("article.editor")


@pytest.mark.parametrize(("ui", "text"), [("en", "بیرته ځه"), ("fa", "پورته لاړ شئ")])
def test_it_is_translated_by_keyboard_alone(window, folder, ui, text):
    page = window("paragraphs", ui)
    tab_to(page, "a[data-panel='labels']")
    page.keyboard.press("Enter")
    expect(page.locator("#panel-name")).to_be_focused()
    tab_to(page, "[data-open='nav.back_to_top']")
    page.keyboard.press("Enter")
    page.locator("[data-form]").wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
    on_page(page, "right", "nav.back_to_top").get_by_text(text).wait_for()
    assert said(folder, "nav.back_to_top") == text
    expect(page.locator("[data-open='nav.back_to_top']")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("[data-form]").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".editor").count() == 0
    expect(page.locator("[data-open='nav.back_to_top']")).to_be_focused()


def test_a_fault_is_told_while_it_is_typed_and_refused_when_it_is_saved(window, folder):
    page = window("labels")
    before = said(folder, "article.byline")
    page.locator("[data-open='article.byline']").click()
    page.locator("[data-form]").fill("لیکوال")
    page.locator(".tried", has_text="{author}").wait_for()
    page.locator(".editor [type=submit]").click()
    page.locator(".refused[role=alert]", has_text="{author}").wait_for()
    assert page.locator("[data-form]").input_value() == "لیکوال"
    assert said(folder, "article.byline") == before


def test_what_is_not_saved_is_not_lost_to_another_click(window):
    page = window("labels")
    page.locator("[data-open='nav.language']").click()
    page.locator("[data-form]").fill("ژبې")
    on_page(page, "left", "article.byline").click(position={"x": 3, "y": 8})
    expect(page.locator("#status")).to_contain_text("not saved")
    page.locator("[data-open='article.byline']").click()
    assert page.locator("[data-form]").input_value() == "ژبې"
    expect(page.locator("[data-form]")).to_be_focused()


def test_what_is_not_saved_is_not_lost_to_another_view(window):
    page = window("labels")
    page.select_option("[name=article]", "harvest-data")
    expect(page).to_have_url(re.compile("article=harvest-data"))
    expect(pane(page, "left").locator("h1")).to_contain_text("wheats")
    page.locator("#panel-content > *").first.wait_for()
    page.locator("[data-open='nav.language']").click()
    page.locator("[data-form]").fill("ژبې")
    leaves = (
        lambda: page.select_option("[name=article]", "bridge-opening"),
        lambda: page.locator("#panels [data-panel=direction]").click(),
        lambda: page.evaluate("history.back()"),
    )
    for leave in leaves:
        leave()
        expect(page.locator("[data-form]")).to_be_focused()
        assert page.locator("[data-form]").input_value() == "ژبې"
        assert page.locator("[name=article]").input_value() == "harvest-data"
        assert "article=harvest-data" in page.url
        assert "panel=labels" in page.url
    for _time in range(2):  # the first time it is asked
        page.keyboard.press("Escape")
    page.select_option("[name=article]", "bridge-opening")
    expect(page).to_have_url(re.compile("article=bridge-opening"))


def test_what_nobody_changed_holds_nobody_up(window):
    page = window("labels")
    page.locator("[data-open='nav.language']").click()
    page.locator("[data-form]").wait_for()
    page.select_option("[name=article]", "harvest-data")
    expect(page).to_have_url(re.compile("article=harvest-data"))


def test_a_text_is_saved_in_the_language_that_it_was_written_for(window, folder):
    page = window("labels", left="fa")
    page.locator("[data-open='nav.language']").click()
    page.locator("[data-form]").fill("ژبې")
    page.select_option(".filter [name=side]", "left")
    expect(page.locator(".filter [name=side]")).to_have_value("right")
    expect(page.locator("[data-form]")).to_have_value("ژبې")


def test_a_save_that_fails_leaves_the_text(window, folder):
    page = window("labels")
    page.locator("[data-open='nav.language']").click()
    page.locator("[data-form]").fill("ژبې")
    page.route("**/labels/**", lambda route: route.fulfill(status=409, json={"detail": "<b>x</b>"}))
    page.locator(".editor [type=submit]").click()
    expect(page.locator("#status")).to_contain_text("not saved")
    expect(page.locator("[data-form]")).to_have_value("ژبې")


def test_the_skip_link_leads_to_the_panes(window):
    page = window("labels")
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panes")).to_be_focused()
    page.wait_for_timeout(300)  # a view that was fetched again would take the focus away
    expect(page.locator("#panes")).to_be_focused()


def test_a_click_is_taken_once_however_often_the_page_was_renewed(window, folder):
    page = window("direction")
    article = folder / "water-report.en.md"
    text = article.read_text("utf-8")
    for number in range(3):
        article.write_text(f"{text}\nAdded {number}.\n", "utf-8")
        expect(pane(page, "left").locator("body")).to_contain_text(f"Added {number}.")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    pane(page, "left").locator("[data-paragraph='body.2']").click()
    page.wait_for_timeout(500)
    assert len([url for url in asked if "/panel/direction" in url]) == 1
    article.write_text(text, "utf-8")


@pytest.mark.parametrize("mine", [True, False])
def test_what_somebody_else_writes_meanwhile_is_shown_beside_it(window, folder, mine):
    page = window("labels")
    path = folder / "labels" / "ps.po"
    page.locator("[data-open='news.latest']").click()
    page.locator("[data-form]").fill(f"زما {mine}")
    was = said(folder, "news.latest")
    path.write_text(path.read_text("utf-8").replace(f'"{was}"', f'"د بل چا {mine}"'), "utf-8")
    page.locator(".editor [type=submit]").click()
    page.locator(".conflict[role=alert]").wait_for()
    assert page.locator(".theirs").inner_text() == f"د بل چا {mine}"
    assert page.locator("[data-form]").input_value() == f"زما {mine}"
    assert said(folder, "news.latest") == f"د بل چا {mine}"
    if mine:
        page.locator(".editor [type=submit]").click()
        page.locator(".editor").wait_for(state="detached")
    else:
        page.locator("[data-open-again]").click()
        page.locator(".conflict").wait_for(state="detached")
        assert page.locator("[data-form]").input_value() == "د بل چا False"
    assert said(folder, "news.latest") == ("زما True" if mine else "د بل چا False")


def test_states_are_outlined_in_different_lines_and_nothing_moves(window):
    page = window("labels", left="fa-AF")
    styles = {
        state: page.frame_locator(f"#frame-{side}")
        .locator(f"[data-label][data-label-state='{state}']")
        .first.evaluate("each => getComputedStyle(each).outlineStyle")
        for side, state in (("left", "fallback"), ("right", "fuzzy"), ("right", "translated"))
    }
    assert styles == {"fallback": "double", "fuzzy": "dotted", "translated": "none"}
    frame = pane(page, "left").locator("html")
    dressed = frame.evaluate(BOXES)
    frame.evaluate("root => { root.querySelector('style[data-preview]').sheet.disabled = true; }")
    assert frame.evaluate(BOXES) == dressed
    page.locator("#panel .head a").click()
    page.locator("#panel").wait_for(state="hidden")
    assert pane(page, "left").locator("style[data-preview]").count() == 0


@pytest.mark.parametrize("ui", INTERFACES)
def test_a_button_leads_to_the_paragraph_without_a_counterpart(window, ui):
    page = window("paragraphs", ui)
    tab_to(page, "[data-jump]")
    page.keyboard.press("Enter")
    chosen = pane(page, "left").locator("[data-chosen]")
    chosen.wait_for()
    assert chosen.inner_text().startswith("‘If you wed the water")
    top = chosen.evaluate("each => each.getBoundingClientRect().top")
    assert 0 < top < page.locator("#frame-left").bounding_box()["height"]
    expect(page.locator("[data-jump]")).to_be_focused()


def test_pages_are_scrolled_to_counterparts_where_numbers_differ(window):
    """The English has one paragraph more than the Persian, number 61."""
    page = window("paragraphs", left="en", right="fa")
    first = pane(page, "left").locator("[data-paragraph='body.64']")
    other = pane(page, "right").locator("[data-paragraph='body.63']")
    pane(page, "left").locator("body").hover()
    first.evaluate("each => each.scrollIntoView({ block: 'start', behavior: 'instant' })")
    expect(other).to_be_in_viewport()
    tops = [each.evaluate("e => e.getBoundingClientRect().top") for each in (first, other)]
    assert abs(tops[0] - tops[1]) < 40


@pytest.mark.parametrize("ui", INTERFACES)
def test_a_paragraph_is_inspected_by_click_and_by_keyboard(window, ui):
    page = window("direction", ui, left="en", right="fa")
    pane(page, "right").locator("[data-paragraph='body.2']").click()
    page.locator("#paragraph").locator("option[value='body.2']:checked").wait_for(state="attached")
    assert page.locator("#side").input_value() == "right"
    page.locator("blockquote[dir='rtl'][lang='fa']").first.wait_for()
    assert page.locator(".explained tbody tr").count() > 3
    page.locator("#paragraph").focus()
    page.keyboard.press("ArrowDown")
    page.locator("#paragraph").locator("option[value='body.3']:checked").wait_for(state="attached")
    pane(page, "right").locator("[data-paragraph='body.3'][data-chosen]").wait_for()
    expect(page.locator("#paragraph")).to_be_focused()


def test_the_suggested_text_is_copied(window):
    page = window("direction", article="slip", left="fa", right="en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy]").first
    button.click()
    page.locator("#status", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-copy")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("panel", ["labels", "paragraphs", "direction"])
def test_axe_finds_nothing(window, page, panel, ui, scheme):
    page.emulate_media(color_scheme=scheme)
    window(panel, ui, right="fa-AF")
    if panel == "labels":
        page.locator("[data-open='article.reading_time']").click()
        page.locator("[data-form]").first.fill("x")
        page.locator(".tried .finding").first.wait_for()
    found = Axe().run(page, options={"iframes": False}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("ui", LOCALES)
def test_at_390_pixels_no_panel_is_cut_off(window, page, ui):
    page.set_viewport_size({"width": 390, "height": 800})
    for panel in ("labels", "direction"):
        window(panel, ui, right="fa")
        assert page.evaluate(
            "document.documentElement.scrollWidth <= 390"
            " && document.getElementById('panel-content').scrollWidth"
            " <= document.getElementById('panel-content').clientWidth"
        )
