"""The layer order of the packages, as pyproject.toml draws it."""

import subprocess
import sys

_LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
)


def test_no_layer_imports_from_one_above(pytestconfig):
    """A process of its own: import-linter silences the loggers that there are."""
    done = subprocess.run(
        [sys.executable, "-c", _LINT],
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
