from __future__ import annotations

import pytest

from rapporteur.web.drawings.waits import Wait
from rapporteur.web.pages.in_the_way import legible


def waits(number: int, waiting: int, holding: int) -> list[Wait]:
    names = tuple(f"p{at}" for at in range(waiting + holding))
    return [Wait(f"s{number}", "a bridge", names[:waiting], names[waiting:])]


@pytest.mark.parametrize(
    ("sizes", "drawn"),
    [
        ([], []),
        ([(1, 1)] * 3, [0, 1, 2]),
        ([(1, 1)] * 20, list(range(12))),
        ([(30, 20), (1, 2), (2, 1)], [1, 2]),  # nobody can follow fifty lines to one thing
        ([(10, 10), (10, 9), (2, 2), (1, 0)], [0, 1, 3]),
    ],
)
def test_what_is_drawn_can_be_followed(sizes: list[tuple[int, int]], drawn: list[int]) -> None:
    points = [waits(at, *size) for at, size in enumerate(sizes)]
    assert legible(points) == [points[at] for at in drawn]
