"""Lemmas as edits of the form: what to cut from its end and what to put there, after Chrupała (2006)."""

from __future__ import annotations


def edit(form: str, lemma: str) -> str:
    """The edit that turns ``form`` into ``lemma``: "=" for none, else casing, number of letters cut, letters put."""
    if lemma == form:
        return "="
    low = lemma == lemma.lower()
    base = form.lower() if low else form
    kept = 0
    while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
        kept += 1
    return f"{'L' if low else 'C'}{len(base) - kept}+{lemma[kept:]}"


_ENDINGS = {
    "VERB": (("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("s", ""), ("es", ""), ("ies", "y")),
    "NOUN": (("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man")),
}
"""How regular words end, and what their lemmas end in; a last consonant may be doubled before."""


_SURE_ENDINGS = {
    "VERB": (("eed", "ee"), ("ied", "y"), ("ies", "y")),
    "NOUN": (("ies", "y"), ("oes", "o"), ("men", "man")),
}
"""Endings of words of five letters and more that leave no choice."""
_SHORTEST = 5


def by_rule(form: str, upos: str) -> str | None:
    """The lemma of a verb or noun whose ending leaves no choice; None where it does."""
    low = form.lower()
    if len(low) < _SHORTEST:
        return None
    return next((low.removesuffix(end) + put for end, put in _SURE_ENDINGS.get(upos, ()) if low.endswith(end)), None)


def is_regular(form: str, lemma: str, upos: str) -> bool:
    """Whether a verb or noun can have this lemma by rule; of words of other kinds nothing is known."""
    low = form.lower()
    if upos not in _ENDINGS or low == lemma.lower():
        return True
    for ending, put in _ENDINGS[upos]:
        stem = low.removesuffix(ending)
        if stem == low:
            continue
        if stem + put == lemma.lower():
            return True
        if not put and stem[-1:] == stem[-2:-1] and stem[:-1] == lemma.lower():
            return True
    return False


def apply(form: str, script: str) -> str:
    """The lemma that ``script`` makes of ``form``; the form itself where it has too few letters for the script."""
    if script == "=":
        return form
    base = form.lower() if script[0] == "L" else form
    cut, _, put = script[1:].partition("+")
    count = int(cut)
    if count > len(base):
        return form
    return base[: len(base) - count] + put or form
