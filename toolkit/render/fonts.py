"""The bundled fonts: their files, their ``@font-face`` rules, and the families a language asks for.

``fonts/fonts.toml`` holds the facts.  Web pages take woff2 subsets by script; a PDF takes one file
per family and weight, as WeasyPrint merges two files of one family into one broken font.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from toolkit.errors import Diagnostic, ThemeError
from toolkit.resources import FONTS

__all__ = ["Face", "Medium", "Role", "faces", "families", "first_view", "font_face_css"]

Medium = Literal["web", "pdf"]
Role = Literal["text", "heading", "label", "verse", "code"]

_RULE = """@font-face {{
  font-family: "{family}";
  font-weight: {weight};
  font-style: {style};
  src: url("{url}") format("{format}");
{descriptors}}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file.

    Args:
        family: Name that CSS uses, such as ``Toolkit Naskh``.
        weight: CSS weight, 400 or 700.
        style: ``normal`` or ``italic``.
        file: The file, TrueType for ``pdf`` and woff2 for ``web``.
        script: Script of a web file as fonts.toml names it, ``None`` for a PDF file.
        unicode_range: CSS ``unicode-range`` of a web file, ``None`` for a PDF file.
    """

    family: str
    weight: int
    style: Literal["normal", "italic"]
    file: Path
    script: str | None = None
    unicode_range: str | None = None

    @property
    def asset(self) -> str:
        """Name of the file beside a page, with a digest of its content."""
        return f"{self.file.stem}.{_digest(self.file)}{self.file.suffix}"


@cache
def faces(medium: Medium) -> tuple[Face, ...]:
    """Return every font file of a medium.

    Args:
        medium: ``web`` or ``pdf``.

    Raises:
        ThemeError: The fonts are not installed.
    """
    families = _config()["families"]
    return tuple(face for key in families for face in _family_faces(key, medium))


def font_face_css(medium: Medium, url: Callable[[Face], str]) -> str:
    """Return the ``@font-face`` rules (https://www.w3.org/TR/css-fonts-4/#font-face-rule).

    Args:
        medium: ``web`` or ``pdf``.
        url: Gives the address a page reads a file from; it must not hold a quotation mark.

    Raises:
        ThemeError: The fonts are not installed.
    """
    return "".join(_rule(face, url(face)) for face in faces(medium))


def families(role: Role, lang: str) -> str:
    """Return the value of CSS ``font-family`` for text of a language.

    The language's own script leads, so that shared punctuation comes from its font; letters and
    digits of the other script are only in the other family.

    Args:
        role: What the text is.
        lang: BCP 47 tag.

    Raises:
        ThemeError: The role is unknown, or the fonts are not installed.
    """
    stack = _stack(role)
    names = (_config()["families"][key]["name"] for key in stack[_script(lang)])
    return ", ".join((*(f'"{name}"' for name in names), stack["generic"]))


def first_view(lang: str) -> tuple[Face, ...]:
    """Return the web files that the top of every article needs, for a page to preload.

    Args:
        lang: BCP 47 tag of the page.

    Raises:
        ThemeError: The fonts are not installed.
    """
    wanted = {_first_face(role, weight, lang) for role, weight in _config()["first-view"].items()}
    return tuple(face for face in faces("web") if face in wanted)


def _first_face(role: str, weight: int, lang: str) -> Face:
    family = _family_faces(_stack(role)[_script(lang)][0], "web")
    return next(face for face in family if face.weight == weight and face.style == "normal")


def _family_faces(key: str, medium: Medium) -> Iterator[Face]:
    config = _config()
    family = config["families"][key]
    for name in family["faces"]:
        style: Literal["normal", "italic"] = "italic" if name.endswith("i") else "normal"
        common = {"family": family["name"], "weight": int(name[:3]), "style": style}
        if medium == "pdf":
            yield Face(**common, file=FONTS / "pdf" / f"{key}-{name}.ttf")
            continue
        for script in family["scripts"]:
            yield Face(
                **common,
                file=FONTS / "web" / f"{key}-{name}-{script}.woff2",
                script=script,
                unicode_range=" ".join(config["scripts"][script]["unicode-range"].split()),
            )


@cache
def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _rule(face: Face, url: str) -> str:
    web = face.unicode_range is not None
    descriptors = f"  font-display: swap;\n  unicode-range: {face.unicode_range};\n" if web else ""
    return _RULE.format(
        family=face.family,
        weight=face.weight,
        style=face.style,
        url=url,
        format="woff2" if web else "truetype",
        descriptors=descriptors,
    )


def _script(lang: str) -> str:
    """Return the script of the longest tag listed that begins the language's tag."""
    listed = {tag: script for script, tags in _config()["languages"].items() for tag in tags}
    subtags = lang.split("-")
    for length in range(len(subtags), 0, -1):
        if script := listed.get("-".join(subtags[:length])):
            return str(script)
    return "Latn"


def _stack(role: str) -> dict[str, Any]:
    stacks = _config()["stacks"]
    if role not in stacks:
        reason = f"no fonts are known for the role “{role}”"
        remedy = f"Use one of {', '.join(stacks)}"
        raise ThemeError(Diagnostic(code="unknown-font-role", reason=reason, remedy=remedy))
    stack: dict[str, Any] = stacks[role]
    return stack


@cache
def _config() -> dict[str, Any]:
    file = FONTS / "fonts.toml"
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        reason = "the bundled fonts cannot be read"
        remedy = "Install the toolkit again"
        raise ThemeError(
            Diagnostic(code="fonts-missing", reason=reason, remedy=remedy, file=str(file))
        ) from error
