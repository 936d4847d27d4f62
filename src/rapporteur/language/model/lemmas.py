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
