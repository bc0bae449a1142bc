"""Scenes indoors: a reading by lamplight, a desk above a city, a radio."""

from random import Random

from canvas import Canvas, blend, curve, path
from palette import CLAY, DUSK, EARTH, INK, LEAF, MIST, OCHRE, SNOW, TEAL
from things import book, lamp, laptop, pomegranate, radio, reel, tea


def poetry_evening() -> Canvas:
    """Draw a lamp, a book and tea beside a window at night."""
    canvas = Canvas(1200, 800, "#33465a")
    for band in range(9):
        glow = blend("#33465a", "#d0a466", (band + 1) / 11)
        canvas.disc(820, 418, 860 - band * 88, glow)
    _window(canvas)
    canvas.rectangle(0, 640, 1200, 160, "#7a4a36")
    canvas.rectangle(0, 640, 1200, 14, "#9a6344")
    canvas.ellipse(800, 720, (390, 62), "#a06a48")
    canvas.ellipse(800, 716, (300, 44), "#b47d56")
    lamp(canvas, 820, 668)
    book(canvas, 590, 746)
    tea(canvas, 1024, 726, 1.15)
    canvas.ellipse(236, 716, (128, 22), "#5f8a90")
    canvas.ellipse(236, 710, (104, 15), "#8db2b3")
    pomegranate(canvas, 196, 714, 46)
    pomegranate(canvas, 278, 716, 50)
    return canvas


def _window(canvas: Canvas) -> None:
    """Draw an arched window with the moon over hills."""

    def opening(margin: float) -> list[tuple[float, float]]:
        left, right, foot = 110 - margin, 430 + margin, 560 + margin
        top = (270.0, 80 - margin * 1.4)
        side = curve([(left, 300), (left + 3, 250), (left + 40, 170 - margin), top])
        crown = side + [(540 - x, y) for x, y in reversed(side)]
        return [(left, foot), *crown, (right, foot)]

    canvas.polygon(opening(26), "#8a6a4c")
    canvas.polygon(opening(14), "#a98457")
    canvas.polygon(opening(0), "#1c2b40")
    stars = Random(21)
    for _ in range(26):
        x, y = stars.uniform(130, 410), stars.uniform(180, 420)
        canvas.disc(x, y, stars.uniform(1.4, 3), "#d9dccb")
    canvas.disc(312, 226, 40, "#f3e2b3")
    canvas.disc(296, 216, 36, "#1c2b40")
    canvas.polygon(path("110,560 110,470 180,430 240,474 330,402 430,480 430,560"), "#2c4560")
    canvas.polygon(
        [(110, 560), *curve(path("110,510 220,492 330,520 430,498")), (430, 560)], "#22364c"
    )
    canvas.rectangle(265, 92, 10, 468, "#8a6a4c")
    canvas.rectangle(110, 330, 320, 9, "#8a6a4c")
    canvas.rectangle(66, 574, 408, 22, "#b9936a")


def open_source_kabul() -> Canvas:
    """Draw a laptop on a window sill above a city on hills, at dusk."""
    canvas = Canvas(1200, 800, DUSK)
    canvas.sky("#2f4a66", "#9a8594", 200, bands=6)
    canvas.sky("#a58893", "#f3b988", 350, start=200, bands=5)
    canvas.disc(640, 276, 56, "#f9d79c")
    for peaks, colour in (
        (path("0,330 160,236 300,316 470,214 640,330 820,250 1010,330 1200,240"), "#6f7f8c"),
        (path("0,420 140,350 360,430 560,380 760,440 960,360 1200,400"), "#55687a"),
    ):
        canvas.polygon([(0, 800), *peaks, (1200, 800)], colour)
    _town(canvas)
    canvas.rectangle(0, 640, 1200, 160, "#8a5c40")
    canvas.rectangle(0, 640, 1200, 16, "#a9754f")
    canvas.rectangle(0, 0, 34, 640, "#6a4532")
    canvas.rectangle(1166, 0, 34, 640, "#6a4532")
    canvas.rectangle(0, 0, 1200, 26, "#6a4532")
    canvas.ellipse(560, 752, (380, 26), "#6d4430")
    laptop(canvas)
    tea(canvas, 986, 752, 1.3)
    for place, (width, colour) in enumerate(((190, TEAL), (170, "#d9c59a"), (182, CLAY))):
        x = 72 + (place % 2) * 10
        canvas.rounded((x, 724 - place * 30, width, 30), 4, colour)
        canvas.rectangle(x + 12, 724 - place * 30, 8, 30, blend(colour, INK, 0.3))
    return canvas


def _town(canvas: Canvas) -> None:
    """Stack houses with lit windows up two hillsides."""
    draw = Random(33)
    walls = ("#7d6a62", "#8b7265", "#6f625f", "#97796a", "#63595b")
    for level in range(11):
        y = 400 + level * 26
        x = -30.0
        while x < 1220:
            width, height = draw.uniform(44, 84), draw.uniform(34, 56)
            slope = min(abs(x - 120) / 520, abs(x - 1120) / 460, 1) * 210
            foot = y + slope * (1 - level / 14) + draw.uniform(-6, 6)
            wall = blend(draw.choice(walls), "#3c4654", 0.45 - level * 0.035)
            canvas.rectangle(x, foot - height, width, height + 60, wall)
            canvas.rectangle(x, foot - height, width, 4, blend(wall, "#f2c79a", 0.35))
            canvas.rectangle(
                x + width * 0.74,
                foot - height + 4,
                width * 0.26,
                height + 56,
                blend(wall, INK, 0.25),
            )
            for column in (0.16, 0.46):
                if draw.random() < 0.6:
                    lit = "#f4c873" if draw.random() < 0.72 else "#3d4552"
                    canvas.rectangle(x + width * column, foot - height + 14, width * 0.15, 12, lit)
            x += width + draw.uniform(-4, 8)


def radio_archive() -> Canvas:
    """Draw a wooden radio set between boxes of tapes, with waves behind it."""
    canvas = Canvas(1200, 800, "#e9d9b8")
    waves = ("#dfc79a", "#e9d9b8", "#d9b57e", "#e9d9b8", "#cf9d63", "#e9d9b8", "#c2824c", "#e9d9b8")
    for place, colour in enumerate(waves):
        canvas.disc(600, 300, 560 - place * 56, colour)
    canvas.rectangle(0, 610, 1200, 190, "#6a4532")
    canvas.rectangle(0, 610, 1200, 18, "#8a5c40")
    canvas.rectangle(0, 690, 1200, 110, "#553526")
    canvas.polygon(path("322,640 900,640 940,660 362,660"), "#00000030")
    radio(canvas)
    colours = (TEAL, MIST, CLAY, DUSK, LEAF, OCHRE)
    for place in range(6):
        x = 36 + place * 40
        tall = 206 + (place * 29) % 40
        canvas.rounded((x, 612 - tall, 37, tall), 3, colours[place])
        canvas.rectangle(x + 27, 612 - tall, 10, tall, blend(colours[place], INK, 0.25))
        canvas.rectangle(x + 5, 612 - tall + 28, 20, 52, SNOW)
        for row in range(3):
            canvas.line(
                [(x + 9, 612 - tall + 40 + row * 13), (x + 20, 612 - tall + 40 + row * 13)],
                2.4,
                EARTH,
            )
        canvas.disc(x + 15, 586, 6, blend(colours[place], INK, 0.4))
    reel(canvas, 1046, 492, 112)
    return canvas
