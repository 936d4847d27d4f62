"""Where the training data lies, and what each source gives: rows by source, with a manifest of what was read."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from training import corpus_files
from training.sources import Row, labelled, own, trees
from training.treebank import Document, documents

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
TREEBANKS = {"gum": "treebank/gum-train.conllu.gz", "ewt": "treebank/ewt-train.conllu.gz"}
NAME_SETS = {
    "crossner": ("names/crossner_politics_train.jsonl", "crossner"),
    "wikigold": ("names/wikigold_all.jsonl", "news"),
    "uner": ("names/uner_ewt_dev.jsonl", "web"),
}


@cache
def treebank(name: str) -> tuple[Document, ...]:
    """The training documents of a treebank."""
    return tuple(documents(SHARED / TREEBANKS[name], entities=name == "gum"))


def rows(source: str, pick: random.Random) -> list[Row]:
    """The rows of a source; those of treebanks are cut anew with each ``pick``.

    Raises:
        FileNotFoundError: the source's file is not there.
    """
    if source in TREEBANKS:
        return list(trees(treebank(source), source, pick))
    if source in NAME_SETS:
        return list(_labelled(source))
    return list(_own(source))


@cache
def _labelled(source: str) -> tuple[Row, ...]:
    path, kind = NAME_SETS[source]
    return tuple(labelled(SHARED / path, kind))


@cache
def _own(source: str) -> tuple[Row, ...]:
    found = corpus_files.passages() if source == "passages" else corpus_files.sentences()
    return tuple(own(one for one in found if not one.held_out))


def manifest(sources: Iterable[str]) -> dict[str, str]:
    """What ``sources`` read, each with a sha256: of the file, or of all files of a part of the corpus in order."""
    found = {}
    for source in sources:
        if source in TREEBANKS or source in NAME_SETS:
            name = TREEBANKS.get(source) or NAME_SETS[source][0]
            found[name] = hashlib.sha256((SHARED / name).read_bytes()).hexdigest()
        else:
            paths = sorted((corpus_files.CORPUS / source).glob("*.txt"))
            whole = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths)
            found[f"training/corpus/{source}"] = hashlib.sha256(whole).hexdigest()
    return found
