"""What must come first, and what waits for it: "talks hinge on a withdrawal", "will not sign until they leave"."""

from __future__ import annotations

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Stance
from rapporteur.reading.clauses.complements import Range, skip_times
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.verb_groups import VerbGroup, clause_words, verb_group
from rapporteur.reading.clauses.wordings import is_proviso, noun_phrase_start, phrase_end
from rapporteur.reading.positions.stances import Match
from rapporteur.reading.positions.stand import Stage, Stand

_BE = frozenset(
    {"am", "are", "be", "been", "being", "is", "was", "were", "remain", "remains", "remained", "as", "makes"}
)
_ASKS_NO_NEGATION = frozenset({"only", "provided", "providing", "on", "unless"})
_MODALS = frozenset({"will", "would", "can", "could", "cannot", "ca", "wo", "'ll", "shall", "must", "should"})
_ARTICLES = frozenset({"a", "an", "any", "its", "one", "the", "their"})
_REACH = 30


def by_dependence(stage: Stage, match: Match) -> Stand | None:
    """As in "X hinges on Y": X waits for Y, says whoever says so."""
    line = stage.line
    requires = _range(line, match.end)
    head = match.first
    while (
        line.word(head - 1).endswith("ly")
        or line.word(head - 1) in _BE
        or line.word(head - 1) in _MODALS
        or line.word(head - 1) == "also"
    ):
        head -= 1
    making = _maker(stage, head)
    holder = stage.holder(match.first)
    actors, start = making or (holder.actors, noun_phrase_start(line, head))
    blocks = (start, head) if not making else (start + 1, head)
    if requires is None or not actors or blocks[0] >= blocks[1] or stage.is_supposed(blocks[0]):
        return None
    return _stand(actors, match, (blocks[0], requires[1]), requires, blocks, stage)


def by_prerequisite(stage: Stage, match: Match) -> Stand | None:
    """As in "X is a prerequisite for Y", "made X a condition of Y": Y waits for X."""
    line = stage.line
    if line.word(match.end) not in ("for", "of", "to"):
        return None
    blocks = _range(line, match.end + 1)
    place = _before_article(line, match.first)
    word = line.word(place)
    if blocks is None or stage.is_supposed(match.first):
        return None
    if word in _BE and word != "makes":
        group = verb_group(line, place, Shape.THIRD)
        holder = stage.holder(match.first)
        start = noun_phrase_start(line, group.start)
        if group.negated or group.possible or not holder.actors or start >= group.start:
            return None
        return _stand(holder.actors, match, (start, blocks[1]), (start, group.start), blocks, stage)
    end = place + 1
    while line.word(end - 1) == "as":
        end -= 1
    making = _maker(stage, end)
    if not making:
        return None
    actors, verb = making
    return _stand(actors, match, (verb, blocks[1]), (verb + 1, end), blocks, stage)


def by_proviso(stage: Stage, match: Match) -> Stand | None:
    """As in "Will talk only if", "no talks without": the clause before waits for what is behind."""
    line = stage.line
    requires = _range(line, match.end)
    if requires is None or (line.words[match.first] == "provided" and not is_proviso(line, match.first)):
        return None
    following = line.word(match.end)
    if following in grammar.group("times") or (following.isdigit() and len(following) == 4):
        return None
    first = match.cue.words[0]
    if first == "without" and line.word(match.first - 1) in clause_words()["lacking"]:
        return None
    modal = _modal_before(line, match.first)
    if modal is None or line.word(modal - 1) == "there":
        return _no_before(stage, match, requires)
    verb = modal + 1
    while line.word(verb) in ("not", "n't", "never", "ever", "also", "only") or line.word(verb).endswith("ly"):
        verb += 1
    group = verb_group(line, verb, Shape.BASE)
    negated = group.negated or line.words[modal] == "cannot" or _denies(line, group, match.first)
    if match.cue.lemma in (
        "before",
        "without",
        "until",
        "till",
        "absent",
        "as long as",
        "so long as",
        "in the absence of",
    ):
        until = first in ("until", "till") and line.words[verb] in ("continue", "keep", "remain", "stay")
        if not negated and not until and not (first == "before" and group.modal in ("must", "should")):
            return None
    elif first not in _ASKS_NO_NEGATION and not negated:
        return None
    return _from_clause(stage, match, group, verb, requires)


def _from_clause(stage: Stage, match: Match, group: VerbGroup, verb: int, requires: Range) -> Stand | None:
    line, holder = stage.line, stage.holder(match.first)
    if group.modal == "could":
        return None
    doers = stage.doers(group)
    own = doers if stage.has_party(doers) and group.modal not in ("must", "should") else ()
    actors = own or holder.actors
    if not actors or not stage.has_party(actors):
        return None
    start = group.start if own else noun_phrase_start(line, group.start)
    blocks: Range = (verb if own else start, match.first)
    if group.modal in ("must", "should"):
        requires, blocks = (noun_phrase_start(line, group.start), match.first), requires
    if blocks[0] >= blocks[1]:
        return None
    clause = (max(0, start - 1) if own else start, max(requires[1], blocks[1]))
    return _stand(actors, match, clause, requires, blocks, stage)


def _no_before(stage: Stage, match: Match, requires: Range) -> Stand | None:
    """As in "No talks without a truce", said by somebody."""
    line, holder = stage.line, stage.holder(match.first)
    if match.cue.lemma not in ("without", "until", "before", "unless", "as long as") or not holder.actors:
        return None
    for place in range(match.first - 1, max(-1, match.first - 8), -1):
        if line.words[place] in ("no", "not", "never") and line.held[place] < 0:
            if line.words[place] == "not" and line.word(place + 1) not in _ARTICLES:
                return None
            if place + 1 >= match.first:
                return None
            return _stand(holder.actors, match, (place, requires[1]), requires, (place + 1, match.first), stage)
        if line.words[place] in (",", ";", ":", "."):
            return None
    return None


def _stand(actors: tuple[str, ...], match: Match, clause: Range, requires: Range, blocks: Range, stage: Stage) -> Stand:
    return Stand(
        Stance.PRECONDITION,
        actors,
        match.first,
        clause,
        requires,
        stage.holder(match.first),
        requires=requires,
        blocks=blocks,
    )


def _range(line: Line, at: int) -> Range | None:
    at = skip_times(line, at)
    if not line.word(at)[:1].isalnum() and line.word(at) != '"':
        return None
    end = phrase_end(line, at, verbal=True)
    return (at, end) if end > at else None


def _maker(stage: Stage, before: int) -> tuple[tuple[str, ...], int] | None:
    """The actors of "made ... (a condition)", and the place of the verb."""
    line = stage.line
    for place in range(before - 1, max(-1, before - 14), -1):
        word = line.words[place]
        if word in (".", ";", ":", '"', ","):
            return None
        if word in clause_words()["making"] and line.held[place] < 0:
            group = verb_group(line, place, Shape.GERUND if word.endswith("ing") else Shape.PAST)
            actors = () if group.negated or group.passive else stage.doers(group)
            return (actors, place) if actors else None
    return None


def _modal_before(line: Line, at: int) -> int | None:
    """The modal verb of the clause that a proviso at ``at`` restricts."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        word = line.words[place]
        if word in (";", ":", ".") or word in ("because", "while", "although", "who", "which"):
            return None
        if (
            word in _MODALS
            and line.held[place] < 0
            and not (word == "will" and line.word(place - 1) in ("the", "its", "their"))
        ):
            return place
        if word == '"' and line.quoted[place] != line.quoted[at]:
            return None
    return None


def _denies(line: Line, group: VerbGroup, before: int) -> bool:
    """Whether "no" denies the clause: "there will be no talks", "no troops will leave"."""
    return any(word in ("no", "nothing", "none", "neither") for word in line.words[max(0, group.start - 4) : before])


def _before_article(line: Line, at: int) -> int:
    """The word before the article and the adjectives of the noun at ``at``: "(is) an absolute condition"."""
    place = at - 1
    while place >= max(0, at - 3) and line.words[place].isalpha() and line.words[place] not in _ARTICLES:
        place -= 1
    place = place - 1 if line.word(place) in _ARTICLES else at - 1
    while line.word(place) == '"':
        place -= 1
    return place


__all__ = ["by_dependence", "by_prerequisite", "by_proviso"]
