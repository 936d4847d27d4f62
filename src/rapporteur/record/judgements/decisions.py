"""Judgements at work: what they say of the groups and entries of one build, and where the reports now say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from rapporteur.record.codec import Entry
from rapporteur.record.judgements.constraints import Constraints
from rapporteur.record.judgements.judgement import Anchor, Judgement, Verdict, standing
from rapporteur.record.judgements.references import Index, anchors_of
from rapporteur.record.judgements.values import Names, UnfitValueError, parsed, with_value, written
from rapporteur.record.model import Judged
from rapporteur.record.rows import evidence_of

Item = TypeVar("Item", bound=Hashable)
_GONE = "what it is about is not in the record any more"
_ONE = (Verdict.RIGHT, Verdict.WRONG, Verdict.VALUE)


class Decisions:
    """The judgements that hold, and what became of each in this build."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.standing = standing(judgements)
        self._found: dict[str, list[str]] = defaultdict(list)
        self._remarks: dict[str, list[str]] = defaultdict(list)

    def concern(self, kind: str) -> bool:
        """Whether any judgement that holds is about entries of a list."""
        return any(one.about and one.about[0].kind == kind for one in self.standing)

    def constraints(self, kind: str, index: Index[Item]) -> Constraints[Item]:
        """What must be one thing, and what must not, of the items of an index.

        *Same* and *not the same* about the same come to *not the same*: two joined wrongly do more harm than two apart.
        """
        if not self.concern(kind):
            return Constraints()
        together: list[tuple[Judgement, frozenset[Item]]] = []
        apart: list[tuple[frozenset[Item], frozenset[Item]]] = []
        for judgement in self.standing:
            if judgement.verdict not in (Verdict.SAME, Verdict.NOT_SAME) or judgement.about[0].kind != kind:
                continue
            one, other = (index.all(reference) for reference in judgement.about)
            if not one or not other:
                self.remark(judgement, _GONE)
            elif judgement.verdict is Verdict.SAME:
                together.append((judgement, one | other))
            else:
                apart.append((one, other))
        agreed = [held for judgement, held in together if not self._is_contradicted(judgement, held, apart)]
        return Constraints(tuple(agreed), tuple(apart))

    def _is_contradicted(
        self, judgement: Judgement, held: frozenset[Item], apart: Iterable[tuple[frozenset[Item], frozenset[Item]]]
    ) -> bool:
        contradicted = any(held & one and held & other for one, other in apart)
        if contradicted:
            self.remark(judgement, "somebody judged that they are not the same: they stay apart")
        return contradicted

    def renamed(self, kind: str, index: Index[str]) -> dict[str, str]:
        """The names that people gave to entries of a list, by id: other entries of the list can be set by them."""
        given = (one for one in self.standing if one.field == "name" and one.about[0].kind == kind)
        return {name: one.value for one in given if (name := index.one(one.about[0]))}

    def applied(self, kind: str, entries: Sequence[Entry], index: Index[str], names: Names) -> tuple[Entry, ...]:
        """The entries of a list, without those judged wrong and with the values that people set."""
        left = {entry.id: entry for entry in entries}
        about: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.standing:
            if judgement.about and judgement.about[0].kind == kind and judgement.verdict is not Verdict.ADDED:
                self._note(judgement, left, index, about)
        for name, judgements in about.items():
            for judgement in self._last_of_each(judgements):
                left[name] = self._with_value(kind, left[name], judgement, names)
            if self._is_wrong(judgements):
                del left[name]
        return tuple(left.values())

    def _note(
        self, judgement: Judgement, entries: Mapping[str, Entry], index: Index[str], about: dict[str, list[Judgement]]
    ) -> None:
        """Find what a judgement is about now, and keep it where it is about one entry alone."""
        for reference in judgement.about:
            name = index.one(reference)
            if name and name in entries and name not in self._found[judgement.id]:
                self._found[judgement.id].append(name)
        if judgement.verdict not in _ONE:
            return
        if not self._found[judgement.id]:
            self.remark(judgement, _GONE)
            return
        name = self._found[judgement.id][0]
        about[name].append(judgement)
        now = len({piece.article for piece in evidence_of(entries[name])})
        if judgement.verdict is Verdict.WRONG and judgement.was.isdecimal() and now > int(judgement.was):
            self.remark(judgement, f"{now} articles report it now, {judgement.was} did then")

    def _is_wrong(self, judgements: Sequence[Judgement]) -> bool:
        """Whether all who judged an entry find it wrong; of one person's verdicts the last counts."""
        last = {one.by: one for one in judgements if one.verdict is not Verdict.VALUE}
        verdicts = {one.verdict for one in last.values()}
        if len(verdicts) > 1:
            for one in last.values():
                others = " and ".join(sorted(by for by, other in last.items() if other.verdict is not one.verdict))
                self.remark(one, f"{others} judged otherwise: the entry stands")
        return verdicts == {Verdict.WRONG}

    def _last_of_each(self, judgements: Sequence[Judgement]) -> list[Judgement]:
        """The last value set for each field; an earlier one of somebody else says that it was set otherwise."""
        last: dict[str, Judgement] = {}
        for judgement in judgements:
            if judgement.verdict is not Verdict.VALUE:
                continue
            before = last.get(judgement.field)
            if before and before.by != judgement.by and before.value != judgement.value:
                self.remark(before, f"{judgement.by} set it to {judgement.value} later, which holds")
                self.remark(judgement, f"{before.by} had set it to {before.value}")
            last[judgement.field] = judgement
        return list(last.values())

    def _with_value(self, kind: str, entry: Entry, judgement: Judgement, names: Names) -> Entry:
        try:
            value = parsed(kind, judgement.field, judgement.value, names)
        except UnfitValueError as fault:
            self.remark(judgement, str(fault))
            return entry
        now = written(getattr(entry, judgement.field), names.names)
        if now not in (judgement.was, judgement.value) and not _is(kind, judgement, entry, names):
            self.remark(judgement, f"without it, it would now be {now}; it was {judgement.was} then")
        why = f"set by {judgement.by}{f': {judgement.reason}' if judgement.reason else ''}"
        return with_value(entry, judgement.field, value, why)

    def remark(self, judgement: Judgement, remark: str) -> None:
        """Note what stands in the way of a judgement."""
        self._remarks[judgement.id].append(remark)

    def found(self, judgement: Judgement, entry: str) -> None:
        """Note an entry that a judgement made."""
        self._found[judgement.id].append(entry)

    def judged(self) -> tuple[Judged, ...]:
        """For each judgement that holds, the entries that it is about and what is to be said of it, by its id."""
        found = (
            Judged(one.id, tuple(self._found[one.id]), "; ".join(dict.fromkeys(self._remarks[one.id])))
            for one in self.standing
        )
        return tuple(sorted(found, key=lambda judged: judged.judgement))


def _is(kind: str, judgement: Judgement, entry: Entry, names: Names) -> bool:
    """Whether a field still has the value that it had when it was judged, though what it names is called otherwise."""
    try:
        return bool(parsed(kind, judgement.field, judgement.was, names) == getattr(entry, judgement.field))
    except UnfitValueError:
        return False


def index_of(entries: Iterable[Entry], sightings: Mapping[str, Sequence[Anchor]] | None = None) -> Index[str]:
    """The entries of a list by where articles speak of them; ``sightings`` are those of actors."""
    index: Index[str] = Index()
    for entry in entries:
        index.add(entry.id, anchors_of(entry, (sightings or {}).get(entry.id, ())), entry.id)
    return index


__all__ = ["Decisions", "index_of"]
