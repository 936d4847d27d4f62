"""From scores of BIO labels to spans: the best well-formed sequence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``end`` (exclusive) bear ``kind``; ``score`` is the mean log of their labels' probability."""

    first: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True)
class Labels:
    """A set of BIO labels: "O" first, then "B-" and "I-" of each kind."""

    names: tuple[str, ...]

    @cached_property
    def _follows(self) -> NDArray[np.bool_]:
        """Whether the second label may stand behind the first: an I only behind B or I of its kind."""
        return np.array(
            [[b[0] != "I" or (a[0] != "O" and a[2:] == b[2:]) for b in self.names] for a in self.names], dtype=np.bool_
        )

    @cached_property
    def _opens(self) -> NDArray[np.bool_]:
        return np.array([name[0] != "I" for name in self.names], dtype=np.bool_)

    def best(self, scores: Scores, starts: Sequence[int] = ()) -> list[int]:
        """The most likely well-formed labels of ``scores`` [tokens, labels], as numbers.

        ``starts`` are tokens before which no span may reach, as where a sentence begins.
        """
        found: list[int] = scores.argmax(1).tolist()
        edges = sorted({0, *starts, len(found)})
        for low, high in pairwise(edges):
            if not self._is_well_formed(found[low:high]):
                found[low:high] = self._viterbi(scores[low:high])
        return found

    def _is_well_formed(self, found: Sequence[int]) -> bool:
        return bool(self._opens[found[0]]) and bool(self._follows[found[:-1], found[1:]].all())

    def _viterbi(self, scores: Scores) -> list[int]:
        blocked = np.where(self._follows, 0.0, -1e9)
        value = np.where(self._opens, scores[0], -1e9)
        back = []
        for row in scores[1:]:
            through = value[:, None] + blocked
            back.append(through.argmax(0))
            value = through.max(0) + row
        path = [int(value.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return path[::-1]

    def stretches(self, found: Sequence[int], scores: Scores) -> list[Stretch]:
        """The spans that well-formed labels tell; ``scores`` [tokens, labels] are logs of probabilities."""
        spans: list[Stretch] = []
        at = 0
        while at < len(found):
            name = self.names[found[at]]
            end = at + 1
            if name[0] == "B":
                while end < len(found) and self.names[found[end]] == "I" + name[1:]:
                    end += 1
                mean = float(np.mean([scores[k, found[k]] for k in range(at, end)]))
                spans.append(Stretch(at, end, name[2:], mean))
            at = end
        return spans
