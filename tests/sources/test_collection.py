"""Files and folders to articles; the languages of one article put together."""

import json
from datetime import date

import pytest

from toolkit.errors import ArticleError, SourceError
from toolkit.resources import SAMPLES
from toolkit.sources import load, load_collection


@pytest.fixture
def write(tmp_path):
    """Return a function that writes an article of some fields, and gives its file."""

    def written(name, body="Text.", **fields):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": name} | fields, ensure_ascii=False)
        file.write_text(f"---\n{front}\n---\n\n{body}\n")
        return file

    return written


def loaded(*paths):
    """Return the collection, and the lines that were reported."""
    told = []
    collection = load_collection(paths, report=told.append)
    return collection, [str(found) for found in told]


def test_load(write):
    article = load(write("report.fa.md"), report=print)
    assert (article.id, article.lang, article.body) == ("report", "fa", "<p>Text.</p>")
    assert article.prepared
    assert article.file.endswith("report.fa.md")
    assert article.folder.name == article.file.rsplit("/", 2)[1]


def test_load_one_language_alone(write):
    write("report.en.md")
    assert load(write("report.fa.md")).languages == ("fa",)


def test_load_raises(write, tmp_path):
    with pytest.raises(SourceError, match="is a folder, not an article"):
        load(tmp_path)
    with pytest.raises(ArticleError, match="lang: is missing"):
        load(write("report.md"))


def test_front_matter_has_the_last_word(write):
    article = load(write("report.md", id="other", lang="ps"))
    assert (article.id, article.lang) == ("other", "ps")


def test_siblings_become_one_article(write, tmp_path):
    write("r.en.md", summary="S", published="2026-11-22", tags=["a"], authors=[{"name": "A"}])
    write("r.fa.md", "متن", section="خبر", published="2026-11-22", tags=["ب"], related=["x"])
    write("r.ps.md", "", title={"ps": "سرلیک"})
    (article,), told = loaded(tmp_path)[0].articles, loaded(tmp_path)[1]
    assert article.lang == "en"
    assert article.languages == ("en", "fa", "ps")
    assert article.title == {"en": "r.en.md", "fa": "r.fa.md", "ps": "سرلیک"}
    assert article.summary == {"en": "S"}
    assert article.section == {"fa": "خبر"}
    assert article.tags == {"en": ("a",), "fa": ("ب",)}
    assert article.published == {"en": date(2026, 11, 22), "fa": date(2026, 11, 22)}
    assert article.body == {"en": "<p>Text.</p>", "fa": "<p>متن</p>"}
    assert article.related == ("x",)
    assert [line for line in told if "r.ps.md: body: is empty" in line]


def test_siblings_in_several_formats(write, tmp_path):
    write("r.en.md")
    (tmp_path / "r.fa.html").write_text("<h1>عنوان</h1><p>متن")
    (tmp_path / "r.ps.json").write_text('{"title": "سرلیک", "body": "متن"}')
    write("r.md", lang="de")
    (article,) = loaded(tmp_path)[0].articles
    assert set(article.languages) == {"en", "fa", "ps", "de"}


@pytest.mark.parametrize(
    ("english", "persian", "reason"),
    [
        ({"id": "a"}, {"id": "b"}, "id: differs from that in r.en.md"),
        ({"translation_of": "a"}, {"translation_of": "b"}, "translation_of: differs from that in"),
        (
            {"section": {"en": "News", "fa": "خبر"}},
            {"section": "گزارش"},
            "section.fa: differs from that in r.en.md",
        ),
        (
            {"source": {"name": {"ps": "a"}}},
            {"source": {"name": {"ps": "b"}}},
            "source.name.ps: differs from that in r.en.md",
        ),
    ],
)
def test_siblings_that_contradict_each_other(write, tmp_path, english, persian, reason):
    write("r.en.md", **english)
    write("r.fa.md", **persian)
    write("s.en.md")
    collection, told = loaded(tmp_path)
    assert [article.id for article in collection.articles] == ["s"]
    (line,) = told
    assert line.startswith(f"{tmp_path}/r.fa.md: {reason}")


def test_siblings_in_one_language(write, tmp_path):
    write("r.fa.md")
    write("r.md", lang="fa")
    collection, told = loaded(tmp_path)
    assert collection.articles == ()
    assert "is in the same language (fa) as r.fa.md" in told[0]


def test_a_bad_sibling_stops_no_other(write, tmp_path):
    write("r.en.md", titel="x")
    write("r.fa.md")
    collection, told = loaded(tmp_path)
    assert [article.languages for article in collection.articles] == [("fa",)]
    assert len(collection.failures) == len(told) == 1


def test_folders_are_searched_but_for_what_is_hidden(write, tmp_path):
    for name in ("b.en.md", "in/deep/a.en.md", "B/c.en.html"):
        write(name)
    for name in ("README.md", "readme.fa.md", ".hidden.en.md", ".git/x.en.md", "_draft.en.md"):
        write(name)
    (tmp_path / "picture.png").write_bytes(b"")
    (tmp_path / "toolkit.toml").write_text("")
    collection, told = loaded(tmp_path)
    assert [article.id for article in collection.articles] == ["c", "b", "a"]
    assert told == []


def test_the_order_is_that_of_the_paths(write, tmp_path):
    names = ["c", "a", "b"]
    files = [write(f"{name}.en.md") for name in names]
    assert [article.id for article in loaded(*files)[0].articles] == names
    assert [article.id for article in loaded(tmp_path)[0].articles] == sorted(names)
    assert [article.id for article in loaded(files[1], tmp_path)[0].articles] == ["a", "b", "c"]


@pytest.mark.parametrize("other", ["wheat", "Wheat"])
def test_an_id_twice_names_both_files(write, tmp_path, other):
    write("a.en.md", id="wheat")
    write("b.en.md", id=other)
    collection, told = loaded(tmp_path)
    assert [article.id for article in collection.articles] == ["wheat"]
    (line,) = told
    assert line.startswith(f"{tmp_path}/b.en.md: id: “{other}” is the id of {tmp_path}/a.en.md too")


def test_ids_that_no_article_has(write, tmp_path):
    write("a.en.md", related=["b", "c"], translation_of="d")
    write("b.en.md")
    _, told = loaded(tmp_path)
    assert [line.split(": ", 1)[1].split(".")[0] for line in told] == [
        "related: no article here has the id “c”",
        "translation_of: no article here has the id “d”",
    ]
    assert loaded(tmp_path / "a.en.md")[1] == []


def test_get(write, tmp_path):
    write("a.en.md")
    collection, _ = loaded(tmp_path)
    assert collection.get("a") is collection.articles[0]
    assert collection.get("b") is None


def test_the_samples_load_without_a_word():
    collection, told = loaded(SAMPLES)
    assert len(collection.articles) >= 6
    assert told == []
    assert all(article.prepared for article in collection.articles)
