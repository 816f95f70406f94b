"""What recordings cost and loaded: speeds by bout, slope, mass, practice, sums, and reasons where nothing is known."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from backstride import gait
from backstride.app import Store, save_settings
from backstride.app.body import body_of, energy_of, energy_of_week, own_speeds
from backstride.app.bout_costs import bout_costs
from backstride.message import say
from backstride.physiology.energy import Move
from backstride.recording import Analysis, Bout, Direction, Gait, Grade, MetricValue, Recording, Signal, Steps
from backstride.store import Analysed, Digest, NewFile, NewRecording, pack, pack_original
from tests import coached, made

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
DAY = timedelta(days=1)
NO_STEPS = Steps()
BOUTS = (
    Bout(0, 300, FORWARD, Gait.RUN, 0.9),
    Bout(300, 600, BACKWARD, Gait.RUN, 0.9),
    Bout(600, 620, BACKWARD, Gait.WALK, 0.9),
)


def keep(
    store: Store, name: str, days: int = 0, bouts: Sequence[Bout] = BOUTS, metrics: Sequence[MetricValue] = (),
    steps: Steps = NO_STEPS, speeds: tuple[float, float] = (3.0, 2.0),
) -> str:  # fmt: skip
    """A recording with its analysis as given; speeds of the first 300 s and after, NaN: none recorded."""
    clock = np.arange(700.0)
    speed = Signal(clock, np.where(clock < 300, *speeds), "m/s")
    signals = {"speed": speed} if math.isfinite(speeds[0]) else {"heart_rate": Signal(clock, clock * 0 + 120, "bpm")}
    recording = Recording(made.START + days * DAY, signals, replace(made.recording().about, name=name))
    seconds: dict[Direction, float] = {}
    for bout in bouts:
        seconds[bout.direction] = seconds.get(bout.direction, 0.0) + bout.end_s - bout.start_s
    analysis = Analysis(gait.RECIPE, tuple(bouts), steps, tuple(metrics), ())
    kept = Analysed(gait.RECIPE, analysis, None, Digest(1500.0, seconds, ()))
    file = NewFile(pack_original(f"{name}.sim", name.encode()), (NewRecording(pack(recording), kept),))
    return store.recordings.add(file).ids[0]


def metric(key: str, value: float, direction: Direction = BACKWARD) -> MetricValue:
    return MetricValue(key, say("Speed"), value, "m", math.nan, math.nan, Grade.MEASURED, direction)


def test_backward_and_forward_each_at_the_speed_of_their_bouts(store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    id_ = keep(store, "one", steps=Steps(np.arange(300, 600, 0.5), np.zeros(600), np.zeros(600, np.int8)))
    found = body_of(store, id_)
    backward, forward = found.costs
    assert (backward.stretch.direction, forward.stretch.direction) == (BACKWARD, FORWARD)
    assert backward.stretch.speed_mps == pytest.approx(2.0, rel=0.01)
    assert backward.stretch.seconds == 320, "a few steps of walking belong to the run"
    assert backward.stretch.gait is Gait.RUN
    assert backward.energy is not None
    assert backward.instead is not None
    assert backward.extra is not None
    assert backward.energy.energy_kj.unit == "kJ"
    assert backward.energy.energy_kj.value == pytest.approx(
        70 * 320 * (2 * 3.6 * 1.3 + 3.5 * 20.9 / 60) / 1000, rel=0.01
    )
    assert backward.instead.own.speed_mps == pytest.approx(3.0, rel=0.01)
    assert backward.instead.distance.energy_kj.value < backward.energy.energy_kj.value
    assert backward.load.knee is not None
    assert backward.load.knee.peak_n is not None
    assert backward.load.knee.total_bw is not None
    assert forward.extra is None
    assert forward.instead is None


def test_without_the_mass_it_is_per_kilogram(store: Store) -> None:
    found = body_of(store, keep(store, "one"))
    assert found.mass_kg is None
    assert found.costs[0].energy is not None
    assert found.costs[0].energy.energy_kj.unit == "kJ/kg"
    assert found.costs[0].load.knee is not None
    assert found.costs[0].load.knee.peak_n is None


def test_where_nothing_tells_how_fast_it_was_there_is_no_number(store: Store) -> None:
    (cost, _) = body_of(store, keep(store, "one", speeds=(math.nan, math.nan))).costs
    assert cost.energy is None
    assert cost.load.knee is None
    assert str(cost.no_energy) == "no distance or speed was recorded in this direction"


def test_else_the_mean_speed_of_the_direction_is_taken(store: Store) -> None:
    id_ = keep(store, "one", speeds=(math.nan, math.nan), metrics=[metric("speed_mps", 1.9)])
    (cost, _) = body_of(store, id_).costs
    assert cost.stretch.speed_mps == 1.9
    assert not cost.stretch.by_bout


@pytest.mark.parametrize(
    ("up", "down", "slope", "reason"),
    [
        (40.0, 0.0, 0.08, None),
        (3.0, 1.0, 0.0, None),
        (0.0, 20.0, -0.04, "a part of it went downhill: what that costs backward was never measured"),
        (30.0, 30.0, 0.0, "a part of it went downhill: what that costs backward was never measured"),
        (150.0, 0.0, 0.3, "that slope was never measured: from 0 to 25 % is expected"),
    ],
)
def test_slope(store: Store, up: float, down: float, slope: float, reason: str | None) -> None:
    heights = [metric("distance_m", 500.0), metric("ascent_m", up), metric("descent_m", down)]
    (cost, _) = body_of(store, keep(store, "one", metrics=heights)).costs
    assert cost.stretch.slope == pytest.approx(slope)
    assert (str(cost.no_energy) if cost.no_energy else None) == reason
    assert (cost.energy is None) == (reason is not None)
    assert (cost.load.knee is None) == (slope != 0 or reason is not None), "knees were measured on the level only"
    if cost.instead is not None:
        forward = Move(Direction.FORWARD, Gait.RUN, cost.instead.own.speed_mps, slope)
        assert cost.instead.own == forward, "the same hill forward"


def test_a_short_way_is_taken_as_level(store: Store) -> None:
    heights = [metric("distance_m", 150.0), metric("ascent_m", 0.0), metric("descent_m", 20.0)]
    (cost, _) = body_of(store, keep(store, "one", metrics=heights)).costs
    assert cost.stretch.slope is None
    assert cost.energy is not None


def test_a_few_steps_backward_are_no_day_of_practice(store: Store) -> None:
    def gone(seconds: float) -> tuple[Bout, ...]:
        return (Bout(300, 300 + seconds, BACKWARD, Gait.WALK, 0.9),)

    keep(store, "short", 0, gone(20), speeds=(1.0, 1.4))
    keep(store, "long", 1, gone(300), speeds=(1.0, 1.4))
    assert body_of(store, keep(store, "last", 5, gone(300), speeds=(1.0, 1.4))).practice == 1


def test_practice_makes_walking_backward_cheaper(store: Store) -> None:
    walks = (Bout(300, 600, BACKWARD, Gait.WALK, 0.9),)
    first, last = (keep(store, name, days, walks, speeds=(1.0, 1.4)) for name, days in (("a", 0), ("d", 9)))
    keep(store, "b", 2, walks)
    keep(store, "c", 2, walks)
    store.coach.save_session(coached.session("told", coached.FIRST + 5 * DAY))
    assert body_of(store, first).practice == 0
    assert body_of(store, last).practice == 3, "days, not recordings"
    (before,), (after,) = body_of(store, first).costs, body_of(store, last).costs
    assert before.energy is not None
    assert after.energy is not None
    assert after.energy.energy_kj.value < before.energy.energy_kj.value
    assert before.load.knee is None
    assert "running only" in str(before.load.missing)


def test_forward_speed_of_another_day_where_this_one_has_none(store: Store) -> None:
    keep(store, "forward", 0)
    id_ = keep(store, "backward", 3, BOUTS[1:2])
    (cost,) = body_of(store, id_).costs
    assert cost.instead is not None
    assert cost.instead.own.speed_mps == pytest.approx(3.0, rel=0.01)
    assert own_speeds(store)[BACKWARD, Gait.RUN] == pytest.approx(2.0, rel=0.01)


def test_sums_of_a_session_and_a_week(store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    ids = [
        keep(store, "a", 0),
        keep(store, "b", 3),
        keep(store, "next week", 7),
        keep(store, "slow", 1, speeds=(0.2, 0.2)),
    ]
    one = energy_of(store, ids[:1])[BACKWARD]
    assert one.energy_kj is not None
    week = energy_of_week(store, coached.FIRST)[BACKWARD]
    assert week.energy_kj is not None
    assert week.energy_kj.value == pytest.approx(2 * one.energy_kj.value)
    assert week.energy_kj.low == pytest.approx(2 * one.energy_kj.low), "who spends much does so every day"
    assert (week.seconds, week.left_out_s) == (640, 320)


def test_each_bout_at_its_own_speed(store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    bouts = (*BOUTS[:2], Bout(620, 625, FORWARD, Gait.RUN, 0.9), Bout(625, 690, FORWARD, Gait.RUN, 0.9))
    id_ = keep(store, "one", bouts=bouts)
    body = body_of(store, id_)
    costs = bout_costs(store, id_, bouts, body)
    assert [cost.bout.start_s for cost in costs] == [0, 300, 625], "five seconds have no steady speed"
    assert [round(cost.speed_mps, 1) for cost in costs] == [3.0, 2.0, 2.0]
    backward = costs[1].energy
    assert backward is not None
    assert body.costs[0].energy is not None
    assert backward.energy_kj.value == pytest.approx(body.costs[0].energy.energy_kj.value)


def test_no_energy_of_bouts_without_speed_or_downhill(store: Store) -> None:
    blind = keep(store, "blind", speeds=(math.nan, math.nan))
    assert bout_costs(store, blind, BOUTS, body_of(store, blind)) == ()
    heights = [metric("distance_m", 500.0), metric("ascent_m", 0.0), metric("descent_m", 40.0)]
    down = keep(store, "down", metrics=heights)
    forward, backward, _ = bout_costs(store, down, BOUTS, body_of(store, down))
    assert forward.energy is not None
    assert backward.energy is None
