"""Verbs: whether a form that may be a cue is one where it stands, a verb that tells of something said."""

from __future__ import annotations

from rapporteur.language.attribution import cues
from rapporteur.language.attribution.cues import Form, Shape
from rapporteur.language.attribution.frames import Atom, Frame
from rapporteur.language.attribution.grammar import group, is_adverb, is_in, opens_phrase

BE = frozenset({"am", "are", "be", "been", "being", "get", "gets", "got", "is", "was", "were"}) | frozenset(
    {"'m", "'re", "’m", "’re"}
)
_NEGATIONS = frozenset({"cannot", "n't", "neither", "never", "nor", "not", "n’t"})


def group_start(frame: Frame, at: int) -> int:
    """Return the first word of the verb group whose verb stands at ``at``: "has also said" begins with "has"."""
    start = at
    while start > 0:
        atom = frame.atoms[start - 1]
        is_has = atom.low in {"'s", "’s"} and start > 1 and is_in(frame.atoms[start - 2], "pronouns")
        if not (is_in(atom, "auxiliaries", "modals") or is_adverb(atom) or atom.low == "to" or is_has):
            break
        start -= 1
    return start


def is_telling(frame: Frame, start: int, at: int, end: int, form: Form) -> bool:
    """Say whether the word at ``at`` is a verb, and tells of something said rather than of what might be or was not.

    Its group begins at ``start``, its particle ends at ``end``.
    """
    helpers = {a.low for a in frame.atoms[start:at]}
    if helpers & _NEGATIONS or "to" in helpers or (at > 0 and frame.atoms[at].is_capital):
        return False
    if form.shape is Shape.GERUND:
        return _is_participle(frame, start, at, end)
    is_passive = form.shape in {Shape.PAST, Shape.PARTICIPLE} and helpers & BE
    if is_passive or (form.shape is Shape.PARTICIPLE and not helpers):
        return False
    if helpers & group("modals"):
        return "would" in helpers and any(atom.is_taken_up for atom in frame.atoms[:start])  # “...,” she would recall
    previous = frame.atoms[start - 1] if start > 0 else None
    if previous is not None and (previous.is_possessive or _is_article(previous)):
        return False
    if form.shape is Shape.PAST:
        return not (end < len(frame.atoms) and frame.atoms[end].low == "by")
    if form.shape is Shape.BASE and not (previous is not None and _is_plural(previous)):
        return False
    return not form.cue.noun or _is_clear(frame, start, end, form)


def _is_participle(frame: Frame, start: int, at: int, end: int) -> bool:
    """Whether a form in -ing is a verb: behind a helper, a mark or a conjunction, or with a clause of its own."""
    atoms = frame.atoms
    previous = atoms[at - 1] if at > 0 else None
    if is_in(atoms[at], "prepositions") or atoms[at].is_capital:
        return False
    if previous is None or start < at or not previous.is_word or is_in(previous, "conjunctions", "subordinators"):
        return True
    if is_in(previous, "determiners") or atoms[at].low in cues.words("nouns_in_ing") or end >= len(atoms):
        return False
    following = atoms[end]
    return following.is_quote or following.low in {"that", "to", ":", "for"} or opens_phrase(following)


def _is_article(atom: Atom) -> bool:
    return is_in(atom, "determiners") and not is_in(atom, "pronouns", "objects")


def _is_plural(atom: Atom) -> bool:
    """Whether the word may end a subject of a verb without -s."""
    if atom.low == "," or is_in(atom, "plurals"):
        return True
    return atom.is_word and atom.low.endswith("s") and not atom.low.endswith(("ss", "'s", "’s", "us", "is"))


def _is_clear(frame: Frame, start: int, end: int, form: Form) -> bool:
    """Whether a word that may be a noun is a verb: its subject is a pronoun or a name, or a clause follows."""
    atoms = frame.atoms
    if start == 0 or end >= len(atoms):
        return False
    previous, following = atoms[start - 1], atoms[end]
    if is_in(previous, "pronouns") or previous.low == "who" or following.is_quote or following.low == "it":
        return True
    if previous.is_taken_up or (previous.is_capital and any(a.is_quote for a in atoms[end : end + 6])):
        return True
    if following.low == "that":
        return not previous.is_word or form.shape is Shape.THIRD
    if is_in(following, "prepositions", "auxiliaries", "modals", "conjunctions") and following.low != "to":
        return False
    return previous.is_capital and is_in(following, "determiners", "pronouns", "objects")


__all__ = ["BE", "group_start", "is_telling"]
