"""What the commands answer."""

import json

import pytest

from toolkit.check import run_check, run_explain


@pytest.fixture
def bad(folder):
    file = folder / "a.fa.md"
    file.write_text("---\ntitle: عنوان\n---\n\nعلي رفت.\n", "utf-8")
    return file


def test_check_says_lines_and_counts(bad):
    reply = run_check([bad])
    assert reply.output.startswith(f"warning: {bad}:5:1: body: has the Arabic yeh")
    assert (reply.messages, reply.status) == (("1 article: 0 errors, 1 warning, 0 notes",), 0)
    assert run_check([bad], strict=True).status == 1


def test_check_for_machines(bad):
    assert json.loads(run_check([bad], form="json").output)["counts"]["warning"] == 1
    assert json.loads(run_check([bad], form="sarif").output)["version"] == "2.1.0"


def test_check_of_nothing_is_wrong_use(folder):
    reply = run_check([folder / "none.md"])
    assert (reply.output, reply.status) == ("", 2)
    assert "does not exist" in reply.messages[0]


def test_explain_a_text():
    reply = run_explain("سلام C++")
    assert reply.output.startswith("Paragraph 1: right to left, because of its first strong")
    assert reply.status == 0


def test_explain_an_article(bad):
    reply = run_explain(str(bad), form="json")
    labels = [paragraph["label"] for paragraph in json.loads(reply.output)["paragraphs"]]
    assert labels == ["title", "body"]


def test_explain_a_plain_file(folder):
    file = folder / "a.txt"
    file.write_text("یک\nTwo\n", "utf-8")
    bases = [
        one["base"] for one in json.loads(run_explain(str(file), form="json").output)["paragraphs"]
    ]
    assert bases == ["rtl", "ltr"]


def test_explain_what_cannot_be_read(folder):
    file = folder / "a.txt"
    file.write_bytes(b"\xff")
    assert run_explain(str(file)).status == 2


@pytest.mark.parametrize("text", ["x" * 5000, "a\0b", ""])
def test_a_text_that_is_no_path(text):
    assert run_explain(text).status == 0
