"""The preview in a browser: its parts by mouse and by keyboard, in English and in Persian."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.preview.server import copy_samples, running

pytestmark = pytest.mark.browser

INTERFACES = {"en": "ltr", "fa": "rtl"}
ARTICLE = "?article=water-report&left=en&right=fa"
MARK = "نشان‌تازه"
HAS = """([side, text]) => document.getElementById(`frame-${side}`)
  .contentDocument?.body?.textContent.includes(text)"""
PLACE = """side => {
  const inner = document.getElementById(`frame-${side}`).contentDocument;
  const below = [...inner.querySelectorAll("[data-paragraph]")]
    .filter((block) => block.getBoundingClientRect().bottom > 8);
  return below[0]?.dataset.paragraph;
}"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview") / "articles"
    copy_samples(folder)
    with running(folder) as found:
        yield found


@pytest.fixture
def window(browser, preview):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert faults == []


def _open(window, preview, query=ARTICLE, **more):
    asked = "".join(f"&{name}={value}" for name, value in more.items())
    window.goto(f"{preview.address}{query}{asked}")
    window.wait_for_load_state("load")


def _frame(window, side):
    return window.frame_locator(f"#frame-{side}")


def _scroll(window, side, top):
    frame = window.locator(f"#frame-{side}")
    box = frame.bounding_box()
    window.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    window.mouse.wheel(0, top)
    window.wait_for_timeout(300)


def _tab_to(window, selector):
    for _ in range(60):
        window.keyboard.press("Tab")
        if window.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_a_comparison_follows_its_own_article_alone(window, preview):
    window.goto(f"{preview.address}compare{ARTICLE}&side=right")
    with window.expect_response("**/events"):
        window.evaluate("""() => {
          window.told = 0;
          new EventSource("/events").addEventListener("changed", () => window.told++);
        }""")
    other = preview.change("harvest-data.en.md", "Three wheats", "Four wheats")
    window.wait_for_function("() => window.told === 1")
    window.wait_for_timeout(300)
    assert window.evaluate("() => window.told") == 1
    own = preview.change("water-report.fa.md", "سازمان ملل", MARK)
    window.wait_for_function("() => window.told === undefined")
    for name, text in {"harvest-data.en.md": other, "water-report.fa.md": own}.items():
        (preview.folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(("ui", "direction"), INTERFACES.items())
def test_a_change_shows_in_place(window, preview, ui, direction):
    _open(window, preview, ui=ui)
    assert window.evaluate("() => document.documentElement.dir") == direction
    _scroll(window, "right", 1500)
    before = window.evaluate(PLACE, "right")
    text = preview.change("water-report.fa.md", "سازمان ملل", MARK)
    window.wait_for_function(HAS, arg=["right", MARK])
    assert window.evaluate(PLACE, "right") == before != "title"
    window.wait_for_function("() => document.getElementById('status').textContent")
    (preview.folder / "water-report.fa.md").write_text(text, "utf-8")
    window.wait_for_function(HAS, arg=["right", "سازمان ملل"])


@pytest.mark.parametrize("ui", INTERFACES)
def test_what_is_wrong_shows_in_place_and_the_last_page_stays(window, preview, ui):
    _open(window, preview, ui=ui)
    text = preview.change("water-report.fa.md", "title: ", "title: [")
    fault = window.locator("#faults-right[role=alert]")
    fault.get_by_text("YAML").wait_for()
    line = {"en": "water-report.fa.md, line ", "fa": "water-report.fa.md، سطر "}[ui]
    assert line in fault.text_content()
    assert _frame(window, "right").locator("h1").is_visible()
    assert Axe().run(window).violations_count == 0
    (preview.folder / "water-report.fa.md").write_text(text, "utf-8")
    fault.get_by_text("YAML").wait_for(state="detached")


def test_two_languages_scroll_together_by_paragraph(window, preview):
    _open(window, preview)
    _scroll(window, "left", 1800)
    led = window.evaluate(PLACE, "left")
    assert led.startswith("body.")
    assert window.evaluate(PLACE, "right") == led
    _scroll(window, "right", 900)
    assert window.evaluate(PLACE, "left") == window.evaluate(PLACE, "right") != led


@pytest.mark.parametrize("ui", INTERFACES)
def test_what_is_shown_is_chosen_by_keyboard(window, preview, ui):
    _open(window, preview, ui=ui)
    _tab_to(window, "#right")
    window.keyboard.press("ArrowDown")
    _frame(window, "right").locator("html[lang=fa-AF]").wait_for()
    assert window.evaluate("() => document.activeElement.id") == "right"
    assert "right=fa-AF" in window.url
    _tab_to(window, "#view")
    window.keyboard.press("ArrowDown")
    window.wait_for_url("**view=phone**")
    width = "() => document.getElementById('frame-left')?.offsetWidth === 392"
    window.wait_for_function(width)
    window.go_back()
    window.wait_for_url("**view=page**")
    window.go_back()
    _frame(window, "right").locator("html[lang=fa]").wait_for()
    window.wait_for_function("() => document.getElementById('right').value === 'fa'")


@pytest.mark.parametrize(
    ("query", "paper"),
    [("scheme=dark", "rgb(21, 20, 18)"), ("scheme=light", "rgb(255, 254, 251)"),
     ("view=print&scheme=dark", "rgb(255, 255, 255)")],
)  # fmt: skip
def test_colours_and_print(window, preview, query, paper):
    _open(window, preview, f"{ARTICLE}&{query}")
    for side in ("left", "right"):
        body = _frame(window, side).locator("body")
        assert body.evaluate("body => getComputedStyle(body).backgroundColor") == paper


def test_pages_of_the_pdf(window, preview):
    _open(window, preview, view="pdf", ui="fa")
    first = _frame(window, "right").get_by_role("img").first
    first.wait_for(timeout=60_000)
    assert first.get_attribute("alt").startswith("صفحهٔ ۱ از")
    assert first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300


def test_a_link_leads_both_panes_to_another_article(window, preview):
    _open(window, preview, "?article=&left=en&right=fa")
    _frame(window, "left").locator("main a[href*=harvest-data]").first.click()
    window.wait_for_url("**article=harvest-data**")
    for side in ("left", "right"):
        _frame(window, side).locator("article #headline").wait_for()
    _frame(window, "left").locator(".languages a[lang=ps]").click()
    _frame(window, "left").locator("html[lang=ps]").wait_for()
    window.wait_for_function("() => document.getElementById('left').value === 'ps'")


@pytest.mark.parametrize("ui", INTERFACES)
def test_a_panel_opens_and_closes_by_keyboard(window, preview, ui):
    _open(window, preview, ui=ui)
    _tab_to(window, "#panels a[data-panel=direction]")
    window.keyboard.press("Enter")
    window.wait_for_url("**panel=direction**")
    window.wait_for_function("() => document.activeElement.id === 'panel-name'")
    _tab_to(window, "#panel .head a")
    window.keyboard.press("Enter")
    window.wait_for_function("() => document.activeElement.dataset.panel === 'direction'")
    assert window.locator("#panel").is_hidden()


@pytest.mark.parametrize("ui", INTERFACES)
def test_a_narrow_window_shows_one_page_at_a_time(window, preview, ui):
    window.set_viewport_size({"width": 390, "height": 800})
    _open(window, preview, ui=ui)
    assert window.locator("#pane-left").is_visible()
    assert window.locator("#pane-right").is_hidden()
    _tab_to(window, ".sides [data-side=right]")
    window.keyboard.press("Enter")
    assert window.locator("#pane-left").is_hidden()
    assert _frame(window, "right").locator("h1").is_visible()
    root = "() => document.documentElement.scrollWidth - innerWidth"
    assert window.evaluate(root) <= 0


@pytest.mark.parametrize("ui", INTERFACES)
def test_before_and_after_a_change(window, preview, ui):
    _open(window, preview, ui=ui)
    text = preview.change("water-report.fa.md", "سازمان ملل", f"{MARK}۲")
    window.wait_for_function(HAS, arg=["right", f"{MARK}۲"])
    _tab_to(window, "#panels a[href^='/compare']")
    window.keyboard.press("Enter")
    window.locator("#side").select_option("right")
    window.locator("#mode").select_option("over")
    window.keyboard.press("Tab")
    window.locator("#choices button").press("Enter")
    window.locator("#opacity").focus()
    window.keyboard.press("End")
    expect(window.locator("#frame-after")).to_have_attribute("style", "opacity: 1;")
    changed = _frame(window, "after").locator("[data-difference]")
    assert MARK in changed.first.text_content()
    window.locator("summary").press("Enter")
    assert window.locator("td", has_text=MARK).first.is_visible()
    assert Axe().run(window).violations_count == 0
    (preview.folder / "water-report.fa.md").write_text(text, "utf-8")


@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_a_page_is_saved_to_be_sent(window, preview, suffix):
    _open(window, preview)
    with window.expect_download(timeout=60_000) as saving:
        window.locator(f"#pane-right .head a[href$='.{suffix}']").click()
    assert saving.value.suggested_filename == f"water-report.fa.{suffix}"
    assert saving.value.path().stat().st_size > 10_000


@pytest.mark.parametrize("ui", ["en", "fa", "fa-AF", "ps"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(window, preview, ui, scheme):
    window.emulate_media(color_scheme=scheme)
    _open(window, preview, ui=ui)
    found = Axe().run(window)
    assert found.violations_count == 0, found.generate_report()


def test_it_works_without_scripts(browser, preview):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{preview.address}{ARTICLE}")
    page.locator("#left").select_option("ps")
    page.locator("#choices button").click()
    page.wait_for_url("**left=ps**")
    assert page.locator("#frame-left").get_attribute("data-locale") == "ps"
    page.locator("footer a[lang=fa]").click()
    page.wait_for_url("**ui=fa**")
    context.close()


def test_an_article_runs_no_script(window, preview):
    file = preview.folder / "hostile.en.md"
    file.write_text(
        "---\nlang: en\ntitle: <script>parent.hacked=1</script>Hostile\n---\n\n"
        "<script>parent.hacked=1</script><img src=x onerror=parent.hacked=1> Text.\n",
        "utf-8",
    )
    _open(window, preview, "?left=en&right=fa")
    window.locator("option[value=hostile]").wait_for(state="attached")
    _open(window, preview, "?article=hostile&left=en&right=fa")
    _frame(window, "left").locator("h1").wait_for()
    assert window.evaluate("() => window.hacked") is None
    file.unlink()


@pytest.mark.slow
def test_a_change_shows_soon(window, preview):
    """It prints how long it takes; the bounds are for a machine that does nothing else."""
    file = preview.folder / "water-report.fa.md"
    text = file.read_text("utf-8")
    times = {"page": [], "pdf": []}
    for view, found in times.items():
        _open(window, preview, view=view)
        _frame(window, "right").locator("h1, img").first.wait_for(timeout=60_000)
        window.wait_for_timeout(1500)
        for number in range(8):
            seen = _seen(window)
            start = time.perf_counter()
            file.write_text(text.replace("سازمان ملل", f"سازمان {number}"), "utf-8")
            window.wait_for_function(_IS_OTHER, arg=seen, polling=5)
            found.append(time.perf_counter() - start)
            window.wait_for_timeout(300)
    file.write_text(text, "utf-8")
    for view, found in times.items():
        print(view, "ms:", *(round(one * 1000) for one in sorted(found)))
    assert sorted(times["page"])[4] < 0.3
    assert sorted(times["pdf"])[4] < 1.5


_SHOWN = """() => {
  const inner = document.getElementById("frame-right").contentDocument;
  const image = inner.querySelector("main > img");
  if (image) return image.complete && image.naturalWidth ? image.currentSrc : null;
  return inner.querySelector("h1").textContent;
}"""
_IS_OTHER = f"seen => {{ const now = ({_SHOWN})(); return now && now !== seen; }}"


def _seen(window):
    return window.evaluate(_SHOWN)
