"""What JSON and YAML parsers say of a broken file, in a publisher's words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from toolkit.errors import SourceError
from toolkit.sources.draft import unreadable

__all__ = ["broken"]


def broken(
    path: Path | None, kind: Literal["json", "yaml"], said: str, line: int | None
) -> SourceError:
    """Return the error for a file that its parser refused.

    Args:
        path: The file, or ``None`` for data in memory.
        kind: Its syntax.
        said: The parser's own words; they are kept where no plainer ones are known.
        line: Where it stopped, from 1.
    """
    known: dict[str, str] = next((words for words in _words()[kind] if words["says"] in said), {})
    reason = f"is not {kind.upper()}: {known.get('reason', said)}"
    remedy = known.get("remedy", "Correct it there")
    return unreadable(path, f"bad-{kind}", reason, remedy, line=line)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "syntax.toml").read_text("utf-8"))
