"""Feeds, held against a grammar after RFC 4287."""

from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree, html

from toolkit.article import Publication
from toolkit.language import Locale

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAMMAR = etree.RelaxNG(file=str(Path(__file__).parent / "atom.rng"))
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def sample_feed(sample_site, locale):
    return etree.parse(sample_site / f"feed.{locale}.xml").getroot()


def test_the_feed_is_an_atom_feed(sample_feed, samples, locale):
    GRAMMAR.assertValid(sample_feed)
    assert sample_feed.get(LANG) == locale
    entries = sample_feed.findall("a:entry", ATOM)
    assert len(entries) == len(samples)
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert len(set(ids)) == len(ids)
    updated = [entry.findtext("a:updated", namespaces=ATOM) for entry in entries]
    assert sample_feed.findtext("a:updated", namespaces=ATOM) == max(
        updated, key=datetime.fromisoformat
    )


def test_the_grammar_refuses_a_feed_without_a_date(sample_feed):
    sample_feed.remove(sample_feed.find("a:updated", ATOM))
    assert not GRAMMAR.validate(sample_feed)


def test_content_carries_its_direction_and_absolute_addresses(sample_feed, locale):
    for entry in sample_feed.findall("a:entry", ATOM):
        content = html.fragment_fromstring(entry.findtext("a:content", namespaces=ATOM))
        assert (content.get("lang"), content.get("dir")) == (
            locale,
            Locale.parse(locale).direction,
        )
        addresses = [e.get("src") or e.get("href") for e in content.iter("img", "a")]
        assert all(a.startswith(("https://", "http://", "mailto:", "#")) for a in addresses)


def test_phrases_of_the_other_direction_are_isolated_in_titles(make_site, small):
    article = small("one", lang="fa", title="کتابخانهٔ React Native (RN) تازه شد")
    folder, _outcome = make_site([article], locales=("fa",))
    titles = etree.parse(folder / "feed.fa.xml").findall(".//a:entry/a:title", ATOM)
    assert [title.text for title in titles] == ["کتابخانهٔ \u2066React Native (RN)\u2069 تازه شد"]


def test_an_entry_keeps_its_id_when_the_site_moves(make_site, small, tmp_path):
    ids = []
    for base in ("http://example.org", "https://example.org/new/"):
        publication = Publication(base_url=base, time_zone="Asia/Kabul")
        article = small("آب", updated="2026-11-05T10:00:00")
        folder, _outcome = make_site(
            [article], publication=publication, out=tmp_path / str(len(ids))
        )
        entry = etree.parse(folder / "feed.en.xml").find("a:entry", ATOM)
        ids.append(entry.findtext("a:id", namespaces=ATOM))
        assert entry.findtext("a:updated", namespaces=ATOM) == "2026-11-05T10:00:00+04:30"
    assert ids == ["tag:example.org,2026-11-01:%D8%A2%D8%A8.en"] * 2


def test_articles_without_a_date_are_in_no_feed(make_site, small):
    folder, outcome = make_site([small("one", published=None)])
    assert outcome.failures == []
    assert list(folder.glob("feed*")) == []


def test_no_text_can_break_the_feed(make_site, small):
    bad = "a\x0b\x1b\ufffe </script> ]]> &amp; <b>"
    fields = {"title": bad, "summary": bad, "section": bad, "tags": [bad], "body": f"{bad}&#11;"}
    folder, outcome = make_site([small("one", authors=[{"name": bad}], **fields)])
    assert outcome.failures == []
    feed = etree.parse(folder / "feed.en.xml").getroot()
    GRAMMAR.assertValid(feed)
    assert feed.findtext("a:entry/a:title", namespaces=ATOM) == "a </script> ]]> &amp; <b>"
