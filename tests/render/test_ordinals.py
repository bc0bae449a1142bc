import pytest
from lxml import html

from toolkit.render.ordinals import is_plain, ordinals


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<ol><li>a<li>b", [1, 2]),
        ("<ol start=3><li>a<li>b", [3, 4]),
        ("<ol start=-1><li>a<li>b", [-1, 0]),
        ("<ol reversed><li>a<li>b<li>c", [3, 2, 1]),
        ("<ol reversed start=10><li>a<li>b", [10, 9]),
        ("<ol><li>a<li value=7>b<li>c", [1, 7, 8]),
        ("<ol reversed><li>a<li value=7>b<li>c", [3, 7, 6]),
        ("<ol start=x><li value=''>a<li value='1e9'>b", [1, 2]),
        ("<ol><li>a<ol start=5><li>b</ol><li>c", [1, 2]),
    ],
)
def test_numbers_are_those_of_the_html_standard(markup, numbers):
    numbered = html.fragment_fromstring(markup)
    assert [number for _, number in ordinals(numbered)] == numbers
    assert is_plain(numbered) == (numbers == list(range(1, len(numbers) + 1)))
