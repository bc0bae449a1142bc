import pytest

from toolkit.render.markup import inner, parse
from toolkit.render.quotations import write_quotation_marks


@pytest.mark.parametrize(
    ("markup", "lang", "written"),
    [
        ("<p>a <q>b</q> c</p>", "en", "<p>a “b” c</p>"),
        ("<p><q>a <q>b <q>c</q></q></q></p>", "fa", "<p>«a ‹b «c»›»</p>"),
        ("<p><q>a <q>b</q> c</q></p>", "ps", "<p>“a ‘b’ c”</p>"),
        ("<p><q>a <em>b</em></q></p>", "de", "<p>„a <em>b</em>“</p>"),
        (
            '<p>گفت <q lang="en">Be kind</q>.</p>',
            "fa",
            '<p>گفت «<span lang="en">Be kind</span>».</p>',
        ),
        ('<p lang="en">a <q>b</q></p>', "fa", '<p lang="en">a “b”</p>'),
    ],
)
def test_marks_are_those_of_the_language_around(markup, lang, written):
    root = parse(markup)
    write_quotation_marks(root, lang)
    assert inner(root) == written
