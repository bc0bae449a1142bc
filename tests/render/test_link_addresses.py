import pytest
from lxml import html

from toolkit.render.link_addresses import show_link_addresses


def shown(link):
    tree = html.fragment_fromstring(f"<main><div class='body'><p>A {link}, b.</p></div></main>")
    show_link_addresses(tree)
    return tree.text_content()


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("<a href='https://example.org/a?b=1'>story</a>", "A story (example.org/a?b=1), b."),
        ("<a href='http://example.org/'>story</a>", "A story (http://example.org/), b."),
        ("<a href='mailto:a@example.org'>Ask <b>us</b></a>", "A Ask us (a@example.org), b."),
        ("<a href='https://example.org/'>example.org</a>", "A example.org, b."),
        (
            "<a href='https://Example.org/b'>https://example.org/b</a>",
            "A https://example.org/b, b.",
        ),
        ("<a href='#place'>there</a>", "A there, b."),
    ],
)
def test_an_address_follows_the_words_that_do_not_say_it(link, text):
    assert shown(link) == text


def test_an_address_runs_left_to_right():
    tree = html.fragment_fromstring(
        "<div class='body' dir='rtl'><p><a href='https://example.org/'>نشانی</a> است</p></div>"
    )
    body = html.Element("main")
    body.append(tree)
    show_link_addresses(body)
    (note,) = body.xpath("//span[@class='link-address']")
    assert html.tostring(note, encoding="unicode") == (
        '<span class="link-address"> (<bdi dir="ltr">example.org/</bdi>)</span> است'
    )
