"""From data to an article that can be rendered."""

import pytest
from PIL import Image as Pillow

from toolkit.article.model import Article
from toolkit.article.prepare import parse, prepare
from toolkit.errors import ArticleError

LEAST = {"id": "wheat", "lang": "en", "title": "Wheat", "body": "Text."}


@pytest.fixture
def picture(tmp_path):
    Pillow.new("RGB", (6, 4)).save(tmp_path / "a.png")
    return tmp_path


def parsed(folder=None, **fields):
    """Return the article, and what was reported."""
    told = []
    article = parse(LEAST | fields, file="wheat.md", folder=folder, report=told.append)
    return article, [str(found) for found in told]


def test_markdown_and_html_become_the_subset():
    assert parsed(body="*a*")[0].body == "<p><em>a</em></p>"
    assert parsed(body="*a*<br>b", body_format="html")[0].body == "<p>*a*<br>b</p>"
    assert parsed(body={"en": "a", "fa": "ب"})[0].body == {"en": "<p>a</p>", "fa": "<p>ب</p>"}


def test_a_prepared_article_stays_as_it_is():
    article, told = parsed(body="a <b>c</b>")
    assert told == []
    assert article.prepared
    assert article.body_format == "html"
    assert prepare(article) is article
    again = prepare(Article.model_validate(article.model_dump()))
    assert again.body == article.body


def test_the_picture_s_size_is_read(picture):
    article, told = parsed(picture, image={"src": "a.png"})
    assert (article.image.width, article.image.height, told) == (6, 4, [])
    assert article.folder == picture


@pytest.mark.parametrize(
    ("declared", "size"),
    [
        ({"width": 3}, (3, 2)),
        ({"height": 400}, (600, 400)),
        ({"width": 1}, (1, 1)),
        ({"width": 600, "height": 400}, (600, 400)),
        ({"width": 600, "height": 407}, (600, 407)),
    ],
)
def test_a_declared_size_keeps_the_picture_s_ratio(picture, declared, size):
    article, told = parsed(picture, image={"src": "a.png"} | declared)
    assert (article.image.width, article.image.height, told) == (*size, [])


@pytest.mark.parametrize("size", [(600, 420), (600, 390), (400, 40), (4, 6), (1, 100_000)])
def test_a_declared_size_of_another_ratio_gives_way_to_the_file_s(picture, size):
    width, height = size
    article, told = parsed(picture, image={"src": "a.png", "width": width, "height": height})
    assert (article.image.width, article.image.height) == (6, 4)
    (line,) = told
    assert line.startswith(
        f"wheat.md: image.width: {width} × {height} would distort the picture, which is 6 × 4;"
    )


def test_lone_surrogates_in_a_body_become_the_replacement_character():
    assert parsed(body="a \udfff\x00b")[0].body == "<p>a \ufffdb</p>"
    assert parsed(body={"fa": "\ud800"})[0].body == {"fa": "<p>\ufffd</p>"}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"\ud800": 1}, "?: is not a known field."),
        ({"title": {"\ud800": "x"}}, "title.?: “?” is not"),
        ({"body": {"\ud800": "x"}}, "body.?: “?” is not"),
        ({"image": {"src": "a.png", "\ud800": 1}}, "image.?: is not a known field."),
    ],
)
def test_lone_surrogates_in_names_of_fields_get_one_plain_line(fields, line):
    with pytest.raises(ArticleError) as caught:
        parsed(**fields)
    assert str(caught.value).startswith(f"wheat.md: {line}")
    assert "\n" not in str(caught.value)


def test_a_picture_in_the_body_gets_its_size(picture):
    article, told = parsed(picture, body='![x](a.png "C")')
    assert 'width="6" height="4"' in article.body
    assert told == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none.png", "is missing"), ("big.png", "is too large"), ("text.png", "is not a PNG")],
)
def test_a_picture_that_cannot_be_shown_is_left_out(picture, name, reason):
    Pillow.new("1", (20_000, 3000)).save(picture / "big.png")
    (picture / "text.png").write_text("no picture")
    article, told = parsed(picture, image={"src": name}, body=f"![x]({name})\n\nText.")
    assert article.image is None
    assert article.body == "<p>Text.</p>"
    (body, lead) = told
    assert body.startswith("wheat.md: body: pictures that cannot be used")
    assert f"{name} {reason}" in body
    assert lead.startswith(f"wheat.md: image.src: picture {reason}")
    assert "the article goes without it" in lead


def test_a_lead_picture_outside_of_the_folder_is_an_error(picture):
    (picture / "in").mkdir()
    (picture / "in" / "b.png").symlink_to(picture / "a.png")
    with pytest.raises(ArticleError) as caught:
        parsed(picture / "in", image={"src": "b.png"})
    assert str(caught.value).startswith("wheat.md: image.src: picture leads out of the article's")


def test_an_article_in_memory_has_no_pictures_but_those_in_data_urls():
    article, told = parsed(image={"src": "a.png"})
    assert article.image is None
    assert "was not read from a folder" in told[0]


@pytest.mark.parametrize("body", ["", " \n", "<script>x</script>", "<!-- c -->"])
def test_an_empty_body_is_told(body):
    article, told = parsed(body=body)
    assert article.body == ""
    assert "wheat.md: body: is empty. Write the article's text." in told


def test_bidi_controls_are_mended_and_told_with_their_field():
    article, told = parsed(title={"fa": "\u2067گندم"}, tags=["a\u202c"], body="b\u2069")
    assert article.title == {"fa": "\u2067گندم\u2069"}
    assert article.tags == ("a",)
    assert article.body == "<p>b</p>"
    assert [line.split(": ")[1] for line in told] == ["title.fa", "tags.0", "body"]


def test_relative_links_follow_the_article_s_own_address():
    article, _ = parsed(body="[a](b)", url={"en": "https://example.org/x/"})
    assert 'href="https://example.org/x/b"' in article.body


def test_what_is_always_done_to_a_text():
    """NFC, references resolved where they are markup, no control codes, no byte order mark."""
    fields = {
        "id": "a",
        "lang": "fa",
        "title": "\ufeffا\u0653ب\x00\x0bعلي",
        "tags": ["e\u0301\x85"],
    }
    body = "\ufeff<p>ا\u0653ب&zwnj;ها&#1603; &amp; \x00&#8;ي\x0cك</p>"
    article = parse(fields | {"body": body, "body_format": "html"})
    assert (article.title, article.tags) == ("آب علي", ("é",))
    assert article.body == "<p>آب\u200cهاك &amp; ي\nك</p>"


def test_markdown_is_read_alike():
    fields = {"id": "a", "lang": "fa", "title": "x", "body": "\ufeffا\u0653ب&zwnj;ها \x00يك"}
    assert parse(fields).body == "<p>آب\u200cها يك</p>"
