"""Finds what readers would trip over in translated labels."""

from toolkit.translation.lint.catalogue import diagnostics, lint
from toolkit.translation.lint.wording import Hit, Wording, faults

__all__ = ["Hit", "Wording", "diagnostics", "faults", "lint"]
