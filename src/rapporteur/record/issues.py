"""Few, well-named issues out of many wordings, and the positions on them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from rapporteur.intake.article import Article
from rapporteur.reading.claims import ActorKind, PositionClaim, Reading, Stance
from rapporteur.record.copied import Family, claims_of, of_families
from rapporteur.record.grouping import connected
from rapporteur.record.judgements.constraints import constrained
from rapporteur.record.judgements.decisions import Decisions
from rapporteur.record.judgements.judgement import Anchor
from rapporteur.record.judgements.references import Index
from rapporteur.record.memory import Memory
from rapporteur.record.model import Actor, Issue, Position, entry_id
from rapporteur.record.topics import (
    Subject,
    content_words,
    deed_of,
    is_denied,
    name_of,
    places_written,
    state_names,
    subject_of,
)
from rapporteur.reference import states
from rapporteur.reference.forms import fold

_SHARED = 2
_SHARE = 0.75
"""Wordings outside all topics are one issue if they share this much of the shorter one, and at least two words."""
_LONGEST_NAME = 12
_DOING = frozenset({Stance.REFUSES, Stance.OFFERS})
"""Stances on what their party itself is to do."""


@dataclass
class _Use:
    """One wording or subject with the articles and parties that use it."""

    wordings: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)

    def note(self, article: str, claim: PositionClaim) -> None:
        """Take in what one claim has."""
        self.wordings.add(claim.issue)
        self.articles.add(article)
        self.parties.add(claim.party)

    def near(self, other: _Use) -> int:
        """How much the two have to do with each other."""
        return 2 * bool(self.articles & other.articles) + len(self.parties & other.parties)

    def add(self, other: _Use) -> None:
        """Take in what ``other`` has."""
        self.wordings |= other.wordings
        self.articles |= other.articles
        self.parties |= other.parties


def name_issues(
    reads: Sequence[tuple[Article, Reading]],
    copies: Mapping[str, str],
    decisions: Decisions | None = None,
    actors: Sequence[Actor] = (),
    memory: Memory | None = None,
) -> tuple[tuple[Issue, ...], tuple[Position, ...]]:
    """Name the issues that the positions in ``reads`` are about.

    Args:
        reads: articles with their readings, which hold the record's actor ids, sorted by article id.
        copies: for an article that copies another's text, the id of that other.
        decisions: what people judged to be one issue, and what not.
        actors: the record's actors, of whom the states are named in what they refuse or offer to do.
        memory: what was made of readings before.

    Returns:
        The issues by id, and the positions by id; a copy's claim adds its words to the original's evidence.
    """
    memory = memory or Memory()
    own = state_names(actors)
    named = [_named(reading, own) for _, reading in reads]
    worded = memory.each("plain issues", reads, lambda read: _plain_issues(read[1], own), named)
    uses: dict[str, _Use] = defaultdict(_Use)
    for (article, reading), wordings in zip(reads, worded, strict=True):
        for claim, wording in zip(reading.positions, wordings, strict=True):
            uses[wording].note(article.id, claim)
    issues, issue_of = _merged(_as_judged([*_by_topic(uses), *_by_words(uses)], uses, decisions or Decisions(())))
    about = {
        article.id: tuple(issue_of[wording] for wording in wordings)
        for (article, _), wordings in zip(reads, worded, strict=True)
    }
    positions = [
        position
        for held in of_families("positions", reads, copies, partial(_positions, about), memory, about)
        for position in held
    ]
    return issues, tuple(sorted(positions, key=lambda position: position.id))


def _merged(named: Iterable[_Named]) -> tuple[tuple[Issue, ...], Mapping[str, str]]:
    """The issues by id, those of one id as one, and the id of the issue of each wording."""
    merged: dict[str, Issue] = {}
    issue_of: dict[str, str] = {}
    for issue, wordings in sorted(named, key=lambda found: (found[0].id, found[0].name)):
        known = merged.get(issue.id)
        aliases = {*issue.aliases, *(known.aliases if known else ())}
        merged[issue.id] = Issue(issue.id, known.name if known else issue.name, tuple(sorted(aliases)))
        issue_of.update(dict.fromkeys(wordings, issue.id))
    return tuple(merged.values()), issue_of


def _named(reading: Reading, own: Mapping[str, str]) -> tuple[str, ...]:
    """The states for which those speak who take a position."""
    return tuple(own.get(claim.party, "") for claim in reading.positions)


_Named = tuple[Issue, set[str]]
"""An issue and the wordings that it has, with states in the place of persons."""


def _as_judged(named: Sequence[_Named], uses: Mapping[str, _Use], decisions: Decisions) -> Sequence[_Named]:
    index: Index[str] = Index()
    for plain in sorted(uses):
        index.add(plain, [Anchor("", name=wording) for wording in sorted(uses[plain].wordings)])
    wanted = decisions.constraints("issues", index)
    if not wanted:
        return named
    ordered = sorted(named, key=lambda found: (found[0].id, found[0].name))
    return [_of_wordings(group, ordered, uses) for group in constrained([sorted(held) for _, held in ordered], wanted)]


def _of_wordings(group: Sequence[str], named: Sequence[_Named], uses: Mapping[str, _Use]) -> _Named:
    """The issue of a group: the one that gave it most wordings, or its own where most of these went elsewhere."""
    issue, held = max(named, key=lambda found: len(found[1] & set(group)))
    aliases = tuple(sorted({wording for plain in group for wording in uses[plain].wordings}))
    if 2 * len(held & set(group)) > len(held):
        return Issue(issue.id, issue.name, aliases), set(group)
    name = min(group, key=lambda wording: (len(wording.split()), fold(wording), wording))
    return Issue(entry_id("issue", "judged", *sorted(group)), _short(name), aliases), set(group)


def _plain_issues(reading: Reading, own: Mapping[str, str]) -> tuple[str, ...]:
    """The issue of each position of a reading, with states in the place of the persons who speak for them.

    What a state of ``own`` refuses or offers to do names it too, where it is open otherwise whose deed it is.
    """
    if not reading.positions:
        return ()
    keys = {actor.id: actor.key for actor in reading.actors if actor.kind is ActorKind.STATE}
    names: dict[str, str] = {}
    for actor in reading.actors:
        state = states.states().get(keys.get(actor.party or "") or "")
        if actor.kind is ActorKind.PERSON and state:
            names.update(dict.fromkeys((actor.name, *actor.aliases), state.name))
    persons = rf"(?<!\w)(?:(?:{_any(_adjectives(names.values()))})\s+)?({_any(names)})(?!\w)" if names else "(?!)"

    def worded(claim: PositionClaim) -> str:
        plain = re.sub(persons, lambda match: names[match[1]], claim.issue)
        return deed_of(own[claim.party], plain) if claim.stance in _DOING and claim.party in own else plain

    return tuple(map(worded, reading.positions))


def _adjectives(wanted: Iterable[str]) -> Iterator[str]:
    """The adjectives of the states of these names: of "Malian President Keita" Mali is left."""
    known = set(wanted)
    yield from (word for state in states.states().values() if state.name in known for word in state.adjectives)


def _any(forms: Iterable[str]) -> str:
    """A pattern for any of ``forms``, the longest first."""
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def _by_topic(uses: Mapping[str, _Use]) -> Iterator[tuple[Issue, set[str]]]:
    """The issues of wordings that have a topic: of one topic, those that do not contradict each other are one."""
    subjects: dict[Subject, _Use] = defaultdict(_Use)
    worded: dict[Subject, set[str]] = defaultdict(set)
    for wording in sorted(uses):
        subject = subject_of(wording)
        if subject.topic:
            subjects[subject].add(uses[wording])
            worded[subject].add(wording)
    of_topic: dict[tuple[str, bool], dict[Subject, _Use]] = defaultdict(dict)
    plain: dict[Subject, set[str]] = defaultdict(set)
    for subject in sorted(subjects, key=lambda s: (s.topic, -s.width, s)):
        wider = of_topic[subject.topic, subject.denied]
        anchor = _anchor(subject, subjects[subject], wider)
        wider.setdefault(anchor, _Use()).add(subjects[subject])
        plain[anchor] |= worded[subject]
    anchors = {subject: use for wider in of_topic.values() for subject, use in wider.items()}
    called: dict[str, list[Subject]] = defaultdict(list)
    for subject in anchors:
        called[name_of(subject, places_written(plain[subject]))].append(subject)
    for name, alike in called.items():  # what has one name is one issue
        seed = [*["not"] * alike[0].denied, alike[0].topic, *alike[0].whose, "", *alike[0].where]
        wordings = {wording for subject in alike for wording in anchors[subject].wordings}
        held = {wording for subject in alike for wording in plain[subject]}
        yield Issue(entry_id("issue", *seed), name, tuple(sorted(wordings))), held


def _anchor(subject: Subject, use: _Use, anchors: Mapping[Subject, _Use]) -> Subject:
    """The wider subject that ``subject`` is a shorter name of; itself if there is none or it is open which."""
    fitting = [(other, use.near(known)) for other, known in anchors.items() if subject.may_be(other)]
    if not subject.width:
        fitting = [(other, near) for other, near in fitting if near]
    best = max((near for _, near in fitting), default=0)
    nearest = [other for other, near in fitting if near == best]
    return nearest[0] if len(nearest) == 1 else subject


def _by_words(uses: Mapping[str, _Use]) -> Iterator[tuple[Issue, set[str]]]:
    """The issues of wordings outside all topics: those with the same words of content."""
    words = {wording: content_words(wording) for wording in sorted(uses) if not subject_of(wording).topic}
    holding: dict[str, list[str]] = defaultdict(list)
    for wording, held in words.items():
        for word in held:
            holding[word].append(wording)
    pairs = {pair for wordings in holding.values() for pair in combinations(wordings, 2)}
    alike = [(one, two) for one, two in sorted(pairs) if _alike(words[one], words[two]) and _agree(one, two)]
    for group in connected(words, alike):
        name = min(group, key=lambda wording: (len(wording.split()), fold(wording), wording))
        seed = [*["not"] * is_denied(name), *(sorted(words[name]) or [fold(name)])]
        written = {wording for plain in group for wording in uses[plain].wordings}
        yield Issue(entry_id("issue", "", *seed), _short(name), tuple(sorted(written))), set(group)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    return one == two or (shared >= _SHARED and shared >= _SHARE * min(len(one), len(two)))


def _agree(one: str, two: str) -> bool:
    """Whether both are of what should be, or both of what should not."""
    return is_denied(one) is is_denied(two)


def _short(name: str) -> str:
    words = name.split()
    return name if len(words) <= _LONGEST_NAME else " ".join(words[:_LONGEST_NAME]) + " …"


def _positions(about: Mapping[str, Sequence[str]], family: Family) -> tuple[Position, ...]:
    """The positions of an article and its copies; ``about`` has the issues of each one's claims."""
    issues = {
        (article.id, id(claim)): issue
        for article, reading in family
        for claim, issue in zip(reading.positions, about[article.id], strict=True)
    }
    counted: Counter[tuple[object, ...]] = Counter()
    found = []
    for article, claim, evidence in claims_of(family, _claims, _same):
        seed = (article.id, claim.evidence[0].start, claim.evidence[0].end, claim.stance.value, claim.text)
        counted[seed] += 1
        position = Position(
            id=entry_id("position", *seed, counted[seed]),
            party=claim.party,
            issue=issues[article.id, id(claim)],
            stance=claim.stance,
            text=claim.text,
            evidence=evidence,
            speaker=claim.speaker,
            requires=claim.requires,
            blocks=claim.blocks,
            when=claim.when or article.published,
        )
        found.append(position)
    return tuple(found)


def _claims(reading: Reading) -> Sequence[PositionClaim]:
    return reading.positions


def _same(claim: PositionClaim) -> tuple[object, ...]:
    return claim.party, claim.stance, fold(claim.issue)


__all__ = ["name_issues"]
