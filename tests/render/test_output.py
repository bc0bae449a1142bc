import os
import stat

import pytest

from toolkit.render.output import remove_parts, whole, write_whole


def test_writes_the_whole_content_and_makes_the_folder(tmp_path):
    path = tmp_path / "new" / "page.html"
    write_whole(path, b"content")
    assert path.read_bytes() == b"content"
    assert list(path.parent.iterdir()) == [path]


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    monkeypatch.setattr("pathlib.Path.replace", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def _interrupted(*_arguments):
    raise KeyboardInterrupt


def test_a_file_that_fills_in_pieces_appears_at_its_end(tmp_path):
    path = tmp_path / "page.html"
    with whole(path) as file:
        file.write(b"one")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"onetwo"


def test_halves_of_killed_writers_are_removed_and_nothing_else(tmp_path):
    for name in (".0123456789abcdef.part", ".mine.part", "a.part"):
        (tmp_path / name).touch()
    remove_parts(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {".mine.part", "a.part"}
    remove_parts(tmp_path / "none")


def test_who_asks_for_it_has_the_file_and_its_name_on_the_disk(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(
        os, "fsync", lambda number: synced.append(stat.S_ISDIR(os.fstat(number)[0]))
    )
    write_whole(tmp_path / "page.html", b"content")
    assert synced == []
    write_whole(tmp_path / "page.html", b"content", is_synced=True)
    assert synced == [False, True]
