import pytest
import tinycss2

from toolkit.errors import ThemeError
from toolkit.render.fonts import faces, families, first_view, font_face_css, stand_in_css


def descriptors(medium):
    """Return the descriptors of each @font-face rule, as a CSS parser reads them."""
    css = font_face_css(medium, lambda face: f"fonts/{face.file.name}")
    rules = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    assert {rule.type for rule in rules} == {"at-rule"}
    assert {rule.at_keyword for rule in rules} == {"font-face"}
    return [
        {
            item.name: tinycss2.serialize(item.value).strip()
            for item in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
        }
        for rule in rules
    ]


@pytest.mark.parametrize("medium", ["web", "pdf"])
def test_every_face_has_its_rule(medium):
    expected = [
        (f'"{face.family}"', str(face.weight), face.style, f"fonts/{face.file.name}")
        for face in faces(medium)
    ]
    found = [
        (
            rule["font-family"],
            rule["font-weight"],
            rule["font-style"],
            rule["src"].split('"')[1],
        )
        for rule in descriptors(medium)
    ]
    assert found == expected


def test_web_rules_swap_and_name_their_range():
    assert all(rule["font-display"] == "swap" for rule in descriptors("web"))
    assert all(rule["unicode-range"].startswith("U+") for rule in descriptors("web"))


def test_pdf_rules_have_no_range():
    assert all("unicode-range" not in rule for rule in descriptors("pdf"))


@pytest.mark.parametrize(
    ("lang", "leading"),
    [
        ("fa", "Naskh"),
        ("fa-AF", "Naskh"),
        ("ps", "Naskh"),
        ("uz-Arab-AF", "Naskh"),
        ("uz-Latn-UZ", "Serif"),
        ("sd-Deva", "Serif"),
        ("en-GB", "Serif"),
        ("fab", "Serif"),
    ],
)
def test_the_font_of_the_language_leads(lang, leading):
    assert families("text", lang).startswith(f'"Toolkit {leading}", ')


def test_a_stack_ends_in_a_generic_family():
    assert families("text", "en").endswith(", serif")
    assert families("label", "fa").endswith(", sans-serif")
    assert families("code", "fa").endswith(", monospace")


def test_an_unknown_role_is_refused_by_name():
    with pytest.raises(ThemeError, match=r"“blackletter”.*text, heading, label, verse, code"):
        families("blackletter", "fa")


PASHTO = {"naskh-400-arabic", "sans-arabic-400-arabic", "sans-arabic-700-arabic"}
ENGLISH = {"serif-400-latin", "sans-400-latin", "sans-700-latin"}


def asked_early(lang, **shown):
    return {face.file.stem for face in first_view(lang, shown)}


def test_the_first_view_is_headline_text_and_label():
    assert asked_early("ps") == PASHTO
    assert asked_early("en", heading="Bread", text="Salt", label="News") == ENGLISH


@pytest.mark.parametrize(
    ("role", "text", "other"),
    [
        ("heading", "د C++ کتاب", "sans-700-latin"),
        ("text", "Radio Sabzab", "serif-400-latin"),
        ("label", "English", "sans-400-latin"),
    ],
)
def test_a_mixed_first_view_has_the_fonts_of_both_scripts(role, text, other):
    assert asked_early("ps", **{role: text}) == PASHTO | {other}


def test_shared_punctuation_asks_for_no_other_font():
    assert asked_early("ps", heading="«۱۴۰۴»: (۲۷)، “!”", text="– … ‹›") == PASHTO
    assert asked_early("en", heading="«2026»: (27) “!”", text="– … ‹›") == ENGLISH


def test_what_stands_in_is_as_high_as_ours():
    rules = tinycss2.parse_stylesheet(stand_in_css())
    assert {rule.at_keyword for rule in rules} == {"font-face"}
    for rule in rules:
        found = {
            item.name: tinycss2.serialize(item.value)
            for item in tinycss2.parse_blocks_contents(rule.content)
            if item.type == "declaration"
        }
        adjusted = float(found["size-adjust"].rstrip("%")) / 100
        height = float(found["ascent-override"].rstrip("%")) * adjusted
        assert abs(height - 105) < 0.1
