"""The panels of labels, paragraphs and direction, and what saving a label does."""

import shutil
import subprocess

import httpx
import polib
import pytest
from lxml import html

from tests.conftest import LOCALES
from tests.coroutines import finished
from toolkit.article import Publication
from toolkit.language.catalogue import read_catalogue
from toolkit.preview.app import create_app
from toolkit.preview.guard import TOKEN_HEADER
from toolkit.preview.settings import Settings
from toolkit.preview.words import words
from toolkit.preview.workspace import Workspace
from toolkit.resources import CATALOGUES, SAMPLES

VIEW = "article=water-report&left=en&right=ps"
HOSTILE = "<script>alert(1)</script>"


class Panels:
    """Asks one preview for panels, and posts to it as its own pages do."""

    def __init__(self, folder, **settings):
        self.workspace = Workspace(folder)
        self.settings = Settings(hosts=frozenset({"127.0.0.1:8730"}), **settings)
        self.app = create_app(self.workspace, self.settings)

    def ask(self, method, path, token=True, **data):
        headers = {TOKEN_HEADER: self.settings.token} if token else {}

        async def answer():
            transport = httpx.ASGITransport(app=self.app)
            base = "http://127.0.0.1:8730"
            async with httpx.AsyncClient(transport=transport, base_url=base) as client:
                return await client.request(method, path, headers=headers, json=data or None)

        return finished(answer)

    def get(self, path):
        return self.ask("GET", path)

    def save(self, tag, label, *forms, expected, fuzzy=False, more=""):
        data = {"forms": forms, "expected": expected, "fuzzy": fuzzy}
        return self.ask("POST", f"/labels/{tag}/{label}{more}", **data)

    def expected(self, tag, label):
        editor = html.fromstring(self.get(f"/labels/{tag}/{label}").text)
        return editor.get("data-expected")


def with_own_labels(folder):
    """Give a publication catalogues that word all labels, and return their folder."""
    labels = folder / "labels"
    labels.mkdir()
    for path in CATALOGUES.glob("*.po"):
        shutil.copy(path, labels)
    settings = folder / "toolkit.toml"
    settings.write_text('labels = "labels"\n' + settings.read_text("utf-8"), "utf-8")
    return labels


@pytest.fixture
def own(folder):
    """A publication's own catalogues."""
    return with_own_labels(folder)


@pytest.fixture
def desk(own, folder):
    """The preview of that publication."""
    return Panels(folder)


@pytest.fixture(scope="module")
def panels(tmp_path_factory):
    """A preview of the samples for tests that write nothing."""
    folder = tmp_path_factory.mktemp("preview") / "articles"
    shutil.copytree(SAMPLES, folder)
    with_own_labels(folder)
    return Panels(folder)


@pytest.fixture
def without_own(folder):
    return Panels(folder)


def rows(answer):
    tree = html.fragment_fromstring(answer.text, create_parent="div")
    return {row.get("data-open"): row for row in tree.xpath("//button[@data-open]")}


@pytest.mark.parametrize("ui", LOCALES)
@pytest.mark.parametrize(
    ("panel", "said"),
    [
        ("labels", "labels.on_page"),
        ("paragraphs", "paragraphs.about"),
        ("direction", "direction.hint"),
    ],
)
def test_each_panel_speaks_each_language(panels, panel, said, ui):
    answer = panels.get(f"/panel/{panel}?article=water-report&left=fa&right=ps&ui={ui}")
    assert str(words(ui).html(said)) in answer.text
    assert panels.get(f"/panel/{panel}?article=&ui={ui}").status_code == 200


def test_labels_are_listed_with_their_states_those_of_the_page_first(panels):
    here = rows(panels.get(f"/panel/labels?{VIEW}"))
    every = rows(panels.get(f"/panel/labels?{VIEW}&scope=all"))
    assert next(iter(here)) == "a11y.skip_to_content"
    assert list(every)[: len(here)] == list(here)
    assert len(every) > len(here)
    drafts = rows(panels.get(f"/panel/labels?{VIEW}&scope=all&state=fuzzy"))
    entries = read_catalogue(CATALOGUES / "ps.po").entries.values()
    assert set(drafts) == {entry.label for entry in entries if entry.fuzzy}


def test_the_page_tells_the_same_states(panels):
    page = html.fromstring(panels.get("/page/ps/water-report").text)
    drafts = rows(panels.get(f"/panel/labels?{VIEW}&state=fuzzy"))
    told = set(page.xpath("//*[@data-label-state='fuzzy']/@data-label"))
    assert told
    assert told <= set(drafts)


def test_an_editor_has_a_field_for_each_form(panels):
    editor = html.fromstring(panels.get("/labels/fa/article.reading_time?ui=fa").text)
    fields = editor.xpath(".//textarea")
    assert [field.get("lang") for field in fields] == ["fa", "fa"]
    names = [" ".join(label.text_content().split()) for label in editor.xpath(".//label[@for]")]
    assert names[:2] == ["برای ۰ و ۱", "برای ۲، ۳، و ۴ و بیشتر"]


def test_saving_changes_the_file_and_keeps_the_rest(desk, own):
    path = own / "ps.po"
    before = path.read_text("utf-8")
    expected = desk.expected("ps", "nav.next")
    assert desk.save("ps", "nav.next", "بل", expected=expected).status_code == 204
    old, new = (polib.pofile(text) for text in (before, path.read_text("utf-8")))
    assert [entry.msgctxt for entry in new] == [entry.msgctxt for entry in old]
    for was, now in zip(old, new, strict=True):
        assert (was.comment, was.tcomment, was.occurrences) == (
            now.comment, now.tcomment, now.occurrences,
        )  # fmt: skip
        assert now.msgctxt == "nav.next" or now == was
    assert new.find("nav.next", by="msgctxt").msgstr == "بل"


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_reads_what_was_saved(desk, own):
    desk.save("ps", "nav.next", "بل", expected=desk.expected("ps", "nav.next"))
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", own / "ps.po"], check=True)


def test_what_somebody_else_wrote_meanwhile_is_shown_and_kept(desk, own):
    path = own / "ps.po"
    expected = desk.expected("ps", "nav.next")
    old = next(e for e in polib.pofile(str(path)) if e.msgctxt == "nav.next").msgstr
    path.write_text(path.read_text("utf-8").replace(old, "د بل چا"), "utf-8")
    content = path.read_bytes()
    answer = desk.save("ps", "nav.next", "زما", expected=expected)
    assert answer.status_code == 409
    assert path.read_bytes() == content
    editor = html.fromstring(answer.text)
    assert editor.xpath("string(.//*[@class='theirs'])") == "د بل چا"
    assert editor.xpath("string(.//textarea)") == "زما"
    assert editor.xpath("boolean(@data-unsaved)")
    again = desk.save("ps", "nav.next", "زما", expected=editor.get("data-expected"))
    assert again.status_code == 204
    assert "زما" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("label", "text", "reason"),
    [
        ("article.byline", "لیکوال", "{author}"),
        ("nav.next", "بل {x}", "{x}"),
        ("nav.next", HOSTILE, "not HTML"),
    ],
)
def test_what_would_break_a_page_is_refused_with_the_reason(desk, own, label, text, reason):
    before = (own / "ps.po").read_bytes()
    expected = desk.expected("ps", label)
    answer = desk.save("ps", label, text, expected=expected)
    assert answer.status_code == 422
    editor = html.fromstring(answer.text)
    assert reason in editor.xpath("string(.//*[@role='alert'])")
    assert editor.xpath("boolean(@data-unsaved)")
    assert "data-unsaved" not in desk.get(f"/labels/ps/{label}").text
    assert (own / "ps.po").read_bytes() == before
    tried = desk.save("ps", label, text, expected=expected, more="/try")
    assert reason in tried.text
    assert HOSTILE not in answer.text + tried.text


@pytest.mark.parametrize("more", ["", "/try"])
def test_without_its_folder_nothing_is_saved_or_tried(desk, own, more):
    expected = desk.expected("ps", "nav.next")
    shutil.rmtree(own)
    answer = desk.save("ps", "nav.next", "بل", expected=expected, more=more)
    assert answer.status_code == 409
    assert not own.exists()


def test_what_cannot_be_saved_in_a_damaged_file_is_given_back(desk, own):
    path = own / "ps.po"
    whole = path.read_bytes()
    expected = desk.expected("ps", "nav.next")
    path.write_bytes(whole + b'\nmsgid "' + HOSTILE.encode())
    damaged = path.read_bytes()
    answer = desk.save("ps", "nav.next", HOSTILE, expected=expected, fuzzy=True)
    assert (answer.status_code, path.read_bytes()) == (409, damaged)
    assert answer.headers["content-type"].startswith("text/html")
    assert HOSTILE not in answer.text
    editor = html.fromstring(answer.text)
    assert editor.xpath("boolean(@data-unsaved)")
    assert "ps.po" in editor.xpath("string(.//*[@role='alert'])")
    assert editor.xpath("string(.//textarea)") == HOSTILE
    assert editor.xpath("boolean(.//*[@data-fuzzy][@checked])")
    path.write_bytes(whole)
    again = desk.save("ps", "nav.next", "بل", expected=editor.get("data-expected"))
    assert again.status_code == 204


def test_what_is_no_proposal_is_refused_and_not_as_html(desk):
    answer = desk.ask("POST", "/labels/ps/nav.next", forms="x")
    assert answer.status_code == 422
    assert "html" not in answer.headers["content-type"]


def test_a_hostile_label_in_the_file_is_text_in_the_panel_and_on_the_page(desk, own):
    desk.save(
        "ps", "nav.back_to_top", HOSTILE,
        expected=desk.expected("ps", "nav.back_to_top"), fuzzy=True,
    )  # fmt: skip
    desk.workspace.reload([own / "ps.po"])
    for path in ("/page/ps/water-report", f"/panel/labels?{VIEW}", "/labels/ps/nav.back_to_top"):
        answer = desk.get(path)
        assert HOSTILE not in answer.text
        assert HOSTILE in html.fromstring(f"<div>{answer.text}</div>").text_content()


def test_without_the_secret_nothing_is_written(desk, own):
    before = (own / "ps.po").read_bytes()
    data = {"forms": ["بل"], "expected": desk.expected("ps", "nav.next")}
    answer = desk.ask("POST", "/labels/ps/nav.next", token=False, **data)
    assert answer.status_code == 403
    assert (own / "ps.po").read_bytes() == before


@pytest.mark.parametrize(
    "path",
    ["/labels/xx/nav.next", "/labels/..%2f..%2fps/nav.next", "/labels/ps/none", "/labels/ps/%00"],
)
def test_what_nobody_knows_is_not_there(panels, path):
    assert panels.get(path).status_code == 404
    data = {"forms": ["x"], "expected": ""}
    assert panels.ask("POST", path, **data).status_code == 404


def test_a_publication_without_a_folder_is_offered_one(without_own, folder):
    """The built-in labels are never changed unasked."""
    built_in = {path: path.read_bytes() for path in CATALOGUES.iterdir()}
    panel = without_own.get(f"/panel/labels?{VIEW}")
    assert "data-make-folder" in panel.text
    assert "<textarea" not in without_own.get("/labels/ps/nav.next").text
    assert without_own.save("ps", "nav.next", "بل", expected="").status_code == 403
    assert without_own.ask("POST", "/labels").status_code == 201
    assert Publication.load(folder).labels_folder == (folder / "labels").resolve()
    without_own.workspace.reload([folder / "toolkit.toml"])
    expected = without_own.expected("ps", "nav.next")
    assert without_own.save("ps", "nav.next", "بل", expected=expected).status_code == 204
    entries = read_catalogue(folder / "labels" / "ps.po").entries
    assert {label: entry.forms for label, entry in entries.items()} == {"nav.next": ("بل",)}
    assert without_own.ask("POST", "/labels").status_code == 409
    assert {path: path.read_bytes() for path in CATALOGUES.iterdir()} == built_in


def test_pseudo_locales_and_the_built_in_source_are_not_edited(folder):
    panels = Panels(folder, edits_built_in=True)
    for tag in ("en-XA", "en"):
        assert panels.save(tag, "nav.next", "x", expected="").status_code == 403


@pytest.mark.parametrize("name", ["body.59", "body.60", "image.alt"])
def test_direction_is_explained_for_one_paragraph(panels, name):
    answer = panels.get(f"/panel/direction?{VIEW}&side=right&paragraph={name}")
    tree = html.fragment_fromstring(answer.text, create_parent="div")
    (chosen,) = tree.xpath("//select[@name='paragraph']/option[@selected]")
    assert chosen.get("value") in {"body.59", "image.alt"}
    assert tree.xpath("//blockquote/@dir")[0] == "rtl"
    assert tree.xpath("//table//tbody/tr")


def test_a_hazard_has_a_button_that_copies_what_to_write(desk, folder):
    (folder / "slip.fa.md").write_text("---\nlang: fa\ntitle: علي\n---\n\nمتن\n", "utf-8")
    desk.workspace.reload([folder / "slip.fa.md"])
    answer = desk.get("/panel/direction?article=slip&left=fa&right=en&paragraph=title")
    tree = html.fragment_fromstring(answer.text, create_parent="div")
    assert tree.xpath("//button/@data-copy") == ["علی"]


def test_pairs_tell_where_the_numbers_part(panels):
    pairs = dict(panels.get("/pairs?article=water-report&left=en&right=fa").json())
    assert (pairs[58], pairs.get(61), pairs[62]) == (58, None, 61)
    for query in (
        "article=water-report&left=fa&right=fa-XA",
        "article=",
        "article=water-report&left=en&right=en",
    ):
        assert panels.get(f"/pairs?{query}").status_code == 200


def test_paragraphs_without_a_counterpart_are_listed(panels):
    tree = html.fragment_fromstring(
        panels.get(f"/panel/paragraphs?{VIEW}").text, create_parent="div"
    )
    (button,) = tree.xpath("//button[@data-jump]")
    assert button.get("data-side") == "left"
    assert "If you wed the water" in button.text_content()
