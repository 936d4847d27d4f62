"""Positions and commitments in public texts: how many can an analyst defend?

A person has read a sample with its sentences and kept a verdict on each in ``judged.yaml``: right party, right stance,
an issue that says what it is about, the position of a party or a real undertaking.  The list holds digests and places,
no word of the texts.  What has come into the sample since has no verdict, and is counted apart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

import rapporteur
from rapporteur.reading.claims import ActorKind, CommitmentClaim, PositionClaim, Reading

LIST = Path(__file__).with_name("judged.yaml")
SEED = "200"
SIZE, COMMITMENTS = 100, 40
"""Claims in a sample, and how many of them may be commitments."""
POOLS: Mapping[str, Mapping[str, str]] = {
    "unseen texts": {
        "aquaint": "data/dates/aquaint.jsonl",
        "geowebnews": "data/places/geowebnews.jsonl",
        "polnear_dev": "data/quotes/polnear_dev.jsonl",
    },
    "texts of the first sample": {
        "meantime": "data/coreference/meantime.jsonl",
        "re3d_dev": "data/meetings/re3d_dev.jsonl",
        "re3d_train": "data/meetings/re3d_train.jsonl",
    },
}
"""By name, the data sets of a pool: rules were mended on what was wrong in the second, and later in the first."""

Key = tuple[str, str, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """One claim of a text.  ``parties`` are names; ``public`` the keys of those that are states or public bodies."""

    data: str
    document: str
    start: int
    end: int
    stance: str
    parties: tuple[str, ...]
    public: tuple[str, ...]
    issue: str
    evidence: str

    @property
    def kind(self) -> str:
        """``position`` or ``commitment``."""
        return "commitment" if self.stance == "commitment" else "position"

    @property
    def key(self) -> Key:
        """What a verdict is kept under: where the claim stands, and a digest of what it says."""
        return (self.data, digest(self.document), self.start, self.end, self.stance, digest(*self.parties, self.issue))


def digest(*words: str) -> str:
    """A short name for words that the list may not hold."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def figures(shared: Path) -> dict[str, float]:
    """For each pool: the defensible of the judged claims in its sample, in percent, and how many have no verdict."""
    found: dict[str, float] = {}
    for pool, files in POOLS.items():
        sample = drawn(claims(shared, files))
        judged = [verdict for claim in sample if (verdict := verdicts().get(claim.key)) is not None]
        found[f"defensible, {pool}"] = 100 * sum(judged) / max(1, len(judged))
        found[f"judged, {pool}"] = len(judged)
        found[f"without a verdict, {pool}"] = len(sample) - len(judged)
    return found


def claims(shared: Path, files: Mapping[str, str]) -> list[Found]:
    """Every position and commitment in the texts of ``files``, in order."""
    return [claim for name, path in files.items() for claim in _claims(name, shared / path)]


def drawn(found: Sequence[Found], seed: str = SEED) -> list[Found]:
    """A sample that stays as it is but for what comes or goes: the claims whose digest with the seed comes first."""

    def rank(claim: Found) -> str:
        return digest(seed, *map(str, claim.key))

    commitments = sorted((claim for claim in found if claim.kind == "commitment"), key=rank)[:COMMITMENTS]
    positions = sorted((claim for claim in found if claim.kind == "position"), key=rank)
    return [*positions[: SIZE - len(commitments)], *commitments]


@cache
def verdicts() -> Mapping[Key, bool]:
    """The kept verdicts by what they are about."""
    rows = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return {
        (row["data"], row["document"], row["start"], row["end"], row["stance"], row["says"]): row["defensible"]
        for row in rows
    }


def _claims(name: str, path: Path) -> Iterator[Found]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    given = (json.dumps({"id": row["id"], "text": row["text"]}) for row in rows)
    for row, result in zip(rows, rapporteur.read_lines(given), strict=True):
        if not isinstance(result, rapporteur.Skipped):
            article, reading = result
            stated: tuple[PositionClaim | CommitmentClaim, ...] = (*reading.positions, *reading.commitments)
            for claim in stated:
                yield _found(name, str(row["id"]), article.text, reading, claim)


def _found(name: str, document: str, text: str, reading: Reading, claim: PositionClaim | CommitmentClaim) -> Found:
    parties = (claim.party,) if isinstance(claim, PositionClaim) else claim.by
    actors = [actor for party in parties for actor in reading.actors if actor.id == party]
    span = claim.evidence[-1]
    return Found(
        data=name,
        document=document,
        start=span.start,
        end=span.end,
        stance=claim.stance.value if isinstance(claim, PositionClaim) else "commitment",
        parties=tuple(actor.name for actor in actors),
        public=tuple(actor.key for actor in actors if actor.key and actor.kind in (ActorKind.STATE, ActorKind.BODY)),
        issue=claim.issue if isinstance(claim, PositionClaim) else claim.what,
        evidence=" ".join(span.of(text).split()),
    )


if __name__ == "__main__":
    from benchmarks.measures import SHARED

    for pool, files in POOLS.items():
        for one in drawn(claims(SHARED, files)):
            if one.key not in verdicts():
                print(f"{pool}\t{one.data}\t{one.stance}\t{', '.join(one.parties)}\t{one.issue}\t{one.evidence}")
