"""Sets HTML with WeasyPrint and reads back where each character of each line stands.

The positions are those of the glyphs that are drawn: Pango's runs, box by box.
"""

from dataclasses import dataclass
from operator import itemgetter

import lxml.html

from toolkit.direction import nest
from toolkit.resources import FONTS

FACES = "".join(
    f"@font-face {{ font-family: '{family}'; src: url('{(FONTS / 'pdf' / file).as_uri()}') }}"
    for family, file in (("Arabic", "sans-arabic-400.ttf"), ("Latin", "sans-400.ttf"))
)
STYLE = f"""{FACES}
@page {{ size: 250cm 2000cm; margin: 0 }}
body {{ font: 12px/1.6 Latin, Arabic; margin: 0 }}
b, i, em, sup, sub, small, code {{ font: inherit }}
a, p {{ color: inherit }}
img {{ width: 7px; height: 7px }}
p {{ margin: 0 }}
"""
PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True)
class Cluster:
    """Glyphs that stand for some characters of a line, in CSS pixels."""

    text: str
    x: float
    width: float
    rtl: bool
    glyphs: tuple[int, ...] = ()
    origins: tuple[float, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line as it is set, its clusters in logical order."""

    left: float
    right: float
    y: float
    height: float
    clusters: tuple[Cluster, ...]

    @property
    def text(self):
        return "".join(cluster.text for cluster in self.clusters)


def page(paragraphs, css):
    """Return a page of paragraphs after the pass."""
    body = "".join(paragraph.html for paragraph in paragraphs)
    root = lxml.html.document_fromstring(f"<style>{STYLE} p {{ {css} }}</style>{body}")
    nest(root)
    return lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>")


def render(html):
    """Lay a page out."""
    from weasyprint import HTML

    return HTML(string=html).render()


def paragraph_lines(document):
    """Return the lines of each paragraph by its id."""
    found = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants():
            if box.element_tag == "p" and type(box).__name__ == "BlockBox":
                lines = found.setdefault(box.element.get("id"), [])
                lines += [_line(child, box) for child in box.children]
    return found


def box_lines(document, name):
    """Return the lines of the box of one element, wherever on the page it is."""
    found = []
    for sheet in document.pages:
        boxes = [sheet._page_box]
        while boxes:
            box = boxes.pop()
            children = list(box.all_children())
            boxes += children
            if box.element is not None and box.element.get("id") == name:
                lines = [child for child in children if type(child).__name__ == "LineBox"]
                found += [_line(line, box) for line in lines if "::" not in box.element_tag]
    return found


def link_rectangles(document):
    """Return (address, (left, top, right, bottom)) of each link annotation."""
    return [(target, box) for sheet in document.pages for _, target, box, _ in sheet.links]


def _line(line, block):
    clusters = []
    _collect(line, clusters)
    left = block.content_box_x()
    return Line(left, left + block.width, line.position_y, line.height, tuple(clusters))


def _collect(box, clusters):
    for child in box.children:
        name = type(child).__name__
        if name == "TextBox":
            clusters += _clusters(child)
        elif name != "InlineReplacedBox":
            _collect(child, clusters)
        else:
            clusters.append(Cluster("\ufffc", child.position_x, child.margin_width(), rtl=False))


def _clusters(box):
    """Return the clusters of a text box in logical order."""
    from weasyprint.text.ffi import FROM_UNITS, ffi

    layout = box.pango_layout
    layout.reactivate(box.style)
    line, _ = layout.get_first_line()
    source = layout.text.encode()
    x = box.position_x
    found = []
    run = line.runs[0] if line != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        run = run.next
        rtl = bool(item.analysis.level % 2)
        start, stop = item.offset, item.offset + item.length
        parts = {}
        for i in range(glyphs.num_glyphs):
            geometry = glyphs.glyphs[i].geometry
            part = parts.setdefault(glyphs.log_clusters[i], [x, 0.0, [], []])
            part[1] += geometry.width * FROM_UNITS
            part[2].append(glyphs.glyphs[i].glyph)
            part[3].append(x + geometry.x_offset * FROM_UNITS)
            x += geometry.width * FROM_UNITS
        offsets = sorted(parts)
        for offset, after in zip(offsets, [*offsets[1:], stop - start], strict=True):
            left, width, ids, origins = parts[offset]
            text = source[start + offset : start + after].decode()
            cluster = Cluster(text, left, width, rtl, tuple(ids), tuple(origins))
            found.append((start + offset, cluster))
    layout.deactivate()
    return [cluster for _, cluster in sorted(found, key=itemgetter(0))]
