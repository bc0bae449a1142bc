import pytest
from lxml import html

from toolkit.render.mixed_lists import keep_counters_aligned

PAGE = '<html lang="fa" dir="rtl"><body>{}</body></html>'


@pytest.mark.parametrize(
    ("found", "made"),
    [
        ("<ol><li>یک</li></ol>", "<ol><li>یک</li></ol>"),
        (
            '<ol><li value="3" lang="en" dir="ltr">A <b>x</b></li></ol>',
            '<ol><li value="3"><div lang="en" dir="ltr" class="across">A <b>x</b></div></li></ol>',
        ),
        (
            '<ul><li> <p lang="en" dir="ltr">One</p><p>دو</p></li></ul>',
            '<ul><li> <p lang="en" dir="ltr" class="across">One</p><p>دو</p></li></ul>',
        ),
        (
            '<ul dir="ltr"><li dir="ltr">One</li><li><p>Two</p></li></ul>',
            '<ul dir="ltr"><li dir="ltr">One</li><li><p>Two</p></li></ul>',
        ),
        (
            '<ul><li>یک <span lang="en" dir="ltr">one</span></li></ul>',
            '<ul><li>یک <span lang="en" dir="ltr">one</span></li></ul>',
        ),
    ],
)
def test_a_counter_stays_on_the_lists_side(found, made):
    tree = html.document_fromstring(PAGE.format(found))
    keep_counters_aligned(tree)
    assert html.tostring(tree, encoding="unicode") == PAGE.format(made)
