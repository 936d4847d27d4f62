"""Drafts for the graph model: what states are possible, where the parties stand, and what each can do alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import rapporteur
from rapporteur.export.gmcr import Conflict, conflict_of, gmcr_table
from rapporteur.record.record import Record

REFUSAL = (
    "LOME, March 4, 2009 (Polar News) -- Chad will not reopen its embassy in Libya unless Libya first withdraws its "
    "forces from Aouzou, Chadian Foreign Minister Moussa Faki said on Wednesday.\n\n"
    '"We will never withdraw our forces from Aouzou," Libyan Foreign Minister Ali Treki told reporters.\n'
)
RING = (
    "LOME, March 4, 2009 (Polar News) -- Chad will not recognise Libya unless Libya first withdraws its forces from "
    "Aouzou, Chadian Foreign Minister Moussa Faki said on Wednesday.\n\n"
    "Libya said on Wednesday that it will withdraw its forces from Aouzou only if Chad first recognises Libya.\n"
)


def drafted(text: str, folder: Path) -> tuple[Record, Conflict]:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    record = rapporteur.build([path])
    (point,) = record.sticking_points
    conflict = conflict_of(record, point)
    assert conflict is not None
    return record, conflict


def test_a_refusal_has_three_options_and_seven_states(tmp_path: Path) -> None:
    record, conflict = drafted(REFUSAL, tmp_path)
    with record:
        options = [
            (record.name_of(option.party), option.what.split(" ")[0], option.taken) for option in conflict.options
        ]
        assert options == [("Libya", "accept", False), ("Chad", "insist", True), ("Chad", "go", False)]
        assert len(conflict.states) == 7
        assert (False, True, True) not in conflict.states
        assert conflict.states[conflict.status_quo] == (False, True, False)


def test_a_party_moves_only_what_is_its_own(tmp_path: Path) -> None:
    record, conflict = drafted(REFUSAL, tmp_path)
    with record:
        libya = conflict.options[0].party
        reached = list(conflict.moves(libya))[conflict.status_quo]
        assert [conflict.states[number] for number in reached] == [(True, True, False)]
        for party in {option.party for option in conflict.options}:
            for state, numbers in zip(conflict.states, conflict.moves(party), strict=True):
                for number in numbers:
                    changed = zip(conflict.options, state, conflict.states[number], strict=True)
                    assert {option.party for option, before, after in changed if before != after} == {party}


def test_in_a_ring_nobody_goes_on_while_he_insists_and_the_other_has_not_moved(tmp_path: Path) -> None:
    record, conflict = drafted(RING, tmp_path)
    with record:
        assert [option.taken for option in conflict.options] == [True, False, True, False]
        assert (True, True, True, False) not in conflict.states
        assert (True, True, False, True) in conflict.states
        assert (True, True, True, True) in conflict.states


def test_the_table_is_square_and_every_option_has_its_words(tmp_path: Path) -> None:
    record, conflict = drafted(REFUSAL, tmp_path)
    with record:
        table = gmcr_table(record)
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert [row[1] for row in table.rows] == ["option"] * 3 + ["status quo", "moves", "moves"]
        assert all(pieces for row, pieces in zip(table.rows, table.evidence, strict=True) if row[1] == "option")
        assert len(conflict.states) == len(table.columns) - 4


def test_a_record_without_sticking_points_has_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Chad and Libya met in Lome on Wednesday.\n", encoding="utf-8")
    with rapporteur.build([path]) as record:
        assert gmcr_table(record).rows == ()


def test_what_has_too_many_options_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapporteur.export.gmcr.MOST_OPTIONS", 2)
    path = tmp_path / "article.txt"
    path.write_text(REFUSAL, encoding="utf-8")
    with rapporteur.build([path]) as record:
        (row,) = gmcr_table(record).rows
    assert row[1:] == ("note", "", "more than 2 options: take it apart first")
