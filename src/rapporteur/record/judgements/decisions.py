"""Judgements at work: what they say of the groups and entries of one build, and where the reports now say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapporteur.record.codec import Entry
from rapporteur.record.judgements.constraints import Constraints
from rapporteur.record.judgements.judgement import Judgement, Verdict, added, standing
from rapporteur.record.judgements.references import Index, anchors_of
from rapporteur.record.judgements.values import Names, UnfitValueError, parsed, with_value, written
from rapporteur.record.model import Judged
from rapporteur.record.rows import evidence_of

Item = TypeVar("Item", bound=Hashable)
_GONE = "what it is about is not in the record any more"
_ONE = (Verdict.RIGHT, Verdict.WRONG, Verdict.VALUE)


@dataclass
class Decisions:
    """The judgements that hold, and what became of each in this build."""

    judgements: Sequence[Judgement]
    _found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _remarks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.standing = standing(self.judgements)

    def concern(self, kind: str) -> bool:
        """Whether any judgement that holds is about entries of a list."""
        return any(one.about and one.about[0].kind == kind for one in self.standing)

    def constraints(self, kind: str, index: Index[Item]) -> Constraints[Item]:
        """What must be one thing, and what must not, of the items of an index."""
        if not self.concern(kind):
            return Constraints()
        together: list[frozenset[Item]] = []
        apart: list[tuple[frozenset[Item], frozenset[Item]]] = []
        for judgement in self.standing:
            if judgement.verdict not in (Verdict.SAME, Verdict.NOT_SAME) or judgement.about[0].kind != kind:
                continue
            one, other = (index.all(reference) for reference in judgement.about)
            if not one or not other:
                self._remarks[judgement.id].append(_GONE)
            elif judgement.verdict is Verdict.SAME:
                together.append(one | other)
            else:
                apart.append((one, other))
        return Constraints(tuple(together), tuple(apart))

    def applied(self, kind: str, entries: Sequence[Entry], index: Index[str], names: Names) -> tuple[Entry, ...]:
        """The entries of a list, without those judged wrong and with the values that people set."""
        left = {entry.id: entry for entry in entries}
        about: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.standing:
            if judgement.about and judgement.about[0].kind == kind:
                self._note(judgement, left, index, about)
        for name, judgements in about.items():
            verdict = added([one.verdict for one in judgements if one.verdict is not Verdict.VALUE])
            self._dispute(judgements, verdict)
            for judgement in judgements:
                if judgement.verdict is Verdict.VALUE:
                    left[name] = self._with_value(kind, left[name], judgement, names)
            if verdict is Verdict.WRONG:
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
        found = self._found[judgement.id]
        if judgement.verdict in _ONE:
            if not found:
                self._remarks[judgement.id].append(_GONE)
                return
            about[found[0]].append(judgement)
            now = str(len({piece.article for piece in evidence_of(entries[found[0]])}))
            if judgement.verdict is Verdict.WRONG and judgement.was and int(now) > int(judgement.was):
                self._remarks[judgement.id].append(f"{now} articles report it now, {judgement.was} did then")

    def _dispute(self, judgements: Sequence[Judgement], verdict: Verdict | None) -> None:
        differing = {one.verdict for one in judgements} >= {Verdict.RIGHT, Verdict.WRONG}
        for judgement in judgements if differing and verdict is None else ():
            if judgement.verdict is not Verdict.VALUE:
                others = sorted({one.by for one in judgements if one.verdict not in (judgement.verdict, Verdict.VALUE)})
                self._remarks[judgement.id].append(f"{' and '.join(others)} judged otherwise: the entry stands")

    def _with_value(self, kind: str, entry: Entry, judgement: Judgement, names: Names) -> Entry:
        try:
            value = parsed(kind, judgement.field, judgement.value, names)
        except UnfitValueError as fault:
            self._remarks[judgement.id].append(str(fault))
            return entry
        now = written(getattr(entry, judgement.field), names.names)
        if now not in (judgement.was, judgement.value):
            self._remarks[judgement.id].append(f"without it, it would now be {now}; it was {judgement.was} then")
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
        pairs = [one for one in self.standing if one.verdict in (Verdict.SAME, Verdict.NOT_SAME)]
        for one in pairs:
            entries = self._found[one.id]
            if one.verdict is Verdict.SAME and len(set(entries)) > 1 and not self._remarks[one.id]:
                self._remarks[one.id].append("somebody judged that they are not the same: they stay apart")
        found = (
            Judged(one.id, tuple(self._found[one.id]), "; ".join(dict.fromkeys(self._remarks[one.id])))
            for one in self.standing
        )
        return tuple(sorted(found, key=lambda judged: judged.judgement))


def index_of(entries: Iterable[Entry], sightings: Mapping[str, Sequence] = {}) -> Index[str]:  # type: ignore[type-arg]
    """The entries of a list by where articles speak of them; ``sightings`` are those of actors."""
    index: Index[str] = Index()
    for entry in entries:
        index.add(entry.id, anchors_of(entry, sightings.get(entry.id, ())), entry.id)
    return index


__all__ = ["Decisions", "index_of"]
