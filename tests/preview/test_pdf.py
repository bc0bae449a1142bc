"""PDFs are set in other processes, shown by their pages, and kept when they cannot be set."""

import io
import re

import pytest
from PIL import Image

from tests.coroutines import finished
from toolkit.errors import (
    ArticleError,
    DeadlineError,
    Diagnostic,
    MemoryLimitError,
    WorkerLostError,
)
from toolkit.preview.drawing import difference, picture
from toolkit.preview.printing import Printing
from toolkit.preview.sheets import Document


def test_its_pages_are_pictures_that_follow_the_article(browser_of, folder):
    finished(_follow, browser_of, folder)


async def _follow(browser, folder):
    context = browser.app.state.context
    first = await browser.ask("GET", "/sheets/fa/water-report?ui=fa")
    sources = re.findall(r'<img src="([^"?]*)', first.text)
    assert len(sources) >= 2
    assert 'alt="صفحهٔ ۱ از' in first.text
    answer = await browser.ask("GET", f"{sources[0]}?width=400")
    image = Image.open(io.BytesIO(answer.content))
    assert (answer.headers["content-type"], image.width) == ("image/png", 400)

    for wrong in (sources[0].replace("1.png", "99.png"), sources[0].replace("1.png", "0.png")):
        assert (await browser.ask("GET", wrong)).status_code == 404
    assert (await browser.ask("GET", f"{sources[0]}?width=99999")).status_code == 422
    assert (await browser.ask("GET", "/sheets/fa/none")).status_code == 404

    again = await browser.ask("GET", "/sheets/fa/water-report?ui=fa")
    assert again.text == first.text

    file = folder / "water-report.fa.md"
    file.write_text(file.read_text("utf-8").replace("سازمان ملل", "سازمان"), "utf-8")
    context.workspace.reload([file])
    changed = await browser.ask("GET", "/sheets/fa/water-report?ui=fa")
    assert sources[0] not in changed.text
    before, after = context.printing.versions("fa", "water-report")
    assert before.digest in first.text
    assert after.digest in changed.text

    file.write_text("---\ntitle: [\n---\n", "utf-8")
    context.workspace.reload([file])
    kept = await browser.ask("GET", "/sheets/fa/water-report?ui=fa")
    assert after.digest in kept.text
    assert 'role="alert"' in kept.text
    assert "سطر ۳" in kept.text
    assert (await browser.ask("GET", "/share/fa/water-report.pdf")).status_code == 409
    context.printing.close()


class Flaky(Printing):
    """Fails as often as it is told to; then it works."""

    def __init__(self, renderings, *failures):
        super().__init__(renderings, 30.0)
        self.failures = list(failures)

    async def _work(self, _function, *_given):
        if self.failures:
            raise self.failures.pop(0)
        return Document(b"%PDF", ((100.0, 100.0),))


async def _set_twice(printing):
    return [await printing.document("fa", "water-report") for _ in range(2)]


@pytest.mark.parametrize("kind", [DeadlineError, MemoryLimitError, WorkerLostError])
def test_what_fails_in_passing_is_tried_again(app, kind):
    failure = kind(Diagnostic(code="passing", reason="It failed"))
    first, second = finished(_set_twice, Flaky(app.state.context.renderings, failure))
    assert (first.document, [one.code for one in first.faults]) == (None, ["passing"])
    assert second.document
    assert not second.faults


def test_what_the_files_are_to_blame_for_is_not(app):
    failure = ArticleError(Diagnostic(code="wrong", reason="It is wrong"))
    printing = Flaky(app.state.context.renderings, failure)
    assert [one.document for one in finished(_set_twice, printing)] == [None, None]


def test_what_changed_on_a_page_is_coloured(renderer_for, samples):
    article = samples["water-report"]
    before = renderer_for("en").pdf(article)
    after = renderer_for("en").pdf(article.model_copy(update={"title": {"en": "Another title"}}))
    colours = _colours(difference(before, after, 1, 300))
    assert (0xB3, 0x26, 0x1E) in colours
    assert (0x0B, 0x57, 0xD0) in colours
    assert _are_grey(_colours(difference(before, before, 1, 300)))
    assert Image.open(io.BytesIO(picture(before, 1, 300))).width == 300


def _colours(png):
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return {colour for _count, colour in image.getcolors(image.width * image.height)}


def _are_grey(colours):
    return all(len(set(colour)) == 1 for colour in colours)
