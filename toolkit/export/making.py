"""The second pass: what is wanted is made, some pages of an article at a time by a worker."""

from concurrent.futures import Future
from dataclasses import replace

from toolkit.errors import DeadlineError, MemoryLimitError, MissingLibraryError, WorkerLostError
from toolkit.export.events import Failed, Finished
from toolkit.export.flow import Call, Flow
from toolkit.export.manifest import Manifest
from toolkit.export.order import Order
from toolkit.export.records import Made
from toolkit.export.task import Work, make
from toolkit.export.teller import Teller
from toolkit.export.wanted import Wanted, WantedFiles
from toolkit.render.faults import faults_of, is_full
from toolkit.workers import Done

__all__ = ["Making"]

_UNNAMED = (DeadlineError, MemoryLimitError, WorkerLostError)
"""Errors that do not tell which page they come of."""


class Making:
    """Makes what is wanted.

    Args:
        order: The export.
        manifest: Takes what was made, and what failed.
        flow: Has it made.
        tell: Receives what happens.
    """

    def __init__(self, order: Order, manifest: Manifest, flow: Flow, tell: Teller) -> None:
        self._manifest, self._flow, self._tell = manifest, flow, tell
        self._out = order.out
        self._work = Work(
            key=f"{order.out.absolute()} {manifest.run}",
            publication=order.publication,
            theme=order.theme_folder,
            locales=order.languages,
            has_pdf="pdf" in order.formats,
            out=order.out,
            is_synced=order.is_synced,
        )

    def run(self, wanted: Wanted) -> None:
        """Make it, and note what came of it.

        Args:
            wanted: Finds out what is to be made.
        """
        for call, done in self._flow.run(map(self._call, wanted.find())):
            error = done.exception()
            if error is None:
                self._note(call, done)
            else:
                assert isinstance(error, Exception)  # noqa: S101 - a worker sends no other
                self._went_wrong(call, error)
            self._manifest.save_some()
        self._manifest.save()

    def _call(self, files: WantedFiles) -> Call[WantedFiles]:
        return Call(make, (self._work, files.task), files)

    def _note(self, call: Call[WantedFiles], done: Future[Done[tuple[Made, ...]]]) -> None:
        """Note what was made; the pages from one on that cannot be made are another call."""
        all_made = done.result().value
        for made, target in zip(all_made, call.subject.targets, strict=False):
            self._manifest.outputs.made(made, target.what, target.fingerprint)
            self._tell.findings(made.findings)
            self._tell(Finished("made", target.what, made.path, made.seconds, made.size))
        self._try(call.subject.part(len(all_made)), is_again=call.is_again)

    def _went_wrong(self, call: Call[WantedFiles], error: Exception) -> None:
        """Note why the first page could not be made, once it is known that it was the first."""
        files = call.subject
        if isinstance(error, _UNNAMED) and len(files.targets) > 1:
            for number in range(len(files.targets)):
                self._try(files.part(number, number + 1), is_again=True)
        elif isinstance(error, WorkerLostError) and not call.is_again:
            self._try(files, is_again=True)
        else:
            self._fail(files, error)
            self._try(files.part(1), is_again=call.is_again)

    def _try(self, files: WantedFiles, *, is_again: bool) -> None:
        if files.targets:
            self._flow.again(replace(self._call(files), is_again=is_again))

    def _fail(self, files: WantedFiles, error: Exception) -> None:
        target = files.targets[0]
        faults = faults_of(error, self._out / target.path, files.source)
        self._manifest.outputs.failed(target.path, target.what, faults)
        self._tell(Failed(target.what, faults))
        if is_full(error):
            self._flow.stop("disk-full")
        if isinstance(error, MissingLibraryError):
            self._flow.stop("missing-library")
