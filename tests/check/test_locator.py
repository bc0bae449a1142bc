"""Lines are right or left out."""

import pytest

from toolkit.check.locator import Location, Locator

SOURCE = "---\r\ntitle: یک\r\n---\r\n\r\nعلی رفت\r\nو   علی آمد. **بس** است &amp; نیست\r\n"


@pytest.fixture
def find(tmp_path):
    file = tmp_path / "a.md"
    file.write_bytes(SOURCE.encode())

    def find(text, stretch, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = text.index(stretch, start + 1)
        return Locator(str(file)).find(text, start, start + len(stretch))

    return find


def test_once_in_the_file(find):
    assert find("علی رفت و علی آمد.", "آمد") == Location(6, 9)


def test_told_apart_by_what_is_beside(find):
    text = "علی رفت و علی آمد."
    assert find(text, "علی", 0) == Location(5, 1)
    assert find(text, "علی", 1) == Location(6, 5)


def test_no_column_where_it_is_written_otherwise(find):
    assert find("علی رفت و علی آمد.", "رفت و") == Location(5, None)


def test_nothing_where_it_is_not_certain(find):
    assert find("علی", "علی") is None
    assert find("است & نیست", "& نیست") is None
    assert find("هرگز", "هرگز") is None


def test_files_that_cannot_be_read(tmp_path):
    file = tmp_path / "a.md"
    assert Locator(str(file)).find("a", 0, 1) is None
    file.write_bytes(b"\xff\xfe")
    assert Locator(str(file)).find("a", 0, 1) is None
