"""The README's examples run as written."""

import re
import subprocess

import httpx
import pytest

from tests.documentation import (
    ROOT,
    examples_of,
    run_beside,
    run_examples,
    server,
    servers_of,
    write_files,
)

README = ROOT / "README.md"
_AT_ROOT = re.compile(r"<!-- run at the root -->\n```sh\n(.*?)```", re.DOTALL)


def test_there_are_examples_for_each_user():
    languages = [language for language, _code in examples_of(README)]
    assert languages == ["sh", "sh", "python", "sh", "sh", "sh"]


def test_the_examples_run_as_written(tmp_path):
    for done in run_examples(README, tmp_path):
        assert done.returncode == 0, done.stderr
        assert "error: " not in done.stderr
    for locale in ("fa", "en"):
        for suffix in ("html", "pdf", "txt"):
            assert (tmp_path / "out" / f"report.{locale}.{suffix}").stat().st_size > 300


def test_the_examples_of_the_service_run_as_written(tmp_path):
    curl, httpx = run_beside(README, tmp_path)
    assert (curl.returncode, httpx.returncode) == (0, 0), curl.stderr + httpx.stderr
    assert (tmp_path / "wheat.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("page", [README, ROOT / "docs/preview.md"], ids=["readme", "preview"])
def test_the_preview_shows_the_article_as_written(page, tmp_path):
    write_files(page, tmp_path)
    (command,) = servers_of(page)
    with server(f"{command} --no-open", tmp_path) as address:
        window = httpx.get(address, params={"left": "fa", "right": "ps"}).text
        shown = httpx.get(f"{address}page/fa/report").text
    assert window.count("<iframe") == 2
    assert "گزارش سازمان ملل دربارهٔ آب</h1>" in shown


def test_the_command_is_found_as_the_readme_says():
    (code,) = _AT_ROOT.findall(README.read_text("utf-8"))
    done = subprocess.run(
        ["sh", "-e", "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()[:1]) == (0, ["toolkit"]), done.stderr


def test_its_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
