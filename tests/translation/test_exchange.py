"""Spreadsheets: what goes out comes back, what does not fit is named, nothing runs."""

import csv
import io
import re
import subprocess
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import SourceError
from toolkit.language.catalogue import read_catalogue
from toolkit.translation.csv_file import read_csv, write_csv
from toolkit.translation.exchange import export_sheet, import_sheet
from toolkit.translation.folder import Folder
from toolkit.translation.sheet import COLUMNS
from toolkit.translation.xlsx_file import FORMULA, read_xlsx, write_xlsx

CELLS = st.text(
    st.one_of(st.sampled_from("=+-@'\t\"',;\nخبر۵\u200c"), st.characters(codec="utf-8")),
    max_size=12,
)
DIRECTIONS = {"fa": True, "fa-AF": True, "ps": True}


@pytest.fixture(params=[".csv", ".xlsx"])
def ending(request):
    return request.param


class Sheet:
    """An exported table, edited as a translator would."""

    def __init__(self, path):
        self.path = path

    def edit(self, label, *, index=0, **cells):
        if self.path.suffix == ".csv":
            self._edit_csv(label, index, cells)
        else:
            self._edit_xlsx(label, index, cells)

    def _edit_csv(self, label, index, cells):
        lines = list(csv.reader(io.StringIO(self.path.read_text("utf-8-sig"), newline="")))
        row = [line for line in lines if line[0] == label][index]
        for name, text in cells.items():
            row[COLUMNS.index(name.capitalize())] = text
        out = io.StringIO(newline="")
        csv.writer(out).writerows(lines)
        self.path.write_text(out.getvalue(), "utf-8-sig", newline="")

    def _edit_xlsx(self, label, index, cells):
        book = openpyxl.load_workbook(self.path)
        row = [row for row in book.active.iter_rows() if row[0].value == label][index]
        for name, text in cells.items():
            row[COLUMNS.index(name.capitalize())].value = text
        book.save(self.path)


@pytest.fixture
def sheet(copy, tmp_path, ending):
    path = tmp_path / f"fa{ending}"
    export_sheet(copy, "fa", path)
    return Sheet(path)


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps"])
def test_what_nobody_edited_changes_no_byte(copy, tmp_path, ending, tag):
    before = {path: path.read_bytes() for path in copy.path.iterdir()}
    rows = export_sheet(copy, tag, tmp_path / f"t{ending}")
    assert rows > len(copy.sources)
    assert import_sheet(copy, tag, tmp_path / f"t{ending}") == ([], [])
    assert {path: path.read_bytes() for path in copy.path.iterdir()} == before


def test_an_edit_changes_its_line_alone(copy, sheet, difference):
    old = copy.file("fa").read_text("utf-8")
    sheet.edit("nav.home", translation="خانه")
    sheet.edit("article.words", index=1, translation="{count} کلمه")
    assert import_sheet(copy, "fa", sheet.path) == (["nav.home", "article.words"], [])
    assert difference(old, copy.file("fa").read_text("utf-8")) == [
        '-msgstr "صفحهٔ اصلی"', '+msgstr "خانه"',
        '-msgstr[1] "{count} واژه"', '+msgstr[1] "{count} کلمه"',
    ]  # fmt: skip


def test_the_state_marks_what_waits_for_review(copy, sheet):
    sheet.edit("nav.home", state="review")
    import_sheet(copy, "fa", sheet.path)
    assert read_catalogue(copy.file("fa")).entries["nav.home"].fuzzy
    export_sheet(copy, "fa", sheet.path)
    sheet.edit("nav.home", state="Translated ")
    import_sheet(copy, "fa", sheet.path)
    assert not read_catalogue(copy.file("fa")).entries["nav.home"].fuzzy


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"translation": "خانه {x}"}, "unknown-placeholder"),
        ({"translation": "خانه <b>"}, "markup"),
        ({"translation": "خانه\nخانه"}, "bad-text"),
        ({"translation": "خانه", "english": "House"}, "source-changed"),
        ({"state": "done"}, "bad-cell"),
        ({"id": "nav.nowhere"}, "unknown-label"),
        ({"translation": "خانه", "key": "123"}, "catalogue-changed"),
        ({"translation": "خانه", "form": "7"}, "wrong-forms"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_the_others_come_in(copy, sheet, cells, code):
    sheet.edit("nav.home", **cells)
    sheet.edit("nav.next", translation="پسین")
    changed, refused = import_sheet(copy, "fa", sheet.path)
    assert changed == ["nav.next"]
    assert {one.code for one in refused} == {code}
    assert refused[0].file == str(sheet.path)
    assert refused[0].field == cells.get("id", "nav.home")
    lines = list(copy.sources).index("nav.home")
    assert refused[0].line == lines + 2


def test_english_that_changed_since_the_export_is_refused(copy, sheet):
    sheet.edit("nav.home", translation="خانه")
    for name in ("labels.pot", "fa.po"):
        path = copy.path / name
        text = path.read_text("utf-8").replace('msgid "Home"', 'msgid "Front page"')
        path.write_text(text, "utf-8")
    changed, refused = import_sheet(Folder(copy.path), "fa", sheet.path)
    assert (changed, [one.code for one in refused]) == ([], ["source-changed"])
    assert "“Front page”" in refused[0].reason


def test_what_somebody_else_translated_meanwhile_stays(copy, sheet):
    sheet.edit("nav.home", translation="خانه")
    path = copy.file("fa")
    for old, new in (("صفحهٔ اصلی", "آغاز"), ("تازه‌ترین خبرها", "خبرهای تازه")):
        path.write_text(path.read_text("utf-8").replace(f'"{old}"', f'"{new}"'), "utf-8")
    changed, refused = import_sheet(copy, "fa", sheet.path)
    assert (changed, [one.code for one in refused]) == ([], ["catalogue-changed"])
    assert read_catalogue(path).entries["news.latest"].forms == ("خبرهای تازه",)


@given(table=st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=6))
def test_csv_keeps_every_text_and_lets_no_formula_through(table):
    data = write_csv([COLUMNS, *table])
    assert list(read_csv(data)) == [list(COLUMNS), *table]
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("text", ["=1+2", "+1", "-5", "@SUM(A1)", "'=x", '=HYPERLINK("x")'])
def test_xlsx_has_no_formula_and_keeps_the_text(text):
    data = write_xlsx([COLUMNS, [text] * 8], "rtl", written=3)
    assert list(read_xlsx(data, 100))[1][:8] == [text] * 8
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} == {"s"}
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f" not in re.sub(rb"<formula1>.*?</formula1>", b"", sheet)


def test_a_formula_that_came_back_is_refused(copy, tmp_path):
    path = tmp_path / "fa.xlsx"
    export_sheet(copy, "fa", path)
    Sheet(path).edit("nav.home", translation='=WEBSERVICE("http://example.org")')
    changed, refused = import_sheet(copy, "fa", path)
    assert (changed, [one.code for one in refused]) == ([], ["bad-cell"])
    assert FORMULA not in refused[0].reason


@pytest.mark.parametrize("tag", DIRECTIONS)
def test_an_xlsx_sheet_is_laid_out_for_its_language(copy, tmp_path, tag):
    path = tmp_path / "t.xlsx"
    export_sheet(copy, tag, path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.sheet_view.rightToLeft == DIRECTIONS[tag]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert (sheet["D2"].alignment.readingOrder, sheet["B2"].alignment.readingOrder) == (2, 1)
    assert {sheet.cell(row, 4).number_format for row in range(2, 20)} == {"@"}


def test_excels_unicode_text_and_semicolons_are_read():
    table = [list(COLUMNS), ["nav.home", "Home", "", "خانه", "", "a, b", "", ""]]
    text = "\r\n".join("\t".join(row) for row in table)
    assert list(read_csv(text.encode("utf-16"))) == table
    assert list(read_csv("\n".join(";".join(row) for row in table).encode())) == table


def bomb(parts: int, size: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(parts):
            archive.writestr(f"{part}.xml", bytes(size))
    return data.getvalue()


def with_entities() -> bytes:
    data = io.BytesIO(write_xlsx([COLUMNS], "rtl", written=3))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/more.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"", "not an XLSX"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 99, "not an XLSX"),
        ("a.xlsx", bomb(1, 30_000_000), "20 MB"),
        ("a.xlsx", bomb(600, 10), "20 MB"),
        ("a.xlsx", bomb(2, 10), "not a whole XLSX"),
        ("a.xlsx", with_entities(), "entities"),
        ("a.csv", b"", "no column"),
        ("a.csv", b"\xff\x00\xfa", "not UTF-8"),
        ("a.csv", b'Id,English\n"a"b', "no column"),
        ("a.csv", b"Id,English\n", "no column Form"),
        ("a.csv", ",".join(COLUMNS).encode() + b"\nx" * 20_001, "20,000 rows"),
        ("a.csv", b"x" * 5_000_001, "5 MB"),
        ("a.ods", b"x", "neither"),
    ],
)
def test_a_hostile_or_damaged_table_is_refused(copy, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    before = copy.file("fa").read_bytes()
    with pytest.raises(SourceError, match=said) as raised:
        import_sheet(copy, "fa", tmp_path / name)
    assert raised.value.diagnostic.file == str(tmp_path / name)
    assert copy.file("fa").read_bytes() == before


def test_a_missing_table_is_named(copy, tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        import_sheet(copy, "fa", tmp_path / "none.csv")


def test_gettext_reads_what_came_in(copy, sheet):
    sheet.edit("nav.home", translation="آغاز")
    import_sheet(copy, "fa", sheet.path)
    command = ["msgfmt", "--check", "--statistics", "-o", "/dev/null", copy.file("fa")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert f"{len(copy.sources)} translated" in done.stderr
