import pytest
from lxml import html

from toolkit.render.hyphenated import keep_hyphenated_whole

KEPT = '<span class="unbroken">{}</span>'


def kept(markup):
    """Return markup with its hyphenated words kept, whose text is as it was."""
    tree = html.fragment_fromstring(f"<div>{markup}</div>")
    before = tree.text_content()
    keep_hyphenated_whole(tree)
    assert tree.text_content() == before
    return html.tostring(tree, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize("word", ["Pul-e", "E-Kitab", "co-op", "COVID-19", "by-the-by"])
def test_a_word_with_a_short_part_stays_on_one_line(word):
    assert kept(f"<h1>The {word} opens</h1>") == f"<h1>The {KEPT.format(word)} opens</h1>"


def test_words_are_kept_in_every_part_of_a_headline():
    given = '<h3><a href="x">At {} and {}</a><em>{}</em>, {}</h3>'
    words = ["Pul-e", "Lab-e", "Kotal-e", "E-Kitab"]
    assert kept(given.format(*words)) == given.format(*map(KEPT.format, words))


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Pul-e Gandum</p>",
        "<h2>Twenty-three long-lost books</h2>",
        "<h2>A dash - and -e, e- and a--b</h2>",
        "<h2>The over-the-counter-of-all-books shop</h2>",
        "<h2>پیک راه نمک</h2>",
    ],
)
def test_other_text_is_as_it_was(markup):
    assert kept(markup) == markup
