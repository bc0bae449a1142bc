"""What a page costs before it can be read, as Chromium loads it from a server."""

import gzip
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import LOCALES

pytestmark = pytest.mark.browser

MOST = 150_000
"""Bytes of a page before pictures: its fonts (woff2), its HTML and CSS compressed by gzip."""

SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves files, the fonts late where it is asked to."""

    late = 0.0

    def log_message(self, *_):
        pass

    def do_GET(self):
        if ".woff2" in self.path:
            time.sleep(self.late)
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
def test_nothing_moves_when_the_fonts_come_late(page, serve, name, width, monkeypatch):
    monkeypatch.setattr(Handler, "late", 0.5)
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    loaded(page, serve + name)
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") < 0.02


def test_the_fonts_of_the_first_view_are_asked_for_early(page, serve):
    loaded(page, f"{serve}water-report.fa.html")
    early = page.evaluate(
        "performance.getEntriesByType('resource').filter(e => e.initiatorType === 'link')"
        ".map(e => e.name.split('/').pop().split('.')[0])"
    )
    expected = {"naskh-400-arabic", "sans-arabic-400-arabic", "sans-arabic-700-arabic"}
    assert expected <= set(early)
