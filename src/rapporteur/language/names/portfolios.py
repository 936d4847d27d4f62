"""What a title is for: "Water Resources Minister", "Minister of Transport and Trade", "the aid chief"."""

from __future__ import annotations

from rapporteur.language.names.lexicon import is_everyday, names
from rapporteur.language.names.words import Row
from rapporteur.language.parse import NameKind

_OWNERS = (NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.BODY, NameKind.PLACE)


def own_portfolio_end(row: Row, at: int, limit: int) -> int | None:
    """The end of "Water Resources Minister" at ``at``: capitalised everyday words before a capitalised head."""
    stop = at
    while stop < limit and stop - at < 6 and _is_portfolio_word(row, stop, at):
        if stop > at and row.words[stop] in names("portfolio_heads"):
            return stop + 1
        stop += 1
    return None


def bare_title_end(row: Row, at: int, limit: int) -> int | None:
    """The end of "head", "aid chief" at ``at``: a title before "of" or a capital, or behind an organisation."""
    owned = at > 0 and row.kind(at - 1) in _OWNERS and row.touches(at)
    if row.words[at].lower() not in names("bare_heads"):
        word = row.words[at]
        at += 1
        if at >= limit or row.words[at].lower() not in names("bare_heads") or not is_everyday(word):
            return None
        if word in names("after_noun") or word in names("openers") or word in names("function"):
            return None
    follows = at + 1 < limit and (row.words[at + 1] == "of" or (row.is_capital(at + 1) and row.touches(at + 1)))
    return at + 1 if follows or owned else None


def with_portfolio(row: Row, at: int, stop: int, limit: int) -> int:
    """``stop``, moved behind "of Foreign Affairs and Trade" where the title of a minister or a secretary goes on."""
    words = [word.lower() for word in row.words[at:stop]]
    if not names("portfolio_takers") & set(words) or stop + 1 >= limit:
        return stop
    opens = words[-1] in names("portfolio_takers") and row.words[stop] in ("of", "for", "without")
    opens |= row.words[stop] == "for" and row.is_capital(stop - 1)
    goes_on = row.words[stop] in ("and", ",") and {"of", "for"} & set(words)
    if not opens and not goes_on:
        return stop
    last, number = stop, stop + 1 + (row.words[stop + 1] == "the")
    if number + 1 < limit and row.is_capital(number) and _is_portfolio_word(row, number + 1, number):
        number += row.is_capital(number + 1)  # "for Ruritanian Affairs": the first word may be any
    while number < limit and _is_portfolio_word(row, number, stop):
        if row.is_capital(number):
            last = number + 1
        number += 1
    return last


def _is_portfolio_word(row: Row, at: int, start: int) -> bool:
    word = row.words[at]
    if word in ("and", "&", ","):
        return at > start
    return (
        row.is_capital(at)
        and word not in names("function")
        and word not in names("portfolio_stops")
        and is_everyday(word)
    )
