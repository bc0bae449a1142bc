"""Normalisation of the publication's own Persian: logged, reversible, and only where asked for."""

from toolkit.normalisation.article import Normalised, normalise, normalise_teaser, restore
from toolkit.normalisation.record import Change

__all__ = ["Change", "Normalised", "normalise", "normalise_teaser", "restore"]
