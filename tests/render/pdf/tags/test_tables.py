"""Tables: which heading each cell has, and rows that are too short."""

import pytest

from tests.render.pdf.tags.samples import structure


def headings(root):
    """Return each data cell's text with those of its headings."""
    names = {str(cell.entries.ID): cell.text.strip() for cell in root.all("TH")}
    return {
        cell.text.strip(): [names[str(name)] for name in cell.attributes.get("/Headers", [])]
        for cell in root.all("TD")
        if cell.text.strip()
    }


def scopes(root):
    return {cell.text.strip(): str(cell.attributes["/Scope"])[1:] for cell in root.all("TH")}


def test_headings_of_columns_and_rows():
    root = structure("<table><thead><tr><th>A<th>B</thead><tr><th>r<td>1<tr><th>s<td>2</table>")
    assert scopes(root) == {"A": "Column", "B": "Column", "r": "Row", "s": "Row"}
    assert headings(root) == {"1": ["B", "r"], "2": ["B", "s"]}


def test_spans():
    root = structure(
        "<table><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead>"
        "<tr><th rowspan=2>r<td>1<td>2<tr><td colspan=2>3<tr><th>s<td rowspan=9>4<td>5</table>"
    )
    assert headings(root) == {
        "1": ["B", "C", "r"],
        "2": ["B", "D", "r"],
        "3": ["B", "C", "D", "r"],
        "4": ["B", "C", "s"],
        "5": ["B", "D", "s"],
    }
    spans = {
        cell.text.strip(): [int(cell.attributes.get(f"/{side}Span", 1)) for side in ("Row", "Col")]
        for cell in root.all("TH", "TD")
    }
    assert {text: span for text, span in spans.items() if span != [1, 1]} == {
        "A": [2, 1],
        "B": [1, 2],
        "r": [2, 1],
        "3": [1, 2],
    }


@pytest.mark.parametrize(
    ("cell", "scope"),
    [
        ("<th scope=row>", "Row"),
        ("<th scope=rowgroup>", "Row"),
        ("<th scope=COL>", "Column"),
        ("<th scope=colgroup>", "Column"),
        ("<th scope=nonsense>", "Row"),
    ],
)
def test_a_scope_that_is_said_counts(cell, scope):
    root = structure(f"<table><tr>{cell}A<td>1</table>")
    assert scopes(root) == {"A": scope}


def test_short_rows_get_an_empty_cell():
    root = structure("<table><tr><td>1<td>2<td>3<tr><td>4<tr><td rowspan=2>5<td>6<td>7<tr></table>")
    rows = [
        sum(int(cell.attributes.get("/ColSpan", 1)) for cell in row.elements)
        for row in root.all("TR")
    ]
    assert rows == [3, 3, 3, 2]  # the fifth cell covers the first place of the last row


@pytest.mark.parametrize("span", ["-1", "x", "1e9", "٣", "0"])
def test_senseless_spans_do_no_harm(span):
    root = structure(f"<table><tr><td colspan='{span}' rowspan='{span}'>1<td>2</table>")
    assert [cell.text.strip() for cell in root.all("TD")] == ["1", "2"]


def test_headings_without_a_group_are_for_their_column():
    root = structure("<table><tr><th>A<th>B<tr><td>1<td>2</table>")
    assert scopes(root) == {"A": "Column", "B": "Column"}
    assert headings(root) == {"1": ["A"], "2": ["B"]}
