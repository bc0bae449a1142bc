"""Colours that do not depend on a device (ISO 19005-3, 6.2; ISO 15930-7, 6.2)."""

import struct
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pydyf

from toolkit.errors import Diagnostic, RenderError

__all__ = [
    "check_output_profile",
    "prepare_for_archive",
    "prepare_for_press",
    "read_output_profile",
]

_HEADER: Final = 128
_LARGEST: Final = 10_000_000
_COMPONENTS: Final = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}


def read_output_profile(path: Path | None) -> bytes | None:
    """Return the content of an ICC profile's file.

    Args:
        path: The file, or ``None``.

    Raises:
        RenderError: It cannot be read, or is too large for a profile.
    """
    if path is None:
        return None
    try:
        if path.stat().st_size > _LARGEST:
            raise _refused(f"has an output profile larger than {_LARGEST // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        said = error.strerror or str(error)
        raise _refused(f"has an output profile that cannot be read: {said}") from error


def check_output_profile(data: bytes | None) -> bytes:
    """Return an ICC profile that a printing condition can be described by.

    Args:
        data: The profile's file, or ``None``.

    Raises:
        RenderError: It is missing, or not the profile of an output device (ICC.1, 7.2).
    """
    if data is None:
        raise _refused("needs the ICC profile of the printing condition, and none is named")
    if len(data) < _HEADER or data[36:40] != b"acsp" or len(data) < _size(data):
        raise _refused("has an output profile that is not an ICC profile")
    if data[12:16] != b"prtr" or data[16:20] not in _COMPONENTS:
        raise _refused("has an output profile that is not one of a printing condition")
    return data


def _size(data: bytes) -> int:
    return int(struct.unpack(">I", data[:4])[0])


def _refused(reason: str) -> RenderError:
    remedy = "Ask the printer for it, and name it with --output-profile, or as pdf.output_profile"
    return RenderError(
        Diagnostic(code="output-profile", reason=f"the profile press {reason}", remedy=remedy)
    )


def prepare_for_press(pdf: pydyf.PDF, output_profile: bytes) -> None:
    """Describe the printing condition, and the colours of the pages by sRGB.

    What the pages say in RGB is sRGB by way of ``DefaultRGB``; links, which do not print, may not
    lie on the page.

    Args:
        pdf: The PDF.
        output_profile: The ICC profile of the printing condition.
    """
    output = _profile(pdf, output_profile, _COMPONENTS[output_profile[16:20]])
    _set_intent(pdf, "/GTS_PDFX", "Custom", output)
    srgb = _profile(pdf, _srgb(), 3)
    for found in pdf.objects:
        if isinstance(found, dict) and "lab-d50" in found:
            found["DefaultRGB"] = pydyf.Array(["/ICCBased", srgb.reference])
        if isinstance(found, dict) and found.get("Type") == "/Page":
            found.pop("Annots", None)


def _profile(pdf: pydyf.PDF, data: bytes, components: int) -> Any:
    stream = pydyf.Stream([data], pydyf.Dictionary({"N": components}), compress=True)
    pdf.add_object(stream)
    return stream


def prepare_for_archive(pdf: pydyf.PDF) -> None:
    """Say that the colours are sRGB, and that pictures are drawn by their own pixels.

    Args:
        pdf: The PDF.

    Raises:
        RenderError: It has colours of printing inks, which sRGB does not describe.
    """
    _set_intent(pdf, "/GTS_PDFA1", "sRGB", _profile(pdf, _srgb(), 3))
    for found in pdf.objects:
        extra = getattr(found, "extra", None)
        if isinstance(extra, dict) and extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"
            if extra.get("ColorSpace") == "/DeviceCMYK":
                raise _in_inks("a picture", "Save the picture in RGB")
        if any(b"/DeviceCMYK" in _bytes(part) for part in getattr(found, "stream", ())):
            raise _in_inks("the page", "Write colours in RGB, not with device-cmyk()")


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else str(part).encode()


def _in_inks(what: str, remedy: str) -> RenderError:
    reason = f"{what} has colours of printing inks (CMYK), which an archive cannot know"
    return RenderError(Diagnostic(code="colour", reason=reason, remedy=remedy))


def _set_intent(pdf: pydyf.PDF, kind: str, condition: str, profile: Any) -> None:
    intent = pydyf.Dictionary(
        {
            "Type": "/OutputIntent",
            "S": kind,
            "OutputConditionIdentifier": pydyf.String(condition),
            "Info": pydyf.String("The colours that the embedded profile describes"),
            "DestOutputProfile": profile.reference,
        }
    )
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def _srgb() -> bytes:
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
