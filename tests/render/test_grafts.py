"""A body is put into its page as a tree."""

import pytest
from lxml import etree

from toolkit.render.grafts import Grafts
from toolkit.render.markup import PARSER, parse, written
from toolkit.render.views import BodyView


@pytest.mark.parametrize("markup", ["", "a", "<p>a</p>", "a<p>b</p>c", "<p>a</p>\n<p>ب</p> c"])
def test_a_page_is_as_if_the_markup_had_been_in_it(markup):
    grafts = Grafts()
    body = BodyView(root=parse(markup), attrs="", footnotes=())
    frame = "<body><div>\n{}\n</div><p>after</p></body>"
    wanted = written(etree.fromstring(frame.format(body.markup), PARSER))
    stand_in, again = grafts.keep(body), grafts.keep(body)
    assert again == body.markup != stand_in
    page = etree.fromstring(frame.format(stand_in), PARSER)
    grafts.join(page)
    assert written(page) == wanted
