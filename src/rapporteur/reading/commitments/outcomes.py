"""What became of a commitment, as a report says that promises nothing.

"The exchange took place on Thursday" may tell of a promise that another article reports.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Fulfilment, OutcomeClaim, TimeExpression, TimeRule
from rapporteur.reading.clauses.complements import Range, complement
from rapporteur.reading.clauses.holders import Holders, actors_of, evidence_of, parties
from rapporteur.reading.clauses.lines import Line, lines
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, clause_words, verb_group
from rapporteur.reading.clauses.waiting import waits_here
from rapporteur.reading.clauses.wordings import noun_phrase_start, phrase_end
from rapporteur.reading.commitments.promises import promise_words
from rapporteur.reading.commitments.sides import Sides, doers, sides_of
from rapporteur.reading.commitments.tellings import Telling, Way, nouns_of, tellings, verbs_of, words_of
from rapporteur.reading.positions.stand import Stage
from rapporteur.reading.scene import Scene
from rapporteur.when import UNKNOWN, When

_NEAR = 3
"""How many sentences back the parties stand that a sentence without any is about."""
_ACCUSED = 12
"""How many words may stand between "accused" and the deed."""
_PAST = frozenset({"was", "were", "has", "have", "had", "did", "'ve", "'d"})
_PRESENT = frozenset({"is", "are", "'re"})
_NONE = frozenset({"no", "none", "neither", "nor", "nothing"})
_RELATIVES = frozenset({"which", "that"})
_UNDOING = frozenset({Fulfilment.LAPSED, Fulfilment.POSTPONED, Fulfilment.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class _Told:
    """An outcome in one sentence: of what, as a range of words, and the verb that tells it."""

    what: Range
    status: Fulfilment
    group: VerbGroup
    behind: int
    doers: tuple[str, ...] = ()
    deed: str | None = None


def find_outcomes(scene: Scene) -> tuple[OutcomeClaim, ...]:
    """Find what an article reports of the outcome of commitments, its own or those that other articles report.

    Args:
        scene: the article with its parse, cast, times and statements.

    Returns:
        One claim for each outcome in a sentence, in the order of the text; most are of nothing that was promised.
    """
    holders, sides = Holders(scene), sides_of(scene)
    near: deque[tuple[str, ...]] = deque(maxlen=_NEAR)
    found: list[OutcomeClaim] = []
    for line in lines(scene):
        stage = Stage(scene, holders, line)
        context = tuple(dict.fromkeys(party for named in near for party in named))
        told = () if line.is_question else _all(stage, sides)
        found.extend(claim for one in told if (claim := _claim(stage, one, context)))
        near.append(parties(scene.cast, actors_of(line.whos)))
        sides.pass_by(line)
    return tuple(dict.fromkeys(found))


def _all(stage: Stage, sides: Sides) -> Iterator[_Told]:
    line, reached = stage.line, -1
    for telling, at, end in tellings(line):
        if at >= reached and (told := _told(stage, sides, telling, at, end)):
            reached = end
            yield told
    for at in range(len(line)):
        if line.words[at] in verbs_of("passing") and (told := _undone_by_then(line, at)):
            yield told


def _told(stage: Stage, sides: Sides, telling: Telling, at: int, end: int) -> _Told | None:
    line, group = stage.line, verb_group(stage.line, at, telling.shape)
    undone = group.infinitive and line.word(group.start - 1) in words_of("undone")
    accused = telling.shape is Shape.GERUND and _is_accused(line, group)
    if not (undone or accused or _is_past(line, group, telling)) or group.modal or _is_unreal(stage, group):
        return None
    if undone:
        group = replace(group, start=_opening(line, group.start), infinitive=False)
    if telling.way in (Way.SUBJECT, Way.PASSIVE):
        what = _subject(stage, group.start)
        fits = group.passive is (telling.way is Way.PASSIVE) and not (telling.deed and _has_object(line, telling, end))
    else:
        what, fits = complement(line, end, {"object"}), not group.passive
    if what is None or not fits or not _names_something(stage, what, telling) or _is_partial(line, group, what):
        return None
    negated = group.negated or undone or _is_of_none(line, group, what)
    status = telling.negated if negated else telling.status
    by: tuple[str, ...] = ()
    if telling.way not in (Way.SUBJECT, Way.PASSIVE):
        by = _accused(stage, group) if accused else doers(stage, sides, group, joint=True)
        status = status if by or status is Fulfilment.SUPERSEDED else None
    return _Told(what, status, group, end, by, telling.deed) if status else None


def _is_past(line: Line, group: VerbGroup, telling: Telling) -> bool:
    """Whether the verb tells what has happened: not "is exchanged", "are being exchanged" or "the broken truce"."""
    around = set(line.words[group.start : group.head])
    if group.infinitive or "being" in around:
        return False
    if group.start == group.head or not around & (_PAST | _PRESENT | {"been", "be"}):
        if group.shape is Shape.THIRD:
            return telling.way is Way.SUBJECT and telling.status in (Fulfilment.REPORTED_UNMET, Fulfilment.LAPSED)
        return group.shape is Shape.PAST and not _is_attributive(line, group.start)
    if "did" in around:
        return group.shape is Shape.BASE
    present = bool(around & _PRESENT) and telling.status in _UNDOING
    return group.shape in PARTICIPLES and (bool(around & _PAST) or present)


def _is_attributive(line: Line, at: int) -> bool:
    """Whether a form like a past stands before its noun or behind "remains": "the broken truce", "remains closed"."""
    before = line.word(at - 1)
    small = any(before in grammar.group(name) for name in ("determiners", "prepositions"))
    return before not in _RELATIVES and (small or before in clause_words()["copulas"])


def _is_partial(line: Line, group: VerbGroup, what: Range) -> bool:
    """Whether something is told as done in part: "returned only two", "was partly returned"."""
    return bool(words_of("partial") & {*line.words[group.start : group.head], *line.words[what[0] : what[0] + 3]})


def _is_of_none(line: Line, group: VerbGroup, what: Range) -> bool:
    """Whether nobody did it, or nothing was done: "no prisoners were", "neither Ruritania nor Syldavia has"."""
    near = line.words[max(0, group.start - _ACCUSED) : group.start]
    clause = near[max((at + 1 for at, word in enumerate(near) if word in (",", ";", '"')), default=0) :]
    return bool(_NONE & {*clause, line.words[what[0]]})


def _is_unreal(stage: Stage, group: VerbGroup) -> bool:
    """Whether the clause is supposed, waited for or denied."""
    line = stage.line
    denied = verbs_of("denying") & set(line.words[max(0, group.start - _ACCUSED) : group.start])
    return bool(denied) or stage.is_supposed(group.start) or waits_here(line, group.start)


def _opening(line: Line, at: int) -> int:
    """Where the verbs begin of which the last word before "to" is one: "has yet", "had failed"."""
    at -= 1
    while at > 0 and (line.words[at - 1] in grammar.group("auxiliaries") or line.words[at - 1] in _NONE):
        at -= 1
    return at


def _subject(stage: Stage, end: int) -> Range | None:
    """The noun phrase whose verb begins at ``end``, without what is put in: "The swap, agreed in May, took place"."""
    line = stage.line
    if line.word(end - 1) in _RELATIVES:
        end -= 1 + (line.word(end - 2) == ",")
    start = noun_phrase_start(line, end)
    if start < end and line.words[start] not in grammar.group("prepositions") and stage.wording((start, end)):
        return start, end
    back = range(start - 1, max(0, start - _ACCUSED), -1)
    if line.word(end - 1) == ",":
        start = next((at for at in range(end - 2, 0, -1) if line.words[at] == ","), 0)
    else:
        start = next((at for at in back if line.words[at] in _RELATIVES), start - 1)
    return (noun_phrase_start(line, start), start) if start > 0 else None


def _has_object(line: Line, telling: Telling, end: int) -> bool:
    """Whether a verb that can stand alone has an object here: "the president opened the road"."""
    return telling.way is Way.SUBJECT and complement(line, end, {"object"}) is not None and not _is_time(line, end)


def _is_time(line: Line, at: int) -> bool:
    return line.word(at) in grammar.group("times")


def _is_accused(line: Line, group: VerbGroup) -> bool:
    near = line.words[max(0, group.start - _ACCUSED) : group.start]
    return line.word(group.start - 1) == "of" and bool(verbs_of("accusing") & set(near))


def _accused(stage: Stage, group: VerbGroup) -> tuple[str, ...]:
    """The parties between "accused" and "of", or else the one before "is accused of"."""
    line, end = stage.line, group.start - 1
    verb = max(at for at in range(end) if line.words[at] in verbs_of("accusing"))
    between = [who for who in line.whos if verb < who.first and who.end <= end]
    return parties(stage.scene.cast, actors_of(between or [who for who in line.whos if who.end <= verb][-1:]))


def _names_something(stage: Stage, what: Range, telling: Telling) -> bool:
    """Whether the words say of what the outcome is told: not "it", "the talks" or "the agreement" alone."""
    line = stage.line
    words = set(line.words[what[0] : what[1]])
    if telling.way is Way.PROMISE and not words & nouns_of("pointers"):
        return False
    if telling.way is Way.SUBJECT and nouns_of("days") & set(line.words[what[0] : what[0] + 2]):
        return False
    if not stage.wording(what) or stage.is_pronoun(what):
        return False
    small = clause_words()["openers"] | promise_words("bare") | nouns_of("pointers")
    held = {line.words[at] for at in range(*what) if line.held[at] >= 0}
    return any(word[:1].isalpha() and len(word) > 2 and word not in small for word in words - held)


def _undone_by_then(line: Line, at: int) -> _Told | None:
    """As in "The deadline passed without a withdrawal"."""
    before = line.words[noun_phrase_start(line, at) : at]
    last = min(len(line), at + _ACCUSED)
    without = next((place for place in range(at + 1, last) if line.words[place] == "without"), None)
    if not nouns_of("days") & set(before) or without is None or without + 1 >= len(line):
        return None
    group = verb_group(line, at, Shape.PAST)
    if group.modal or group.negated or group.infinitive:
        return None
    return _Told((without + 1, phrase_end(line, without + 1)), Fulfilment.REPORTED_UNMET, group, at + 1)


def _claim(stage: Stage, told: _Told, context: tuple[str, ...]) -> OutcomeClaim | None:
    line, at = stage.line, told.group.head
    what = stage.wording(told.what)
    if not what:
        return None
    holder = stage.holder(at)
    due = _put_to(stage, told) if told.status is Fulfilment.POSTPONED else None
    when, rule = _when(stage, told, due)
    return OutcomeClaim(
        what=what,
        status=told.status,
        evidence=evidence_of(line, holder),
        parties=told.doers or _named(stage, at, context),
        deed=told.deed,
        due=_ahead(due, stage.scene.article.published) if due else UNKNOWN,
        when=when,
        rule=rule,
    )


def _named(stage: Stage, at: int, context: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that the sentence names, or else whoever tells it and those of the sentences before."""
    cast = stage.scene.cast
    telling = parties(cast, stage.holder(at).actors)
    found = [party for party in parties(cast, actors_of(stage.line.whos)) if party not in telling]
    return tuple(dict.fromkeys(found or (*telling, *context)))


def _put_to(stage: Stage, told: _Told) -> TimeExpression | None:
    """The time to which something is put off."""
    line = stage.line
    for time in _times(stage):
        place = _place(line, time)
        if place >= told.behind and line.word(place - 1) in words_of("putting"):
            return time
    return None


def _ahead(time: TimeExpression, published: When) -> When:
    """The days of ``time``, which lies ahead: "to May", said in June, is the next one."""
    when = time.when
    if not (time.rule and when.earliest and when.latest and published.earliest) or when.latest >= published.earliest:
        return when
    try:
        first, last = (day.replace(year=day.year + 1) for day in (when.earliest, when.latest))
    except ValueError:
        return UNKNOWN
    return replace(when, earliest=first, latest=last)


def _when(stage: Stage, told: _Told, due: TimeExpression | None) -> tuple[When, TimeRule | None]:
    """The day of the outcome: the first behind the verb, or else one before its clause; or its statement's."""
    line = stage.line
    times = [time for time in _times(stage) if time != due and line.word(_place(line, time) - 1) not in _limits()]
    behind = [time for time in times if _place(line, time) >= told.behind]
    before = [time for time in times if _place(line, time) < min(told.what[0], told.group.start)]
    for time in (*behind, *before):
        return time.when, time.rule
    statement = stage.holder(told.group.head).statement
    return (statement.when, statement.rule) if statement else (UNKNOWN, None)


def _times(stage: Stage) -> list[TimeExpression]:
    found = stage.scene.times_in(stage.line.sentence)
    return [time for time in found if time.type in ("DATE", "TIME") and time.when]


def _place(line: Line, time: TimeExpression) -> int:
    """The first word of a time expression."""
    return next((at for at, span in enumerate(line.spans) if span.end > time.span.start), len(line))


def _limits() -> frozenset[str]:
    return words_of("limits")


__all__ = ["find_outcomes"]
