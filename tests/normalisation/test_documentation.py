"""What docs/normalisation.md says is so."""

import re
import tomllib

import pytest

import toolkit

DRAFT = "---\nlang: fa\ntitle: كتاب\n---\n\nعلي رفت.\n"


@pytest.fixture
def document(pytestconfig):
    return (pytestconfig.rootpath / "docs" / "normalisation.md").read_text("utf-8")


def test_the_setting_is_one(document):
    (setting,) = re.findall(r"```toml\n(.*?)```", document, re.DOTALL)
    assert toolkit.Publication(**tomllib.loads(setting)).normalise == "publisher"


def test_the_example_runs(document, tmp_path, monkeypatch, capsys):
    (tmp_path / "report.fa.md").write_text(DRAFT, "utf-8")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", document, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out == "title 0 ك ک kaf\nbody 5 ي ی yeh\n"
