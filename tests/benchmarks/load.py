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
        single: Seconds of a request alone, of the clock and of a processor.
        times: Seconds of each request under load that was answered with 200.
        given: Share of the time in which the workers wanted a processor that they had one: less
            than 1 where the machine does other work.
        memory: Megabytes of all processes together, twice a second.
    """

    statuses: Counter[int]
    single: tuple[float, float]
    times: list[float]
    given: float
    memory: list[float]

    @property
    def p95(self) -> float:
        """Seconds in which 95 % of the requests are answered."""
        return quantiles(self.times, n=20)[-1]

    @property
    def share(self) -> float:
        """Seconds of a request alone where it has its share of the workers that there were."""
        return self.single[1] * CLIENTS / WORKERS / self.given

    @property
    def growth(self) -> float:
        """Memory of the last third of the time, as a ratio to that of the second."""
        third = len(self.memory) // 3
        return median(self.memory[-third:]) / median(self.memory[third : 2 * third])

    def __str__(self) -> str:
        """Return the figures in lines."""
        alone, processor, half, most = (
            f"{seconds * 1000:.0f} ms" for seconds in (*self.single, median(self.times), self.p95)
        )
        lines = (
            f"{len(self.times)} PDFs, statuses {dict(self.statuses)}",
            f"alone {alone}, {processor} of a processor; workers had {self.given:.0%} of theirs",
            f"{CLIENTS} clients: median {half}, p95 {most}: {self.p95 / self.share:.2f} shares",
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
        before = _spent(service)
        alone = [_ask(service, next(numbers))[1] for _ in range(_SINGLE)]
        begin = _spent(service)
        end = time.monotonic() + seconds
        with ThreadPoolExecutor(CLIENTS + 1) as threads:
            memory = threads.submit(_watch, service, end)
            clients = [threads.submit(_client, service, numbers, end) for _ in range(CLIENTS)]
            answers = [answer for client in clients for answer in client.result()]
        worked, waited = (now - then for now, then in zip(_spent(service), begin, strict=True))
        return Load(
            Counter(status for status, _time in answers),
            (median(alone), (begin[0] - before[0]) / _SINGLE),
            [taken for status, taken in answers if status == 200],
            worked / (worked + waited),
            memory.result(),
        )


def _spent(service: Service) -> tuple[float, float]:
    """Return the workers' seconds on a processor, and those in which they waited for one."""
    rows = [Path(f"/proc/{pid}/schedstat").read_text().split() for pid in service.workers()]
    return sum(int(row[0]) for row in rows) / 1e9, sum(int(row[1]) for row in rows) / 1e9


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
