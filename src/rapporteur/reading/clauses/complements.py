"""What a cue is about: the object, clause or infinitive behind a verb, or the noun phrase before it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rapporteur.language.attribution import cues, grammar
from rapporteur.reading.clauses.days import behind_day
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import joined
from rapporteur.reading.clauses.verb_groups import clause_words
from rapporteur.reading.clauses.wordings import noun_phrase_start, phrase_end

Range = tuple[int, int]
_POINTERS = frozenset({"it", "them", "this", "that", "these", "those"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_PERSON_REACH = 14


def complement(line: Line, at: int, takes: AbstractSet[str]) -> Range | None:
    """Return the words that a verb before ``at`` takes, a complement of the kinds ``takes``; None if none follows."""
    at = skip_times(line, at)
    word = line.word(at)
    if not word or (not word[0].isalnum() and word not in ('"', "'", "$", "€", "£", "¥")):
        return None
    if word == '"':
        return complement(line, at + 1, takes) if line.word(at + 1) == "to" or "object" in takes else None
    if word == "that" and takes & {"clause"} and not _closes(line, at + 1):
        return at + 1, phrase_end(line, at + 1, verbal=True)
    if word == "to" or (word == "not" and line.word(at + 1) == "to"):
        start = at + 1 if word == "to" else at
        if not _is_infinitive(line, at + (word == "not")):
            return None
        return (start, phrase_end(line, start, verbal=True)) if "infinitive" in takes else None
    if takes & {"person_clause"} and (clause := _behind_person(line, at, ("that", "of", "against", "about", "over"))):
        return clause[1] + 1, phrase_end(line, clause[1] + 1, verbal=True)
    if "person_infinitive" in takes and (person := _behind_person(line, at, ("to", "not"))):
        return at, phrase_end(line, person[1], verbal=True)
    if "object" in takes or ("gerund" in takes and word.endswith("ing")):
        return _object(line, at)
    if "clause" in takes and _opens_clause(line, at):
        return at, phrase_end(line, at, verbal=True)
    return None


def linked(line: Line, at: int, links: AbstractSet[str]) -> Range | None:
    """Return the words behind one of the linking words ``links`` at ``at``: "(demand) for a ceasefire"."""
    word = line.word(at)
    start = at + 1
    if start >= len(line) or not _leads(line, at, links):
        return None
    end = phrase_end(line, start, verbal=word in ("to", "that"))
    return (start, end) if end > start else None


def linked_within(line: Line, at: int, links: AbstractSet[str]) -> Range | None:
    """Return the words behind the first of ``links`` that stands a few words after ``at``."""
    for place in range(at, min(len(line), at + _PERSON_REACH)):
        if line.words[place] in (",", ";", ":", "."):
            return None
        if found := linked(line, place, links):
            return found
    return None


def _leads(line: Line, at: int, links: AbstractSet[str]) -> bool:
    """Whether the word at ``at`` is one of ``links``; "to" asks for a verb, "to_noun" for a noun phrase."""
    word = line.words[at]
    if word != "to":
        return word in links
    return "to" in links if _is_infinitive(line, at) else "to_noun" in links


def antecedent(line: Line, before: int) -> Range | None:
    """Return the noun phrase that ends just before ``before``: "a plan (that) Ruritania rejected"."""
    end = before
    while line.word(end - 1) in ("that", "which", ",", "whom"):
        end -= 1
    if end <= 0 or line.who_ending(end):
        return None
    start = noun_phrase_start(line, end)
    return (start, end) if start < end else None


def clause_start(line: Line, at: int) -> int:
    """Return where the clause with a verb group at ``at`` begins: with its subject, or with "X says" before it."""
    while who := line.who_ending(at):
        at = who.first
        while line.word(at - 1) in ("the", "both"):
            at -= 1
        if line.word(at - 1) in ("and", "&", ",") and line.who_ending(at - 1) and joined(line, who)[0] is not who:
            at -= 1
    if line.word(at - 1) in ("we", "i", "it", "they", "he", "she"):
        at -= 1
    before = at - 1 if line.word(at - 1) != "that" else at - 2
    if before > 0 and cues.forms().get(line.words[before]) and line.who_ending(before):
        return clause_start(line, before)
    return at


def skip_times(line: Line, at: int) -> int:
    """Return the place behind words of time or manner at ``at``: "demanded on Tuesday that", "agreed on 4 May to"."""
    place = at
    while place < len(line) and (reached := max(behind_day(line, place), _behind_time(line, place))) > place:
        place = reached
    return place


def _behind_time(line: Line, at: int) -> int:
    """The place behind one word of time or manner at ``at``, with the small word before it."""
    word = line.words[at]
    small = word in ("on", "last", "this", "late", "early", "the") and line.word(at + 1) in grammar.group("times")
    manner = word in ("again", "also", "hard", "repeatedly", "once", "publicly", "firmly", "strongly", "either")
    return at + 1 if small or manner or word in grammar.group("times") else at


def _object(line: Line, at: int) -> Range | None:
    word = line.words[at]
    if word in grammar.group("prepositions") - {"like", "past", "following"} or word in grammar.group("auxiliaries"):
        return None
    if (
        word.endswith(("self", "selves"))
        or word in grammar.group("conjunctions")
        or word in ("if", "whether", "when", "because", "than", "back")
    ):
        return None
    if word in _POINTERS and not line.word(at + 1)[:1].isalpha():
        return at, at + 1
    end = phrase_end(line, at)
    return (at, end) if end > at else None


def _behind_person(line: Line, at: int, links: tuple[str, ...]) -> Range | None:
    """The noun phrase at ``at`` and the place of the linking word behind it: "(urged) both sides to talk"."""
    for place in range(at, min(len(line), at + _PERSON_REACH)):
        word = line.words[place]
        if place > at and word == "to" and _is_infinitive(line, place):
            return (at, place) if "to" in links else None
        if word in links and place > at and word != "to":
            return at, place
        if word in (".", ";", ":", '"', "that", "who", "which") or word in clause_words()["breaks"]:
            return None
        if word in grammar.group("modals") or (word in grammar.group("auxiliaries") and word != "'s"):
            return None
        if line.syntax.tag(place) in ("VBD", "VBZ") and line.syntax.subject_of(place) is not None:
            return None
    return None


def _is_infinitive(line: Line, to: int) -> bool:
    """Whether a verb follows "to": nothing that opens a noun phrase does."""
    at = to + 1
    while line.word(at) in ("each", "both", "also", "not") or (
        line.word(at).endswith("ly") and line.word(at + 1)[:1].isalpha()
    ):
        at += 1
    word = line.word(at)
    if not word[:1].isalpha() or line.held[at] >= 0 or line.is_capital(at) or word.endswith("ing"):
        return False
    if not line.syntax.may_be_infinitive(at) and line.word(at + 1) not in _behind_verbs():
        return False
    return word not in grammar.group("determiners") and word not in grammar.group("objects")


def is_only_actor(line: Line, words: Range) -> bool:
    """Whether a phrase is nothing but a name or somebody known: "Ruritania", "the minister"."""
    first = words[0] + (line.words[words[0]] in ("the", "a", "an"))
    who = line.who_from(first) or line.who_from(words[0])
    names = first < words[1] and all(line.syntax.tag(at).startswith("NNP") for at in range(first, words[1]))
    return names or (who is not None and who.end >= words[1])


def states_a_fact(line: Line, clause: Range) -> bool:
    """Whether a clause tells what is or was so, and not what shall be: "that it was peaceful", not "that it leave"."""
    for at in range(*clause):
        word, tag = line.words[at], line.syntax.tag(at)
        if word in _POSSIBLE:
            return True
        if tag in ("MD", "VB") or (word in ("has", "had", "is", "are", "was", "were") and line.word(at + 1) == "to"):
            return False
        if tag == "VBP" and word not in ("are", "have", "'re", "'ve"):
            return False
        if tag in ("VBD", "VBP", "VBZ") and line.syntax.may_be_verb(at):
            return True
    return False


def _behind_verbs() -> frozenset[str]:
    """Words behind "to" and a word that show it to be a verb: "to hand over", "to water the"."""
    return clause_words()["particles"] | grammar.group("determiners") | grammar.group("objects")


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a clause without "that" begins here: a subject, and a finite verb soon after."""
    if not (
        line.who_from(at)
        or line.words[at] in grammar.group("pronouns")
        or line.words[at] in grammar.group("determiners")
    ):
        return False
    near = line.words[at + 1 : at + 9]
    return any(word in grammar.group("modals") or word in grammar.group("auxiliaries") for word in near)


def _closes(line: Line, at: int) -> bool:
    return line.word(at) in ("", ".", ",", ";", '"')


__all__ = [
    "Range",
    "antecedent",
    "clause_start",
    "complement",
    "is_only_actor",
    "linked",
    "linked_within",
    "skip_times",
    "states_a_fact",
]
