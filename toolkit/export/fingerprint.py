"""What tells whether an output must be made again: the digest of all that it depends on."""

from collections.abc import Iterable, Sequence

from toolkit.export.digest import digest
from toolkit.export.kinds import Kind
from toolkit.export.records import Facts

__all__ = ["fingerprint_of_article", "fingerprint_of_front"]


def fingerprint_of_article(
    kind: Kind, facts: Facts, *, latest: Sequence[Facts], related: Sequence[Facts]
) -> bytes:
    """Return the fingerprint of an article's page.

    Args:
        kind: The page's kind.
        facts: The article's.
        latest: Those of the other articles, the newest first, as many as any page lists.
        related: Those of the related ones, which are not among the latest.
    """
    return digest(
        [
            kind.digest,
            facts.id,
            facts.text,
            facts.pictures if kind.has_pictures else "",
            *_cards(latest[: kind.latest]),
            "related",
            *(_cards(related) if kind.has_related else ()),
            str(kind.has_home and bool(latest or related)),
        ]
    )


def fingerprint_of_front(kind: Kind, newest: Iterable[Facts]) -> bytes:
    """Return the fingerprint of a front page.

    Args:
        kind: The page's kind.
        newest: Facts of the articles that it lists, in order.
    """
    return digest([kind.digest, *_cards(newest)])


def _cards(listed: Iterable[Facts]) -> Iterable[str]:
    return (facts.card for facts in listed)
