"""Scenes out of doors: a valley, a harvest, a bridge, a ferry."""

from random import Random

from canvas import Canvas, Point, arc, blend, curve, widen
from palette import CLAY, EARTH, INK, LEAF, MIST, OCHRE, PAPER, PINE, SNOW, STRAW, TEAL

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
    ridge(canvas, curve([(0, 395), (170, 372), (380, 410), (560, 392), (790, 412), (980, 380),
                         (1200, 402)]), "#8f9d6a")  # fmt: skip
    ridge(canvas, curve([(0, 430), (240, 418), (470, 436), (760, 424), (1000, 440), (1200, 424)]),
          "#a3a765")  # fmt: skip
    for x, width, height in ((742, 44, 30), (780, 56, 42), (838, 46, 28), (700, 40, 24),
                             (884, 34, 34)):  # fmt: skip
        house(canvas, x, 442, (width, height), "#cf9f6a")
    canvas.polygon([(0, 438), (1200, 438), (1200, 800), (0, 800)], "#97a05a")
    field(canvas, ((-420, 800), (330, 800)), ((60, 452), (400, 452)), ["#b9b765", "#a5a957"])
    field(canvas, ((905, 800), (1900, 800)), ((650, 452), (1020, 452)), [STRAW, "#d6a84c"])
    field(canvas, ((1900, 800), (2900, 800)), ((1020, 452), (1320, 452)), ["#8c9a50", "#7f8f4a"])
    left = curve([(541, 437), (568, 458), (528, 488), (440, 532), (424, 584), (486, 648), (508, 716),
                  (470, 810)])  # fmt: skip
    right = curve([(553, 437), (590, 458), (570, 492), (522, 540), (548, 588), (660, 652), (764, 726),
                   (800, 810)])  # fmt: skip
    ditch = widen([(600, 668, 34), (760, 652, 34), (900, 676, 42), (1040, 722, 52),
                    (1230, 800, 70)])  # fmt: skip
    sand = [(x - (y - 430) * 0.07, y) for x, y in left]
    canvas.polygon(sand + [(x + (y - 430) * 0.07, y) for x, y in reversed(right)], "#d9c59a")
    canvas.ribbon([(x, y, w + 24) for x, y, w in ditch], "#b98a58")
    canvas.polygon(left + right[::-1], TEAL)
    canvas.ribbon(ditch, TEAL)
    canvas.ribbon([(x, y - w * 0.28, w * 0.14) for x, y, w in ditch[30:]], "#86b1b3")
    light = [(a * 0.72 + b * 0.28, y, (b - a) * 0.2) for (a, y), (b, _) in zip(left, right, strict=True)]
    canvas.ribbon(light[20:], "#5b939b")
    for x, y, w in ((610, 668, 44), (664, 742, 72), (590, 776, 54), (486, 566, 26)):
        canvas.line([(x - w / 2, y), (x + w / 2, y)], 4, "#cfe0dc")
    _gate(canvas, 790, 666)
    for x, y, height in ((1010, 640, 250), (1076, 664, 300), (1148, 694, 352), (66, 620, 220),
                         (132, 600, 186), (190, 584, 160)):  # fmt: skip
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


def ear(canvas: Canvas, x: float, y: float, height: float, colour: str, lean: float = 0) -> None:
    """Draw an ear of wheat on its stalk, from its foot."""
    top = y - height
    canvas.line(curve([(x, y), (x + lean * 0.3, y - height * 0.5), (x + lean, top + 40)]), 4, colour)
    for row in range(5):
        middle = top + 8 + row * 12
        shift = lean * (1 - row * 0.06)
        for side in (-1, 1):
            tip = (x + shift + side * 12, middle - 12)
            canvas.line([(x + shift + side * 9, middle - 4), (tip[0] + side * 4, tip[1] - 18)], 1.6, colour)
            grain = [(x + shift, middle + 12), (x + shift + side * 12, middle + 2), tip,
                     (x + shift + side * 2, middle - 6)]  # fmt: skip
            canvas.polygon(curve([*grain, grain[0]]), blend(colour, SNOW, 0.14 if side < 0 else 0))
    canvas.polygon(curve([(x + lean, top + 16), (x + lean + 6, top), (x + lean, top - 16),
                          (x + lean - 6, top), (x + lean, top + 16)]), colour)  # fmt: skip


def sheaf(canvas: Canvas, x: float, height: float, ground: float) -> None:
    """Draw a sheaf as a column of wheat, bound in the middle: one bar of a chart."""
    canvas.ellipse(x + 30, ground + 4, (86, 12), "#00000026")
    stalks = [(-48, OCHRE), (48, OCHRE), (-32, "#d7a045"), (32, "#d7a045"), (-16, STRAW), (16, STRAW)]
    for place, (offset, colour) in enumerate([*stalks, (0, "#efc86f")]):
        lift = (place * 37) % 23
        ear(canvas, x + offset, ground, height + lift, colour, offset * 0.34)
    for offset in range(-52, 53, 8):
        colour = (STRAW, "#d7a045", OCHRE)[(offset // 8) % 3]
        canvas.rectangle(x + offset - 4, ground - height + 88, 8.5, height - 88, colour)
    band = ground - (height - 88) * 0.52
    canvas.polygon([(x - 58, band - 4), (x + 60, band - 10), (x + 60, band + 10), (x - 58, band + 16)], CLAY)
    canvas.polygon([(x - 58, band + 8), (x + 60, band + 2), (x + 60, band + 10), (x - 58, band + 16)],
                   blend(CLAY, INK, 0.3))  # fmt: skip


def harvest_data() -> Canvas:
    """Draw sheaves that stand in a field like the bars of a chart."""
    canvas = Canvas(1200, 800, PAPER)
    canvas.sky("#c4d5cf", "#f4e2b5", 560)
    canvas.disc(236, 236, 92, "#f2b866")
    ridge(canvas, curve([(0, 470), (120, 430), (260, 462), (420, 402), (560, 452), (720, 416),
                         (900, 460), (1060, 420), (1200, 450)]), "#9db4b2")  # fmt: skip
    ridge(canvas, curve([(0, 520), (220, 486), (480, 520), (760, 490), (1000, 524), (1200, 496)]),
          "#8d9f6a")  # fmt: skip
    for x, y, height in ((70, 545, 120), (118, 548, 92), (1120, 540, 130), (1168, 546, 96)):
        poplar(canvas, x, y, height, PINE)
    canvas.rectangle(0, 540, 1200, 260, "#c9973f")
    for row in range(17):
        left, right = -2200 + row * 330, -2200 + row * 330 + 150
        canvas.polygon([(left, 800), (right, 800), (600 + (right - 600) * 0.24, 540),
                        (600 + (left - 600) * 0.24, 540)], "#d6a84c")  # fmt: skip
    for x, height in ((250, 250), (425, 300), (600, 270), (775, 390), (950, 470)):
        sheaf(canvas, x, height, 690)
    stubble = Random(4)
    for _ in range(130):
        x, y = stubble.uniform(0, 1200), stubble.uniform(715, 800)
        canvas.line([(x, y), (x + stubble.uniform(-3, 3), y - 14)], 3, "#b07f35")
    return canvas


def person(canvas: Canvas, x: float, y: float, height: float, coat: str) -> None:
    """Draw a standing figure in a long coat, from its feet."""
    width = height * 0.3
    canvas.rectangle(x - width * 0.3, y - height * 0.12, width * 0.2, height * 0.12, INK)
    canvas.rectangle(x + width * 0.1, y - height * 0.12, width * 0.2, height * 0.12, INK)
    canvas.polygon(curve([(x - width * 0.5, y - height * 0.1), (x - width * 0.4, y - height * 0.6),
                          (x - width * 0.2, y - height * 0.8), (x + width * 0.2, y - height * 0.8),
                          (x + width * 0.4, y - height * 0.6), (x + width * 0.5, y - height * 0.1)]),
                   coat)  # fmt: skip
    canvas.disc(x, y - height * 0.88, height * 0.085, "#c98f66")
    canvas.polygon(arc(x, y - height * 0.89, (height * 0.1, height * 0.1), 0.5, 1), INK)


def ripples(canvas: Canvas, box: tuple[float, float, float, float], colour: str, seed: int) -> None:
    """Scatter short level strokes over water (x, y, width, height), longer towards the front."""
    x, y, width, height = box
    draw = Random(seed)
    for row in range(int(height / 16)):
        depth = row / (height / 16)
        for _ in range(3):
            middle, length = x + draw.uniform(0, width), (24 + 70 * depth) * draw.uniform(0.6, 1.3)
            level = y + row * 16 + draw.uniform(-4, 4)
            canvas.line([(middle - length / 2, level), (middle + length / 2, level)], 2 + 2 * depth, colour)


def bridge_opening() -> Canvas:
    """Draw a stone bridge of three arches on the morning of its opening."""
    canvas = Canvas(1200, 800, MIST)
    canvas.sky("#9fbfc4", "#f6dcb6", 470)
    canvas.disc(600, 300, 74, "#f6c77a")
    far = ("#94adb0", "#7797a0", SNOW)
    for top, spread in (((150, 170), (300, 300)), ((480, 262), (210, 230)), ((1010, 150), (330, 320)),
                        ((770, 280), (200, 190))):  # fmt: skip
        peak(canvas, top, spread, far)
    ridge(canvas, curve([(0, 420), (220, 400), (460, 430), (700, 415), (960, 432), (1200, 398)]),
          "#8f9d6a")  # fmt: skip
    canvas.rectangle(0, 470, 1200, 330, TEAL)
    canvas.rectangle(0, 470, 1200, 60, "#5f969d")
    canvas.rectangle(0, 530, 1200, 90, "#4b8790")
    _arches(canvas)
    ripples(canvas, (60, 590, 1080, 200), "#a5c6c6", 7)
    bank = blend(LEAF, STRAW, 0.25)
    canvas.polygon(curve([(0, 470), (90, 480), (170, 560), (130, 650), (210, 740), (190, 800)])
                   + [(0, 800)], bank)  # fmt: skip
    canvas.polygon(curve([(1200, 462), (1110, 486), (1040, 556), (1086, 640), (1010, 730), (1040, 800)])
                   + [(1200, 800)], bank)  # fmt: skip
    for x, y, height in ((52, 640, 250), (112, 690, 300), (1150, 660, 280)):
        poplar(canvas, x, y, height, PINE)
    return canvas


def _arches(canvas: Canvas) -> None:
    """Draw the bridge, its mirror image and the people on it."""
    stone, dark, pale = "#cfae80", "#a98457", "#e2cba2"
    deck = curve([(-20, 428), (300, 396), (600, 382), (900, 396), (1220, 428)])
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
        outer = arc(x + 16, water, (width, height), -0.5, 0)
        canvas.polygon([*inner[:24], *outer[:24][::-1]], blend(dark, INK, 0.45))
        ring = arc(x, water, (width + 11, height + 11), -0.5, 0)
        canvas.ribbon([(a, b, 22) for a, b in ring], pale)
        for a, b in zip(arc(x, water, (width, height), -0.5, 0)[::3],
                        arc(x, water, (width + 22, height + 22), -0.5, 0)[::3], strict=True):  # fmt: skip
            canvas.line([a, b], 2, dark)
    for x in (428, 772):
        canvas.polygon([(x - 20, 470), (x + 20, 470), (x + 30, water + 12), (x - 30, water + 12)], dark)
        canvas.polygon([(x - 24, 470), (x, 446), (x + 24, 470)], pale)
    mortar = Random(11)
    for _ in range(70):
        x, y = mortar.uniform(0, 1200), mortar.uniform(424, 470)
        if all(abs(x - middle) > width * 0.75 or y < 404 for middle, width, _ in middles):
            canvas.line([(x, y), (x + 22, y)], 2, dark)
    people = [(170, 62, CLAY), (214, 58, INK), (372, 62, TEAL), (420, 44, OCHRE), (560, 64, PINE),
              (640, 62, CLAY), (684, 46, STRAW), (806, 62, "#5b4a63"), (990, 62, TEAL), (1034, 58, CLAY)]  # fmt: skip
    for x, height, coat in people:
        person(canvas, x, 436 - 42 * (1 - ((x - 600) / 620) ** 2), height, coat)
    canvas.ribbon([(x, y + 2, 30) for x, y in deck], pale)
    canvas.ribbon([(x, y + 18, 7) for x, y in deck], dark)
    for x0, x1 in ((300, 600), (600, 900)):
        line = curve([(x0, 250 if x0 == 600 else 262), ((x0 + x1) / 2, 318), (x1, 250 if x1 == 600 else 262)])
        canvas.line(line, 2.5, INK)
        for place, (x, y) in enumerate(line[2:-1:3]):
            colour = (CLAY, SNOW, TEAL, STRAW)[place % 4]
            canvas.polygon([(x - 11, y), (x + 11, y + 1), (x, y + 30)], colour)
    for x, top in ((300, 256), (600, 244), (900, 256)):
        canvas.rectangle(x - 4, top, 8, 150, EARTH)
        canvas.disc(x, top, 8, OCHRE)


def ferry_line() -> Canvas:
    """Draw a cable ferry on a wide river in the evening."""
    canvas = Canvas(1200, 800, PAPER)
    canvas.sky("#8fb0b8", "#f3d3a4", 380)
    canvas.disc(330, 300, 66, "#f4bd6e")
    ridge(canvas, [(0, 300), (130, 214), (240, 286), (400, 190), (560, 300), (700, 236), (860, 310),
                   (1010, 206), (1200, 300)], "#8ba3aa")  # fmt: skip
    ridge(canvas, [(0, 350), (210, 290), (420, 352), (640, 306), (880, 356), (1080, 300), (1200, 340)],
          "#66838c")  # fmt: skip
    ridge(canvas, curve([(0, 386), (260, 372), (600, 392), (930, 376), (1200, 388)]), "#8f9d6a")
    for x, width, height in ((934, 42, 32), (972, 54, 44), (1030, 42, 30)):
        house(canvas, x, 398, (width, height), "#cf9f6a")
    for x, height in ((890, 84), (1100, 110), (1136, 88)):
        poplar(canvas, x, 404, height, PINE)
    for row, colour in enumerate(("#7fadb0", "#679ba2", "#528b94", "#437c87", TEAL)):
        canvas.rectangle(0, 400 + row * (row + 7) * 8, 1200, 420, colour)
    for level, length in ((420, 150), (446, 110), (474, 170), (510, 120)):
        canvas.line([(330 - length / 2, level), (330 + length / 2, level)], 6, "#f0c88c")
    ripples(canvas, (0, 440, 1200, 330), "#9cc1c3", 3)
    canvas.line([(1062, 408), (1062, 300)], 10, EARTH)
    canvas.line(curve([(60, 268), (420, 376), (700, 368), (1062, 306)]), 3, INK)
    canvas.rectangle(48, 246, 22, 420, EARTH)
    canvas.line([(59, 300), (6, 640)], 10, EARTH)
    canvas.disc(59, 262, 18, INK)
    _ferry(canvas)
    reeds = Random(9)
    canvas.polygon(curve([(0, 640), (160, 670), (300, 740), (420, 800)]) + [(0, 800)], "#8a8f4e")
    for _ in range(95):
        x = reeds.uniform(-10, 400)
        foot, tall = 800 - max(0, 130 - x * 0.4), reeds.uniform(80, 200) * (1.15 - x / 620)
        lean = reeds.uniform(-26, 26)
        colour = reeds.choice((PINE, LEAF, "#5e7044", "#8a8f4e"))
        canvas.ribbon([(x, foot + 20, 8), (x + lean * 0.4, foot - tall * 0.6, 6), (x + lean, foot - tall, 2)],
                      colour)  # fmt: skip
        if tall > 150:
            canvas.ribbon([(x + lean * 0.96, foot - tall + 34, 11), (x + lean, foot - tall, 9)], EARTH)
    return canvas


def _ferry(canvas: Canvas) -> None:
    """Draw the flat boat, its two pulleys, its passengers and their goods."""
    canvas.polygon([(430, 596), (926, 596), (880, 640), (476, 640)], "#1f303c4d")
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
    canvas.polygon([(420, 552), (936, 552), (896, 612), (460, 612)], "#8a5638")
    canvas.polygon([(420, 552), (936, 552), (931, 566), (426, 566)], "#a9714b")
    canvas.polygon([(440, 586), (914, 586), (911, 592), (444, 592)], "#693d2a")
    for x in (440, 916):
        canvas.rectangle(x - 4, 500, 8, 56, "#693d2a")
    canvas.rectangle(436, 512, 66, 6, "#693d2a")
    canvas.rectangle(848, 512, 72, 6, "#693d2a")
