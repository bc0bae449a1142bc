"""The recipe of the container: no daemon is needed to read it."""

import fnmatch
import re

import pytest

from tests.documentation import ROOT


@pytest.fixture(scope="module")
def steps():
    """Its instructions, continued lines joined, by the stage."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\s*\\\n\s*", " ", text).strip().splitlines()
    found = [line.split(None, 1) for line in lines if line]
    stages = [index for index, (name, _rest) in enumerate(found) if name == "FROM"]
    return [found[begin:end] for begin, end in zip(stages, [*stages[1:], None], strict=True)]


def _of(stage, name):
    return [rest for step, rest in stage if step == name]


def test_the_base_is_slim_debian_of_one_version(steps):
    bases = {_of(stage, "FROM")[0].partition(" AS ")[0] for stage in steps}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", bases.pop())


def test_it_runs_as_a_user_without_rights(steps):
    *_, last = steps
    (user,) = _of(last, "USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    names = [name for name, _rest in last]
    assert names.index("USER") > max(i for i, name in enumerate(names) if name == "RUN")


def test_packages_are_those_of_the_lock_by_hash(steps):
    installs = [rest for stage in steps for rest in _of(stage, "RUN") if "pip install" in rest]
    locked, own = installs
    assert "--require-hashes" in locked
    assert "--only-binary :all:" in locked
    assert "--no-deps --no-build-isolation" in own
    assert "--hash=sha256:" in (ROOT / "requirements.lock").read_text()


def test_it_has_what_its_base_lacks(steps):
    *_, last = steps
    wanted = re.findall(r"need (lib\S+)", (ROOT / ".ci" / "system-packages").read_text())
    (installed,) = (rest for rest in _of(last, "RUN") if "apt-get install" in rest)
    assert set(wanted) <= set(installed.split())


def test_it_is_watched_and_listens(steps):
    *_, last = steps
    assert "/health" in _of(last, "HEALTHCHECK")[0]
    assert _of(last, "CMD") == ['["toolkit", "serve", "--host", "0.0.0.0"]']


def test_only_what_is_needed_goes_in():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    kept = [line[1:] for line in lines if line.startswith("!")]
    assert "*" in lines
    assert all((ROOT / name).exists() for name in kept)
    assert not [name for name in kept if fnmatch.fnmatch(name, ".*")]
