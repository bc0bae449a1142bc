"""Which labels are used where: the pages themselves are the judge."""

import ast

import pytest

from toolkit.errors import ThemeError
from toolkit.render import Renderer
from toolkit.resources import PACKAGE
from toolkit.translation import usage
from toolkit.translation.extract import extract
from toolkit.translation.folder import Folder
from toolkit.translation.status import pages_of_labels
from toolkit.translation.usage import find_uses


def test_the_template_says_where_its_labels_are_used():
    changed, found = extract(Folder(), dry=True)
    assert not changed, "run: toolkit labels extract && toolkit labels update"
    assert [one for one in found if one.severity != "note"] == []


@pytest.fixture(scope="module")
def shown(samples, publication):
    """The labels that pages of the sample articles ask for, by page."""

    def asked(make) -> set[str]:
        renderer = Renderer("en", publication=publication, articles=samples.values())
        messages = renderer.labels._messages
        make(renderer)
        return set(messages._found)

    report = samples["water-report"]
    return {
        "article": asked(lambda made: [made.html(article) for article in samples.values()]),
        "front": asked(lambda made: made.front()),
        "list": asked(lambda made: made.list(None, 1)),
        "not found": asked(lambda made: made.not_found()),
        "text": asked(lambda made: [made.text(article) for article in samples.values()]),
        "print": asked(lambda made: made.pdf(report)),
    }


@pytest.mark.parametrize("page", ["article", "front", "list", "not found", "text", "print"])
def test_every_label_that_a_page_shows_is_listed_for_it(shown, page):
    assert shown[page]
    listed = set(pages_of_labels(Folder())[page])
    if page in {"text", "print"}:  # share links are made for these too, but not shown
        listed |= {label for label in shown[page] if label.startswith(("share.", "network."))}
    assert sorted(shown[page] - listed) == []


FOOTER = """\
<p lang="{{ label_lang("own.motto") }}">{{ label("own.motto") }}</p>
{{ label("nav.hom") }}
{{ label_text("nav.next" if x else "nav.previous") }}
{{ label(x) }}
"""


@pytest.fixture
def theme(tmp_path):
    folder = tmp_path / "theme"
    (folder / "partials").mkdir(parents=True)
    return folder


def test_a_theme_is_read_too(own, theme):
    folder, write = own
    (theme / "partials/footer.html").write_text(FOOTER)
    write("labels.pot", '\nmsgctxt "own.motto"\nmsgid "Motto"\nmsgstr ""\n')
    folder = Folder(folder.path, theme)
    changed, found = extract(folder)
    assert changed
    assert [(one.code, one.severity, one.file, one.line) for one in found[:2]] == [
        ("undefined-label", "error", "theme/partials/footer.html", 2),
        ("computed-label", "warning", "theme/partials/footer.html", 4),
    ]
    assert "nav.home" in found[0].remedy
    assert [one.code for one in found[2:]] == ["no-translator-comment"]
    assert "#: theme/partials/footer.html\n" in folder.template_path.read_text("utf-8")
    uses = {use.label for use in find_uses(folder.sources, theme) if "footer" in use.file}
    assert uses >= {"nav.next", "nav.previous"}
    pages = pages_of_labels(folder)
    assert "own.motto" in pages["article"]
    assert "nav.back_to_top" not in pages["article"]


@pytest.mark.parametrize("content", ["{% if %}", b"\xff\xfe", "x" * 1_000_001])
def test_a_broken_template_is_named(own, theme, content):
    data = content if isinstance(content, bytes) else content.encode()
    (theme / "page.html").write_bytes(data)
    with pytest.raises(ThemeError, match=r"page\.html"):
        extract(Folder(own[0].path, theme))


def test_nothing_is_written_if_asked(copy):
    text = copy.template_path.read_text("utf-8").replace("#: templates/page.html\n", "")
    copy.template_path.write_text(text, "utf-8")
    assert extract(copy, dry=True)[0]
    assert copy.template_path.read_text("utf-8") == text
    assert extract(copy)[0]
    assert not extract(copy)[0]
    assert "#: templates/page.html\n" in copy.template_path.read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('labels.html("nav.home")', ["nav.home"]),
        ('page.labels.text("nav.hme", x=1)', ["nav.hme"]),
        ('NAMES = {"a": ("nav.home", 1)}', ["nav.home"]),
        ('labels.html(f"network.{name}")', [None]),
        ('labels.html(row["label"])', [None]),
        ("labels.html(label)", []),
        ('tree.text("nav.hme")', []),
    ],
)
def test_code_names_its_labels(code, found):
    uses = usage._in_module(ast.parse(code), "toolkit/x.py", {"nav.home"})
    assert [use.label for use in uses] == found


def test_every_file_that_is_named_exists():
    for use in find_uses(Folder().sources):
        assert (PACKAGE.parent / use.file).is_file()
