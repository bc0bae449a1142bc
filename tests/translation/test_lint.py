"""Each rule finds what it is for, and nothing in good wordings."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.conftest import DATA, PLURALS
from toolkit.errors import CatalogueError
from toolkit.resources import CATALOGUES
from toolkit.translation.folder import Folder
from toolkit.translation.lint import Wording, faults, lint
from toolkit.translation.tables import table
from toolkit.translation.update import update

CASES = tomllib.loads((DATA / "wordings.toml").read_text("utf-8"))
EXEMPLARS = tomllib.loads((Path(__file__).parents[1] / "fonts/exemplars.toml").read_text("utf-8"))


def found(tag, source, text, **more):
    sources = (source,) if isinstance(source, str) else tuple(source)
    wording = Wording(tag=tag, label="own.label", sources=sources, text=text, **more)
    return list(faults(wording))


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case['code']}-{n}") for n, case in enumerate(CASES["bad"])]
)
def test_a_rule_finds_what_it_is_for(case):
    hits = found(case["tag"], case["source"], case["text"], is_narrow=case.get("narrow", False))
    assert {rule.code for rule, _ in hits} == {case["code"]}
    rule, hit = hits[0]
    words = {"suggestion": hit.suggestion or "", **hit.words}
    assert rule.reason.format_map(words)
    assert rule.remedy.format_map(words)
    if "mended" in case:
        assert hit.suggestion == case["mended"]
        assert found(case["tag"], case["source"], hit.suggestion) == []


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: f"{case['tag']}-{case['text']}")
def test_good_wordings_pass(case):
    narrow = case.get("narrow", False)
    assert found(case["tag"], case["source"], case["text"], is_narrow=narrow) == []


def test_every_rule_has_a_case():
    of_files = {
        "unknown-label", "other-english", "incomplete-plural", "plural-header", "language-header",
    }  # fmt: skip
    assert {case["code"] for case in CASES["bad"]} == set(table("lint")["rules"]) - of_files


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps"])
def test_our_catalogues_pass(tag):
    assert lint(Folder(), [tag]) == []


@pytest.mark.parametrize("tag", ["fa", "ps"])
def test_the_letters_are_in_cldr_and_those_replaced_are_not_the_languages_own(tag):
    row = table("letters")[tag]
    assert set(row["letters"]) - {"\u200c"} <= set(EXEMPLARS[tag]) | set("کګ\u064d\u0654")
    assert not set(row["alike"]) & set(row["letters"])
    for right in row["alike"].values():
        assert set(right) <= set(row["letters"])


def test_pashto_keeps_its_own_kaf_gaf_and_yehs():
    assert set("کګيیېۍئ") <= set(table("letters")["ps"]["letters"])
    assert not set("كگىے") & set(table("letters")["ps"]["letters"])


def test_a_form_for_one_number_need_not_say_it():
    source = ("{count} word", "{count} words")
    assert [rule.code for rule, _ in found("fa", source, "یک واژه")] == ["missing-placeholder"]
    assert found("fa", source, "یک واژه", omits_count=True) == []


def entry(text, flags="", label="news.latest", source="Latest news"):
    return f'\n{flags}msgctxt "{label}"\nmsgid "{source}"\nmsgstr "{text}"\n'


def test_a_finding_has_file_line_label_and_way_out(own):
    folder, write = own
    path = write("fa.po", entry("تازه‌ترين خبرها"))
    (one,) = lint(folder)
    assert (one.code, one.severity, one.file, one.line, one.field) == (
        "wrong-letter", "warning", str(path), 7, "news.latest",
    )  # fmt: skip
    assert one.suggestion == "تازه‌ترین خبرها"
    assert "“ی” (U+06CC)" in str(one)


def test_what_waits_for_review_is_only_noted(own):
    folder, write = own
    write("fa.po", entry("خبر {x}", flags="#, fuzzy\n"))
    assert {one.severity for one in lint(folder)} == {"note"}


@pytest.mark.parametrize(
    ("name", "plurals", "codes"),
    [
        ("fa.po", PLURALS, []),
        ("fa.po", "nplurals=2; plural=n>1;", []),
        ("fa.po", "nplurals=1; plural=0;", ["plural-header"]),
        ("ps.po", PLURALS, ["plural-header"]),
        ("prs.po", PLURALS, []),
    ],
)
def test_the_header_is_held_against_the_file_name(own, name, plurals, codes):
    folder, write = own
    write(name, "", plurals)
    assert [one.code for one in lint(folder)] == codes


def test_a_header_of_another_language_is_found(own):
    folder, write = own
    path = write("fa.po", "")
    path.write_text(path.read_text().replace("Language: fa", "Language: ur"))
    assert [one.code for one in lint(folder)] == ["language-header"]


def test_half_a_plural_is_found(own):
    folder, write = own
    write(
        "fa.po",
        '\nmsgctxt "article.words"\nmsgid "{count} word"\nmsgid_plural "{count} words"\n'
        'msgstr[0] "{count} واژه"\nmsgstr[1] ""\n',
    )
    assert [one.code for one in lint(folder)] == ["incomplete-plural"]


def test_a_narrow_place_is_marked_in_the_template(own):
    folder, write = own
    long = "جایی برای بازگشت به صفحهٔ نخست روزنامه"
    write("fa.po", entry(long, label="nav.home", source="Home"))
    assert [one.code for one in lint(folder)] == ["too-long"]


def test_an_id_that_nobody_defines_is_found_and_the_nearest_is_named(own):
    folder, write = own
    path = write("fa.po", entry("زبان", label="nav.lnguage", source="Language"))
    (one,) = lint(folder)
    assert (one.code, one.severity, one.file, one.line) == (
        "unknown-label",
        "warning",
        str(path),
        7,
    )
    assert one.suggestion == "nav.language"
    assert "Write nav.language; if it is a label of your own, define it in labels.pot" in str(one)


def test_an_id_like_no_other_is_found(own):
    folder, write = own
    write("fa.po", entry("زبان", label="qqqq.xxxx", source="Language"))
    (one,) = lint(folder)
    assert (one.suggestion, one.remedy) == (None, "Define it in labels.pot")


def test_an_id_of_ones_own_template_or_theme_is_none_that_nobody_defines(own, tmp_path):
    folder, write = own
    write("labels.pot", entry("", label="own.defined", source="Defined"))
    write(
        "fa.po",
        entry("نخست", label="own.defined", source="Defined")
        + entry("دوم", label="own.used", source="Used"),
    )
    assert [one.field for one in lint(folder)] == ["own.used"]
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "colophon.html").write_text('{{ label("own.used") }}')
    assert lint(Folder(folder.path, theme)) == []


@pytest.mark.parametrize(("text", "codes"), [("خانه", ["other-english"]), ("", ["other-english"])])
def test_english_that_is_not_the_templates_is_found(own, text, codes):
    folder, write = own
    write("fa.po", entry(text, label="nav.home", source="House prices"))
    found = lint(folder)
    assert [one.code for one in found] == codes
    assert "“Home” (“House prices”). Run toolkit labels update fa" in str(found[0])


def test_english_in_the_plural_is_held_against_the_template_too(own):
    folder, write = own
    wanted = entry("", label="article.words", source="{count} word")
    wanted = wanted.replace('msgstr ""\n', 'msgid_plural "{count} terms"\n')
    write("fa.po", wanted + 'msgstr[0] "{count} واژه"\nmsgstr[1] "{count} واژه"\n')
    assert [one.code for one in lint(folder)] == ["other-english"]


def test_update_mends_english_that_is_not_the_templates(own):
    folder, write = own
    write("fa.po", entry("خانه", label="nav.home", source="House prices"))
    update(folder, "fa")
    assert lint(folder) == []


def test_a_language_without_a_file_is_named(own):
    with pytest.raises(CatalogueError, match=r"ur\.po"):
        lint(own[0], ["ur"])


@given(text=st.text('{}<&"« ابيكی۴4٤ـ\u200c\u200e.…,abc\n', max_size=40),
       tag=st.sampled_from(["fa", "ps", "ar", "fr", "ckb"]))  # fmt: skip
def test_any_text_is_judged(text, tag):
    for rule, hit in found(tag, "Latest {x}", text):
        words = {"suggestion": hit.suggestion or "", **hit.words}
        assert rule.reason.format_map(words)
        assert rule.remedy.format_map(words)


@pytest.mark.parametrize("path", sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.name)
def test_one_damaged_letter_is_found(path, copy):
    target = copy.path / path.name
    target.write_text(path.read_text("utf-8").replace("ک", "ك", 1), "utf-8")
    tag = {"fa_AF": "fa-AF"}.get(path.stem, path.stem)
    assert {one.code for one in lint(copy, [tag])} == {"wrong-letter"}
