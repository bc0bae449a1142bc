"""Transformations of the plane (ISO 32000-2, 8.3.3)."""

from collections.abc import Sequence
from typing import Any, Final

__all__ = ["IDENTITY", "Matrix", "matrix", "product"]

Matrix = tuple[float, ...]
"""The six numbers of a transformation, as PDF writes them."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(given: Sequence[Any]) -> Matrix:
    """Return six operands as a matrix.

    Raises:
        ValueError: They are not six numbers.
        TypeError: Likewise.
    """
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def product(left: Matrix, right: Matrix) -> Matrix:
    """Return the transformation that does the left one, then the right one."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
