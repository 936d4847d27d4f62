"""Sources mended by the tree: where the one found can be none, the subject of the cue takes its place."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.language.attribution.branches import phrase
from rapporteur.language.attribution.subjects import NOMINAL, is_passive, subject
from rapporteur.language.parse import Attribution
from rapporteur.language.trees import Tree

_GIVEN = frozenset({"iobj", "obj", "obl"})
_AGENTS = frozenset({"according to", "by", "from"})


def mended(tree: Tree, found: Attribution) -> Attribution:
    """The attribution with the subject of its cue as its source, if its own is missing or can be none.

    ``tree`` is that of the sentence in which the cue stands.
    """
    verb = next((at for at in tree.tops(tree.inside(found.cue[0])) if tree.tag(at) == "VERB"), None)
    if verb is None or len(found.cue) > 1 or is_passive(tree, verb):
        return found
    head = subject(tree, verb)
    if head is None or tree.heads[verb] == head or tree.tag(head) not in NOMINAL:
        return found
    if found.source and _may_speak(tree, found, verb, head):
        return found
    spans = (phrase(tree, head, verb), tree.core(head))
    source = next((span for span in spans if not any(span.overlaps(part) for part in found.content)), None)
    return replace(found, source=(source,)) if source else found


def _may_speak(tree: Tree, found: Attribution, verb: int, subject: int) -> bool:
    """Whether a source is a noun phrase of its sentence, outside what is said, and not whom the verb is done to."""
    heads = tree.tops(tree.inside(found.source[0]))
    nominals = [head for head in heads if tree.tag(head) in NOMINAL]
    if any(found.source[0] in part for part in found.content):
        return False
    if any(tree.tag(head) == "VERB" and head < subject for head in heads):
        return False
    given = [head for head in nominals if subject < verb and _is_given(tree, head, verb)]
    return not heads or (len(given) < len(nominals) and not (given and subject in nominals))


def _is_given(tree: Tree, head: int, verb: int) -> bool:
    """Whether a phrase is what the verb is done to or done at: "told Oman", "said on Monday"."""
    return tree.heads[head] == verb and tree.relation(head) in _GIVEN and tree.case(head) not in _AGENTS


__all__ = ["mended"]
