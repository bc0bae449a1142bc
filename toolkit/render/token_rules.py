"""The token rules that an article wants to be marked by."""

from collections.abc import Set as AbstractSet
from difflib import get_close_matches

from toolkit.article import Article
from toolkit.direction import tokens
from toolkit.errors import Diagnostic, Report

__all__ = ["token_rules"]


def token_rules(article: Article, report: Report) -> AbstractSet[str]:
    """Return the names of the token rules to apply to an article.

    Args:
        article: The article; its ``token_rules_off`` are left out.
        report: Receives a warning for a rule that does not exist.
    """
    for name in article.token_rules_off:
        if name not in tokens.ALL:
            report(_unknown(name, article.file))
    return tokens.ALL - set(article.token_rules_off)


def _unknown(name: str, file: str | None) -> Diagnostic:
    near = get_close_matches(name, tokens.ALL, n=1)
    remedy = f"Write {near[0]}" if near else f"Known are {', '.join(sorted(tokens.ALL))}"
    return Diagnostic(
        code="unknown-token-rule",
        severity="warning",
        file=file,
        field="token_rules_off",
        reason=f"there is no token rule “{name}”",
        remedy=remedy,
    )
