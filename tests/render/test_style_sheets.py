"""The sources of the style sheets: logical, and their colours, sizes and languages in one place."""

import re
import tomllib

import pytest

from toolkit.resources import FONTS, TEMPLATES

SHEETS = {path.name: path.read_text("utf-8") for path in (TEMPLATES / "css").glob("*.css")}
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)(?:-\w+)?"
    r"|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float|clear)\s*:"
    r"|text-align:\s*(?:left|right)"
)
BLOCKS = re.compile(
    r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}|/\*.*?\*/|@(?:media|container)[^{]*", re.DOTALL
)


def rules(name):
    """Return a sheet's rules without comments, page margins and conditions."""
    return BLOCKS.sub("", SHEETS[name])


@pytest.mark.parametrize("name", SHEETS)
def test_properties_are_logical(name):
    allowed = {
        # Code runs from left to right, and a picture that floats does so in no sheet of ours.
        "screen.css": ["text-align: left"],
        # The foot of a page takes the notes; an item of the other direction begins at its counter.
        "print.css": ["text-align: right", "text-align: left", "text-align: left", "float:"],
    }
    assert sorted(PHYSICAL.findall(rules(name))) == sorted(allowed.get(name, []))


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "tokens.css"])
def test_colours_and_fonts_are_tokens(name):
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|\"Toolkit", rules(name)) == []


def test_every_token_that_is_used_is_set():
    used = {token for sheet in SHEETS.values() for token in re.findall(r"var\((--[\w-]+)", sheet)}
    made = {token for sheet in SHEETS.values() for token in re.findall(r"(--[\w-]+)\s*:", sheet)}
    assert used - made == {"--columns", "--reach", "--lead-height"}  # of the paper
    assert made - used - {"--space-6"} == set()


def test_languages_of_arabic_script_are_those_of_the_fonts():
    listed = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))["languages"]["Arab"]
    block = re.search(
        r"((?:\[lang\|=\"[\w-]+\"\],?\s*)+)\{\s*--font-text: var\(--text-arabic\)",
        SHEETS["tokens.css"],
    )
    assert re.findall(r'"([\w-]+)"', block[1]) == listed
