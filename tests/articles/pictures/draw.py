"""Draws the pictures of the sample articles: ``python tests/articles/pictures/draw.py [NAME...]``.

Flat newspaper illustrations in one palette. The same code gives the same pixels.
"""

import sys
from pathlib import Path

import land
import rooms

SCENES = {
    "bridge-opening": land.bridge_opening,
    "ferry-line": land.ferry_line,
    "harvest-data": land.harvest_data,
    "open-source-kabul": rooms.open_source_kabul,
    "poetry-evening": rooms.poetry_evening,
    "radio-archive": rooms.radio_archive,
    "water-report": land.water_report,
}


def main() -> None:
    """Draw the named pictures, or all."""
    folder = Path(__file__).parent
    for name in sys.argv[1:] or SCENES:
        SCENES[name]().save(folder / f"{name}.png")


if __name__ == "__main__":
    main()
