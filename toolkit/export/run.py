"""The export: finds articles, has them read and made by workers, and notes what came of it."""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace

from toolkit.errors import Diagnostic, SourceError
from toolkit.export.events import Event, Failed, Summary
from toolkit.export.flow import Flow
from toolkit.export.index import forget_if_read_otherwise, index
from toolkit.export.kinds import Kinds
from toolkit.export.lock import locked
from toolkit.export.making import Making
from toolkit.export.manifest import FOLDER, Manifest, open_manifest, unkept
from toolkit.export.order import Order
from toolkit.export.pruning import prune, tell_of_gone
from toolkit.export.records import What
from toolkit.export.report import NAME, write_report
from toolkit.export.scan import scan
from toolkit.export.signals import first_signal_to
from toolkit.export.teller import Teller
from toolkit.export.wanted import Wanted
from toolkit.render.faults import faults_of
from toolkit.render.formats import check_formats
from toolkit.render.outlet import Outlet
from toolkit.render.output import remove_parts
from toolkit.render.paths import ASSETS

__all__ = ["export"]


def export(order: Order, tell: Callable[[Event], None]) -> Summary:
    """Make the files of many articles, as far as they are not there already.

    Args:
        order: What to make.
        tell: Receives what happens, a :class:`~toolkit.export.events.Summary` at last.

    Returns:
        The summary.

    Raises:
        ToolkitError: The settings, the theme or the labels are broken; there is no article; the
            folder is another export's; or nothing can be written into it.
    """
    teller = Teller(tell)
    check_formats(order.formats, order.publication, lambda found: teller.findings([found]))
    kinds = Kinds(order)
    Outlet(order.out).open(has_fonts=False)
    with (
        locked(order.out / FOLDER),
        open_manifest(order.out, is_synced=order.is_synced) as manifest,
        Flow(order.jobs, order.deadline, order.memory) as flow,
        first_signal_to(flow.stop),
    ):
        _sweep(order, manifest)
        Outlet(order.out).open(has_fonts="html" in order.formats)
        summary = _run(order, kinds, manifest, flow, teller)
        manifest.set("is_swept", "no" if flow.has_killed else "yes")
        return summary


def _sweep(order: Order, manifest: Manifest) -> None:
    """Remove halves of files, if the run before was killed or had to kill a worker."""
    if manifest.setting("is_swept") == "no":
        for folder in (order.out, order.out / ASSETS):
            remove_parts(folder)
    manifest.set("is_swept", "no")
    manifest.save()


def _run(order: Order, kinds: Kinds, manifest: Manifest, flow: Flow, tell: Teller) -> Summary:
    begun = time.monotonic()
    forget_if_read_otherwise(order, manifest)

    unread: list[Failed] = []
    articles = scan(
        order, manifest.articles, lambda error: unread.append(Failed(What(), error.diagnostics))
    )
    if not articles and not unread:
        raise _nothing(order)
    for failed in unread:
        tell(failed)
    try:
        index(order, manifest, flow, tell)
        Making(order, manifest, flow, tell).run(Wanted(order, kinds, manifest, tell))
        if not flow.stopped:
            _tidy(order, manifest, tell, may_prune=not unread)
    except sqlite3.OperationalError as error:
        flow.stop("manifest")
        tell(Failed(What(), unkept(order.out, error).diagnostics))
        manifest.give_up()
    seconds = round(time.monotonic() - begun, 3)
    summary = Summary.of(tell.count, articles=articles, seconds=seconds, stopped=flow.stopped)
    try:
        write_report(order.out, summary, manifest, unread)
    except (OSError, sqlite3.OperationalError) as error:
        summary = replace(summary, failed=summary.failed + 1)
        tell(Failed(What(), faults_of(error, order.out / NAME, None)))
    tell(summary)
    return summary


def _tidy(order: Order, manifest: Manifest, tell: Teller, *, may_prune: bool) -> None:
    if not (order.is_pruning and may_prune):
        tell_of_gone(manifest, tell)
        return
    try:
        prune(order.out, manifest, tell)
    except OSError as error:
        tell(Failed(What(), faults_of(error, order.out, None)))


def _nothing(order: Order) -> SourceError:
    named = ", ".join(map(str, order.sources))
    reason, remedy = f"no article is in {named}", "Name a Markdown, JSON or HTML file"
    return SourceError(Diagnostic(code="no-article", reason=reason, remedy=remedy))
