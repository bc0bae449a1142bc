"""Two renderings of a page are compared passage by passage."""

import re

from hypothesis import given
from hypothesis import strategies as st

from toolkit.preview.comparison import compare


def _page(*paragraphs):
    body = "".join(f"<p data-paragraph='body.{i}'>{text}</p>" for i, text in enumerate(paragraphs))
    return f"<!doctype html><html lang='fa' dir='rtl'><head></head><body>{body}</body></html>"


def _found(before, after):
    compared = compare(_page(*before), _page(*after))
    return [(one.kind, one.before, one.after) for one in compared.differences]


def test_what_differs_is_named_and_marked():
    before = ("one", "two", "three", "<bdi lang='en'>four</bdi>")
    after = ("one", "2", "three", "<bdi lang='en' data-label='x'>four</bdi>", "five")
    assert _found(before, after) == [("changed", "two", "2"), ("added", "", "five")]
    compared = compare(_page(*before), _page(*after))
    assert re.findall(r'data-difference="(\w+)"', compared.before) == ["changed"]
    assert re.findall(r'data-difference="(\w+)"', compared.after) == ["changed", "added"]
    assert {(one.lang, one.direction) for one in compared.differences} == {("fa", "rtl")}


def test_a_paragraph_in_between_makes_the_others_no_different():
    assert _found("abc", "axbc") == [("added", "", "x")]
    assert _found("abc", "ac") == [("removed", "b", "")]


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_the_differences_make_one_page_of_the_other(before, after):
    found = _found(before, after)
    assert not found if before == after else found
    gained = len([1 for kind, *_ in found if kind == "added"])
    lost = len([1 for kind, *_ in found if kind == "removed"])
    assert len(before) + gained - lost == len(after)


def test_a_page_and_what_it_was(browser_of, folder):
    address = "/compare?article=water-report&left=en&right=fa&side=right"
    assert "<iframe" in browser_of.get(address).text
    file = folder / "water-report.fa.md"
    file.write_text(file.read_text("utf-8").replace("سازمان ملل", "سازمان", 1), "utf-8")
    browser_of.app.state.context.workspace.reload([file])
    html = browser_of.get(f"{address}&ui=fa").text
    assert "تفاوت دارد" in html
    frames = [one.replace("&amp;", "&") for one in re.findall(r'src="(/version/[^"]*)"', html)]
    before, after = (browser_of.get(one).text for one in frames)
    assert before.count("data-difference=") == after.count("data-difference=") > 0
    assert "سازمان ملل: کانال" in before
    assert "سازمان ملل: کانال" not in after


def test_only_renderings_that_are_kept_are_compared(browser_of):
    wrong = "/version/fa/before?article=water-report&before=../x&after=y"
    assert browser_of.get(wrong).status_code == 404
    assert browser_of.get("/difference/fa/water-report/x/y/1.png").status_code == 404
