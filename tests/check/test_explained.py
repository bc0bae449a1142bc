"""Passages as they are explained: code and what is marked in isolates."""

from toolkit.check.explained import explain_passages
from toolkit.check.reading import read_body


def test_code_and_marked_parts_are_isolated():
    body = '<p>یک <code>a b</code> و <span lang="ps">څه</span></p><p dir="ltr">دو</p>'
    first, second = explain_passages(read_body(body, "fa", "body")).paragraphs
    assert first.text == "یک \u2066a b\u2069 و \u2067څه\u2069"
    assert (first.base, first.reason.kind, first.label) == ("rtl", "language", "body")
    assert (second.base, second.reason.kind) == ("ltr", "declared")


def test_lines_of_a_verse_are_paragraphs():
    body = '<div class="verse"><p class="beyt">الف</p><p class="beyt">ب</p></div>'
    found = explain_passages(read_body(body, "fa", "body")).paragraphs
    assert [paragraph.text for paragraph in found] == ["الف", "ب"]
