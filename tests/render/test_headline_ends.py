import pytest
from lxml import html

from toolkit.render.headline_ends import keep_headline_ends_whole

KEPT = '<span style="white-space: nowrap">{}</span>'


@pytest.mark.parametrize(
    ("headline", "end"),
    [
        ("Old canals can carry the province through a dry year", "dry year"),
        ("The bridge and the goat that went to it", "went to it"),
        ("سه گندم در سه روستا: یک سال ترازو چه نشان داد", "نشان داد"),
        ("How many <em>words</em> are in the last line", "last line"),
    ],
)
def test_the_last_words_stay_on_one_line(headline, end):
    tree = html.fragment_fromstring(f"<div><h2>{headline}</h2></div>")
    keep_headline_ends_whole(tree)
    assert html.tostring(tree[0], encoding="unicode") == (
        f"<h2>{headline.removesuffix(end)}{KEPT.format(end)}</h2>"
    )


def test_a_headline_that_is_a_link_keeps_its_end_too():
    tree = html.fragment_fromstring(
        '<div><h3><a href="x">Poems by lantern and nobody moved</a></h3>'
    )
    keep_headline_ends_whole(tree)
    link = f'<a href="x">Poems by lantern and {KEPT.format("nobody moved")}</a>'
    assert html.tostring(tree[0], encoding="unicode") == f"<h3>{link}</h3>"


@pytest.mark.parametrize(
    "headline",
    [
        "Three short words",
        "It ends with <em>words of an element</em>",
        "The law of very extraordinary constitutionality",
        "A number of one <b>or</b> two",
    ],
)
def test_other_headlines_are_as_they_were(headline):
    tree = html.fragment_fromstring(f"<div><h2>{headline}</h2><p>a b c d e f g h</p></div>")
    before = html.tostring(tree)
    keep_headline_ends_whole(tree)
    assert html.tostring(tree) == before
