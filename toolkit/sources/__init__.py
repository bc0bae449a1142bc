"""Files to articles: one module a format, in a registry that installed packages extend."""

from toolkit.sources.collection import Collection, load, load_collection
from toolkit.sources.draft import Draft
from toolkit.sources.registry import Reader, read, readers

__all__ = ["Collection", "Draft", "Reader", "load", "load_collection", "read", "readers"]
