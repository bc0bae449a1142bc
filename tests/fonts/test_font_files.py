import hashlib
import tomllib
from collections import Counter

import pytest
from fontTools.ttLib import TTFont

from toolkit.render.fonts import faces, first_view
from toolkit.resources import FONTS

CONFIG = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))
FACES = (*faces("pdf"), *faces("web"))
RESERVED = ("source", "noto", "inter", "estedad", "amiri", "jetbrains")

every_face = pytest.mark.parametrize("face", FACES, ids=lambda face: face.file.name)


def test_checksums_name_every_file_and_hold():
    recorded = dict(
        reversed(line.split("  ")) for line in (FONTS / "SHA256SUMS").read_text().splitlines()
    )
    found = {
        path.relative_to(FONTS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("licences", "pdf", "web")
        for path in (FONTS / folder).iterdir()
    }
    assert found == recorded


def test_every_font_file_is_a_face():
    on_disk = {path for folder in ("pdf", "web") for path in (FONTS / folder).iterdir()}
    assert {face.file for face in FACES} == on_disk


def test_a_pdf_takes_one_file_per_family_weight_and_style():
    taken = Counter((face.family, face.weight, face.style) for face in faces("pdf"))
    assert set(taken.values()) == {1}


@every_face
def test_the_font_bears_our_name_and_not_the_reserved_one(face):
    font = TTFont(face.file)
    names = {number: font["name"].getDebugName(number) for number in (1, 4, 6)}
    assert names[1] == face.family
    assert not [name for name in names.values() if name.lower().startswith(RESERVED)]
    assert font["OS/2"].usWeightClass == face.weight
    assert bool(font["head"].macStyle & 2) == (face.style == "italic")


@every_face
def test_all_faces_share_their_line_metrics(face):
    font = TTFont(face.file)
    line, system, em = font["hhea"], font["OS/2"], font["head"].unitsPerEm
    expected = (CONFIG["metrics"]["ascent"], -CONFIG["metrics"]["descent"], 0)
    for metrics in (
        (line.ascent, line.descent, line.lineGap),
        (system.sTypoAscender, system.sTypoDescender, system.sTypoLineGap),
    ):
        assert [value / em for value in metrics] == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("key", CONFIG["families"])
def test_each_family_has_its_licence_with_its_copyright(key):
    text = (FONTS / "licences" / f"{key}.txt").read_text("utf-8")
    font = TTFont(FONTS / "pdf" / f"{key}-400.ttf")
    assert text.startswith(font["name"].getDebugName(0))
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert 'THE FONT SOFTWARE IS PROVIDED "AS IS"' in text


def test_every_package_is_pinned_by_version_and_digest():
    used = {family["package"] for family in CONFIG["families"].values()}
    assert used == set(CONFIG["packages"])
    assert all(
        package["integrity"].startswith("sha512-") for package in CONFIG["packages"].values()
    )


@pytest.mark.parametrize(("lang", "limit"), [("fa", 80_000), ("ps", 80_000), ("en", 50_000)])
def test_the_first_view_is_light(lang, limit):
    sizes = {face.file.name: face.file.stat().st_size for face in first_view(lang, {})}
    assert len(sizes) == 3
    assert sum(sizes.values()) < limit, sizes


def test_the_repository_stays_light():
    assert sum(face.file.stat().st_size for face in FACES) < 2_000_000
