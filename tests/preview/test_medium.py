"""A page in another colour scheme, or as it is printed, whatever the window is."""

import pytest

from toolkit.preview.medium import as_seen

_TEXT = "<p>@media print, (prefers-color-scheme: dark) {}</p>"
_PAGE = (
    '<head><meta name="color-scheme" content="light dark"><style>'
    "@media (prefers-color-scheme: dark){a{}}@media print{b{}}@media screen and (width>1px){c{}}"
    f"</style></head>{_TEXT}"
)


def test_a_page_is_left_alone_where_nothing_is_asked():
    assert as_seen(_PAGE) == _PAGE


@pytest.mark.parametrize(
    ("scheme", "answer"), [("dark", "(min-width:0)"), ("light", "(max-width:0)")]
)
def test_a_scheme_is_answered_by_what_is_always_or_never_true(scheme, answer):
    seen = as_seen(_PAGE, scheme=scheme)
    assert f'content="{scheme}"' in seen
    assert _TEXT in seen
    assert f"@media {answer}{{a" in seen
    assert "@media print{b" in seen


def test_a_printed_page_is_light_and_has_margins():
    seen = as_seen(_PAGE, scheme="dark", is_printed=True)
    assert "@media (max-width:0){a" in seen
    assert "@media all{b" in seen
    assert "@media not all and (width>1px){c" in seen
    assert "<style>html{padding" in seen
