"""The bundled fonts: their files, their ``@font-face`` rules, and the families a language asks for.

``fonts/fonts.toml`` holds the facts.  Web pages take woff2 subsets by script; a PDF takes one file
per family and weight, as WeasyPrint merges two files of one family into one broken font.
"""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from toolkit.errors import Diagnostic, ThemeError
from toolkit.resources import FONTS

__all__ = [
    "Face",
    "Medium",
    "Role",
    "faces",
    "families",
    "first_view",
    "font_face_css",
    "stand_in_css",
]

Medium = Literal["web", "pdf"]
Role = Literal["text", "heading", "label", "verse", "code"]


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


def first_view(lang: str, shown: Mapping[Role, str]) -> tuple[Face, ...]:
    """Return the web files that the top of a page needs, for the page to ask for early.

    Fonts of the other script come with them where the top has letters of it: with one of two fonts
    there, a line would break in one place, and with both in another.  They come last, as until
    the language's own are there, theirs would draw its punctuation.

    Args:
        lang: BCP 47 tag of the page.
        shown: The text at the top by the role of its font.

    Raises:
        ThemeError: The fonts are not installed.
    """
    needed, besides = [], []
    for role, weight in _config()["first-view"].items():
        own, other = (_first_face(key, weight) for key in _stack(role)[_script(lang)][:2])
        needed.append(own)
        if _letters_beside(own, other).search(shown.get(role, "")):
            besides.append(other)
    return (*needed, *besides)


def is_needed(face: Face, html: str) -> bool:
    """Tell whether a page may show something in a web font: its letters and its style are there.

    Args:
        face: The font.
        html: The page, without its style sheet.

    Raises:
        ThemeError: The fonts are not installed.
    """
    asked = (_asked_by()[name] for name in _traits(face))
    return all(pattern.search(html) for pattern in asked) and bool(_letters(face).search(html))


def _traits(face: Face) -> Iterator[str]:
    """Yield what is asked for by markup."""
    key = face.file.name.partition("-400")[0].partition("-700")[0]
    if key in _asked_by():
        yield key
    if face.style == "italic":
        yield "italic"
    if face.weight > 400 and key in _stack("text")["Arab"][:2]:
        yield "bold-text"


@cache
def _asked_by() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(asked) for name, asked in _config()["asked-by"].items()}


@cache
def _letters(face: Face) -> re.Pattern[str]:
    """Return a pattern for the characters of a file, spaces and the like left out."""
    return re.compile(_class(face))


@cache
def _letters_beside(leading: Face, other: Face) -> re.Pattern[str]:
    """Return a pattern for the characters of a file that the one before it in a stack lacks."""
    return re.compile(f"(?!{_class(leading)}){_class(other)}")


def _class(face: Face) -> str:
    given = _config()["scripts"][face.script or ""]["unicode-range"]
    return f"[{''.join(_escaped(item) for item in given.split(','))}]"


def _escaped(item: str) -> str:
    first, _, last = item.strip().removeprefix("U+").partition("-")
    start, end = int(first, 16), int(last or first, 16)
    start = 0x2010 if 0x2000 <= start < 0x2010 else max(0x41, start)
    return f"\\U{start:08x}-\\U{end:08x}" if start <= end else ""


@cache
def _first_face(key: str, weight: int) -> Face:
    """Return the last of a family's files, which has the commonest letters."""
    family = _family_faces(key, "web")
    return [face for face in family if face.weight == weight and face.style == "normal"][-1]


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
                unicode_range=_range(config["scripts"][script]),
            )


@cache
def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _range(script: Mapping[str, str]) -> str:
    return "".join(script.get("announced", script["unicode-range"]).split())


def _rule(face: Face, url: str) -> str:
    descriptors = {
        "font-family": f'"{face.family}"',
        "font-weight": face.weight,
        "font-style": face.style,
        "src": f'url("{url}") format("{"woff2" if face.unicode_range else "truetype"}")',
    }
    if face.unicode_range:
        descriptors |= {"font-display": "swap", "unicode-range": face.unicode_range}
    return _written(descriptors)


def stand_in_css() -> str:
    """Return the rules of the system's fonts that stand in for ours, in widths and heights too.

    Raises:
        ThemeError: The fonts are not installed.
    """
    return "".join(
        _stand_in(stand_in, weight, rule)
        for stand_in in _config()["stand-ins"]
        for weight in ("400", "700")
        for rule in stand_in[weight]
    )


def _stand_in(stand_in: dict[str, Any], weight: str, rule: dict[str, Any]) -> str:
    """Return a rule whose lines are as high as ours: the edges are parts of the adjusted size."""
    metrics, adjusted = _config()["metrics"], rule["size-adjust"] / 100
    return _written(
        {
            "font-family": f'"{stand_in["name"]}"',
            "font-weight": weight,
            "src": ",".join(f'local("{font}")' for font in rule["fonts"]),
            "unicode-range": stand_in["range"].replace(" ", ""),
            "size-adjust": f"{rule['size-adjust']}%",
            "ascent-override": f"{metrics['ascent'] / adjusted:.1%}",
            "descent-override": f"{metrics['descent'] / adjusted:.1%}",
            "line-gap-override": "0%",
        }
    )


def _written(descriptors: Mapping[str, object]) -> str:
    return f"@font-face{{{';'.join(f'{name}:{value}' for name, value in descriptors.items())}}}"


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
