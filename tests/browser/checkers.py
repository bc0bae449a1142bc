"""The checkers that `make test` brings from npm, beside what pip installs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = Path(sys.prefix) / "checkers" / "node_modules"
ACE = PACKAGES / "accessibility-checker-engine" / "ace.js"
NU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"

needs_checkers = pytest.mark.skipif(
    not (ACE.is_file() and NU.is_file()), reason="npm's checkers are not there: run `make checkers`"
)


def nu(folder):
    """Return what the Nu HTML checker finds in the pages of a folder, as its messages."""
    command = ["java", "-jar", NU, "--skip-non-html", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([*command, folder], capture_output=True, text=True, check=True)
    return json.loads(done.stderr)["messages"]
