"""Who stands in whose way: lines from who waits for something, through what that is, to who holds it up.

Lines run only between the columns of parties and of what they wait for: none crosses a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapporteur.export.timeline_svg import text_width
from rapporteur.web.drawings.room import DOWN, UP, Box, Label, apart, lines_of, stacked
from rapporteur.web.drawings.waits import Wait, from_top, middles, on_the_right

EDGE, PAD, LINE, AIR = 10.0, 10.0, 15.0, 13.0
BETWEEN = 14.0
"""Between two boxes of a column."""
PORT = 13.0
"""Between the ends of two lines at a party."""
ASIDE = 6.0
"""How far from the middle of a box a line ends where lines of both kinds end on one side."""
HEAD = 9.0
_PARTY_LINES, _WHAT_LINES = 3, 4


@dataclass(frozen=True, slots=True)
class Size:
    """How wide a drawing is, a party at most, what is waited for at most, and the room for lines at most.

    If ``around``, parties lie on both sides of what they wait for; else all lie to the left of it.
    """

    width: float
    party: float
    what: float
    gutter: float
    around: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from a party to what it waits for; or, with a ``head``, from that to a party that holds it up."""

    path: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class What:
    """Something that is waited for, as drawn; ``number`` is its place in what was asked to be drawn."""

    number: int
    wait: Wait
    box: Box
    lines: tuple[Label, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party as drawn; ``whats`` are the numbers of that with which it has to do, ``others`` who else has."""

    id: str
    name: str
    box: Box
    lines: tuple[Label, ...]
    whats: tuple[int, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standoff:
    """The drawing; parties and what they wait for stand in it from top to bottom."""

    name: str
    width: float
    height: float
    parties: tuple[Party, ...]
    whats: tuple[What, ...]


def draw(waits: Sequence[Wait], called: Mapping[str, str], *, name: str, size: Size) -> Standoff:
    """Draw who stands in whose way.

    Args:
        waits: what is waited for; one at least.
        called: the parties' names, by id.
        name: tells this drawing's element ids from those of another in the same page.
        size: its measures; the height follows.
    """
    layout = _Layout(waits, called, size)
    parties = (
        _party(party, called[party], box, _written(layout.names[party], box), waits)
        for party, box in layout.parties.items()
    )
    whats = (
        What(number, waits[number], box, _written(layout.words[number], box), tuple(layout.ties(number)))
        for number, box in layout.whats.items()
    )
    return Standoff(name, size.width, layout.height + 2 * EDGE, tuple(parties), tuple(whats))


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line meets a party: that waits for what has a number, or holds it up."""

    party: str
    number: int
    holds: bool


class _Layout:
    """Where boxes and lines lie: three columns, of parties, of what they wait for, and of parties again or of none."""

    def __init__(self, waits: Sequence[Wait], called: Mapping[str, str], size: Size) -> None:
        self._waits, self._size = waits, size
        self.words = [lines_of(wait.what, size.what - 2 * PAD, _WHAT_LINES) for wait in waits]
        parties = dict.fromkeys(party for wait in waits for party in wait.parties)
        self.names = {party: lines_of(called[party], size.party - 2 * PAD, _PARTY_LINES) for party in parties}
        self._right = on_the_right(waits) if size.around else frozenset()
        self._ends = [
            _End(party, number, holds)
            for number, wait in enumerate(waits)
            for holds, side in ((False, wait.waiting), (True, wait.holding))
            for party in side
        ]

    @cached_property
    def height(self) -> float:
        """How tall the tallest column is."""
        columns = (map(self._tall.__getitem__, side) for side in self._sides)
        return max(stacked(list(map(_tall, self.words)), BETWEEN), *(stacked(list(one), BETWEEN) for one in columns))

    @cached_property
    def whats(self) -> Mapping[int, Box]:
        """The boxes of what is waited for, from top to bottom, with even room between them."""
        order = from_top(self._waits)
        heights = [_tall(self.words[number]) for number in order]
        spare = (self.height - stacked(heights, BETWEEN)) / len(order)
        wanted = [
            EDGE + sum(heights[:at]) + at * BETWEEN + heights[at] / 2 + (at + 0.5) * spare for at in range(len(order))
        ]
        return dict(zip(order, self._boxes(1, wanted, heights), strict=True))

    @cached_property
    def parties(self) -> Mapping[str, Box]:
        """The boxes of the parties, each as near to the middle of what it has to do with as the others let it."""
        wanted = middles(self._waits, {number: box.middle for number, box in self.whats.items()})
        found: dict[str, Box] = {}
        for column, side in zip((0, 2), self._sides, strict=True):
            own = sorted(side, key=wanted.__getitem__)
            boxes = self._boxes(column, [wanted[party] for party in own], [self._tall[party] for party in own])
            found |= zip(own, boxes, strict=True)
        return found

    def ties(self, number: int) -> Iterator[Tie]:
        """The lines to and from what is waited for."""
        box, own = self.whats[number], [end for end in self._ends if end.number == number]
        for end in own:
            right = end.party in self._right
            both = any(other.holds != end.holds and (other.party in self._right) is right for other in own)
            aside = (ASIDE if end.holds else -ASIDE) if both else 0.0
            edge = self._across[2][0] if right else self._across[0][1]
            yield _tie(edge, self._ports[end], box.right if right else box.left, box.middle + aside, head=end.holds)

    @cached_property
    def _sides(self) -> tuple[Sequence[str], Sequence[str]]:
        """The parties to the left, and those to the right."""
        left, right = ([party for party in self.names if (party in self._right) is side] for side in (False, True))
        return left, right

    @cached_property
    def _tall(self) -> Mapping[str, float]:
        """How tall a party is: there is room for its name, and for the ends of its lines."""
        ends = Counter(end.party for end in self._ends)
        return {party: max(_tall(lines), (ends[party] + 1) * PORT) for party, lines in self.names.items()}

    @cached_property
    def _across(self) -> Sequence[tuple[float, float]]:
        """Where each column begins and ends."""
        left, right = (_wide([self.names[party] for party in side]) for side in self._sides)
        what = _wide(self.words)
        gutters = 2 if right else 1
        free = self._size.width - 2 * EDGE - left - what - right
        gutter = min(self._size.gutter, free / gutters)
        start = EDGE + (free - gutters * gutter) / 2
        middle = start + left + gutter
        end = middle + what + gutter
        return (start, start + left), (middle, middle + what), (end, end + right)

    @cached_property
    def _ports(self) -> Mapping[_End, float]:
        """How far down each line meets its party: in the order of what it leads to, so that they do not cross."""
        found: dict[_End, float] = {}
        for party, box in self.parties.items():
            own = [end for end in self._ends if end.party == party]
            own.sort(key=lambda end: (self.whats[end.number].middle, end.holds))
            found |= {end: box.middle + (at - (len(own) - 1) / 2) * PORT for at, end in enumerate(own)}
        return found

    def _boxes(self, column: int, wanted: Sequence[float], heights: Sequence[float]) -> list[Box]:
        left, right = self._across[column]
        tops = apart(wanted, heights, BETWEEN, (EDGE, EDGE + self.height))
        return [Box(left, top, right, top + height) for top, height in zip(tops, heights, strict=True)]


def _party(party: str, name: str, box: Box, lines: tuple[Label, ...], waits: Sequence[Wait]) -> Party:
    whats = tuple(number for number, wait in enumerate(waits) if party in wait.parties)
    others = dict.fromkeys(other for number in whats for other in waits[number].parties if other != party)
    return Party(party, name, box, lines, whats, tuple(others))


def _tie(x: float, y: float, to_x: float, to_y: float, *, head: bool) -> Tie:
    """A line from a party to what it waits for; with a head, one that ends at the party."""
    toward = 1 if to_x > x else -1
    start = x + toward * HEAD if head else x
    bend = (start + to_x) / 2
    path = f"M{start:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    base = x + toward * (HEAD + 1)
    return Tie(path, f"M{x:.1f} {y:.1f}L{base:.1f} {y - HEAD / 2:.1f}V{y + HEAD / 2:.1f}Z" if head else "")


def _written(lines: Sequence[str], box: Box) -> tuple[Label, ...]:
    """Lines of words in the middle of a box."""
    x, first = (box.left + box.right) / 2, box.middle - (len(lines) - 1) * LINE / 2 + (UP - DOWN) / 2
    return tuple(Label(words, round(x, 1), round(first + at * LINE, 1), "middle") for at, words in enumerate(lines))


def _tall(lines: Sequence[str]) -> float:
    return len(lines) * LINE + AIR


def _wide(blocks: Sequence[Sequence[str]]) -> float:
    return max((text_width(line) + 2 * PAD for lines in blocks for line in lines), default=0.0)


__all__ = ["Party", "Size", "Standoff", "Tie", "What", "draw"]
