"""Make the bundled fonts from their pinned npm packages, as fonts.toml says.

``pdf/`` gets one static TrueType file per family and weight, because a PDF breaks when two files
share a family; ``web/`` gets woff2 subsets by script.  The same packages and the same versions of
fontTools and Brotli give the same bytes.  Run by ``make fonts``; nothing here is needed to set a
page.
"""

import base64
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.otlLib.optimize.gpos import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.woff2 import WOFF2FlavorData

from fonts.alternates import keep_joins
from fonts.dots import join_dots

HERE = Path(__file__).parent
CONFIG: dict[str, Any] = tomllib.loads((HERE / "fonts.toml").read_text("utf-8"))
SPACES = (0x20, 0xA0)
UNUSED = ["BASE", "DSIG", "STAT", "vhea", "vmtx"]
NAMES = [0, 1, 2, 4, 6, 13, 14]
"""Names that a web file keeps: copyright, names and licence."""


def fetch(name: str, folder: Path) -> dict[str, bytes]:
    """Download a package and return its files, once its digest is what fonts.toml says."""
    package = CONFIG["packages"][name]
    npm = ["npm", "pack", "--json", "--silent", f"{name}@{package['version']}"]
    answer = json.loads(subprocess.run(npm, cwd=folder, check=True, capture_output=True).stdout)
    archive = (folder / answer[0]["filename"]).read_bytes()
    digest = base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if package["integrity"] != f"sha512-{digest}":
        raise SystemExit(f"{name}: sha512-{digest} is not the pinned integrity")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        return {
            member.name.partition("/")[2]: stream.read()
            for member in files
            if (stream := files.extractfile(member))
        }


def code_points(unicode_range: str) -> set[int]:
    """Return the code points of a CSS unicode-range (https://www.w3.org/TR/css-fonts-4/#unicode-range-desc)."""
    points: set[int] = set()
    for item in unicode_range.replace("U+", "").split(","):
        first, _, last = item.strip().partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points


class Layout(NamedTuple):
    """The OpenType features that are kept, and the scripts that they are kept for."""

    features: set[str]
    scripts: set[str]

    @classmethod
    def of(cls, scripts: Iterable[Mapping[str, Any]]) -> "Layout":
        """Return what some scripts of fonts.toml need together."""
        scripts = list(scripts)
        features = {tag for script in scripts for tag in script["features"]}
        return cls(features, {tag for script in scripts for tag in script.get("layout", ["*"])})


def subset(font: TTFont, points: Iterable[int], layout: Layout) -> TTFont:
    """Return a copy of the font with these characters and this layout alone."""
    options = Options()
    options.layout_features = sorted(layout.features)
    options.layout_scripts = sorted(layout.scripts)
    options.drop_tables += UNUSED
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    copy = reopened(font)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(copy)
    return copy


def reopened(font: TTFont) -> TTFont:
    """Return a copy of the font, free of its former format."""
    return TTFont(io.BytesIO(serialised(font)), recalcTimestamp=False)


def serialised(font: TTFont) -> bytes:
    """Return the font's bytes as TrueType."""
    font.flavor = None
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def packed(font: TTFont) -> bytes:
    """Return the font's bytes as woff2, small.

    Where the edge of each glyph is as its outline says, woff2 leaves the edges out
    (https://www.w3.org/TR/WOFF2/#hmtx_table_format); in some files rounding moved a few.
    """
    font["name"].names = [record for record in font["name"].names if record.nameID in NAMES]
    for name, (advance, _) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (advance, getattr(font["glyf"][name], "xMin", 0))
    compact(font, 1)
    font.flavor = "woff2"
    font.flavorData = WOFF2FlavorData(transformedTables={"glyf", "loca", "hmtx"})
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def merged(sources: list[bytes], points: set[int], layout: Layout) -> TTFont:
    """Return one font of several: each adds the characters that those before it lack."""
    parts: list[TTFont] = []
    for source in sources:
        font = TTFont(io.BytesIO(source), recalcTimestamp=False)
        wanted = points & font.getBestCmap().keys()
        points = points - wanted
        if wanted:
            parts.append(subset(font, wanted, layout))
    if len(parts) == 1:
        return parts[0]
    whole = Merger(MergeOptions(drop_tables=UNUSED)).merge(
        [io.BytesIO(serialised(part)) for part in parts]
    )
    whole["head"].created, whole["head"].modified = (
        parts[0]["head"].created,
        parts[0]["head"].modified,
    )
    whole.recalcTimestamp = False
    return whole


def measure(font: TTFont, scale: float) -> None:
    """Scale the letters within the em, and give the font the metrics all fonts share."""
    em = round(font["head"].unitsPerEm / scale)
    ascent, descent = (round(em * CONFIG["metrics"][edge]) for edge in ("ascent", "descent"))
    font["head"].unitsPerEm = em
    line, system = font["hhea"], font["OS/2"]
    line.ascent, line.descent, line.lineGap = ascent, -descent, 0
    system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap = ascent, -descent, 0
    system.usWinAscent = max(ascent, font["head"].yMax)
    system.usWinDescent = max(descent, -font["head"].yMin)


def space(font: TTFont, advance: float) -> None:
    """Give the spaces an advance in em, also those that a feature puts in their place."""
    letters = font.getBestCmap()
    glyphs = {letters[point] for point in SPACES}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            mapping = getattr(getattr(table, "ExtSubTable", table), "mapping", {})
            glyphs |= {mapping[glyph] for glyph in glyphs & mapping.keys()}
    for glyph in glyphs:
        font["hmtx"][glyph] = (round(font["head"].unitsPerEm * advance), 0)


def rename(font: TTFont, family: dict[str, Any], face: str) -> None:
    """Name the font after our family, as the licence asks of a modified version."""
    weight, italic, name = int(face[:3]), face.endswith("i"), family["name"]
    bold = weight >= 600
    style = " ".join(word for word in ("Bold" * bold, "Italic" * italic) if word) or "Regular"
    names = font["name"]
    version = names.getDebugName(5)
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    changes = f"scaled by {family['scale']}, other line metrics"
    if "space" in family:
        changes += f", spaces of {family['space']} em"
    words = {
        1: name,
        2: style,
        3: f"{name} {style}; {family['original']} {version}",
        4: f"{name} {style}",
        5: version,
        6: f"{name.replace(' ', '')}-{style.replace(' ', '')}",
        10: f"A subset of {family['original']}, {changes}.",
    }
    for identifier, text in words.items():
        names.setName(text, identifier, 3, 1, 0x409)
    system = font["OS/2"]
    system.version = max(system.version, 4)
    system.usWeightClass = weight
    system.fsSelection = 1 << 7 | italic | bold << 5 | (not italic and not bold) << 6
    font["head"].macStyle = bold | italic << 1


def licence(family: dict[str, Any], font: TTFont, text: bytes) -> str:
    """Return the licence with the copyright notice that the font itself carries on top."""
    _, marker, terms = text.decode("utf-8").partition("This Font Software is licensed")
    return f"{font['name'].getDebugName(0)}\n\n{family['original']}\n\n{marker}{terms}"


def build(key: str, files: dict[str, bytes], out: Path) -> None:
    """Make every file of one family."""
    family = CONFIG["families"][key]
    scripts = {name: CONFIG["scripts"][name] for name in family["scripts"]}
    ranges = {name: code_points(script["unicode-range"]) for name, script in scripts.items()}
    layouts = {name: Layout.of([script]) for name, script in scripts.items()}
    whole = Layout.of(scripts.values())
    for face, sources in family["faces"].items():
        font = merged([files[path] for path in sources], set().union(*ranges.values()), whole)
        measure(font, family["scale"])
        if "space" in family:
            space(font, family["space"])
        rename(font, family, face)
        whole_letters = reopened(font)
        join_dots(whole_letters)
        (out / "pdf" / f"{key}-{face}.ttf").write_bytes(serialised(whole_letters))
        if "joins" in family:
            keep_joins(font, family["joins"].split())
        for name, layout in layouts.items():
            web = packed(subset(font, ranges[name], layout))
            (out / "web" / f"{key}-{face}-{name}.woff2").write_bytes(web)
    text = licence(family, font, files[CONFIG["packages"][family["package"]]["licence"]])
    (out / "licences" / f"{key}.txt").write_text(text, "utf-8")


def checksums(out: Path) -> str:
    """Return a line for each file made, as ``sha256sum --check`` reads them."""
    made = sorted(path for part in ("licences", "pdf", "web") for path in (out / part).iterdir())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(out).as_posix()}\n"
        for path in made
    )


def main() -> None:
    """Make all fonts anew beside this script."""
    for part in ("pdf", "web", "licences"):
        shutil.rmtree(HERE / part, ignore_errors=True)
        (HERE / part).mkdir()
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: fetch(name, Path(folder)) for name in CONFIG["packages"]}
    for key, family in CONFIG["families"].items():
        build(key, packages[family["package"]], HERE)
        print(f"{family['name']}: {', '.join(family['faces'])}")
    (HERE / "SHA256SUMS").write_text(checksums(HERE), "utf-8")


if __name__ == "__main__":
    main()
