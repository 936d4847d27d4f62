"""Stands told by verbs: "rejected the plan", "urged them to talk", "will not negotiate", "the troops must leave"."""

from __future__ import annotations

from dataclasses import replace

from rapporteur.language.attribution import grammar
from rapporteur.language.attribution.cues import Shape
from rapporteur.reading.claims import Form, Stance
from rapporteur.reading.clauses.complements import (
    Range,
    antecedent,
    clause_start,
    complement,
    is_only_actor,
    linked_within,
    states_a_fact,
)
from rapporteur.reading.clauses.holders import actors_of
from rapporteur.reading.clauses.lines import Line
from rapporteur.reading.clauses.subjects import agent, subject
from rapporteur.reading.clauses.verb_groups import PARTICIPLES, VerbGroup, clause_words, verb_group
from rapporteur.reading.clauses.wordings import noun_phrase_start, phrase_end
from rapporteur.reading.positions.stances import Match, StanceCue, word_group
from rapporteur.reading.positions.stand import FIRST_PERSON, Stage, Stand

_PLAIN = frozenset({Shape.BASE, Shape.THIRD})
_BEFORE_PARTICIPLES = frozenset(
    {"", ",", "and", "by", "while", "in", "after", "before", "when", "then", "or", "without", "—", "–", '"'}
)
_DUTY = frozenset({"must", "should", "ought"})
_RELATIVES = frozenset({"that", "which", "who"})
_THIRD_PERSON = frozenset({"he", "it", "she", "they"})
_GUESS = 8
_HEAD = 6
"""Among how many first words of its complement a word makes a verb tell no stance: "denied the allegations"."""
_ASKING = frozenset({"how", "what", "whatever", "when", "where", "whether", "who", "whoever", "why"})
_BE = frozenset({"are", "been", "is", "was", "were"})
_REFUSING = frozenset({"will", "would", "wo", "'ll", "shall", "can", "could", "ca", "cannot"})


def by_verb(stage: Stage, match: Match) -> Stand | None:
    """The stand that a verb cue shows, if the verb has a subject who can take one and is asserted."""
    line, cue = stage.line, match.cue
    group = verb_group(line, match.first, cue.shape)
    stance = cue.under(negated=group.negated)
    if stance is None or group.infinitive or _is_noun(line, match, group) or line.words[group.start] == "being":
        return None
    if group.shape in PARTICIPLES and group.start == group.head and line.word(match.end) == "by":
        return _reduced(stage, match, group, stance)
    if not _is_asserted(stage, match, group):
        return None
    actors = stage.doers(group)
    issue = _passive_issue(line, match, group) if group.passive else _active_issue(line, match, group)
    if not actors or issue is None or not _is_stand(stage, match, issue, actors):
        return None
    if cue.stance is None and stance is Stance.REFUSES and not group.passive:
        issue = min(match.first, issue[0]), issue[1]
    found = Stand(
        stance,
        actors,
        match.first,
        (clause_start(line, min(group.start, issue[0])), max(issue[1], match.end)),
        issue,
        stage.holder(match.first),
        carries=line.words[match.first] in word_group("bearing") or line.words[match.first] in word_group("hoping"),
    )
    return _as_condition(line, found) if stance is Stance.DEMANDS else found


def _is_asserted(stage: Stage, match: Match, group: VerbGroup) -> bool:
    """Whether the clause says that its subject does so: not that it might, should, or is hoped to."""
    line, cue = stage.line, match.cue
    if _only_possible(group) or group.modal in _DUTY or not _has_modal(cue, group):
        return False
    if stage.is_supposed(group.start) or _is_guessed(line, group) or _is_over(line, match, group):
        return False
    if group.start < match.first:
        return True
    if cue.shape is Shape.GERUND:
        return _is_participle(line, match)
    return cue.shape is not Shape.PARTICIPLE and not (cue.shape is Shape.BASE and _follows_on(line, match.first))


def _is_over(line: Line, match: Match, group: VerbGroup) -> bool:
    """Whether a wish is one of the past: "had hoped to", "had intended to"."""
    return line.words[match.first] in word_group("wishing") and "had" in line.words[group.start : match.first]


def _is_stand(stage: Stage, match: Match, issue: Range, actors: tuple[str, ...]) -> bool:
    """Whether the complement makes the verb a stand: an issue, no person, and nothing that the cue excludes."""
    line, cue = stage.line, match.cue
    if line.words[issue[0]] == "no" or (cue.thing and _is_actor(line, issue)) or _is_oneself(stage, issue, actors):
        return False
    if cue.mandative and _is_clause(line, match, issue) and states_a_fact(line, issue):
        return False
    if cue.own and not stage.same_party(actors, stage.holder(match.first).actors):
        return False
    return not cue.unless & set(line.words[issue[0] : issue[0] + _HEAD])


def _is_oneself(stage: Stage, issue: Range, actors: tuple[str, ...]) -> bool:
    """Whether the object is nobody but one of the party's own people."""
    line = stage.line
    who = line.who_from(issue[0] + (line.words[issue[0]] in ("the", "a", "an")))
    return is_only_actor(line, issue) and who is not None and stage.same_party(who.actors, actors)


def _is_clause(line: Line, match: Match, issue: Range) -> bool:
    """Whether the complement is a clause with a subject of its own."""
    own = line.syntax.subject_of(match.first)
    return line.words[issue[0] - 1] == "that" or any(
        line.syntax.relations[at].startswith("nsubj") and at != own for at in range(*issue)
    )


def _as_condition(line: Line, demand: Stand) -> Stand:
    """A demand as a condition, where it says what waits for it: "demands a withdrawal before it will sign"."""
    first, end = demand.issue
    for at in range(first + 1, end - 1):
        following = line.words[at + 1]
        if line.words[at] == "before" and not _is_time(line, at + 1):
            blocks = at + 2 if following == "any" else at + 1, end
            return replace(demand, stance=Stance.PRECONDITION, issue=(first, at), requires=(first, at), blocks=blocks)
    return demand


def _is_time(line: Line, at: int) -> bool:
    near = line.words[at : at + 4]
    return any(word in grammar.group("times") or word.isdigit() or word == "end" for word in near)


def by_refusal(stage: Stage, at: int) -> Stand | None:
    """The refusal at a negation at ``at``: "will not negotiate", "would never agree"."""
    line = stage.line
    verb = at + 1
    while line.word(verb).endswith("ly") or line.word(verb) in ("ever", "again", "now"):
        verb += 1
    if line.word(verb) not in clause_words()["voluntary"] or line.held[verb] >= 0:
        return None
    group = verb_group(line, verb, Shape.BASE)
    if group.modal not in _REFUSING or not group.negated or group.infinitive or stage.is_supposed(group.start):
        return None
    actors = stage.doers(group)
    if not actors or (group.modal == "could" and not stage.same_party(actors, stage.holder(verb).actors)):
        return None
    end = phrase_end(line, verb, verbal=True)
    return Stand(Stance.REFUSES, actors, verb, (clause_start(line, group.start), end), (verb, end), stage.holder(verb))


def by_threat(stage: Stage, at: int) -> Stand | None:
    """The threat at a modal at ``at``, in the words of the party that makes it: "Ruritania said it would strike"."""
    line = stage.line
    verb = at + 1
    while line.word(verb).endswith("ly") or line.word(verb) in ("also", "now", "soon", "again"):
        verb += 1
    if line.word(verb) not in clause_words()["hostile"] or line.held[verb] >= 0:
        return None
    group = verb_group(line, verb, Shape.BASE)
    holder = stage.holder(at)
    actors = stage.doers(group)
    if group.negated or group.infinitive or not holder.actors or not stage.same_party(actors, holder.actors):
        return None
    end = phrase_end(line, verb, verbal=True)
    if line.words[verb] in ("launch", "mount") and not clause_words()["attacks"] & set(line.words[verb:end]):
        return None
    return Stand(Stance.WARNS, actors, verb, (clause_start(line, group.start), end), (verb, end), holder)


def by_modal(stage: Stage, match: Match) -> Stand | None:
    """What somebody says must or must not be: the whole clause is the issue, whoever says it the party."""
    line, cue = stage.line, match.cue
    holder = stage.holder(match.first)
    after = line.word(match.end)
    negated = after in clause_words()["negations"]
    stance = cue.under(negated=negated)
    verb = match.end + 1 if negated else match.end
    if not holder.actors or stance is None or (line.word(verb) == "have" and match.cue.lemma in ("must", "should")):
        return None
    if line.word(match.first - 1) in grammar.group("determiners") - {"that", "this", "these", "those"}:
        return None
    if not line.word(verb)[:1].isalpha() or stage.is_supposed(match.first) or line.is_capital(match.first):
        return None
    if line.word(verb + (line.word(verb) == "be")) in cue.unless or (
        cue.lemma == "shall" and line.word(match.first - 1) in FIRST_PERSON
    ):
        return None
    if line.words[match.first - 1] in ("and", "but", "or", "already", "also") or _has_subject_elsewhere(line, verb):
        return None
    start = noun_phrase_start(line, match.first)
    if start >= match.first or (line.word(start - 1) == "that" and line.word(start - 2) in clause_words()["anaphors"]):
        return None
    if line.words[match.first - 1] in ("it", "that", "this") and line.word(match.first - 2) in (
        "",
        '"',
        ",",
        "and",
        "but",
        "that",
    ):
        return None
    if line.words[match.first - 1] in _THIRD_PERSON and not _is_of_others(stage, match.first - 1, holder.actors):
        return None
    if line.words[match.first - 1] in FIRST_PERSON and stance is Stance.DEMANDS:
        stance = Stance.SUPPORTS
    if line.words[match.first - 1] == "there" and line.word(verb) == "be" and line.word(verb + 1) == "no":
        stance, start = Stance.REJECTS, verb + 2
    end = phrase_end(line, verb, verbal=True)
    issue = (start, end) if start < match.first else (start, max(end, start + 1))
    return Stand(stance, holder.actors, match.first, (min(start, match.first - 1), end), issue, holder)


def _has_subject_elsewhere(line: Line, verb: int) -> bool:
    """Whether the parser finds the subject of the verb behind it."""
    own = line.syntax.subject_of(verb)
    return own is not None and own > verb and "there" not in line.words[max(0, verb - 3) : verb]


def _is_of_others(stage: Stage, pronoun: int, speaking: tuple[str, ...]) -> bool:
    """Whether "they" means others than those who speak: what these must do is their own need, and no demand."""
    who = stage.line.who_at(pronoun)
    return who is not None and not stage.same_party(who.actors, speaking)


def _follows_on(line: Line, at: int) -> bool:
    """Whether a plain form goes on with an infinitive or a modal before it: "must leave and recognise"."""
    return line.word(at - 1) in ("and", "or", ",", "but") and not line.who_ending(at)


def _has_modal(cue: StanceCue, group: VerbGroup) -> bool:
    """Whether the verb stands behind the modal that it needs: "would like to"."""
    return cue.modal is None or group.modal in (cue.modal, "'d")


def _is_guessed(line: Line, group: VerbGroup) -> bool:
    """Whether somebody only hopes or expects it: "is hoping that Ruritania will support"."""
    if group.modal not in ("will", "would", "'ll"):
        return False
    before = line.words[max(0, group.start - _GUESS) : group.start]
    return bool(clause_words()["guesses"] & set(before))


def _is_actor(line: Line, issue: Range) -> bool:
    """Whether the object is nobody but an actor: "applauded the minister"."""
    first = issue[0] + (line.words[issue[0]] in ("the", "a", "an"))
    who = line.who_from(first) or line.who_from(issue[0])
    return who is not None and line.word(who.end) != "'s" and who.form is not Form.DEMONYM


def _is_participle(line: Line, match: Match) -> bool:
    """Whether a form in -ing opens a clause of its own: not "a welcoming ceremony"; weak verbs tell too little so."""
    return line.word(match.first - 1) in _BEFORE_PARTICIPLES and not match.cue.weak


def _only_possible(group: VerbGroup) -> bool:
    """Whether the verb tells what may be: "could support"; "cannot support" is a stand."""
    return group.possible and not group.negated


def _is_noun(line: Line, match: Match, group: VerbGroup) -> bool:
    """Whether a form that is also a noun stands here without what makes it a verb."""
    if not match.cue.noun or match.cue.shape not in _PLAIN or group.modal:
        return False
    before = line.word(group.start - 1)
    if before in grammar.group("pronouns") and before not in ("this", "that", "these", "those", "one", "all"):
        return False
    if group.start < match.first and any(
        w in ("do", "does", "did", "to") for w in line.words[group.start : match.first]
    ):
        return False
    who = line.who_ending(match.first)
    if match.cue.shape is Shape.THIRD:
        return not subject(line, group) or (line.word(match.end) in ("for", "of") and len(match.cue.words) == 1)
    plural = who is not None and (
        len(who.actors) > 1 or (who.form is Form.NOMINAL and line.words[who.end - 1].endswith("s"))
    )
    return not (plural or (who is not None and line.word(who.first - 1) == "and"))


def _reduced(stage: Stage, match: Match, group: VerbGroup, stance: Stance) -> Stand | None:
    """As in "The terms demanded by Ruritania": the party behind "by", the issue before the participle."""
    actors = actors_of(agent(stage.line, match.end))
    issue = _left_issue(stage.line, group)
    if not actors or issue is None or "object" not in match.cue.links or match.cue.weak:
        return None
    return Stand(stance, actors, match.first, (issue[0], match.end), issue, stage.holder(match.first))


def _active_issue(line: Line, match: Match, group: VerbGroup) -> Range | None:
    issue = complement(line, match.end, match.cue.links)
    if issue and line.word(issue[0] - 1) == "to" and _lacks_object(line, match.first, group):
        return None
    return issue or _gap(line, match, group)


def _lacks_object(line: Line, verb: int, group: VerbGroup) -> bool:
    """Whether the object of an infinitive stands before the clause: "the crew (that) Ruritania wants to hold"."""
    if line.syntax.told_of(verb) is None or line.word(group.start - 1) in _RELATIVES:
        return False
    return line.word(clause_start(line, group.start) - 1) not in ("when", "where", "why")


def _passive_issue(line: Line, match: Match, group: VerbGroup) -> Range | None:
    """As in "The terms were rejected by Ruritania", "the firm was ordered by Ruritania to leave"."""
    if "person_infinitive" in match.cue.links:
        return linked_within(line, match.end, {"to"}) or (
            _left_issue(line, group) if "object" in match.cue.links else None
        )
    return _left_issue(line, group)


def _left_issue(line: Line, group: VerbGroup) -> Range | None:
    """The noun phrase before a passive; before the first of two: "is backed by Syldavia and resisted by Ruritania"."""
    if line.word(group.start - 1) in ("and", "but") and group.start == group.head:
        be = next((at for at in range(group.start - 2, max(-1, group.start - 14), -1) if line.words[at] in _BE), 0)
        start = noun_phrase_start(line, be)
        return (start, be) if start < be else None
    start = noun_phrase_start(line, group.start)
    return (start, group.start) if start < group.start else None


def _gap(line: Line, match: Match, group: VerbGroup) -> Range | None:
    """The noun before a relative clause whose verb has no object: "a condition (that) Ruritania rejects"."""
    following = line.word(match.end)
    ends = (
        not following
        or not following[0].isalnum()
        or following in ("in", "as", "because", "and", "but", "is", "was", "are")
    )
    says_little = match.cue.weak or line.words[match.first] in word_group("hoping")
    if not ends or says_little or "object" not in match.cue.links:
        return None
    return _told_of(line, match.first, clause_start(line, group.start))


def _told_of(line: Line, verb: int, start: int) -> Range | None:
    """What a relative clause from ``start`` tells of; the phrase before a comma where the parser knows of none."""
    told, found = line.syntax.told_of(verb), antecedent(line, start)
    if found is None or clause_words()["negations"] & set(line.words[found[0] : found[1]]):
        return None
    if line.words[found[1] - 1] in _ASKING or line.words[found[0]] in _ASKING:
        return None
    if told is None or told >= start:
        return found if line.word(start - 1) == "," or not line.syntax.tag(verb) else None
    return (max(found[0], line.syntax.first_of(told)), found[1]) if found[0] <= told < found[1] else None


__all__ = ["by_modal", "by_refusal", "by_threat", "by_verb"]
