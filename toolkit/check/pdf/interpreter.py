"""The reading of content streams, as far as text and marked content need it.

ISO 32000-2, 8.4 (graphics state), 9.4 (text objects) and 14.6 (marked content).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pikepdf import Object, Page, PdfError, Stream, parse_content_stream

from toolkit.check.pdf.content import PageContent, Shown
from toolkit.check.pdf.encoding import Encoding, read_encoding
from toolkit.check.pdf.matrix import IDENTITY, Matrix, matrix, product
from toolkit.check.pdf.objects import (
    array,
    dictionary,
    identity,
    integer,
    items,
    name,
    numbers,
    text,
)
from toolkit.check.pdf.tree import Mark

__all__ = ["MOST_OPERATORS", "read_content"]

MOST_OPERATORS: Final = 5_000_000
_LARGEST: Final = 50_000_000  # bytes of one page's or form's operators
_DEEPEST: Final = 8
_PAINTS: Final = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"])
_LINE: Final = 1.0  # points between baselines that are not the same line


def read_content(page: Page, index: int, budget: list[int]) -> PageContent:
    """Read what a page shows.

    Args:
        page: The page.
        index: Its number, from 0.
        budget: One number: the operators that may still be read; it is counted down.
    """
    number = identity(page.obj)[0]
    box = numbers(page.obj.get("/MediaBox"))
    content = PageContent(index, number, box if len(box) == 4 else (0.0, 0.0, 612.0, 792.0))
    resources = dictionary(page.obj.get("/Resources"))
    _Interpreter(content, budget).run(page.obj, number, resources, 0)
    return content


@dataclass(slots=True)
class _Sequence:
    """An open marked-content sequence."""

    mark: Mark | None
    is_artifact: bool
    lang: str | None
    actual: bool


class _Interpreter:
    def __init__(self, content: PageContent, budget: list[int]) -> None:
        self._content = content
        self._budget = budget
        self._matrix: Matrix = IDENTITY
        self._saved: list[Matrix] = []
        self._open: list[_Sequence] = []
        self._encodings: dict[tuple[int, int] | str, Encoding] = {}
        self._encoding = Encoding(1, None)
        self._line: Matrix = IDENTITY
        self._leading = 0.0
        self._resources: Object | None = None
        self._stream = 0
        self._depth = 0
        self._operators: dict[str, Callable[[list[Any]], None]] = {
            "q": lambda _: self._saved.append(self._matrix),
            "Q": self._restore,
            "cm": self._transform,
            "BT": lambda _: self._set_line(IDENTITY),
            "Tm": lambda given: self._set_line(matrix(given)),
            "Td": self._move,
            "TD": self._move_and_lead,
            "TL": self._set_leading,
            "T*": lambda _: self._move([0, -self._leading]),
            "Tf": self._set_font,
            "Tj": lambda given: self._show(given[0]),
            "'": self._show_next,
            '"': self._show_next,
            "TJ": self._show_all,
            "BMC": self._begin,
            "BDC": self._begin,
            "EMC": self._end,
            "Do": self._draw,
        }

    def run(self, source: Object, stream: int, resources: Object | None, depth: int) -> None:
        outer = self._resources, self._stream, self._depth
        self._resources, self._stream, self._depth = resources, stream, depth
        try:
            for instruction in _instructions(source):
                self._budget[0] -= 1
                if self._budget[0] < 0:
                    self._content.is_whole = False
                    break
                self._execute(str(instruction.operator), list(instruction.operands))
        except (PdfError, RuntimeError, TypeError):
            self._content.is_whole = False
        self._resources, self._stream, self._depth = outer

    def _execute(self, operator: str, operands: list[Any]) -> None:
        if operator in _PAINTS:
            self._paint()
        elif operator in self._operators:
            try:
                self._operators[operator](operands)
            except (IndexError, TypeError, ValueError):
                self._content.is_whole = False

    def _restore(self, _: list[Any]) -> None:
        if self._saved:
            self._matrix = self._saved.pop()

    def _transform(self, given: list[Any]) -> None:
        self._matrix = product(matrix(given), self._matrix)

    def _set_line(self, matrix: Matrix) -> None:
        self._line = matrix

    def _move(self, given: list[Any]) -> None:
        self._line = product((1.0, 0.0, 0.0, 1.0, float(given[0]), float(given[1])), self._line)

    def _move_and_lead(self, given: list[Any]) -> None:
        self._leading = -float(given[1])
        self._move(given)

    def _set_leading(self, given: list[Any]) -> None:
        self._leading = float(given[0])

    def _set_font(self, given: list[Any]) -> None:
        fonts = dictionary(self._resources.get("/Font")) if self._resources is not None else None
        font = dictionary(fonts.get(str(given[0]))) if fonts is not None else None
        if font is None:
            self._encoding = Encoding(1, None)
            return
        key = identity(font) if identity(font)[0] else str(given[0])
        if key not in self._encodings:
            self._encodings[key] = read_encoding(font)
            self._content.fonts[name(font.get("/BaseFont")) or str(given[0])] = font
        self._encoding = self._encodings[key]

    def _show_next(self, given: list[Any]) -> None:
        self._move([0, -self._leading])
        self._show(given[-1])

    def _show_all(self, given: list[Any]) -> None:
        for item in array(given[0]):
            if text(item) is not None:
                self._show(item)

    def _show(self, string: Any) -> None:  # noqa: ANN401 - whatever the file has
        if any(sequence.actual for sequence in self._open):
            self._place()
            return
        self._add(self._encoding.decode(bytes(string)))

    def _add(self, shown: str) -> None:
        if any(sequence.is_artifact for sequence in self._open):
            return
        target = self._place()
        if target is None:
            if shown.strip():
                self._content.untagged.append(shown)
            return
        lang = next((one.lang for one in reversed(self._open) if one.lang), None)
        target.parts.append((lang, shown))

    def _place(self) -> Shown | None:
        """Return what the innermost element's content shows, and note where it stands."""
        mark = next((one.mark for one in reversed(self._open) if one.mark), None)
        if mark is None:
            return None
        target = self._content.shown[mark]
        *_, left, bottom = product(self._line, self._matrix)
        if target.bottom is None:
            target.left, target.bottom = left, bottom
        elif target.baseline is not None and abs(bottom - target.baseline) > _LINE:
            target.parts.append((None, "\n"))
        target.baseline = bottom
        return target

    def _begin(self, given: list[Any]) -> None:
        tag = name(given[0])
        properties = self._properties(given[1]) if len(given) > 1 else None
        mcid = integer(properties.get("/MCID")) if properties is not None else None
        lang = text(properties.get("/Lang")) if properties is not None else None
        actual = text(properties.get("/ActualText")) if properties is not None else None
        mark = Mark(self._stream, mcid) if mcid is not None else None
        if mark is not None:
            if mark in self._content.shown:
                self._content.repeated.append(mark.mcid)
            self._content.shown.setdefault(mark, Shown())
        self._open.append(_Sequence(mark, tag == "Artifact", lang, actual=False))
        if actual is not None:
            self._add(actual)
            self._open[-1].actual = True

    def _end(self, _: list[Any]) -> None:
        if self._open:
            self._open.pop()

    def _properties(self, given: Any) -> Object | None:  # noqa: ANN401
        if not name(given):
            return dictionary(given)
        lists = self._resources.get("/Properties") if self._resources is not None else None
        known = dictionary(lists)
        return dictionary(known.get(str(given))) if known is not None else None

    def _draw(self, given: list[Any]) -> None:
        objects = self._resources.get("/XObject") if self._resources is not None else None
        known = dictionary(objects)
        drawn = dictionary(known.get(str(given[0]))) if known is not None else None
        if drawn is None or name(drawn.get("/Subtype")) != "Form":
            self._paint()
        elif self._depth < _DEEPEST:
            resources = dictionary(drawn.get("/Resources"))
            self._draw_form(drawn, resources if resources is not None else self._resources)
        else:
            self._content.is_whole = False

    def _draw_form(self, form: Object, resources: Object | None) -> None:
        state = self._matrix, list(self._saved), list(self._open), self._encoding
        given = numbers(form.get("/Matrix"))
        if len(given) == 6:
            self._matrix = product(given, self._matrix)
        self.run(form, identity(form)[0], resources, self._depth + 1)
        self._matrix, self._saved, self._open, self._encoding = state

    def _paint(self) -> None:
        if not any(one.is_artifact or one.mark for one in self._open):
            self._content.drawings += 1


def _instructions(source: Object) -> Iterator[Any]:
    """Yield the operators of a page or a form with their operands.

    Raises:
        RuntimeError: They are too long when unpacked.
    """
    streams = [source] if isinstance(source, Stream) else items(source.get("/Contents"))
    sizes = (len(one.get_stream_buffer()) for one in streams if isinstance(one, Stream))
    if sum(sizes) > _LARGEST:
        raise RuntimeError("the content is too long")
    yield from parse_content_stream(source)
