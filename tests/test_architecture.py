"""The layout that ARCHITECTURE.md describes, kept by tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import rapporteur

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "rapporteur"
LONGEST_MODULE = 400
"""Lines.  A module that outgrows this holds two ideas."""


def test_imports_point_only_one_way() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, is_debug_mode=False) == 0


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_tests_mirror_the_source(path: Path) -> None:
    place = path.parent.relative_to(ROOT / "tests")
    folder = (ROOT if place.parts[:1] == ("benchmarks",) else PACKAGE) / place
    name = path.stem.removeprefix("test_")
    mirrored = {*folder.rglob(f"{name}.py"), *folder.rglob(name)}
    assert mirrored or f"{path.parent.name}/{name}" in ABOUT_THE_WHOLE


ABOUT_THE_WHOLE = {
    "tests/architecture",
    "tests/corpus",
    "tests/docs",
    "cli/cli",
    "engines/engines",
    "examples/camp_david_gold",
    "formats/archives",
    "formats/data",
    "intake/bad_input",
    "reference/load",
    "reference/meeting_tables",
    "web/hostile_articles",
    "web/hostile_requests",
    "web/in_browser",
    "web/two_at_once",
}
"""Tests of the project, or of a whole folder, rather than of a module."""


def test_the_public_names_are_sorted_and_there() -> None:
    assert rapporteur.__all__ == sorted(rapporteur.__all__)
    assert [name for name in rapporteur.__all__ if not hasattr(rapporteur, name)] == []


HEAVY = {
    "torch",
    "onnxruntime",
    "trafilatura",
    "pypdfium2",
    "docx",
    "feedparser",
    "py3langid",
    "ray",
    "urllib3",
    "rich",
}


@pytest.mark.parametrize(
    ("imported", "unwanted"),
    [
        ("from rapporteur import *", HEAVY),
        ("import rapporteur", HEAVY | {"sqlalchemy", "pydantic", "numpy", "rapporteur.pipeline"}),
        ("from rapporteur.language import parse", HEAVY | {"sqlalchemy", "rapporteur.record", "rapporteur.reading"}),
    ],
)
def test_importing_loads_nothing_heavy(imported: str, unwanted: set[str]) -> None:
    code = f"import sys\n{imported}\nsys.stdout.write(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert unwanted & set(loaded) == set()


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        rapporteur.nothing  # noqa: B018
