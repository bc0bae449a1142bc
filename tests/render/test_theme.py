import pytest

from toolkit.errors import ThemeError
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
        ("{% if %}", "page.html:1: "),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ("{% include 'lost.html' %}", "lost.html: the template does not exist"),
    ],
)
def test_a_broken_template_is_named(tmp_path, theme, template, said):
    (tmp_path / "page.html").write_text(template)
    with pytest.raises(ThemeError) as raised:
        theme.render("page.html", {})
    assert said in str(raised.value)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ThemeError, match="does not exist"):
        Theme(tmp_path / "nowhere")


def test_a_missing_style_sheet_is_named(theme):
    with pytest.raises(ThemeError, match=r"css/lost\.css"):
        theme.stylesheet("lost.css")
