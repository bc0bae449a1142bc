"""Hazards of direction and language in articles, found before they are published."""

from toolkit.check.article import check_article, check_passages
from toolkit.check.collection import check
from toolkit.check.command import Reply, run_check, run_explain
from toolkit.check.explained import explain_file
from toolkit.check.outcome import Outcome
from toolkit.check.rule import RULES, Rule
from toolkit.check.sarif import sarif

__all__ = [
    "RULES",
    "Outcome",
    "Reply",
    "Rule",
    "check",
    "check_article",
    "check_passages",
    "explain_file",
    "run_check",
    "run_explain",
    "sarif",
]
