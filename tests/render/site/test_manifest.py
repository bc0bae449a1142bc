"""A site made anew in the place of another leaves nothing of it behind."""

import pytest

from toolkit.render.renderer import Renderer
from toolkit.render.site.manifest import NAME, replace_manifest


def test_what_is_gone_is_removed_and_what_is_not_ours_stays(make_site, small):
    one, two = small("one", section="News"), small("two", section="Art")
    folder, _outcome = make_site([one, two])
    (folder / "own.html").write_text("The publisher's own page")
    make_site([one])
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert {"one.en.html", "section/news.en.html", "own.html"} <= there
    assert not {"two.en.html", "section/art.en.html"} & there


def test_nothing_is_removed_after_a_failure(make_site, small, monkeypatch):
    folder, _outcome = make_site([small("one"), small("two")])

    def page(self, article):
        raise ZeroDivisionError("x")

    monkeypatch.setattr(Renderer, "page", page)
    make_site([small("one")])
    assert (folder / "two.en.html").exists()
    assert (folder / "one.en.html").exists()


def test_a_second_run_changes_no_byte(make_site, samples, publication):
    def content(folder):
        return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    articles = [samples["water-report"], samples["radio-archive"]]
    folder, _outcome = make_site(articles, publication=publication)
    first = content(folder)
    drawn = {p: p.stat().st_mtime_ns for p in (folder / "assets").iterdir()}
    make_site(articles, publication=publication)
    assert content(folder) == first
    assert {p: p.stat().st_mtime_ns for p in (folder / "assets").iterdir()} == drawn


@pytest.mark.parametrize(
    "listed", ["../outside.txt", "link/outside.txt", "/etc/hostname", "\0", ""]
)
def test_a_list_cannot_remove_what_is_outside(tmp_path, listed):
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    out = tmp_path / "out"
    out.mkdir()
    (out / "link").symlink_to(tmp_path)
    (out / NAME).write_text(f"{listed}\n")
    replace_manifest(out, ["a.html"])
    assert outside.exists()
    assert (out / NAME).read_text() == "a.html\n"
