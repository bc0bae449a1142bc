"""What workers are asked to do in these tests; they import it."""

import os
import signal
import time

from toolkit.errors import ArticleError, Diagnostic, RenderError
from toolkit.workers import Setting, kept_renderer, report

FOUND = Diagnostic(
    code="x",
    reason="is wrong",
    remedy="Mend it",
    severity="warning",
    file="a.md",
    field="title",
    line=3,
    excerpt="ab",
    column=4,
    suggestion="ba",
)


def pid():
    return os.getpid()


def sleep(seconds):
    time.sleep(seconds)
    return os.getpid()


def spin():
    while True:
        pass


def kill_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def exit_quietly():
    os._exit(0)


def reports():
    report(FOUND)
    report(FOUND)
    return "done"


def fails():
    raise ArticleError(FOUND, Diagnostic(code="y", reason="too"))


def has_a_fault():
    return {}["missing"]


def gives_what_cannot_be_sent():
    return lambda: None


def raises_what_cannot_be_sent():
    class LocalError(Exception):
        pass

    raise LocalError


def uses(size):
    return len(bytearray(size))


def runs_out_behind_an_error():
    try:
        return bytearray(10**12)
    except MemoryError as error:
        raise RenderError(Diagnostic(code="cannot-set", reason="x")) from error


def ignores_signals():
    return signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def same_renderer(setting):
    return id(kept_renderer(setting))


def pdf(article, locale):
    return kept_renderer(Setting(locale)).pdf(article)
