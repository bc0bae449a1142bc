"""How the work is shared out, and that a page lists what it depends on."""

import pytest
from PIL import Image

from toolkit.export import making


@pytest.fixture
def tasks(monkeypatch):
    """The tasks that were given to workers."""
    given, stock = [], making.make

    def make(work, task):
        given.append(task)
        return stock(work, task)

    monkeypatch.setattr(making, "make", make)
    return given


def test_pages_of_an_article_are_made_together_and_each_pdf_with_its_page(write, exported, tasks):
    write("one.en.md")
    exported(formats=("html", "text"))
    (task,) = tasks
    assert task.pages == (("en", "html"), ("en", "text"), ("fa", "html"), ("fa", "text"))
    tasks.clear()
    exported(formats=("html", "pdf"), is_resuming=False)
    assert [task.pages for task in tasks] == [
        (("en", "html"), ("en", "pdf")),
        (("fa", "html"), ("fa", "pdf")),
    ]


def test_a_worker_gets_the_articles_that_the_pages_list(write, exported, tasks):
    for day in range(1, 9):
        write(f"a{day}.en.md", published=f"2026-11-{day:02}", related=["a8", "none", "a3", "a3"])
    exported(locales=("en",), formats=("html",))
    listed = {
        task.article[0][0].name[:2]: [files[0].name[:2] for files, _ in task.others]
        for task in tasks
        if task.article
    }
    assert listed["a1"] == ["a7", "a6", "a5", "a4", "a2", "a8", "a3"]
    assert listed["a8"] == ["a7", "a6", "a5", "a4", "a2", "a3"]
    front = next(task for task in tasks if task.article is None)
    assert [files[0].name[:2] for files, _ in front.others][:2] == ["a8", "a7"]


def test_a_missing_picture_comes_with_the_first_page_that_shows_it(write, exported, tmp_path):
    for number in range(10):
        write(f"a{number}.en.md", image={"src": "a.png", "alt": "A"})
    Image.new("RGB", (30, 20), "red").save(tmp_path / "articles/a.png")
    exported(locales=("en",))
    (picture,) = (tmp_path / "out/assets").glob("*.png")
    picture.unlink()
    assert 1 <= len(exported(locales=("en",)).made) < 5
    assert picture.exists()


def test_only_the_pages_that_are_missing_are_made(write, exported, tasks, tmp_path):
    write("one.en.md")
    exported(formats=("html", "text"))
    tasks.clear()
    (tmp_path / "out/one.fa.txt").unlink()
    exported(formats=("html", "text"))
    assert [(task.pages, task.others) for task in tasks] == [((("fa", "text"),), ())]
