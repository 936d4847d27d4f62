"""Which of the issues a wording is about: the step that a condition lets wait, or that a promise undertakes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from rapporteur.record.model import Issue
from rapporteur.record.topics import Subject, content_words, is_denied, name_of, places_written, subject_of
from rapporteur.reference.forms import fold

_SHARED = 2
"""Words that two wordings outside all topics share at least, if they are of one thing."""


class Steps:
    """The issues of a record as steps that parties take; found by their names and by the wordings seen of them."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self._issues = {issue.id: issue for issue in issues}
        self._called: dict[str, set[str]] = defaultdict(set)
        for issue in issues:
            for name in _names(issue):
                self._called[fold(name)].add(issue.id)
        self._by_name = _Wordings((issue.name, issue.id) for issue in issues)
        self._by_any_name = _Wordings((name, issue.id) for issue in issues for name in _names(issue))

    def of(self, wording: str, among: AbstractSet[str] | None = None) -> str | None:
        """The issue that ``wording`` is about; ``None`` where it is none of them, or open which.

        Args:
            wording: what somebody is to do.
            among: the ids of the issues that it may be; any if ``None``.
        """
        wanted = self._issues.keys() if among is None else among
        by_name = self._by_name.like(wording) & wanted
        found = self._called.get(fold(wording), set()) & wanted or (by_name if len(by_name) == 1 else set())
        found = found or self._by_any_name.like(wording) & wanted
        return next(iter(found)) if len(found) == 1 else None

    def name(self, wording: str) -> str:
        """What to call the step of ``wording``: by its issue, by its topic, or in the report's own words."""
        step, subject = self.of(wording), subject_of(wording)
        if step:
            return self._issues[step].name
        return name_of(subject, places_written([wording])) if subject.topic else f"“{wording}”"


class _Wordings:
    """Wordings, each with the issue that it names, by what they are about."""

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        self._topics: dict[tuple[str, bool], dict[Subject, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._like: dict[Subject, frozenset[str]] = {}
        self._plain: list[tuple[str, frozenset[str], bool]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        for wording, issue in wordings:
            subject = subject_of(wording)
            if subject.topic:
                self._topics[subject.topic, subject.denied][subject].add(issue)
                continue
            words = content_words(wording)
            for word in words:
                self._holding[word].append(len(self._plain))
            self._plain.append((issue, words, is_denied(wording)))

    def like(self, wording: str) -> AbstractSet[str]:
        """The issues of which a name can be of the same thing as ``wording``."""
        subject = subject_of(wording)
        if not subject.topic:
            return self._sharing_words(wording)
        if subject not in self._like:
            alike = self._topics.get((subject.topic, subject.denied), {})
            found = (issues for other, issues in alike.items() if subject.may_be(other))
            self._like[subject] = frozenset(issue for issues in found for issue in issues)
        return self._like[subject]

    def _sharing_words(self, wording: str) -> AbstractSet[str]:
        words, denied = content_words(wording), is_denied(wording)
        shared = Counter(place for word in words for place in self._holding.get(word, ()))
        near = (self._plain[place] for place, count in shared.items() if count >= _SHARED)
        return {issue for issue, other, not_to_be in near if not_to_be is denied and (words <= other or other <= words)}


def _names(issue: Issue) -> tuple[str, ...]:
    return (issue.name, *issue.aliases)


__all__ = ["Steps"]
