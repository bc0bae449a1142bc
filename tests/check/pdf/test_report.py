"""The command's answer about PDFs, in each form."""

import json

import jsonschema
import pytest
from lxml import html
from pikepdf import Name, StreamDecodeLevel

from tests.check.test_outcome import SCHEMA
from toolkit.check import check, run_check, sarif
from toolkit.check.page import page
from toolkit.check.pdf import PDF_RULES
from toolkit.check.pdf.examine import examine
from toolkit.check.pdf.report import STANDARDS
from toolkit.check.pdf.rule import finders
from toolkit.check.pdf.verapdf import missing
from toolkit.resources import SAMPLES


@pytest.fixture(scope="module")
def answers(good_pdf):
    outcome = check([good_pdf("bridge-opening", "fa")])
    return {
        "text": outcome.lines(),
        "summary": outcome.summary(),
        "json": outcome.json(),
        "html": page(outcome, version="1"),
        "sarif": sarif(outcome.diagnostics, version="1.0.0"),
    }


def test_text_says_what_each_checker_says(answers):
    assert "PDF/UA-1 (page-validation" in answers["text"]
    assert answers["summary"].startswith("1 PDF: ")


def test_json_has_the_files_digest_and_verdicts(answers):
    (document,) = json.loads(answers["json"])["documents"]
    assert len(document["sha256"]) == 64
    assert document["lang"] == "fa"
    assert document["claims"] == ["ua1"]
    assert document["verdicts"][0]["result"] == "passed"


def test_sarif_is_valid(answers):
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(answers["sarif"]))


def test_the_page_gives_titles_their_direction(answers):
    tree = html.document_fromstring(answers["html"])
    (title,) = tree.xpath("//h2/bdi")
    assert (title.get("lang"), title.get("dir")) == ("fa", "auto")
    assert not tree.xpath("//script | //*[@src] | //link")


@pytest.mark.browser
def test_the_page_is_accessible(answers, browser):
    from axe_playwright_python.sync_playwright import Axe

    tab = browser.new_page(viewport={"width": 320, "height": 800})
    tab.set_content(answers["html"])
    violations = Axe().run(tab).response["violations"]
    assert [found["id"] for found in violations] == []
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    tab.close()


def test_articles_and_pdfs_are_checked_together(good_pdf):
    outcome = check([good_pdf("bridge-opening", "fa"), SAMPLES / "water-report.fa.md"])
    assert (outcome.articles, len(outcome.documents)) == (1, 1)
    assert outcome.summary().startswith("1 article, 1 PDF: ")


def test_the_text_layer_is_held_against_the_source(good_pdf):
    file = good_pdf("water-report", "fa")

    def lacking(source):
        found = examine(file, SAMPLES / source).diagnostics
        return [one for one in found if one.code == "pdf-source-text"]

    assert lacking("water-report.fa.md") == []
    assert len(lacking("poetry-evening.fa.md")) > 5
    assert "cannot be held against its source" in lacking("none.md")[0].reason


def test_it_says_when_verapdf_did_not_run(good_pdf, monkeypatch):
    monkeypatch.setattr("toolkit.check.pdf.verapdf.missing", lambda: ("no Java", "Install Java"))
    monkeypatch.setattr("toolkit.check.pdf.collection.missing", lambda: ("no Java", "Install Java"))
    reply = run_check([good_pdf("bridge-opening", "fa")])
    assert "note: veraPDF did not run: no Java. Install Java." in reply.output
    assert "not run:" in reply.output


@pytest.mark.skipif(missing() is not None, reason="veraPDF cannot run")
def test_verapdf_says_what_it_found(good_pdf):
    (document,) = check([good_pdf("bridge-opening", "fa")]).documents
    told = {verdict.checker.split()[0]: verdict.result for verdict in document.verdicts}
    assert told == {"page-validation": "passed", "veraPDF": "passed"}


def test_every_rule_has_a_finder_or_a_checker():
    found = {rule.code for rule, _ in finders()}
    assert PDF_RULES.keys() - found == {
        "page-validation",
        "pdf-claim",
        "pdf-unreadable",
        "pdf-validator",
        "verapdf",
    }
    assert {standard.name for standard in STANDARDS.values()} >= {"PDF/UA-1", "PDF/A-3a"}


@pytest.mark.parametrize(("byte", "is_wrong"), [(b"\r", False), (b"a", True)])
def test_a_stream_that_ends_in_a_carriage_return_is_right(blank, byte, is_wrong):
    """page-validation takes the carriage return for a part of the line's end."""

    def change(pdf):
        pdf.Root.Extra = pdf.make_stream(b"0123456789" + byte, Marker=True)
        pdf.Root.Metadata = pdf.make_stream(_CLAIM, Type=Name.Metadata, Subtype=Name.XML)

    file = blank(change, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    data = file.read_bytes()
    assert b"/Length 11" in data
    if is_wrong:
        file.write_bytes(data.replace(b"/Length 11", b"/Length 10"))
    found = [one.reason for one in examine(file).diagnostics if one.code == "page-validation"]
    assert any("STREAM-LENGTH" in reason for reason in found) == is_wrong


_CLAIM = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="3" pdfaid:conformance="A"/></rdf:RDF></x:xmpmeta>"""
