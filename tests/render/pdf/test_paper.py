import pytest

from toolkit.errors import RenderError
from toolkit.render.pdf.paper import Paper


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A4", (210, 297)),
        ("letter", (215.9, 279.4)),
        ("170mm x 240mm", (170, 240)),
        ("170mmx240mm", (170, 240)),
        ("210mm 297mm", (210, 297)),
    ],
)
def test_names_and_sizes(name, size):
    paper = Paper.named(name)
    assert (paper.width, paper.height) == size


@pytest.mark.parametrize("name", ["A9", "", "10mm x 10mm", "9999mm x 9999mm", "1e9mm x 5mm"])
def test_unknown_sizes_are_refused(name):
    with pytest.raises(RenderError, match="page size"):
        Paper.named(name)


def test_the_outer_margin_is_the_larger_on_both_pages():
    css = Paper.named("A4").css
    assert "@page :left { margin-left: 45.2mm; margin-right: 26.2mm }" in css
    assert "@page :right { margin-left: 26.2mm; margin-right: 45.2mm }" in css


def test_the_binding_takes_the_larger_margin_beside_two_columns():
    paper = Paper.named("A4").parted(2, unexpected)
    assert paper.inner > paper.outer
    assert paper.css.count(f"margin-left: {paper.inner}mm") == 1


@pytest.mark.parametrize("name", ["A4", "Letter", "A5", "170mm x 240mm", "80mm x 120mm"])
def test_no_column_is_wider_than_a_readable_line(name):
    paper = Paper.named(name)
    assert paper.column <= 140
    assert paper.inner + paper.outer + paper.column == pytest.approx(paper.width)


def unexpected(diagnostic):
    raise AssertionError(diagnostic)


@pytest.mark.parametrize("name", ["A4", "Letter", "A5", "170mm x 240mm"])
def test_there_is_room_for_two_columns(name):
    assert Paper.named(name).parted(2, unexpected).columns == 2


def test_on_narrow_paper_there_is_one_column_and_a_note():
    findings = []
    paper = Paper.named("105mm x 148mm")
    assert paper.parted(2, findings.append) == paper
    assert [(found.code, found.severity) for found in findings] == [("columns", "note")]


@pytest.mark.parametrize("columns", [0, 3, -1])
def test_other_numbers_of_columns_are_refused(columns):
    with pytest.raises(RenderError, match="columns"):
        Paper.named("A4").parted(columns, unexpected)
