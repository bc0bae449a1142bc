"""Compares lines as they are set with UAX#9 on the unsplit text."""

from tests.conformance.model import BREAK, is_shown
from tests.conformance.set_lines import PIXELS_PER_POINT

TOLERANCE = 0.5 * PIXELS_PER_POINT


class MismatchError(Exception):
    """The text set is not the text written."""


def place_lines(model, lines):
    """Return, for each line, the place in the model of each of its characters that shows."""
    placed, at = [], 0
    for line in lines:
        places = []
        for character in filter(is_shown, line.text):
            while at < len(model.characters) and (
                not is_shown(model.characters[at])
                or (not places and model.characters[at] == " " != character)
            ):
                at += 1
            if model.characters[at : at + 1] != character:
                around = model.characters[max(0, at - 20) : at + 20]
                raise MismatchError(f"{character!r} set, {around!r} written")
            places.append(at)
            at += 1
        placed.append(places)
    if left := [c for c in model.characters[at:] if is_shown(c) and c != " "]:
        raise MismatchError(f"{''.join(left)!r} not set")
    return placed


def order_set(line, places):
    """Return the places of a line's characters from left to right."""
    clusters, rest = [], iter(places)
    for cluster in line.clusters:
        own = [next(rest) for character in cluster.text if is_shown(character)]
        if own:
            right = cluster.x + cluster.width
            clusters.append((cluster.x, right, own[::-1] if cluster.rtl else own))
    return [place for _, _, own in sorted(clusters) for place in own]


def faults(model, lines, rectangles, *, justified):
    """Yield what is wrong with a paragraph: text, order, margins, link rectangles if given."""
    try:
        placed = place_lines(model, lines)
    except MismatchError as mismatch:
        yield str(mismatch)
        return
    for number, (line, places) in enumerate(zip(lines, placed, strict=True)):
        if not places:
            continue
        following = [later[0] for later in placed[number + 1 :] if later]
        stop = following[0] if following else len(model.characters)
        last = not following or BREAK in model.characters[places[-1] : stop]
        found = [
            *_order_faults(model, line, places, stop),
            *_margin_faults(line, model.base, justified=justified and not last),
            *(_link_faults(model, line, places, rectangles) if rectangles is not None else ()),
        ]
        yield from (f"line {number}: {fault}" for fault in found)


def _order_faults(model, line, places, stop):
    shown = set(places)
    wanted = [place for place in model.line_order(places[0], stop) if place in shown]
    found = order_set(line, places)
    if wanted != found:
        texts = ["".join(model.characters[place] for place in order) for order in (found, wanted)]
        yield f"{texts[0]!r} set, {texts[1]!r} is UAX#9"


def _margin_faults(line, base, *, justified):
    shown = [cluster for cluster in line.clusters if any(map(is_shown, cluster.text))]
    left = min(cluster.x for cluster in shown) - line.left
    right = line.right - max(cluster.x + cluster.width for cluster in shown)
    if left + right < -TOLERANCE:
        return  # a word wider than the line
    start, end = (right, left) if base else (left, right)
    if abs(start) > TOLERANCE:
        yield f"starts {start:.2f} px off the margin"
    if justified and abs(end) > TOLERANCE and any(" " in cluster.text for cluster in shown):
        yield f"ends {end:.2f} px off the margin"


def _link_faults(model, line, places, rectangles):
    rest = iter(places)
    for cluster in line.clusters:
        own = [next(rest) for character in cluster.text if is_shown(character)]
        if not own or not cluster.width:  # a mark stands on the border of its letter
            continue
        x, y = cluster.x + cluster.width / 2, line.y + line.height / 2
        over = {href for href, box in rectangles if box[0] <= x <= box[2] and box[1] <= y <= box[3]}
        href = model.hrefs[own[0]]
        if over != ({href} if href else set()):
            yield f"{cluster.text!r} of link {href} is under the rectangles of {over or 'none'}"
