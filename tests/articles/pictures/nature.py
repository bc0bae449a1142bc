"""What the scenes out of doors are made of: mountains, trees, houses, fields, people."""

from random import Random

from canvas import Canvas, Point, arc, blend, curve, widen
from palette import CLAY, EARTH, INK, OCHRE, SNOW, STRAW


def ridge(canvas: Canvas, peaks: list[Point], colour: str, base: float = 800) -> None:
    """Fill everything below a line of peaks."""
    canvas.polygon([(peaks[0][0], base), *peaks, (peaks[-1][0], base)], colour)


def peak(canvas: Canvas, top: Point, spread: Point, colours: tuple[str, str, str]) -> None:
    """Draw a mountain with a lit side, a shaded side and snow on its top."""
    (x, y), (left, right) = top, spread
    light, shade, snow = colours
    height = 470 - y
    foot = (x + right * 0.18, y + height)
    canvas.polygon([(x - left, y + height), (x, y), (x + right, y + height)], light)
    spine = [(x, y), (x + right * 0.12, y + height * 0.3), (x + right * 0.02, y + height * 0.55)]
    canvas.polygon([*spine, foot, (x + right, y + height)], shade)
    edge = [
        (x - left * 0.42, y + height * 0.42),
        (x - left * 0.27, y + height * 0.38),
        (x - left * 0.2, y + height * 0.52),
        (x - left * 0.08, y + height * 0.4),
        (x + right * 0.02, y + height * 0.55),
    ]
    canvas.polygon([(x, y), *edge, spine[1]], snow)
    dark = [
        (x + right * 0.02, y + height * 0.55),
        (x + right * 0.14, y + height * 0.42),
        (x + right * 0.24, y + height * 0.5),
        (x + right * 0.36 + 1, y + height * 0.36),
    ]
    canvas.polygon([(x + 1, y), spine[1], *dark], blend(snow, shade, 0.38))


def poplar(canvas: Canvas, x: float, y: float, height: float, colour: str) -> None:
    """Draw a poplar that stands on a point."""
    width = height * 0.15
    canvas.line([(x, y), (x, y - height * 0.3)], height * 0.035, EARTH)
    crown = [
        (x, y - height),
        (x + width * 0.62, y - height * 0.68),
        (x + width, y - height * 0.36),
        (x + width * 0.5, y - height * 0.13),
        (x, y - height * 0.1),
    ]
    mirrored = [(2 * x - px, py) for px, py in reversed(crown)]
    canvas.polygon(curve([*crown, *mirrored]), colour)
    canvas.polygon(curve([*crown, (x + width * 0.15, y - height * 0.5)]), blend(colour, INK, 0.22))


def house(canvas: Canvas, x: float, y: float, size: Point, wall: str) -> None:
    """Draw a flat-roofed mud house whose lower left corner is given."""
    width, height = size
    canvas.rectangle(x, y - height, width, height, wall)
    canvas.rectangle(x + width * 0.68, y - height, width * 0.32, height, blend(wall, INK, 0.2))
    canvas.rectangle(x - 2, y - height - 4, width + 4, 5, blend(wall, SNOW, 0.35))
    canvas.rectangle(x + width * 0.16, y - height * 0.66, width * 0.14, height * 0.26, EARTH)
    canvas.rectangle(x + width * 0.42, y - height * 0.66, width * 0.14, height * 0.26, EARTH)


def field(canvas: Canvas, near: tuple[Point, Point], far: tuple[Point, Point], colours: list[str]):
    """Stripe a field between its near edge and its far edge (each left point, right point)."""
    rows = 12
    for row in range(rows):
        a, b = row / rows, (row + 1) / rows
        corners = [
            (edge[0][0] + (edge[1][0] - edge[0][0]) * t, edge[0][1] + (edge[1][1] - edge[0][1]) * t)
            for edge, t in ((far, a), (far, b), (near, b), (near, a))
        ]
        canvas.polygon(corners, colours[row % len(colours)])


def ripples(canvas: Canvas, box: tuple[float, float, float, float], colour: str, seed: int) -> None:
    """Scatter short level strokes over water (x, y, width, height), longer towards the front."""
    x, y, width, height = box
    draw = Random(seed)
    for row in range(int(height / 16)):
        depth = row / (height / 16)
        for _ in range(3):
            middle, length = x + draw.uniform(0, width), (24 + 70 * depth) * draw.uniform(0.6, 1.3)
            level = y + row * 16 + draw.uniform(-4, 4)
            canvas.line(
                [(middle - length / 2, level), (middle + length / 2, level)], 2 + 2 * depth, colour
            )


def person(canvas: Canvas, x: float, y: float, height: float, coat: str) -> None:
    """Draw a standing figure in a long coat, from its feet."""
    width = height * 0.3
    canvas.rectangle(x - width * 0.3, y - height * 0.12, width * 0.2, height * 0.12, INK)
    canvas.rectangle(x + width * 0.1, y - height * 0.12, width * 0.2, height * 0.12, INK)
    half = ((0.5, 0.1), (0.4, 0.6), (0.2, 0.8))
    left = [(x - width * a, y - height * b) for a, b in half]
    right = [(x + width * a, y - height * b) for a, b in reversed(half)]
    canvas.polygon(curve(left + right), coat)
    canvas.disc(x, y - height * 0.88, height * 0.085, "#c98f66")
    canvas.polygon(arc(x, y - height * 0.89, (height * 0.1, height * 0.1), 0.5, 1), INK)


def ear(canvas: Canvas, x: float, y: float, height: float, colour: str, lean: float = 0) -> None:
    """Draw an ear of wheat on its stalk, from its foot."""
    top = y - height
    canvas.line(
        curve([(x, y), (x + lean * 0.3, y - height * 0.5), (x + lean, top + 40)]), 4, colour
    )
    for row in range(5):
        middle = top + 8 + row * 12
        shift = lean * (1 - row * 0.06)
        for side in (-1, 1):
            tip = (x + shift + side * 12, middle - 12)
            canvas.line(
                [(x + shift + side * 9, middle - 4), (tip[0] + side * 4, tip[1] - 18)], 1.6, colour
            )
            grain = [
                (x + shift, middle + 12),
                (x + shift + side * 12, middle + 2),
                tip,
                (x + shift + side * 2, middle - 6),
            ]
            canvas.polygon(curve([*grain, grain[0]]), blend(colour, SNOW, 0.14 if side < 0 else 0))
    canvas.polygon(
        curve(
            [
                (x + lean, top + 16),
                (x + lean + 6, top),
                (x + lean, top - 16),
                (x + lean - 6, top),
                (x + lean, top + 16),
            ]
        ),
        colour,
    )


def sheaf(canvas: Canvas, x: float, height: float, ground: float) -> None:
    """Draw a sheaf as a column of wheat, bound in the middle: one bar of a chart."""
    canvas.ellipse(x + 30, ground + 4, (86, 12), "#00000026")
    stalks = [
        (-48, OCHRE),
        (48, OCHRE),
        (-32, "#d7a045"),
        (32, "#d7a045"),
        (-16, STRAW),
        (16, STRAW),
    ]
    for place, (offset, colour) in enumerate([*stalks, (0, "#efc86f")]):
        lift = (place * 37) % 23
        ear(canvas, x + offset, ground, height + lift, colour, offset * 0.34)
    waist = ground - (height - 60) * 0.5
    for offset in range(-52, 53, 8):
        colour = (STRAW, "#d7a045", OCHRE)[(offset // 8) % 3]
        stalk = [
            (x + offset * 1.12, ground, 10),
            (x + offset * 0.84, waist, 8),
            (x + offset * 1.12, ground - height + 62, 9),
        ]
        canvas.ribbon(widen(stalk), colour)
    for left, shade in ((-50, CLAY), (10, blend(CLAY, INK, 0.3))):
        canvas.rectangle(x + left, waist - 10, 50 - left, 20, shade)
