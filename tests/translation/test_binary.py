"""MO files: GNU msgfmt makes the same bytes, Python's gettext reads them."""

import gettext
import subprocess
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.conftest import DATA
from toolkit.errors import CatalogueError
from toolkit.language import Labels
from toolkit.language.catalogue import read_catalogue
from toolkit.resources import CATALOGUES
from toolkit.translation.binary import compile_catalogue, mo_data, place

BUILT_IN = sorted(CATALOGUES.glob("*.po"))


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.name)
def test_our_catalogues_compile_to_the_bytes_of_msgfmt(path, tmp_path):
    theirs = tmp_path / "theirs.mo"
    options = ["--check", "--no-hash", "--endianness=little", "--output-file", theirs]
    subprocess.run(["msgfmt", *options, path], check=True)
    assert mo_data(path) == theirs.read_bytes()


@pytest.mark.parametrize(
    "path", [*BUILT_IN, DATA / "weblate.po", DATA / "poedit.po"], ids=lambda path: path.name
)
def test_gettext_finds_what_is_translated_and_nothing_else(path, tmp_path):
    out = tmp_path / "fa.mo"
    assert compile_catalogue(path, out)
    assert not compile_catalogue(path, out)
    with out.open("rb") as file:
        found = gettext.GNUTranslations(file)
    for label, entry in read_catalogue(path).entries.items():
        is_there = bool(entry.forms) and not entry.fuzzy
        if len(entry.source) == 1:
            said = found.pgettext(label, entry.source[0])
            assert said == (entry.forms[0] if is_there else entry.source[0])
            continue
        for count in (0, 1, 2, 5, 100):
            english = entry.source[count != 1]
            form = entry.forms[read_catalogue(path).plural(count)] if is_there else english
            assert found.npgettext(label, *entry.source, count) == form


def test_where_mo_files_belong(tmp_path):
    assert place(tmp_path / "fa_AF.po", None) == tmp_path / "fa_AF.mo"
    assert place(tmp_path / "ps.po", tmp_path) == tmp_path / "ps/LC_MESSAGES/toolkit.mo"


def test_a_mo_file_alone_gives_the_labels(tmp_path):
    for path in BUILT_IN:
        compile_catalogue(path, tmp_path / f"{path.stem}.mo")
    for tag in ("fa", "fa-AF", "ps"):
        alone, ours = Labels(tag, [tmp_path]), Labels(tag)
        for label, count in (("share.heading", 1), ("article.words", 1), ("article.words", 7)):
            assert alone.text(label, count=count) == ours.text(label, count=count)
            assert alone.lang(label) == ours.lang(label)


def test_a_stale_mo_file_is_never_read(tmp_path):
    po = tmp_path / "fa.po"
    po.write_bytes((CATALOGUES / "fa.po").read_bytes())
    compile_catalogue(po, tmp_path / "fa.mo")
    po.write_bytes(po.read_bytes().replace("تازه‌ترین خبرها".encode(), "خبرهای تازه".encode()))
    assert Labels("fa", [tmp_path]).text("news.latest") == "خبرهای تازه"


@pytest.mark.parametrize("damage", [b"", b"x" * 40, b"\xde\x12\x04\x95" + b"\xff" * 60])
def test_a_damaged_mo_file_is_named(tmp_path, damage):
    (tmp_path / "fa.mo").write_bytes(damage)
    with pytest.raises(CatalogueError, match=r"fa\.mo: The MO file is damaged"):
        Labels("fa", [tmp_path])


@given(place=st.integers(0, 6000), byte=st.integers(0, 255), cut=st.integers(0, 6000))
def test_any_bytes_are_a_catalogue_or_an_error(tmp_path_factory, place, byte, cut):
    data = bytearray(mo_data(CATALOGUES / "fa.po"))
    data[min(place, len(data) - 1)] = byte
    path = tmp_path_factory.getbasetemp() / f"fa-{place}-{byte}-{cut}.mo"
    path.write_bytes(bytes(data[: cut or None]))
    with suppress(CatalogueError):
        assert read_catalogue(path).path == path
