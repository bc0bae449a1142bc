"""Language of a phrase from its letters; the table is ``data/letters.toml``.

No detector of languages is right about short Pashto or Dari phrases, so letters decide only what
letters can prove; the languages that the article declares decide the rest.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.direction.script import Script, script_of

__all__ = ["count_words", "language_of", "other_language", "proofs_against"]

_DATA = Path(__file__).parent / "data" / "letters.toml"
_LETTERS_PER_PROOF = 25  # fewer telling letters may be a name or a slip
_CLEAR = 5  # telling letters that prove a whole block


@dataclass(frozen=True, slots=True)
class _Language:
    tag: str
    proof: frozenset[str]
    hint: frozenset[str]
    words: re.Pattern[str] | None


def language_of(text: str, script: Script, declared: Iterable[str] = ()) -> str:
    """Return the language of a phrase.

    A letter that only one language writes decides; then the declared languages; then letters that
    one language prefers; then the script's usual language.

    Args:
        text: The phrase.
        script: The script of its letters.
        declared: Tags of the languages it may be in, the likeliest first.

    Returns:
        A BCP 47 tag, one of ``declared`` where possible.
    """
    candidates = [tag for tag in declared if script_of(tag) is script]
    rows = [row for row in _languages(script.code) if row.proof or row.hint]
    if not rows:
        return (candidates or script.languages)[0]
    letters = Counter(text)
    proven = _best({row.tag: _count(row.proof, letters) for row in rows})
    if proven and proven[1] * _LETTERS_PER_PROOF >= _count_letters(letters):
        return next((tag for tag in candidates if _primary(tag) == proven[0]), proven[0])
    if candidates:
        return candidates[0]
    hinted = _best({row.tag: _count(row.hint, letters) for row in rows})
    return hinted[0] if hinted else script.languages[0]


def other_language(text: str, tag: str) -> str | None:
    """Tell whether a block is clearly in another language of its language's script.

    Args:
        text: The text of the block.
        tag: The language it is thought to be in.

    Returns:
        The other language's tag where several different letters prove it, else ``None``.
    """
    letters = Counter(text)
    proofs = {row.tag: row.proof for row in _languages(script_of(tag).code)}
    best = _best({name: _count(proof, letters) for name, proof in proofs.items()})
    if best is None or best[0] == _primary(tag) or best[1] < _CLEAR:
        return None
    different = sum(1 for letter in proofs[best[0]] if letters[letter])
    dense = best[1] * _LETTERS_PER_PROOF >= _count_letters(letters)
    return best[0] if dense and different > 1 else None


def count_words(text: str, tag: str) -> int:
    """Count the function words of a language in a text.

    Args:
        text: Any text.
        tag: BCP 47 language tag.

    Returns:
        How many there are; 0 for a language without a table.
    """
    rows = [row for row in _languages(script_of(tag).code) if row.tag == _primary(tag)]
    words = rows[0].words if rows else None
    return sum(1 for _ in words.finditer(text)) if words else 0


@cache
def proofs_against(tag: str) -> str:
    """Return the letters that prove another language of a tag's script, none of its own.

    Args:
        tag: BCP 47 language tag.
    """
    rows = _languages(script_of(tag).code)
    own = {letter for row in rows if row.tag == _primary(tag) for letter in row.proof}
    return "".join(sorted({letter for row in rows for letter in row.proof} - own))


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def _count(telling: frozenset[str], letters: Counter[str]) -> int:
    return sum(letters[letter] for letter in telling & letters.keys())


def _best(counts: dict[str, int]) -> tuple[str, int] | None:
    tag, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return (tag, count) if count else None


def _count_letters(letters: Counter[str]) -> int:
    return sum(count for letter, count in letters.items() if letter.isalpha())


@cache
def _languages(script: str) -> tuple[_Language, ...]:
    rows = tomllib.loads(_DATA.read_text(encoding="utf-8"))["languages"]
    return tuple(
        _Language(
            row["tag"],
            frozenset(row.get("proof", "")),
            frozenset(row.get("hint", "")),
            _words(row.get("words", "").split()),
        )
        for row in rows
        if row["script"] == script
    )


def _words(words: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if words else None
