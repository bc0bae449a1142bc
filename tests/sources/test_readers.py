"""The formats: what each file says."""

import os
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import SourceError, ToolkitError
from toolkit.sources import Draft, registry
from toolkit.sources.names import identity
from toolkit.sources.registry import read, readers

YAML = """\
lang: no
title: "Wheat: cheap"
published: 2026-11-22
summary: >-
  One
  line.
tags: [a, 007, true]
image:
  src: a.png
  width: 320
  alt: ~
authors:
  - name: Sara
    role: editor
  - {name: {fa: سارا}}
"""


def draft(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(file)


def test_front_matter_keeps_words_as_they_are(tmp_path):
    found = draft(tmp_path, "a.md", f"---\n{YAML}---\n\n# Text\n")
    assert found.data == {
        "lang": "no",
        "title": "Wheat: cheap",
        "published": "2026-11-22",
        "summary": "One line.",
        "tags": ["a", "007", "true"],
        "image": {"src": "a.png", "width": 320, "alt": None},
        "authors": [{"name": "Sara", "role": "editor"}, {"name": {"fa": "سارا"}}],
        "body": "\n# Text\n",
        "body_format": "markdown",
    }


def test_front_matter_knows_its_lines(tmp_path):
    lines = draft(tmp_path, "a.md", f"---\n{YAML}---\n").lines
    text = ["", *f"---\n{YAML}---\n".splitlines()]
    for field in ("lang", "summary", "image.width", "authors.0.role"):
        assert text[lines[field]].strip(" -").startswith(field.split(".")[-1])
    assert text[lines["authors.1"]] == "  - {name: {fa: سارا}}"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_marks_and_line_ends(tmp_path, bom, end):
    text = end.join(["---", "lang: fa", "title: گندم", "---", "متن"])
    found = draft(tmp_path, "a.md", bom + text.encode())
    assert (found.data["title"], found.data["body"]) == ("گندم", "متن")
    found = draft(tmp_path, "a.json", bom + b'{"title": "x"}')
    assert found.data == {"title": "x"}


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("\n# Wheat & co #\n\nText", "Wheat & co", "\nText"),
        ("---\nlang: en\n---\n\n# C#\nText", "C#", "Text"),
        ("---\ntitle: Rice\n---\n# Wheat", "Rice", "# Wheat"),
        ("## Wheat", None, "## Wheat"),
        ("Text\n# Wheat", None, "Text\n# Wheat"),
        ("#", None, "#"),
    ],
)
def test_a_first_heading_is_the_title(tmp_path, text, title, body):
    found = draft(tmp_path, "a.md", text).data
    assert (found.get("title"), found["body"]) == (title, body)


@pytest.mark.parametrize("text", ["", "Text", "a\n---\nb\n---\n", " ---\na: b\n---\n", "----\n"])
def test_no_front_matter(tmp_path, text):
    assert draft(tmp_path, "a.md", text).data == {"body": text, "body_format": "markdown"}


PAGE = """<!doctype html>
<html lang="fa"><head><meta charset="utf-8"><title>عنوان | روزنامه</title>
<meta name="description" content="خلاصه"><meta name="author" content="سارا">
<meta property="article:published_time" content="2026-11-22T08:30:00+04:30">
<meta property="article:tag" content="گندم"><meta property="article:tag" content="بازار">
<link rel="canonical" href="https://example.org/wheat"><script>x()</script></head>
<body><nav>Menu</nav><article><h1>عنوان <i>اصلی</i></h1><p>یک<br>دو &lt; سه</p><b><p>چهار</p></b>
<script>y()</script></article><footer>Foot</footer></body></html>"""


def test_a_whole_page_speaks_for_itself(tmp_path):
    found = draft(tmp_path, "a.html", PAGE).data
    assert found.pop("body").split() == [
        "<p>یک<br>دو",
        "&lt;",
        "سه</p><b><p>چهار</p></b>",
        "<script>y()</script>",
    ]
    assert found == {
        "lang": "fa",
        "title": "عنوان اصلی",
        "summary": "خلاصه",
        "authors": [{"name": "سارا"}],
        "published": "2026-11-22T08:30:00+04:30",
        "tags": ["گندم", "بازار"],
        "url": "https://example.org/wheat",
        "body_format": "html",
    }


@pytest.mark.parametrize(
    ("html", "title", "body"),
    [
        ("<h1>T</h1><p>a</p>", "T", "<p>a</p>"),
        ("<title>T</title><p>a</p>", "T", "<p>a</p>"),
        ("<main><p>a</p></main><p>b</p><h1>T</h1>", "T", "<p>a</p>"),
        ("<h1>T</h1><article>a</article><article>b</article>", "T", None),
        ("<h1>T</h1><h1>U</h1>", "T", "<h1>U</h1>"),
        ("<img src=x alt='\"&lt;'><h1>T</h1>", "T", '<img src="x" alt="&quot;&lt;">'),
        ("---\nlang: fa\n---\n<h1>T</h1>a", "T", "a"),
        ("---\ntitle: U\n---\n<h1>T</h1>a", "U", "<h1>T</h1>a"),
        ("<p>a</p>", None, "<p>a</p>"),
        ("", None, ""),
    ],
)
def test_fragments(tmp_path, html, title, body):
    found = draft(tmp_path, "a.htm", html).data
    assert found.get("title") == title
    if body is None:
        assert found["body"] == "<article>a</article><article>b</article>"
    else:
        assert found["body"].strip() == body


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("report.fa.md", ("report", "fa")),
        ("report.FA_af.md", ("report", "fa-AF")),
        ("report.prs.json", ("report", "fa-AF")),
        ("report.md", ("report", None)),
        ("v1.2.md", ("v1.2", None)),
        ("fa.md", ("fa", None)),
        ("My report, 2026.md", ("My-report-2026", None)),
        ("گزارش.fa.md", ("گزارش", "fa")),
        ("storm/index.fa.html", ("storm", "fa")),
        ("storm/index.html", ("storm", None)),
        ("---.md", ("---", None)),
    ],
)
def test_names(name, found):
    assert identity(Path(name)) == found


def test_a_package_adds_a_format(tmp_path, monkeypatch):
    entry = EntryPoint("rst", "tests.sources.test_readers:read_rst", "toolkit.sources")
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry])
    readers.cache_clear()
    try:
        assert draft(tmp_path, "a.RST", "Text").data == {"body": "Text"}
    finally:
        readers.cache_clear()


def read_rst(path):
    return Draft(path, {"body": path.read_text()})


def test_no_reader(tmp_path):
    with pytest.raises(SourceError, match="is of no known kind"):
        draft(tmp_path, "a.docx", b"")


def test_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(SourceError, match="is not a file"):
        read(tmp_path / "a.md")
    with pytest.raises(SourceError, match="No such file"):
        read(tmp_path / "b.md")


@given(st.binary(max_size=60), st.sampled_from(["md", "json", "html"]))
def test_no_bytes_break_a_reader(tmp_path_factory, content, suffix):
    assert "\n" not in outcome(tmp_path_factory.getbasetemp(), f"any.{suffix}", content)


YAML_PIECES = st.sampled_from(
    [
        "a",
        ": ",
        "\n",
        "- ",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "&a ",
        "*a",
        "!!x ",
        "|",
        ">",
        "? ",
        "#",
        "\t",
        "%",
        "@",
        "~",
        "<<: ",
        "---\n",
        "\x85",
        "é",
        "title",
    ]
)


@given(st.lists(YAML_PIECES, max_size=15).map("".join))
def test_no_yaml_breaks_the_reader(tmp_path_factory, text):
    content = f"---\n{text}\n---\n".encode()
    assert "\n" not in outcome(tmp_path_factory.getbasetemp(), "any.md", content)


def outcome(folder, name, content):
    """Return what is wrong with a file, which must be an error of ours."""
    try:
        draft(folder, name, content)
    except ToolkitError as error:
        return str(error)
    return ""


def test_a_bomb_of_aliases_is_small_when_it_is_refused(tmp_path):
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{f'*a{i - 1},' * 9}]\n" for i in range(1, 30))
    with pytest.raises(SourceError, match="uses an alias"):
        draft(tmp_path, "a.md", f"---\n{bomb}---\n")
