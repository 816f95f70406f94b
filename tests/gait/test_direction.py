"""Direction from motion, against the mechanical runner's truth."""

import numpy as np
import pytest

from backstride.gait import Options, analyse
from backstride.recording import About, Analysis, Bout, Direction, Gait, Label, Placement, Recording, Signal
from backstride.simulate import Part, Truth, Worn, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
PARTS = (
    Part(Direction.STILL, Gait.NONE, 6),
    Part(FORWARD, Gait.WALK, 30, 1.3),
    Part(Direction.STILL, Gait.NONE, 5),
    Part(BACKWARD, Gait.WALK, 30, 1.0),
    Part(Direction.STILL, Gait.NONE, 5),
    Part(FORWARD, Gait.RUN, 30, 2.8),
    Part(Direction.STILL, Gait.NONE, 5),
    Part(BACKWARD, Gait.RUN, 30, 2.3),
    Part(Direction.STILL, Gait.NONE, 6),
)
EXACT = (Placement.FOOT, Placement.SHANK, Placement.POCKET)
TRUNK = (Placement.WAIST, Placement.CHEST)


def told(analysis: Analysis, moments: np.ndarray) -> list[tuple[Direction, Gait]]:
    starts = np.array([bout.start_s for bout in analysis.bouts])
    found = [analysis.bouts[int(k)] for k in np.searchsorted(starts, moments, side="right") - 1]
    return [(bout.direction, bout.gait) for bout in found]


def share_right(analysis: Analysis, truth: Truth, edge_s: float = 1.5) -> float:
    """Share of moving half seconds told rightly, away from the edges of the true bouts."""
    right = total = 0
    for bout in truth.bouts:
        moments = np.arange(bout.start_s + edge_s, bout.end_s - edge_s, 0.5)
        if bout.direction in (FORWARD, BACKWARD):
            total += len(moments)
            right += sum(direction is bout.direction for direction, _ in told(analysis, moments))
    return right / total


@pytest.mark.parametrize("placement", [*EXACT, *TRUNK])
@pytest.mark.parametrize("seed", [0, 1])
def test_both_directions_in_both_gaits_at_any_mounting(placement: Placement, seed: int) -> None:
    recording, truth = simulate(PARTS, worn=Worn(placement), seed=seed)
    assert share_right(analyse(recording), truth) > 0.97


@pytest.mark.parametrize("placement", EXACT)
def test_a_browsers_coarse_samples_are_enough(placement: Placement) -> None:
    recording, truth = simulate(PARTS, worn=Worn(placement, rate_hz=60.0, decimals=1), seed=3)
    assert share_right(analyse(recording), truth) > 0.95


@pytest.mark.parametrize("placement", [*EXACT, *TRUNK])
def test_gait_is_told_in_both_directions(placement: Placement) -> None:
    recording, truth = simulate(PARTS, worn=Worn(placement), seed=4)
    analysis = analyse(recording)
    for bout in truth.bouts:
        moments = np.arange(bout.start_s + 1.5, bout.end_s - 1.5, 0.5)
        gaits = [gait for _, gait in told(analysis, moments)]
        assert sum(gait is bout.gait for gait in gaits) > 0.9 * len(gaits), bout


def turned(recording: Recording, mounting: np.ndarray) -> Recording:
    signals = {
        name: Signal(signal.time_s, signal.values @ mounting.T, signal.unit, signal.axes)
        for name, signal in recording.signals.items()
    }
    return Recording(recording.start, signals, recording.about)


def reversed_in_time(recording: Recording) -> Recording:
    """Positions run back: accelerations stay, angular rates change their sign."""
    signals = {}
    for name, signal in recording.signals.items():
        sign = -1.0 if name == "angular_rate" else 1.0
        signals[name] = Signal(signal.time_s, sign * signal.values[::-1], signal.unit, signal.axes)
    return Recording(recording.start, signals, recording.about)


@pytest.mark.parametrize("placement", [*EXACT, *TRUNK])
def test_a_sensor_worn_backwards_is_not_a_person_moving_backwards(placement: Placement) -> None:
    recording, truth = simulate(PARTS, worn=Worn(placement, mounting=np.eye(3)), seed=5)
    half_turn = np.diag([-1.0, -1.0, 1.0])
    assert share_right(analyse(turned(recording, half_turn)), truth) > 0.97


@pytest.mark.parametrize("placement", [Placement.FOOT, Placement.SHANK, Placement.POCKET])
def test_time_reversal_turns_forward_into_backward(placement: Placement) -> None:
    parts = (Part(FORWARD, Gait.WALK, 40, 1.3),)
    recording, _ = simulate(parts, worn=Worn(placement), seed=6)
    moments = np.arange(5, 35, 0.5)
    ahead = [direction for direction, _ in told(analyse(recording), moments)]
    back = [direction for direction, _ in told(analyse(reversed_in_time(recording)), moments)]
    assert all(direction is FORWARD for direction in ahead)
    # What starts backward may stay unknown for want of a forward stretch, but must never be called forward.
    assert FORWARD not in back


def test_a_foot_sensor_knows_backward_without_any_forward_stretch() -> None:
    recording, _ = simulate([Part(BACKWARD, Gait.WALK, 30, 1.0)], worn=Worn(Placement.FOOT), seed=7)
    assert {direction for direction, _ in told(analyse(recording), np.arange(3, 27, 0.5))} == {BACKWARD}


def test_a_trunk_that_only_goes_backward_is_never_surely_forward_against_a_label() -> None:
    recording, truth = simulate(PARTS[3:], worn=Worn(Placement.WAIST), seed=8)
    labels = (Label(2.0, 12.0, BACKWARD),)
    assert share_right(analyse(recording, labels), truth) > 0.95


def test_a_change_of_direction_is_found_within_a_second() -> None:
    parts = (Part(FORWARD, Gait.WALK, 30, 1.3), Part(BACKWARD, Gait.WALK, 30, 1.0))
    recording, _ = simulate(parts, worn=Worn(Placement.FOOT), seed=9)
    back = [bout.start_s for bout in analyse(recording).bouts if bout.direction is BACKWARD]
    assert back[0] == pytest.approx(30.0, abs=1.0)


def test_a_turn_on_the_spot_is_a_turn() -> None:
    parts = (
        Part(FORWARD, Gait.WALK, 20, 1.3),
        Part(Direction.TURNING, Gait.WALK, 5, cadence_spm=90, turned_rad=2 * np.pi),
        Part(FORWARD, Gait.WALK, 20, 1.3),
    )
    recording, _ = simulate(parts, worn=Worn(Placement.WAIST), seed=10)
    moments = np.arange(21.5, 23.6, 0.5)
    assert [direction for direction, _ in told(analyse(recording), moments)].count(Direction.TURNING) >= 4


def test_side_steps_of_a_foot_are_sideways() -> None:
    recording, _ = simulate(
        [Part(FORWARD, Gait.WALK, 20, 1.3), Part(Direction.STILL, Gait.NONE, 10)], worn=Worn(Placement.FOOT), seed=11
    )
    assert Direction.SIDEWAYS not in {bout.direction for bout in analyse(recording).bouts}


def test_a_wrist_stays_unknown_rather_than_guessed() -> None:
    recording, truth = simulate(PARTS, worn=Worn(Placement.WRIST), seed=12)
    analysis = analyse(recording)
    wrong = 0
    for bout in truth.bouts:
        if bout.direction in (FORWARD, BACKWARD):
            directions = {d for d, _ in told(analysis, np.arange(bout.start_s + 2, bout.end_s - 2, 0.5))}
            wrong += bool(directions - {bout.direction, Direction.UNKNOWN})
    assert wrong == 0


def test_the_placement_can_be_given_or_recognised() -> None:
    recording, truth = simulate(PARTS, worn=Worn(Placement.FOOT), seed=13)
    unsaid = Recording(recording.start, recording.signals, About())
    assert share_right(analyse(unsaid), truth) > 0.97
    assert share_right(analyse(unsaid, options=Options(placement=Placement.FOOT)), truth) > 0.97
    pocket, truth = simulate(PARTS, worn=Worn(Placement.POCKET), seed=13)
    unsaid = Recording(pocket.start, pocket.signals, About())
    assert {n.code for n in analyse(unsaid).quality} >= {"placement-guessed"}  # a guess is still asked about
    assert share_right(analyse(unsaid), truth) > 0.97
    assert share_right(analyse(unsaid, options=Options(placement=Placement.POCKET)), truth) > 0.97


def test_an_arm_is_not_taken_for_a_leg() -> None:
    recording, _ = simulate(PARTS, worn=Worn(Placement.WRIST), seed=15)
    analysis = analyse(Recording(recording.start, recording.signals, About()))
    assert "placement-unknown" in {note.code for note in analysis.quality}
    assert not any(message_of_a_leg(bout) for bout in analysis.bouts)


def message_of_a_leg(bout: Bout) -> bool:
    return any("leg" in str(evidence.why) for evidence in bout.evidence)


def test_what_is_felt_comes_through_shaking() -> None:
    recording, truth = simulate(PARTS, worn=Worn(Placement.WAIST), seed=16)
    force = recording.signals["acceleration"]
    slow = np.random.default_rng(0).normal(0, 1, (len(force) // 10 + 1, 3)).repeat(10, axis=0)[: len(force)]
    shaken = Signal(force.time_s, force.values + 6 * slow, force.unit, force.axes)
    unsure = Recording(recording.start, {**recording.signals, "acceleration": shaken}, recording.about)
    assert share_right(analyse(unsure, (Label(8.0, 18.0, FORWARD),)), truth) > 0.8


def test_labels_win_over_motion() -> None:
    recording, _ = simulate(PARTS, worn=Worn(Placement.FOOT), seed=14)
    label = Label(10.3, 20.7, Direction.SIDEWAYS)
    marked = [bout for bout in analyse(recording, (label,)).bouts if bout.direction is Direction.SIDEWAYS]
    assert [(bout.start_s, bout.end_s, bout.confidence) for bout in marked] == [(10.3, 20.7, 1.0)]
