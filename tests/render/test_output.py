import pytest

from toolkit.render.output import write_whole


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
