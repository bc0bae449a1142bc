"""Rendering over HTTP gives what the library gives."""

import base64
import io

import pypdf
import pytest
from PIL import Image

from tests.service.conftest import ARTICLE
from toolkit.article.prepare import parse
from toolkit.render import Renderer


def test_a_page_is_one_file_and_that_of_the_library(service):
    page = service.post("render", article=ARTICLE, format="html")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text == Renderer("fa").html(parse(ARTICLE), inline=True)


def test_a_pdf_is_that_of_the_library(service):
    pdf = service.post("render", article=ARTICLE, format="pdf", locale="en")
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.headers["content-disposition"] == "inline; filename*=UTF-8''wheat.en.pdf"
    assert pdf.content == Renderer("en").pdf(parse(ARTICLE))


def test_text_is_that_of_the_library(service):
    text = service.post("render", article=ARTICLE, format="text", locale="ps")
    assert text.headers["content-language"] == "ps"
    assert text.text == Renderer("ps").text(parse(ARTICLE))


def test_how_a_pdf_is_laid_out_can_be_asked_for(service):
    pdf = service.post(
        "render", article=ARTICLE, format="pdf", page_size="A5", profile="archive", columns=2
    )
    box = pypdf.PdfReader(io.BytesIO(pdf.content)).pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [148, 210]
    assert b"pdfaid" in pdf.content
    assert pdf.headers["toolkit-warnings"] == "0"


def test_findings_are_counted(service):
    size = {"page_size": "100mm x 150mm", "columns": 2}
    pdf = service.post("render", article=ARTICLE, format="pdf", **size)
    assert pdf.headers["toolkit-warnings"] == "1"  # two columns do not fit


@pytest.mark.parametrize(
    ("accept", "form", "media_type"),
    [
        ("application/pdf", None, "application/pdf"),
        ("text/plain;q=0.5, application/pdf;q=0.1", None, "text/plain; charset=utf-8"),
        ("text/*, application/pdf;q=0.9", None, "text/html; charset=utf-8"),
        ("*/*", "text", "text/plain; charset=utf-8"),
        ("*/*", None, "text/html; charset=utf-8"),
        ("text/html, application/json;q=0.1", "pdf", "application/json"),
    ],
)
def test_the_form_is_what_format_or_accept_says(service, accept, form, media_type):
    request = {"article": ARTICLE, "format": form}
    got = service.client.post("/v1/render", json=request, headers={"Accept": accept})
    assert (got.status_code, got.headers["content-type"]) == (200, media_type)


@pytest.mark.parametrize(("accept", "form"), [("image/png", None), ("text/html", "pdf")])
def test_no_form_that_is_accepted_is_a_406(service, accept, form):
    request = {"article": ARTICLE, "format": form}
    got = service.client.post("/v1/render", json=request, headers={"Accept": accept})
    assert (got.status_code, got.json()["type"]) == (406, "/v1/problems#not-acceptable")


def test_json_holds_the_result_and_what_was_found(service):
    request = {"article": {**ARTICLE, "body": "<img src=x.svg>", "body_format": "html"}}
    headers = {"Accept": "application/json"}
    told = service.client.post("/v1/render", json=request, headers=headers).json()
    assert told["content"].startswith("<!doctype html>")
    assert [found["code"] for found in told["diagnostics"]]
    pdf = service.client.post(
        "/v1/render", json={"article": ARTICLE, "format": "pdf"}, headers=headers
    ).json()
    assert base64.b64decode(pdf["content"]).startswith(b"%PDF-")


def test_the_same_request_is_answered_from_the_cache_or_not_at_all(service):
    first = service.post("render", article=ARTICLE, locale="fa-AF")
    again = service.post("render", article=ARTICLE, locale="fa-AF")
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    for tag in (first.headers["etag"], f'"other", W/{first.headers["etag"]}'):
        kept = service.client.post(
            "/v1/render",
            json={"article": ARTICLE, "locale": "fa-AF"},
            headers={"If-None-Match": tag},
        )
        assert (kept.status_code, kept.content) == (304, b"")
        assert kept.headers["etag"] == first.headers["etag"]
    assert 'toolkit_cache_lookups_total{found="yes"}' in service.client.get("/metrics").text


def test_another_request_has_another_tag(service):
    requests = [
        {"locale": "en"},
        {"locale": "fa"},
        {"locale": "en", "theme": "plain"},
        {"locale": "en", "publication": "courier"},
    ]
    tags = {service.post("render", article=ARTICLE, **r).headers["etag"] for r in requests}
    assert len(tags) == len(requests)


def test_publications_and_themes_go_by_their_names(service):
    page = service.post("render", article=ARTICLE, publication="herald", theme="plain").text
    assert "The herald" in page
    assert "rebeccapurple" in page


@pytest.mark.parametrize("field", ["publication", "theme"])
@pytest.mark.parametrize(
    "name",
    ["empty", "../secret", "..", ".", "/etc", "plain/../../secret", "%2e%2e", "..\\secret", "a\0b"],
)
def test_no_other_folder_can_be_named(service, field, name):
    refused = service.post("render", article=ARTICLE, **{field: name})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == f"/{field}"
    assert "Secret" not in refused.text


def test_the_service_has_a_publication_of_its_own(guarded):
    headers = {"Authorization": "Bearer s3cret"}
    page = guarded.client.post("/v1/render", json={"article": ARTICLE}, headers=headers)
    assert "Secret" in page.text


def test_pictures_come_in_the_article(service):
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(made, "PNG")
    source = f"data:image/png;base64,{base64.b64encode(made.getvalue()).decode()}"
    article = {**ARTICLE, "image": {"src": source, "alt": "سرخ"}}
    page = service.post("render", article=article)
    assert "data:image/" in page.text
    assert service.post("render", article=article, format="pdf").status_code == 200


@pytest.mark.parametrize(
    "source",
    ["picture.png", "/etc/passwd", "../x.png", "file:///etc/passwd", "http://127.0.0.1/x.png"],
)
def test_no_file_and_no_address_is_read_for_a_picture(service, source):
    lead = service.post("render", article={**ARTICLE, "image": {"src": source, "alt": "x"}})
    assert lead.status_code == 422
    assert lead.json()["errors"][0]["pointer"] == "/article/image/src"
    body = service.post("render", article={**ARTICLE, "body": f"متن\n\n![x]({source})"})
    assert body.status_code == 422 or "<img" not in body.text


def test_hazards_are_found_as_by_the_command(service, tmp_path):
    import json

    from toolkit.check import run_check

    article = {**ARTICLE, "body": "متن (C++ است. كتاب"}
    (tmp_path / "wheat.json").write_text(json.dumps(article))
    theirs = json.loads(run_check([tmp_path / "wheat.json"], form="json").output)
    for found in theirs["diagnostics"]:
        for name in ("file", "line", "column"):
            found.pop(name, None)
    assert theirs["diagnostics"]
    assert service.post("check", article=article).json() == theirs


def test_a_breach_of_the_contract_is_a_finding(service):
    found = service.post("check", article={"id": "x"}).json()
    assert [one["code"] for one in found["diagnostics"]] == ["missing-field", "missing-field"]


def test_texts_are_explained_as_by_the_command(service):
    from toolkit.check import run_explain

    text = "متن Hello (C++) ۵۰٪ است."
    assert service.post("explain", text=text).text == run_explain(text, form="json").output
    article = service.post("explain", article=ARTICLE).json()
    assert {"title", "body"} <= {told["label"] for told in article["paragraphs"]}


def test_a_sample_is_rendered(service, sample):
    for locale in ("en", "fa", "fa-AF", "ps"):
        assert service.post("render", article=sample, locale=locale).status_code == 200
