"""What the desk's description (``/openapi.json``) says of its addresses, for a newsroom's scripts.

Pages read their addresses leniently (see `filters`); what they read is told in the words of ``texts.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rapporteur.reading.claims import ActorKind
from rapporteur.web.pages.lists import STATUSES, filters_of
from rapporteur.web.templating import texts

_DAY = r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"
_SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "since": {"type": "string", "pattern": _DAY, "examples": ["2023-05-10", "2023-05", "2023"]},
    "until": {"type": "string", "pattern": _DAY, "examples": ["2023-05-10", "2023-05", "2023"]},
    "page": {"type": "integer", "minimum": 1, "default": 1},
    "evidence": {"type": "string", "enum": ["0", "1"], "default": "0"},
}
"""Parameters that are more than a word."""
REFUSED: Mapping[int | str, dict[str, Any]] = {
    "4XX": {"description": texts()["asked"]["refused"], "content": {"text/html": {}, "text/plain": {}}}
}
"""What every address may answer."""
LED_ON: Mapping[int | str, dict[str, Any]] = {303: {"description": texts()["asked"]["led_on"]}}
"""What an address may answer that knows a better one."""


def asks(names: Iterable[str], **choices: Iterable[str]) -> dict[str, Any]:
    """The description of an address's query.

    Args:
        names: of its parameters, each a key of ``asked.parameters`` in ``texts.yaml``.
        choices: for some of them, the values that are heard.
    """
    return {"parameters": [_parameter(name, choices.get(name)) for name in names]}


def asks_of_list(kind: str, *others: str) -> dict[str, Any]:
    """The description of a list's query: its filters, and ``others``."""
    choices: dict[str, Iterable[str]] = {"kind": [one.value for one in ActorKind]} if kind == "actors" else {}
    return asks([*filters_of(kind), *others], **choices, status=STATUSES.get(kind, ()))


def _parameter(name: str, choices: Iterable[str] | None) -> dict[str, Any]:
    schema = dict(_SCHEMAS.get(name, {"type": "string"}))
    if choices is not None:
        schema["enum"] = ["", *choices]  # a form sends nothing where all are wanted
    told = texts()["asked"]["parameters"][name]
    return {"name": name, "in": "query", "required": False, "description": told, "schema": schema}


def gives(content_type: str, **schema: Any) -> dict[int | str, dict[str, Any]]:
    """The description of a file that is answered: its type, and what it holds if that is said."""
    kind = content_type.partition(";")[0]
    return {200: {"description": texts()["asked"]["file"], "content": {kind: {"schema": schema} if schema else {}}}}


__all__ = ["LED_ON", "REFUSED", "asks", "asks_of_list", "gives"]
