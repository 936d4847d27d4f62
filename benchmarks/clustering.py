"""How alike two ways to group the same things are: MUC, B³, entity-based CEAF, and their mean, the CoNLL score.

A group is a set of things; each thing is in one group at most.  Things of which one side knows nothing count against
the other: they are what was missed, or found beside the gold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet

Groups = Sequence[AbstractSet[Hashable]]
_NEVER = float("inf")


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll(gold: Groups, found: Groups) -> float:
    """The mean of the three F1 measures."""
    return (muc(gold, found) + b_cubed(gold, found) + ceaf(gold, found)) / 3


def muc(gold: Groups, found: Groups) -> float:
    """F1 of the links that hold each group together (Vilain et al., 1995)."""
    return f1(_links(found, gold), _links(gold, found))


def _links(of: Groups, among: Groups) -> float:
    """Of the links that groups need, the share that is kept where their things are parted as ``among`` has them."""
    where = _where(among)
    needed = sum(len(group) - 1 for group in of)
    kept = sum(len(group) - _parts(group, where) for group in of)
    return kept / needed if needed else 0.0


def _parts(group: Collection[Hashable], where: Mapping[Hashable, int]) -> int:
    known = {where[thing] for thing in group if thing in where}
    return len(known) + sum(thing not in where for thing in group)


def b_cubed(gold: Groups, found: Groups) -> float:
    """F1 of how pure and how whole the group of each thing is (Bagga and Baldwin, 1998)."""
    return f1(_purity(found, gold), _purity(gold, found))


def _purity(of: Groups, among: Groups) -> float:
    """For a thing of a group, the share of its group that is with it in ``among`` too, as a mean."""
    where = _where(among)
    total = sum(map(len, of))
    shared = 0.0
    for group in of:
        together = Counter(where[thing] for thing in group if thing in where)
        shared += sum(number**2 for number in together.values()) / len(group)
    return shared / total if total else 0.0


def ceaf(gold: Groups, found: Groups) -> float:
    """F1 of the best one-to-one alignment of groups, each pair worth how much of both is shared (Luo, 2005)."""
    best = sum(_best(block) for block in _blocks(gold, found))
    return f1(best / len(found), best / len(gold)) if gold and found else 0.0


Worth = dict[tuple[int, int], float]


def _blocks(gold: Groups, found: Groups) -> list[Worth]:
    """The pairs of groups that share something, with their worth, in blocks that share no group."""
    where = _where(found)
    shared = Counter((at, where[thing]) for at, group in enumerate(gold) for thing in group if thing in where)
    by_gold: dict[int, list[int]] = defaultdict(list)
    by_found: dict[int, list[int]] = defaultdict(list)
    for one, two in shared:
        by_gold[one].append(two)
        by_found[two].append(one)
    blocks, seen = [], set()
    for start in by_gold:
        if start in seen:
            continue
        block, todo = {}, [start]
        while todo:
            one = todo.pop()
            if one in seen:
                continue
            seen.add(one)
            for two in by_gold[one]:
                block[one, two] = 2 * shared[one, two] / (len(gold[one]) + len(found[two]))
                todo += [other for other in by_found[two] if other not in seen]
        blocks.append(block)
    return blocks


def _best(worth: Worth) -> float:
    """The worth of the best one-to-one pairing in a block: the Hungarian method, with potentials."""
    if len(worth) == 1:
        return next(iter(worth.values()))
    rows, columns = sorted({one for one, _ in worth}), sorted({two for _, two in worth})
    if len(rows) > len(columns):
        worth, rows, columns = {(two, one): value for (one, two), value in worth.items()}, columns, rows
    matched = _assignment([[-worth.get((row, column), 0.0) for column in columns] for row in rows])
    return sum(worth.get((rows[row], columns[column]), 0.0) for row, column in matched)


def _assignment(cost: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """A column for each row at the least cost; there are no fewer columns than rows."""
    width = len(cost[0])
    of_row, of_column = [0.0] * (len(cost) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)  # by which row, from 1; column 0 is that of the row being placed
    for row in range(1, len(cost) + 1):
        taken[0] = row
        _place(cost, of_row, of_column, taken)
    return [(row - 1, column - 1) for column, row in enumerate(taken) if row and column]


def _place(cost: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], taken: list[int]) -> None:
    """Place the row in column 0 by the cheapest chain of moves."""
    width = len(of_column)
    least, came, done = [_NEVER] * width, [0] * width, [False] * width
    at = 0
    while taken[at]:
        done[at] = True
        row, step, following = taken[at], _NEVER, 0
        for column in range(1, width):
            if not done[column]:
                price = cost[row - 1][column - 1] - of_row[row] - of_column[column]
                if price < least[column]:
                    least[column], came[column] = price, at
                if least[column] < step:
                    step, following = least[column], column
        for column in range(width):
            if done[column]:
                of_row[taken[column]] += step
                of_column[column] -= step
            else:
                least[column] -= step
        at = following
    while at:
        taken[at] = taken[came[at]]
        at = came[at]


def _where(groups: Groups) -> dict[Hashable, int]:
    return {thing: at for at, group in enumerate(groups) for thing in group}
