"""A whole site: what stands around the pages of the articles, for readers and for machines."""

from toolkit.render.site.site import Site

__all__ = ["Site"]
