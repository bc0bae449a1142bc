"""Every place that text can stand in: the same order as in a paragraph."""

import lxml.html
import pytest

from tests.conformance.judge import faults
from tests.conformance.mixed_paragraphs import Generator
from tests.conformance.set_lines import STYLE, box_lines, render
from toolkit.direction import nest

CONTAINERS = {
    "heading": "<h2 id=text>{}</h2>",
    "list item": "<ul><li id=text>{}</ul>",
    "nested list": "<ol><li>متن a, b<ul><li id=text>{}</ul></ol>",
    "definition": "<dl><dt>متن<dd id=text>{}</dl>",
    "table cell": "<table><tr><th>متن a, b<td id=text>{}</table>",
    "table caption": "<table style='width: 12cm'><caption id=text>{}</caption><tr><td>a</table>",
    "figure caption": "<figure><img src=x alt=''><figcaption id=text>{}</figcaption></figure>",
    "quotation": "<blockquote id=text>{}</blockquote>",
    "text beside blocks": "<div id=text>{}</div><section>متن a, b<p>متن</p>متن a, b</section>",
    "inline block": "<p>a, <span style='display: inline-block; width: 7cm' id=text>{}</span> متن.",
    "float": "<p>متن a, <span style='float: left; width: 7cm' id=text>{}</span> b.",
    "button": "<p>متن a, <button id=text>{}</button> b.",
    "footnote": "<p>متن a<span class=footnote id=text>{}</span>, b.",
    "running header": "<header id=text>{}</header><p>متن",
}
PAGE = f"""{STYLE}
@page {{ size: 14cm 60cm; margin: 4cm 1cm; @top-center {{ content: element(head) }} }}
header {{ position: running(head) }}
button {{ text-align: start }}
.footnote {{ float: footnote }}
.footnote::footnote-marker {{ content: none }}"""


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("base", [0, 1])
def test_lines_in(container, base):
    generator, lines = Generator(77), 0
    for paragraph in generator.paragraphs(8)[base::2]:
        inside = "".join(child.html() for child in paragraph.children)
        body = CONTAINERS[container].format(inside)
        direction = ("ltr", "rtl")[base]
        html = f"<html dir={direction}><style>{PAGE}</style><body>{body}</body></html>"
        root = lxml.html.document_fromstring(html)
        nest(root)
        document = render(lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>"))
        found = box_lines(document, "text")
        lines += len(found)
        wrong = list(faults(paragraph.model, found, None, justified=False))
        assert not wrong, wrong
    assert lines >= 4
