"""Compares lines as they are set with UAX#9 on the unsplit text."""

from collections.abc import Iterator

from mixed_paragraphs import INVISIBLE, Model
from set_lines import PIXELS_PER_POINT, Line

from toolkit.direction import reset_whitespace, visual_order
from toolkit.direction.properties import classify

TOLERANCE = 0.5 * PIXELS_PER_POINT
_BREAK = "\u2029"


class Mismatch(Exception):
    """The text set is not the text written."""


def _visible(character: str) -> bool:
    return character not in INVISIBLE and character not in "\n\u2029"


def place_lines(model: Model, lines: list[Line]) -> list[list[int]]:
    """Return, for each line, the place in the model of each of its visible characters."""
    places: list[list[int]] = []
    at = 0
    for line in lines:
        places.append([])
        for character in filter(_visible, line.text):
            start_of_line = not places[-1]
            while at < len(model.characters) and (
                not _visible(model.characters[at])
                or (start_of_line and model.characters[at] == " " != character)
            ):
                at += 1
            if model.characters[at : at + 1] != character:
                around = model.characters[max(0, at - 20) : at + 20]
                raise Mismatch(f"{character!r} set, {around!r} written")
            places[-1].append(at)
            at += 1
    if left := [c for c in model.characters[at:] if _visible(c) and c != " "]:
        raise Mismatch(f"{''.join(left)!r} not set")
    return places


def expected_order(model: Model, start: int, stop: int) -> list[int]:
    """Return the places of a line's characters from left to right: rules L1 and L2."""
    classes = classify(model.characters[start:stop])
    levels = reset_whitespace(bytes(model.levels[start:stop]), classes, model.base)
    return [start + i for i in visual_order(levels)]


def actual_order(line: Line, places: list[int]) -> list[int]:
    """Return the places of a line's characters from left to right as they are set."""
    clusters = []
    rest = iter(places)
    for cluster in line.clusters:
        own = [next(rest) for character in cluster.text if _visible(character)]
        if own:
            clusters.append((cluster.x, cluster.x + cluster.width, own[:: -1 if cluster.rtl else 1]))
    return [place for _, _, own in sorted(clusters) for place in own]


def faults(model: Model, lines: list[Line], *, justified: bool) -> Iterator[str]:
    """Yield what is wrong with a paragraph."""
    try:
        placed = place_lines(model, lines)
    except Mismatch as mismatch:
        yield str(mismatch)
        return
    starts = [places[0] if places else None for places in placed]
    for number, (line, places) in enumerate(zip(lines, placed, strict=True)):
        if not places:
            continue
        stop = next((s for s in starts[number + 1 :] if s is not None), len(model.characters))
        order = [i for i in expected_order(model, places[0], stop) if i in set(places)]
        found = actual_order(line, places)
        if order != found:
            wanted, got = ("".join(model.characters[i] for i in line) for line in (order, found))
            yield f"line {number}: {got!r} set, {wanted!r} is UAX#9"
        last = number == len(lines) - 1 or _BREAK in model.characters[places[-1] : stop]
        yield from _off_margin(line, model.base, justified=justified and not last, number=number)


def _off_margin(line: Line, base: int, *, justified: bool, number: int) -> Iterator[str]:
    shown = [c for c in line.clusters if any(map(_visible, c.text))]
    left, right = min(c.x for c in shown), max(c.x + c.width for c in shown)
    spaces = any(" " in c.text for c in shown)
    overfull = right - left > line.right - line.left + TOLERANCE
    if overfull:
        return
    if abs((line.right - right) if base else (left - line.left)) > TOLERANCE:
        yield f"line {number}: starts off the margin by {line.right - right if base else left - line.left:.2f}"
    if justified and spaces and abs((left - line.left) if base else (line.right - right)) > TOLERANCE:
        yield f"line {number}: ends off the margin by {left - line.left if base else line.right - right:.2f}"
