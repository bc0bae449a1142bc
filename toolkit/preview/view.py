"""What the window shows: all of it is in the address, so that it can be kept and sent."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Literal, TypeVar
from urllib.parse import urlencode

from toolkit.preview.medium import Scheme
from toolkit.preview.snapshot import Snapshot
from toolkit.preview.words import chosen_language

__all__ = ["MODES", "PANELS", "SCHEMES", "View"]

Mode = Literal["page", "phone", "print", "pdf"]
T = TypeVar("T")

# What can be chosen, each with the id of the label that names it.
MODES: dict[Mode, str] = {
    "page": "view.page",
    "phone": "view.phone",
    "print": "view.print",
    "pdf": "view.pdf",
}
SCHEMES: dict[Scheme, str] = {
    "auto": "scheme.auto",
    "light": "scheme.light",
    "dark": "scheme.dark",
}
PANELS = {
    "labels": "panel.labels",
    "paragraphs": "panel.paragraphs",
    "direction": "panel.direction",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the window shows.

    Args:
        article: Id of the article; empty for the front page.
        left: Locale of the first pane.
        right: Locale of the second pane.
        view: How the pages are shown.
        scheme: Colours of the pages.
        ui: Language of the preview itself.
        panel: The panel beside the pages, or empty.
    """

    article: str
    left: str
    right: str
    view: Mode = "page"
    scheme: Scheme = "auto"
    ui: str = "en"
    panel: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str], header: str, snapshot: Snapshot) -> "View":
        """Return the view that an address asks for; what is unknown in it counts as left out.

        Args:
            query: Parameters of the address.
            header: Value of ``Accept-Language``.
            snapshot: What there is.
        """
        first = snapshot.publication.default_locale
        second = next((tag for tag in snapshot.publication.languages if tag != first), first)
        start = next(iter(snapshot.articles), "")
        return cls(
            article=_one_of((*snapshot.articles, ""), query.get("article"), start),
            left=_one_of(snapshot.locales, query.get("left"), first),
            right=_one_of(snapshot.locales, query.get("right"), second),
            view=_one_of(MODES, query.get("view"), "page"),
            scheme=_one_of(SCHEMES, query.get("scheme"), "auto"),
            ui=chosen_language(query.get("ui"), header),
            panel=_one_of(PANELS, query.get("panel"), ""),
        )

    def address(self, path: str = "/", **changes: str) -> str:
        """Return the address of this view with some of it changed.

        Args:
            path: What stands before the parameters.
            **changes: Values of fields.
        """
        fields = asdict(self) | changes
        shown = {name: value for name, value in fields.items() if value or name == "article"}
        return f"{path}?{urlencode(shown)}"


def _one_of(known: Iterable[T], given: str | None, default: T) -> T:
    return next((one for one in known if one == given), default)
