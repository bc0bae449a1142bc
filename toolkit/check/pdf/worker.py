"""``python -m toolkit.check.pdf.worker SOURCE FILE...``: a line of JSON for each PDF.

SOURCE is the article that they were made of, or empty.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from toolkit.check.pdf.examine import examine

__all__: list[str] = []

_MEMORY: Final = 3_000_000_000  # bytes of address space


def _bound() -> None:
    try:
        import resource
    except ImportError:  # not a Unix: the time limit is left
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _bound()
    article = Path(sys.argv[1]) if sys.argv[1] else None
    for name in sys.argv[2:]:
        print(json.dumps(asdict(examine(Path(name), article))), flush=True)
