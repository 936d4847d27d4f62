"""Trees: what hangs on what, and phrases without what is only said of them."""

from __future__ import annotations

import pytest

from rapporteur.language.parse import Token
from rapporteur.language.trees import Tree

# A sentence with each word's relation and the number of its head from 1; a word in it, and the core of its phrase.
CASES = [
    ("the/det/4 new/amod/4 Omani/amod/4 envoy/nsubj/5 left/root/0", "envoy", "the new Omani envoy"),
    (
        "envoys/nsubj/9 of/case/4 the/det/4 king/nmod/1 ,/punct/8 who/nsubj/7 waited/acl/1 ,/punct/1 left/root/0",
        "envoys",
        "envoys of the king",
    ),
    ("talks/root/0 in/case/3 Oslo/nmod/1", "talks", "talks"),
    ("Peru/root/0 and/cc/3 Chile/conj/1", "Peru", "Peru"),
    ("Peru/nmod/3 's/case/1 envoys/root/0", "envoys", "Peru 's envoys"),
    ("Lee/root/0 ,/punct/4 the/det/4 envoy/appos/1", "Lee", "Lee"),
    ("bread/compound/3 -/punct/3 price/compound/4 riots/root/0", "riots", "bread - price riots"),
]


def tree(marked: str) -> Tree:
    """A tree from words, or words and lemmas ("was=be"), with relation, head, and perhaps tag and features."""
    text, tokens, heads = "", [], []
    for piece in marked.split():
        word, relation, head, *known = piece.split("/")
        form, _, lemma = word.partition("=")
        tag, feats = [*known, None, None][:2]
        span = (len(text), len(text) + len(form))
        tokens.append(Token(*span, lemma=lemma or None, upos=tag, feats=feats, deprel=relation))
        heads.append(int(head) - 1)
        text += form + " "
    return Tree(text, tuple(tokens), tuple(heads))


@pytest.mark.parametrize(("marked", "word", "wanted"), CASES)
def test_the_core_of_a_phrase(marked: str, word: str, wanted: str) -> None:
    made = tree(marked)
    at = next(k for k in range(len(made)) if made.form(k) == word.lower())
    assert made.core(at).of(made.text) == wanted


def test_members_of_a_list() -> None:
    made = tree("Peru/nsubj/6 ,/punct/3 Chile/conj/1 and/cc/5 Oman/conj/1 met/root/0")
    assert [made.form(k) for k in made.members(0)] == ["peru", "chile", "oman"]


def test_a_case_of_several_words() -> None:
    made = tree("because/case/3 of/fixed/1 rain/obl/4 stopped/root/0")
    assert made.case(2) == "because of"


def test_the_subtree_holds_all_below() -> None:
    made = tree("the/det/2 envoy/nsubj/3 left/root/0")
    assert sorted(made.subtree(2)) == [0, 1, 2]
