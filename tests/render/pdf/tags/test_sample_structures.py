"""The structure tree of every sample article in every language."""

import re
import unicodedata
from collections import Counter

import pytest

from tests.browser.test_pages import STEMS
from tests.conftest import LOCALES
from tests.render.pdf.structure_reader import read_structure
from toolkit.language import Locale

SAMPLES = [(name, locale) for name in STEMS for locale in LOCALES]

_ADDRESS = re.compile(r"<https?:[^>]*>")
_NOTE = re.compile(r"  \d+\. ")
_PHRASE = re.compile(r"(?:[^\W\d_]+,? ){4}[^\W\d_]+")


@pytest.fixture(scope="session")
def sample_structure(sample_pdf):
    """Return a function of id and locale that gives the root element."""
    made = {}

    def root(name, locale):
        if (name, locale) not in made:
            made[name, locale] = read_structure(sample_pdf(name, locale))
        return made[name, locale]

    return root


def letters(text, direction):
    """Return a text's letters of one direction: PDFium may show the others in another order."""
    strong = ("R", "AL") if direction == "rtl" else ("L",)
    return "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if unicodedata.bidirectional(character) in strong
    )


def words_of(element):
    """Return an element's text without its notes, a picture's words in its place."""
    if element.role == "Note":
        return ""
    if element.role == "Figure":
        return str(element.entries.Alt)
    return "".join(kid if isinstance(kid, str) else words_of(kid) for kid in element.kids)


@pytest.mark.parametrize(("name", "locale"), SAMPLES)
def test_it_is_read_in_the_order_of_the_text(renderer_for, samples, sample_structure, name, locale):
    root = sample_structure(name, locale)
    lines = _ADDRESS.sub("", renderer_for(locale).text(samples[name])).splitlines()
    notes = check_notes(root, lines)
    direction = Locale.parse(locale).direction
    read, place = letters(words_of(root), direction), 0
    for line in lines:
        if line in notes or (direction == "ltr" and letters(line, "rtl")):
            continue
        wanted = letters(line, direction)
        place = read.find(wanted, place) + len(wanted)
        assert place >= len(wanted), f"“{line}” is not after what stands before it"


def check_notes(root, lines):
    """Return the lines of the notes and their heading, having found them in the notes."""
    notes = root.all("Note")
    if not notes:
        return []
    places = [place for place, line in enumerate(lines) if _NOTE.match(line)][-len(notes) :]
    for note, place in zip(notes, places, strict=True):
        missing = Counter(letters_of(lines[place])) - Counter(letters_of(note.text))
        assert not missing, f"“{lines[place]}” is not all in the note"
    heading = next(line for line in reversed(lines[: places[0]]) if letters_of(line))
    return [heading, *(lines[place] for place in places)]


@pytest.mark.parametrize(("name", "locale"), SAMPLES)
def test_every_part_is_whole_and_in_its_language(sample_structure, name, locale):
    root = sample_structure(name, locale)
    assert len(root.all("Art")) == len(root.all("H1")) == 1
    assert [element.role for element in root.all() if is_empty(element)] == []
    assert wrong_languages(root, locale) == []
    assert {note.entries.Ref[0].S for note in root.all("Note")} <= {"/Reference"}


def is_empty(element):
    return not element.text.strip() and not (
        element.role in ("TD", "TH") or element.all("Figure", "Form")
    )


def letters_of(text):
    return letters(text, "ltr") + letters(text, "rtl")


def wrong_languages(element, language):
    """Return the phrases that are in the script of another language than they are said to be."""
    language = str(element.entries.get("/Lang", language))
    foreign = "ltr" if Locale.parse(language).direction == "rtl" else "rtl"
    found = []
    for kid in element.kids:
        if not isinstance(kid, str):
            found += wrong_languages(kid, language) if kid.role != "Code" else []
        else:
            found += [
                words
                for words in _PHRASE.findall(kid)
                if letters(words, foreign) == letters_of(words)
            ]
    return found


@pytest.mark.parametrize(("name", "locale"), SAMPLES)
def test_pages_have_no_annotation_outside_the_tree(sample_structure, name, locale):
    pdf = sample_structure(name, locale).pdf
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            assert "/StructParent" in annotation
            assert str(annotation.Contents).strip()
            assert not str(annotation.Contents).startswith("http") or "://" in str(annotation.A.URI)
