"""What the parser is taught: its label sets, and which labels a source of names leaves open.

Sources mark different kinds.  A label of a source stands for a set of the parser's labels, and the loss asks for the
set, not for one of its members: "LOC" of a news set may be a place or a state, and what a set without titles leaves
unmarked may be a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from training.treebank import Document

KINDS = ("per", "title", "state", "dem", "place", "org", "group", "body", "other", "date")
NAMES = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
ROLES = ("O", "B-src", "I-src", "B-cue", "I-cue")
CONTENT = ("O", "B-con", "I-con")
TAGS = ("xpos", "upos", "feats", "deprel", "lemma")
RAREST = 3
"""Labels seen less often in training are not learnt."""

# What a kind of each source may be, and the kinds that it does not mark.
SOURCES: Mapping[str, tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]] = {
    "own": ({kind: (kind,) for kind in KINDS}, ()),
    "gum": (
        {
            "per": ("per",),
            "place": ("place", "state"),
            "org": ("org", "group", "body"),
            "other": ("other",),
            "date": ("date",),
        },
        ("title", "dem", "date", "other"),
    ),
    "crossner": (
        {
            "politician": ("per",),
            "person": ("per",),
            "country": ("state",),
            "location": ("place",),
            "organisation": ("org", "group", "body"),
            "politicalparty": ("org",),
            "event": ("other",),
            "election": ("other",),
            "misc": ("other", "dem"),
        },
        ("title", "date", "dem"),
    ),
    "news": (
        {"PER": ("per",), "LOC": ("place", "state"), "ORG": ("org", "group", "body"), "MISC": ("other", "dem")},
        ("title", "date"),
    ),
    "web": (
        {"PER": ("per",), "LOC": ("place", "state"), "ORG": ("org", "group", "body")},
        ("title", "date", "dem", "other"),
    ),
}


def allowed(source: str, label: str) -> tuple[int, ...]:
    """The numbers of the parser's name labels that a BIO ``label`` of ``source`` admits."""
    kinds, unmarked = SOURCES[source]
    if label == "O":
        return (0, *(NAMES.index(f"{edge}-{kind}") for kind in unmarked for edge in "BI"))
    edge, _, kind = label.partition("-")
    return tuple(NAMES.index(f"{edge}-{mine}") for mine in kinds[kind])


def label_sets(documents: Iterable[Document], scripts: Iterable[str]) -> dict[str, list[str]]:
    """The label sets of the tags, the most frequent first, ties by name."""
    counts: dict[str, Counter[str]] = {tag: Counter() for tag in TAGS}
    counts["lemma"].update(scripts)
    for document in documents:
        for sentence in document.sentences:
            for word in sentence.words:
                for tag in ("xpos", "upos", "feats", "deprel"):
                    counts[tag][getattr(word, tag)] += 1
    sets = {tag: _frequent(counted) for tag, counted in counts.items()}
    return sets | {"names": list(NAMES), "roles": list(ROLES), "content": list(CONTENT)}


def _frequent(counted: Counter[str]) -> list[str]:
    return sorted((label for label, n in counted.items() if n >= RAREST), key=lambda x: (-counted[x], x))


def bio(length: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """``spans`` (first, last, kind) over ``length`` tokens as labels."""
    labels = ["O"] * length
    for first, last, kind in spans:
        labels[first] = f"B-{kind}"
        labels[first + 1 : last + 1] = [f"I-{kind}"] * (last - first)
    return labels


def spans_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans (first, last, kind) of well-formed BIO ``labels``."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        if label[0] == "B":
            found.append((at, at, label[2:]))
        elif label[0] == "I" and found:
            found[-1] = (found[-1][0], at, found[-1][2])
    return found
