"""The pixels of PNG pictures: taken over as they are, or left to WeasyPrint."""

import base64
import io
import struct
import zlib

import pikepdf
import pytest
from PIL import Image

import toolkit
from toolkit.render.pdf.png_pixels import pixels_of


def image(mode="RGB", size=(40, 30)):
    return Image.frombytes("RGB", size, bytes(range(240)) * 15).convert(mode)


def png(mode="RGB", **options):
    out = io.BytesIO()
    image(mode).save(out, "PNG", **options)
    return out.getvalue()


def chunk(kind, content):
    crc = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


def made_of(rows, *, size=(2, 2), depth=8, colours=2, interlaced=0, level=9):
    header = struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, interlaced)
    data = zlib.compress(rows, level)
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


ROWS = b"\0abcdef\4ghijkl"


def pictures_of(file):
    html = (
        '<!doctype html><html lang="en"><title>Picture</title>'
        f'<img alt="Colours" src="data:image/png;base64,{base64.b64encode(file).decode()}">'
    )
    with pikepdf.open(io.BytesIO(toolkit.write_pdf(html))) as pdf:
        for found in pdf.pages[0].Resources.XObject.values():
            yield pikepdf.PdfImage(found).as_pil_image(), found.read_raw_bytes()


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_pdf_holds_the_pixels_of_the_file(mode):
    file = png(mode)
    ((shown, raw),) = pictures_of(file)
    assert shown.tobytes() == image(mode).tobytes()
    assert raw in file


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1"])
def test_other_pictures_are_coded_again(mode):
    file = png(mode)
    assert pixels_of(file) is None
    shown = next(pictures_of(file))[0]
    assert shown.tobytes() == image(mode).convert(shown.mode).tobytes()


def test_data_in_several_chunks_are_one_stream():
    whole = made_of(ROWS)
    data = zlib.compress(ROWS, 9)
    parted = whole.replace(
        chunk(b"IDAT", data), chunk(b"IDAT", data[:5]) + chunk(b"IDAT", data[5:])
    )
    assert parted != whole
    assert pixels_of(parted) == pixels_of(whole) == data


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"GIF89a",
        made_of(ROWS)[:40],
        made_of(ROWS)[:-20],
        made_of(ROWS)[8:],
        made_of(ROWS, depth=16),
        made_of(ROWS, colours=3),
        made_of(ROWS, interlaced=1),
        made_of(ROWS, level=1),
        made_of(ROWS[:-1]),
        made_of(ROWS + b"x"),
        made_of(b"\5" + ROWS[1:]),
        made_of(ROWS).replace(b"IDAT", b"IDOT"),
        made_of(ROWS).replace(zlib.compress(ROWS, 9), bytes(len(zlib.compress(ROWS, 9)))),
        png(transparency=(1, 2, 3)),
    ],
)
def test_what_a_pdf_cannot_hold_is_left_to_weasyprint(file):
    assert pixels_of(file) is None


def test_rows_are_read_no_farther_than_the_picture_goes():
    assert pixels_of(made_of(ROWS + bytes(50_000_000))) is None
