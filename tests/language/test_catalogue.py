import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import CatalogueError
from toolkit.language.catalogue import read_catalogue
from toolkit.language.messages import catalogue_files

BUILT_IN = sorted((Path(__file__).parents[2] / "toolkit/language/catalogues").glob("*.po*"))
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: fa\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)
LABEL = 'msgctxt "a.b"\nmsgid "One"\nmsgstr "یک"\n'


@pytest.fixture
def po(tmp_path: Path):
    def write(text: str | bytes) -> Path:
        path = tmp_path / "fa.po"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def forms(path: Path) -> dict[str, tuple[str, ...]]:
    return {label: entry.forms for label, entry in read_catalogue(path).entries.items()}


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.name)
def test_our_files_read_as_babel_reads_them(path: Path) -> None:
    with path.open("rb") as file:
        theirs = {
            message.context: message for message in read_po(file, abort_invalid=True) if message.id
        }
    ours = read_catalogue(path).entries
    assert list(ours) == list(theirs)
    for label, message in theirs.items():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert ours[label].source == ids
        assert ours[label].forms == (strings if all(strings) else ())
        assert ours[label].fuzzy == message.fuzzy


def test_what_a_po_file_may_hold(po) -> None:
    path = po(
        "\ufeff# translator\r\n"
        + HEADER.replace("\n", "\r\n")
        + '#. Where it is shown.\n#: page.html:3\n#, fuzzy, python-brace-format\n#| msgid "Old"\n'
        'msgctxt "fuzzy"\nmsgid "x"\nmsgstr "y"\n'
        'msgctxt "long"\nmsgid ""\n"one "\n"two"\nmsgstr ""\n"یک \\"\\n"\n"دو\\\\"\n'
        'msgctxt "empty"\nmsgid "x"\nmsgstr ""\n\n'
        'msgctxt "plural"\nmsgid "{count} day"\nmsgid_plural "{count} days"\n'
        'msgstr[0] "{count} روز"\nmsgstr[1] "{count} روز"\n\n'
        'msgctxt "half"\nmsgid "{count} day"\nmsgid_plural "{count} days"\n'
        'msgstr[0] "{count} روز"\nmsgstr[1] ""\n\n'
        '#~ msgctxt "old"\n#~ msgid "x"\n#~ msgstr "y"\n'
    )
    assert forms(path) == {
        "fuzzy": ("y",),
        "long": ('یک "\nدو\\',),
        "empty": (),
        "plural": ("{count} روز", "{count} روز"),
        "half": (),
    }
    entries = read_catalogue(path).entries
    assert [label for label, entry in entries.items() if entry.fuzzy] == ["fuzzy"]
    assert entries["long"].source == ("one two",)
    assert entries["fuzzy"].line == 11


def test_the_flags_of_an_obsolete_entry_are_its_own(po) -> None:
    obsolete = '#, fuzzy\n#| msgid "Old"\n#~ msgctxt "old"\n#~ msgid "x"\n#~ msgstr "y"\n\n'
    entry = read_catalogue(po(HEADER + obsolete + LABEL)).entries["a.b"]
    assert (entry.fuzzy, entry.changed) == (False, False)


@pytest.mark.parametrize(
    ("damage", "line", "reason"),
    [
        ('msgctxt "a.b"\nmsgid "One\nmsgstr "یک"\n', 7, "damaged"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgstr "یک\n', 8, "damaged"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgstr یک\n', 8, "damaged"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgstr "ی"ک"\n', 8, "damaged"),
        ('msgctxt "a.b"\nmsgid "One\\q"\nmsgstr "یک"\n', 7, "damaged"),
        ("<<<<<<< HEAD\n" + LABEL, 6, "damaged"),
        ('# comment\n"stray"\n', 7, "continues nothing"),
        ('msgctxt "a.b"\nmsgstr "یک"\n', 6, "msgid and msgstr"),
        ('msgctxt "a.b"\nmsgid "One"\n', 6, "msgid and msgstr"),
        ('msgid "One"\nmsgstr "یک"\n', 6, "msgctxt"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgid "Two"\nmsgstr "یک"\n', 8, "second msgid"),
        (LABEL + LABEL, 9, "second entry"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgid_plural "Many"\nmsgstr "یک"\n', 6, "plural forms"),
        ('msgctxt "a.b"\nmsgid "1"\nmsgid_plural "2"\nmsgstr[0] "۱"\nmsgstr[2] "۲"\n', 6, "plural"),
        ('msgctxt "a.b"\nmsgid "1"\nmsgid_plural "2"\nmsgstr[x] "۱"\n', 9, "damaged"),
        ('msgctxt "a.b"\nmsgid "One"\nmsgstr[0] "یک"\n', 6, "plural forms"),
        ('msgctxt "a\x1b[1m"\nmsgid "One"\nmsgstr "یک"\n', 6, "do not show"),
    ],
)
def test_damage_is_told_with_file_and_line(po, damage: str, line: int, reason: str) -> None:
    path = po(HEADER + damage)
    with pytest.raises(CatalogueError, match=reason) as raised:
        read_catalogue(path)
    found = raised.value.diagnostic
    assert (found.file, found.line) == (str(path), line)


@pytest.mark.parametrize(
    "header",
    ["nplurals=2; plural=(n >> 1);", "nplurals=2; plural=n%0;", "nplurals=1; plural=(n > 1);",
     "nplurals=2; plural=__import__('os');", "nplurals=2; plural=" + "(" * 500 + ";"],
)  # fmt: skip
def test_a_damaged_plural_rule_is_an_error(po, header: str) -> None:
    path = po(HEADER.replace("nplurals=2; plural=(n > 1);", header) + LABEL)
    with pytest.raises(CatalogueError, match="Plural-Forms"):
        read_catalogue(path)


def test_a_plural_rule_that_fails_later_gives_some_form(po) -> None:
    plural = read_catalogue(po(HEADER.replace("(n > 1)", "n/(n-5000)-1") + LABEL)).plural
    assert [plural(count) for count in (0, 1, 4999, 5000, 5001)] == [0, 0, 0, 0, 1]


def test_a_file_that_is_not_utf8_names_the_line(po) -> None:
    with pytest.raises(CatalogueError, match="UTF-8") as raised:
        read_catalogue(po((HEADER + LABEL).encode() + "msgid ي".encode("cp1256")))
    assert raised.value.diagnostic.line == 9


def test_a_missing_or_enormous_file_is_an_error(tmp_path: Path, po) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        read_catalogue(tmp_path / "none.po")
    with pytest.raises(CatalogueError, match="larger"):
        read_catalogue(po(HEADER + "# much\n" * 400_000))


@pytest.mark.slow
def test_a_string_of_many_lines_is_read_fast(po) -> None:
    path = po(HEADER + 'msgctxt "a.b"\nmsgid "x"\nmsgstr "y"\n' + '"y"\n' * 400_000)
    start = time.perf_counter()
    assert len(forms(path)["a.b"][0]) == 400_001
    assert time.perf_counter() - start < 10


@given(st.text('msgidctxtr[]01 "\\#,~fuzzy\nا{}', max_size=200))
def test_any_text_is_a_catalogue_or_an_error(tmp_path_factory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.po"
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(hash(text) % 10**18, hash(text) % 10**18))
    with suppress(CatalogueError):
        assert read_catalogue(path).path == path


def test_a_changed_file_is_read_again(po) -> None:
    path = po(HEADER + LABEL)
    first = read_catalogue(path)
    assert read_catalogue(path) is first
    po(HEADER + LABEL.replace("یک", "یکم"))
    assert forms(path) == {"a.b": ("یکم",)}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("fa.po", b'msgctxt "a"\nmsgid "A\nmsgstr "B"\n', "Mend the file"),
        ("fa.po", b'msgctxt "a"\nmsgid "A"\nmsgstr "B"\n' * 2, "Delete one of them"),
        ("fa.po", b'msgctxt "a"\nmsgid "\xff"\nmsgstr "B"\n', "Save the file in UTF-8"),
        ("fa.po", b"#" * 2_000_001, "Take out"),
        ("fa_AF.po", None, "Run toolkit labels update fa-AF"),
        ("labels.pot", None, "Correct the path"),
        ("fa.mo", b"no MO file", "Run toolkit labels compile"),
    ],
)
def test_what_is_wrong_with_a_catalogue_has_a_way_out(tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(path)
    assert words in (caught.value.diagnostic.remedy or "")


def test_a_file_of_no_language_has_a_way_out(tmp_path):
    (tmp_path / "xx.po").write_text("")
    with pytest.raises(
        CatalogueError, match=r"xx\.po.*Name the file by its language.*or remove it"
    ):
        catalogue_files(tmp_path)


def test_a_link_out_of_the_folder_has_a_way_out(tmp_path):
    (tmp_path / "fa.po").symlink_to("/dev/null")
    with pytest.raises(CatalogueError, match=r"Put the file itself there"):
        catalogue_files(tmp_path)
