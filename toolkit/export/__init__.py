"""Many articles, unattended: workers, and a manifest of what was made from what."""

from toolkit.export.events import Summary
from toolkit.export.order import Order, processors
from toolkit.export.run import export

__all__ = ["Order", "Summary", "export", "processors"]
