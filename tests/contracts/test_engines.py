"""Every engine keeps the same promises."""

import importlib.util
import os
import signal
import time
from collections.abc import Iterable, Iterator

import pytest

from backstride.bulk import Engine, Ready, run
from backstride.bulk.engines import ENGINES, engine
from backstride.bulk.processes import Processes
from backstride.errors import BadFile, NotAllowed, NotFound
from backstride.message import say

DASK = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="the extra dask is not installed")


@pytest.fixture(scope="module", params=["here", "processes", pytest.param("dask", marks=DASK)])
def workers(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made = engine(request.param)
    yield made
    made.close()


def square(number: int) -> int:
    if number == 3:
        raise BadFile(say("{number} is bad", number=number))
    if number == 4:
        raise ZeroDivisionError("four")
    return number * number


def die(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_every_item_has_its_outcome(workers: Engine) -> None:
    outcomes = sorted(run(square, range(50), workers), key=lambda outcome: outcome.item or 0)
    assert [outcome.item for outcome in outcomes] == list(range(50))
    good = [outcome for outcome in outcomes if outcome.error is None]
    assert [outcome.result for outcome in good] == [n * n for n in range(50) if n not in (3, 4)]


def test_a_failure_is_an_outcome_with_words(workers: Engine) -> None:
    errors = {outcome.item: outcome.error for outcome in run(square, [2, 3, 4], workers)}
    assert errors == {2: None, 3: say("{number} is bad", number=3), 4: errors[4]}
    assert str(errors[4]) == "ZeroDivisionError: four"


def test_what_is_ready_comes_out_without_work(workers: Engine) -> None:
    items: list[int | Ready[int]] = [Ready(-1), 2, Ready(-2)]
    outcomes = list(run(square, items, workers))
    assert sorted((outcome.item or 0, outcome.result) for outcome in outcomes) == [(0, -2), (0, -1), (2, 4)]


def test_no_items_no_outcomes(workers: Engine) -> None:
    assert list(run(square, [], workers)) == []


def test_items_are_taken_as_they_are_needed(workers: Engine) -> None:
    taken = []

    def many() -> Iterable[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    outcomes = run(square, many(), workers)
    next(outcomes)
    outcomes.close()
    assert len(taken) < 2_000
    assert len(list(run(square, range(5), workers))) == 5  # the engine can be used again


def test_heavy_items_are_not_gathered() -> None:
    made = Processes(workers=1, chunk=100)
    taken = []

    def heavy() -> Iterable[int]:
        for number in range(10):
            taken.append(number)
            yield number

    outcomes = run(square, heavy(), made, weigh=lambda _: 200 << 20)
    next(outcomes)
    assert len(taken) == 2
    outcomes.close()
    made.close()


def test_an_item_that_kills_its_worker_stops_nothing() -> None:
    made = Processes(workers=2)
    outcomes = {outcome.item: outcome for outcome in run(die, range(12), made)}
    made.close()
    assert set(outcomes) == set(range(12))
    assert "ended by the system" in str(outcomes[5].error)
    assert [outcomes[n].result for n in range(12) if n != 5] == [n for n in range(12) if n != 5]


def test_workers_end_with_their_caller() -> None:
    made = Processes(workers=1)
    (outcome,) = run(_pid, [0], made)
    assert outcome.result is not None
    os.kill(outcome.result, 0)
    made.close()
    end = time.monotonic() + 10
    while time.monotonic() < end and _alive(outcome.result):
        time.sleep(0.02)
    assert not _alive(outcome.result)


def _pid(_: int) -> int:
    return os.getpid()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_unknown_engine_is_said_in_words() -> None:
    with pytest.raises(NotFound, match=f"choose one of {', '.join(ENGINES)}"):
        engine("spark")


@DASK
def test_two_dask_clusters_run_side_by_side() -> None:
    """Somebody's cluster on this machine, with its pages on Dask's usual port, is in nobody's way."""
    one = engine("dask")
    try:
        other = engine("dask")
        assert [outcome.result for outcome in run(square, [2], other)] == [4]
        other.close()
    finally:
        one.close()


def test_dask_without_its_package_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(NotAllowed, match=r"install backstride\[dask\]"):
        engine("dask")


@DASK
def test_a_dask_cluster_that_does_not_answer_is_said_in_words() -> None:
    import dask
    import distributed  # noqa: F401 -- before its settings are changed: what is set is taken back afterwards

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "200ms"}),
        pytest.raises(NotAllowed, match="no Dask cluster answers"),
    ):
        engine("dask=tcp://127.0.0.1:1")
