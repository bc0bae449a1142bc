"""Exports from end to end: what is made, what is left, and what a second run does."""

import json
import os
from pathlib import Path

import pytest

from toolkit.article import Publication
from toolkit.errors import Diagnostic, MissingLibraryError, SourceError, ToolkitError
from toolkit.export import Order, export
from toolkit.jobs import Job, write_files
from toolkit.resources import SAMPLES


def test_the_files_are_those_of_render(tmp_path, contents, capsys):
    made, known = tmp_path / "made", tmp_path / "known"
    publication = Publication.load(SAMPLES / "toolkit.toml")
    names = ("bridge-opening.json", "poetry-evening.en.md", "poetry-evening.fa.md")
    wanted = {
        "sources": tuple(SAMPLES / name for name in names),
        "locales": ("en", "fa-AF"),
        "formats": ("html", "pdf", "text"),
    }
    order = Order(**wanted, out=made, publication=publication, jobs=2)
    summary = export(order, lambda _event: None)
    job = Job(**wanted, out=known, publication=SAMPLES / "toolkit.toml", is_json=True)
    assert write_files(job) == 0
    assert contents(made) == contents(known)
    files = json.loads(capsys.readouterr().out)["files"]
    assert (summary.made, summary.failed) == (len(files), 0)


def test_what_is_unchanged_is_left(write, exported, monkeypatch):
    write("one.en.md", published="2026-11-01")
    write("two.en.md", published="2026-11-02")
    first = exported()
    assert first.counts == (6, 0, 0, 0, 0)
    assert first.made[:2] == ["index.en.html", "index.fa.html"]
    monkeypatch.setattr("toolkit.export.flow.Pool", None)  # no worker is started
    assert exported().counts == (0, 6, 0, 0, 0)


def test_a_changed_article_is_made_again_and_pages_that_list_it(write, exported):
    for day in range(1, 9):
        write(f"a{day}.en.md", published=f"2026-11-{day:02}")
    assert exported(locales=("en",)).counts[0] == 9
    write("a1.en.md", "Another text.", published="2026-11-01")
    assert exported(locales=("en",)).made == ["a1.en.html"]
    write("a1.en.md", "Another text.", title="New", published="2026-11-01")
    assert exported(locales=("en",)).made == ["a1.en.html", "index.en.html"]
    write("a8.en.md", title="New", published="2026-11-08")
    assert len(exported(locales=("en",)).made) == 9  # each page lists the newest


def test_a_touched_file_is_only_read(write, exported):
    file = write("one.en.md")
    exported()
    os.utime(file, ns=(1, 1))
    again = exported()
    assert again.counts == (0, 2, 0, 0, 0)
    assert [event.event for event in again.events if event.event == "read"] == ["read"]


def test_what_is_missing_or_was_changed_is_made_again(write, exported, tmp_path):
    write("one.en.md")
    exported()
    english, persian = (tmp_path / "out" / f"one.{locale}.html" for locale in ("en", "fa"))
    english.unlink()
    persian.write_text("spoilt")
    assert exported().made == ["one.en.html", "one.fa.html"]
    facts = persian.stat()
    persian.write_bytes(persian.read_bytes().replace(b"html", b"lmth"))
    os.utime(persian, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert exported().made == []
    assert exported(is_verifying=True).made == ["one.fa.html"]
    assert exported(is_resuming=False).counts[0] == 2


def test_what_is_of_no_article_is_told_and_removed_where_asked(write, exported, tmp_path):
    write("one.en.md", image={"src": "pictures/a.png", "alt": "A"})
    _picture(tmp_path / "articles/pictures/a.png", "red")
    write("two.en.md")
    exported(locales=("en",))
    (tmp_path / "articles/one.en.md").unlink()
    told = exported(locales=("en",))
    gone = [event.path for event in told.events if event.event == "gone"]
    assert gone == ["index.en.html", "one.en.html"]  # one article alone has no front page
    assert (tmp_path / "out/one.en.html").exists()
    pictures = [*(tmp_path / "out/assets").glob("*.png")]
    assert exported(locales=("en",), is_pruning=True).counts[3:] == (0, 2)
    left = {file.name for file in (tmp_path / "out").glob("*.html")}
    assert "one.en.html" not in left
    assert "two.en.html" in left
    assert pictures
    assert not any(file.exists() for file in pictures)
    assert [*(tmp_path / "out/assets").glob("*.woff2")]


def test_nothing_is_removed_where_a_folder_cannot_be_read(write, exported, tmp_path):
    write("one.en.md")
    exported(locales=("en",))
    wanted = (tmp_path / "elsewhere",)
    told = exported(locales=("en",), sources=wanted, is_pruning=True)
    assert told.failed == [("", "", "", "cannot-read")]
    report = json.loads((tmp_path / "out/export-report.json").read_text("utf-8"))
    assert report["failures"][0]["findings"][0]["code"] == "cannot-read"
    assert (tmp_path / "out/one.en.html").exists()


def test_a_changed_picture_is_found(write, exported, tmp_path):
    write("one.en.md", image={"src": "a.png", "alt": "A"})
    told = exported(locales=("en",), formats=("html", "text"))
    assert [found.code for found in told.warnings] == ["picture-missing"]
    _picture(tmp_path / "articles/a.png", "red")
    assert len(exported(locales=("en",), formats=("html", "text")).made) == 2
    _picture(tmp_path / "articles/a.png", "blue")
    assert exported(locales=("en",), formats=("html", "text")).made == ["one.en.html"]
    for picture in (tmp_path / "out/assets").glob("*.png"):
        picture.unlink()
    assert exported(locales=("en",), formats=("html", "text")).made == ["one.en.html"]


def test_the_good_ones_are_there_and_the_bad_ones_are_named(write, exported, tmp_path):
    write("good.en.md")
    write("bad.en.md", published="yesterday")
    write("half.en.md")
    (tmp_path / "articles/half.fa.md").write_bytes(b"\xff\xfe\x00")
    write("other/good.en.md", title="The second")
    told = exported(locales=("en",))
    assert told.made == ["good.en.html", "half.en.html", "index.en.html"]
    assert [(name, code) for name, _, _, code in told.failed] == [
        ("bad", "bad-date"),
        ("good", "duplicate-id"),
        ("half", "not-utf-8"),
    ]
    report = json.loads((tmp_path / "out/export-report.json").read_text("utf-8"))
    summary = report["summary"]
    assert (summary["made"], summary["failed"], len(report["failures"])) == (3, 3, 3)
    assert report["failures"][0]["findings"][0]["file"].endswith("bad.en.md")
    again = exported(locales=("en",))
    assert (again.made, again.failed) == ([], told.failed)
    (tmp_path / "articles/good.en.md").unlink()
    assert exported(locales=("en",)).made == ["good.en.html", "half.en.html", "index.en.html"]


def test_names_that_are_not_utf_8(folder, exported, tmp_path):
    for name, text in (("caf", "title: x"), ("bad", "titel: x")):
        file = Path(os.fsdecode(os.fsencode(folder) + b"/" + name.encode() + b"\xe9.en.md"))
        try:
            file.write_text(f"---\n{text}\n---\nText.")
        except OSError:
            pytest.skip("the file system takes only UTF-8")
    told = exported(locales=("en",))
    assert (told.made, [what[0] for what in told.failed]) == (["caf.en.html"], ["bad"])
    report = json.loads((tmp_path / "out/export-report.json").read_bytes())
    assert report["failures"][0]["findings"][0]["file"].endswith("bad\udce9.en.md")
    assert exported(locales=("en",)).counts[:2] == (0, 1)


def test_a_missing_library_stops_the_export(write, exported, monkeypatch):
    def missing(*_arguments):
        raise MissingLibraryError(Diagnostic(code="no-pango", reason="is not installed"))

    monkeypatch.setattr("toolkit.render.renderer.Renderer.pdf", missing)
    for number in range(20):
        write(f"a{number}.en.md")
    told = exported(formats=("pdf",))
    assert told.summary.stopped == "missing-library"
    assert len(told.failed) < 5


def test_unknown_relations_are_told_as_render_tells_them(write, exported):
    write("one.en.md", related=["two", "three"])
    write("two.en.md", translation_of="four")
    fields = {(found.code, found.field) for found in exported().warnings}
    assert fields == {("unknown-article", "related"), ("unknown-article", "translation_of")}


def test_the_same_warning_is_told_once(write, exported, tmp_path):
    write("one.en.md", image={"src": "a.png"})
    _picture(tmp_path / "articles/a.png", "red")
    told = exported(formats=("html", "pdf"))
    places = [(found.code, found.field) for found in told.warnings]
    assert len(places) == len(set(places)) == 2


@pytest.mark.parametrize(
    "wishes",
    [{"locales": ("zz-none",)}, {"formats": ("docx",)}, {"theme": "missing"}, {"sources": ()}],
)
def test_wrong_wishes_are_refused_before_anything_is_made(write, exported, tmp_path, wishes):
    write("one.en.md")
    with pytest.raises(ToolkitError):
        exported(**wishes)
    assert not [*tmp_path.glob("out/*.html")]


def test_a_folder_without_articles_is_refused(exported):
    with pytest.raises(SourceError, match="no article is in"):
        exported()


def _picture(file, colour):
    from PIL import Image

    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (30, 20), colour).save(file)
