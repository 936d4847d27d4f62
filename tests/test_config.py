from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from rapporteur.config import Config, find_config, load_config
from rapporteur.errors import ConfigError

ROOT = Path(__file__).parents[1]


def write(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    path = folder / "rapporteur.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_documented_example_is_understood() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    config = Config.model_validate(tomllib.loads(example))
    assert (config.actors[0].name, config.places[0].country, config.formats[0].name) == (
        "Bridge Commission",
        "CH",
        "Bridge Contact Group",
    )
    assert config.fields["title"] == "kop"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[[actors]]\nname = 1", "actors.0.name"),
        ("[[actor]]\nname = 'x'", "actor"),
        ("[[actors]]\nname = 'x'\nkind = 'human'", "actors.0.kind"),
        ("[[places]]\nname = 'x'\nlat = 91", "places.0.lat"),
        ("[[places]]\nlat = 1", "places.0.name"),
        ("no toml at all", "no TOML"),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(named)):
        load_config(write(tmp_path, text))


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load_config(tmp_path / "none.toml")


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "article.txt").write_text("x")
    write(tmp_path, "[fields]\ntext = 'outer'")
    assert find_config([inner / "article.txt"]).fields == {"text": "outer"}
    write(inner, "[fields]\ntext = 'inner'")
    assert find_config([inner / "article.txt"]).fields == {"text": "inner"}
    assert find_config([inner]).fields == {"text": "inner"}
