"""A drawing board in flat colour: shapes in picture units, supersampled for smooth edges."""

from math import cos, hypot, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

__all__ = ["Canvas", "Point", "Stroke", "arc", "blend", "curve", "path", "strokes", "widen"]

Point = tuple[float, float]
Stroke = tuple[float, float, float]
"""A point and the width of the line there."""

_OVERSAMPLE = 3


def blend(first: str, second: str, share: float) -> str:
    """Return the colour that lies ``share`` (0 to 1) of the way from the first to the second."""
    pairs = zip(bytes.fromhex(first[1:7]), bytes.fromhex(second[1:7]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def path(numbers: str, x: float = 0, y: float = 0) -> list[Point]:
    """Read points written as ``"0,395 170,372"``, moved by an offset."""
    pairs = (pair.split(",") for pair in numbers.split())
    return [(x + float(across), y + float(down)) for across, down in pairs]


def strokes(numbers: str) -> list[Stroke]:
    """Read points with widths, written as ``"600,668,34 760,652,34"``, and smooth the line."""
    return widen([tuple(map(float, point.split(","))) for point in numbers.split()])


def curve(points: list[Point], steps: int = 14) -> list[Point]:
    """Return a smooth line through the points (a Catmull-Rom spline)."""
    ends = [points[0], *points, points[-1]]
    line: list[Point] = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y = (
                a1
                + t * (a2 - a0) / 2
                + t * t * (a0 - 2.5 * a1 + 2 * a2 - a3 / 2)
                + t * t * t * (-a0 / 2 + 1.5 * a1 - 1.5 * a2 + a3 / 2)
                for a0, a1, a2, a3 in zip(before, start, end, after, strict=True)
            )
            line.append((x, y))
    return [*line, points[-1]]


def widen(points: list[Stroke]) -> list[Stroke]:
    """Smooth a line whose points carry a width."""
    places = curve([(x, y) for x, y, _ in points])
    widths = curve([(width, 0) for _, _, width in points])
    return [(x, y, width) for (x, y), (width, _) in zip(places, widths, strict=True)]


def arc(x: float, y: float, radius: Point, start: float, end: float) -> list[Point]:
    """Return points on an ellipse from one angle to another, in turns, clockwise from the right."""
    angles = [2 * pi * (start + (end - start) * step / 96) for step in range(97)]
    return [(x + radius[0] * cos(angle), y + radius[1] * sin(angle)) for angle in angles]


class Canvas:
    """A picture of ``width`` by ``height`` units, of which each becomes one pixel."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * _OVERSAMPLE, height * _OVERSAMPLE), colour)
        self._draw = ImageDraw.Draw(self._image, "RGBA")

    def polygon(self, points: list[Point], colour: str) -> None:
        """Fill a closed shape; a colour of eight digits is translucent."""
        self._draw.polygon([(x * _OVERSAMPLE, y * _OVERSAMPLE) for x, y in points], fill=colour)

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle from its upper left corner."""
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def rounded(self, box: tuple[float, float, float, float], radius: float, colour: str) -> None:
        """Fill a rectangle (x, y, width, height) with round corners."""
        x, y, width, height = (side * _OVERSAMPLE for side in box)
        corners = (x, y, x + width, y + height)
        self._draw.rounded_rectangle(corners, radius * _OVERSAMPLE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle around a point."""
        self.polygon(arc(x, y, (radius, radius), 0, 1), colour)

    def ellipse(self, x: float, y: float, radius: Point, colour: str) -> None:
        """Fill an upright ellipse around a point."""
        self.polygon(arc(x, y, radius, 0, 1), colour)

    def line(self, points: list[Point], width: float, colour: str) -> None:
        """Draw a line of one width with round ends."""
        self.ribbon([(x, y, width) for x, y in points], colour)

    def ribbon(self, spine: list[Stroke], colour: str) -> None:
        """Draw a line whose points (x, y, width) each have their own width."""
        left: list[Point] = []
        right: list[Point] = []
        for place, (x, y, width) in enumerate(spine):
            x0, y0, _ = spine[max(place - 1, 0)]
            x1, y1, _ = spine[min(place + 1, len(spine) - 1)]
            length = hypot(x1 - x0, y1 - y0) or 1
            dx, dy = (y0 - y1) / length * width / 2, (x1 - x0) / length * width / 2
            left.append((x + dx, y + dy))
            right.append((x - dx, y - dy))
        self.polygon(left + right[::-1], colour)
        if len(colour) == 7:
            for x, y, width in (spine[0], spine[-1]):
                self.disc(x, y, width / 2, colour)

    def sky(self, top: str, bottom: str, height: float, start: float = 0, bands: int = 9) -> None:
        """Lay a sky of even bands from one colour to another, between two heights."""
        step = (height - start) / bands
        for band in range(bands):
            colour = blend(top, bottom, band / (bands - 1))
            self.rectangle(0, start + band * step, self.width, step + 1, colour)

    def save(self, path: Path) -> None:
        """Write the picture as a PNG."""
        small = self._image.resize((self.width, self.height), Image.Resampling.BOX)
        small.save(path, optimize=True)
