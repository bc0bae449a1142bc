"""Draws the pictures of the sample articles: ``python tests/articles/pictures/draw.py [NAME...]``.

Flat newspaper illustrations in one palette. The same code gives the same pixels.
"""

import sys
from pathlib import Path

import fields
import rivers
import rooms

PICTURES = {
    "bridge-opening": rivers.bridge_opening,
    "ferry-line": rivers.ferry_line,
    "harvest-data": fields.harvest_data,
    "harvest-ears.en": lambda: fields.harvest_ears(mirrored=False),
    "harvest-ears.fa": lambda: fields.harvest_ears(mirrored=True),
    "open-source-kabul": rooms.open_source_kabul,
    "poetry-evening": rooms.poetry_evening,
    "radio-archive": rooms.radio_archive,
    "water-report": fields.water_report,
}


def main() -> None:
    """Draw the named pictures, or all."""
    folder = Path(__file__).parent
    for name in sys.argv[1:] or PICTURES:
        PICTURES[name]().save(folder / f"{name}.png")


if __name__ == "__main__":
    main()
