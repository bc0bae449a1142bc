"""What is counted and timed, in Prometheus' text format (https://prometheus.io/docs/)."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

__all__ = ["METRICS_TEXT", "Metrics"]

METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The numbers of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "toolkit_requests",
            "Requests that were answered",
            ["route", "method", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "toolkit_request_seconds",
            "Time from a request's head to the end of its answer",
            ["route", "format"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._cache = Counter(
            "toolkit_cache_lookups",
            "Results that were looked for in the cache",
            ["found"],
            registry=self._registry,
        )
        self._admitted = Gauge(
            "toolkit_admitted_requests",
            "Requests that are worked on or wait for it",
            registry=self._registry,
        )

    def answered(self, route: str, method: str, status: int, form: str, seconds: float) -> None:
        """Count a request.

        Args:
            route: The path's pattern, never the path itself.
            method: Its method.
            status: Status of the response.
            form: What was made, or an empty string.
            seconds: What it took.
        """
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route, form).observe(seconds)

    def cached(self, *, is_hit: bool) -> None:
        """Count a look into the cache."""
        self._cache.labels("yes" if is_hit else "no").inc()

    def watch(self, admitted: Callable[[], float]) -> None:
        """Ask for a number whenever the metrics are read.

        Args:
            admitted: Gives the requests that are admitted now.
        """
        self._admitted.set_function(admitted)

    def text(self) -> bytes:
        """Return all numbers."""
        return generate_latest(self._registry)
