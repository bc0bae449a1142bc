"""Hazards of direction and language in articles, found before they are published."""

from toolkit.check.article import check_article
from toolkit.check.collection import check
from toolkit.check.outcome import Outcome
from toolkit.check.rule import RULES, Rule
from toolkit.check.sarif import sarif

__all__ = ["RULES", "Outcome", "Rule", "check", "check_article", "sarif"]
