"""Sitemaps, held against a schema after the protocol."""

from pathlib import Path

import pytest
from lxml import etree

from toolkit.render.site import sitemap
from toolkit.render.site.sitemap import Place, sitemaps

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "sitemap.xsd"))
BASE = "https://example.org/"


def test_the_sitemap_of_the_samples_is_valid(sample_site):
    SCHEMA.assertValid(etree.parse(sample_site / "sitemap.xml"))


def test_the_schema_refuses_a_relative_address():
    ((_name, content),) = sitemaps([Place("index.html")], BASE)
    assert not SCHEMA.validate(etree.fromstring(content))


@pytest.mark.parametrize(("addresses", "size"), [(2, 10**6), (50_000, 1450)])
def test_a_large_one_is_split_by_number_and_by_size(monkeypatch, addresses, size):
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", addresses)
    monkeypatch.setattr(sitemap, "MOST_BYTES", size)
    places = [Place(f"{BASE}{n}.html", "2026-11-01T00:00:00+00:00", [("fa", BASE)]) for n in "abc"]
    files = dict(sitemaps(places, BASE))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    for content in files.values():
        SCHEMA.assertValid(etree.fromstring(content))
    assert files["sitemap.xml"].count(b"<loc>https://example.org/sitemap-") == 2
    listed = [file.count(b"<url>") for file in files.values()]
    assert listed == [2, 1, 0]
