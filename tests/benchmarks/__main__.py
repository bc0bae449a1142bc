"""What a page costs, beside what it costs elsewhere; ratios, as machines differ.

``python -m tests.benchmarks programs scale --pairs 2000 --json bench.json``
"""

import argparse
import os
from pathlib import Path

from rich.console import Console

from tests.benchmarks.sections import SECTIONS
from tests.benchmarks.tables import write_json


def main() -> None:
    """Measure, print, and write what is asked for."""
    parser = argparse.ArgumentParser(description="Time the toolkit beside its peers.")
    sections = ", ".join(SECTIONS)
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"{sections}; by default all"
    )
    parser.add_argument("--rounds", type=int, default=7, help="turns, of which the least counts")
    parser.add_argument("--pairs", type=int, default=200, help="of article and language, for scale")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    asked = parser.parse_args()
    if unknown := set(asked.sections) - set(SECTIONS):
        parser.error(f"there is no section {', '.join(sorted(unknown))}; there are {sections}")
    console = Console(width=None if os.isatty(1) else 160)
    tables = []
    for name in asked.sections or SECTIONS:
        for table in SECTIONS[name](asked.rounds, asked.pairs):
            table.show(console)
            tables.append(table)
            if asked.json:
                write_json(tables, asked.json)


if __name__ == "__main__":
    main()
