"""Recordings and files made by hand, for tests of what is kept."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from backstride.message import say
from backstride.recording import (
    About,
    Analysis,
    Bout,
    Direction,
    Evidence,
    Gait,
    Grade,
    Lap,
    Loss,
    MetricValue,
    Note,
    Pause,
    Placement,
    PlanStep,
    Recording,
    Signal,
    Spoke,
    Steps,
)
from backstride.store import Analysed, Digest, NewFile, NewRecording, pack, pack_original

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
RECIPE = "test-1"


def recording(start: datetime = START, seconds: int = 60, **about: object) -> Recording:
    """A minute of a watch and an inertial sensor, with a missing value and a clock that leaves samples out."""
    generator = np.random.default_rng(seconds)
    fast = np.arange(seconds * 50) / 50
    slow = np.arange(float(seconds))
    beats = slow[slow % 7 != 3]
    rate = np.where(beats % 5 == 2, np.nan, 120 + beats)
    signals = {
        "acceleration": Signal(fast, generator.normal(0, 3, (len(fast), 3)), "m/s2", ("x", "y", "z")),
        "speed": Signal(slow, 2 + np.sin(slow), "m/s"),
        "position": Signal(
            slow.copy(), np.stack((0.5 + slow * 2e-5, -30.5 + slow**2 * 1e-7), 1), "deg", ("lat", "lon")
        ),
        "heart_rate": Signal(beats, rate, "bpm"),
    }
    full = About(
        format="test",
        device="Made watch",
        sport="running",
        name="Morning",
        laps=(Lap(0.0, 30.0, "Backward"), Lap(30.0, float(seconds), trigger="button", distance_m=75.5)),
        plan_steps=(PlanStep(0.0, 30.0, "run backward"), PlanStep(float("nan"), float("nan"), "never run")),
        pauses=(Pause(40.0, 42.5),),
        totals={"distance_m": 151.0},
        repairs=(Note("jitter", say("{n} stamps were evened out", n=3)),),
        placement=Placement.WAIST,
    )
    return Recording(start, signals, replace(full, **about))  # type: ignore[arg-type]


def analysis(seconds: float = 60.0, recipe: str = RECIPE) -> Analysis:
    """Half backward, half forward, with everything that an analysis can hold."""
    heard = Evidence(Spoke.LAP, Direction.BACKWARD, 0.9, say("lap {name}", name="Backward"))
    nan = float("nan")
    return Analysis(
        recipe,
        (
            Bout(0.0, seconds / 2, Direction.BACKWARD, Gait.RUN, 0.9, (heard,)),
            Bout(seconds / 2, seconds, Direction.FORWARD, Gait.WALK, 0.8),
        ),
        Steps(np.array([0.25, 0.6, 1.1]), np.array([0.5, nan, 1.3])),
        (
            MetricValue("distance_m", say("Distance"), 151.0, "m", nan, nan, Grade.MEASURED),
            MetricValue(
                "cadence_spm", say("Cadence"), nan, "1/min", 1.0, 2.0, Grade.EXPERT, Direction.BACKWARD,
                say("middle 90 %"), say("no steps were seen: {why}", why=say("{n} samples", n=3)),
            ),
        ),
        (Note("clipped", say("{share} % of samples at the limit", share=1.5)),),
    )  # fmt: skip


def analysed(seconds: float = 60.0, recipe: str = RECIPE) -> Analysed:
    half = {Direction.BACKWARD: seconds / 2, Direction.FORWARD: seconds / 2}
    ribbon = ((0.0, 0.5, Direction.BACKWARD), (0.5, 1.0, Direction.FORWARD))
    return Analysed(recipe, analysis(seconds, recipe), None, Digest(151.0, half, ribbon))


def new_file(content: bytes = b"made by hand " * 50, *recordings: Recording, name: str = "run.fit") -> NewFile:
    """A file of these recordings, or of one."""
    made = recordings or (recording(),)
    return NewFile(
        pack_original(name, content), tuple(NewRecording(pack(one), analysed(one.duration_s)) for one in made)
    )


LOSS = Loss(say("{n} bytes in the middle could not be read", n=16), 58, None, 16)


def assert_same(one: Recording, other: Recording) -> None:
    """Bit for bit, signals in any order."""
    assert one.start == other.start
    assert repr(one.about) == repr(other.about)  # NaN is not equal to itself, its print is
    assert set(one.signals) == set(other.signals)
    for name, signal in one.signals.items():
        copy = other.signals[name]
        assert (signal.unit, signal.axes) == (copy.unit, copy.axes)
        np.testing.assert_array_equal(signal.time_s, copy.time_s)
        np.testing.assert_array_equal(signal.values, copy.values)
