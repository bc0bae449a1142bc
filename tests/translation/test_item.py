"""A label as its translator gets it."""

import pytest

from toolkit.errors import CatalogueError
from toolkit.language import Labels
from toolkit.translation.folder import Folder
from toolkit.translation.item import Form, Items
from toolkit.translation.saving import save_translation, try_translation
from toolkit.translation.status import state_of


def test_what_is_read_is_what_saving_expects(copy):
    """Every label of every language can be saved as it was read, and nothing then changes."""
    for tag in ("fa", "ps"):
        items = Items(copy, tag)
        before = items.path.read_text("utf-8")
        for label in ("nav.home", "article.words", "article.byline"):
            found = items.item(label)
            texts = [form.text for form in found.forms]
            save_translation(
                items.path, label, texts, fuzzy=found.fuzzy, expected=found.fingerprint
            )
        assert items.path.read_text("utf-8") == before


def test_a_label_that_the_file_lacks_can_be_saved_too(own):
    folder, _ = own
    found = Items(folder, "ps").item("article.words")
    assert [form.text for form in found.forms] == ["", ""]
    save_translation(
        folder.file("ps"),
        "article.words",
        ["{count} ویی", "{count} ویي"],
        expected=found.fingerprint,
    )
    assert Items(Folder(folder.path), "ps").item("article.words").is_translated


def test_forms_say_which_numbers_they_serve(copy):
    forms = Items(copy, "fa").item("article.words").forms
    assert [(form.counts, form.goes_on) for form in forms] == [((0, 1), False), ((2, 3, 4), True)]
    assert Items(copy, "fa").item("nav.home").forms == (Form("صفحهٔ اصلی"),)


def test_the_english_and_its_note_are_told(copy):
    found = Items(copy, "ps").item("article.byline")
    assert found.sources == ("By {author}",)
    assert "{author}" in found.comment


def test_an_unknown_label_is_refused(copy):
    with pytest.raises(CatalogueError, match="no label"):
        Items(copy, "fa").item("nav.nowhere")


def test_a_trial_finds_what_saving_refuses_and_writes_nothing(copy):
    path = copy.file("fa")
    before = path.read_bytes()
    (found,) = try_translation(path, "article.byline", ["نوشتهٔ"])
    assert (found.code, found.severity) == ("missing-placeholder", "error")
    assert {one.code for one in try_translation(path, "nav.home", ["خانه", "خانه"])} == {
        "wrong-forms"
    }
    assert try_translation(path, "nav.home", ["خانه"]) == ()
    assert path.read_bytes() == before


def test_a_trial_tells_what_saving_lets_pass(copy):
    found = try_translation(copy.file("fa"), "nav.home", ["كتاب"])
    assert found
    assert all(one.severity != "error" for one in found)


def test_english_is_the_source(copy):
    assert state_of(copy, "en", "nav.home") == "translated"
    assert state_of(copy, "de", "nav.home") == "missing"


def test_a_message_says_where_it_stands(copy):
    found = Labels("fa-AF", [copy.path]).message("nav.home")
    line = found.path.read_text("utf-8").split("\n")[found.line - 1]
    assert line == 'msgctxt "nav.home"'
    assert found.locale.tag in {"fa", "fa-AF"}
