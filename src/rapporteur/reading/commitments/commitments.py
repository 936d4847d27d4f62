"""What was promised and agreed: by whom, to whom, until when, and what the same article says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import CommitmentClaim, Fulfilment, TimeExpression, TimeRule
from rapporteur.reading.clauses.complements import Range, linked
from rapporteur.reading.clauses.holders import Holders, evidence_of
from rapporteur.reading.clauses.lines import Line, lines
from rapporteur.reading.clauses.verb_groups import clause_words
from rapporteur.reading.clauses.wordings import phrase_end
from rapporteur.reading.commitments.aftermath import outcome_behind, outcome_in
from rapporteur.reading.commitments.agreements import impersonal, instructed, told_otherwise, with_figures
from rapporteur.reading.commitments.announcements import WILL, announced, by_terms, opens_terms, scheduled
from rapporteur.reading.commitments.deadlines import due_after
from rapporteur.reading.commitments.promises import promise_cues, promise_verbs, promise_words
from rapporteur.reading.commitments.sides import Sides, sides_of
from rapporteur.reading.commitments.undertakings import Promise, by_noun, by_verb, planned, tasked
from rapporteur.reading.positions.stand import Stage
from rapporteur.reading.scene import Scene
from rapporteur.when import UNKNOWN, When

_NUMBERING = frozenset({"-", "–", "—", "•", "(", ")", ".", ";", '"'})


def find_commitments(scene: Scene) -> tuple[CommitmentClaim, ...]:
    """Find the commitments that an article reports.

    Args:
        scene: the article with its parse, cast, times and statements.

    Returns:
        One claim for each commitment in a sentence, in the order of the text.
    """
    holders, sides = Holders(scene), sides_of(scene)
    found: list[CommitmentClaim] = []
    fresh: list[CommitmentClaim] = []
    listing: tuple[str, ...] = ()
    under_terms = False
    for line in lines(scene):
        if line.is_question:
            continue
        stage = Stage(scene, holders, line)
        fresh = [_updated(stage, claim) for claim in fresh]
        found.extend(fresh)
        under_terms = opens_terms(line) or (under_terms and not _opens_paragraph(scene, line))
        item = _listed(line, listing) if listing else None
        told = (item,) if item else promises(stage, sides, under_terms=under_terms)
        fresh = [_claim(stage, promise) for promise in told]
        listing = (listing if item else ()) or _opened_list(stage, sides)
        sides.pass_by(line)
    return tuple(dict.fromkeys([*found, *fresh]))


def promises(stage: Stage, sides: Sides, *, under_terms: bool = False) -> tuple[Promise, ...]:
    """The promises in one sentence, in order, without those inside another of the same parties."""
    found = [promise for promise in _all(stage, sides, under_terms=under_terms) if _says_something(stage, promise)]
    found.sort(key=lambda promise: promise.at)
    kept: list[Promise] = []
    for promise in found:
        if not any(set(p.by) >= set(promise.by) and p.what[0] <= promise.at < p.what[1] for p in kept):
            kept.append(promise)
    return tuple(kept)


def _all(stage: Stage, sides: Sides, *, under_terms: bool) -> Iterator[Promise]:
    for cue, at in promise_cues(stage.line):
        found = by_noun(stage, cue, at) if cue.is_noun else impersonal(stage, sides, cue, at)
        found = found or (None if cue.is_noun else by_verb(stage, sides, cue, at))
        if found := found or told_otherwise(stage, sides, cue, at):
            yield from _split(stage.line, found)
            yield from _continued(stage.line, found)
    for at, word in enumerate(stage.line.words):
        if word in WILL and (announcement := announced(stage, at)):
            yield announcement
        elif word in ("is", "are") and (set_down := scheduled(stage, at)):
            yield set_down
        elif word in promise_words("plans") and (plan := planned(stage, sides, at)):
            yield plan
        elif word in promise_verbs("tasking") and (task := tasked(stage, sides, at) or instructed(stage, sides, at)):
            yield task
        elif word in promise_verbs("asking") and (request := instructed(stage, sides, at)):
            yield request
    if under_terms:
        yield from by_terms(stage, sides)


def _says_something(stage: Stage, promise: Promise) -> bool:
    """Whether what is promised is a deed with its object, or a thing: not "three", "sign" or "the meeting"."""
    line = stage.line
    words = [word for word in line.words[promise.what[0] : promise.what[1]] if word[:1].isalnum()]
    if (
        not stage.wording(promise.what)
        or stage.is_empty(promise.what)
        or promise_words("denying") & set(words[:3])
        or words[:1] == ["be"]
    ):
        return False
    if words[0] in promise_words("whole"):
        return True
    content = [word for word in words if word not in clause_words()["openers"] and word not in promise_words("bare")]
    content = [word for word in content if not _is_small(word)]
    bare_verb = line.word(promise.what[0] - 1) == "to" and promise_verbs("deeds").get(words[0]) is Shape.BASE
    led = line.word(promise.what[0] - 1) in promise_words("before_nouns") or promise.what[1] - promise.what[0] > 1
    return bool(content) and (len(words) > 1 or (led and not bare_verb))


def _is_small(word: str) -> bool:
    return any(word in grammar.group(name) for name in ("prepositions", "pronouns", "determiners", "auxiliaries"))


def _split(line: Line, promise: Promise) -> Iterator[Promise]:
    """As in "Agreed to exchange prisoners and to go on talking": two commitments."""
    first, end = promise.what
    for at in range(first + 2, end - 2):
        to = at + 2 if line.words[at : at + 2] == (",", "and") else at + 1
        opens = line.words[at] in ("and", ",") and line.word(to) == "to" and to + 1 < end and line.held[to + 1] < 0
        if opens and not line.syntax.joins_within(to + 1, first):
            yield replace(promise, what=(first, at))
            yield from _split(line, replace(promise, what=(to + 1, end), at=at))
            return
    yield promise


def _continued(line: Line, promise: Promise) -> Iterator[Promise]:
    """As in "Agreed to free the crews", to refrain from boarding, and to meet": infinitives behind a mark."""
    at = promise.what[1]
    while line.word(at) in ('"', ",", "and"):
        at += 1
    if at == promise.what[1] or line.word(at) != "to" or line.word(at - 1) == '"':
        return
    if what := linked(line, at, {"to"}):
        following = replace(promise, what=what, at=at)
        yield from _split(line, following)
        yield from _continued(line, following)


def _opened_list(stage: Stage, sides: Sides) -> tuple[str, ...]:
    """The parties of a sentence that opens a list of what they agreed: "The ministers agreed on the following:"."""
    line = stage.line
    if line.words[-1] != ":" or not {"following", "follows"} & set(line.words[-4:]):
        return ()
    for cue, at in promise_cues(line):
        if not cue.is_noun and (found := by_verb(stage, sides, cue, at)):
            return found.by
    return ()


def _listed(line: Line, by: tuple[str, ...]) -> Promise | None:
    """A point of such a list: "1. To establish a panel"."""
    first = 0
    while first < 5 and (line.word(first) in _NUMBERING or (len(line.word(first)) < 3 and line.word(first) != "to")):
        first += 1
    if line.word(first) != "to" or first + 2 >= len(line):
        return None
    return Promise(by, (first + 1, phrase_end(line, first + 1, verbal=True)), first)


def _opens_paragraph(scene: Scene, line: Line) -> bool:
    paragraph = scene.parse.paragraph_at(line.sentence.start)
    return paragraph is None or not scene.article.text[paragraph.start : line.sentence.start].strip()


def _claim(stage: Stage, promise: Promise) -> CommitmentClaim:
    line, holder = stage.line, stage.holder(promise.at)
    promise = replace(promise, what=with_figures(line, promise.what))
    when, rule = _when(stage, promise)
    status = outcome_behind(stage, promise)
    return CommitmentClaim(
        by=promise.by,
        what=_negation(line, promise) + stage.wording(promise.what),
        evidence=evidence_of(line, holder),
        to=promise.to,
        due=_due(stage, promise),
        when=when,
        rule=rule,
        status=status or Fulfilment.MADE,
    )


def _negation(line: Line, promise: Promise) -> str:
    """What is promised not to be done says so: "promised not to fine", "undertook never again to close"."""
    first = promise.what[0]
    between = [line.word(at) for at in range(promise.at, first)] if line.word(first - 1) == "to" else []
    return next((f"{word} to " for word in ("never", "not") if word in between), "")


def _when(stage: Stage, promise: Promise) -> tuple[When, TimeRule | None]:
    """The day of the promise: its statement's, or the date in its sentence outside what is promised."""
    statement = stage.holder(promise.at).statement
    if statement and statement.when:
        return statement.when, statement.rule
    what = stage.line.span(*_with_gloss(stage.line, promise.what))
    for time in stage.scene.times_in(stage.line.sentence):
        if time.type != "DATE" or not time.when or time.span.overlaps(what):
            continue
        if not _binds(stage.line, time) or _is_beside_verb(stage.line, promise, time):
            return time.when, time.rule
    return UNKNOWN, None


def _is_beside_verb(line: Line, promise: Promise, time: TimeExpression) -> bool:
    """Whether a time tells when it was promised: "agreed in May to"; behind "in", which may bind elsewhere."""
    opening = next((at for at in range(promise.at, promise.what[0]) if line.spans[at].end > time.span.start), None)
    return opening is not None and line.word(opening if line.words[opening] == "in" else opening - 1) == "in"


def _due(stage: Stage, promise: Promise) -> When:
    """The day by which it is due: a time behind a binding preposition in what is promised; a date before a term."""
    line = stage.line
    times = stage.scene.times_in(line.span(*_with_gloss(line, promise.what)))
    binding = sorted((time for time in times if _binds(line, time)), key=lambda time: time.type != "DATE")
    whens = (time.when or due_after(time, stage.scene.article.published) for time in binding)
    return next((when for when in whens if when), UNKNOWN)


def _with_gloss(line: Line, what: Range) -> Range:
    """``what`` with the words that make it exact: "within three months, that is by 17 December"."""
    first, end = what
    opening = next((o for o in (("that", "is"), ("namely",)) if line.words[end + 1 : end + 1 + len(o)] == o), None)
    start = end + 1 + len(opening or ())
    return (first, phrase_end(line, start)) if opening and line.word(end) == "," and start < len(line) else what


def _binds(line: Line, time: TimeExpression) -> bool:
    """Whether a preposition makes the time a limit: "by 1 June", "within two weeks", "not later than March"."""
    before = [at for at in range(len(line)) if line.spans[at].end <= time.span.start]
    opening = before[-1] if before else -1
    inside = line.text[time.span.start : time.span.end].lower().split()[0]
    if line.words[max(0, opening - 1) : opening + 1] == ("later", "than"):
        return True
    return line.word(opening) in promise_words("binding") or inside in promise_words("binding")


def _updated(stage: Stage, claim: CommitmentClaim) -> CommitmentClaim:
    """``claim`` with what the next sentence says became of it."""
    status = outcome_in(stage, claim) if claim.status is Fulfilment.MADE else None
    if status is None:
        return claim
    return replace(claim, status=status, evidence=tuple(sorted({*claim.evidence, stage.line.sentence})))


__all__ = ["find_commitments", "promises"]
