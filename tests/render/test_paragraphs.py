import pytest
from lxml import html

from toolkit.render.text import plain_text, terminal_text


def text(body, lang="en", direction="ltr"):
    page = f'<html lang="{lang}" dir="{direction}"><body>{body}</body></html>'
    return plain_text(html.document_fromstring(page))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Head</h2><p>A\n b.</p>", "Head\n----\n\nA b.\n"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "  • a\n  • b\n    • c\n"),
        ('<ol start="3"><li><p>a</p><p>b</p></li><li>c</li></ol>', "  3. a\n\n  b\n  4. c\n"),
        ('<ol type="a" reversed><li>a</li><li>b</li></ol>', "  b. a\n  a. b\n"),
        ("<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt></dl>", "a\n    b\n    c\n\nd\n"),
        ("<p>a</p><hr><p>b</p>", "a\n\n* * *\n\nb\n"),
        ("<p>a<br>b</p>", "a\nb\n"),
        ("<pre>x\n  y</pre>", "    x\n      y\n"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "a | b\n1 | 2\n",
        ),
        (
            '<p>See <a href="https://a.example/">this</a>.</p>',
            "See this \u2066<https://a.example/>\u2069.\n",
        ),
        ('<p>Fo<span lang="fa" dir="rtl">آب</span></p>', "Fo\u2067آب\u2069\n"),
        ("<p>a<bdi>b</bdi></p>", "ab\n"),
        ("<p>a <bdi>آب</bdi></p>", "a \u2068آب\u2069\n"),
        ("<blockquote><p>q</p></blockquote>", "    q\n"),
        ('<p><img src="a" alt="A hill"></p>', "[A hill]\n"),
        ('<p>x<a role="doc-backlink" href="#a">↑</a></p>', "x\n"),
    ],
)
def test_structure_and_isolates(body, expected):
    assert text(body) == expected


def test_numbers_of_a_list_are_native():
    assert text("<ol><li>آب</li></ol>", "fa", "rtl") == "  ۱. آب\n"


def test_letters_of_a_list_are_those_of_its_language():
    markup = '<ol type="a"><li>آب</li><li lang="en" dir="ltr">b</li></ol>'
    assert text(markup, "fa", "rtl") == "  الف – آب\n  ب – b\n"


def test_facing_hemistichs_stand_on_one_line():
    verse = (
        '<div class="verse"><p class="beyt"><span class="hemistich">الف</span> '
        '<span class="hemistich">ب</span></p>'
        '<p class="beyt"><span class="hemistich">پ</span></p></div>'
    )
    assert text(verse, "fa", "rtl") == "الف    ب\nپ\n"


def test_a_terminal_gets_shaped_text_on_its_right_side():
    page = html.document_fromstring('<html lang="fa" dir="rtl"><body><p>آب ABC</p></body></html>')
    line = terminal_text(page, width=30, report=lambda _finding: None).rstrip("\n")
    assert line == "ABC ﺏﺁ".rjust(30)
