"""Bad input: each gets one clear line naming file, field and reason; the others still load."""

import json

import pytest
from PIL import Image

from toolkit.sources import load_collection

FRONT = "---\nlang: en\ntitle: Wheat\n{}\n---\n\nText.\n"
OBJECT = {"lang": "en", "title": "Wheat", "body": "Text."}


def md(extra="", body="Text.\n"):
    return f"---\nlang: en\ntitle: Wheat\n{extra}---\n\n{body}".encode()


def js(**fields):
    return json.dumps(OBJECT | fields).encode()


ERRORS = {
    "unknown field": ("bad.md", md("titel: x\n"), "bad.md:4: titel: is not a known field. Rename"),
    "wrong type": ("bad.json", js(title=1984), "bad.json: title: must be text, not a number."),
    "missing title": ("bad.md", b"---\nlang: en\n---\n\nText.", "bad.md: title: is missing."),
    "missing language": ("bad.md", b"---\ntitle: x\n---\n\nText.", "bad.md: lang: is missing."),
    "unknown language tag": ("bad.md", md("subtitle: {xx: a}\n"), "bad.md:4: subtitle.xx: “xx” is"),
    "broken date": ("bad.md", md("published: 31 Nov\n"), "bad.md:4: published: is not a date"),
    "a Solar Hijri date": ("bad.md", md("published: 1405-09-01\n"), "bad.md:4: published: is in"),
    "broken YAML: colon": ("bad.md", md("summary: a: b\n"), "bad.md:4: is not YAML: a value holds"),
    "broken YAML: quote": ("bad.md", md('summary: "a\n'), "bad.md:"),
    "broken YAML: tab": ("bad.md", md("summary:\n\tfa: x\n"), "bad.md:5: is not YAML: a tab"),
    "YAML: a field twice": (
        "bad.md",
        md("title: y\n"),
        "bad.md:4: title: is given twice, first in",
    ),
    "YAML: an alias": ("bad.md", md("tags: [&a x, *a]\n"), "bad.md:4: uses an alias"),
    "YAML: an undefined alias": ("bad.md", md("summary: *x*\n"), "bad.md:4: "),
    "YAML: not closed": ("bad.md", b"---\nlang: en\n", "bad.md:1: has no line --- that ends"),
    "YAML: no fields": ("bad.md", b"---\n- a\n---\n", "bad.md:2: has no fields"),
    "YAML: deep": ("bad.md", md("tags: " + "[" * 500 + "\n"), "bad.md:"),
    "broken JSON: comma": (
        "bad.json",
        b'{"lang": "en",\n"title" "x"}',
        "bad.json:2: is not JSON: a colon",
    ),
    "broken JSON: quotes": ("bad.json", b"{lang: 1}", "bad.json:1: is not JSON: a field's name in"),
    "broken JSON: end": (
        "bad.json",
        b'{"lang": "en"',
        "bad.json:1: is not JSON: a comma or a closing",
    ),
    "JSON: a field twice": (
        "bad.json",
        b'{"lang": "en", "lang": "fa"}',
        "bad.json: lang: is given",
    ),
    "JSON: NaN": ("bad.json", b'{"lang": NaN}', "bad.json: is not JSON: NaN is no number."),
    "JSON: deep": ("bad.json", b"[" * 10**6, "bad.json: is nested too deep"),
    "JSON: deep where words are due": (
        "bad.json",
        b'{"lang": "en", "title": "x", "body": "x", "subtitle": '
        + b'{"en":' * 900
        + b"1"
        + b"}" * 901,
        "bad.json: subtitle.en: must be text, not a group of named fields.",
    ),
    "JSON: a long number": ("bad.json", b'{"a": ' + b"1" * 9999 + b"}", "bad.json: has a number"),
    "JSON: a list": ("bad.json", b"[]", "bad.json: is not one object."),
    "JSON: nothing": ("bad.json", b"", "bad.json:1: is not JSON: a value is missing"),
    "invalid UTF-8": (
        "bad.md",
        b"---\nlang: en\ntitle: \xe9\n",
        "bad.md:3: is not UTF-8 text: byte 0xE9",
    ),
    "UTF-16": ("bad.json", "{}".encode("utf-16"), "bad.json:1: is not UTF-8 text: byte 0xFF"),
    "a picture on the network": (
        "bad.md",
        md("image: {src: 'http://x/a.png'}\n"),
        "bad.md:4: image.src: picture is on the network",
    ),
    "a picture by file:": (
        "bad.md",
        md("image:\n  src: file:///etc/passwd\n"),
        "bad.md:5: image.src: picture has a file: address",
    ),
    "a picture outside": (
        "bad.md",
        md("image: {src: ../a.png}\n"),
        "bad.md:4: image.src: picture leads out of the article's folder",
    ),
    "a 5 MB body": (
        "bad.md",
        md(body="x" * 5_000_000),
        "bad.md: body: has 5,000,001 characters, at most 2,000,000 are taken.",
    ),
    "a 5 MB body in HTML": (
        "bad.html",
        md(body="<p>x" * 1_250_000),
        "bad.html: body: has 5,000,001 characters, at most 2,000,000 are taken.",
    ),
    "a file that is too large": ("bad.json", b" " * 13_000_000, "bad.json: is too large: 13.0 MB"),
    "elements a thousand deep": (
        "bad.html",
        md(body="<div>" * 5000),
        "bad.html: body: has more than 1000 elements nested in one another.",
    ),
    "two languages": ("bad.fa.md", md(), "bad.fa.md:2: lang: is en, but the file's name says fa."),
    "a name that is no id": ("con.md", md(), "con.md: id: is a name that Windows reserves"),
}

WARNINGS = {
    "a missing picture": (md("image: {src: none.png}\n"), "image.src: picture is missing; the"),
    "an oversized picture": (md("image: {src: big.png}\n"), "image.src: picture is too large:"),
    "a script": (md(body="a <script>x</script>"), "body: scripts are never kept, left out: 1"),
    "an event handler": (md(body="<p onclick='x'>a</p>"), "body: event handlers are never kept"),
    "a link that runs": (
        md(body="[a](<javascript:x>) <a href='javascript:x'>b</a>"),
        "body: links",
    ),
    "a picture by file: in the body": (md(body="a <img src='file:///a.png'>"), "body: pictures"),
    "a picture on the network in the body": (
        md(body="![a](http://x/a.png)\n\na"),
        "body: pictures",
    ),
    "unbalanced bidi controls": (md("summary: \u2067a\n"), "summary: has bidi controls without"),
    "unbalanced bidi controls in the body": (md(body="a\u2069"), "body: bidi controls without a"),
    "an empty body": (md(body=""), "body: is empty. Write the article's text."),
    "a heading that skips a level": (md(body="## a\n\n#### b"), "body: headings that skip a level"),
}


@pytest.fixture
def good(tmp_path):
    """A folder with a good article."""
    (tmp_path / "good.md").write_bytes(md())
    Image.new("1", (20_000, 3000)).save(tmp_path / "big.png")
    return tmp_path


def loaded(folder):
    """Return the ids that could be loaded, and the lines that were reported."""
    told = []
    collection = load_collection([folder], report=told.append)
    lines = [str(found).replace(f"{folder}/", "") for found in told]
    failures = [str(found).replace(f"{folder}/", "") for found in collection.failures]
    return [article.id for article in collection.articles], lines, failures


@pytest.mark.parametrize("case", ERRORS)
def test_one_clear_line_and_the_others_load(good, case):
    name, content, line = ERRORS[case]
    (good / name).write_bytes(content)
    ids, lines, failures = loaded(good)
    assert ids == ["good"]
    assert lines == failures
    (found,) = lines
    assert found.startswith(line)
    assert "\n" not in found
    assert len(found) < 400


@pytest.mark.parametrize("case", WARNINGS)
def test_one_clear_warning_where_the_page_can_still_be_right(good, case):
    content, line = WARNINGS[case]
    (good / "bad.md").write_bytes(content)
    ids, lines, failures = loaded(good)
    assert ids == ["bad", "good"]
    assert failures == []
    (found,) = lines
    assert found.startswith(f"bad.md: {line}")
    assert "\n" not in found


def test_what_is_missing_or_of_no_known_kind(good):
    told = []
    paths = [good / "none.md", good / "good.md", good / "big.png"]
    collection = load_collection(paths, report=told.append)
    assert [article.id for article in collection.articles] == ["good"]
    assert [finding.code for finding in told] == ["cannot-read", "unknown-kind"]
    assert "none.md" in str(told[0])
    assert ".md" in told[1].remedy
