"""The command line as a user meets it: output, messages, exit status."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from toolkit.cli import app
from toolkit.resources import SAMPLES

GOOD = "---\nlang: en\ntitle: A good one\nsummary: All is well.\n---\n\nText.\n"
BAD = "---\nlang: en\ntitel: Misspelt\n---\n\nText.\n"


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def article(folder):
    (folder / "good.md").write_text(GOOD)
    return folder / "good.md"


def test_render_prints_the_files_it_wrote(run, article, tmp_path):
    result = run("render", article, "--to", "html,text", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    files = [tmp_path / "out" / name for name in ("good.en.html", "good.en.txt")]
    assert result.stdout.splitlines() == list(map(str, files))
    assert all(file.stat().st_size for file in files)


def test_one_bad_article_is_named_and_the_others_render(run, article, tmp_path):
    bad = article.with_name("bad.md")
    bad.write_text(BAD)
    result = run("render", article.parent, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert (tmp_path / "out" / "good.en.html").exists()
    message = " ".join(result.stderr.split())
    assert "bad.md" in message
    assert "titel" in message
    assert "title" in message


def test_json_is_for_machines(run, article, tmp_path):
    article.with_name("bad.md").write_text(BAD)
    result = run("render", article.parent, "--out", tmp_path / "out", "--json")
    assert result.stderr == ""
    said = json.loads(result.stdout)
    assert [file.rsplit("/", 1)[1] for file in said["files"]] == ["good.en.html"]
    assert {finding["field"] for finding in said["diagnostics"]} >= {"titel"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--locale", "zz-nowhere"), "zz-nowhere"),
        (("--to", "docx"), "docx"),
        (("--profile", "fancy", "--to", "pdf"), "fancy"),
        (("--text-layer", "ocr", "--to", "pdf"), "searchable, stock"),
        (("--page-size", "A0000", "--to", "pdf"), "A0000"),
        (("--columns", "3", "--to", "pdf"), "3 columns"),
        (("--theme", "nowhere"), "nowhere"),
        (("--publication", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_wrong_use_says_what_is_wrong(run, article, tmp_path, options, said):
    result = run("render", article, "--out", tmp_path / "out", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (tmp_path / "out").exists()


def test_json_tells_fatal_errors_too(run, article, tmp_path):
    result = run("render", article, "--locale", "zz-nowhere", "--json", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "zz-nowhere" in json.loads(result.stdout)["diagnostics"][0]["reason"]


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_written_is_named(run, article, tmp_path, place):
    (tmp_path / "file").write_text("")
    result = run("render", article, "--out", tmp_path / place)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("options", [("--locale", ""), ("--to", ","), ("--terminal", "--json")])
def test_options_that_make_no_sense_are_refused(run, article, options):
    assert run("render", article, *options).exit_code == 2


def test_a_folder_without_articles_is_named(run, folder, tmp_path):
    result = run("render", folder, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "no article" in result.stderr


def test_a_missing_source_is_named(run, tmp_path):
    result = run("render", tmp_path / "nowhere.md", "--out", tmp_path / "out")
    assert result.exit_code in {1, 2}
    assert "nowhere.md" in "".join(result.stderr.split())


def test_results_beside_the_articles_are_not_read_as_articles(run, article):
    out = article.parent / "out"
    for _time in range(2):
        result = run("render", article.parent, "--out", out)
        assert (result.exit_code, result.stdout.split()) == (0, [str(out / "good.en.html")])


def test_a_publication_names_its_theme(run, article, tmp_path):
    (article.parent / "toolkit.toml").write_text('theme = "ours"\n')
    theme = article.parent / "ours"
    (theme / "partials").mkdir(parents=True)
    (theme / "partials" / "footer.html").write_text("<footer>Our own</footer>")
    for named in (article, article.parent):  # the theme's files are no articles
        assert run("render", named, "--out", tmp_path / "out").exit_code == 0
    assert run("check", article.parent).exit_code == 0
    assert "Our own" in (tmp_path / "out" / "good.en.html").read_text("utf-8")


def test_pages_of_one_file_need_no_folder_of_assets(run, article, tmp_path):
    result = run("render", article, "--inline", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["good.en.html"]
    assert "the page is one file of" in result.stderr
    assert run("render", article, "--inline", "--site").exit_code == 2


def test_terminal_text_goes_to_stdout_only(run, tmp_path):
    source = SAMPLES / "poetry-evening.fa.md"
    result = run("render", source, "--locale", "fa", "--terminal", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert any("\ufb50" <= character <= "\ufeff" for character in result.stdout)
    assert not (tmp_path / "out").exists()


def test_schema_prints_json_schema(run):
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"id", "lang", "title"} <= set(schema["required"])


def test_check_names_what_is_wrong(run, article):
    article.with_name("fa.md").write_text("---\nlang: fa\ntitle: علي\n---\n\nمتن فارسي است.\n")
    result = run("check", article.parent)
    assert (result.exit_code, "fa.md" in result.stdout) == (0, True)
    assert run("check", article.parent, "--strict").exit_code == 1
    found = json.loads(run("check", article.parent, "--json").stdout)
    assert "arabic-letter" in json.dumps(found)
    assert json.loads(run("check", article.parent, "--sarif").stdout)["version"] == "2.1.0"


def test_explain_says_why(run):
    result = run("explain", "متن Hello")
    assert (result.exit_code, "right to left" in result.stdout) == (0, True)
    assert run("explain", "x", "--html").stdout.lower().startswith("<!doctype html>")
    assert run("explain", "x", "--json", "--html").exit_code == 2


def test_version(run):
    assert run("--version").stdout.startswith("toolkit 0.")


def test_help_and_html_do_not_load_the_pdf_engine(article, tmp_path):
    code = (
        "import sys; from toolkit.cli import app; "
        f"app(['render', {str(article)!r}, '--out', {str(tmp_path / 'out')!r}], "
        "standalone_mode=False); sys.exit('weasyprint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_loads_neither_models_nor_parsers():
    code = (
        "import sys; from typer.testing import CliRunner; from toolkit.cli import app; "
        "CliRunner().invoke(app, ['--help']); "
        "heavy = {'pydantic', 'lxml', 'jinja2', 'babel', 'PIL'} & sys.modules.keys(); "
        "sys.exit(' '.join(heavy) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
