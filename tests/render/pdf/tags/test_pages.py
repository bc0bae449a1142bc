"""Page breaks, columns and what stands on every page: one element for each source element."""

import pytest

from tests.render.pdf.structure_reader import marked_texts, read_structure
from tests.render.pdf.tags.samples import document, structure
from toolkit import write_pdf

WORDS = " ".join(f"word{number}" for number in range(80))
ROWS = "".join(f"<tr><th>r{number}<td>{number}" for number in range(20))
LONG = (
    f"<article><h1>Long</h1><p>{WORDS}</p><ul>{'<li>item' * 15}</ul>"
    "<table><caption>Cap</caption><thead><tr><th>A<th>B</thead>"
    f"<tfoot><tr><td>x<td>y</tfoot><tbody>{ROWS}</table><dl>{'<dt>t<dd>d' * 10}</dl>"
    f"<blockquote><p>{WORDS}</p></blockquote><figure><p>{WORDS}</p></figure></article>"
)
RUNNING = """
@page { @top-center { content: "Heading" } @bottom-center { content: counter(page) }
        @left-middle { content: element(side) } }
.side { position: running(side) }
"""


@pytest.fixture(scope="module")
def long_document():
    return structure(LONG)


def test_there_is_one_of_each_over_many_pages(long_document):
    assert len(long_document.pages | set().union(*(e.pages for e in long_document.all()))) > 4
    counted = {
        role: len(long_document.all(role))
        for role in ("Art", "P", "L", "Table", "Caption", "THead", "TBody", "TFoot", "BlockQuote")
    }
    assert counted == {
        "Art": 1,
        "P": 3,
        "L": 2,
        "Table": 1,
        "Caption": 1,
        "THead": 1,
        "TBody": 1,
        "TFoot": 1,
        "BlockQuote": 1,
    }


def test_what_a_break_parts_is_whole_again(long_document):
    for paragraph in long_document.all("P"):
        assert len(paragraph.pages) > 1
        assert paragraph.text.replace(" ", "") == WORDS.replace(" ", "")


def test_repeated_heads_and_feet_are_read_once(long_document):
    rows = long_document.all("TR")
    assert [row.text.strip() for row in rows[:2]] == ["A B", "r0 0"]
    assert rows[-1].text.strip() == "x y"
    assert len(rows) == 22


def test_columns_part_nothing():
    root = structure(f"<div style='columns: 2'><p>{WORDS}</p><ul><li>{WORDS}</ul></div>")
    assert len(root.all("P")) == len(root.all("LBody")) == 1
    assert root.all("P")[0].text.replace(" ", "") == WORDS.replace(" ", "")


def test_running_elements_are_artifacts_that_say_which():
    body = f"<div class='side'>Beside</div><p>{WORDS}</p>"
    data = write_pdf(document(body, style=RUNNING))
    root = read_structure(data)
    assert [element.role for element in root.all()] == ["Document", "P"]
    artifacts = {page: text for (page, mcid), text in marked_texts(data).items() if mcid == -1}
    assert set(artifacts) == set(range(len(root.pdf.pages)))
    assert all("Heading" in text and "Beside" in text for text in artifacts.values())
    content = root.pdf.pages[0].Contents.read_bytes()
    for subtype in (b"/Subtype/Header", b"/Subtype/Footer"):
        assert content.count(b"/Artifact <</Type/Pagination" + subtype + b">> BDC") == 1
    assert b"/Artifact <</Type/Pagination>> BDC" in content


def test_what_is_fixed_on_every_page_is_read_once():
    root = structure(f"<p>{WORDS}</p><div style='position: fixed; top: 0'>Fixed</div>")
    assert [element.text for element in root.all("P")].count("Fixed") == 1


def test_a_note_over_two_pages_is_one():
    root = structure(f"<p>a<span class='note'>{WORDS}</span> {WORDS}</p>")
    [note] = root.all("Note")
    assert note.text.replace(" ", "") == "1." + WORDS.replace(" ", "")


def test_words_drawn_late_keep_their_place():
    root = structure("<p>a <span style='position: relative'>b</span> c</p>")
    assert root.text.split() == ["a", "b", "c"]


def test_faint_and_turned_words_are_read():
    body = "<p style='opacity: 0.5'>a</p><p style='transform: rotate(9deg); opacity: .9'>b</p>"
    root = structure(body)
    groups = [
        kid.Stm for element in root.all("P") for kid in [element.entries.K] if kid.Type == "/MCR"
    ]
    parents = dict_of(root.pdf.Root.StructTreeRoot.ParentTree.Nums)
    found = [parents[int(group.StructParents)][0].objgen for group in groups]
    assert found == [element.entries.objgen for element in root.all("P")]


def dict_of(numbers):
    return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
