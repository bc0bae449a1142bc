"""What the scenes indoors are made of: tea, fruit, a book, a lamp, a laptop, a radio."""

from canvas import Canvas, arc, curve, path
from palette import CLAY, EARTH, INK, MIST, OCHRE, SNOW, STRAW


def tea(canvas: Canvas, x: float, y: float, size: float = 1) -> None:
    """Draw a waisted glass of tea on a saucer, from the middle of its foot."""
    canvas.ellipse(x, y, (50 * size, 11 * size), "#d8d2c2")
    canvas.ellipse(x, y - 3 * size, (34 * size, 6 * size), SNOW)
    half = path("25,-92 19,-62 14,-44 21,-22 19,-4")
    right = curve([(x + a * size, y + b * size) for a, b in half])
    left = [(2 * x - a, b) for a, b in reversed(right)]
    canvas.polygon(right + left, "#f1e6cf")
    level = y - 78 * size
    canvas.polygon(
        [p for p in right if p[1] > level] + [p for p in left if p[1] > level], "#a9502c"
    )
    glint = [(x - 15 * size, y - 70 * size), (x - 12 * size, y - 56 * size)]
    canvas.line(glint, 4 * size, "#d98a55")


def pomegranate(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a pomegranate that rests on a point."""
    middle = y - radius
    canvas.polygon(
        [
            (x - 8, middle - radius + 4),
            (x - 14, middle - radius - 18),
            (x - 4, middle - radius - 9),
            (x, middle - radius - 20),
            (x + 5, middle - radius - 9),
            (x + 15, middle - radius - 17),
            (x + 8, middle - radius + 4),
        ],
        "#9c4a31",
    )
    canvas.disc(x, middle, radius, CLAY)
    canvas.polygon(
        arc(x, middle, (radius, radius), -0.2, 0.28)
        + arc(x + 3, middle, (radius * 0.5, radius), 0.25, -0.22),
        "#96452f",
    )
    canvas.ellipse(
        x - radius * 0.4, middle - radius * 0.3, (radius * 0.14, radius * 0.24), "#d58463"
    )


def book(canvas: Canvas, x: float, y: float) -> None:
    """Draw an open book that lies on a table, its spine at the point."""
    for side in (-1, 1):
        cover = [(x, y + 26), (x + side * 230, y + 10), (x + side * 186, y - 92), (x, y - 74)]
        canvas.polygon(cover, "#8d4a35")
        for layer, colour in ((12, "#d9c59a"), (6, "#e7d7b2"), (0, SNOW)):
            page = curve(
                [
                    (x, y - 78 + layer),
                    (x + side * 70, y - 102 + layer),
                    (x + side * 180, y - 96 + layer),
                ]
            )
            front = curve(
                [
                    (x + side * 220, y - 2 + layer),
                    (x + side * 90, y - 6 + layer),
                    (x, y + 12 + layer),
                ]
            )
            canvas.polygon([*page, *front], colour)
        for row in range(5):
            level = y - 80 + row * 16
            spread = row * 5
            for start, end in (
                (24 + spread * 0.2, 84 + spread),
                (104 + spread, 160 + spread * 1.3),
            ):
                words = ((start, 2), ((start + end) / 2, -3), (end, -3))
                canvas.line(curve([(x + side * a, level + b) for a, b in words]), 3.4, "#8b8a86")
    canvas.polygon(path("150,-98 164,-97 206,34 196,26 184,34", x, y), CLAY)


def lamp(canvas: Canvas, x: float, y: float) -> None:
    """Draw an oil lamp with a glass chimney, from its foot."""
    canvas.ellipse(x, y, (84, 18), "#5a3a2a")
    canvas.polygon(curve(path("-70,-4 -22,-30 -16,-66 16,-66 22,-30 70,-4", x, y)), OCHRE)
    canvas.polygon(
        curve(path("-16,-62 -70,-106 -44,-150 0,-158 44,-150 70,-106 16,-62", x, y)), "#3f7a82"
    )
    canvas.polygon(curve(path("6,-60 70,-106 44,-150 20,-154 34,-110 6,-60", x, y)), "#2f5f6a")
    canvas.rectangle(x - 34, y - 178, 68, 26, OCHRE)
    canvas.rectangle(x - 40, y - 184, 80, 9, "#e3b95c")
    glass = curve(path("-28,-184 -58,-240 -44,-296 -25,-340 -25,-404", x, y))
    canvas.polygon([*glass, *[(2 * x - a, b) for a, b in reversed(glass)]], "#ffeec8b0")
    canvas.polygon(curve(path("0,-190 -24,-226 -4,-300 24,-226 0,-190", x, y)), "#f3a83f")
    canvas.polygon(curve(path("0,-192 -11,-220 -1,-258 11,-220 0,-192", x, y)), "#fff3cf")
    canvas.ribbon([(a + 12, b, 4) for a, b in glass[8:-14]], "#fffaf0")


def laptop(canvas: Canvas) -> None:
    """Draw an open laptop with coloured lines of code, some of them from the right."""
    canvas.rounded((300, 368, 520, 340), 16, "#1b2731")
    canvas.rectangle(318, 386, 484, 300, "#24343f")
    canvas.rectangle(318, 386, 484, 30, "#2f434f")
    for place, colour in enumerate((CLAY, STRAW, "#7fa27a")):
        canvas.disc(338 + place * 22, 401, 6, colour)
    rows = [
        (0, ((70, MIST), (120, STRAW))),
        (1, ((110, "#8fb58a"), (60, MIST), (90, "#e0916e"))),
        (2, ((150, MIST),)),
        (2, ((60, STRAW), (140, "#8fb58a"))),
        (1, ((40, "#e0916e"),)),
        (0, ()),
        (0, ((90, STRAW), (150, MIST))),
        (1, ((170, "#8fb58a"), (50, MIST))),
        (1, ((80, "#e0916e"), (100, MIST))),
    ]
    for row, (indent, words) in enumerate(rows):
        x = 344.0 + indent * 32
        mirrored = row in (2, 7)
        for width, colour in words:
            left = 1120 - x - width if mirrored else x
            canvas.rounded((left, 434 + row * 26, width, 11), 5, colour)
            x += width + 14
    canvas.polygon(path("262,708 858,708 900,748 220,748"), "#c9ccc6")
    canvas.polygon(path("220,748 900,748 892,760 228,760"), "#8d9494")
    canvas.polygon(path("312,714 808,714 826,732 294,732"), "#5d686d")
    canvas.polygon(path("500,736 620,736 626,746 494,746"), "#aab0ad")


def radio(canvas: Canvas) -> None:
    """Draw the radio set: a round-shouldered case, a grille, a dial and two knobs."""
    canvas.line([(840, 268), (930, 70)], 6, "#6d7478")
    canvas.disc(931, 68, 10, CLAY)
    for x in (350, 810):
        canvas.rectangle(x, 606, 50, 22, INK)
    canvas.rounded((306, 250, 600, 364), 54, "#5f3a28")
    canvas.rounded((300, 244, 600, 364), 54, "#8f5636")
    canvas.rounded((322, 266, 556, 320), 38, "#a86a42")
    canvas.rounded((346, 292, 262, 268), 26, "#4b2f22")
    for row in range(13):
        canvas.rounded((360, 306 + row * 19, 234, 9), 4, "#d6ae70")
    canvas.rounded((632, 292, 222, 132), 16, "#f5e7c2")
    for row in range(3):
        canvas.line([(652, 322 + row * 34), (834, 322 + row * 34)], 2, "#b08a5a")
        for tick in range(14):
            tall = 12 if tick % 3 == row else 7
            canvas.line(
                [(658 + tick * 13, 322 + row * 34), (658 + tick * 13, 322 + row * 34 - tall)],
                2,
                EARTH,
            )
    canvas.line([(764, 302), (764, 414)], 4, CLAY)
    for x in (684, 802):
        canvas.disc(x + 3, 502, 48, "#5f3a28")
        canvas.disc(x, 498, 48, "#3a2a24")
        canvas.disc(x, 498, 36, "#d6ae70")
        canvas.disc(x, 498, 28, "#b98d52")
    canvas.line([(684, 498), (684, 476)], 5, INK)
    canvas.line([(802, 498), (819, 483)], 5, INK)


def reel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw a reel of tape that stands on its rim."""
    canvas.ellipse(x, y + radius + 6, (radius * 0.9, 10), "#00000030")
    canvas.disc(x, y, radius, "#8b9698")
    canvas.disc(x, y, radius - 7, "#c9ccc6")
    for hub in arc(x, y, (radius * 0.55, radius * 0.55), 0, 1)[16:96:32]:
        canvas.disc(*hub, radius * 0.29, EARTH)
        canvas.disc(*hub, radius * 0.24, "#8a5638")
    canvas.disc(x, y, radius * 0.2, INK)
    canvas.disc(x, y, radius * 0.09, SNOW)
    thread = path("109,20 130,70 102,112 154,132", x, y)
    canvas.line(curve(thread), 4, "#8a5638")
