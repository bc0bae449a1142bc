"""The HTTP service under load: ``python -m tests.benchmarks.load``.

Each client asks for the PDF of an article that nobody has asked for yet, again and again.
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles

import httpx

from tests.service.conftest import Service, running

CLIENTS = 16
SECONDS = 30.0
WORKERS = 2
_SINGLE = 7
_PAGE = 4096


@dataclass(frozen=True)
class Load:
    """What was measured.

    Args:
        statuses: Number of answers by status.
        single: Seconds of a request alone: the median.
        times: Seconds of each request under load that was answered with 200.
        memory: Megabytes of all processes together, second by second.
    """

    statuses: Counter[int]
    single: float
    times: list[float]
    memory: list[float]

    @property
    def p95(self) -> float:
        """Seconds in which 95 % of the requests are answered."""
        return quantiles(self.times, n=20)[-1]

    @property
    def share(self) -> float:
        """Seconds of a request alone where it has its share of the workers."""
        return self.single * CLIENTS / WORKERS

    @property
    def growth(self) -> float:
        """Memory of the last third of the time, as a ratio to that of the second."""
        third = len(self.memory) // 3
        return median(self.memory[-third:]) / median(self.memory[third : 2 * third])

    def __str__(self) -> str:
        """Return the figures in lines."""
        alone, half, most = (
            f"{seconds * 1000:.0f} ms" for seconds in (self.single, median(self.times), self.p95)
        )
        lines = (
            f"{len(self.times)} PDFs, statuses {dict(self.statuses)}",
            f"alone {alone}; {CLIENTS} clients: median {half}, p95 {most}",
            f"p95 is {self.p95 / self.share:.2f} of a request's share of {WORKERS} workers",
            f"memory {self.memory[0]:.0f} MB, then {self.memory[-1]:.0f} MB: {self.growth:.3f}",
        )
        return "\n".join(lines)


def measure(seconds: float = SECONDS) -> Load:
    """Run a service under load.

    Args:
        seconds: How long.
    """
    with running("--workers", WORKERS, "--per-client", CLIENTS) as service:
        numbers = count()
        for _ in range(2 * WORKERS):
            _ask(service, next(numbers))
        alone = [_ask(service, next(numbers))[1] for _ in range(_SINGLE)]
        end = time.monotonic() + seconds
        with ThreadPoolExecutor(CLIENTS + 1) as threads:
            memory = threads.submit(_watch, service, end)
            clients = [threads.submit(_client, service, numbers, end) for _ in range(CLIENTS)]
            answers = [answer for client in clients for answer in client.result()]
        return Load(
            Counter(status for status, _time in answers),
            median(alone),
            [taken for status, taken in answers if status == 200],
            memory.result(),
        )


def _client(service: Service, numbers: "count[int]", end: float) -> list[tuple[int, float]]:
    answers = []
    while time.monotonic() < end:
        answers.append(_ask(service, next(numbers)))
    return answers


def _ask(service: Service, number: int) -> tuple[int, float]:
    """Ask for a PDF of two pages, and return the status and the seconds it took."""
    body = "\n\n".join(
        f"Paragraph {part} of article {number} says متن فارسی and names C++. " * 5
        for part in range(12)
    )
    article = {"id": f"load-{number}", "lang": "en", "title": "Two pages", "body": body}
    request = {"article": article, "format": "pdf", "locale": "en"}
    begin = time.monotonic()
    try:
        status = service.client.post("/v1/render", json=request).status_code
    except httpx.HTTPError:
        status = 0
    return status, time.monotonic() - begin


def _watch(service: Service, end: float) -> list[float]:
    found = []
    while time.monotonic() < end:
        pids = (service.process.pid, *service.workers())
        found.append(sum(map(_resident, pids)))
        time.sleep(0.5)
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE / 1e6
    except (FileNotFoundError, ProcessLookupError):  # replaced meanwhile
        return 0.0


if __name__ == "__main__":
    print(measure())
