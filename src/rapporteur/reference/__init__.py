"""Facts as data: what the program knows of states, organisations, bodies and offices before it reads.

Each YAML file beside this module is one table. `load` reads a table as it stands; the modules beside
it (`states`, `organisations`, `bodies`, `offices`) turn tables into frozen records and lookups.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader  # libyaml: ten times as fast, and not in every build of PyYAML
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]


@cache
def load(name: str) -> Any:
    """Return the content of the table `name` (without ".yaml"), parsed once.

    Every caller gets the same object: read it, never change it. Raises FileNotFoundError where the
    package holds no such table.
    """
    resource = files(__name__).joinpath(f"{name}.yaml")
    return yaml.load(resource.read_text(encoding="utf-8"), Loader=SafeLoader)
