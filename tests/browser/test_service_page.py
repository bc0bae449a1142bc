"""A page of the HTTP service, under the policy that it is sent with."""

from tests.service.conftest import running
from toolkit.resources import SAMPLES
from toolkit.sources.json_file import parse_json


def test_a_page_needs_nothing_that_its_policy_forbids(browser):
    article = parse_json((SAMPLES / "bridge-opening.json").read_text("utf-8")) | {"image": None}
    with running("--workers", 1) as service:
        got = service.post("render", article=article, locale="fa")
    page = browser.new_page(viewport={"width": 800, "height": 900})
    told, asked = [], []
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.route(
        "https://service.test/",
        lambda route: route.fulfill(status=200, headers=dict(got.headers), body=got.text),
    )
    page.goto("https://service.test/", wait_until="networkidle")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
    weight = page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
    page.close()
    assert told == []
    assert [url for url in asked if not url.startswith("data:")] == ["https://service.test/"]
    assert loaded >= 1
    assert weight != "400"
