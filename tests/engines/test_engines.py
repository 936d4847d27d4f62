from __future__ import annotations

from importlib.util import find_spec

import pytest

from rapporteur.engines import Cluster, Engine, Here, Pool
from rapporteur.errors import UsageError


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("engine", [Here(), Pool(2)], ids=["here", "pool"])
def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(square, range(40))) == [square(n) for n in range(40)]


def test_a_pool_draws_items_only_as_it_needs_them() -> None:
    drawn = []

    def items() -> object:
        for number in range(1000):
            drawn.append(number)
            yield number

    results = Pool(1).map(square, items())  # type: ignore[arg-type]
    assert next(results) == 0
    assert len(drawn) < 50


def test_a_cluster_without_ray_says_what_to_install() -> None:
    if find_spec("ray"):
        assert list(Cluster().map(square, [1, 2, 3])) == [1, 4, 9]
    else:
        with pytest.raises(UsageError, match="pip install"):
            list(Cluster().map(square, [1]))
