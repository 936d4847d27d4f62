"""Whose verb it is: the actor who is the subject of a verb, found by position."""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.language.attribution import cues, grammar
from rapporteur.language.attribution.cues import Shape, Takes
from rapporteur.reading.claims import Form
from rapporteur.reading.clauses.lines import Line, Who
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words, verb_group

_FARTHEST = 12
"""How many words a subject may run on behind the name of an actor ("Ruritania's new chief negotiator")."""
_BACK, _DEEPEST = 40, 1
"""How many words back a verb of the same subject is looked for, and how often in turn."""
_TITLE = 8
_COORDINATORS = frozenset({"and", "but", "or", "then", "nor", "yet"})
_RELATIVES = frozenset({"who", "which", "that"})


def subject(line: Line, group: VerbGroup, *, depth: int = 0) -> tuple[Who, ...]:
    """Return who does what the verb says: several, where "A and B" do; none where nobody known does."""
    if depth > _DEEPEST:
        return ()
    if group.passive:
        return agent(line, group.head + 1)
    at = _before_times(line, group.start - 1)
    at -= line.word(at) == '"' and line.who_ending(at) is not None
    word = line.word(at)
    if not group.is_finite and (at < 0 or not line.who_ending(at + 1)):
        return main_subject(line, at, depth=depth) or _next_subject(line, group)
    if who := line.who_ending(at + 1):
        if not _may_act(line, who) or _is_tail(line, who) or _is_inside(line, who, group):
            return ()
        return _checked(line, who)
    if word in _COORDINATORS:
        return main_subject(line, at, depth=depth)
    if word == ",":
        return _before_comma(line, at) or (main_subject(line, at, depth=depth) if _is_list(line, group) else ())
    if word in _RELATIVES:
        return _antecedent(line, at)
    return tuple(who for who in _phrase_head(line, at) if not _is_inside(line, who, group))


def agent(line: Line, at: int) -> tuple[Who, ...]:
    """Return who stands behind "by" soon after ``at``."""
    for place in range(at, min(at + _FARTHEST, len(line))):
        if line.words[place] in (",", ";", ".") or line.words[place] in clause_words()["breaks"]:
            return ()
        if line.words[place] == "by":
            first = place + 1 + (line.word(place + 1) in ("the", "both"))
            who = line.who_from(place + 1) or line.who_from(first)
            return joined(line, who, forward=True) if who and _is_whole(line, who) else ()
    return ()


def main_subject(line: Line, before: int, *, depth: int = 0, any_before: bool = False) -> tuple[Who, ...]:
    """Return the subject of the nearest verb before the word at ``before`` that has one.

    ``any_before``: a main verb of somebody unknown is passed over, as a pronoun may mean one farther back.
    """
    for at in range(before - 1, max(-1, before - _BACK), -1):
        if line.words[at] in (";", ":"):
            return ()
        shape = _shape(line, at)
        if shape is None or (line.quoted[at] and not line.quoted[min(before, len(line) - 1)]):
            continue
        found = subject(line, verb_group(line, at, shape), depth=depth + 1)
        if not found and line.who_from(at + 1) and _is_speech(line, at):
            return joined(line, line.whos[line.held[at + 1]], forward=True)
        if found or (not any_before and _is_of_another(line, at)):
            return found
    return ()


def _is_of_another(line: Line, verb: int) -> bool:
    """Whether the main verb at ``verb`` has a noun for its subject that is no known actor: nobody before is it."""
    own = line.syntax.subject_of(verb)
    return own is not None and line.syntax.may_be_noun(own) and line.syntax.is_main(verb) and line.held[own] < 0


def joined(line: Line, who: Who, *, forward: bool = False) -> tuple[Who, ...]:
    """Return ``who`` with those coordinated with it, before it or (``forward``) behind it: "A, B and C"."""
    found = [who]
    while (other := _neighbour(line, found[-1], forward=forward)) and len(found) < 8:
        found.append(other)
    return tuple(found if forward else reversed(found))


def speech_verbs(line: Line) -> Iterator[tuple[int, VerbGroup]]:
    """Yield the verbs of saying and thinking that take a clause, with their groups, from left to right."""
    for at in range(len(line)):
        if _is_speech(line, at) and (shape := _shape(line, at)):
            yield at, verb_group(line, at, shape)


def _neighbour(line: Line, who: Who, *, forward: bool) -> Who | None:
    if forward:
        at = who.end
        while line.word(at) in (",", "and", "&"):
            at += 1
        other = line.who_from(at) or (line.who_from(at + 1) if line.word(at) in ("the", "both") else None)
        last = at > who.end and (line.words[at - 1] in ("and", "&") or _and_follows(line, other))
        return other if other and last and other.form is not Form.DEMONYM else None
    at = _before_title(line, who.first - 1)
    if line.word(at) not in (",", "and", "&") or (line.word(at) == "," and not _and_behind(line, who)):
        return None
    while line.word(at) in (",", "and", "&"):
        at -= 1
    return line.who_ending(at + 1) if at >= 0 else None


def _before_title(line: Line, at: int) -> int:
    """The word before the title that ends at ``at``: "(A and) his Ruritanian counterpart B"."""
    first = at
    while at > first - _TITLE and at >= 0:
        who = line.who_at(at)
        if line.words[at] in clause_words()["title_words"] or line.words[at] in clause_words()["officials"]:
            at -= 1
        elif who and who.form is Form.DEMONYM:
            at = who.first - 1
        elif who is None and line.syntax.tag(at).startswith("JJ") and line.word(at - 1) == "the":
            at -= 1
        else:
            break
    return at


def _and_follows(line: Line, who: Who | None) -> bool:
    """Whether a list goes on behind ``who`` to an "and"."""
    return who is not None and line.word(who.end) in (",", "and") and not line.word(who.end + 1).startswith("who")


def _and_behind(line: Line, who: Who) -> bool:
    """Whether ``who`` stands in a list that an "and" closes."""
    if line.word(who.end) != ",":
        return line.word(who.end) in ("and", "&")
    following = line.who_from(who.end + 1) or (line.who_from(who.end + 2) if line.word(who.end + 1) == "the" else None)
    return line.word(who.end + 1) == "and" or (following is not None and _and_behind(line, following))


def _checked(line: Line, who: Who) -> tuple[Who, ...]:
    """``who`` with those joined to it, unless a preposition makes it a mere place or object."""
    group = joined(line, who)
    at = group[0].first - 1
    while line.word(at) in ("the", "both", "neighbouring", "neighboring"):
        at -= 1
    if line.word(at) not in clause_words()["governing"]:
        return group
    if line.word(at) == "for" and line.word(at - 1) not in clause_words()["officials"]:
        return ()
    outer = line.who_ending(at)
    if outer:
        return _checked(line, outer)
    return group if _is_official(line.word(at - 1)) else ()


def _may_act(line: Line, who: Who) -> bool:
    """Whether a mention can be a subject: of demonyms only "the Ruritanians"."""
    return who.form is not Form.DEMONYM or line.word(who.first - 1) == "the" or line.words[who.first] == "the"


def _is_whole(line: Line, who: Who) -> bool:
    """Whether the mention is no part of a longer name that nobody knows: "Ruritania Eastern"."""
    after = who.end
    return after >= len(line) or not line.is_capital(after) or line.held[after] >= 0


def _is_inside(line: Line, who: Who, group: VerbGroup) -> bool:
    """Whether the mention only stands inside the subject: "a group that attacked Ruritania rejected"."""
    own = line.syntax.subject_of(group.head)
    if own is None or own >= who.first or line.held[own] >= 0 or _is_official(line.words[own]):
        return False
    between = line.words[own + 1 : who.first]
    return line.syntax.tag(own) in ("NN", "NNS") and bool(between) and "," not in between


def _is_official(word: str) -> bool:
    return bool({word, word.removesuffix("s")} & clause_words()["officials"])


def _is_tail(line: Line, who: Who) -> bool:
    """Whether the mention is the last word of a longer name that nobody knows: "Ruritania Trading PLC"."""
    before = who.first - 1
    if before < 1 or who.end - who.first > 1 or line.held[before] >= 0 or not line.is_capital(before):
        return False
    return line.is_in_capitals(who.first) and line.syntax.tag(before) in ("NNP", "NNPS")


def _phrase_head(line: Line, at: int) -> tuple[Who, ...]:
    """The actor in a noun phrase whose head is no name: "Ruritania's delegation", "officials in Streslau"."""
    if line.word(at) not in clause_words()["officials"] and not _official_before(line, at):
        return ()
    for place in range(at, max(-1, at - _FARTHEST), -1):
        if who := line.who_ending(place + 1):
            return joined(line, who)
        if line.words[place] in (",", ";", ":", '"') or line.words[place] in clause_words()["breaks"]:
            return ()
        if place < at and _is_speech(line, place):
            return ()
    return ()


def _official_before(line: Line, at: int) -> bool:
    """Whether the phrase that ends at ``at`` is one of officials with a place behind it: "officials in the capital"."""
    for place in range(at, max(-1, at - 5), -1):
        if line.words[place] in clause_words()["governing"]:
            return line.word(place - 1) in clause_words()["officials"]
    return False


def _before_times(line: Line, at: int) -> int:
    """The last word before words of time: "Ruritania on Monday rejected"."""
    place = at
    while place >= 0 and line.held[place] < 0 and _is_time(line, place):
        place -= 1
    return place if place == at or line.held[place] >= 0 or line.word(place) in (",", "who", "which") else at


def _is_time(line: Line, at: int) -> bool:
    word = line.words[at]
    return word in grammar.group("times") or word.isdigit() or word in ("on", "in", "late", "early", "the", "this")


def _before_comma(line: Line, comma: int) -> tuple[Who, ...]:
    """The subject before an insertion between commas: "Rassendyll, the envoy, rejected"."""
    last = line.who_ending(comma)
    for who in reversed(line.whos):
        if who.end < comma and line.word(who.end) == "," and line.word(who.end + 1) in ("which", "who", "whose"):
            return _checked(line, who)
    if last and line.word(last.first - 1) in ("and", "&"):
        return joined(line, last)
    beside = last and line.word(last.first - 1) in (",", "the") and not line.who_ending(last.first - 1)
    if last and beside and (found := _joined_with(line, last) or _checked(line, last)):
        return found
    for who in reversed(line.whos):
        if who.end < comma and line.word(who.end) == "," and (found := _checked(line, who)):
            return found
    return (last,) if last and line.word(last.first - 1) == "," else ()


def _joined_with(line: Line, who: Who) -> tuple[Who, ...]:
    """``who``, where an insertion says that it does the same: "the fund, together with Ruritania, supports"."""
    at = who.first - 1 - (line.word(who.first - 1) == "the")
    return (who,) if line.word(at) == "with" and line.word(at - 1) in ("along", "together") else ()


def _is_list(line: Line, group: VerbGroup) -> bool:
    """Whether verbs are listed: "condemned the raid, rejected the offer and recalled its envoy"."""
    return any(line.words[at] == "and" for at in range(group.head + 1, min(len(line), group.head + _FARTHEST)))


def _antecedent(line: Line, at: int) -> tuple[Who, ...]:
    """Whom a relative pronoun at ``at`` takes up."""
    end = at - 1 if line.word(at - 1) == "," else at
    who = line.who_ending(end)
    return _checked(line, who) if who and _may_act(line, who) else ()


def _next_subject(line: Line, group: VerbGroup) -> tuple[Who, ...]:
    """The subject of the main clause behind an opening participle: "Rejecting the offer, Ruritania recalled ..."."""
    if group.start > 1 or group.shape is not Shape.GERUND:
        return ()
    for at in range(group.head, min(len(line) - 1, group.head + 30)):
        if line.words[at] == "," and (who := line.who_from(at + 1) or line.who_from(at + 2)):
            return joined(line, who, forward=True)
    return ()


def _shape(line: Line, at: int) -> Shape | None:
    """The shape of the word at ``at`` if it is a verb as far as its form shows."""
    word = line.words[at]
    if line.held[at] >= 0 or (not word[0].isalpha() and word != "'s"):
        return None
    known = cues.forms().get(word)
    if known:
        form = known[0]
        if form.shape in (Shape.BASE, Shape.THIRD) and form.cue.noun and not line.who_ending(at):
            return None
        return None if form.shape is Shape.GERUND or _is_attributive(line, at) else form.shape
    if word in grammar.group("verbs"):
        return Shape.PAST
    if word in grammar.group("modals") or (word in grammar.group("auxiliaries") and word[0] != "'"):
        return Shape.THIRD
    return Shape.PAST if len(word) > 4 and word.endswith("ed") and not _is_attributive(line, at) else None


def _is_attributive(line: Line, at: int) -> bool:
    """Whether a form in -ed stands before its noun: "the proposed plan"."""
    return line.words[at].endswith("ed") and line.word(at - 1) in grammar.group("determiners")


def _is_speech(line: Line, at: int) -> bool:
    known = cues.forms().get(line.words[at], ())
    return line.held[at] < 0 and any(form.cue.may_take(Takes.CLAUSE) and not form.particle for form in known)


__all__ = ["agent", "joined", "main_subject", "speech_verbs", "subject"]
