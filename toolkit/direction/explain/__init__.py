"""Why a text is set as it is, for people and for machines."""

from toolkit.direction.explain.analysis import explain
from toolkit.direction.explain.model import (
    ExplainedParagraph,
    ExplainedToken,
    Explanation,
    Order,
    Reason,
    Run,
)
from toolkit.direction.explain.writers import as_html, as_json, as_text

__all__ = [
    "ExplainedParagraph",
    "ExplainedToken",
    "Explanation",
    "Order",
    "Reason",
    "Run",
    "as_html",
    "as_json",
    "as_text",
    "explain",
]
