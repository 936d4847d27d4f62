"""Mended trees: for each sentence a word, and the word on which it hangs when the order of words is respected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.language.trees import Tree
from rapporteur.reading.events.mending import mended
from tests.language.test_trees import tree

CASES = [
    # The last of a list hangs on a word behind it, on another member, or on the verb.
    (
        (
            "Peru/nsubj/6/PROPN ,/punct/3/PUNCT Chile/conj/1/PROPN and/cc/5/CCONJ Oman/conj/7/PROPN met/root/0/VERB "
            "Fiji/obj/6/PROPN"
        ),
        "Oman",
        "Peru",
    ),
    (
        "Peru/nsubj/6/PROPN ,/punct/3/PUNCT Chile/conj/1/PROPN and/cc/5/CCONJ Oman/conj/3/PROPN met/root/0/VERB",
        "Oman",
        "Peru",
    ),
    (
        "Peru/nsubj/5/PROPN ,/punct/3/PUNCT Chile/nsubj/5/PROPN both/advmod/5/ADV met/root/0/VERB",
        "Chile",
        "Peru",
    ),
    (
        "aid/nsubj/6/NOUN to/case/3/ADP Peru/nmod/1/PROPN and/cc/5/CCONJ Chile/conj/6/PROPN rose/root/0/VERB",
        "Chile",
        "Peru",
    ),
    ("Peru/nsubj/2/PROPN met/root/0/VERB Chile/obj/2/PROPN and/cc/5/CCONJ Oman/conj/2/PROPN", "Oman", "Chile"),
    # What renames the member of a list stays with it.
    (
        (
            "Peru/nsubj/8/PROPN and/cc/3/CCONJ Lee/conj/1/PROPN ,/punct/6/PUNCT the/det/6/DET envoy/appos/3/NOUN "
            ",/punct/3/PUNCT left/root/0/VERB"
        ),
        "envoy",
        "Lee",
    ),
    ("rivals/nsubj/3/NOUN Peru/nsubj/3/PROPN met/root/0/VERB", "Peru", "rivals"),
    # A title hangs on the name behind it, an adjective on the noun right behind it; a name behind a noun renames it.
    (
        (
            "Lee/nsubj/6/PROPN and/cc/4/CCONJ Chancellor/conj/1/PROPN Park/conj/1/PROPN then/advmod/6/ADV "
            "met/root/0/VERB"
        ),
        "Chancellor",
        "Park",
    ),
    ("Envoys/nsubj/2/NOUN met/root/0/VERB Chilean/amod/1/ADJ officials/obj/2/NOUN", "Chilean", "officials"),
    ("met/root/0/VERB a/det/3/DET colleague/obj/1/NOUN ,/punct/5/PUNCT Lee/obj/1/PROPN", "Lee", "colleague"),
    # An owner hangs on what is owned, whose preposition it does not take.
    ("Peru/nsubj/4/PROPN 's/case/1/PART envoy/nsubj/4/NOUN left/root/0/VERB", "Peru", "envoy"),
    (
        "spoke/root/0/VERB to/case/3/ADP Peru/nmod/6/PROPN 's/case/3/PART new/amod/6/ADJ envoy/obl/1/NOUN",
        "to",
        "envoy",
    ),
    # A name before a verb is its subject, one right behind it its object; a preposition is of the phrase behind it.
    ("Lee/nmod/4/PROPN rejected/root/0/VERB a/det/4/DET plan/obj/2/NOUN", "Lee", "rejected"),
    (
        "made/root/0/VERB a/det/3/DET statement/obj/1/NOUN condemning/acl/3/VERB Peru/nmod/3/PROPN",
        "Peru",
        "condemning",
    ),
    ("called/root/0/VERB on/compound/1/ADP Peru/obl/1/PROPN", "on", "Peru"),
    # What is in order stays.
    (
        "Peru/nsubj/2/PROPN met/root/0/VERB Chile/obj/2/PROPN ,/punct/5/PUNCT Oman/nsubj/6/PROPN left/conj/2/VERB",
        "Oman",
        "left",
    ),
    ("Peru/compound/2/PROPN envoys/nsubj/3/NOUN left/root/0/VERB", "Peru", "envoys"),
]


@pytest.mark.parametrize(("marked", "word", "head"), CASES)
def test_where_a_word_hangs(marked: str, word: str, head: str) -> None:
    made = mended(tree(marked))
    at = next(k for k in range(len(made)) if made.form(k) == word.lower())
    assert made.form(made.heads[at]) == head.lower()


WORDS = ("Peru", "envoy", ",", "and", "'s", "to", "met", "new")
TAGS = ("PROPN", "NOUN", "PUNCT", "CCONJ", "PART", "ADP", "VERB", "ADJ")
RELATIONS = ("nsubj", "conj", "appos", "case", "nmod", "obj", "obl", "acl", "compound", "punct")


@given(st.data())
def test_any_tree_stays_a_tree(data: st.DataObject) -> None:
    made = data.draw(trees())
    better = mended(made)
    assert all(_reaches_root(better, at) for at in range(len(better)))
    assert sum(head < 0 for head in better.heads) == sum(head < 0 for head in made.heads)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees of any shape: each word hangs on one that was hung before it, in an order of its own."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: 0} | {order[k]: order[draw(st.integers(0, k - 1))] + 1 for k in range(1, size)}
    kinds = [draw(st.integers(0, len(WORDS) - 1)) for _ in range(size)]
    relations = [draw(st.sampled_from(RELATIONS)) if heads[at] else "root" for at in range(size)]
    return tree(" ".join(f"{WORDS[kinds[at]]}/{relations[at]}/{heads[at]}/{TAGS[kinds[at]]}" for at in range(size)))


def _reaches_root(made: Tree, at: int) -> bool:
    for _ in range(len(made)):
        if made.heads[at] < 0:
            return True
        at = made.heads[at]
    return False
