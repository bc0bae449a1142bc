"""ICU, which we did not write, as the oracle."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from icu4py.messageformat import MessageFormat

Icu = Callable[[str, str, object], str]


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
