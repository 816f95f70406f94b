"""A small truth made by hand, and what the harness must make of it."""

import math
from dataclasses import replace

import numpy as np
import pytest
from benchmarks.accuracy import judge, run
from benchmarks.accuracy.question import Question
from benchmarks.accuracy.scores import moving_rows, right
from benchmarks.accuracy.trial import Change, Protocol, Sensor, Stretch, Trial, calibration, markings
from benchmarks.accuracy.worn import AS_MEASURED

from backstride.message import say
from backstride.recording import Analysis, Bout, Direction, Event, EventKind, Gait, Label, Lesson, Placement, Steps

FORWARD, BACKWARD, UNKNOWN = Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN


def stretch(start_s: float, end_s: float, direction: Direction = FORWARD, gait: Gait = Gait.WALK) -> Stretch:
    return Stretch(start_s, end_s, direction, gait)


def bout(start_s: float, end_s: float, direction: Direction = FORWARD, confidence: float = 0.9) -> Bout:
    return Bout(start_s, end_s, direction, Gait.WALK, confidence)


def trial(**more: object) -> Trial:
    sensor = Sensor(np.arange(3.0), np.zeros((3, 3)))
    given: dict[str, object] = {"placement": Placement.WAIST, "stretches": (), **more}
    return Trial(source="made", person="a", name="a", sensor=sensor, **given)  # type: ignore[arg-type]


def analysed(contact_s: list[float], off_s: list[float] | None = None) -> Analysis:
    off = np.full(len(contact_s), np.nan) if off_s is None else np.array(off_s)
    return Analysis("made", (), Steps(np.array(contact_s), off), (), ())


def names(codes: judge.IntArray) -> list[Direction]:
    return [judge.DIRECTIONS[code] for code in codes]


def test_a_second_is_what_most_of_it_was_called() -> None:
    found = judge.seconds([stretch(0, 3)], [bout(0, 1.6), bout(1.6, 2.4, BACKWARD, 0.6), bout(2.4, 9, UNKNOWN)])
    assert names(found.said_direction) == [FORWARD, FORWARD, UNKNOWN]
    assert found.confidence == pytest.approx([0.9, 0.9, 0.9])


def test_confidence_is_that_of_the_direction_said() -> None:
    found = judge.seconds([stretch(0, 1)], [bout(0, 0.3, FORWARD, 0.99), bout(0.3, 1, BACKWARD, 0.6)])
    assert names(found.said_direction) == [BACKWARD]
    assert found.confidence == pytest.approx([0.6])


def test_seconds_sit_in_the_middle_of_their_stretch() -> None:
    # 2.8 s hold two whole seconds, 0.4 to 2.4: what is said at the edges is not asked.
    found = judge.seconds([stretch(0, 2.8)], [bout(0, 0.4, BACKWARD), bout(0.4, 2.4), bout(2.4, 3, BACKWARD)])
    assert names(found.said_direction) == [FORWARD, FORWARD]
    assert found.stretch_s == pytest.approx([2.8, 2.8])


def test_seconds_that_a_label_touches_are_not_judged() -> None:
    found = judge.seconds([stretch(0, 5)], [bout(0, 5)], [Label(0.0, 2.5, FORWARD)])
    assert len(found) == 2


def test_a_recording_without_bouts_is_unknown() -> None:
    assert names(judge.seconds([stretch(0, 2)], []).said_direction) == [UNKNOWN, UNKNOWN]


def test_no_stretches_no_seconds() -> None:
    assert len(judge.seconds([], [bout(0, 5)])) == 0


CHANGE = Change(10.0, 10.5, FORWARD, BACKWARD)


@pytest.mark.parametrize(("at_s", "delay_s"), [(10.2, 0.0), (11.0, 0.5), (9.0, 1.0), (14.0, math.inf)])
def test_a_change_is_as_late_as_its_new_direction(at_s: float, delay_s: float) -> None:
    delays, _ = judge.changes([CHANGE], [bout(0, at_s - 1), bout(at_s - 1, at_s, UNKNOWN), bout(at_s, 20, BACKWARD)])
    assert delays == pytest.approx([delay_s])


def test_the_opposite_change_is_not_the_change() -> None:
    delays, false = judge.changes([CHANGE], [bout(0, 10, BACKWARD), bout(10, 20)])
    assert math.isinf(delays[0])
    assert false == 1


def test_changes_that_are_none_are_counted() -> None:
    bouts = [bout(0, 10), bout(10, 20, BACKWARD), bout(20, 25), bout(25, 30, BACKWARD)]
    delays, false = judge.changes([CHANGE], bouts)
    assert delays == pytest.approx([0.0])
    assert false == 2


def test_changes_beside_what_the_engine_was_told_do_not_count() -> None:
    assert judge.untold([CHANGE], [Label(0, 9.8, FORWARD)]) == ()
    assert judge.untold([CHANGE], [Label(0, 8.0, FORWARD)]) == (CHANGE,)


def test_a_turn_is_found_by_the_nearest_onset() -> None:
    turn = stretch(5, 6, Direction.TURNING)
    turning = [bout(0, 5.2), bout(5.2, 6.1, Direction.TURNING), bout(6.1, 20)]
    assert judge.turn_onset(turn, turning) == pytest.approx(0.2)
    assert math.isinf(judge.turn_onset(turn, [bout(0, 20)]))
    assert math.isinf(judge.turn_onset(turn, [bout(0, 8), bout(8, 9, Direction.TURNING)]))


def event(kind: EventKind, start_s: float, end_s: float, **more: Direction) -> Event:
    return Event(kind, start_s, end_s, 0.9, say("made"), **more)  # type: ignore[arg-type]


def test_a_turn_told_as_an_event_comes_before_bouts() -> None:
    turn = stretch(5, 6, Direction.TURNING)
    turning = [bout(0, 5.1), bout(5.1, 6.1, Direction.TURNING), bout(6.1, 20)]
    assert judge.turn_onset(turn, turning, [event(EventKind.TURN, 4.7, 6.0)]) == pytest.approx(0.3)
    # A far turn, or another event, is none.
    others = [event(EventKind.TURN, 8.0, 9.0), event(EventKind.STUMBLE, 5.0, 5.5)]
    assert judge.turn_onset(turn, turning, others) == pytest.approx(0.1)


def test_turns_in_the_midst_of_going_straight_are_counted() -> None:
    labels = [stretch(0, 5), stretch(5, 6, Direction.TURNING), stretch(6, 12)]
    told = [event(EventKind.TURN, 2, 3), event(EventKind.TURN, 4.8, 6.1), event(EventKind.FALL, 8, 9)]
    assert judge.false_turns(labels, told) == 1


def test_a_change_is_told_by_the_transition_of_the_same_directions() -> None:
    right = event(EventKind.TRANSITION, 10.8, 11.0, before=FORWARD, after=BACKWARD)
    wrong = event(EventKind.TRANSITION, 10.2, 10.3, before=BACKWARD, after=FORWARD)
    assert judge.changes_told([CHANGE], [right, wrong]) == pytest.approx([0.3])
    assert math.isinf(judge.changes_told([CHANGE], [wrong])[0])


def lesson(direction: Direction, seconds: float) -> Lesson:
    return Lesson(Placement.WAIST, direction, Gait.WALK, seconds, (0.0,))


def test_other_recordings_teach_with_ten_seconds_of_either_direction() -> None:
    held = [lesson(FORWARD, 30.0), lesson(BACKWARD, 6.0)]
    assert run.enough(held) == ()
    assert len(run.enough([*held, lesson(BACKWARD, 4.0)])) == 3


def test_what_is_marked_in_other_recordings() -> None:
    held = [
        stretch(0, 1),
        stretch(2, 8),
        stretch(8, 9.5, BACKWARD),
        stretch(10, 14, BACKWARD),
        stretch(14, 20, UNKNOWN),
    ]
    assert markings(held) == (Label(2, 8, FORWARD), Label(10, 14, BACKWARD))


def test_lessons_come_from_other_recordings_of_the_same_person_alone() -> None:
    trials = [replace(trial(), name=name, person=person) for name, person in (("a", "x"), ("b", "x"), ("c", "y"))]
    work = [(one, AS_MEASURED) for one in trials]
    asked = [Question("p", "t", ("made",), Placement.WAIST, moving_rows(1.0), right, Protocol.OTHERS)]
    own = {
        one.name: (lesson(FORWARD, 20.0 + number), lesson(BACKWARD, 20.0 + number)) for number, one in enumerate(trials)
    }
    taught = {
        ("made", "x", Placement.WAIST, AS_MEASURED.name): {"a": own["a"], "b": own["b"]},
        ("made", "y", Placement.WAIST, AS_MEASURED.name): {"c": own["c"]},
    }
    made = {job.trial.name: job.others for job in run.jobs(work, asked, taught)}
    assert made == {"a": own["b"], "b": own["a"]}


def test_cadence_of_both_feet() -> None:
    true = np.arange(0.5, 8.0, 0.5)
    made = trial(stretches=(stretch(0, 8),), contact_s=true)
    late = judge.cadences(made, true + 0.1)
    assert late == pytest.approx(np.array([[120.0, 120.0]]))
    # A contact missed in the middle shows.
    missed = judge.cadences(made, np.delete(true, 7))
    assert missed[0, 1] == pytest.approx(60 / np.polyfit(np.arange(14), np.delete(true, 7), 1)[0])
    assert missed[0, 1] < 112


def test_cadence_where_the_truth_saw_one_foot() -> None:
    both = np.arange(0.5, 8.0, 0.5)
    own = trial(stretches=(stretch(0, 8),), contact_s=both[::2], placement=Placement.FOOT, one_foot=True)
    assert judge.cadences(own, both) == pytest.approx(np.array([[120.0, 120.0]]))
    assert judge.cadences(own, both[::2]) == pytest.approx(np.array([[120.0, 60.0]]))


def test_cadence_is_not_judged_where_the_truth_missed_a_contact() -> None:
    true = np.delete(np.arange(0.5, 8.0, 0.5), 6)
    assert judge.cadences(trial(stretches=(stretch(0, 8),), contact_s=true), np.zeros(0)).shape == (0, 2)


def test_no_cadence_stated() -> None:
    true = np.arange(0.5, 8.0, 0.5)
    found = judge.cadences(trial(stretches=(stretch(0, 8),), contact_s=true), np.zeros(0))
    assert found.shape == (1, 2)
    assert math.isnan(found[0, 1])


def test_contact_and_flight_of_matched_steps() -> None:
    made = trial(contact_s=np.array([1.0, 1.3, 1.6]), off_s=np.array([1.2, 1.5, 1.8]))
    contacts, flights = judge.durations(made, analysed([1.02, 1.61], [1.23, 1.83]))
    assert contacts[:, 0] == pytest.approx([0.2, 0.2, 0.2])
    assert contacts[0, 1] == pytest.approx(0.21)
    assert math.isnan(contacts[1, 1])
    assert contacts[2, 1] == pytest.approx(0.22)
    assert flights[:, 0] == pytest.approx([0.1, 0.1])


def test_calibration_takes_the_first_ten_seconds() -> None:
    held = [stretch(0, 1), stretch(2, 8), stretch(9, 30), stretch(31, 40, FORWARD, Gait.RUN)]
    labels = calibration(held, Protocol.FORWARD)
    assert labels == (Label(2, 8, FORWARD), Label(9, 13, FORWARD))
    assert calibration(held, Protocol.NOTHING) == ()


def test_calibration_needs_enough() -> None:
    assert calibration([stretch(0, 5)], Protocol.FORWARD) is None
    assert calibration([stretch(0, 20)], Protocol.BOTH) is None


def test_at_most_half_of_the_backward_seconds_are_told() -> None:
    labels = calibration([stretch(0, 10), stretch(10, 18, BACKWARD)], Protocol.BOTH)
    assert labels == (Label(0, 10, FORWARD), Label(10, 14, BACKWARD))
