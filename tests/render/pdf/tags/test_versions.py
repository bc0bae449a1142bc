"""The tree in PDF 1.7 and 2.0, and what is said where it cannot be right."""

import pytest

import toolkit
from tests.render.pdf.structure_reader import read_structure
from tests.render.pdf.tags.samples import DOT, document, structure
from toolkit.errors import RenderError
from toolkit.render.pdf.engine import load_weasyprint
from toolkit.render.pdf.tags import tagged

BODY = (
    "<h1 id='h'>a</h1><h2>b</h2><p>c <em>d</em> <code>e</code><span class='note'>f</span></p>"
    f"<figure><img src='{DOT}' alt='g'><figcaption>h</figcaption></figure>"
    "<aside>i</aside><dl><dt>j<dd>k</dl><div id='gone'><p>l</p></div>"
)


def tagged_pdf(variant, body=BODY):
    """Return a document set without the rest of the toolkit, and its structure."""
    html = load_weasyprint().HTML(string=document(body))
    laid_out = html.render(pdf_variant=variant)
    with tagged(laid_out, variant, report=pytest.fail) as tree:
        data = laid_out.write_pdf(pdf_variant=variant)
    return data, tree


def test_pdf_1_7_maps_what_it_does_not_know():
    root = structure(BODY)
    roles = dict(root.pdf.Root.StructTreeRoot.RoleMap)
    assert roles == {"/Aside": "/Sect", "/Em": "/Span", "/Strong": "/Span"}
    assert [kid.role for kid in root.all("Div")[0].elements] == ["Figure", "Caption"]
    assert "/Namespaces" not in root.pdf.Root.StructTreeRoot


def test_pdf_2_0_has_its_own_types():
    root = read_structure(tagged_pdf("pdf/ua-2")[0])
    [namespace] = root.pdf.Root.StructTreeRoot.Namespaces
    assert namespace.NS == "http://iso.org/pdf2/ssn"
    own = {element.role for element in root.all() if "/NS" in element.entries}
    assert {"Document", "Em", "FENote", "Aside", "P"} <= own
    assert {e.role for e in root.all() if "/NS" not in e.entries} == {"Code"}
    [figure] = root.all("Figure")
    assert [kid.role for kid in figure.elements] == ["Caption"]
    [call] = [lbl for lbl in root.all("Lbl") if "/Ref" in lbl.entries]
    assert call.entries.Ref[0].S == "/FENote"
    assert str(root.all("L")[0].attributes["/ListNumbering"]) == "/Description"


@pytest.mark.parametrize("variant", ["pdf/ua-1", "pdf/ua-2"])
def test_outline_and_anchors_have_their_elements(variant):
    _data, tree = tagged_pdf(variant)
    assert [element["S"] for element in tree.headings] == ["/H1", "/H2"]
    assert tree.destination("h") is tree.headings[0]
    assert tree.destination("gone")["S"] == "/Document"
    assert tree.destination("nowhere") is None
    assert tree.destination("toolkit:note-1")["S"] in ("/Note", "/FENote")


def test_an_untagged_variant_has_none(opened):
    data, tree = tagged_pdf(None)
    assert tree is None
    assert "/StructTreeRoot" not in opened(data).Root


def test_pictures_without_words_are_told():
    body = f"<p><img src='{DOT}'><svg width='9' height='9'></svg></p>"
    with pytest.raises(RenderError) as error:
        toolkit.write_pdf(document(body))
    assert [(found.code, found.field) for found in error.value.diagnostics] == [
        ("picture-without-alternative", "img"),
        ("picture-without-alternative", "svg"),
    ]


@pytest.mark.parametrize(
    "picture",
    [
        f"<img src='{DOT}' alt=' a  dot '>",
        f"<img src='{DOT}' aria-label='a dot' alt='x'>",
        f"<img src='{DOT}' title='a dot'>",
        "<svg width='9' height='9'><title>a dot</title></svg>",
        "<svg width='9' height='9' aria-label='a dot'></svg>",
    ],
)
def test_the_words_for_a_picture(picture):
    [figure] = structure(f"<p>{picture}</p>").all("Figure")
    assert figure.entries.Alt == "a dot"


def test_a_field_is_its_annotation():
    root = structure("<p><input name='n' value='v' title='Name' style='appearance: auto'></p>")
    [form] = root.all("Form")
    assert form.kids == []
    assert form.entries.K.Obj.Subtype == "/Widget"
    assert form.entries.K.Obj.Contents == "Name"
