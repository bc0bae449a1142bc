"""A walk through a page with the Tab key: rows 21 to 24."""

import itertools
from pathlib import Path

STOP = (Path(__file__).parent / "stop.js").read_text("utf-8")


def walk(page):
    """Press Tab until the focus leaves the page; return where it stopped."""
    page.emulate_media(reduced_motion="reduce")
    start(page)
    stops = []
    while (stop := tab(page)) and stop["position"] != (stops and stops[0]["position"]):
        stops.append(stop)
    return stops


def start(page):
    """Let the next Tab begin at the top of the page."""
    page.evaluate("""() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
      scrollTo(0, 0);
    }""")


def tab(page):
    """Press Tab; return where the focus is, or None outside the page."""
    page.keyboard.press("Tab")
    return page.evaluate(STOP)


def judge(page):
    """Return what breaks rows 21 to 24, by number."""
    stops = walk(page)
    return {
        21: [stop["name"] for stop in stops if stop["outline"] < 2 or stop["contrast"] < 3],
        22: [stop["name"] for stop in stops if stop["isCovered"]],
        23: disordered(stops),
        24: skipping(page),
    }


def disordered(stops):
    """Return where the focus leaps: in the document, or back along a line."""
    found = [
        f"{before['name']} > {stop['name']}"
        for before, stop in itertools.pairwise(stops)
        if stop["position"] != before["position"] + 1 or runs_back(before, stop)
    ]
    missed = stops[-1]["most"] - len(stops)
    return [*found, *([f"{missed} are never reached"] if missed else [])]


def runs_back(before, stop):
    """Return whether two stops of a line are against the direction of the line."""
    overlap = min(before["bottom"], stop["bottom"]) - max(before["top"], stop["top"])
    if before["line"] != stop["line"] or stop["line"] is None or overlap <= 1:
        return False
    return stop["right"] > before["right"] if stop["isRtl"] else stop["left"] < before["left"]


def skipping(page):
    """Return what is wrong with the skip link: it is first, and leads into the text."""
    start(page)
    first = tab(page)
    if not first or "skip-link" not in first["part"]:
        return [f"the first stop is {first and first['name']}"]
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.tagName") != "MAIN":
        return ["main has no focus"]
    after = tab(page)
    return [] if after and after["isInMain"] else [f"the next stop is {after and after['name']}"]
