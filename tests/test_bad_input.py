"""Bad input is normal: one clear line naming file, field and reason, and the others render."""

import struct
import tomllib
import zlib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from toolkit.cli import app

CASES = tomllib.loads((Path(__file__).parent / "bad_input.toml").read_text("utf-8"))
HEAD = "---\nlang: en\ntitle: T\nsummary: S\n"


@pytest.fixture
def run(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "good.md").write_text("---\nlang: en\ntitle: Good\n---\n\nText.\n")
    (folder / "huge.png").write_bytes(_png_header(60_000, 60_000))

    def render():
        arguments = ["render", ".", "--to", "html", "--out", str(tmp_path / "out")]
        return CliRunner().invoke(app, arguments), tmp_path / "out"

    return render


@pytest.mark.parametrize("name", CASES)
def test_one_line_says_what_is_wrong(run, folder, name):
    case = CASES[name]
    (folder / case["file"]).write_bytes(_content(case))
    result, out = run()
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, lines
    assert [part for part in case["says"] if part not in lines[0]] == [], lines[0]
    renders = case.get("renders", False)
    assert lines[0].startswith("warning: " if renders else "error: ")
    assert result.exit_code == (0 if renders else 1)
    made = {file.name for file in out.glob("*.html")} - {"index.en.html"}
    assert made == ({"good.en.html", "a.en.html"} if renders else {"good.en.html"})
    assert not list(out.rglob("*.part"))


def test_nothing_harmful_reaches_the_page(run, folder):
    for name in ("script", "event-handler"):
        (folder / f"{name}.md").write_bytes(_content(CASES[name]))
    _result, out = run()
    for page in out.glob("*.html"):
        assert "alert" not in page.read_text("utf-8")


def _content(case):
    if "bytes" in case:
        return case["bytes"].encode().replace(b"\\xff", b"\xff")
    if "whole" in case:
        return case["whole"].encode()
    body = case.get("body", "Text.")
    body = "word " * 1_000_000 if body == "5 MB" else body
    return f"{HEAD}{case.get('head', 'section: News')}\n---\n\n{body}\n".encode()


def _png_header(width, height):
    def chunk(kind, data):
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(100)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")
