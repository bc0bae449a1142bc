"""Scenes on rivers: a bridge on its first morning, a ferry in the evening."""

from random import Random

from canvas import Canvas, Point, arc, blend, curve, path
from nature import house, peak, person, poplar, ridge, ripples
from palette import CLAY, EARTH, INK, LEAF, MIST, OCHRE, PAPER, PINE, SNOW, STRAW, TEAL


def bridge_opening() -> Canvas:
    """Draw a stone bridge of three arches on the morning of its opening."""
    canvas = Canvas(1200, 800, MIST)
    canvas.sky("#9fbfc4", "#f6dcb6", 470)
    canvas.disc(600, 300, 74, "#f6c77a")
    far = ("#94adb0", "#7797a0", SNOW)
    for top, spread in (
        ((150, 170), (300, 300)),
        ((480, 262), (210, 230)),
        ((1010, 150), (330, 320)),
        ((770, 280), (200, 190)),
    ):
        peak(canvas, top, spread, far)
    ridge(canvas, curve(path("0,420 220,400 460,430 700,415 960,432 1200,398")), "#8f9d6a")
    canvas.rectangle(0, 470, 1200, 330, TEAL)
    canvas.rectangle(0, 470, 1200, 60, "#5f969d")
    canvas.rectangle(0, 530, 1200, 90, "#4b8790")
    _arches(canvas)
    _bunting(canvas)
    ripples(canvas, (60, 590, 1080, 200), "#a5c6c6", 7)
    bank = blend(LEAF, STRAW, 0.25)
    left = curve(path("0,470 100,486 150,560 176,660 250,740 280,800"))
    canvas.polygon([*left, (0, 800)], bank)
    right = curve(path("1200,462 1110,486 1056,556 1030,650 960,740 930,800"))
    canvas.polygon([*right, (1200, 800)], bank)
    for x, y, height in ((52, 640, 250), (112, 690, 300), (1150, 660, 280)):
        poplar(canvas, x, y, height, PINE)
    return canvas


def _arches(canvas: Canvas) -> None:
    """Draw the bridge, its mirror image and, behind the parapet, the people."""
    stone, dark, pale = "#cfae80", "#a98457", "#e2cba2"
    deck = curve(path("-20,428 300,396 600,382 900,396 1220,428"))
    middles = ((255, 140, 172), (600, 160, 204), (945, 140, 172))
    water = 606
    under: list[Point] = [(1220, water)]
    for x, width, height in reversed(middles):
        under += [(x + width, water), *arc(x, water, (width, height), 0, -0.5), (x - width, water)]
    shape = [*deck, *under, (-20, water)]
    canvas.polygon([(x, water + (water - y) * 0.6) for x, y in shape], "#1f303c38")
    canvas.polygon(shape, stone)
    for x, width, height in middles:
        inner = arc(x, water, (width, height), -0.5, 0)
        outer = arc(x + 9, water, (width, height), -0.5, 0)
        canvas.polygon([*inner[:48], *outer[:48][::-1]], blend(dark, INK, 0.45))
        ring = arc(x, water, (width + 11, height + 11), -0.5, 0)
        canvas.ribbon([(a, b, 22) for a, b in ring], pale)
        for a, b in zip(
            arc(x, water, (width, height), -0.5, 0)[::6],
            arc(x, water, (width + 22, height + 22), -0.5, 0)[::6],
            strict=True,
        ):
            canvas.line([a, b], 2, dark)
    for x in (417.5, 782.5):
        canvas.polygon(
            [(x - 20, 470), (x + 20, 470), (x + 30, water + 12), (x - 30, water + 12)], dark
        )
        canvas.polygon([(x - 24, 470), (x, 446), (x + 24, 470)], pale)
    mortar = Random(11)
    for _ in range(70):
        x, y = mortar.uniform(0, 1200), mortar.uniform(424, 470)
        if all(abs(x - middle) > width * 0.75 or y < 404 for middle, width, _ in middles):
            canvas.line([(x, y), (x + 22, y)], 2, dark)
    _crowd(canvas)
    canvas.ribbon([(x, y + 2, 30) for x, y in deck], pale)
    canvas.ribbon([(x, y + 18, 7) for x, y in deck], dark)


def _crowd(canvas: Canvas) -> None:
    """Draw the people who cross the bridge."""
    people = [
        (170, 62, CLAY),
        (214, 58, INK),
        (372, 62, TEAL),
        (420, 44, OCHRE),
        (560, 64, PINE),
        (640, 62, CLAY),
        (684, 46, STRAW),
        (806, 62, "#5b4a63"),
        (990, 62, TEAL),
        (1034, 58, CLAY),
    ]
    for x, height, coat in people:
        person(canvas, x, 436 - 42 * (1 - ((x - 600) / 620) ** 2), height, coat)


def _bunting(canvas: Canvas) -> None:
    """Hang flags between three poles."""
    for x0, x1 in ((300, 600), (600, 900)):
        rise = 12 if x0 == 300 else 0
        line = curve([(x0, 250 + rise), ((x0 + x1) / 2, 318), (x1, 262 - rise)])
        for place, (x, y) in enumerate(line[2:-1:3]):
            colour = (CLAY, SNOW, TEAL, STRAW)[place % 4]
            canvas.polygon(path("-11,0 11,1 0,30", x, y), colour)
        canvas.line(line, 2.5, INK)
    for x, top in ((300, 256), (600, 244), (900, 256)):
        canvas.rectangle(x - 4, top, 8, 150, EARTH)
        canvas.disc(x, top, 8, OCHRE)


def ferry_line() -> Canvas:
    """Draw a cable ferry on a wide river in the evening."""
    canvas = Canvas(1200, 800, PAPER)
    canvas.sky("#8fb0b8", "#f3d3a4", 380)
    canvas.disc(240, 250, 54, "#f4bd6e")
    ridge(
        canvas,
        path("0,300 130,214 240,286 400,190 560,300 700,236 860,310 1010,206 1200,300"),
        "#8ba3aa",
    )
    ridge(canvas, path("0,350 210,290 420,352 640,306 880,356 1080,300 1200,340"), "#66838c")
    ridge(canvas, curve(path("0,386 260,372 600,392 930,376 1200,388")), "#8f9d6a")
    for x, width, height in ((934, 42, 32), (972, 54, 44), (1030, 42, 30)):
        house(canvas, x, 398, (width, height), "#cf9f6a")
    for x, height in ((890, 84), (1100, 110), (1136, 88)):
        poplar(canvas, x, 404, height, PINE)
    for row, colour in enumerate(("#7fadb0", "#679ba2", "#528b94", "#437c87", TEAL)):
        canvas.rectangle(0, 400 + row * (row + 7) * 8, 1200, 420, colour)
    for level, length in ((420, 150), (446, 110), (474, 170), (510, 120)):
        canvas.line([(240 - length / 2, level), (240 + length / 2, level)], 6, "#f0c88c")
    ripples(canvas, (0, 440, 1200, 330), "#9cc1c3", 3)
    canvas.line([(1062, 408), (1062, 300)], 10, EARTH)
    canvas.line(curve(path("60,268 420,376 700,368 1062,306")), 3, INK)
    canvas.rectangle(48, 246, 22, 420, EARTH)
    canvas.line([(59, 300), (6, 640)], 10, EARTH)
    canvas.disc(59, 262, 18, INK)
    _ferry(canvas)
    _reeds(canvas)
    return canvas


def _ferry(canvas: Canvas) -> None:
    """Draw the flat boat, its two pulleys, its passengers and their goods."""
    canvas.polygon(path("430,596 926,596 880,640 476,640"), "#1f303c4d")
    for x, pulley in ((500, 383), (850, 347)):
        canvas.line([(x, 548), (x, pulley + 8)], 5, INK)
        canvas.disc(x, pulley, 13, CLAY)
        canvas.disc(x, pulley, 5, SNOW)
    for x, height, coat in ((560, 112, TEAL), (612, 104, CLAY), (654, 74, STRAW), (812, 114, PINE)):
        person(canvas, x, 556, height, coat)
    for x, y in ((708, 556), (752, 556), (730, 522)):
        canvas.rounded((x - 26, y - 40, 52, 42), 14, "#d9c08c")
        canvas.rounded((x + 4, y - 40, 22, 42), 12, "#bd9f68")
        canvas.rectangle(x - 7, y - 46, 14, 9, "#bd9f68")
    canvas.polygon(path("420,552 936,552 896,612 460,612"), "#8a5638")
    canvas.polygon(path("420,552 936,552 931,566 426,566"), "#a9714b")
    canvas.polygon(path("440,586 914,586 911,592 444,592"), "#693d2a")
    for x in (440, 916):
        canvas.rectangle(x - 4, 500, 8, 56, "#693d2a")
    canvas.rectangle(436, 512, 66, 6, "#693d2a")
    canvas.rectangle(848, 512, 72, 6, "#693d2a")


def _reeds(canvas: Canvas) -> None:
    """Draw the near bank with its reeds and bulrushes."""
    reeds = Random(9)
    canvas.polygon([*curve(path("0,640 160,670 300,740 420,800")), (0, 800)], "#8a8f4e")
    for _ in range(95):
        x = reeds.uniform(-10, 400)
        foot, tall = 800 - max(0, 130 - x * 0.4), reeds.uniform(80, 200) * (1.15 - x / 620)
        lean = reeds.uniform(-26, 26)
        colour = reeds.choice((PINE, LEAF, "#5e7044", "#8a8f4e"))
        canvas.ribbon(
            [(x, foot + 20, 8), (x + lean * 0.4, foot - tall * 0.6, 6), (x + lean, foot - tall, 2)],
            colour,
        )
        if tall > 150:
            canvas.ribbon(
                [(x + lean * 0.96, foot - tall + 34, 11), (x + lean, foot - tall, 9)], EARTH
            )
