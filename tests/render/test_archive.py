"""The order of articles, and their sections."""

from toolkit.article import Article, Publication
from toolkit.render.archive import Archive

PUBLICATION = Publication.model_validate(
    {"sections": {"news": {"en": "News", "fa": "خبر"}, "art": {"en": "Art & Culture"}}}
)


def article(name, **fields):
    return Article(id=name, lang="en", title=name, **fields)


def archive(*articles):
    return Archive(articles, PUBLICATION)


def slugs(*sections):
    made = archive(*(article(f"a{n}", section=given) for n, given in enumerate(sections)))
    return {section.slug: [one.id for one in section.articles] for section in made.sections}


def test_the_newest_is_first_and_the_undated_last():
    made = archive(
        article("undated"),
        article("old", published="2026-01-01"),
        article("late", published="2026-01-02T23:00:00+04:30"),
        article("later", published={"en": "2026-01-01", "fa": "2026-01-02T19:00:00+00:00"}),
    )
    assert [one.id for one in made.articles] == ["later", "late", "old", "undated"]
    assert [one.id for one in made.latest(without=made.articles[:2])] == ["old", "undated"]


def test_related_articles_are_in_the_editors_order():
    one = article("one", related=["three", "gone", "two", "one", "three"])
    made = archive(one, article("two"), article("three"))
    assert [other.id for other in made.related(one)] == ["three", "two"]


def test_a_section_is_found_by_key_and_by_any_of_its_names():
    assert slugs("news", "News", {"fa": "خبر"}, "NEWS ", None) == {"news": ["a0", "a1", "a2", "a3"]}


def test_a_section_of_an_articles_own_is_one_for_all_names_it_gave():
    assert slugs({"en": "Science", "fa": "دانش"}, {"fa": "دانش"}, "science") == {
        "science": ["a0", "a1", "a2"]
    }


def test_sections_are_in_the_publications_order():
    assert list(slugs("Zoo", "art", "news")) == ["news", "art", "zoo"]


def test_slugs_are_distinct_safe_names():
    assert list(slugs("Index", "../etc", "C++", "C#", "!?", "دانش و هنر", "x" * 300)) == [
        *("index-2", "etc", "c", "c-2", "section", "دانش-و-هنر", "x" * 120)
    ]
