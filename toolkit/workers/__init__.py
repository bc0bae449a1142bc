"""Warm processes that render, with a deadline and a limit of memory for each piece of work."""

from toolkit.workers.pool import Pool
from toolkit.workers.process import Done
from toolkit.workers.renderers import Setting, kept_renderer
from toolkit.workers.reports import report, reported
from toolkit.workers.task import Task

__all__ = ["Done", "Pool", "Setting", "Task", "kept_renderer", "report", "reported"]
