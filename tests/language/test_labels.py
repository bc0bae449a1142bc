from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language import Labels, Locale

HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
FSI, PDI = "\u2068", "\u2069"
HOSTILE = st.text(
    st.one_of(st.sampled_from("\u200e\u202e\u2066\u2067\u2068\u2069<&>\"' aا۵\n"), st.characters())
)


@pytest.fixture
def folder(tmp_path: Path):
    """Return a function that writes a PO file and returns its folder."""

    def write(name: str, entries: dict[str, tuple[str, str]], flags: str = "") -> Path:
        lines = [f'{flags}msgctxt "{label}"\nmsgid "{source}"\nmsgstr "{text}"\n'
                 for label, (source, text) in entries.items()]  # fmt: skip
        (tmp_path / name).write_text(HEADER + "\n".join(lines), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("tag", "label", "lang", "text"),
    [
        ("en", "share.heading", "en", "Share this article"),
        ("fa", "share.heading", "fa", "این مطلب را هم‌رسانی کنید"),
        ("fa-AF", "share.heading", "fa-AF", "این مطلب را شریک سازید"),
        ("prs", "news.latest", "fa", "تازه‌ترین خبرها"),
        ("fa-IR", "news.latest", "fa", "تازه‌ترین خبرها"),
        ("ps", "news.latest", "ps", "وروستي خبرونه"),
        ("en-GB", "news.latest", "en", "Latest news"),
        ("de", "news.latest", "en", "Latest news"),
        ("ar", "news.latest", "en", "\u2066Latest news\u2069"),
    ],
)
def test_labels_fall_back_one_by_one(tag: str, label: str, lang: str, text: str) -> None:
    labels = Labels(tag)
    assert labels.lang(label) == lang
    assert labels.text(label) == text


def test_html_marks_another_language_but_not_a_variety_of_the_same() -> None:
    assert Labels("ar").html("news.latest") == '<span lang="en" dir="ltr">Latest news</span>'
    assert Labels("de").html("news.latest") == '<span lang="en" dir="ltr">Latest news</span>'
    assert Labels("fa-AF").html("news.latest") == "تازه‌ترین خبرها"
    assert Labels("ar").html("article.read_more", title="خبر") == (
        '<span lang="en" dir="ltr">Read more: <bdi lang="ar">خبر</bdi></span>'
    )


@pytest.mark.parametrize(
    ("tag", "count", "text"),
    [
        ("en", 0, "0-minute read"),
        ("en", 1, "1-minute read"),
        ("en", 1200, "1,200-minute read"),
        ("fa", 5, "زمان مطالعه: ۵ دقیقه"),
        ("fa-AF", 5, "زمان خواندن: ۵ دقیقه"),
        ("ps", 1, "د لوستلو وخت: ۱ دقیقه"),
        ("ps", 2, "د لوستلو وخت: ۲ دقیقې"),
        ("ps", 0, "د لوستلو وخت: ۰ دقیقې"),
        ("fa-u-nu-latn", 5, "زمان مطالعه: 5 دقیقه"),
    ],
)
def test_a_count_is_in_the_languages_digits_and_plural(tag: str, count: int, text: str) -> None:
    assert Labels(tag).text("article.reading_time", count=count) == text
    assert Labels(tag).html("article.reading_time", count=count) == text


def test_values_that_could_disturb_the_order_are_isolated() -> None:
    fa = Labels("fa")
    assert fa.text("article.source", source="رویترز") == "منبع: رویترز"
    assert fa.text("article.source", source="BBC") == f"منبع: {FSI}BBC{PDI}"
    assert fa.text("pdf.page_of", page=2, total=15) == "صفحهٔ ۲ از ۱۵"
    assert fa.text("article.source", source=-5) == f"منبع: {FSI}\u200e−۵{PDI}"
    assert fa.html("article.source", source="رویترز") == "منبع: <bdi>رویترز</bdi>"


def test_numbers_that_could_run_together_are_isolated(folder) -> None:
    labels = Labels("fa", [folder("fa.po", {"x.y": ("{page}/{total}", "{page}/{total}")})])
    assert labels.text("x.y", page=1, total=2) == f"{FSI}۱{PDI}/{FSI}۲{PDI}"
    assert labels.html("x.y", page=1, total=2) == "<bdi>۱</bdi>/<bdi>۲</bdi>"


def test_several_values_are_joined_as_a_list() -> None:
    authors = ["علی", "Sara", Markup("<i>رضا</i>")]
    assert (
        Labels("fa").text("article.byline", author=authors) == f"نوشتهٔ علی، {FSI}Sara{PDI}، و رضا"
    )
    assert Labels("fa").html("article.byline", author=authors) == (
        "نوشتهٔ <bdi>علی</bdi>، <bdi>Sara</bdi>، و <bdi><i>رضا</i></bdi>"
    )
    assert Labels("en").text("article.byline", author=["Sara"]) == "By Sara"


def test_markup_is_kept_in_html_and_dropped_in_text() -> None:
    link = Markup('<a href="/a?b&amp;c">A &amp; B</a>')
    assert Labels("en").html("article.source", source=link) == f"Source: <bdi>{link}</bdi>"
    assert Labels("en").text("article.source", source=link) == "Source: A & B"


def test_nothing_from_a_catalogue_or_a_value_becomes_markup(folder) -> None:
    hostile = folder("fa.po", {"x.y": ("Hi {who}", "<script>&{who}")})
    assert Labels("fa", [hostile]).html("x.y", who="<img onerror='x'>") == (
        "&lt;script&gt;&amp;<bdi>&lt;img onerror=&#39;x&#39;&gt;</bdi>"
    )


@given(HOSTILE)
def test_any_value_keeps_isolates_balanced_and_markup_well_formed(is_balanced, value: str) -> None:
    for tag in ("en", "fa", "ar"):
        labels = Labels(tag)
        text = labels.text("article.read_more", title=value)
        assert is_balanced(text)
        markup = labels.html("article.read_more", title=value)
        assert isinstance(markup, Markup)
        assert is_balanced(markup)
        assert tags(markup) == (["span", "bdi"] if tag == "ar" else ["bdi"])


def tags(markup: str) -> list[str]:
    parser = _Tags()
    parser.feed(markup)
    return parser.names


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)


def test_an_unknown_label_names_the_nearest() -> None:
    with pytest.raises(CatalogueError, match=r"“article\.bylin”.*article\.byline") as raised:
        Labels("fa").text("article.bylin")
    assert raised.value.diagnostic.code == "unknown-label"
    with pytest.raises(CatalogueError, match="no label"):
        Labels("fa").lang("qqqqqqqq")


@pytest.mark.parametrize("values", [{}, {"name": "Sara"}, {"author": None}])
def test_a_missing_value_is_named(values: dict[str, str]) -> None:
    with pytest.raises(CatalogueError, match=r"article\.byline.*\{author\}"):
        Labels("fa").html("article.byline", **values)
    with pytest.raises(CatalogueError, match=r"\{count\}"):
        Labels("fa").text("article.reading_time")


def test_a_publications_own_words_come_first(folder) -> None:
    own = folder("fa.po", {"share.heading": ("Share", "بفرستید"), "own.label": ("Own", "خودی")})
    folder("en.po", {"share.heading": ("Share", "Pass it on")})
    assert Labels("fa", [own]).text("share.heading") == "بفرستید"
    assert Labels("fa", [own]).text("own.label") == "خودی"
    assert Labels("en", [own]).text("share.heading") == "Pass it on"
    assert Labels("fa", [own]).text("news.latest") == "تازه‌ترین خبرها"
    # Dari has its own words, which are nearer than another's Persian ones.
    assert Labels("fa-AF", [own]).text("share.heading") == "این مطلب را شریک سازید"
    assert Labels("fa-AF", [own]).text("own.label") == "خودی"
    assert "own.label" in Labels("fa", [own]).ids


@pytest.mark.parametrize("name", ["fa_AF.po", "fa-AF.po", "prs.po"])
def test_a_file_may_have_any_spelling_of_its_language(folder, name: str) -> None:
    own = folder(name, {"share.heading": ("Share", "روان کنید")})
    assert Labels("fa-AF", [own]).text("share.heading") == "روان کنید"


def test_two_files_of_one_language_are_an_error(folder) -> None:
    folder("fa_AF.po", {"share.heading": ("Share", "یک")})
    own = folder("prs.po", {"share.heading": ("Share", "دو")})
    with pytest.raises(CatalogueError, match=r"same language as fa_AF\.po"):
        Labels("fa-AF", [own])


def test_a_publication_can_add_a_language(folder) -> None:
    own = folder("ckb.po", {"news.latest": ("Latest news", "نوێترین هەواڵ")})
    labels = Labels("ckb", [own])
    assert (labels.text("news.latest"), labels.lang("news.latest")) == ("نوێترین هەواڵ", "ckb")
    assert labels.lang("news.related") == "en"


def test_doubted_and_empty_messages_fall_back(folder) -> None:
    own = folder(
        "ps.po", {"share.heading": ("Share", "شک"), "x.y": ("Only English", "شک")}, "#, fuzzy\n"
    )
    labels = Labels("ps", [own])
    assert labels.text("share.heading") == Labels("ps").text("share.heading")
    assert labels.html("x.y") == '<span lang="en" dir="ltr">Only English</span>'


def test_a_message_with_a_placeholder_that_nobody_fills_falls_back(folder) -> None:
    own = folder("fa.po", {"article.published": ("Published: {date}", "نشر: {dat}")})
    said: list[Diagnostic] = []
    labels = Labels("fa", [own], report=said.append)
    for _ in range(2):
        assert labels.html("article.published", date="x") == Labels("fa").html(
            "article.published", date="x"
        )
    assert len(said) == 1
    assert str(said[0]) == (
        f"{own / 'fa.po'}:4: article.published: {{dat}} is not in the English text, "
        "so that another message is shown. Write {date}."
    )
    assert said[0].severity == "warning"


def test_the_built_in_english_says_what_is_filled(folder) -> None:
    own = folder("fa.po", {"share.heading": ("Share {x}", "{x}"), "x.y": ("{a}", "{b}")})
    labels = Labels("fa", [own])
    assert labels.text("share.heading") == Labels("fa").text("share.heading")
    assert labels.html("x.y", a="A") == '<span lang="en" dir="ltr"><bdi lang="fa">A</bdi></span>'


def test_drafts_are_shown_where_asked_for_unless_their_english_has_changed(folder) -> None:
    entries = {"x.y": ("New English", "شک")}
    own = folder("ps.po", entries, "#, fuzzy\n")
    assert Labels("ps", [own], drafts=True).text("x.y") == "شک"
    assert Labels("ps", [own]).lang("x.y") == "en"
    folder("ps.po", entries, '#, fuzzy\n#| msgid "Old English"\n')
    assert Labels("ps", [own], drafts=True).lang("x.y") == "en"


def test_a_doubted_dari_word_gives_way_to_the_persian_one() -> None:
    assert Labels("fa-AF").text("news.breaking") == "خبر فوری"
    assert Labels("fa-AF", drafts=True).text("news.breaking") == "خبر عاجل"


@pytest.mark.parametrize("control", "\x00\x1b\u202e\u2067\u2069")
def test_a_label_with_a_control_character_is_refused(folder, control: str) -> None:
    own = folder("fa.po", {"share.heading": ("Share", f"هم{control}رسانی")})
    with pytest.raises(CatalogueError, match=rf"fa\.po:4: .*U\+{ord(control):04X}"):
        Labels("fa", [own]).text("share.heading")


def test_a_catalogue_from_another_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password\n", encoding="utf-8")
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/fa.po").symlink_to("../secret")
    with pytest.raises(CatalogueError, match=r"fa\.po: .*not a file of its folder") as caught:
        Labels("fa", [tmp_path / "labels"])
    assert "password" not in str(caught.value)


def test_a_catalogue_that_is_damaged_or_misnamed_is_an_error(folder, tmp_path: Path) -> None:
    own = folder("fa.po", {"share.heading": ("Share {x}", "{x")})
    with pytest.raises(CatalogueError, match=r"fa\.po:4: share\.heading: A brace"):
        Labels("fa", [own]).text("share.heading", x="1")
    (tmp_path / "not a tag.po").write_text(HEADER, encoding="utf-8")
    with pytest.raises(CatalogueError, match="not a language tag"):
        Labels("fa", [own]).text("share.heading")
    with pytest.raises(CatalogueError, match="no such folder"):
        Labels("fa", [tmp_path / "none"]).text("share.heading")


def test_a_new_labels_sees_what_has_changed(folder) -> None:
    own = folder("fa.po", {"share.heading": ("Share", "یک")})
    old = Labels("fa", [own])
    assert old.text("share.heading") == "یک"
    folder("fa.po", {"share.heading": ("Share", "دوم")})
    assert old.text("share.heading") == "یک"
    assert Labels("fa", [own]).text("share.heading") == "دوم"


def test_threads_agree() -> None:
    labels = Labels(Locale.parse("fa-AF"))
    ids = [label for label in labels.ids if "." in label] * 4
    values = dict.fromkeys(
        ["author", "name", "title", "date", "source", "language", "other", "network", "credit",
         "caption", "year", "holder", "n", "page", "total"], "x")  # fmt: skip
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda label: labels.html(label, count=2, **values), ids))
    assert found == [Labels("fa-AF").html(label, count=2, **values) for label in ids]
    assert all(escape(markup) == markup for markup in found)
