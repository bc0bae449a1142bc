"""Elements in elements, sensible or not: the tree is one that PDF/UA allows."""

import page
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import toolkit
from tests.render.pdf.tags.samples import DOT, document
from toolkit.errors import RenderError

BLOCKS = ["div", "p", "h2", "blockquote", "pre", "aside", "section", "details", "header", "main"]
PHRASES = ["span", "em", "q", "code", "abbr", "bdi"]
LISTS = ["ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption"]
TABLES = ["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"]
ATTRIBUTES = [
    "",
    " class='note'",
    " lang='fa'",
    " dir='rtl'",
    " aria-hidden='true'",
    " title='full'",
    " rowspan='3' colspan='2'",
    " scope='row'",
    " style='position: fixed'",
    " style='opacity: 0.5'",
    " style='columns: 2'",
    " style='break-before: page'",
    " style='list-style-position: inside'",
]
WORDS = st.sampled_from(
    [
        "abc ",
        "متن ",
        "۵۰٪ (C++) ",
        "",
        f"<img src='{DOT}' alt='a dot'>",
        f"<img src='{DOT}' alt=''>",
        "<a href='https://example.org/'>link <b>متن</b></a>",
        "<a href='#gone'>gone</a>",
        "<br>",
    ]
)


def element(inner):
    return st.builds(
        lambda tag, attribute, kids: f"<{tag}{attribute}>{''.join(kids)}</{tag}>",
        st.sampled_from(BLOCKS + PHRASES + LISTS + TABLES),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=4),
    )


# Headings skip levels here, which is the author's to mend.
AUTHORS = ("HEADING",)


@settings(max_examples=40)
@given(st.lists(st.recursive(WORDS, element, max_leaves=12), min_size=1, max_size=5))
def test_the_tree_is_one_that_pdf_ua_allows(parts):
    html = document("<h1>t</h1>" + "".join(parts))
    try:
        data = toolkit.write_pdf(html, report=lambda _finding: None)
    except RenderError:  # WeasyPrint knows no layout for it
        assume(False)
    report = str(page.validate_pdf_bytes(data, profile="ua1"))
    found = [line for line in report.splitlines() if line.startswith("[")]
    assert [line for line in found if not any(name in line for name in AUTHORS)] == []
