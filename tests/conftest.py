"""The bundled example, built once for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rapporteur

EXAMPLE = Path(__file__).parents[1] / "examples" / "camp-david"


@pytest.fixture(scope="session")
def example_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the bundled example, as a file."""
    path = tmp_path_factory.mktemp("a record") / "camp david.db"
    rapporteur.build([EXAMPLE / "articles"], output=path).close()
    return path


@pytest.fixture
def example(example_path: Path) -> Iterator[rapporteur.Record]:
    """The record of the bundled example, open."""
    with rapporteur.open(example_path) as record:
        yield record
