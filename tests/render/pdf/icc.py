"""A small ICC profile of a printing condition, made here: CMYK to Lab by a table (ICC.1:2010)."""

import struct
from itertools import product


def output_profile(device=b"prtr", space=b"CMYK"):
    """Return the bytes of a profile whose table has two steps for each ink."""
    tags = {
        b"desc": _text(b"desc", "A test condition"),
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": b"XYZ \0\0\0\0" + _numbers(0.9642, 1.0, 0.8249),
        b"A2B0": _to_lab(),
        b"B2A0": _to_inks(),
    }
    offset = 128 + 4 + 12 * len(tags)
    index, data = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        index += name + struct.pack(">II", offset + len(data), len(content))
        data += content + b"\0" * (-len(content) % 4)
    size = offset + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"test", 0x02100000, device, space, b"Lab ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += _numbers(0.9642, 1.0, 0.8249)
    return header.ljust(128, b"\0") + index + data


def _numbers(*values):
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(kind, words):
    data = words.encode() + b"\0"
    return kind + b"\0\0\0\0" + struct.pack(">I", len(data)) + data + b"\0" * 78


def _to_lab():
    """Return a table: paper is white, each ink takes its share of the light."""
    points = b""
    for cyan, magenta, yellow, black in product((0, 1), repeat=4):
        light = max(0, 255 - 64 * (cyan + magenta) - 26 * yellow - 255 * black)
        points += bytes((light, 128 - 40 * cyan + 60 * magenta, 128 - 40 * cyan + 80 * yellow))
    return _table(4, 3, points)


def _to_inks():
    """Return a table: the darker, the more black."""
    points = b"".join(
        bytes((0, 0, 0, 255 * (1 - light))) for light, _, _ in product((0, 1), repeat=3)
    )
    return _table(3, 4, points)


def _table(inputs, outputs, points):
    ramp = bytes(range(256))
    matrix = _numbers(1, 0, 0, 0, 1, 0, 0, 0, 1)
    start = b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0))
    return start + matrix + ramp * inputs + points + ramp * outputs
