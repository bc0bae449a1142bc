"""Saving one label, as the preview does."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from toolkit.errors import CatalogueError, LocaleError
from toolkit.language import Labels
from toolkit.language.catalogue import read_catalogue
from toolkit.translation.saving import save_translation


def test_only_the_translation_changes(copy, difference):
    path = copy.file("ps")
    old = path.read_text("utf-8")
    save_translation(path, "nav.next", ["بله"])
    assert difference(old, path.read_text("utf-8")) == [
        "-#, fuzzy", '-msgstr "راتلونکی"', '+msgstr "بله"',
    ]  # fmt: skip


def test_what_has_changed_since_it_was_seen_is_not_overwritten(copy):
    path = copy.file("fa")
    seen = save_translation(path, "nav.home", ["خانه"], expected=["صفحهٔ اصلی"])
    with pytest.raises(CatalogueError, match="somebody else") as raised:
        save_translation(path, "nav.home", ["آغاز"], expected=["صفحهٔ اصلی"])
    assert raised.value.diagnostic.code == "catalogue-changed"
    again = save_translation(path, "nav.home", ["آغاز"], expected=seen)
    with pytest.raises(CatalogueError, match="somebody else"):
        save_translation(path, "nav.home", ["خانه"], expected=seen)
    save_translation(path, "nav.home", ["خانه"], expected=again)
    assert read_catalogue(path).entries["nav.home"].forms == ("خانه",)


def test_what_was_seen_in_one_language_is_not_saved_in_another(copy):
    for tag in ("fa", "ps"):
        seen = save_translation(copy.file(tag), "nav.home", ["کور"])
    before = copy.file("fa").read_bytes()
    with pytest.raises(CatalogueError, match="somebody else"):
        save_translation(copy.file("fa"), "nav.home", ["خانه"], expected=seen)
    assert copy.file("fa").read_bytes() == before


@pytest.mark.parametrize(
    ("label", "forms", "code"),
    [
        ("nav.home", ["خانه {x}"], "unknown-placeholder"),
        ("article.byline", ["نوشته"], "missing-placeholder"),
        ("nav.home", ["<b>خانه</b>"], "markup"),
        ("nav.home", ["خانه", "خانه"], "wrong-forms"),
        ("article.words", ["{count} واژه"], "wrong-forms"),
        ("article.words", ["{count} واژه", ""], "wrong-forms"),
        ("nav.home", ["خانه\x00"], "bad-text"),
        ("nav.home", ["خانه\ud800"], "bad-text"),
        ("nav.home", ["خ" * 20_000], "bad-text"),
        ("nav.nowhere", ["خانه"], "unknown-label"),
    ],
)
def test_what_would_break_a_page_is_refused(copy, label, forms, code):
    before = copy.file("fa").read_bytes()
    with pytest.raises(CatalogueError) as raised:
        save_translation(copy.file("fa"), label, forms)
    assert raised.value.diagnostic.code == code
    assert copy.file("fa").read_bytes() == before


def test_a_draft_may_have_faults(copy):
    save_translation(copy.file("fa"), "article.byline", ["نوشته"], fuzzy=True)
    assert Labels("fa", [copy.path]).text("article.byline", author="x") != "نوشته"


def test_an_empty_text_takes_the_translation_away(copy):
    save_translation(copy.file("fa"), "article.words", ["", ""], fuzzy=True)
    entry = read_catalogue(copy.file("fa")).entries["article.words"]
    assert (entry.forms, entry.fuzzy) == ((), False)


def test_a_publications_first_wording_makes_the_file(own):
    folder, _ = own
    save_translation(folder.path / "fa.po", "news.latest", ["خبرهای تازه"])
    save_translation(folder.path / "fa.po", "article.words", ["{count} کلمه", "{count} کلمه"])
    labels = Labels("fa", [folder.path])
    assert labels.text("news.latest") == "خبرهای تازه"
    assert labels.text("article.words", count=3) == "۳ کلمه"
    assert labels.text("nav.next") == Labels("fa").text("nav.next")


def test_threads_lose_nothing(copy):
    words = {"nav.home": "خانه", "nav.next": "پسین", "nav.previous": "پیشین", "nav.menu": "گزینه"}
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda item: save_translation(copy.file("fa"), item[0], [item[1]]),
                      words.items()))  # fmt: skip
    entries = read_catalogue(copy.file("fa")).entries
    assert {label: entries[label].forms[0] for label in words} == words


def test_a_file_that_is_not_named_by_a_language_is_refused(copy):
    with pytest.raises(LocaleError):
        save_translation(copy.path / "not a tag.po", "nav.home", ["خانه"])
