"""What leads from one object to another: parent tree, annotations, notes, headings of cells."""

import pikepdf
import pytest

from tests.render.pdf.tags.samples import DOT, structure
from tests.render.pdf.tags.test_pages import LONG, dict_of

LINKS = (
    '<p id="top">a <a href="https://example.org/">The <b>New</b> River Times, which is so long a '
    'name that it needs more lines than one</a> b <a href="#top" aria-label="Top">up</a> '
    f'<a href="https://example.org/x"><img src="{DOT}" alt="a dot" width="9"></a>'
    '<span class="note">n</span></p>'
)


@pytest.mark.parametrize("body", [LONG, LINKS], ids=["long", "links"])
def test_the_parent_tree_leads_back(body):
    root = structure(body)
    parents = dict_of(root.pdf.Root.StructTreeRoot.ParentTree.Nums)
    numbers = {page.obj.objgen: int(page.StructParents) for page in root.pdf.pages}
    owned = set()
    for element in root.all():
        for page, kid in contents(element.entries):
            if isinstance(kid, pikepdf.Dictionary):
                key = int(kid.Obj.StructParent)
                assert parents[key].objgen == element.entries.objgen
                owned.add((key, None))
            else:
                key = numbers[page.objgen]
                assert parents[key][int(kid)].objgen == element.entries.objgen
                owned.add((key, int(kid)))
    assert owned == {
        (key, index)
        for key, value in parents.items()
        for index in (range(len(value)) if isinstance(value, pikepdf.Array) else [None])
    }
    assert int(root.pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(parents)


def contents(entries):
    """Yield the page and number of each marked content, and each reference to an annotation."""
    kids = entries.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield entries.Pg, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg, kid.MCID
        elif kid.get("/Type") == "/OBJR":
            yield kid.Pg, kid


def annotations(root):
    return [annotation for page in root.pdf.pages for annotation in page.get("/Annots", [])]


def test_a_link_has_an_annotation_for_each_line_which_says_its_words():
    root = structure(LINKS)
    link = root.all("Link")[0]
    boxes = [kid.Obj.Rect for _page, kid in contents(link.entries) if hasattr(kid, "Obj")]
    lines = {round(float(box[1])) for box in boxes}
    assert len(boxes) == len(lines) > 1
    said = [str(annotation.Contents) for annotation in annotations(root)]
    words = "The New River Times, which is so long a name that it needs more lines than one"
    assert said == [words] * len(boxes) + ["Top", "a dot", "1", "1."]


def test_a_link_that_the_levels_split_is_one():
    body = '<p>متن <a href="https://example.org/">The <b>New</b> River, متن ۵۰٪</a> متن</p>'
    root = structure(body, lang="fa", direction="rtl")
    [link] = root.all("Link")
    [annotation] = annotations(root)
    assert annotation.Contents == "The New River, متن ۵۰٪"
    assert len(root.all("P")) == 1
    assert link.elements == []


def test_a_call_and_its_note_lead_to_each_other():
    root = structure("<p>a<span class='note'>b</span> c<span class='note'>d</span></p>")
    calls, notes = root.all("Reference"), root.all("Note")
    for call, note in zip(calls, notes, strict=True):
        assert call.entries.Ref[0].objgen == note.entries.objgen
        assert note.entries.Ref[0].objgen == call.entries.objgen
    assert [str(note.entries.ID) for note in notes] == ["note1", "note2"]
    goals = dict_of_names(root.pdf.Root.Names.Dests.Names)
    tops = {str(annotation.Dest): goals[str(annotation.Dest)] for annotation in annotations(root)}
    assert list(tops) == [
        f"toolkit:{end}-{number}" for number in (1, 2) for end in ("note", "call")
    ] or sorted(tops) == sorted(goals)
    assert all(float(goal[3]) > 0 for goal in goals.values())


def dict_of_names(names):
    return {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}


def test_the_id_tree_has_every_id():
    root = structure("<p>a<span class='note'>b</span></p><table><tr><th>c<td>d</table>")
    names = dict_of_names(root.pdf.Root.StructTreeRoot.IDTree.Names)
    assert list(names) == sorted(names) == ["note1", "th1"]
    assert names["th1"].S == "/TH"


def test_a_picture_is_where_its_box_says(opened):
    style = "img { position: absolute; left: 10mm; top: 20mm; width: 30mm; height: 5mm }"
    root = structure(
        f"<img src='{DOT}' alt='a'>", style=style + "@page { margin: 0 } body { margin: 0 }"
    )
    [figure] = root.all("Figure")
    box = [float(side) / 72 * 25.4 for side in figure.entries.A.BBox]
    assert box == pytest.approx([10, 60 - 25, 40, 60 - 20], abs=0.1)


def test_a_turned_picture_is_where_it_is_seen():
    style = "img { position: absolute; left: 20mm; top: 20mm; width: 20mm; height: 10mm }"
    body = f"<img src='{DOT}' alt='a' style='transform: rotate(90deg)'>"
    root = structure(body, style=style + "@page { margin: 0 } body { margin: 0 }")
    box = [float(side) / 72 * 25.4 for side in root.all("Figure")[0].entries.A.BBox]
    assert box == pytest.approx([25, 60 - 35, 35, 60 - 15], abs=0.1)
