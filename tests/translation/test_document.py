"""A PO file keeps the bytes of what is not changed; other tools' files too."""

import subprocess
from contextlib import suppress

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.conftest import DATA
from toolkit.errors import CatalogueError
from toolkit.resources import CATALOGUES
from toolkit.translation.block import mark_fuzzy
from toolkit.translation.document import Document

FILES = [*sorted(CATALOGUES.glob("*.po*")), *sorted(DATA.glob("*.po*"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reading_and_writing_changes_no_byte(path):
    document = Document.read(path)
    assert document.data() == path.read_bytes()
    for block in document.labels.values():
        block.write(document.width)
    assert document.data() == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_its_entries_are_those_that_polib_finds(path):
    document = Document.read(path)
    theirs = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    assert list(document.labels) == [entry.msgctxt for entry in theirs]
    for entry, block in zip(theirs, document.labels.values(), strict=True):
        assert str(block.entry) == str(entry)


@pytest.mark.parametrize("name", ["weblate.po", "poedit.po"])
def test_a_change_touches_only_the_lines_that_say_it(name, tmp_path, difference):
    path = tmp_path / name
    path.write_bytes((DATA / name).read_bytes())
    document = Document.read(path)
    block = document.labels["own.unavailable"]
    mark_fuzzy(block.entry, fuzzy=not block.entry.fuzzy)
    block.write(document.width)
    document.labels["own.reports"].entry.msgstr = "خبرها"
    document.labels["own.reports"].write(document.width)
    assert document.save()
    old, new = (DATA / name).read_bytes().decode(), path.read_bytes().decode()
    assert ("\r\n" in old) == ("\r\n" in new)
    assert old.count("\r\n") == old.count("\n") * ("\r\n" in old)
    lines = difference(old, new)
    assert lines[-2:] == ['-msgstr "گزارش‌ها"', '+msgstr "خبرها"']
    assert {line.strip("+-") for line in lines[:-2]} == {
        "#, python-brace-format" + ", fuzzy" * (name == "weblate.po"),
        "#, python-brace-format" if name == "weblate.po" else "#, fuzzy, python-brace-format",
    }


def test_nothing_is_written_over_what_somebody_else_wrote(tmp_path):
    path = tmp_path / "fa.po"
    path.write_bytes((DATA / "poedit.po").read_bytes())
    document = Document.read(path)
    document.labels["own.reports"].entry.msgstr = "خبرها"
    document.labels["own.reports"].write(document.width)
    theirs = path.read_bytes().replace("گزارش‌ها".encode(), "یادداشت‌ها".encode())
    path.write_bytes(theirs)
    with pytest.raises(CatalogueError, match="somebody else"):
        document.save()
    assert path.read_bytes() == theirs


def test_gettexts_own_tool_reads_what_we_write(tmp_path):
    path = tmp_path / "fa.po"
    path.write_bytes((DATA / "weblate.po").read_bytes())
    document = Document.read(path)
    for block in document.labels.values():
        if not block.entry.msgid_plural:
            block.entry.msgstr += ' \\ "\t" {x}'
            block.write(document.width)
    document.save()
    subprocess.run(["msgfmt", "--check-format", "-o", "/dev/null", path], check=True)
    theirs = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(path))}
    assert theirs["own.reports"] == 'گزارش‌ها \\ "\t" {x}'


@given(text=st.text('abآ \\"{}\t#~', max_size=300), width=st.sampled_from([0, 77]))
def test_any_text_comes_back(tmp_path_factory, text, width):
    path = tmp_path_factory.getbasetemp() / "fa.po"
    path.write_bytes((DATA / "poedit.po").read_bytes())
    document = Document.read(path)
    block = document.labels["own.reports"]
    block.entry.msgstr = text
    block.write(width)
    path.write_bytes(document.data())
    assert Document.read(path).labels["own.reports"].entry.msgstr == text


COMMENTS = [
    "# note", "#", "#. where", "#: a.html b.html", "#: c.html:3", "#, fuzzy", "#, c-format",
    "#note", '#| msgid "old"', '#~| msgid "old"', "#= sticky", "#@ x", "#~", "", " ", '# "quoted"',
]  # fmt: skip
BODIES = [
    'msgid "x"\nmsgstr "y"', 'msgid\t"x"\nmsgstr ""', '  msgid "x"\n  msgstr "y"',
    'msgid ""\n"x "\n"x"\nmsgstr ""\n"more \\"{x}\\" \\n"\n"and \\\\"',
    'msgid "x"\nmsgid_plural "xs"\nmsgstr[0] "y"\nmsgstr[1] ""',
]  # fmt: skip
OLD = '#~ msgctxt "old"\n#~ msgid "x"\n#~ msgstr "y"'


@st.composite
def files(draw):
    """Return a PO file with comments, entries and obsolete entries in any order."""
    lines = []
    for label in "abc"[: draw(st.integers(0, 3))]:
        lines += draw(st.lists(st.sampled_from(COMMENTS), max_size=4))
        body = draw(st.sampled_from([*BODIES, OLD]))
        lines += [body if body == OLD else f'msgctxt "{label}"\n{body}']
    lines += draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
    return "\n".join(lines).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@given(text=files(), width=st.sampled_from([0, 77]))
def test_whatever_the_strict_reader_takes_is_kept(tmp_path_factory, text, width):
    path = tmp_path_factory.getbasetemp() / "ps.po"
    path.write_bytes(text.encode())
    with suppress(CatalogueError):
        document = Document.read(path)
        assert document.data() == path.read_bytes()
        entries = {label: str(block.entry) for label, block in document.labels.items()}
        for block in document.labels.values():
            block.write(width)
        path.write_bytes(document.data())
        again = Document.read(path)
        assert {label: str(block.entry) for label, block in again.labels.items()} == entries


def test_comments_of_all_kinds_can_be_read(tmp_path):
    path = tmp_path / "ps.po"
    path.write_text("\n".join([*COMMENTS, f'msgctxt "a"\n{BODIES[0]}']), "utf-8")
    assert list(Document.read(path).labels) == ["a"]
