from __future__ import annotations

from pathlib import Path

import pytest

import rapporteur
from rapporteur.cli.dossier import dossier
from rapporteur.errors import NoRecordError, UsageError
from rapporteur.export.dossier import dossier_html
from rapporteur.export.dossier_docx import dossier_docx
from tests.export.records_made import made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "a folder" / "record.db"
    made(path=path).close()
    return path


def test_the_page_is_written_and_named(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(kept, output=tmp_path / "page.html", title="The Sele tolls")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == dossier_html(made(), title="The Sele tolls")
    assert "page.html written" in "".join(capsys.readouterr().out.split("\n"))


def test_a_file_for_word_is_one(kept: Path, tmp_path: Path) -> None:
    dossier(kept, output=tmp_path / "page.DOCX", title="The Sele tolls")
    with rapporteur.open(kept) as record:
        assert (tmp_path / "page.DOCX").read_bytes() == dossier_docx(record, title="The Sele tolls")


def test_a_place_where_nothing_can_be_written_is_an_error_with_a_hint(kept: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot be written.*-o"):
        dossier(kept, output=tmp_path / "no such folder" / "page.html")


def test_without_a_record_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NoRecordError):
        dossier(tmp_path / "none.db", output=tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()
