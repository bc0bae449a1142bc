"""ICU, which we did not write, as the oracle."""

import json
import subprocess
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import playwright
import pytest
from icu4py.messageformat import MessageFormat

Icu = Callable[[str, str, object], str]
Call = tuple[str, str, dict[str, object], str, list[object]]
Intl = Callable[[list[Call]], list[str]]


@pytest.fixture(scope="session")
def icu() -> Icu:
    """Return a function: (format such as ``date,full``; ICU locale; value) to ICU's text."""
    made: dict[tuple[str, str], MessageFormat] = {}

    def formatted(kind: str, locale: str, value: float | Decimal | datetime) -> str:
        if (kind, locale) not in made:
            made[kind, locale] = MessageFormat(f"{{value,{kind}}}", locale)
        return made[kind, locale].format({"value": value})

    return formatted


@pytest.fixture(scope="session")
def intl() -> Intl:
    """Return a function that answers calls by ICU as Playwright's Node.js carries it, whole.

    A call is a class of ``Intl``, a tag, options, a method and its arguments.  What icu4py's
    message formats have no word for (ranges, lists, relative times) is there.
    """
    node = Path(playwright.__file__).parent / "driver" / "node"
    script = Path(__file__).parent / "intl.mjs"

    def answered(calls: list[Call]) -> list[str]:
        done = subprocess.run(
            [node, script], input=json.dumps(calls), capture_output=True, text=True, check=True
        )
        answers: list[str] = json.loads(done.stdout)
        return answers

    return answered


@pytest.fixture(scope="session")
def is_balanced() -> Callable[[str], bool]:
    """Return a function that tells whether each isolate in a text ends, and each PDI ends one."""

    def balanced(text: str) -> bool:
        depth = 0
        for character in text:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            if depth < 0:
                return False
        return depth == 0

    return balanced
