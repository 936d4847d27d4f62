"""From scores of arcs to a tree: the best head of each word, and the best tree where these do not make one.

The best tree is a maximum spanning arborescence with a single root, found after Chu and Liu (1965) and Edmonds (1967).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
_NEVER = -1e9


def heads(scores: Scores) -> Heads:
    """The head of each word of a sentence.

    Args:
        scores: [words, 1 + words]; the first column is the root's.

    Returns:
        For each word the number of its head from 1, or 0 for the only root.
    """
    best = scores.copy()
    count = len(best)
    best[np.arange(count), np.arange(1, count + 1)] = _NEVER
    found: Heads = best.argmax(1)
    if is_tree(found):
        return found
    return _best_tree(best)


def is_tree(found: Heads) -> bool:
    """Whether heads have one root, and every word reaches it."""
    if np.count_nonzero(found == 0) != 1:
        return False
    above = np.concatenate([[0], found])
    for _ in range(max(1, len(above).bit_length())):
        above = above[above]
    return not above.any()


def _best_tree(scores: Scores) -> Heads:
    """The best tree with one root: of the best trees for each likely root, the best."""
    count = len(scores)
    square = np.full((count + 1, count + 1), _NEVER)
    square[1:] = scores - scores.max(1, keepdims=True)
    roots = np.argsort(-square[1:, 0], kind="stable")[:3] + 1
    best: tuple[float, Heads] | None = None
    for root in roots.tolist():
        trial = square.copy()
        trial[1:, 0] = _NEVER
        trial[root, 1:] = _NEVER
        trial[root, 0] = square[root, 0]
        found = _arborescence(trial)
        value = float(trial[np.arange(1, count + 1), found[1:]].sum())
        if best is None or value > best[0]:
            best = (value, found[1:])
    assert best is not None  # noqa: S101 - a sentence has a word
    return best[1]


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    """The heads of the maximum spanning arborescence of ``scores`` [nodes, nodes] over node 0, cycles contracted."""
    found: Heads = scores.argmax(1)
    found[0] = -1
    cycle = _cycle(found)
    if not cycle:
        return found
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    inside, outside = np.array(cycle), np.array(rest)
    gain = scores[np.ix_(inside, outside)] - scores[inside, found[inside]][:, None]
    smaller = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[:-1, -1] = scores[np.ix_(outside, inside)].max(1)
    smaller[-1, :-1] = gain.max(0)
    smaller[0] = _NEVER
    contracted = _arborescence(smaller)
    result = found.copy()
    for place, node in enumerate(rest[1:], 1):
        head = contracted[place]
        result[node] = inside[scores[node, inside].argmax()] if head == len(rest) else rest[head]
    entry = contracted[-1]
    entered = inside[gain[:, entry].argmax()]
    result[entered] = rest[entry]
    return result


def _cycle(found: Heads) -> list[int]:
    """The nodes of one cycle of heads; empty if there is none."""
    state = [0] * len(found)
    for start in range(1, len(found)):
        path, node = [], start
        while node > 0 and not state[node]:
            state[node] = start + 1
            path.append(node)
            node = int(found[node])
        if node > 0 and state[node] == start + 1 and node in path:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = -1
    return []
