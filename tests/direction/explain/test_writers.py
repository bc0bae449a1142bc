"""Explanations as text, JSON and HTML."""

import json

from lxml import html

from toolkit.direction.explain import as_html, as_json, as_text, explain
from toolkit.direction.explain.invisible import short_names, visible

TEXT = "زبان C++ می\u200cرود\nHello <b> سلام"


def test_text():
    assert as_text(explain(TEXT)).splitlines() == [
        (
            "Paragraph 1: right to left, because of its first strong character, "
            "U+0632 ARABIC LETTER ZAIN"
        ),
        "  language fa",
        "  Runs, in the order of the text",
        "    1  ← level 1, Arab fa  “زبان ”",
        "    2  → level 2, Latn en  “C++”",
        "    3  ← level 1, Arab fa  “ می⟨ZWNJ⟩رود”",
        "  On the page, from left to right:  3←  2→  1←",
        "  UAX#9 alone, without the isolates of the toolkit",
        "    1  ← level 1, Arab fa  “زبان ”",
        "    2  → level 2, Latn en  “C”",
        "    3  ← level 1, Arab fa  “++ می⟨ZWNJ⟩رود”",
        "    from left to right:  3←  2→  1←",
        "  Tokens",
        "    at 5  code_name, left to right, language en  “C++”",
        "  What cannot be seen",
        "    ZWNJ, U+200C ZERO WIDTH NON-JOINER: at 11",
        "",
        (
            "Paragraph 2: left to right, because of its first strong character, "
            "U+0048 LATIN CAPITAL LETTER H"
        ),
        "  language en",
        "  Runs, in the order of the text",
        "    1  → level 0, Latn en  “Hello <b> ”",
        "    2  ← level 1, Arab fa  “سلام”",
        "  On the page, from left to right:  1→  2←",
    ]


def test_text_shows_no_control():
    text = as_text(explain("a" + "".join(short_names()) + "b", base="rtl"))
    assert not set(text) & (set(short_names()) - {"\n"})


def test_json():
    first = json.loads(as_json(explain(TEXT)))["paragraphs"][0]
    assert first["reason"] == {"kind": "first-strong", "place": 0}
    assert first["order"]["runs"][1]["text"] == "C++"


def test_html_is_a_page_with_escaped_text():
    page = html.document_fromstring(as_html(explain(TEXT)))
    assert page.get("lang") == "en"
    quoted = page.findall(".//blockquote")
    assert [(q.get("lang"), q.get("dir")) for q in quoted] == [("fa", "rtl"), ("en", "ltr")]
    assert quoted[1].text == "Hello <b> \u2067سلام\u2069"
    cells = [cell.text_content() for cell in page.findall(".//tbody/tr/td")]
    assert "C++" in cells
    assert "There is no text" in as_html(explain(""))


def test_visible():
    assert visible("می\u200cرود\u2066\u2069") == "می⟨ZWNJ⟩رود⟨LRI⟩⟨PDI⟩"
