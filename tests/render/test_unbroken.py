from lxml import html

from toolkit.render.unbroken import keep_tokens_unbroken


def test_short_tokens_are_kept_and_long_ones_may_break():
    short, long = "+93 700 123 456", "https://example.org/" + "a/" * 20
    tree = html.fragment_fromstring(
        f'<p><bdi dir="ltr">{short}</bdi> <bdi dir="ltr">{long}</bdi> <bdi>name</bdi></p>'
    )
    keep_tokens_unbroken(tree)
    assert [token.get("style") for token in tree] == ["white-space: nowrap", None, None]
