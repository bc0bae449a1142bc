"""What the codes of a font stand for (ISO 32000-2, 9.10.3)."""

import re
from dataclasses import dataclass, field
from typing import Final

from pikepdf import Object, PdfError, Stream

from toolkit.check.pdf.objects import dictionary, name

__all__ = ["Encoding", "read_encoding"]

_BLOCK: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
_TOKEN: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_MOST: Final = 200_000
_UNKNOWN: Final = "\ufffd"


@dataclass(frozen=True, slots=True)
class Encoding:
    """The text of each code.

    Args:
        width: Bytes of a code.
        codes: Text by code; ``None`` where the font has no table and is not of a Latin encoding.
    """

    width: int
    codes: dict[int, str] | None = field(default_factory=dict)

    def decode(self, data: bytes) -> str:
        """Return the text that a string shows; U+FFFD for what the table does not say."""
        if self.codes is None:
            return data.decode("cp1252", "replace") if self.width == 1 else _UNKNOWN
        codes = (data[at : at + self.width] for at in range(0, len(data), self.width))
        return "".join(self.codes.get(int.from_bytes(code), _UNKNOWN) for code in codes)


def read_encoding(font: Object) -> Encoding:
    """Return the encoding of a font.

    Args:
        font: A font dictionary.
    """
    width = 2 if name(font.get("/Subtype")) == "Type0" else 1
    table = dictionary(font.get("/ToUnicode"))
    if not isinstance(table, Stream):
        return Encoding(width, None)
    try:
        return Encoding(width, _table(table.read_bytes()))
    except PdfError:
        return Encoding(width, None)


def _table(data: bytes) -> dict[int, str]:
    codes: dict[int, str] = {}
    for block in _BLOCK.finditer(data):
        tokens = _TOKEN.findall(block[2])
        if block[1] == b"bfchar":
            hexes = [_bytes(token[0]) for token in tokens]
            codes |= {
                int.from_bytes(a): _text(b) for a, b in zip(hexes[::2], hexes[1::2], strict=False)
            }
        else:
            _ranges(tokens, codes)
        if len(codes) > _MOST:
            break
    return codes


def _ranges(tokens: list[tuple[bytes, bytes, bytes]], codes: dict[int, str]) -> None:
    rest = iter(tokens)
    for first, last, target in zip(rest, rest, rest, strict=False):
        start = int.from_bytes(_bytes(first[0]))
        end = min(int.from_bytes(_bytes(last[0])), start + 0xFFFF)
        if target[1]:
            for code, item in enumerate(rest, start):
                if item[2]:
                    break
                codes[code] = _text(_bytes(item[0]))
            continue
        base = _text(_bytes(target[0])) or _UNKNOWN
        for code in range(start, end + 1):
            point = ord(base[-1]) + code - start
            codes[code] = base[:-1] + (chr(point) if point < 0x110000 else _UNKNOWN)


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
