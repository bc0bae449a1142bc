"""What the routes share: the folder, its pages, and who listens for changes."""

from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request

from toolkit.preview.events import Events
from toolkit.preview.printing import Printing
from toolkit.preview.renderings import Renderings
from toolkit.preview.settings import Settings
from toolkit.preview.view import View
from toolkit.preview.workspace import Workspace

__all__ = ["Asked", "Context", "Preview"]


@dataclass(frozen=True, slots=True)
class Context:
    """One running preview.

    Args:
        workspace: The folder.
        settings: How it is run.
        renderings: Its pages.
        printing: Its PDFs.
        events: Tells windows what has changed.
    """

    workspace: Workspace
    settings: Settings
    renderings: Renderings = field(init=False)
    printing: Printing = field(init=False)
    events: Events = field(default_factory=Events)

    def __post_init__(self) -> None:
        renderings = Renderings(self.workspace)
        object.__setattr__(self, "renderings", renderings)
        object.__setattr__(self, "printing", Printing(renderings, self.settings.deadline))


def _context(request: Request) -> Context:
    return cast("Context", request.app.state.context)


def _view(request: Request) -> View:
    header = request.headers.get("accept-language", "")
    return View.asked(request.query_params, header, _context(request).workspace.snapshot)


Preview = Annotated[Context, Depends(_context)]
"""The preview that a request is for."""

Asked = Annotated[View, Depends(_view)]
"""What the address of a request asks to show."""
