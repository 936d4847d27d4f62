"""What people decide about a record: applied on every build, before and after new articles arrive, and undone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rapporteur
from rapporteur.errors import NotInRecordError, UsageError
from rapporteur.export.record_json import record_json
from rapporteur.reading.claims import Stance
from rapporteur.record.judgements.file import judgements_yaml, read_judgements
from rapporteur.record.record import Record
from tests.stories import TEXTS, write


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with rapporteur.build(write(tmp_path), output=tmp_path / "record.db") as made:
        yield made


def one(record: Record, kind: str, words: str) -> str:
    (found,) = (entry.id for entry in getattr(record, kind) if words in str(entry))
    return str(found)


def lists(record: Record) -> str:
    """The export without its judgements and paths."""
    text = record_json(record)
    lines = text[: text.index('"judgements"')].splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith('"source"'))


def test_a_wrong_entry_leaves_and_comes_back_when_that_is_undone(record: Record) -> None:
    before, name = lists(record), one(record, "commitments", "open the bridge by June")
    judgement = record.judge.wrong(name, by="Ada", reason="a hope")
    assert name not in record
    undone = record.judge.undo(judgement.id, by="Ben")
    assert lists(record) == before
    record.judge.undo(undone.id)
    assert name not in record
    assert [one.by for one in record.judgements][:2] == ["Ada", "Ben"]


def test_a_value_is_set_says_who_set_it_and_stands_after_new_articles(tmp_path: Path) -> None:
    output = tmp_path / "record.db"
    with rapporteur.build(write(tmp_path, ["one.txt"]), output=output) as record:
        (meeting,) = record.meetings
        record.judge.value(meeting.id, "when", "1996-03-03", by="Ada", reason="the host's diary")
        record.judge.value(meeting.id, "venue", "Grand Hotel", by="Ada")
        record.judge.value(meeting.id, "participants", "Nikos Vellis", by="Ada")
    with rapporteur.build(write(tmp_path), output=output) as record:
        meeting = next(
            found for found in record.meetings if "one.txt" in [record.article(a).file for a in found.reports]
        )
        assert (meeting.when.edtf, meeting.venue) == ("1996-03-03", "Grand Hotel")
        assert meeting.when.why == "set by Ada: the host's diary"
        assert [record.name_of(person.actor) for person in meeting.participants] == ["Nikos Vellis"]
        assert meeting.participants[0].role == "foreign minister"
        assert len(meeting.reports) == 2


def test_a_value_that_new_reports_make_doubtful_says_so(tmp_path: Path) -> None:
    output = tmp_path / "record.db"
    with rapporteur.build(write(tmp_path, ["two.txt"]), output=output) as record:
        (meeting,) = record.meetings
        judgement = record.judge.value(meeting.id, "when", "1996-03-02", by="Ada")
        assert record.judged(judgement.id).remark == ""  # type: ignore[union-attr]
    with rapporteur.build(write(tmp_path), output=output) as record:
        judged = record.judged(judgement.id)
        assert judged is not None
        assert "it would now be 1996-03-04" in judged.remark
        assert next(m for m in record.meetings if m.id in judged.entries).when.edtf == "1996-03-02"


def test_meetings_are_parted_and_joined(record: Record) -> None:
    before = lists(record)
    meeting = next(found for found in record.meetings if len(found.reports) == 2)
    article = next(found.id for found in record.articles if found.file == "two.txt")
    parted = record.judge.not_same(meeting.id, articles=[article], by="Ada")
    halves = [found for found in record.meetings if set(found.reports) <= set(meeting.reports)]
    assert sorted(len(found.reports) for found in halves) == [1, 1]
    joined = record.judge.same(halves[0].id, halves[1].id, by="Ben")
    assert len([found for found in record.meetings if set(found.reports) <= set(meeting.reports)]) == 2
    assert "not the same" in record.judged(joined.id).remark  # type: ignore[union-attr]
    record.judge.undo(parted.id)
    assert lists(record) == before


def test_actors_are_joined_and_the_old_id_still_leads_there(record: Record) -> None:
    spokesman, albania = one(record, "actors", "Arta Hoxhaj"), one(record, "actors", "name='Nikos Vellis'")
    record.judge.same(spokesman, albania, by="Ada")
    assert record[spokesman] == record[albania]
    assert record.verify() > 0
    assert len({person.actor for meeting in record.meetings for person in meeting.participants}) == 1


def test_an_actor_that_is_none_leaves_every_entry(record: Record) -> None:
    greece = one(record, "actors", "key='GRC'")
    record.judge.wrong(greece, by="Ada")
    assert greece not in lists(record)
    assert record.verify() > 0


def test_issues_are_renamed_joined_and_parted(record: Record) -> None:
    names = {issue.id: issue.name for issue in record.issues}
    first = min(names)
    record.judge.value(first, "name", "the bridge", by="Ada")
    assert record[first].name == "the bridge"  # type: ignore[union-attr]
    for other in sorted(names.keys() - {first}):
        record.judge.same(first, other, by="Ada")
    assert len(record.issues) == 1
    assert {position.issue for position in record.positions} == {record.issues[0].id}


def test_an_entry_is_added_on_the_words_of_an_article(record: Record) -> None:
    article = next(found.id for found in record.articles if found.file == "three.txt")
    given = {"party": "Greece", "stance": "warns", "issue": "a new toll", "when": "1996-03"}
    record.judge.add("positions", article, "delay the opening of the bridge", given, by="Ada")
    added = next(position for position in record.positions if position.stance is Stance.WARNS)
    assert record.name_of(added.party) == "Greece"
    assert added.when.edtf == "1996-03"
    assert record[added.issue].name == "a new toll"  # type: ignore[union-attr]
    assert record.verify() > 0
    record.judge.add("meetings", article, "a government spokesman", {"parties": "Greece; Albania"}, by="Ada")
    assert record.verify() > 0


def test_an_issue_that_is_none_takes_its_positions_with_it(record: Record) -> None:
    issue = record.positions[0].issue
    record.judge.wrong(issue, by="Ada")
    assert issue not in {position.issue for position in record.positions}
    assert record.verify() > 0


def test_an_added_entry_is_judged_and_not_the_one_on_the_same_words(record: Record) -> None:
    reported = record.positions[0]
    piece = reported.evidence[0]
    given = {"party": "Greece", "stance": "warns", "issue": "a new toll"}
    record.judge.add("positions", piece.article, piece.text, given, by="Ada")
    added = next(position for position in record.positions if position.stance is Stance.WARNS)
    record.judge.value(added.id, "stance", "refuses", by="Ada")
    assert record[reported.id] == reported
    record.judge.value(added.issue, "name", "the toll", by="Ada")
    assert record[added.issue].name == "the toll"  # type: ignore[union-attr]
    record.judge.wrong(added.id, by="Ada")
    assert added.id not in record
    assert record[reported.id] == reported


def test_of_two_meetings_in_one_sentence_only_the_one_meant_is_joined(tmp_path: Path) -> None:
    met = "Norwegian Foreign Minister Bjoern Vik met Icelandic Foreign Minister Jon Arason on Monday"
    texts = {
        "a.txt": f"OSLO, March 6, 1996 (A) -- {met} and Danish Foreign Minister Niels Holm on Tuesday.\n",
        "b.txt": f"OSLO, June 4, 1996 (A) -- {met}.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with rapporteur.build([tmp_path]) as record:
        days = {found.when.edtf: found.id for found in record.meetings}
        assert sorted(days, key=str) == ["1996-03-04", "1996-03-05", "1996-06-03"]
        record.judge.same(days["1996-03-04"], days["1996-06-03"], by="Ada")
        assert sorted(str(found.when.edtf) for found in record.meetings) == ["1996-03-04/1996-06-03", "1996-03-05"]


def test_of_one_persons_verdicts_the_last_counts_and_of_two_values_both_are_told(record: Record) -> None:
    name = one(record, "commitments", "open the bridge by June")
    record.judge.right(name, by="Ada")
    record.judge.wrong(name, by="Ada")
    assert name not in record
    meeting = record.meetings[0].id
    first = record.judge.value(meeting, "venue", "Town Hall", by="Ada")
    last = record.judge.value(meeting, "venue", "Castle", by="Ben")
    assert record[meeting].venue == "Castle"  # type: ignore[union-attr]
    assert "Ben set it to Castle later" in record.judged(first.id).remark  # type: ignore[union-attr]
    assert "Ada had set it to Town Hall" in record.judged(last.id).remark  # type: ignore[union-attr]


def test_a_value_holds_when_what_it_names_is_renamed(record: Record) -> None:
    position, issue = record.positions[0], record.positions[1].issue
    record.judge.value(position.id, "issue", record[issue].name, by="Ada")  # type: ignore[union-attr]
    record.judge.value(issue, "name", "the bridge", by="Ada")
    assert record[position.id].issue == issue  # type: ignore[union-attr]
    assert [judged.remark for judged in record.entries.judged if judged.remark] == []


def test_right_and_wrong_leave_the_entry_and_both_are_told(record: Record) -> None:
    name = one(record, "commitments", "open the bridge by June")
    record.judge.right(name, by="Ben")
    record.judge.wrong(name, by="Ada")
    assert name in record
    assert all("judged otherwise" in judged.remark for judged in record.entries.judged)


@pytest.mark.parametrize(
    ("decide", "says"),
    [
        (lambda r: r.judge.wrong("meeting-0"), "There is no meeting-0"),
        (lambda r: r.judge.same(r.meetings[0].id, r.actors[0].id), "cannot be judged the same"),
        (lambda r: r.judge.same(r.meetings[0].id, r.meetings[0].id), "is one entry"),
        (lambda r: r.judge.not_same(r.meetings[0].id, articles=[]), "cannot be parted"),
        (lambda r: r.judge.value(r.meetings[0].id, "when", "soon"), "is no day"),
        (lambda r: r.judge.value(r.meetings[0].id, "host", "Nobody"), "knows no actor 'Nobody'"),
        (lambda r: r.judge.value(r.meetings[0].id, "mood", "good"), "no field"),
        (lambda r: r.judge.value(r.meetings[0].id, "parties", "-"), "cannot be empty"),
        (lambda r: r.judge.value(r.meetings[0].id, "parties", r.issues[0].name), "knows no actor"),
        (lambda r: r.judge.value(r.positions[0].id, "issue", "Greece"), "knows no issue"),
        (lambda r: r.judge.value(r.meetings[0].id, "round", "9" * 5000), "is no number"),
        (lambda r: r.judge.value(r.events[0].id, "type", "nonsense"), "is none of"),
        (lambda r: r.judge.right(r.meetings[0].id, by="\udcff"), "characters that are none"),
        (lambda r: r.judge.value(r.meetings[0].id, "status", "over"), "is none of"),
        (lambda r: r.judge.value(r.meetings[0].id, "round", "two"), "is no number"),
        (lambda r: r.judge.add("positions", r.articles[0].id, "the", {}), "more than once"),
        (lambda r: r.judge.add("actors", r.articles[0].id, "x", {}), "Nothing can be added"),
        (lambda r: r.judge.undo("judgement-0"), "no judgement"),
        (lambda r: r.judge.wrong(r.articles[0].id), "is an article"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_kept(
    record: Record, decide: Callable[[Record], object], says: str
) -> None:
    with pytest.raises((UsageError, NotInRecordError), match=says) as error:
        decide(record)
    assert error.value.hint
    assert record.judgements == ()


def test_a_judgement_whose_article_is_gone_says_so(record: Record) -> None:
    judgement = record.judge.wrong(one(record, "commitments", "open the bridge by June"), by="Ada")
    record.remove("two.txt")
    assert "not in the record any more" in record.judged(judgement.id).remark  # type: ignore[union-attr]


def decided(record: Record) -> None:
    """Some judgements of every kind."""
    meeting = next(found for found in record.meetings if len(found.reports) == 2)
    record.judge.value(meeting.id, "place", "Bergen", by="Ada")
    record.judge.value(one(record, "actors", "key='GRC'"), "name", "Hellas", by="Ben")
    record.judge.wrong(one(record, "commitments", "open the bridge by June"), by="Ben")
    article = next(found.id for found in record.articles if found.file == "two.txt")
    record.judge.not_same(meeting.id, articles=[article], by="Ada")
    record.judge.add("commitments", article, "was useful", {"by": "Hellas", "to": "Albania"}, by="Ada")


def test_a_file_of_judgements_comes_back_as_it_went(record: Record, tmp_path: Path) -> None:
    decided(record)
    path = tmp_path / "judgements.yaml"
    path.write_text(judgements_yaml(record.judgements), encoding="utf-8")
    assert read_judgements(path) == record.judgements
    unquoted = path.read_text(encoding="utf-8").replace("at: '", "at: ").replace("Z'", "Z")
    path.write_text(unquoted, encoding="utf-8")
    assert read_judgements(path) == record.judgements
    assert [one.id for one in read_judgements(path)] == [one.id for one in record.judgements]


@given(order=st.permutations(range(5)), cut=st.integers(0, 5), names=st.permutations(sorted(TEXTS)))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whenever_judgements_and_articles_arrive_the_record_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cut: int, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    with rapporteur.build(write(folder)) as whole:
        decided(whole)
        judgements, expected = whole.judgements, lists(whole)
    arriving = [judgements[place] for place in order]
    output = folder / "record.db"
    for name, some in zip(names, itertools.cycle([arriving[:cut], arriving[cut:]]), strict=False):
        with rapporteur.build(write(folder, [name]), output=output) as record:
            record.judge.take(some)
    with rapporteur.open(output) as record:
        assert record.judge.take(judgements) == 0
        assert lists(record) == expected


ABOUT = "about: [{kind: meetings, id: m, in: ['a 1-2']}]"


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "- verdict: same",
        "- 3",
        "[",
        "[" * 3000,
        "- {verdict: maybe, by: a, at: b}",
        f"- {{verdict: same, by: a, at: b, {ABOUT}}}",
        f"- {{verdict: this value, by: a, at: b, {ABOUT}}}",
        "- {verdict: added, by: a, at: b, value: x, about: [{kind: meetings, id: m}]}",
        "- {verdict: wrong, by: a, at: b, about: [{kind: moods, id: m}]}",
        "- {verdict: wrong, by: [a], at: b, about: [{kind: meetings, id: m}]}",
        "- {verdict: undone, by: a, at: b}",
    ],
)
def test_what_is_no_file_of_judgements_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "judgements.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_judgements(path)
    assert error.value.hint
