"""Deliberate damage to a good PDF: each function breaks one thing, in place."""

import re
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MUTANTS = {}


def mutant(function):
    MUTANTS[function.__name__] = function
    return function


def elements(pdf):
    """Yield the structure elements in order."""
    stack = [pdf.Root.StructTreeRoot]
    while stack:
        element = stack.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K")
        kids = list(kids) if isinstance(kids, Array) else [kids]
        stack += [
            kid
            for kid in reversed(kids)
            if isinstance(kid, Dictionary) and ("/S" in kid) and "/Obj" not in kid
        ]


def of_kind(pdf, kind):
    return [element for element in elements(pdf) if str(element.S) == f"/{kind}"]


def edit(pdf, pattern, replacement, count=1, page=0):
    """Replace in a page's content stream."""
    page = pdf.pages[page]
    page.contents_coalesce()
    data = page.Contents.read_bytes()
    changed = re.sub(pattern, replacement, data, count=count, flags=re.DOTALL)
    assert changed != data
    page.Contents = pdf.make_stream(changed)


def fonts(pdf):
    return list(pdf.pages[0].Resources.Font.values())


@mutant
def no_language(pdf):
    del pdf.Root.Lang


@mutant
def unknown_language(pdf):
    pdf.Root.Lang = String("persian (iran)")


@mutant
def no_title(pdf):
    data = re.sub(rb"<dc:title>.*?</dc:title>", b"", pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata.write(data)
    del pdf.docinfo["/Title"]


@mutant
def title_not_shown(pdf):
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


@mutant
def wrong_direction(pdf):
    pdf.Root.ViewerPreferences.Direction = Name.R2L


@mutant
def no_page_labels(pdf):
    del pdf.Root.PageLabels


@mutant
def not_marked(pdf):
    del pdf.Root.MarkInfo


@mutant
def no_tree(pdf):
    del pdf.Root.StructTreeRoot


@mutant
def no_identification(pdf):
    data = re.sub(
        rb"pdfuaid:part(=\"1\"|>1</pdfuaid:part>)",
        b"pdfuaid:none='1'",
        pdf.Root.Metadata.read_bytes(),
    )
    pdf.Root.Metadata.write(data)


@mutant
def no_alternative_text(pdf):
    del of_kind(pdf, "Figure")[0]["/Alt"]


@mutant
def box_off_the_page(pdf):
    figure = of_kind(pdf, "Figure")[0]
    figure.A = Dictionary(O=Name.Layout, BBox=Array([50, 5000, 90, 5100]))


@mutant
def no_parents(pdf):
    del pdf.pages[0].obj["/StructParents"]


@mutant
def no_tab_order(pdf):
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


@mutant
def looping_role_map(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Verse=Name.Stanza, Stanza=Name.Verse)
    of_kind(pdf, "P")[0].S = Name.Verse


@mutant
def font_not_embedded(pdf):
    descriptor = fonts(pdf)[0].DescendantFonts[0].FontDescriptor
    del descriptor["/FontFile2" if "/FontFile2" in descriptor else "/FontFile3"]


@mutant
def no_letters(pdf):
    for font in fonts(pdf):
        del font["/ToUnicode"]


@mutant
def untagged_text(pdf):
    edit(pdf, rb"/\w+\s+<</MCID 0>>\s+BDC", b"/Nothing BMC")


@mutant
def artifact_as_content(pdf):
    edit(pdf, rb"/Artifact\s+(<<[^>]*>>\s+BDC|BMC)", b"/Nothing BMC")


@mutant
def repeated_identifier(pdf):
    edit(pdf, rb"<</MCID 1>>", b"<</MCID 0>>")


@mutant
def owned_twice(pdf):
    element = next(one for one in of_kind(pdf, "P"))
    other = pdf.make_indirect(Dictionary(S=Name.P, P=element.P, K=element.K, Pg=pdf.pages[0].obj))
    for kid in element.K if isinstance(element.K, Array) else [element.K]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            other.K = kid.K
            other.Pg = kid.Pg
    element.P.K.append(other)


@mutant
def skipped_heading(pdf):
    for heading in of_kind(pdf, "H2"):
        heading.S = Name.H4


@mutant
def link_without_words(pdf):
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if "/Contents" in annotation:
                del annotation["/Contents"]


@mutant
def link_outside(pdf):
    for link in of_kind(pdf, "Link"):
        link.S = Name.Span


@mutant
def no_scope(pdf):
    for head in of_kind(pdf, "TH"):
        head.A = Dictionary(O=Name.Table)


@mutant
def phrase_in_the_wrong_language(pdf):
    for element in elements(pdf):
        if "/Lang" in element:
            del element["/Lang"]


@mutant
def list_cut_at_a_page(pdf):
    """Give the items behind a page break a list of their own."""
    for whole in of_kind(pdf, "L"):
        kids = list(whole.K)
        cuts = [i for i, (a, b) in enumerate(pairwise(kids), 1) if page_of(a, -1) != page_of(b, 0)]
        if cuts:
            break
    rest = pdf.make_indirect(Dictionary(S=Name.L, P=whole.P, K=Array(kids[cuts[0] :])))
    whole.K = Array(kids[: cuts[0]])
    siblings = list(whole.P.K)
    place = [kid.objgen for kid in siblings].index(whole.objgen)
    whole.P.K = Array([*siblings[: place + 1], rest, *siblings[place + 1 :]])


def page_of(element, index):
    """Return the page of the first (0) or last (-1) content in an element."""
    while "/S" in element:
        kids = element.K
        kid = kids[index] if isinstance(kids, Array) else kids
        if not isinstance(kid, Dictionary) or ("/Pg" not in kid and "/S" not in kid):
            break
        element = kid
    return element.Pg.objgen


@mutant
def running_head_as_content(pdf):
    """Put the same line at the foot of each page into an element."""
    first = of_kind(pdf, "P")[0]
    for page in pdf.pages:
        page.contents_coalesce()
        font = next(iter(page.Resources.Font))[1:]
        line = f"q BT /{font} 9 Tf 1 0 0 1 60 20 Tm /P <</MCID 9999>> BDC <0003> Tj EMC ET Q"
        page.Contents = pdf.make_stream(_balanced(page.Contents.read_bytes()) + line.encode())
        kid = Dictionary(Type=Name.MCR, Pg=page.obj, MCID=9999)
        element = pdf.make_indirect(Dictionary(S=Name.P, P=first.P, K=kid, Pg=page.obj))
        first.P.K.append(element)


def _balanced(data):
    return b"q\n" + data + b"\nQ\n"


@mutant
def script_on_opening(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@mutant
def program_launched(pdf):
    action = Dictionary(S=Name.Launch, F=String("calc.exe"))
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            annotation.A = action


@mutant
def reference_to_another_file(pdf):
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    form.Ref = Dictionary(F=String("other.pdf"), Page=0)
    pdf.pages[0].Resources.XObject["/Other"] = form


def damaged(good, name, path):
    """Write a damaged copy of a PDF's bytes."""
    import io

    with pikepdf.open(io.BytesIO(good)) as pdf:
        MUTANTS[name](pdf)
        pdf.save(path, static_id=True)
