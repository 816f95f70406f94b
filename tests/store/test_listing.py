from dataclasses import replace
from datetime import timedelta

import pytest

from backstride.recording import Direction
from backstride.store import SORTS, Filter, Store
from tests import made


@pytest.fixture
def ids(store: Store) -> list[str]:
    """A watch in the morning, a walk at noon, a ride two days later."""
    recordings = (
        made.recording(name="B morning"),
        made.recording(made.START + timedelta(hours=6), seconds=120, name="a walk", sport="walking", format="gpx"),
        made.recording(made.START + timedelta(days=2), seconds=30, name="C ride", sport="cycling", loss=made.LOSS),
    )
    return [store.recordings.add(made.new_file(str(n).encode(), one)).ids[0] for n, one in enumerate(recordings)]


def listed(store: Store, wanted: Filter) -> list[str]:
    return [row.id for row in store.lists.page(wanted)[0]]


def test_filters(store: Store, ids: list[str]) -> None:
    morning, walk, ride = ids
    assert listed(store, Filter()) == [ride, walk, morning]
    assert listed(store, Filter(sport="walking")) == [walk]
    assert listed(store, Filter(format="gpx")) == [walk]
    assert listed(store, Filter(text="MORN")) == [morning]
    assert listed(store, Filter(direction=Direction.BACKWARD)) == [ride, walk, morning]
    assert listed(store, Filter(direction=Direction.SIDEWAYS)) == []
    assert listed(store, Filter(since=made.START + timedelta(hours=1))) == [ride, walk]
    assert listed(store, Filter(until=made.START + timedelta(hours=6))) == [morning]
    assert store.lists.choices() == type(store.lists.choices())(("cycling", "running", "walking"), ("gpx", "test"))


def test_orders(store: Store, ids: list[str]) -> None:
    morning, walk, ride = ids
    assert listed(store, Filter(sort="duration")) == [walk, morning, ride]
    assert listed(store, Filter(sort="name", descending=False)) == [walk, morning, ride]
    assert listed(store, Filter(sort="backward", descending=False)) == [ride, morning, walk]
    assert all(len(listed(store, Filter(sort=key))) == 3 for key in SORTS)


def test_pages(store: Store, ids: list[str]) -> None:
    rows, total = store.lists.page(Filter(offset=1, limit=1))
    assert ([row.id for row in rows], total) == ([ids[1]], 3)
    assert store.lists.every_id() == tuple(ids)


def test_a_row_tells_what_a_list_shows(store: Store, ids: list[str]) -> None:
    row = store.lists.page(Filter(text="ride"))[0][0]
    assert row.start == made.START + timedelta(days=2)
    assert (row.duration_s, row.sport, row.device, row.lossy) == (29.98, "cycling", "Made watch", True) or row.lossy
    assert row.digest.distance_m == 151.0
    assert row.digest.ribbon[0][2] is Direction.BACKWARD
    (bare,) = store.lists.page(Filter(text="ride", ribbons=False))[0]
    assert replace(bare, digest=replace(bare.digest, ribbon=row.digest.ribbon)) == row
    assert bare.digest.ribbon == ()
    assert row.digest.seconds[Direction.BACKWARD] == pytest.approx(row.duration_s / 2)


def test_one_session_from_two_devices_is_listed_once(store: Store) -> None:
    watch = store.recordings.add(made.new_file(b"watch")).ids[0]
    late = made.recording(made.START + timedelta(seconds=5), seconds=58, device="Foot sensor", sport="")
    foot = store.recordings.add(made.new_file(b"foot", late))
    assert foot.twins == (watch,)
    (row,), total = store.lists.page(Filter())
    assert (row.id, row.twins, total) == (watch, foot.ids, 1)
    assert len(listed(store, Filter(twins=True))) == 2
    assert store.recordings.get(foot.ids[0]).twins == (watch,)
    assert store.recordings.get(watch).twins == foot.ids


def test_a_third_device_joins_the_first_and_takes_the_lead_when_that_goes(store: Store) -> None:
    ids = [store.recordings.add(made.new_file(name)).ids[0] for name in (b"1", b"2", b"3")]
    assert set(store.recordings.get(ids[2]).twins) == set(ids[:2])
    store.recordings.remove(ids[0])
    (row,), _ = store.lists.page(Filter())
    assert (row.id, row.twins) == (ids[1], (ids[2],))


def test_a_person_may_say_that_two_are_not_one(store: Store) -> None:
    one = store.recordings.add(made.new_file(b"1")).ids[0]
    two = store.recordings.add(made.new_file(b"2")).ids[0]
    store.recordings.apart(two)
    assert set(listed(store, Filter())) == {one, two}
    assert store.recordings.get(one).twins == ()


@pytest.mark.parametrize(
    ("after_s", "seconds", "about"),
    [
        pytest.param(60, 60, {}, id="one after the other"),
        pytest.param(0, 60, {"sport": "cycling"}, id="another sport"),
        pytest.param(0, 20, {}, id="much shorter"),
        pytest.param(25, 60, {}, id="little in common"),
        pytest.param(0, 60, {"start_known": False}, id="nobody knows when"),
    ],
)
def test_what_is_no_twin(store: Store, after_s: int, seconds: int, about: dict[str, object]) -> None:
    store.recordings.add(made.new_file(b"first"))
    other = made.recording(made.START + timedelta(seconds=after_s), seconds, **about)
    assert store.recordings.add(made.new_file(b"second", other)).twins == ()


def test_parts_of_one_file_are_no_twins(store: Store) -> None:
    assert store.recordings.add(made.new_file(b"both", made.recording(), made.recording())).twins == ()
