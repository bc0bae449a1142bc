"""Scenes in the fields: a watered valley, a harvest and its chart."""

from random import Random

from canvas import Canvas, blend, curve, path, strokes
from nature import ear, field, house, peak, poplar, ridge, sheaf
from palette import INK, MIST, OCHRE, PAPER, PINE, SNOW, STRAW, TEAL


def water_report() -> Canvas:
    """Draw a valley with a river, a canal and its gate."""
    canvas = Canvas(1200, 800, MIST)
    canvas.sky("#bcd2d1", PAPER, 430)
    canvas.disc(905, 170, 58, "#f6d58d")
    far = ("#8ea9ae", "#6d8d96", SNOW)
    peak(canvas, (90, 190), (260, 250), far)
    peak(canvas, (690, 205), (250, 260), far)
    peak(canvas, (1120, 210), (230, 240), far)
    near = ("#64858f", "#4a6c7a", SNOW)
    peak(canvas, (370, 105), (310, 330), near)
    peak(canvas, (930, 250), (230, 250), near)
    ridge(canvas, curve(path("0,395 170,372 380,410 560,392 790,412 980,380 1200,402")), "#8f9d6a")
    ridge(canvas, curve(path("0,430 240,418 470,436 760,424 1000,440 1200,424")), "#a3a765")
    for x, width, height in (
        (742, 44, 30),
        (780, 56, 42),
        (838, 46, 28),
        (700, 40, 24),
        (884, 34, 34),
    ):
        house(canvas, x, 442, (width, height), "#cf9f6a")
    canvas.polygon(path("0,438 1200,438 1200,800 0,800"), "#97a05a")
    field(canvas, ((-420, 800), (330, 800)), ((60, 452), (400, 452)), ["#b9b765", "#a5a957"])
    field(canvas, ((905, 800), (1900, 800)), ((650, 452), (1020, 452)), [STRAW, "#d6a84c"])
    field(canvas, ((1900, 800), (2900, 800)), ((1020, 452), (1320, 452)), ["#8c9a50", "#7f8f4a"])
    left = curve(path("541,437 568,458 528,488 440,532 424,584 486,648 508,716 470,810"))
    right = curve(path("553,437 590,458 570,492 522,540 548,588 660,652 764,726 800,810"))
    ditch = strokes("600,668,34 760,652,34 900,676,42 1040,722,52 1230,800,70")
    sand = [(x - (y - 430) * 0.07, y) for x, y in left]
    canvas.polygon(sand + [(x + (y - 430) * 0.07, y) for x, y in reversed(right)], "#d9c59a")
    canvas.ribbon([(x, y, w + 24) for x, y, w in ditch], "#b98a58")
    canvas.polygon(left + right[::-1], TEAL)
    canvas.ribbon(ditch, TEAL)
    canvas.ribbon([(x, y - w * 0.28, w * 0.14) for x, y, w in ditch[30:]], "#86b1b3")
    light = [
        (a * 0.72 + b * 0.28, y, (b - a) * 0.2) for (a, y), (b, _) in zip(left, right, strict=True)
    ]
    canvas.ribbon(light[20:], "#5b939b")
    for x, y, w in ((610, 668, 44), (664, 742, 72), (590, 776, 54), (486, 566, 26)):
        canvas.line([(x - w / 2, y), (x + w / 2, y)], 4, "#cfe0dc")
    _gate(canvas, 790, 666)
    for x, y, height in (
        (1010, 640, 250),
        (1076, 664, 300),
        (1148, 694, 352),
        (66, 620, 220),
        (132, 600, 186),
        (190, 584, 160),
    ):
        poplar(canvas, x, y, height, PINE)
    return canvas


def _gate(canvas: Canvas, x: float, y: float) -> None:
    """Draw a wooden sluice gate that stands in a canal."""
    wood, shade = "#8a5638", "#693d2a"
    canvas.rectangle(x - 34, y - 64, 68, 78, wood)
    for plank in (-18, 0, 18):
        canvas.rectangle(x + plank - 1.5, y - 64, 3, 78, shade)
    canvas.rectangle(x - 34, y - 26, 68, 8, shade)
    for post in (-48, 36):
        canvas.rectangle(x + post, y - 112, 13, 130, shade)
    canvas.rectangle(x - 56, y - 118, 112, 13, wood)
    canvas.rectangle(x - 3, y - 150, 7, 90, INK)
    canvas.rectangle(x - 20, y - 156, 41, 9, INK)


def harvest_data() -> Canvas:
    """Draw sheaves that stand in a field like the bars of a chart."""
    canvas = Canvas(1200, 800, PAPER)
    canvas.sky("#c4d5cf", "#f4e2b5", 560)
    canvas.disc(236, 236, 92, "#f2b866")
    ridge(
        canvas,
        curve(path("0,470 120,430 260,462 420,402 560,452 720,416 900,460 1060,420 1200,450")),
        "#9db4b2",
    )
    ridge(canvas, curve(path("0,520 220,486 480,520 760,490 1000,524 1200,496")), "#8d9f6a")
    for x, y, height in ((70, 545, 120), (118, 548, 92), (1120, 540, 130), (1168, 546, 96)):
        poplar(canvas, x, y, height, PINE)
    canvas.rectangle(0, 540, 1200, 260, "#c9973f")
    for row in range(17):
        left, right = -2200 + row * 330, -2200 + row * 330 + 150
        canvas.polygon(
            [
                (left, 800),
                (right, 800),
                (600 + (right - 600) * 0.24, 540),
                (600 + (left - 600) * 0.24, 540),
            ],
            "#d6a84c",
        )
    for x, height in ((250, 250), (425, 300), (600, 270), (775, 390), (950, 470)):
        sheaf(canvas, x, height, 690)
    stubble = Random(4)
    for _ in range(130):
        x, y = stubble.uniform(0, 1200), stubble.uniform(715, 800)
        canvas.line([(x, y), (x + stubble.uniform(-3, 3), y - 14)], 3, "#b07f35")
    return canvas


def harvest_ears(*, mirrored: bool) -> Canvas:
    """Draw a chart of wheat ears, a row a village, growing from the side where reading starts."""
    canvas = Canvas(900, 520, SNOW)
    for row, (ears, colour) in enumerate(((7, MIST), (9, STRAW), (12, OCHRE))):
        ground = 166 + row * 160
        canvas.line([(50, ground + 6), (850, ground + 6)], 2, "#b9a98a")
        for place in range(ears):
            x = 84 + place * 66
            ear(canvas, 900 - x if mirrored else x, ground, 104, blend(colour, INK, 0.12))
    return canvas
