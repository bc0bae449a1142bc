"""What a camera notes stays with the publisher; the pixels stay as they are."""

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from toolkit.article import jpeg, png
from toolkit.article.picture import inspect
from toolkit.render.pictures import PictureFile
from toolkit.render.responsive import responsive

SECRET = b"Kabul Road 7"


def noted(orientation=1):
    """Return EXIF data with a place and a text."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (IFDRational(34), IFDRational(31), IFDRational(0))
    return exif


def photograph(orientation=1, **more):
    out = io.BytesIO()
    image = Image.merge("RGB", [Image.linear_gradient("L").resize((90, 60))] * 3)
    image.save(out, "JPEG", exif=noted(orientation), comment=SECRET, **more)
    return out.getvalue()


def pixels(data):
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.tobytes()


@pytest.mark.parametrize(
    "more", [{}, {"progressive": True}, {"quality": 30, "restart_marker_blocks": 2}]
)
def test_a_jpeg_keeps_its_pixels_and_nothing_else(more):
    data = photograph(**more)
    bare = jpeg.without_metadata(data)
    assert pixels(bare) == pixels(data)
    assert SECRET in data
    assert SECRET not in bare
    assert b"Exif" not in bare


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_jpeg_keeps_only_its_turn(orientation):
    bare = jpeg.without_metadata(photograph(orientation), orientation)
    with Image.open(io.BytesIO(bare)) as image:
        exif = image.getexif()
        assert exif.get(0x0112, 1) == orientation
        assert set(exif) <= {0x0112}
        assert not exif.get_ifd(0x8825)


def test_the_pictures_behind_a_jpeg_are_cut_off():
    assert jpeg.without_metadata(photograph() + photograph()) == jpeg.without_metadata(photograph())


def test_a_jpeg_keeps_its_colour_profile():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with Image.open(io.BytesIO(jpeg.without_metadata(photograph(icc_profile=profile)))) as image:
        assert image.info["icc_profile"] == profile


@pytest.mark.parametrize("length", range(2, 700, 13))
def test_a_jpeg_that_is_cut_off_is_told(length):
    with pytest.raises(ValueError, match=r"marker|end"):
        jpeg.without_metadata(photograph()[:length])


def test_a_png_keeps_its_pixels_and_nothing_else():
    out, texts = io.BytesIO(), PngImagePlugin.PngInfo()
    texts.add_text("Comment", SECRET.decode())
    image = Image.linear_gradient("L").convert("P")
    image.save(out, "PNG", pnginfo=texts, exif=noted())
    bare = png.without_metadata(out.getvalue())
    assert pixels(bare) == pixels(out.getvalue())
    assert SECRET in out.getvalue()
    assert SECRET not in bare


def test_no_file_that_is_published_tells_the_place(tmp_path):
    (tmp_path / "a.jpg").write_bytes(photograph(6))
    picture = PictureFile.of(inspect("a.jpg", tmp_path))
    for place in ("lead", "front", "block", "body", "card"):
        made = responsive(picture, place)
        for each in (picture, made.plain, *made.modern):
            data = each.read()
            assert SECRET not in data
            with Image.open(io.BytesIO(data)) as shown:
                assert not shown.getexif().get_ifd(0x8825)
