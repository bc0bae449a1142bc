import io

import pytest
from PIL import Image

from toolkit.render.pictures import THUMBNAIL, PictureFile, Pictures


@pytest.fixture
def png():
    out = io.BytesIO()
    Image.new("RGBA", (900, 300), (200, 30, 30, 128)).save(out, "PNG")
    return out.getvalue()


def test_equal_pictures_share_a_name(tmp_path, png):
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(png)
    names = {PictureFile.of(tmp_path / name, 900, 300).name for name in ("a.png", "b.png")}
    assert names == {PictureFile.of(png, 900, 300).name}


def test_a_changed_file_gets_another_name(tmp_path, png):
    file = tmp_path / "a.png"
    file.write_bytes(png)
    before = PictureFile.of(file, 900, 300).name
    file.write_bytes(png + b"\0")
    assert PictureFile.of(file, 900, 300).name != before


def test_a_thumbnail_is_cut_to_its_size_and_opaque(png):
    thumbnail = PictureFile.of(png, 900, 300).thumbnail()
    with Image.open(io.BytesIO(thumbnail.read())) as image:
        assert (image.size, image.format, image.mode) == (THUMBNAIL, "JPEG", "RGB")


def test_pictures_are_found_by_what_follows_the_prefix(png):
    pictures = Pictures("assets/")
    address = pictures.add(PictureFile.of(png, 900, 300))
    assert pictures[address.removeprefix("assets/")].read() == png
