"""The rows of docs/accessibility.md, judged in a page that is seen in one of several ways."""

import tomllib
from contextlib import contextmanager
from pathlib import Path

from tests.browser import keyboard

HERE = Path(__file__).parent
ROWS = {int(number): row for number, row in tomllib.loads((HERE / "rows.toml").read_text()).items()}
PROBE = (HERE / "rows.js").read_text("utf-8")
CLIPPING = (HERE / "clipping.js").read_text("utf-8")

# The smallest that WCAG 2.2, 1.4.12, has a reader set; joined letters have no space between them.
SPACED = """* { line-height: 1.5 !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
:lang(en) { letter-spacing: 0.12em !important }"""
TWICE = {"standard": 32, "fixed": 26}
ONCE = {"standard": 16, "fixed": 13}

MEDIA = {
    "forced": {"forced_colors": "active"},
    "still": {"reduced_motion": "reduce"},
    "print": {"media": "print"},
}
NORMAL = {"media": "null", "forced_colors": "null", "reduced_motion": "null"}


def rows(view):
    """Return the numbers of the rows that are judged in a view."""
    return [number for number, row in ROWS.items() if row["seen"] == view]


@contextmanager
def seen(page, view):
    """Show a page in a view."""
    page.emulate_media(**MEDIA.get(view, {}))
    if view == "zoomed":
        set_letters(page, TWICE)
    style = page.add_style_tag(content=SPACED) if view == "spaced" else None
    yield
    if style:
        style.evaluate("element => element.remove()")
    if view == "zoomed":
        set_letters(page, ONCE)
    page.emulate_media(**NORMAL)


def set_letters(page, sizes):
    """Set the size of letters as a reader does in the browser's settings."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def offenders(page, view, wanted=None):
    """Return what breaks the rows of a view, by the row's name."""
    numbers = wanted or rows(view)
    with seen(page, view):
        if view == "keyboard":
            found = keyboard.judge(page)
        elif view in {"zoomed", "spaced"}:
            found = {number: clipped(page) for number in numbers}
        else:
            found = page.evaluate(PROBE, numbers)
    return {
        f"{number} {ROWS[int(number)]['name']}": wrong for number, wrong in found.items() if wrong
    }


def clipped(page):
    """Return what is cut off or runs into something else."""
    return [f"{rule}: {what}" for rule, found in page.evaluate(CLIPPING).items() for what in found]
