"""What is no PDF, is damaged, or is meant to hang or crash its reader."""

import sys
import zlib

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from toolkit.check.pdf import check_pdfs
from toolkit.check.pdf.confined import ask
from toolkit.check.pdf.examine import examine


def codes(path):
    return {found.code for found in examine(path).diagnostics}


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"[" * 9999])
def test_what_is_no_pdf(data, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    (found,) = examine(file).diagnostics
    assert (found.code, found.severity) == ("pdf-unreadable", "error")


def test_a_folder_with_the_name_of_a_pdf(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    assert codes(tmp_path / "a.pdf") == {"pdf-unreadable"}


def test_a_password(blank):
    file = blank(encryption=pikepdf.Encryption(user="x", owner="y"))
    assert codes(file) == {"pdf-encrypted"}
    assert "pdf-encrypted" in codes(blank(encryption=pikepdf.Encryption(user="", owner="y")))


def test_a_tree_that_loops(blank):
    def change(pdf):
        top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = pdf.make_indirect(Dictionary(S=Name.Document, P=top))
        element.K = Array([element, element])
        top.K = element
        pdf.Root.StructTreeRoot = top

    assert "pdf-too-large" in codes(blank(change))


def test_a_tree_without_end(blank):
    def change(pdf):
        top = element = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.StructTreeRoot = top
        for _ in range(3000):
            kid = pdf.make_indirect(Dictionary(S=Name.Div, P=element))
            element.K = kid
            element = kid

    assert "pdf-too-large" in codes(blank(change))


def test_wrong_types_everywhere(blank):
    def change(pdf):
        root = pdf.Root
        root.StructTreeRoot = Dictionary(K=String("x"), RoleMap=Array([1]), ParentTree=7)
        root.MarkInfo = Name.Yes
        root.Lang, root.PageLabels, root.Metadata = 5, String("x"), pdf.make_stream(b"<x")
        root.ViewerPreferences, root.Names, root.OpenAction = Array([]), 3, String("x")
        page = pdf.pages[0].obj
        page.Resources = Dictionary(Font=7, XObject=Array([]), Properties=Name.X)
        page.Contents = pdf.make_stream(b"/F 1 Tf BT [(x) /a] TJ Tj 1 Td EMC Q /X Do /P /Q BDC")
        page.Annots = Array([1, Name.X, Dictionary(Subtype=Name.Link, A=7, Contents=7)])

    found = codes(blank(change))
    assert {"pdf-untagged", "pdf-title", "pdf-language"} <= found


def test_forms_that_draw_themselves(blank):
    def change(pdf):
        form = pdf.make_stream(b"/X Do /X Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].Contents = pdf.make_stream(b"/X Do")

    assert "pdf-too-large" in codes(blank(change))


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_flipped_bytes_never_raise(good_pdf, tmp_path, data):
    content = bytearray(good_pdf("bridge-opening", "en").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=40)):
        content[place] = data.draw(st.integers(0, 255))
    file = tmp_path / "flipped.pdf"
    file.write_bytes(content)
    assert examine(file).file == str(file)


def test_one_bad_file_does_not_stop_the_others(blank, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no")
    reports = check_pdfs([bad, blank(), bad])
    assert [report.pages for report in reports] == [0, 1, 0]


def test_a_bomb_costs_bounded_memory(blank):
    """A content stream that unpacks to gigabytes ends in a finding, not in a dead machine."""
    packed = zlib.compress(b"q " * 50_000_000, 9)
    for _ in range(2):
        packed = zlib.compress(packed, 9)

    def change(pdf):
        with pdf.open_metadata() as metadata:
            metadata["pdfuaid:part"] = "1"
        page = pdf.pages[0]
        page.Contents = pikepdf.Stream(pdf, packed, Filter=Array([Name.FlateDecode] * 3))

    (report,) = check_pdfs([blank(change)])
    assert "pdf-too-large" in {found.code for found in report.diagnostics}
    assert report.verdicts[-1].why


def test_a_program_that_hangs_or_dies_is_blamed_for_one_file():
    program = (
        "import sys, time\n"
        "for name in sys.argv[1:]:\n"
        "    if name == 'hang': time.sleep(60)\n"
        "    if name == 'die': sys.exit(3)\n"
        '    print(\'{"file": "%s"}\' % name, flush=True)\n'
    )
    names = ["a", "hang", "b", "die", "die", "c"]
    told = list(ask([sys.executable, "-c", program], names, seconds=3))
    assert [answer["file"] if isinstance(answer, dict) else None for answer in told] == [
        "a",
        None,
        "b",
        None,
        None,
        "c",
    ]
    assert "longer than 3 seconds" in told[1]
