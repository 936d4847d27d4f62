"""Who does what to whom, from hand-made trees: each case the words, the telling word, and who is on either side."""

from __future__ import annotations

import pytest

from rapporteur.reading.events.arguments import arguments
from tests.language.test_trees import tree

CASES = [
    ("Peru/nsubj/2/PROPN attacked/root/0/VERB Chile/obj/2/PROPN", "attacked", "Peru", "Chile"),
    (
        "Chile/nsubj/3/PROPN was=be/aux/3/AUX attacked/root/0/VERB/Voice=Pass by/case/5/ADP Peru/obl/3/PROPN",
        "attacked",
        "Peru",
        "Chile",
    ),
    (
        "Peru/nsubj/2/PROPN sent/root/0/VERB food/obj/2/NOUN to/case/5/ADP Chile/obl/2/PROPN",
        "sent",
        "Peru",
        "Chile",
    ),
    (
        "Peru/nsubj/2/PROPN agreed/root/0/VERB to/mark/4/PART free/xcomp/2/VERB pilots/obj/4/NOUN",
        "free",
        "Peru",
        "pilots",
    ),
    ("Peru/nsubj/2/PROPN urged/root/0/VERB Chile/obj/2/PROPN to/mark/5/PART yield/xcomp/2/VERB", "yield", "Chile", ""),
    (
        "Peru/nmod/3/PROPN 's/case/1/PART attack/nsubj/6/NOUN on/case/5/ADP Chile/nmod/3/PROPN failed/root/0/VERB",
        "attack",
        "Peru",
        "Chile",
    ),
    (
        "talks/nsubj/6/NOUN between/case/3/ADP Peru/nmod/1/PROPN and/cc/5/CCONJ Chile/conj/3/PROPN resumed/root/0/VERB",
        "talks",
        "Peru Chile",
        "",
    ),
    (
        "Peru/nsubj/2/PROPN launched=launch/root/0/VERB an/det/4/DET attack/obj/2/NOUN on/case/6/ADP Oman/nmod/4/PROPN",
        "attack",
        "Peru",
        "Oman",
    ),
    ("Peru/nsubj/2/PROPN faces=face/root/0/VERB sanctions/obj/2/NOUN", "sanctions", "", "Peru"),
    (
        "rebels/nsubj/5/NOUN who/nsubj/3/PRON fled/acl/1/VERB Chile/obj/3/PROPN returned/root/0/VERB",
        "fled",
        "rebels",
        "Chile",
    ),
    # who says what is done behind it does not do it; what is got is given by another
    (
        (
            "Peru/nsubj/2/PROPN agreed/ccomp/9/VERB to/mark/4/PART sign/ccomp/9/VERB ,/punct/2/PUNCT an/det/7/DET "
            "envoy/nsubj/9/NOUN there/advmod/7/ADV said/root/0/VERB"
        ),
        "sign",
        "Peru",
        "",
    ),
    (
        "Peru/nsubj/2/PROPN received=receive/root/0/VERB aid/obj/2/NOUN from/case/5/ADP Chile/obl/2/PROPN",
        "received",
        "Chile",
        "Peru",
    ),
    (
        (
            "Peru/nsubj/2/PROPN filed=file/root/0/VERB a/det/4/DET suit/obj/2/NOUN in/case/6/ADP Oslo/obl/2/PROPN "
            "against/case/8/ADP Chile/obl/2/PROPN"
        ),
        "filed",
        "Peru",
        "Chile",
    ),
    (
        (
            "Peru/nsubj/2/PROPN praised=praise/root/0/VERB Chile/nmod/5/PROPN 's/case/3/PART gift/obj/2/NOUN "
            "to/case/7/ADP Oman/nmod/5/PROPN"
        ),
        "praised",
        "Peru",
        "gift",
    ),
    (
        "Peru/nsubj/4/PROPN and/cc/3/CCONJ Oman/conj/1/PROPN condemned=condemn/root/0/VERB it/obj/4/PRON",
        "condemned",
        "Peru Oman",
        "it",
    ),
]


@pytest.mark.parametrize(("marked", "word", "actors", "recipients"), CASES)
def test_arguments(marked: str, word: str, actors: str, recipients: str) -> None:
    made = tree(marked)
    forms = [piece.split("/")[0].split("=")[0] for piece in marked.split()]
    tagged = forms.index(word)
    found = arguments(made, tagged)
    assert " ".join(forms[k] for k in found.actors) == actors
    assert " ".join(forms[k] for k in found.recipients) == recipients


@pytest.mark.parametrize(
    ("marked", "word", "mutual"),
    [
        ("Peru/nsubj/2/PROPN met=meet/root/0/VERB", "met", True),
        ("Peru/nsubj/2/PROPN signed=sign/root/0/VERB a/det/4/DET treaty/obj/2/NOUN", "signed", True),
        ("Peru/nsubj/2/PROPN agreed=agree/root/0/VERB to/mark/4/PART pay/xcomp/2/VERB", "pay", True),
        ("Peru/nsubj/2/PROPN put=put/root/0/VERB off/compound/2/ADP their/nmod/5/PRON visit/obj/2/NOUN", "put", True),
        ("Peru/nsubj/2/PROPN blamed=blame/root/0/VERB each/det/4/DET other/obj/2/NOUN", "blamed", True),
        ("Peru/nsubj/2/PROPN blamed=blame/root/0/VERB Chile/obj/2/PROPN", "blamed", False),
        ("Peru/nsubj/2/PROPN sent=send/root/0/VERB food/obj/2/NOUN", "sent", False),
    ],
)
def test_what_several_do_to_one_another(marked: str, word: str, mutual: bool) -> None:
    forms = [piece.split("/")[0].split("=")[0] for piece in marked.split()]
    assert arguments(tree(marked), forms.index(word)).mutual is mutual


def test_a_noun_under_another_event_does_not_take_its_subject() -> None:
    marked = "Peru/nsubj/2/PROPN condemned/root/0/VERB the/det/4/DET raid/obj/2/NOUN on/case/6/ADP Oman/nmod/4/PROPN"
    found = arguments(tree(marked), 3, telling={1, 3})
    assert (found.actors, found.recipients) == ((), (5,))
