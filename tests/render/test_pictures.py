import io

import pytest
from PIL import Image, ImageFile

from toolkit.article.picture import inspect
from toolkit.errors import ArticleError
from toolkit.render.pictures import PictureFile, Pictures
from toolkit.render.responsive import responsive


@pytest.fixture
def png():
    out = io.BytesIO()
    Image.new("RGBA", (900, 300), (200, 30, 30, 128)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def saved(tmp_path):
    def save(name, data):
        (tmp_path / name).write_bytes(data)
        return PictureFile.of(inspect(name, tmp_path))

    return save


def test_equal_pictures_share_a_name(saved, png):
    assert saved("a.png", png).name == saved("b.png", png).name


def test_a_changed_file_gets_another_name(saved, png):
    before = saved("a.png", png).name
    assert saved("a.png", png + b"\0").name != before


def test_a_picture_in_memory_is_that_of_the_file(saved, png):
    picture = saved("a.png", png)
    assert PictureFile.of(inspect("a.png", picture.origin.parent), png) == picture


def test_pictures_are_found_by_what_follows_the_prefix(saved, png):
    pictures = Pictures("assets/")
    picture = saved("a.png", png)
    assert pictures[pictures.add(picture).removeprefix("assets/")] is picture


def test_what_is_published_of_a_webp_is_a_png(saved, png):
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).save(out, "WEBP", lossless=True)
    picture = saved("a.webp", out.getvalue())
    with Image.open(io.BytesIO(picture.read())) as shown:
        assert (shown.format, shown.size, picture.name[-4:]) == ("PNG", (900, 300), ".png")


def test_a_picture_that_is_cut_off_is_refused_by_its_name(saved, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does for all
    out = io.BytesIO()
    Image.effect_noise((640, 640), 80).save(out, "JPEG")
    picture = saved("market", out.getvalue())
    picture.origin.write_bytes(out.getvalue()[:9000])  # after it was looked at
    for asset in (picture, *responsive(picture, "body").modern):
        with pytest.raises(ArticleError, match=r"damaged and cannot be read.*market"):
            asset.read()
