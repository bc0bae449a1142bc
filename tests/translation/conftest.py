"""Folders of catalogues to change, and what changed."""

import difflib
from pathlib import Path

import pytest

from toolkit.resources import CATALOGUES
from toolkit.translation.folder import Folder

DATA = Path(__file__).parent / "data"
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {0}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: {1}\\n"\n'
)
PLURALS = "nplurals=2; plural=(n > 1);"


@pytest.fixture
def own(tmp_path):
    """A publication's folder with a template of its own, and a function that writes into it."""
    folder = tmp_path / "labels"
    folder.mkdir()

    def write(name: str, text: str, plurals: str = PLURALS) -> Path:
        path = folder / name
        path.write_text(HEADER.format(name.partition(".")[0], plurals) + text, "utf-8")
        return path

    return Folder(folder), write


@pytest.fixture
def copy(tmp_path):
    """The built-in catalogues in another folder, where they may be changed."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for path in CATALOGUES.glob("*.po*"):
        (folder / path.name).write_bytes(path.read_bytes())
    return Folder(folder)


@pytest.fixture
def difference():
    """Return a function: old text, new text, to the lines that went and came."""

    def lines(old: str, new: str) -> list[str]:
        found = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
        return [line for line in found if line[:2] not in {"--", "++", "@@"}]

    return lines
