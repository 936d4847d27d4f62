"""Is an unknown name a person, an organisation or a place?  All its uses in the text answer together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapporteur.language.names.lexicon import cities, is_everyday, large_cities, names
from rapporteur.language.names.titles import name_openers
from rapporteur.language.names.words import CLITICS, Row
from rapporteur.language.parse import NameKind

Run = tuple[int, int]
"""An unknown name as a range of word numbers."""

_SELF = frozenset({"himself", "herself"})
_SPEECH_BEFORE = frozenset({"said", "says", "added", "told", "asked", "named", "identified", "late"})


class Evidence:
    """What a text tells of its unknown names.

    Args:
        row: the words, known names and titles taken.
        runs: the unknown names.

    ``surnames`` are the parts of persons' full names that may stand alone.
    """

    def __init__(self, row: Row, runs: Sequence[Run]) -> None:
        self._row = row
        self._person: Counter[str] = Counter()
        self._place: Counter[str] = Counter()
        self._organisation: Counter[str] = Counter()
        for run in runs:
            form = self._form(run)
            self._person[form] += self._person_points(run)
            self._place[form] += self._place_points(run)
            self._organisation[form] += self._organisation_points(run)
        full = [form for form in self._person if " " in form and self._is_person(form)]
        self.surnames = frozenset(name for form in full for name in _surnames(form))
        self._forenames = frozenset(form.partition(" ")[0] for form in full) - names("function") - cities()

    def kind(self, run: Run) -> NameKind:
        """What the unknown name most probably is."""
        form = self._form(run)
        if self._organisation[form] > max(0, self._person[form]):
            return NameKind.ORGANISATION
        placed = form in cities() and self._place_points(run) > 0
        if self._is_person(form) or (form in self.surnames and not placed):
            return NameKind.PERSON
        if placed or form in large_cities() or self._place[form] > 0:
            return NameKind.PLACE
        if form in self._forenames and not is_everyday(form):
            return NameKind.PERSON
        if len(form) > 3 and form.isupper() and form.title() in cities():
            return NameKind.PLACE
        if form.isupper() and 2 <= len(form) <= 7 and form not in names("suffixes") and self._organisation[form] >= 0:
            return NameKind.ORGANISATION
        return NameKind.OTHER

    def _form(self, run: Run) -> str:
        return " ".join(self._row.words[run[0] : run[1]])

    def _is_person(self, form: str) -> bool:
        return self._person[form] + _shape(form) - 2 * self._place[form] >= 3

    def _around(self, run: Run) -> tuple[str, str]:
        """The words before and behind, in the same sentence."""
        start, end = run
        first, last = self._row.bounds(start)
        return self._word(start - 1) if start > first else "", self._word(end) if end < last else ""

    def _word(self, at: int) -> str:
        return self._row.words[at] if 0 <= at < len(self._row.words) else ""

    def _person_points(self, run: Run) -> int:
        start, end = run
        before, after = self._around(run)
        points = 4 * (before != "" and self._row.kind(start - 1) is NameKind.TITLE and self._row.touches(start))
        points += 3 * (
            after in names("person_after") or (after == "," and self._word(end + 1) in names("person_after"))
        )
        points += 2 * (after in names("reporting") or before in _SPEECH_BEFORE) + (after in names("doing"))
        points += 3 * (after == "," and self._title_follows(end + 1))
        points += 2 * (before == "," and start > 1 and self._row.kind(start - 2) is NameKind.TITLE)
        points += 2 * (
            after in ("(", ",") and self._word(end + 1)[:2].isdigit() and self._word(end + 2) in (",", ")", "-", "–")
        )
        points += 3 * (before in names("kin") and not is_everyday(self._form(run))) + 4 * (before in _SELF)
        points += 3 * (before.lower() == "the" and after in names("regimes"))
        return points - 3 * (before.lower() == "the" and after not in names("regimes"))

    def _title_follows(self, at: int) -> bool:
        """Whether a title stands within the next words: ", the Ruritanian foreign minister", ", head of"."""
        row = self._row
        for number in range(at, min(at + 6, len(row.words))):
            if row.kind(number) is NameKind.TITLE:
                return True
            if number not in row.taken and row.words[number] not in ("the", "a", "an", *CLITICS):
                return False
        return False

    def _place_points(self, run: Run) -> int:
        start, end = run
        before, after = self._around(run)
        before = before.lower()
        points = 2 * (self._word(start) in names("place_openers")) + 2 * (before == "from" and after == "to")
        points += 2 * (after in names("place_nouns")) + 2 * (
            before == "of" and self._word(start - 2) in names("place_nouns")
        )
        points += 3 * (self._word(start)[-1:] == "." and before == "," and end - start == 1)
        state = self._row.taken.get(end + 1) if after == "," else None
        points += state is not None and state.kind is NameKind.STATE and self._word(state.end) not in CLITICS
        points += 2 * (before == "and" and self._word(start - 2) in cities() and self._leads_to_place(start - 3))
        if before in names("place_before"):
            strong = before in ("in", "near", "at", "across", "throughout") and after not in CLITICS
            points += 2 if strong or self._form(run) in cities() else 0
        return points

    def _leads_to_place(self, at: int) -> bool:
        """Whether the word at ``at`` opens a row of places: "in A and B", "between A and B", "provinces of A and B"."""
        word = self._word(at).lower()
        of_places = word == "of" and self._word(at - 1) in names("plural_place_nouns")
        return word in names("place_before") or word == "between" or of_places

    def _organisation_points(self, run: Run) -> int:
        """Points for a noun beside the name, and for an abbreviation in brackets that its capitals spell."""
        return self._noun_points(run) + self._initials_points(run)

    def _noun_points(self, run: Run) -> int:
        end = run[1]
        known = names("organisation_nouns")
        before, after = self._around(run)
        points = -3 * (before in ("a", "an"))
        points += 3 * (before in known) + 3 * (after in known or (after == "news" and self._word(end + 1) in known))
        if after != ",":
            return points
        for number in range(end + 1, min(end + 8, len(self._row.words))):
            word = self._word(number)
            if word in known:
                return points + 4
            opens = number > end + 1 or number in self._row.taken or word in ("the", "a", "an")
            if (
                not opens
                or not word.isalpha()
                or word in names("after_noun")
                or self._row.kind(number) is NameKind.TITLE
            ):
                break
        return points

    def _initials_points(self, run: Run) -> int:
        start, end = run
        short = self._word(end + 1)
        if self._word(end) != "(" or self._word(end + 2) != ")" or not short.isupper() or end - start < 2:
            return 0
        initials = "".join(word[0] for word in self._row.words[start:end] if word[0].isupper())
        return 9 if short[0] == initials[0] else 0


def _surnames(form: str) -> set[str]:
    """The last part, with the particles before it ("de Gaulle"); of a Korean spelling ("Rhee In-je") the first."""
    parts = form.split()
    if len(parts) == 2 and "-" in parts[1] and parts[1].rpartition("-")[2].islower():
        return {parts[0]}
    at = len(parts) - 1
    while at > 1 and parts[at - 1].lower() in names("particles"):
        at -= 1
    return {parts[-1], " ".join(parts[at:])}


def _shape(form: str) -> int:
    """Points for a name that looks like a person's: two to six words, none everyday, an initial, a particle."""
    parts = form.split()
    if not 2 <= len(parts) <= 6:
        return 0
    capitals = [part for part in parts if part[0].isupper()]
    if parts[0] in name_openers():
        return 5
    points = 2 + (not is_everyday(parts[0])) - 3 * all(map(is_everyday, capitals)) - 3 * (form in cities())
    points -= 3 * (parts[0] == "St." or parts[-1] in names("creed") or parts[-1] in names("organisation"))
    points += 2 * any(len(part) <= 2 and part.endswith(".") for part in parts)
    points += any(part in names("particles") for part in parts)
    points += any("-" in part and part.rpartition("-")[2].islower() for part in parts)
    return points - 2 * sum(part.isupper() and len(part) > 1 for part in parts)
