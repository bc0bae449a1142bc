"""What was changed in a text, so that it can be changed back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.errors import ArticleError, Diagnostic

__all__ = ["Change", "apply", "revert"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change in one text.

    Args:
        field: Dotted path of the field, such as ``title.fa``, or ``body``.
        offset: Place of the first character that changed in the text as it was; in a body, which
            is clean HTML, that in the HTML.
        before: What stood there.
        after: What stands there now; empty for what was left out.
        kind: Name of the rule.
    """

    field: str
    offset: int
    before: str
    after: str
    kind: str

    def moved(self, offset: int) -> "Change":
        """Return the same change at another place."""
        return replace(self, offset=offset)


def apply(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes made.

    Args:
        text: The text of one field.
        changes: Its changes, in order.
    """
    pieces: list[str] = []
    done = 0
    for change in changes:
        pieces += [text[done : change.offset], change.after]
        done = change.offset + len(change.before)
    return "".join([*pieces, text[done:]])


def revert(text: str, changes: Iterable[Change]) -> str:
    """Return a text as it was before its changes.

    Args:
        text: The text of one field.
        changes: Its changes, in order.

    Raises:
        ArticleError: The text is another one than that which the changes were made in.
    """
    pieces: list[str] = []
    done = gained = 0
    for change in changes:
        start = change.offset + gained
        if start < done or not text.startswith(change.after, start) or start > len(text):
            raise _other_text(change)
        pieces += [text[done:start], change.before]
        done = start + len(change.after)
        gained += len(change.after) - len(change.before)
    return "".join([*pieces, text[done:]])


def _other_text(change: Change) -> ArticleError:
    return ArticleError(
        Diagnostic(
            code="other-text",
            reason=f"does not have “{change.after}” where it was changed",
            remedy="Restore the article that was normalised, before it is edited",
            field=change.field,
        )
    )
