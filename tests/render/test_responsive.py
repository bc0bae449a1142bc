import io

import pytest
from PIL import Image, ImageCms

from toolkit.article.picture import inspect
from toolkit.render.encoding import encoded
from toolkit.render.pictures import PictureFile, Pictures
from toolkit.render.recipes import recipes
from toolkit.render.responsive import responsive


@pytest.fixture
def author(tmp_path):
    """Saves a picture as an author does, and returns its file."""

    def save(image, name, **options):
        image.save(tmp_path / name, **options)
        return PictureFile.of(inspect(name, tmp_path))

    return save


def photograph(width, height, mode="RGB"):
    return Image.effect_noise((width, height), 90).convert(mode)


def opened(asset):
    image = Image.open(io.BytesIO(asset.read()))
    image.load()
    return image


def test_no_width_is_larger_than_the_picture(author):
    made = responsive(author(photograph(1000, 500), "a.jpg"), "lead")
    assert [each.width for each in made.modern] == [320, 640, 960, 1000]
    assert (made.width, made.height, made.plain.width) == (1000, 500, 1000)


@pytest.mark.parametrize("place", recipes()["places"])
@pytest.mark.parametrize("size", [(1, 1), (3, 700), (700, 3), (31, 17), (1000, 400)])
def test_each_has_the_size_that_is_announced(author, place, size):
    made = responsive(author(photograph(*size), "a.png"), place)
    for each in (made.plain, *made.modern):
        with opened(each) as image:
            assert image.size == (each.width, each.height)
            assert Image.MIME[image.format] == each.media_type


def test_a_card_shows_the_middle_in_its_ratio(author):
    image = Image.new("RGB", (900, 300), "red")
    image.paste("blue", (225, 0, 675, 300))
    made = responsive(author(image, "a.jpg", quality=100, subsampling=0), "card")
    with opened(made.modern[-1]) as shown:
        assert abs(shown.width / shown.height - 3 / 2) < 0.01
        for place in ((5, 5), (shown.width - 5, shown.height - 5)):
            red, _, blue = shown.getpixel(place)
            assert blue > 200 > 60 > red


def test_the_type_of_the_author_is_there_for_older_browsers(author):
    kinds = {
        "a.jpg": "image/jpeg",
        "a.png": "image/png",
        "a.webp": "image/webp",
        "a.gif": "image/png",
    }
    for name, media_type in kinds.items():
        plain = responsive(author(photograph(1400, 100), name), "body").plain
        assert (name, plain.media_type, plain.width) == (name, media_type, 1280)


def test_a_drawing_stays_as_it_is(author):
    drawing = author(Image.new("P", (900, 600)), "a.png")
    made = responsive(drawing, "body")
    assert (made.plain, made.modern) == (drawing, ())
    assert made.source_set(Pictures("assets/")) == ""


def test_the_turn_of_a_photograph_is_applied(author):
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (80, 40), "white")
    image.paste("black", (0, 0, 40, 40))
    made = responsive(author(image, "a.jpg", exif=exif), "body")
    with opened(made.modern[0]) as shown:
        assert shown.size == (made.width, made.height) == (40, 80)
        assert shown.getpixel((20, 10))[0] < 60 < 200 < shown.getpixel((20, 70))[0]


def test_what_is_transparent_stays_so_but_in_a_card(author):
    image = photograph(240, 160, "RGBA")
    image.putalpha(Image.linear_gradient("L").resize((240, 160)))
    picture = author(image, "a.png")
    for place, modes in (("body", {"RGBA"}), ("card", {"RGB"})):
        assert opened(responsive(picture, place).plain).mode in modes
        assert opened(responsive(picture, place).modern[0]).mode == "RGBA"


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "I;16", "LA"])
def test_every_kind_of_pixel_is_shown_as_it_is(author, mode):
    grey = Image.linear_gradient("L").resize((256, 256))
    wide = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    image = wide if mode == "I;16" else grey.convert(mode)
    name = "a.jpg" if mode == "CMYK" else "a.png"
    made = responsive(author(image, name), "card")
    with opened(made.modern[0]) as shown:
        grey = shown.convert("L").resize((1, 8))
    assert grey.getpixel((0, 0)) < 80 < 170 < grey.getpixel((0, 7))


def test_colours_are_brought_into_srgb(author):
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    image = photograph(300, 200)
    broken = author(image, "a.jpg", icc_profile=swapped.tobytes())
    assert opened(responsive(broken, "body").modern[0]).size == (300, 200)
    rubbish = author(image, "b.jpg", icc_profile=b"no profile at all")
    assert opened(responsive(rubbish, "body").modern[0]).size == (300, 200)


def test_only_the_first_frame_is_shown(author):
    frames = [Image.new("RGB", (200, 100), colour) for colour in ("red", "blue", "green")]
    picture = author(frames[0], "a.gif", save_all=True, append_images=frames[1:])
    assert picture.is_animated
    with opened(picture) as shown:
        assert not getattr(shown, "is_animated", False)
        assert shown.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_a_telephone_s_jpeg_of_two_pictures_is_one(author, tmp_path):
    image = photograph(300, 200)
    picture = author(image, "a.jpg", format="MPO", save_all=True, append_images=[image])
    assert (picture.media_type, picture.is_animated) == ("image/jpeg", False)
    with opened(picture) as shown:
        assert shown.format == "JPEG"


def test_the_same_picture_is_the_same_bytes(author):
    made = responsive(author(photograph(700, 300), "a.jpg"), "lead")
    for each in made.modern:
        size = (each.width, each.height)
        again = [encoded(each.picture, size, each.media_type) for _ in range(2)]
        assert again[0] == again[1] == each.read()


def test_nothing_is_coded_before_it_is_read(author, monkeypatch):
    def fail(*_, **__):
        raise AssertionError("a picture was coded")

    picture = author(photograph(900, 600), "a.jpg")
    monkeypatch.setattr("toolkit.render.pictures.encoded", fail)
    made = responsive(picture, "lead")
    assert made.source_set(Pictures("a b/")).startswith("a%20b/")
