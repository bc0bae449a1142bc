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
    assert "@page :left { margin-left: 45.1mm; margin-right: 26.2mm }" in css
    assert "@page :right { margin-left: 26.2mm; margin-right: 45.1mm }" in css
