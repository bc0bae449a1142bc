"""What cleaning left out: counted by kind, told once for each."""

import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.article.characters import excerpt
from toolkit.errors import Diagnostic, Report

__all__ = ["Drops"]

_SHOWN = 3
_LENGTH = 90


class Drops:
    """A tally of what one body lost."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._shown: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def add(self, kind: str, shown: str, count: int = 1) -> None:
        """Count a loss.

        Args:
            kind: One of the kinds in ``data/drops.toml``, or empty for what is not worth telling.
            shown: What was lost; the first three of a kind are told.
            count: How often.
        """
        if not kind:
            return
        self._counts[kind] += count
        if len(self._shown[kind]) < _SHOWN:
            self._shown[kind][excerpt(shown, _LENGTH)] = None

    def tell(self, report: Report, *, file: str | None, field: str) -> None:
        """Report each kind of loss once.

        Args:
            report: Receives the findings, the gravest kinds first.
            file: The file that the body came from.
            field: The body's field.
        """
        for kind, words in _kinds().items():
            if count := self._counts[kind]:
                report(
                    Diagnostic(
                        code=f"body-{kind}",
                        severity=words["severity"],
                        reason=words["reason"].format(count=count),
                        remedy=words.get("remedy"),
                        file=file,
                        field=field,
                        excerpt=", ".join(self._shown[kind]),
                    )
                )


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / "data" / "drops.toml").read_text("utf-8"))
