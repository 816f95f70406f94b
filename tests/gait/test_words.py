"""Direction from words, and plain words where nothing tells."""

import numpy as np
import pytest

from backstride.gait import analyse
from backstride.gait.spoken import direction_in
from backstride.recording import About, Direction, Gait, Label, Lap, PlanStep, Recording, Signal, Spoke
from backstride.simulate import Part, Watch, simulate

FORWARD, BACKWARD, UNKNOWN, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN, Direction.STILL


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Backward 200 m", BACKWARD),
        ("3x backwards", BACKWARD),
        ("BWD", BACKWARD),
        ("Retro running", BACKWARD),
        ("Rückwärts laufen", BACKWARD),
        ("Rueckwaerts", BACKWARD),
        ("forward jog", FORWARD),
        ("fwd", FORWARD),
        ("Vorwärts", FORWARD),
        ("side-step left", Direction.SIDEWAYS),
        ("forward / backward", None),
        ("Lap 3", None),
        ("", None),
        ("retrospective", None),
        ("Ru\u0308ckwa\u0308rts", BACKWARD),
        ("RÜCKWÄRTS", BACKWARD),
        ("Retro-Lauf", BACKWARD),
        ("Rückwärtslauf 4x", BACKWARD),
        ("400 m bwd, easy", BACKWARD),
        ("2_backward", BACKWARD),
        ("reverse walk", BACKWARD),
        ("Vorwärtslaufen", FORWARD),
        ("FWD2", FORWARD),
        ("im Stehen, stehen", STILL),
        ("reverse loop of the lake", None),
        ("standing start", None),
        ("straightforward", None),
        ("metro", None),
        ("backwardness", None),
        ("fwdx", None),
    ],
)
def test_what_a_name_says(text: str, direction: Direction | None) -> None:
    assert direction_in(text) is direction


def watch_run() -> Recording:
    parts = [Part(STILL, Gait.NONE, 30), Part(FORWARD, Gait.RUN, 120, 2.8), Part(STILL, Gait.NONE, 30)]
    return simulate(parts, watch=Watch())[0]


def test_speed_and_heart_rate_never_make_a_direction() -> None:
    analysis = analyse(watch_run())
    assert {bout.direction for bout in analysis.bouts} == {STILL, UNKNOWN}
    moving = [bout for bout in analysis.bouts if bout.direction is UNKNOWN]
    assert {bout.gait for bout in moving if bout.end_s - bout.start_s > 20} == {Gait.RUN}
    assert any(evidence.source is Spoke.SPEED and evidence.says is UNKNOWN for evidence in moving[0].evidence)
    assert "direction-unknown" in {note.code for note in analysis.quality}


def test_a_lap_that_says_so_is_believed_to_its_edges() -> None:
    plain = watch_run()
    about = About(laps=(Lap(30.25, 90.75, "Backward"), Lap(90.75, 150.0, "Forward")))
    analysis = analyse(Recording(plain.start, plain.signals, about))
    at = {round(bout.start_s, 2): bout for bout in analysis.bouts}
    assert at[90.75].direction is FORWARD
    assert sum(b.end_s - b.start_s for b in analysis.bouts if b.direction is BACKWARD) == pytest.approx(60.5, abs=1.5)
    assert any(e.source is Spoke.LAP for e in at[90.75].evidence)


def test_a_planned_step_counts_and_a_label_overrules_both() -> None:
    plain = watch_run()
    about = About(plan_steps=(PlanStep(30, 150, "Run", "backward, easy"),))
    recording = Recording(plain.start, plain.signals, about)
    assert BACKWARD in {bout.direction for bout in analyse(recording).bouts}
    corrected = analyse(recording, (Label(0, 180, FORWARD),))
    assert {bout.direction for bout in corrected.bouts} == {FORWARD}


def test_the_later_label_wins_and_unknown_is_a_label_too() -> None:
    labels = (Label(40, 100, BACKWARD), Label(60, 80, UNKNOWN))
    bouts = analyse(watch_run(), labels).bouts
    spans = [(b.start_s, b.end_s) for b in bouts if b.direction is BACKWARD]
    assert spans == [(40, 60), (80, 100)]


def test_flicker_joins_its_neighbours_but_what_someone_drew_stays() -> None:
    labels = (Label(60.2, 60.6, BACKWARD), Label(100.0, 100.4, UNKNOWN))
    bouts = analyse(watch_run(), labels).bouts
    short = [(b.start_s, b.end_s, b.direction) for b in bouts if b.end_s - b.start_s < 1.0]
    assert short == [(60.2, 60.6, BACKWARD), (100.0, 100.4, UNKNOWN)]


def test_unknown_claims_no_certainty() -> None:
    bouts = analyse(watch_run()).bouts
    assert {bout.confidence for bout in bouts if bout.direction is UNKNOWN} == {0.5}
    assert all(bout.confidence >= 0.5 for bout in bouts)


def test_a_heart_rate_alone_is_unknown() -> None:
    time = np.arange(100.0)
    plain = Recording(watch_run().start, {"heart_rate": Signal(time, 100 + 0 * time, "bpm")})
    (bout,) = analyse(plain).bouts
    assert (bout.start_s, bout.end_s, bout.direction, bout.gait) == (0.0, 99.0, UNKNOWN, Gait.NONE)
