"""The last different renderings of each page, to compare before and after a change."""

import time
from collections import OrderedDict, deque
from dataclasses import dataclass

__all__ = ["History", "Version"]

_PAGES = 64
_VERSIONS = 8


@dataclass(frozen=True, slots=True)
class Version:
    """A page as it was.

    Args:
        digest: Tells its content.
        html: The page.
        moment: When it was rendered first, in seconds since 1970.
    """

    digest: str
    html: str
    moment: float


class History:
    """The last different renderings of the pages that were shown last."""

    def __init__(self) -> None:
        self._versions: OrderedDict[tuple[str, str], deque[Version]] = OrderedDict()

    def keep(self, page: tuple[str, str], digest: str, html: str) -> None:
        """Keep a rendering, unless it is the same as the last one.

        Args:
            page: Locale and id.
            digest: Tells the content.
            html: The page.
        """
        versions = self._versions.setdefault(page, deque(maxlen=_VERSIONS))
        self._versions.move_to_end(page)
        if not versions or versions[-1].digest != digest:
            versions.append(Version(digest, html, time.time()))
        if len(self._versions) > _PAGES:
            self._versions.popitem(last=False)

    def of(self, page: tuple[str, str]) -> tuple[Version, ...]:
        """Return the renderings of a page, the oldest first."""
        return tuple(self._versions.get(page, ()))
