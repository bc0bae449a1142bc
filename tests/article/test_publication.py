"""The publication's settings."""

import io
from base64 import b64encode

import pytest
from PIL import Image

from toolkit.article import Publication
from toolkit.errors import PublicationError


def refusals(tmp_path, text):
    file = tmp_path / "toolkit.toml"
    file.write_text(text)
    with pytest.raises(PublicationError) as caught:
        Publication.load(file)
    return [line.removeprefix(f"{tmp_path}/") for line in str(caught.value).splitlines()]


def test_defaults():
    found = Publication()
    assert found.languages == ("en", "fa", "fa-AF", "ps")
    assert found.default_locale == "en"
    assert found.name is None
    assert (found.pdf.profile, found.pdf.page_size) == ("accessible", "A4")


def test_other_settings_of_the_pdf_leave_the_rest_as_it_is(tmp_path):
    (tmp_path / "toolkit.toml").write_text('name = "Post"\n[pdf]\ncolumns = 2\nprofile = "ua2"')
    found = Publication.load(tmp_path)
    changed = found.with_pdf(profile="draft", columns=None)
    assert (changed.pdf.profile, changed.pdf.columns) == ("draft", 2)
    assert (changed.name, changed.folder) == (found.name, tmp_path)
    assert found.pdf.profile == "ua2"


def test_its_own_folders_are_never_all_there_is(tmp_path):
    (tmp_path / "toolkit.toml").write_text('theme = "look"\nlabels = "words"')
    assert Publication.load(tmp_path).own_folders == (tmp_path / "look", tmp_path / "words")
    (tmp_path / "toolkit.toml").write_text('theme = "."\nlabels = ".."')
    assert Publication.load(tmp_path).own_folders == ()


def test_all_fields(tmp_path):
    (tmp_path / "toolkit.toml").write_text(
        """
        name = "خبر"
        languages = ["fa", "prs", "ps"]
        time_zone = "Asia/Kabul"
        theme = "look"
        labels = "words"
        draft_labels = true
        logo = "logo.png"
        base_url = "https://example.org/"
        share = ["telegram", "copy"]
        rights = {fa = "©", ps = "©"}
        calendars = {ps = "gregorian"}
        sections.water = {fa = "آب", ps = "اوبه"}
        pdf = {page_size = "Letter", text_layer = "stock"}
        """
    )
    (tmp_path / "words").mkdir()
    found = Publication.load(tmp_path)
    assert found.languages == ("fa", "fa-AF", "ps")
    assert (found.labels_folder, found.draft_labels) == (tmp_path / "words", True)
    assert found.default_locale == "fa"
    assert found.sections["water"]["ps"] == "اوبه"
    assert found.theme_folder == tmp_path / "look"
    assert found.folder == tmp_path
    assert (found.pdf.page_size, found.pdf.text_layer) == ("Letter", "stock")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nam = 'x'", "nam: is not a known field. Rename it to name."),
        ("pdf.size = 'A4'", "pdf.size: is not a known field. Rename it to page_size."),
        ("pdf.text_layer = 'ocr'", "pdf.text_layer: must be searchable or stock, not “ocr”."),
        ("pdf.columns = 3", "pdf.columns: must be 1 or 2, not a number."),
        ("pdf.contents = 'yes'", "pdf.contents: is no choice about contents (“yes”). Write true,"),
        ("pdf.contents = 1", "pdf.contents: is no choice about contents (“1”). Write true, false"),
        ("pdf.link_addresses = 'on'", "pdf.link_addresses: must be true or false, not “on”."),
        ("time_zone = 'Kabul'", "time_zone: is not a known time zone (“Kabul”). Use a name such"),
        ("time_zone = '../x'", "time_zone: is not a known time zone (“../x”)."),
        ("languages = []", "languages: is empty."),
        ("languages = ['en', 'EN']", "languages: names the same language twice."),
        ("languages = ['zz']", "languages.0: “zz” is not the tag of a known language."),
        ("default_locale = 'de'", "default_locale: is not among the languages (“de”). Use one of"),
        (
            "calendars = {fa = 'lunar'}",
            "calendars.fa: “lunar” is not a calendar we know. Use gregorian,",
        ),
        ("calendars = {fa = []}", "calendars.fa: must be one calendar, or a list of two. Write"),
        ("calendars = {fa = ['persian', 'persian']}", "calendars.fa: must be one calendar, or a"),
        ("calendars = {fa = ['persian', 3]}", "calendars.fa: “3” is not a calendar we know."),
        ("calendars = {fa = ['gregory', 'gregorian']}", "calendars.fa: must be one calendar, or a"),
        ("calendars = {fa = 'persian', prs = {}}", "calendars.prs: “{}” is not a calendar"),
        ("share = ['myspace']", "share.0: must be telegram, whatsapp, x,"),
        ("share = 'x'", "share: must be a list, not “x”."),
        ("name = {fa = 3}", "name.fa: must be text, not a number."),
        ("base_url = 'javascript:x'", "base_url: is not an http, https or mailto address"),
        ("base_url = 'mailto:a@example.org'", "base_url: is not where a site can stand (“mailto:"),
        (f"base_url = 'https://{'a' * 70}.org'", "base_url: is not where a site can stand ("),
        ("base_url = 'https://example.org/?a'", "base_url: is not where a site can stand ("),
        ("logo = '/logo.png'", "logo: picture leads out of the publication's folder (“/logo.png”)"),
        ("logo = 'http://x/a.png'", "logo: picture is on the network, and pictures are not"),
    ],
)
def test_one_plain_line(tmp_path, text, line):
    (found,) = refusals(tmp_path, text)
    assert found.startswith(f"toolkit.toml: {line}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name = 'x'\nshare = [", "toolkit.toml"),
        ("name = 'x'\nname = 'y'\n", "toolkit.toml:2: is not TOML: cannot overwrite a value."),
        ("a = " + "[" * 5000, "toolkit.toml: is nested too deeply."),
        ("#" * 200_001, "toolkit.toml: is too large for settings."),
    ],
)
def test_broken_files(tmp_path, text, line):
    (found,) = refusals(tmp_path, text)
    assert found.startswith(line)


def test_a_missing_file_and_one_not_in_utf_8(tmp_path):
    with pytest.raises(PublicationError, match=r"none\.toml: cannot be read: No such file"):
        Publication.load(tmp_path / "none.toml")
    (tmp_path / "toolkit.toml").write_bytes(b"name = '\xe9'")
    with pytest.raises(PublicationError, match="is not UTF-8 text"):
        Publication.load(tmp_path)


def published(folder, logo):
    (folder / "toolkit.toml").write_text(f"logo = '{logo}'")
    return Publication.load(folder)


def test_the_logo_lies_in_the_publication_s_folder(tmp_path):
    (tmp_path / "look").mkdir()
    Image.new("RGB", (6, 4)).save(tmp_path / "look" / "logo.png")
    found = published(tmp_path, "look/logo.png").logo_picture()
    assert (found.width, found.height, found.media_type) == (6, 4, "image/png")
    assert found.path == tmp_path / "look" / "logo.png"
    assert Publication().logo_picture() is None


def test_a_logo_that_cannot_be_shown_is_named_with_its_file(tmp_path):
    inner = tmp_path / "in"
    inner.mkdir()
    Image.new("RGB", (6, 4)).save(tmp_path / "logo.png")
    (inner / "out.png").symlink_to("../logo.png")
    (inner / "text.png").write_text("no picture")
    for logo, reason in [
        ("none.png", "is missing"),
        ("text.png", "is not a PNG"),
        ("out.png", "leads out of the publication's folder through a link"),
    ]:
        with pytest.raises(PublicationError) as caught:
            published(inner, logo).logo_picture()
        line = str(caught.value)
        assert line.startswith(f"{inner / 'toolkit.toml'}: logo: picture {reason}")
        assert "article" not in line


def test_a_publication_in_memory_has_no_logo_but_one_in_a_data_url():
    with pytest.raises(PublicationError, match=r"^logo: .* the publication was not read from a"):
        Publication(logo="logo.png").logo_picture()
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, "PNG")
    url = f"data:image/png;base64,{b64encode(file.getvalue()).decode()}"
    assert Publication(logo=url).logo_picture().width == 6


@pytest.mark.parametrize("logo", ["/a.png", "../a.png", "file:///a.png", "http://x/a", "data:x"])
def test_a_logo_that_is_not_taken_is_not_told_of_an_article(tmp_path, logo):
    (line,) = refusals(tmp_path, f"logo = '{logo}'")
    assert "Save the picture in the publication's folder" in line
    assert "article" not in line


@pytest.mark.parametrize("folder", ["none", "..", "/tmp", "toolkit.toml", "way-out"])
def test_labels_lie_in_a_folder_beside_the_file(tmp_path, folder):
    (tmp_path / "way-out").symlink_to("..")
    (tmp_path / "toolkit.toml").write_text(f"labels = '{folder}'")
    with pytest.raises(PublicationError, match=r"toolkit\.toml: labels: is no folder of label"):
        _ = Publication.load(tmp_path).labels_folder


def test_a_language_has_one_calendar_or_two_side_by_side():
    calendars = {"fa": ["persian", "gregorian"], "ps": "gregory", "ar": "islamic-umalqura"}
    assert Publication(calendars=calendars).calendars == {
        "fa": ("persian", "gregorian"),
        "ps": ("gregorian",),
        "ar": ("islamic",),
    }


@pytest.mark.parametrize(
    ("languages", "zone"),
    [
        (["fa", "en"], "Asia/Tehran"),
        (["fa-AF", "fa"], "Asia/Kabul"),
        (["ps"], "Asia/Kabul"),
        (["en", "fa"], None),
        (["ar"], None),
    ],
)
def test_dates_are_told_by_the_clocks_of_the_first_languages_country(languages, zone):
    assert Publication(languages=languages).time_zone == zone
    assert Publication(languages=languages, time_zone="UTC").time_zone == "UTC"
