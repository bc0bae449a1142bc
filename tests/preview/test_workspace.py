"""The folder is read again when it changes; what was good stays until it is good again."""

import os

import pytest

from toolkit.preview.renderings import Renderings
from toolkit.preview.workspace import Workspace
from toolkit.sources import registry


@pytest.fixture
def workspace(folder):
    return Workspace(folder)


@pytest.fixture
def renderings(workspace):
    return Renderings(workspace)


def _change(file, old, new):
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return file


def test_a_changed_article_is_read_and_no_other(workspace, folder, monkeypatch):
    read = []

    def noted(path):
        read.append(path.name)
        return registry.read(path)

    monkeypatch.setattr("toolkit.sources.group.read", noted)
    file = _change(folder / "water-report.fa.md", "title: ", "title:  ")
    change = workspace.reload([file])
    assert read == ["water-report.fa.md"]
    assert change.articles == ()
    _change(file, "سازمان ملل", "سازمان")
    assert workspace.reload([file]).articles == ("water-report",)
    file.unlink()
    assert workspace.reload([file]).articles == ("water-report",)
    assert workspace.snapshot.articles["water-report"].body.keys() == {"en", "fa-AF", "ps"}


def test_a_damaged_article_stays_with_the_reason(workspace, renderings, folder):
    good = renderings.page("fa", "water-report")
    file = folder / "water-report.fa.md"
    text = file.read_text("utf-8")
    file.write_text("---\nlang: fa\ntitle: [\n---\n", "utf-8")
    assert workspace.reload([file]).failures == 1
    kept = renderings.page("fa", "water-report")
    assert (kept.html, kept.digest) == (good.html, good.digest)
    (fault,) = kept.faults
    assert (fault.file, fault.line) == (str(file), 4)
    assert renderings.page("fa", "harvest-data").faults == ()
    file.write_text(text, "utf-8")
    workspace.reload([file])
    assert renderings.page("fa", "water-report") == good


@pytest.mark.parametrize(
    ("path", "content", "place"),
    [
        ("theme/article.html", "{{ nothing }}", "article.html"),
        ("theme/article.html", "\n{% if %}", "article.html"),
        ("theme/theme.css", "@import 'https://example.org/';", "theme.css"),
        ("labels/fa.po", 'msgctxt "a"\nmsgid "b\n', "fa.po"),
        ("toolkit.toml", "name = [", "toolkit.toml"),
    ],
)
def test_what_stands_around_may_be_damaged_too(folder, path, content, place):
    (folder / "theme").mkdir()
    (folder / "labels").mkdir()
    settings = folder / "toolkit.toml"
    settings.write_text('theme = "theme"\nlabels = "labels"\n' + settings.read_text("utf-8"))
    workspace = Workspace(folder)
    renderings = Renderings(workspace)
    good = renderings.page("fa", "water-report")
    file = folder / path
    before = file.read_text("utf-8") if file.exists() else None
    file.write_text(content, "utf-8")
    workspace.reload([file])
    kept = renderings.page("fa", "water-report")
    assert kept.html == good.html
    (fault,) = {*kept.faults, *workspace.snapshot.failures}
    assert fault.file is not None
    assert fault.file.endswith(place)
    file.unlink() if before is None else file.write_text(before, "utf-8")
    workspace.reload([file])
    assert renderings.page("fa", "water-report") == good
    assert workspace.snapshot.failures == ()


def test_a_folder_may_begin_damaged(tmp_path):
    (tmp_path / "toolkit.toml").write_text("name = [", "utf-8")
    (tmp_path / "report.md").write_text("no title", "utf-8")
    workspace = Workspace(tmp_path)
    assert workspace.snapshot.articles == {}
    assert len(workspace.snapshot.failures) >= 2


def test_a_label_and_a_theme_show_at_once(folder):
    (folder / "theme").mkdir()
    (folder / "labels").mkdir()
    settings = folder / "toolkit.toml"
    settings.write_text('theme = "theme"\nlabels = "labels"\n' + settings.read_text("utf-8"))
    workspace = Workspace(folder)
    renderings = Renderings(workspace)
    renderings.page("fa", "water-report")
    po = folder / "labels/fa.po"
    po.write_text('msgctxt "article.published"\nmsgid "Published: {date}"\nmsgstr "نشر: {date}"\n')
    change = workspace.reload([po])
    assert (change.labels, change.pictures) == (True, False)
    assert "نشر: " in renderings.page("fa", "water-report").html
    css = folder / "theme/theme.css"
    css.write_text(":root{--accent:#123456}", "utf-8")
    assert workspace.reload([css]).theme
    assert "#123456" in renderings.page("fa", "water-report").html


def test_a_changed_picture_shows(workspace, renderings, folder):
    def shown():
        return {name for name in renderings._assets if not name.endswith("woff2")}

    renderings.page("en", "water-report")
    before = shown()
    picture = folder / "pictures/water-report.png"
    picture.write_bytes((folder / "pictures/bridge-opening.png").read_bytes())
    workspace.reload([picture])
    renderings.page("en", "water-report")
    assert shown() - before


def test_rendered_pages_beside_the_articles_are_no_articles(folder, renderer_for, samples):
    from toolkit.render.fonts import faces

    assets = folder / "out/assets"
    assets.mkdir(parents=True)
    face = faces("web")[0]
    (assets / face.asset).write_bytes(b"")
    page = renderer_for("fa").html(samples["water-report"])
    (folder / "out/water-report.fa.html").write_text(page, "utf-8")
    workspace = Workspace(folder)
    assert workspace.snapshot.failures == ()
    change = workspace.reload([folder / "out/water-report.fa.html", assets / face.asset])
    assert not change.pictures


def test_what_is_watched_is_what_shows(folder, tmp_path):
    theme = tmp_path / "theme"
    theme.mkdir()
    settings = folder / "toolkit.toml"
    settings.write_text('theme = "../theme"\n' + settings.read_text("utf-8"))
    watched = Workspace(folder).watched
    assert {folder.resolve(), theme.resolve()} <= set(watched)
    assert len({os.path.commonpath([path]) for path in watched}) == len(watched)
