"""The preview's own words: each is used, translated and well written."""

import re
from pathlib import Path

import pytest

from toolkit import preview
from toolkit.preview.words import CATALOGUES, LANGUAGES, words
from toolkit.translation.folder import Folder
from toolkit.translation.lint import lint

_PACKAGE = Path(preview.__file__).parent
_TEXT = "\n".join(
    file.read_text("utf-8") for file in _PACKAGE.rglob("*") if file.suffix in (".py", ".html")
)
_USED = set(re.findall(r'"([a-z]+\.[a-z_]*)"', _TEXT))


@pytest.fixture(scope="module")
def folder():
    return Folder(CATALOGUES)


def test_every_word_is_used(folder):
    unused = {
        label
        for label in folder.own_sources
        if label not in _USED and f"{label.partition('.')[0]}." not in _USED
    }
    assert unused == set()


def test_no_id_is_a_label_of_the_pages(folder):
    assert not set(folder.own_sources) & set(Folder().sources)


def test_it_has_no_faults(folder):
    assert [str(found) for found in lint(folder) if found.severity == "error"] == []


@pytest.mark.parametrize("tag", ["fa", "fa-AF"])
def test_persian_and_dari_are_whole(folder, tag):
    labels = words(tag)
    assert {labels.lang(label) for label in folder.own_sources} <= {"fa", tag}


def test_what_is_doubtful_in_pashto_is_english(folder):
    found = {words("ps").lang(label) for label in folder.own_sources}
    assert found == {"ps", "en"}
    assert set(LANGUAGES) == {"en", *folder.files}
