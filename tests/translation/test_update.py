"""Merging with the template: GNU msgmerge is the judge of what is fuzzy, obsolete and new."""

import subprocess

import babel
import polib
import pytest

from tests.translation.conftest import DATA, PLURALS
from toolkit.errors import LocaleError
from toolkit.language.catalogue import read_catalogue
from toolkit.resources import CATALOGUES
from toolkit.translation.folder import Folder
from toolkit.translation.plurals import are_equal, plural_forms
from toolkit.translation.update import update

TEMPLATE = (DATA / "labels.pot").read_text("utf-8")
COUNT = TEMPLATE[TEMPLATE.index("\n#. Number of reports.") :]
FORMS = 'msgstr[0] ""\nmsgstr[1] ""'
NEW = '\n#. A heading.\n#: theme/front.html\nmsgctxt "own.new"\nmsgid "New"\nmsgstr ""\n'


@pytest.fixture
def paper(tmp_path):
    """A newspaper's folder with a file as Weblate writes it."""
    for name in ("labels.pot", "weblate.po"):
        target = tmp_path / name.replace("weblate", "prs")
        target.write_bytes((DATA / name).read_bytes())
    return Folder(tmp_path)


def change_template(folder, *changes):
    text = TEMPLATE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    folder.template_path.write_text(text, "utf-8")
    return Folder(folder.path)


def test_what_is_up_to_date_keeps_every_byte(paper):
    before = paper.file("fa-AF").read_bytes()
    assert paper.file("fa-AF").name == "prs.po"
    assert update(paper, "fa-AF") is None
    assert paper.file("fa-AF").read_bytes() == before


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps"])
def test_the_built_in_catalogues_are_up_to_date(tag):
    folder = Folder()
    before = folder.file(tag).read_bytes()
    assert update(folder, tag) is None
    assert folder.file(tag).read_bytes() == before


def test_changed_new_and_removed_labels_as_msgmerge_has_them(paper, difference):
    paper = change_template(
        paper,
        ('msgid "Reports"', 'msgid "All reports"'),
        (COUNT, NEW),
    )
    path = paper.file("fa-AF")
    old = path.read_text("utf-8")
    theirs = merged_by_gettext(path, paper.template_path)
    assert update(paper, "fa-AF") == path
    assert difference(old, path.read_text("utf-8"))[:4] == [
        "+#, fuzzy", '+#| msgid "Reports"', '-msgid "Reports"', '+msgid "All reports"',
    ]  # fmt: skip
    ours = polib.pofile(str(path))
    assert {state(entry) for entry in ours} == {state(entry) for entry in theirs}
    assert "# A translator's own note" in path.read_text("utf-8")
    assert update(Folder(paper.path), "fa-AF") is None


def merged_by_gettext(path, template):
    """Return what msgmerge makes of it; one that matches by id alone does so as an exact match."""
    command = ["msgmerge", "--quiet", "--previous", "--output-file=-", path, template]
    done = subprocess.run(command, check=True, capture_output=True)
    return polib.pofile(done.stdout.decode())


def state(entry):
    previous = entry.previous_msgid or ""
    return entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy, previous, entry.obsolete


def test_an_obsolete_translation_comes_back(paper):
    gone = '\n#. Mark.\nmsgctxt "own.gone"\nmsgid "Gone"\nmsgstr ""\n'
    paper = change_template(paper, ('msgstr[1] ""\n', f'msgstr[1] ""\n{gone}'))
    assert update(paper, "fa-AF")
    entry = read_catalogue(paper.file("fa-AF")).entries["own.gone"]
    assert (entry.forms, entry.fuzzy) == (("رفته",), False)
    assert "#~" not in paper.file("fa-AF").read_text("utf-8")


def test_a_label_that_gets_a_plural_is_in_doubt_and_keeps_its_text(paper):
    paper = change_template(
        paper, ('msgid "Reports"\nmsgstr ""', f'msgid "Report"\nmsgid_plural "Reports"\n{FORMS}')
    )
    assert update(paper, "fa-AF")
    entry = read_catalogue(paper.file("fa-AF")).entries["own.reports"]
    assert (entry.forms, entry.fuzzy) == (("گزارش‌ها",) * 2, True)


def test_a_wrong_number_of_forms_is_put_right(own):
    folder, write = own
    path = write(
        "fa.po",
        '\nmsgctxt "article.words"\nmsgid "{count} word"\nmsgid_plural "{count} words"\n'
        'msgstr[0] "{count} واژه"\n',
        "nplurals=1; plural=0;",
    )
    assert update(folder, "fa")
    text = path.read_text("utf-8")
    assert f'"Plural-Forms: {PLURALS}\\n"' in text
    entry = read_catalogue(path).entries["article.words"]
    assert (entry.forms, entry.fuzzy) == (("{count} واژه",) * 2, True)


def test_an_override_of_a_built_in_language_gets_nothing_more(own):
    folder, write = own
    path = write("fa.po", '\nmsgctxt "share.heading"\nmsgid "Share"\nmsgstr "بفرستید"\n')
    assert update(folder, "fa")
    entries = read_catalogue(path).entries
    assert list(entries) == ["share.heading"]
    assert entries["share.heading"].source == ("Share this article",)


def test_own_labels_stay_where_no_template_lists_them(own):
    folder, write = own
    path = write("fa.po", '\nmsgctxt "own.label"\nmsgid "Mine"\nmsgstr "خودی"\n')
    assert update(folder, "fa") is None
    assert list(read_catalogue(path).entries) == ["own.label"]


@pytest.mark.parametrize(("tag", "name"), [("ckb", "ckb.po"), ("ar", "ar.po"), ("uz-Arab", "")])
def test_a_new_language_gets_a_file_with_every_label(own, tag, name):
    folder, _ = own
    path = update(folder, tag)
    assert path.name == (name or "uz_Arab.po")
    catalogue = read_catalogue(path)
    assert list(catalogue.entries) == list(folder.sources)
    assert not any(entry.forms for entry in catalogue.entries.values())
    text = path.read_text("utf-8")
    assert text.count("#. ") >= len(catalogue.entries)
    assert not text.endswith("\n\n")
    rule = babel.Locale.parse(tag.replace("-", "_")).plural_form
    forms = {str(rule(count)): catalogue.plural(count) for count in range(1000)}
    assert len(forms) == len(rule.tags) + 1 or tag == "ar"
    assert all(catalogue.plural(count) == forms[rule(count)] for count in range(1000))
    subprocess.run(["msgfmt", "--check-header", "-o", "/dev/null", path], check=True)


def test_what_is_no_language_is_refused(own):
    with pytest.raises(LocaleError):
        update(own[0], "zz-nowhere")


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps", "en"])
def test_pinned_plurals_are_those_of_cldr(tag):
    rule = babel.Locale.parse(tag.replace("-", "_")).plural_form
    cldr = "nplurals=2; plural=" + babel.plural.to_gettext(rule).partition("plural=")[2]
    assert are_equal(plural_forms(tag), cldr)


def test_rules_that_do_the_same_are_equal():
    assert are_equal("nplurals=2; plural=n > 1;", PLURALS)
    assert not are_equal("nplurals=1; plural=0;", PLURALS)
    assert not are_equal("nplurals=2; plural=(n != 1);", PLURALS)
    assert not are_equal("", PLURALS)


def test_the_template_itself_is_not_touched(copy):
    before = copy.template_path.read_bytes()
    update(copy, "fa")
    assert copy.template_path.read_bytes() == before == (CATALOGUES / "labels.pot").read_bytes()
