"""``toolkit labels`` as a translator meets it."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft7Validator
from typer.testing import CliRunner

from tests.translation.conftest import DATA
from toolkit.cli import app
from toolkit.resources import CATALOGUES
from toolkit.translation.folder import Folder
from toolkit.translation.status import pages_of_labels

SARIF = json.loads((DATA.parents[1] / "check/data/sarif.json").read_text("utf-8"))
BAD = '\nmsgctxt "nav.home"\nmsgid "Home"\nmsgstr "خانة"\n'
WORSE = '\nmsgctxt "nav.home"\nmsgid "Home"\nmsgstr "خانه {x}"\n'


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *words: runner.invoke(app, ["labels", *map(str, words)])


@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_our_catalogues_pass(run, strict):
    result = run("lint", *strict)
    assert (result.exit_code, result.output) == (0, "")


def test_lint_says_what_is_wrong_as_text_json_and_sarif(run, own):
    folder, write = own
    path = write("fa.po", BAD)
    result = run("lint", "--folder", folder.path)
    assert result.exit_code == 0
    assert f"warning: {path}:7: nav.home: has “ة”" in result.stderr
    assert run("lint", "--folder", folder.path, "--strict").exit_code == 1
    found = json.loads(run("lint", "--folder", folder.path, "--json").stdout)["diagnostics"]
    assert [(one["code"], one["field"]) for one in found] == [("wrong-letter", "nav.home")]
    log = json.loads(run("lint", "--folder", folder.path, "--sarif").stdout)
    assert list(Draft7Validator(SARIF).iter_errors(log)) == []
    assert log["runs"][0]["results"][0]["ruleId"] == "wrong-letter"
    write("fa.po", WORSE)
    assert run("lint", "--folder", folder.path).exit_code == 1
    assert run("lint", "fa", "--folder", folder.path, "--sarif").exit_code == 1


def test_status_is_a_table_json_and_an_exit_status(run, own):
    result = run("status")
    assert result.exit_code == 0
    heading, *lines = [line.split() for line in result.stdout.splitlines()]
    assert heading == ["fa", "fa-AF", "ps"]
    counts = {line[0]: line[1:] for line in lines}
    assert counts["missing"] == ["0", "0", "0"]
    labels = len(pages_of_labels(Folder())["front"])
    assert counts["front"][0] == f"{labels}/{labels}"
    found = json.loads(run("status", "--json").stdout)["languages"]
    assert [one["language"] for one in found] == ["fa", "fa-AF", "ps"]
    assert all(one["counts"]["missing"] == 0 for one in found)
    folder, write = own
    write("ckb.po", "")
    assert run("status", "--folder", folder.path).exit_code == 0
    assert run("status", "--folder", folder.path, "--strict").exit_code == 1
    write("ckb.po", BAD[:0])
    (folder.path / "ckb.po").rename(folder.path / "fa.po")
    assert run("status", "--folder", folder.path, "--strict").exit_code == 0


def test_a_language_is_added_with_two_commands(run, tmp_path):
    (tmp_path / "labels").mkdir()
    (tmp_path / "toolkit.toml").write_text('labels = "labels"\nlanguages = ["ckb", "en"]\n')
    result = run("update", "ckb", "--publication", tmp_path / "toolkit.toml")
    assert result.exit_code == 0, result.output
    assert result.stdout.split() == [str(tmp_path / "labels/ckb.po")]
    assert run("update", "--publication", tmp_path / "toolkit.toml").stdout == ""
    path = tmp_path / "labels/ckb.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"Next"\nmsgstr ""', '"Next"\nmsgstr "دواتر"'), "utf-8")
    assert run("lint", "ckb", "--folder", tmp_path / "labels", "--strict").exit_code == 0


def test_compile_writes_beside_the_po_or_as_gettext_has_it(run, copy, tmp_path):
    result = run("compile", "--folder", copy.path)
    assert sorted(result.stdout.split()) == [
        str(copy.path / f"{n}.mo") for n in ("fa", "fa_AF", "ps")
    ]
    assert run("compile", "--folder", copy.path).stdout == ""
    result = run("compile", "fa-AF", "--out", tmp_path / "locale")
    assert result.stdout.split() == [str(tmp_path / "locale/fa_AF/LC_MESSAGES/toolkit.mo")]


def test_a_table_goes_out_and_comes_back(run, copy, tmp_path):
    file = tmp_path / "ps.csv"
    assert run("export", "ps", file, "--folder", copy.path).stdout.split() == [str(file)]
    assert run("import", "ps", file, "--folder", copy.path).stdout == ""
    file.write_text(file.read_text("utf-8-sig").replace("لټون", "پلټنه"), "utf-8-sig")
    result = run("import", "ps", file, "--folder", copy.path)
    assert (result.exit_code, result.stdout.split()) == (0, [str(copy.path / "ps.po")])
    file.write_text(file.read_text("utf-8-sig").replace("پلټنه", "پلټنه {x}"), "utf-8-sig")
    result = run("import", "ps", file, "--folder", copy.path)
    assert (result.exit_code, "nav.search" in result.stderr) == (1, True)


def test_extract_says_whether_the_template_is_behind(run, copy):
    assert run("extract", "--check").exit_code == 0
    text = copy.template_path.read_text("utf-8").replace("#: templates/page.html\n", "")
    copy.template_path.write_text(text, "utf-8")
    result = run("extract", "--folder", copy.path, "--check")
    assert (result.exit_code, "toolkit labels update" in result.stderr) == (1, True)
    assert run("extract", "--folder", copy.path).stdout.split() == [str(copy.template_path)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lint", "ur"], "ur.po"),
        (["lint", "not a tag"], "not a language tag"),
        (["status", "--folder", "nowhere"], "nowhere"),
        (["update", "--publication", "nowhere.toml"], "nowhere.toml"),
        (["export", "fa", "fa.ods"], "neither"),
        (["import", "fa", "nowhere.csv"], "Correct the path of the table"),
        (["export", "de", "de.csv"], "Run toolkit labels update de"),
        (["export", "fa", "nowhere/t.csv"], "there is no folder nowhere. Correct the path"),
        (["lint", "--json", "--sarif"], "--sarif"),
        (["lint", "--folder", ".", "--publication", "x.toml"], "--publication"),
    ],
)
def test_wrong_use_says_what_is_wrong(run, words, said):
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output


def test_an_installed_package_is_not_changed(run, monkeypatch):
    monkeypatch.setattr("toolkit.translation.folder.TEMPLATES", CATALOGUES)
    result = run("update")
    assert (result.exit_code, "--folder" in result.stderr) == (2, True)
    assert run("lint").exit_code == 0


def test_help_loads_no_heavy_library():
    code = (
        "import sys; from typer.testing import CliRunner; from toolkit.cli import app; "
        "CliRunner().invoke(app, ['labels', '--help']); "
        "heavy = {'polib', 'openpyxl', 'jinja2', 'babel'} & sys.modules.keys(); "
        "sys.exit(' '.join(heavy) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
