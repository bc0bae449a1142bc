"""The layer order of the packages, as pyproject.toml draws it."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_no_layer_imports_from_one_above(monkeypatch, pytestconfig):
    monkeypatch.chdir(pytestconfig.rootpath)
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == EXIT_STATUS_SUCCESS
