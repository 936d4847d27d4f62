from __future__ import annotations

import csv
import io

import pytest

from rapporteur.export.table_csv import neutral, table_csv
from rapporteur.export.tables import Table
from rapporteur.record.model import Evidence

TABLE = Table(
    ("id", "words"),
    (("position-1", "=1+1"), ("position-2", 'He said "no",\nand left')),
    ((Evidence("a-1", 3, 7, "-abc"), Evidence("a-2", 0, 2, "xy")), ()),
)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "－1", "\n@x"])
def test_cells_that_a_spreadsheet_would_run_are_neutralised(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1978-09-17", "Ismailia", "a = b", "“-”", "Çavuşoğlu", "سلام"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


def test_a_table_comes_back_from_csv() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(TABLE))))
    assert rows == [["id", "words"], ["position-1", "'=1+1"], ["position-2", 'He said "no",\nand left']]


def test_with_evidence_there_is_a_row_for_each_piece() -> None:
    rows = list(csv.DictReader(io.StringIO(table_csv(TABLE, evidence=True))))
    assert [(row["id"], row["article"], row["start"], row["quotation"]) for row in rows] == [
        ("position-1", "a-1", "3", "'-abc"),
        ("position-1", "a-2", "0", "xy"),
        ("position-2", "", "", ""),
    ]
