"""How one preview is run."""

import secrets
from dataclasses import dataclass, field

__all__ = ["DEFAULT_PORT", "Settings"]

DEFAULT_PORT = 80
"""The port of HTTP, which browsers leave out of ``Host`` and ``Origin``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one preview is run.

    Args:
        hosts: Values of the ``Host`` header that are answered, with their port unless it is
            HTTP's own, such as ``127.0.0.1:8730``.
        token: The secret of this run, without which nothing is changed.
        deadline: Seconds that a PDF may take.
        edits_built_in: Whether the built-in labels may be changed.
    """

    hosts: frozenset[str]
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    deadline: float = 30.0
    edits_built_in: bool = False

    @classmethod
    def serving(cls, host: str, port: int, *, edits_built_in: bool = False) -> "Settings":
        """Return the settings of a preview at one address.

        Args:
            host: The name or address that it is bound to; the loopback's names are answered too.
            port: Its port.
            edits_built_in: Whether the built-in labels may be changed.
        """
        own = f"[{host}]" if ":" in host else host
        names = {"localhost", "127.0.0.1", "[::1]", own.lower()}
        hosts = {f"{name}:{port}" for name in names}
        if port == DEFAULT_PORT:
            hosts |= names
        return cls(hosts=frozenset(hosts), edits_built_in=edits_built_in)
