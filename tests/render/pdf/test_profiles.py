"""Each profile: what the file claims, and what two validators say of the claim."""

import base64
import io
import subprocess
import sys

import pikepdf
import pytest
from PIL import Image

import toolkit
from tests.conftest import LOCALES
from tests.render.pdf.icc import output_profile
from tests.render.pdf.test_document import document, png
from toolkit.check.pdf import check_pdfs
from toolkit.check.pdf.verapdf import missing
from toolkit.errors import RenderError
from toolkit.render.pdf.profiles import PROFILES
from toolkit.resources import SAMPLES

CLAIMS = {
    "accessible": ("ua1",),
    "archive": ("ua1", "3a"),
    "ua2": ("ua2",),
    "press": ("x4",),
    "draft": (),
}


@pytest.fixture(scope="module")
def printer(tmp_path_factory):
    """An ICC profile's file."""
    file = tmp_path_factory.mktemp("icc") / "test.icc"
    file.write_bytes(output_profile())
    return file


@pytest.fixture
def made(renderer_for, samples, printer, tmp_path):
    """A function that makes PDFs and checks them in one run."""

    def reports(wanted):
        files = []
        for name, locale, profile, size in wanted:
            file = tmp_path / f"{name}.{locale}.{profile}.{size}.pdf"
            pdf = renderer_for(locale).pdf(
                samples[name],
                profile=profile,
                page_size=size,
                attach=profile != "press",
                output_profile=printer,
            )
            file.write_bytes(pdf)
            files.append(file)
        return check_pdfs(files)

    return reports


def faults(reports):
    """Return what is wrong, and what was not looked at by any validator that knows it."""
    found = [str(one) for report in reports for one in report.diagnostics]
    failed = [
        f"{report.file}: {verdict}"
        for report in reports
        for verdict in report.verdicts
        if verdict.result == "failed"
    ]
    return found + failed


def passed(report):
    return {(v.standard, v.checker.split()[0]) for v in report.verdicts if v.result == "passed"}


SOME = [
    ("water-report", "fa", "accessible", "A5"),
    ("harvest-data", "en", "archive", "A4"),
    ("poetry-evening", "ps", "archive", "A5"),
    ("water-report", "fa-AF", "ua2", "A4"),
    ("harvest-data", "fa", "ua2", "A5"),
]


@pytest.mark.skipif(missing() is not None, reason="veraPDF cannot run")
def test_some_samples_meet_what_they_claim(made):
    reports = made(SOME)
    assert faults(reports) == []
    both = ("page-validation", "veraPDF")
    assert passed(reports[0]) == {("PDF/UA-1", one) for one in both}
    assert passed(reports[1]) == {(s, one) for s in ("PDF/UA-1", "PDF/A-3a") for one in both}
    assert passed(reports[3]) == {("PDF/UA-2", "veraPDF")}


@pytest.mark.slow
@pytest.mark.skipif(missing() is not None, reason="veraPDF cannot run")
@pytest.mark.parametrize("profile", ["accessible", "archive", "ua2"])
@pytest.mark.parametrize("size", ["A4", "A5"])
def test_all_samples_meet_what_they_claim(made, samples, profile, size):
    reports = made([(name, locale, profile, size) for name in samples for locale in LOCALES])
    assert faults(reports) == []
    assert all("veraPDF" in {checker for _, checker in passed(one)} for one in reports)


@pytest.mark.parametrize("profile", PROFILES)
def test_claims(made, profile):
    (report,) = made([("bridge-opening", "fa", profile, "A4")])
    assert report.claims == CLAIMS[profile]


def test_the_press_gets_marks_boxes_and_its_profile(made, opened, renderer_for, samples, printer):
    (report,) = made([("water-report", "fa", "press", "A5")])
    assert faults([report]) == []
    assert [verdict.result for verdict in report.verdicts] == ["not run"]
    pdf = opened(
        renderer_for("fa").pdf(samples["water-report"], profile="press", output_profile=printer)
    )
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert intent.DestOutputProfile.read_bytes() == output_profile()
    for page in pdf.pages:
        trim, bleed, media = page.obj.TrimBox, page.obj.BleedBox, page.obj.MediaBox
        assert media[0] < bleed[0] < trim[0] < trim[2] < bleed[2] < media[2]
        assert "/Annots" not in page.obj
        assert "/DefaultRGB" in page.resources.ColorSpace
    assert "/Trapped" in pdf.docinfo


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "none is named"),
        (b"x" * 200, "not an ICC profile"),
        (output_profile(device=b"mntr"), "not one of a printing condition"),
        (output_profile(space=b"HSV "), "not one of a printing condition"),
        (output_profile()[:-9], "not an ICC profile"),
    ],
)
def test_the_press_refuses_other_profiles(data, reason):
    with pytest.raises(RenderError, match=reason):
        toolkit.write_pdf(document("<p>آب</p>"), profile="press", output_profile=data)


def test_a_missing_output_profile_is_an_error(renderer_for, samples, tmp_path):
    with pytest.raises(RenderError, match="cannot be read"):
        renderer_for("fa").pdf(
            samples["bridge-opening"], profile="press", output_profile=tmp_path / "none.icc"
        )


def test_the_press_needs_a_date(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with pytest.raises(RenderError, match="needs a date"):
        toolkit.write_pdf(document("<p>آب</p>"), profile="press", output_profile=output_profile())


@pytest.mark.parametrize("profile", ["accessible", "archive", "ua2"])
@pytest.mark.parametrize(
    "picture", ['<img src="data:image/png;base64,{png}">', "<svg width=9 height=9><rect /></svg>"]
)
def test_a_picture_that_nothing_is_said_about_is_refused(profile, picture):
    body = f"<p>متن</p>{picture.format(png=png())}"
    with pytest.raises(RenderError) as caught:
        toolkit.write_pdf(document(body), profile=profile)
    found = caught.value.diagnostic
    assert (found.code, found.severity) == ("picture-without-alternative", "error")
    assert found.field in {"img", "svg"}
    assert toolkit.write_pdf(document(body), profile="draft").startswith(b"%PDF")


def test_a_refused_picture_of_an_article_is_called_by_its_file(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "map.png")
    body = '---\ntitle: A\n---\n\n<p>x <img src="map.png"></p>\n'
    (tmp_path / "a.en.md").write_text(body, "utf-8")
    article = toolkit.load(tmp_path / "a.en.md", report=lambda _finding: None)
    with pytest.raises(RenderError) as caught:
        toolkit.Renderer("en").pdf(article)
    assert caught.value.diagnostic.excerpt == "map.png"


def test_an_archive_refuses_colours_of_inks():
    style = "<p style='color: device-cmyk(0 1 1 0)'>متن</p>"
    with pytest.raises(RenderError, match="printing inks"):
        toolkit.write_pdf(document(style), profile="archive")
    picture = io.BytesIO()
    Image.new("CMYK", (8, 8)).save(picture, "JPEG")
    data = base64.b64encode(picture.getvalue()).decode()
    body = f"<p><img alt='x' src='data:image/jpeg;base64,{data}'></p>"
    with pytest.raises(RenderError, match="printing inks"):
        toolkit.write_pdf(document(body), profile="archive")


MENDED = {
    "<h1>یک</h1><h3>سه</h3><h5>پنج</h5><h2>دو</h2>": "heading-level",
    "<h4>چهار</h4><p>متن</p>": "heading-level",
    "<table><tr><th>الف<th>ب<tr><td>ج</table>": None,
    "<p style='opacity: .5'>متن</p>": None,
}


@pytest.mark.skipif(missing() is not None, reason="veraPDF cannot run")
def test_what_has_one_right_answer_is_mended(tmp_path):
    files = []
    for number, (body, code) in enumerate(MENDED.items()):
        for profile in ("accessible", "archive", "ua2"):
            told = []
            data = toolkit.write_pdf(document(body), profile=profile, report=told.append)
            assert {found.code for found in told} == ({code} if code else set())
            files.append(tmp_path / f"{number}-{profile}.pdf")
            files[-1].write_bytes(data)
    assert faults(check_pdfs(files)) == []


def test_levels_are_closed_up():
    told = []
    body = "<h1>1</h1><h3>3</h3><h5>5</h5><h3>3</h3><h2>2</h2>"
    data = toolkit.write_pdf(document(body), report=told.append)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kids = pdf.Root.StructTreeRoot.K.K
        assert [str(kid.S) for kid in kids] == ["/H1", "/H2", "/H3", "/H2", "/H2"]
    assert [found.excerpt for found in told] == ["3", "5", "3"]


def test_a_document_without_a_title_is_called_by_its_first_words(opened):
    told = []
    data = toolkit.write_pdf(
        document("<p>آغاز</p><h2>عنوان <b>دوم</b></h2>", head=""), report=told.append
    )
    pdf = opened(data)
    assert pdf.docinfo["/Title"] == "عنوان دوم"
    assert "document-title" in {found.code for found in told}
    with pytest.raises(RenderError, match="no title and no words"):
        toolkit.write_pdf(document("<hr>", head=""))


_SCRIPT = """
import sys, toolkit
from hashlib import sha256
from pathlib import Path
from toolkit.article import Publication
from toolkit.sources import load_collection
samples = Path(sys.argv[1])
articles = {one.id: one for one in load_collection([samples], report=print).articles}
renderer = toolkit.Renderer("fa", publication=Publication.load(samples / "toolkit.toml"),
                            articles=articles.values())
for profile in ("accessible", "archive", "ua2", "press"):
    data = renderer.pdf(articles["water-report"], profile=profile, attach=profile != "press",
                        output_profile=Path(sys.argv[2]))
    print(profile, sha256(data).hexdigest())
"""


def test_the_same_bytes_whatever_the_clock_the_zone_and_the_hash_seed(printer):
    def hashes(zone, seed):
        import os

        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", _SCRIPT, str(SAMPLES), str(printer)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return done.stdout

    assert hashes("Asia/Kabul", "1") == hashes("America/St_Johns", "2")
