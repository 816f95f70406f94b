"""The demo runner has a past: a plan, checks and logs that fit the recordings, the same every time."""

from dataclasses import replace
from pathlib import Path

import pytest

from backstride import app
from backstride.app import planning
from backstride.app.demo import demo_store
from backstride.simulate import demo_runner
from backstride.store import Store
from backstride.store.codec import to_json

DAYS = 4  # recordings of the first week and a day


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    first = demo_runner()[:DAYS]
    monkeypatch.setattr("backstride.app.demo.demo_runner", lambda: first)
    return demo_store(tmp_path / "demo")


def test_every_recording_is_of_a_session_and_nothing_lies_ahead(demo: Store) -> None:
    done = demo.coach.sessions()
    linked = [id_ for one in done for id_ in one.recordings]
    assert sorted(linked) == sorted(row.id for row in app.list_recordings(demo).rows)
    last = max(row.start for row in app.list_recordings(demo).rows).date()
    assert all(one.day <= last for one in done)
    assert all(one.measured for one in done if one.recordings)
    assert any(one.planned and one.recordings for one in done)
    held = planning.plan(demo)
    assert held
    assert held.end > last
    assert all(kept.at.date() <= last for kept in planning.plans(demo))
    assert not planning.adapt_plan(demo, last).changed
    assert planning.next_session(demo, last)
    assert demo.coach.checks()
    assert {one.test for one in demo.measuring.trials()} == {"walk-3m", "stance-open", "stance-closed", "hop"}
    assert app.verify(demo) == ()


def told(store: Store) -> list[object]:
    """All but the ids of sessions of one's own, which are drawn by lot."""
    done = [replace(one, id=one.planned) for one in store.coach.sessions()]
    tried = [replace(one, id="") for one in store.measuring.trials()]
    return [store.coach.answered(), store.coach.checks(), done, [to_json(kept) for kept in store.coach.plans()], tried]


def test_it_is_the_same_every_time(demo: Store, tmp_path: Path) -> None:
    other = demo_store(tmp_path / "other")
    assert told(other) == told(demo)
    other.settings.write({"demo_made_by": "an older version"})
    other.close()
    with demo_store(tmp_path / "other") as again:
        assert told(again) == told(demo)
