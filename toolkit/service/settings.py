"""What whoever runs the service decides."""

import os
from dataclasses import dataclass, field

from toolkit.service.places import Places

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The service's settings; each has a sensible default.

    Args:
        places: The publications and themes that requests name.
        token: What clients must send (RFC 6750), or ``None`` where everyone may ask.
        workers: Processes that render.
        waiting: Requests that wait for a process, over all clients, before others get 503.
        per_client: Requests of one client address at a time before others get 429.
        deadline: Seconds of work for one request.
        memory: Bytes of data for each process.
        body: Bytes of one request.
        patience: Seconds in which a request must have arrived.
        cache: Bytes of results that are kept.
        grace: Seconds that requests have to end when the service is stopped.
    """

    places: Places = field(default_factory=Places)
    token: str | None = field(default=None, repr=False)
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    waiting: int = 32
    per_client: int = 16
    deadline: float = 30.0
    memory: int = 1_000_000_000
    body: int = 12_000_000
    patience: float = 30.0
    cache: int = 64_000_000
    grace: float = 30.0
