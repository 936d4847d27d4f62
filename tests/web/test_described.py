"""The desk's own description holds: whatever is sent by it or against it, the answer is one that it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance
from starlette.testclient import TestClient

from rapporteur.web.app import create_app
from rapporteur.web.desk import Desk
from rapporteur.web.guard import Locks
from rapporteur.web.pages import lists
from tests.export.records_made import made
from tests.web.test_app import token_of

HERE = "http://testserver"
CHECKS: list[Any] = [not_a_server_error, status_code_conformance, content_type_conformance]
EXAMPLES = 60
"""Requests of each way of making them."""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with made(path=tmp_path_factory.mktemp("described") / "record.db") as record:
        app = create_app(Desk(record), Locks(frozenset({"testserver"})))
        yield TestClient(app, headers={"origin": HERE}, follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_request_gets_an_answer_that_is_not_described(client: TestClient, method: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", client.app, headers={"host": "testserver"}).include(
        method=method
    )
    operations: list[Any] = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    token = token_of(client.get("/actors/actor-brehm").text)
    known = [*client.app.state.desk.view.kind_of, *client.app.state.desk.view.articles]  # type: ignore[attr-defined]
    cases = st.one_of([one.as_strategy(generation_mode=mode) for one in operations])

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(cases, st.sampled_from(known), st.booleans())
    def sent(case: Any, name: str, at_something: bool) -> None:
        for parameter in ("name", "article"):
            if at_something and parameter in case.path_parameters:
                case.path_parameters[parameter] = name
        if isinstance(case.body, dict):
            case.body["token"] = token  # gets behind the guard
        case.call_and_validate(session=client, checks=CHECKS)

    sent()


@pytest.mark.parametrize("kind", lists.LISTS)
def test_a_list_is_described_with_its_filters(described: dict[str, Any], kind: str) -> None:
    page = f"/{kind}" if kind != "positions" else "/positions/list"
    for path, more in ((page, "page"), (f"/take/{kind}.csv", "evidence")):
        names = [one["name"] for one in described["paths"][path]["get"]["parameters"]]
        assert names == [*lists.filters_of(kind), more]
