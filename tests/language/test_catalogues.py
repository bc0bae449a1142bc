"""The words themselves: complete, in the right letters, with the same placeholders."""

import re
import unicodedata
from pathlib import Path

import babel
import pytest
from babel.messages.pofile import read_po

from toolkit.language import Labels
from toolkit.language.catalogue import read_catalogue
from toolkit.language.insertion import Pattern

FOLDER = Path(__file__).parents[2] / "toolkit/language/catalogues"
TEMPLATE = read_catalogue(FOLDER / "labels.pot")
TRANSLATIONS = {"fa": "fa", "fa-AF": "fa_AF", "ps": "ps"}
FILES = {tag: read_catalogue(FOLDER / f"{name}.po") for tag, name in TRANSLATIONS.items()}

PERSIAN = set("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئ") | {"\u0654", "\u200c"}
PASHTO = set("آابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهءأؤئیيېۍ")
LETTERS = {"fa": PERSIAN, "fa-AF": PERSIAN, "ps": PASHTO}
SIGNS = set(" .:،؛؟!()©…")
LATIN = {"share.download_pdf": "PDF"}

translated = [
    pytest.param(tag, label, form, id=f"{tag}-{label}")
    for tag, catalogue in FILES.items()
    for label, entry in catalogue.entries.items()
    for form in entry.forms
]


def placeholders(text: str) -> list[str]:
    return sorted(Pattern.parse(text).names)


@pytest.mark.parametrize("tag", FILES)
def test_each_file_has_the_labels_and_english_of_the_template(tag: str) -> None:
    ours = {label: entry.source for label, entry in FILES[tag].entries.items()}
    assert ours == {label: entry.source for label, entry in TEMPLATE.entries.items()}


@pytest.mark.parametrize("tag", ["en", *FILES])
def test_every_label_is_found_in_the_readers_language(tag: str) -> None:
    labels = Labels(tag, drafts=True)
    own = {tag, "fa"} if tag == "fa-AF" else {tag}
    assert {
        label: labels.lang(label) for label in labels.ids if labels.lang(label) not in own
    } == {}
    assert len(labels.ids) == len(TEMPLATE.entries)


@pytest.mark.parametrize(("tag", "label", "form"), translated)
def test_a_translation_has_the_placeholders_of_the_english(tag: str, label: str, form: str) -> None:
    for source in TEMPLATE.entries[label].source:
        assert placeholders(form) == placeholders(source)


@pytest.mark.parametrize(("tag", "label", "form"), translated)
def test_a_translation_is_in_its_languages_letters(tag: str, label: str, form: str) -> None:
    bare = re.sub(r"\{[a-z_]+\}", "", form).replace(LATIN.get(label, ""), "")
    strange = {unicodedata.name(character) for character in set(bare) - LETTERS[tag] - SIGNS}
    assert strange == set()
    assert unicodedata.normalize("NFC", form) == form
    assert form == form.strip()
    assert "  " not in form
    # Pashto ends words in U+064A, but joins U+06CC inside them.
    assert not re.search("\u064a\\w", bare)


@pytest.mark.parametrize("entry", TEMPLATE.entries.values(), ids=lambda entry: entry.label)
def test_english_is_plain(entry) -> None:
    for text in entry.source:
        assert not re.search(r"[<>&\"'0-9\u2066-\u2069\u200e\u200f]", text)
        assert text == text.strip()
    assert len(entry.source) == 1 + ("count" in placeholders(entry.source[0]))


@pytest.mark.parametrize("tag", FILES)
def test_plural_forms_are_those_of_cldr(tag: str) -> None:
    rule = babel.Locale.parse(TRANSLATIONS[tag]).plural_form
    assert rule.tags == {"one"}
    for count in range(1000):
        assert FILES[tag].plural(count) == (0 if rule(count) == "one" else 1), count


@pytest.mark.parametrize("name", ["labels.pot", *(f"{name}.po" for name in TRANSLATIONS.values())])
def test_headers_and_comments_for_translators(name: str) -> None:
    with (FOLDER / name).open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    assert catalogue.charset == "utf-8"
    assert catalogue.num_plurals == 2
    assert name == "labels.pot" or str(catalogue.locale) == name.removesuffix(".po")
    for message in catalogue:
        if message.id:
            assert message.auto_comments, f"{message.context} says not where it is shown"
            fills = "{" in str(message.id)
            assert ("python-brace-format" in message.flags) == fills
