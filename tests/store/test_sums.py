"""Sums by stretches of time, against sums of the same rows in Python."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
import pytest

from backstride.recording import Direction
from backstride.store import Digest, NewFile, NewRecording, Store, pack, pack_original
from tests import made

FIRST = datetime(2025, 11, 3, tzinfo=UTC)
NAN = float("nan")


def put(store: Store, start: datetime, digest: Digest, *, known: bool = True) -> str:
    one = replace(made.analysed(), digest=digest)
    recording = made.recording(start, seconds=10, start_known=known)
    content = f"{start} {digest.distance_m} {known}".encode()
    return store.recordings.add(NewFile(pack_original("a.fit", content), (NewRecording(pack(recording), one),))).ids[0]


def test_sums_are_those_of_the_rows(store: Store) -> None:
    chance = np.random.default_rng(5)
    rows = []
    for number in range(40):
        start = FIRST + timedelta(hours=17 * number)
        seconds = {direction: float(chance.uniform(0, 900)) for direction in Direction}
        backward_m = NAN if number % 3 == 0 else float(chance.uniform(10, 900))
        rows.append(
            (start, Digest(float(chance.uniform(1e3, 9e3)), seconds, (), backward_m, seconds[Direction.BACKWARD] / 2))
        )
        put(store, *rows[-1])
    edges = [FIRST + timedelta(days=5 * number) for number in range(-1, 8)]
    found = store.totals.between(edges)
    assert (found[0].recordings, found[-1].recordings, sum(one.recordings for one in found)) == (0, 0, 40)
    for sums, (since, until) in zip(found, pairwise(edges), strict=True):
        mine = [digest for start, digest in rows if since <= start < until]
        far = [digest.backward_m for digest in mine if digest.backward_m == digest.backward_m]
        assert sums.recordings == len(mine)
        assert sums.backward_m == (pytest.approx(sum(far)) if far else None)
        assert sums.unmeasured == len(mine) - len(far)
        assert sums.distance_m == (pytest.approx(sum(digest.distance_m for digest in mine)) if mine else None)
        assert sums.backward_run_s == pytest.approx(sum(digest.backward_run_s for digest in mine))
        for direction in Direction:
            assert sums.seconds[direction] == pytest.approx(sum(digest.seconds[direction] for digest in mine))


def test_edges_hold_their_own_moment_and_not_the_next_ones(store: Store) -> None:
    put(store, FIRST, Digest(1.0, {}, ()))
    put(store, FIRST + timedelta(days=1), Digest(2.0, {}, ()))
    found = store.totals.between([FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=2)])
    assert [one.distance_m for one in found] == [1.0, 2.0]
    assert store.totals.beginnings() == (FIRST, None)


def test_no_date_no_twin_and_no_edge_count(store: Store) -> None:
    put(store, FIRST, Digest(1.0, {}, ()), known=False)
    assert (store.totals.beginnings(), store.totals.count_undated()) == ((None, None), 1)
    assert store.totals.between([FIRST, FIRST + timedelta(days=1)])[0].recordings == 0
    assert store.totals.between([]) == store.totals.between([FIRST]) == ()
    twins = [store.recordings.add(made.new_file(content)) for content in (b"a watch " * 9, b"a phone " * 9)]
    assert twins[1].twins
    sums = store.totals.between([made.START - timedelta(days=1), made.START + timedelta(days=1)])[0]
    assert (sums.recordings, sums.distance_m) == (1, 151.0)
