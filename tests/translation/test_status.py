"""How far each language is."""

import pytest

from toolkit.translation.folder import Folder
from toolkit.translation.status import status


@pytest.fixture
def states(own):
    folder, write = own

    def of(tag):
        (found,) = (one for one in status(Folder(folder.path)) if one.language == tag)
        return found

    return write, of


def entry(label, text, flags=""):
    return f'\n{flags}msgctxt "{label}"\nmsgid "x"\nmsgstr "{text}"\n'


def test_our_catalogues_lack_nothing():
    for language in status(Folder()):
        assert language.listed("missing") == []
        assert language.listed("inherited") == [] or language.language == "fa-AF"


def test_a_new_language_misses_what_it_does_not_say(states):
    write, of = states
    write("ckb.po", entry("nav.home", "ماڵەوە") + entry("nav.next", "دواتر", "#, fuzzy\n"))
    found = of("ckb")
    assert found.listed("translated") == ["nav.home"]
    assert found.listed("review") == ["nav.next"]
    assert "nav.menu" in found.listed("missing")
    assert not found.is_complete
    assert found.count("missing", "article") == len(found.pages["article"])


def test_a_publications_folder_adds_to_the_built_in_words(states):
    write, of = states
    write("prs.po", entry("news.live", "مستقیم"))
    found = of("fa-AF")
    assert found.states["news.live"] == "translated"
    assert found.states["nav.menu"] == "translated"  # built in
    assert found.states["nav.next"] == "inherited"  # of Persian
    assert found.listed("missing") == []


def test_another_language_is_no_variety(states):
    write, of = states
    write("en.po", entry("nav.home", "Front"))
    write("de.po", "")
    assert of("de").states["nav.home"] == "missing"


def test_every_label_is_on_a_page_or_unused():
    (first, *_) = status(Folder())
    assert set().union(*first.pages.values()) == set(first.states)
    used = set().union(*(labels for page, labels in first.pages.items() if page != "unused"))
    assert not used & set(first.pages["unused"])
