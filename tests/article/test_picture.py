"""Pictures: what may be named, and what is read from their bytes, made by Pillow."""

import io
import struct
import zlib
from base64 import b64encode

import pytest
from PIL import Image, ImageFile

from toolkit.article import picture
from toolkit.article.picture import inspect
from toolkit.article.picture_source import check_source, locate
from toolkit.errors import ArticleError


def encoded(kind, size=(6, 4), **options):
    file = io.BytesIO()
    Image.new("RGB", size).save(file, kind, **options)
    return file.getvalue()


def photograph(kind):
    file = io.BytesIO()
    Image.effect_noise((60, 40), 80).convert("RGB").save(file, kind)
    return file.getvalue()


def refused(source, folder=None):
    with pytest.raises(ArticleError) as caught:
        inspect(source, folder)
    return caught.value.diagnostic


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp"), ("GIF", "image/gif")],
)
def test_kinds(tmp_path, kind, media_type):
    (tmp_path / "عکس ۱.bin").write_bytes(encoded(kind))
    for source in ("عکس ۱.bin", "%D8%B9%DA%A9%D8%B3%20%DB%B1.bin"):
        found = inspect(source, tmp_path)
        assert (found.width, found.height, found.media_type) == (6, 4, media_type)
        assert found.path == tmp_path / "عکس ۱.bin"
    url = f"data:{media_type};base64,{b64encode(encoded(kind)).decode()}"
    assert inspect(url, None).media_type == media_type


def test_a_turned_photograph_is_as_wide_as_it_is_shown(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "a.jpg").write_bytes(encoded("JPEG", exif=exif))
    found = inspect("a.jpg", tmp_path)
    assert (found.width, found.height) == (4, 6)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("https://example.org/a.png", "picture-address"),
        ("HTTP:a.png", "picture-address"),
        ("file:///etc/passwd", "picture-address"),
        ("javascript:x", "picture-address"),
        ("c:/a.png", "picture-address"),
        ("/etc/passwd", "picture-path"),
        ("//example.org/a.png", "picture-path"),
        ("../a.png", "picture-path"),
        ("a/../../b.png", "picture-path"),
        ("a%2f..%2f..%2fb.png", "picture-path"),
        ("%2e%2e/a.png", "picture-path"),
        ("..\\a.png", "picture-path"),
        ("a\x00.png", "picture-path"),
        ("a%00.png", "picture-path"),
        ("a\u202egpj.png", "picture-path"),
        ("", "picture-path"),
        ("a" * 2000, "picture-path"),
        ("a.svg", "picture-type"),
        ("a.SVGZ", "picture-type"),
        ("data:image/svg+xml;base64,AAAA", "picture-type"),
        ("data:text/html;base64,AAAA", "picture-type"),
        ("data:image/png,AAAA", "picture-type"),
        ("data:image/png;base64," + "A" * 8_000_000, "picture-oversized"),
    ],
)
def test_sources_that_are_not_taken(source, code):
    with pytest.raises(ArticleError) as caught:
        check_source(source)
    assert caught.value.diagnostic.code == code
    assert refused(source).code == code


def test_missing_and_unreadable(tmp_path):
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to("loop.png")
    assert refused("none.png", tmp_path).code == "picture-missing"
    assert refused("folder.png", tmp_path).code == "picture-missing"
    assert refused("a" * 300 + ".png", tmp_path).code in {"picture-path", "picture-missing"}
    assert refused("loop.png", tmp_path).code in {"picture-path", "picture-missing"}
    assert refused("a.png", None).code == "picture-missing"


def test_a_link_may_lead_about_the_folder_but_not_out_of_it(tmp_path):
    inner = tmp_path / "in"
    inner.mkdir()
    for folder in (tmp_path, inner):
        (folder / "a.png").write_bytes(encoded("PNG"))
    (inner / "good.png").symlink_to("a.png")
    (inner / "bad.png").symlink_to("../a.png")
    (inner / "out").symlink_to(tmp_path)
    assert locate("good.png", inner) == inner / "a.png"
    for source in ("bad.png", "out/a.png"):
        assert refused(source, inner).code == "picture-path"


def png(width, height):
    """Return the header of a PNG that claims a size, and no pixels."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [6_500, 10_000, 60_000])
def test_a_bomb_is_refused_by_its_header(tmp_path, side):
    (tmp_path / "a.png").write_bytes(png(side, side))
    assert refused("a.png", tmp_path).code == "picture-oversized"


def test_a_file_too_large_is_refused_unread(tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(encoded("PNG"))
    monkeypatch.setattr(picture, "MAX_BYTES", 10)
    assert refused("a.png", tmp_path).code == "picture-oversized"


def outcome(source, folder):
    try:
        inspect(source, folder)
    except ArticleError as error:
        return error.diagnostic.code
    return "taken"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_damaged_files_are_refused_and_never_crash(tmp_path, kind):
    whole = encoded(kind, (60, 40))
    for end in range(0, len(whole), max(1, len(whole) // 40)):
        (tmp_path / "a").write_bytes(whole[:end])
        assert outcome("a", tmp_path) in {"taken", "picture-damaged", "picture-type"}
    (tmp_path / "a").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert refused("a", tmp_path).code == "picture-type"


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (0, 0)])
def test_a_picture_without_pixels_has_no_ratio_and_is_refused(tmp_path, size):
    (tmp_path / "a.png").write_bytes(png(*size))
    assert refused("a.png", tmp_path).code in {"picture-type", "picture-damaged"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_is_cut_off_is_refused(tmp_path, kind, part):
    whole = photograph(kind)
    (tmp_path / "a").write_bytes(whole[: int(len(whole) * part)])
    assert refused("a", tmp_path).code == "picture-damaged"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_what_is_cut_off_is_refused_whatever_else_is_loaded(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does for all
    whole = photograph(kind)
    (tmp_path / "a").write_bytes(whole[: len(whole) // 2])
    assert refused("a", tmp_path).code == "picture-damaged"


def test_a_flipped_bit_in_a_png_is_seen(tmp_path):
    data = bytearray(encoded("PNG", (60, 40)))
    data[len(data) // 2] ^= 1
    (tmp_path / "a.png").write_bytes(data)
    assert refused("a.png", tmp_path).code == "picture-damaged"


@pytest.mark.parametrize("source", ["a b.png", "a%20b.png"])
def test_a_file_is_looked_at_again_when_it_has_changed(tmp_path, source):
    file = tmp_path / "a b.png"
    for size in ((6, 4), (8, 2), (2, 8)):
        file.write_bytes(encoded("PNG", size))
        for _ in range(2):
            assert (inspect(source, tmp_path).width, inspect(source, tmp_path).height) == size
    file.unlink()
    assert refused(source, tmp_path).code == "picture-missing"


def test_a_file_that_becomes_a_link_out_of_the_folder_is_refused(tmp_path):
    folder, outside = tmp_path / "articles", tmp_path / "outside.png"
    folder.mkdir()
    for file in (folder / "a.png", outside):
        file.write_bytes(encoded("PNG"))
    assert inspect("a.png", folder).width == 6
    (folder / "a.png").unlink()
    (folder / "a.png").symlink_to(outside)
    assert refused("a.png", folder).code == "picture-path"
