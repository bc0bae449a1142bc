"""The check of files, and of the sample articles."""

from toolkit.article.publication import Publication
from toolkit.check import check
from toolkit.resources import SAMPLES


def test_the_samples_hold_no_hazard_but_the_one_put_there():
    """One sample has, on purpose, a picture that is described in Persian only."""
    publication = Publication.load(SAMPLES / "toolkit.toml")
    for settings in ({}, {"publication": publication}):
        found = check([SAMPLES], **settings).diagnostics
        assert [(one.code, one.severity, one.field) for one in found] == [
            ("alt-language", "warning", "image.alt")
        ], "\n".join(map(str, found))
        assert found[0].file == str(SAMPLES / "bridge-opening.json")


def test_each_language_has_its_own_file(folder):
    for lang, text in {"en": "He said 1۲.", "fa": "علي رفت."}.items():
        (folder / f"a.{lang}.md").write_text(f"---\ntitle: x\n---\n\n{text}\n", "utf-8")
    found = check([folder]).diagnostics
    assert [(one.field, one.file, one.line, one.column) for one in found] == [
        ("body.en", str(folder / "a.en.md"), 5, 9),
        ("body.fa", str(folder / "a.fa.md"), 5, 1),
    ]


def test_what_cannot_be_read_is_a_finding(folder):
    (folder / "bad.md").write_text("---\ntitel: x\n---\n", "utf-8")
    (folder / "good.md").write_text("---\nlang: en\ntitle: Good\n---\nText\n", "utf-8")
    outcome = check([folder])
    assert outcome.articles == 1
    assert {one.severity for one in outcome.diagnostics} == {"error"}
    assert outcome.status() == 1


def test_a_picture_that_a_page_goes_without_is_an_error(folder):
    (folder / "cut.png").write_bytes((SAMPLES / "pictures/water-report.png").read_bytes()[:2000])
    text = "---\nlang: en\ntitle: x\nimage: {src: cut.png}\n---\n\nText\n\n![Map](gone.png)\n"
    (folder / "a.md").write_text(text, "utf-8")
    found = check([folder]).diagnostics
    assert [(one.code, one.severity, one.field) for one in found] == [
        ("body-picture", "error", "body"),
        ("picture-damaged", "error", "image.src"),
    ]
