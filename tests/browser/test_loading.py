"""What a page costs before it can be read, as Chromium loads it from a server."""

import gzip
import threading
import time
from base64 import b64encode
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import LOCALES
from toolkit.render.fonts import faces, font_face_css

pytestmark = pytest.mark.browser

MOST = 150_000
"""Bytes of a page before pictures: its fonts (woff2), its HTML and CSS compressed by gzip."""

MOST_SHIFT = 0.02
"""Cumulative layout shift; 0.1 is called good (https://web.dev/articles/cls)."""

SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""

NEXT_FRAMES = """
new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(shifts))))
"""

FONTS = """[
  [...document.querySelectorAll("link[rel=preload]")].map(link => link.href.split("/").pop()),
  [...document.fonts].map(face => face.status),
]"""
"""What a page asks for early, and the state of each font that its style sheet names, in order."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files, the fonts some seconds after their page where it is asked to."""

    late = 0.0
    due = 0.0

    def log_message(self, *_):
        pass

    def do_GET(self):
        if ".html" in self.path:
            Handler.due = time.monotonic() + self.late
        if ".woff2" in self.path:
            time.sleep(max(0, self.due - time.monotonic()))
        super().do_GET()


@pytest.fixture(scope="module")
def serve(site):
    """Serve the site of every sample page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def loaded(page, address):
    """Open a page and return the addresses of what it loads."""
    asked = []
    page.on("response", lambda got: asked.append(got.url))
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return asked


def weight(folder, path):
    """Return the bytes of a file as a server sends it."""
    data = (folder / path).read_bytes()
    return len(data if path.endswith(".woff2") else gzip.compress(data, mtime=0))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_is_light_before_its_pictures(browser, serve, site, samples, locale):
    heavy = {}
    for name in samples:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        asked = loaded(context.new_page(), f"{serve}{name}.{locale}.html")
        context.close()
        parts = {
            path: weight(site, path)
            for path in (url.removeprefix(serve) for url in asked)
            if path.endswith((".html", ".css", ".woff2"))
        }
        if sum(parts.values()) >= MOST:
            heavy[name] = parts
    assert not heavy


@pytest.mark.parametrize("locale", LOCALES)
def test_a_picture_is_taken_in_the_width_and_type_that_suit(page, serve, samples, locale):
    page.set_viewport_size({"width": 320, "height": 700})
    loaded(page, f"{serve}harvest-data.{locale}.html")
    lead = page.locator("figure.lead img")
    lead.evaluate("image => image.decode()")
    taken, width = lead.evaluate("image => [image.currentSrc, image.naturalWidth]")
    assert taken.endswith("-320.avif")
    assert width == 320


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["water-report.en.html", "water-report.fa.html", "index.ps.html"])
def test_little_moves_while_the_fonts_come(page, serve, name, width, monkeypatch):
    monkeypatch.setattr(Handler, "late", 0.5)
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    loaded(page, serve + name)
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") < MOST_SHIFT


FONTS_AT_ONCE = """async (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const faces = [...sheet.cssRules].map(({ style }) => {
    const said = (name) => style.getPropertyValue(name);
    return new FontFace(said("font-family").replaceAll('"', ""), said("src"), {
      weight: said("font-weight"), style: said("font-style"), unicodeRange: said("unicode-range"),
    });
  });
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face); // all in one frame, however slow the machine
}"""


@pytest.fixture(scope="module")
def fonts():
    """The rules of our fonts with the files in them, which a browser takes in one step."""
    return font_face_css(
        "web", lambda face: "data:font/woff2;base64," + b64encode(face.file.read_bytes()).decode()
    )


def shifted(page, address, fonts):
    """Return by how much a page moves as our fonts take the places of the system's."""
    page.goto(address)
    page.evaluate("document.fonts.ready")
    before = page.evaluate(NEXT_FRAMES)
    page.evaluate(FONTS_AT_ONCE, fonts)
    return page.evaluate(NEXT_FRAMES) - before


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_moves_when_the_fonts_are_there(browser, serve, site, fonts, locale, width):
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        context.add_init_script(SHIFTS)
        context.route("**/*.woff2", lambda route: route.abort())
        page = context.new_page()
        names = [file.relative_to(site).as_posix() for file in site.rglob(f"*.{locale}.html")]
        shifts = {name: shifted(page, serve + name, fonts) for name in names}
    assert len(shifts) > 8
    assert {name: shift for name, shift in shifts.items() if shift >= MOST_SHIFT} == {}


def test_the_fonts_of_the_first_view_are_asked_for_early(page, serve):
    loaded(page, f"{serve}water-report.fa.html")
    early = page.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.initiatorType === 'link')"
        ".map(e => e.name.split('/').pop().split('.')[0])"
    )
    expected = {"naskh-400-arabic", "sans-arabic-400-arabic", "sans-arabic-700-arabic"}
    assert expected <= set(early)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_font_is_asked_for_early_in_vain(page, serve, samples, locale):
    ours, vain = faces("web"), {}
    for name in ("index", *samples):
        loaded(page, f"{serve}{name}.{locale}.html")
        early, states = page.evaluate(FONTS)
        is_loaded = {
            face.asset: state == "loaded"
            for face, state in zip(ours, states[-len(ours) :], strict=True)
        }
        vain[name] = [asset for asset in early if not is_loaded[asset]]
        assert early
    assert not any(vain.values()), vain
