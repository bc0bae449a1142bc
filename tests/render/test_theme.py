from pathlib import Path

import pytest

from toolkit.errors import (
    CatalogueError,
    Diagnostic,
    PublicationError,
    ThemeError,
    ToolkitError,
)
from toolkit.language import Labels
from toolkit.render import Renderer
from toolkit.render.theme import Theme


@pytest.fixture
def theme(tmp_path):
    (tmp_path / "css").mkdir()
    return Theme(tmp_path)


def test_a_themes_file_takes_the_place_of_the_built_in_one(tmp_path, theme):
    (tmp_path / "css" / "tokens.css").write_text(":root { --accent: green } /* ours */")
    sheet = theme.stylesheet("screen.css")
    assert sheet.startswith(":root{--accent:green}")
    assert "ours" not in sheet
    assert ".masthead" in sheet


def test_strings_in_style_sheets_stay_as_they_are(tmp_path, theme):
    css = 'a::before { content: "a  /* x */  b" }  /* gone */'
    (tmp_path / "css" / "tokens.css").write_text(css)
    assert 'a::before{content:"a  /* x */  b"}' in theme.stylesheet("screen.css")
    assert "gone" not in theme.stylesheet("screen.css")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a , b > c :hover { color : red ; }", "a,b > c :hover{color : red}"),
        ("@media (min-width: 4rem) { a { margin: -1px calc(1px + 2px); } }",
         "@media (min-width:4rem){a{margin:-1px calc(1px + 2px)}}"),
        (":root { --a: ; --b: 'x; }' }", ":root{--a: ;--b:'x; }'}"),
        ("a:is(b, c) *::after { content: ' : , ' }", "a:is(b,c) *::after{content:' : , '}"),
    ],
)  # fmt: skip
def test_needless_white_space_is_left_out(tmp_path, theme, written, shown):
    (tmp_path / "css" / "tokens.css").write_text(written)
    assert theme.stylesheet("screen.css").startswith(shown)


def test_a_style_sheet_cannot_close_its_element(tmp_path, theme):
    (tmp_path / "css" / "tokens.css").write_text("a::before { content: '</style><script>' }")
    assert "</style" not in theme.stylesheet("screen.css")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ nothing }}", "“nothing” is a name that nobody knows here. Mend"),
        ("{{ page.nothing.y }}", "“nothing” is a name that nobody knows here. Mend"),
        ("{{ 1 / 0 }}", "this cannot be worked out: division by zero. Mend"),
        ("{{ 1 | lost }}", "No filter named 'lost'. Mend"),
        ("{% include 'lost.html' %}", "there is no template “lost.html”. Mend"),
        ("{{ label('nav.hom') }}", "There is no label “nav.hom”. Did you mean nav."),
        ("{{ label('x') }}", "There is no label “x”. Mend"),
        ("{{ label('article.byline') }}", "The label “article.byline” was given no"),
    ],
)
@pytest.mark.parametrize("part", ["page.html", "partials/page.html"])
def test_a_broken_template_is_named_with_the_line(tmp_path, theme, template, said, part):
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/page.html").write_text("{% if true %}\n{% endif %}\n")
    (tmp_path / "page.html").write_text("\n\n{% include 'partials/page.html' %}")
    (tmp_path / part).write_text("\n\n" + template)
    with pytest.raises(ToolkitError) as raised:
        theme.render("page.html", {"page": tmp_path, "label": Labels("fa").html})
    found = str(raised.value)
    assert found.startswith(f"{tmp_path / part}:3: {said}"), found
    assert found.count("Mend the theme's file") <= 1
    assert ".." not in found
    assert "\n" not in found


def test_a_template_that_is_part_of_itself_is_named(tmp_path, theme):
    (tmp_path / "page.html").write_text("{% include 'page.html' %}")
    with pytest.raises(ThemeError, match=r"page\.html:1: the template is part of itself\. Mend"):
        theme.render("page.html", {})


def test_the_themes_own_template_is_named_where_a_built_in_one_fails_in_it(tmp_path, theme):
    (tmp_path / "page.html").write_text("\n{% include 'partials/footer.html' %}")
    with pytest.raises(ThemeError, match=r"/page\.html:2: "):
        theme.render("page.html", {})


def test_what_names_its_own_file_is_not_blamed_on_the_template(tmp_path, theme):
    (tmp_path / "page.html").write_text("{{ style() }}")
    told = PublicationError(Diagnostic(code="x", reason="is wrong", remedy="Mend it", file="a.po"))

    def style():
        raise told

    with pytest.raises(PublicationError) as raised:
        theme.render("page.html", {"style": style})
    assert str(raised.value) == "a.po: is wrong. Mend it."
    assert raised.value.__cause__ is None


def test_a_template_in_another_encoding_is_named(tmp_path, theme):
    (tmp_path / "page.html").write_bytes(b"\xff")
    with pytest.raises(ThemeError, match=r"page\.html: .* is not UTF-8 text\. Mend"):
        theme.render("page.html", {})


def test_a_missing_template_is_named(theme):
    with pytest.raises(ThemeError, match=r"lost\.html: there is no template “lost\.html”"):
        theme.render("lost.html", {})


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ThemeError, match="does not exist"):
        Theme(tmp_path / "nowhere")


def test_a_missing_style_sheet_is_named(theme):
    with pytest.raises(ThemeError, match=r"css/lost\.css"):
        theme.stylesheet("lost.css")


def test_a_renderer_takes_the_folder_as_text_and_names_one_that_is_not_there(tmp_path):
    assert Renderer("fa", theme=str(tmp_path)).locale.tag == "fa"
    with pytest.raises(ThemeError, match="nowhere: the theme's folder does not exist"):
        Renderer("fa", theme="nowhere")


def test_a_renderer_names_a_folder_of_labels_that_is_not_there():
    for folder in ("nowhere", Path("nowhere")):
        with pytest.raises(CatalogueError, match=r"nowhere: There is no such folder .* Correct"):
            Renderer("fa", labels=folder)
