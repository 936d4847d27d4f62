"""The analyst's own names, formats, places and field mappings: ``rapporteur.toml`` in a project folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rapporteur.errors import ConfigError

FILE_NAME = "rapporteur.toml"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnActor(_Section):
    """A person, organisation or group that the analyst wants recognised, with every spelling."""

    name: str
    kind: Literal["person", "state", "organisation", "armed_group", "body", "place", "other"] = "person"
    party: str | None = None
    aliases: tuple[str, ...] = ()
    role: str | None = None


class OwnPlace(_Section):
    """A place or venue that the gazetteer lacks."""

    name: str
    country: str | None = None
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    aliases: tuple[str, ...] = ()


class OwnFormat(_Section):
    """A named series of meetings, such as a contact group."""

    name: str
    aliases: tuple[str, ...] = ()


class OwnLanguage(_Section):
    """A spaCy pipeline, by name or folder, that is asked before the shipped language model."""

    pipeline: str | None = None


class Config(_Section):
    """What a project adds to the reference data, and how its tables name their columns.

    ``fields`` maps an article's field (``text``, ``title``, ``published``, ``url``, ``outlet``, ``byline``, ``id``)
    to the name that the project's JSON and CSV files use for it.
    """

    actors: tuple[OwnActor, ...] = ()
    places: tuple[OwnPlace, ...] = ()
    formats: tuple[OwnFormat, ...] = ()
    language: OwnLanguage = OwnLanguage()
    fields: Mapping[str, str] = Field(default_factory=dict)


def load_config(path: Path) -> Config:
    """Read a ``rapporteur.toml``.

    Raises:
        ConfigError: it is no TOML, or holds something that is not understood.
    """
    try:
        return Config.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError(f"{path} cannot be opened: {error.strerror}.", hint="Check its name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is no TOML: {error}.", hint="Mend the line it names.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ConfigError(f"{path}: {where}: {first['msg']}.", hint="See docs/configuration.md.") from error


def find_config(paths: list[Path]) -> Config:
    """The configuration of the first of ``paths`` (or a folder above it) that has one; an empty one if none has."""
    for path in paths:
        start = path if path.is_dir() else path.parent
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / FILE_NAME).is_file():
                return load_config(folder / FILE_NAME)
    return Config()
