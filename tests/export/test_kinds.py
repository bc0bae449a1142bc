"""What an output depends on beside the articles: what changes makes it again, and nothing else."""

import shutil

import polib
import pytest

from toolkit.article import Publication
from toolkit.errors import ThemeError
from toolkit.export import engine
from toolkit.export.kinds import FRONT, Kinds
from toolkit.resources import CATALOGUES, FONTS, TEMPLATES

LOCALES = ("en", "fa")
FORMATS = ("html", "pdf", "text")
ALL = {(name, locale) for name in (*FORMATS, FRONT) for locale in LOCALES}


def digests(order):
    kinds = Kinds(order)
    return {(name, locale): kinds.get(name, locale).digest for name, locale in ALL}


@pytest.fixture
def changes(order_of):
    """Return a function that tells which kinds each of some changes makes anew, in turn.

    A change is another set of wishes, or a function that changes files.
    """

    def found(wishes, *changes):
        last = digests(order_of(formats=FORMATS, **wishes))
        for change in changes:
            if callable(change):
                change()
                now = digests(order_of(formats=FORMATS, **wishes))
            else:
                now = digests(order_of(formats=FORMATS, **change))
            yield {kind for kind in ALL if last[kind] != now[kind]}
            last = now if callable(change) else last

    return lambda wishes, *given: [*found(wishes, *given)]


def kinds(*names, locales=LOCALES):
    return {(name, locale) for name in names for locale in locales}


def test_nothing_changes_by_itself(changes):
    assert changes({}, {}) == [set()]


def test_settings(changes):
    expected = [
        ({"name": "Times"}, kinds("html", "pdf", FRONT)),
        ({"rights": "Theirs"}, kinds("html", "pdf", FRONT)),
        ({"share": ()}, kinds("html")),
        ({"time_zone": "Asia/Kabul"}, ALL),
        ({"calendars": {"fa": "gregorian"}}, ALL),
        ({"pdf": {"page_size": "A5"}}, kinds("pdf")),
    ]
    wishes = [{"publication": Publication(**fields)} for fields, _ in expected]
    assert changes({}, *wishes) == [kinds for _, kinds in expected]


def test_what_is_made_together(changes):
    assert changes({}, {"locales": ("en", "fa", "ps")}) == [kinds("html", FRONT)]


def test_a_label_is_for_one_language_and_for_those_who_show_it(changes, tmp_path):
    folder = tmp_path / "labels"
    shutil.copytree(CATALOGUES, folder)
    (tmp_path / "toolkit.toml").write_text('labels = "labels"\n', "utf-8")

    def reword(label, file="fa.po", **values):
        def work():
            catalogue = polib.pofile(folder / file)
            entry = next(one for one in catalogue if one.msgctxt == label)
            entry.flags = []
            for name, value in values.items():
                setattr(entry, name, value)
            catalogue.save()

        return work

    assert changes(
        {"publication": Publication.load(tmp_path)},
        *(
            reword("article.source", msgstr="واژه {source}"),
            reword("share.heading", msgstr="واژه"),
            reword("pdf.page_of", msgstr="واژه {page} {total}"),
            reword("nav.back_to_top", msgstr="واژه"),
            reword("nav.previous", msgstr="واژه"),  # of lists, which are not exported
            reword("article.reading_time", msgstr_plural={0: "یکی", 1: "چند"}),
            reword("share.heading", msgstr="واژه", file="ps.po"),
        ),
    ) == [
        kinds("html", "pdf", "text", locales=["fa"]),
        kinds("html", locales=["fa"]),
        kinds("pdf", locales=["fa"]),
        kinds("html", FRONT, locales=["fa"]),
        set(),
        kinds("html", "pdf", "text", locales=["fa"]),
        set(),
    ]


def test_a_theme(changes, tmp_path):
    theme = tmp_path / "theme"
    expected = {
        "article.html": kinds("html"),
        "print/article.html": kinds("pdf"),
        "text/article.html": kinds("text"),
        "front.html": kinds(FRONT),
        "partials/story.html": kinds("html", "pdf", "text"),
        "print/cards.html": kinds("pdf"),
        "list.html": set(),
        "css/screen.css": kinds("html", FRONT),
        "css/print.css": kinds("pdf"),
        "css/front.css": kinds(FRONT),
        "theme.css": kinds("html", "pdf", FRONT),
        "other.txt": set(),
        "picture.png": kinds("html", "pdf", FRONT),
    }
    for file in expected:
        (theme / file).parent.mkdir(parents=True, exist_ok=True)
        stock = TEMPLATES / file
        (theme / file).write_bytes(stock.read_bytes() if stock.exists() else b"")
    (theme / "theme.css").write_text('body { background: url("picture.png") }')

    def add(file):
        more = " p { color: blue }" if file.endswith(".css") else "<!-- more -->"
        return lambda: (theme / file).write_text((theme / file).read_text("utf-8") + more, "utf-8")

    found = changes({"theme": theme}, *map(add, expected))
    assert dict(zip(expected, found, strict=True)) == expected


def test_a_template_that_lists_nothing_depends_on_no_list(order_of, tmp_path):
    stock = Kinds(order_of(formats=FORMATS))
    assert (stock.get("html", "en").latest, stock.get("html", "en").has_related) == (5, True)
    assert (stock.get("pdf", "en").latest, stock.get("pdf", "en").has_related) == (3, False)
    assert (stock.get("text", "en").latest, stock.get("text", "en").has_home) == (0, False)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/article.html").write_text("{{ page.article.title.text }}")
    bare = Kinds(order_of(formats=FORMATS, theme=tmp_path / "theme")).get("html", "en")
    assert (bare.latest, bare.has_related, bare.has_home) == (0, False, False)


def test_a_template_that_computes_names_depends_on_all(changes, tmp_path):
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "text").mkdir()
    (theme / "text/article.html").write_text(
        '{% extends "frame.html" %}{% block content %}{{ label("nav." ~ page.locale.tag) }}'
        '{% include "part-" ~ page.locale.tag ~ ".html" %}{% endblock %}'
    )

    def more():
        (theme / "part-fa.html").write_text("text")

    assert changes({"theme": theme}, more) == [kinds("text")]


def test_a_broken_template_is_named_before_anything_is_made(order_of, tmp_path):
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/article.html").write_text("\n{% if %}")
    with pytest.raises(ThemeError) as raised:
        Kinds(order_of(theme=tmp_path / "theme"))
    assert raised.value.diagnostic.place.endswith("theme/article.html:2")


@pytest.mark.parametrize(
    ("folder", "expected"), [("web", kinds("html", FRONT)), ("pdf", kinds("pdf"))]
)
def test_fonts(changes, monkeypatch, folder, expected):
    from toolkit.render import fonts

    stock = fonts._digest.__wrapped__

    def other():
        given = lambda file: f"{stock(file)}{'-' if file.parent.name == folder else ''}"  # noqa: E731
        monkeypatch.setattr(fonts, "_digest", given)

    assert (FONTS / folder).is_dir()
    assert changes({}, other) == [expected]


def test_the_toolkit_and_its_libraries(changes, monkeypatch):
    def update():
        monkeypatch.setattr(engine, "version", lambda _name: "99")
        engine.engine_digest.cache_clear()

    try:
        assert changes({}, update) == [ALL]
    finally:
        engine.engine_digest.cache_clear()
