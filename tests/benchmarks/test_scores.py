"""Scores of verdicts made by hand."""

import math
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from benchmarks.accuracy import answers, plot, scores
from benchmarks.accuracy.judge import DIRECTIONS, GAITS, Seconds, Verdict
from benchmarks.accuracy.questions import QUESTIONS
from benchmarks.accuracy.trial import Protocol
from benchmarks.accuracy.worn import AS_MEASURED
from benchmarks.figure import figure

from backstride.recording import Direction, EventKind, Gait, Placement

F, B, U, S = (d.value for d in (Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN, Direction.STILL))


def verdict(
    pairs: list[tuple[str, str]], person: str = "a", confidence: float = 0.8, gait: Gait = Gait.WALK
) -> Verdict:
    """Truth and what was said of each second, in stretches of 5 s."""
    true, said = zip(*pairs, strict=True) if pairs else ((), ())

    def code(words: tuple[str, ...]) -> np.ndarray:
        return np.array([DIRECTIONS.index(Direction(word)) for word in words], dtype=np.int64)

    count = len(pairs)
    still = np.array([word == S for word in true], dtype=bool)
    return Verdict(
        source="made",
        person=person,
        name="a",
        placement=Placement.WAIST,
        device=AS_MEASURED.name,
        protocol=Protocol.NOTHING,
        placement_told=True,
        steady=True,
        duration_s=60.0,
        took_s=0.1,
        seconds=Seconds(
            code(true),
            np.where(still, GAITS.index(Gait.NONE), GAITS.index(gait)).astype(np.int64),
            code(said),
            np.where([word in (S, U) for word in said], GAITS.index(Gait.NONE), GAITS.index(Gait.WALK)).astype(
                np.int64
            ),
            np.full(count, confidence),
            np.full(count, 5.0),
        ),
        change_delay_s=np.array([0.2, math.inf]),
        change_event_s=np.array([0.1, 0.3]),
        false_changes=3,
        turn_onset_s=np.array([0.1, 0.8]),
        turn_rad=np.array([1.0, 2.0]),
        false_turns=2,
        cadence_spm=np.array([[120.0, 120.4], [120.0, 122.0], [120.0, math.nan]]),
        reference_spm=np.array([[120.0, 120.5], [120.0, 121.5]]),
        contact_s=np.array([[0.2, 0.21], [0.2, 0.18], [0.2, math.nan]]),
        flight_s=np.zeros((0, 2)),
        distance_m={Direction.BACKWARD: (20.0, 19.0)},
    )


MOVING = scores.moving_rows(2.0)


def value(rows: scores.Rows, statistic: scores.Statistic, *verdicts: Verdict) -> float:
    return scores.score(verdicts, rows, statistic).value


def test_unknown_is_wrong_in_the_balanced_accuracy_and_left_out_among_the_decided() -> None:
    # Forward: 6 of 8 right, 2 unknown. Backward: 1 of 4 right, 1 unknown, 2 called forward.
    made = verdict([(F, F)] * 6 + [(F, U)] * 2 + [(B, B), (B, U), (B, F), (B, F)])
    assert value(MOVING, scores.balanced, made) == pytest.approx((6 / 8 + 1 / 4) / 2)
    assert value(MOVING, scores.balanced_decided, made) == pytest.approx((1 + 1 / 3) / 2)
    assert value(MOVING, scores.said(Direction.UNKNOWN), made) == pytest.approx(3 / 12)
    assert value(MOVING, scores.said(Direction.BACKWARD), made) == pytest.approx(1 / 12)


def test_still_seconds_are_no_moving_seconds() -> None:
    made = verdict([(S, B), (F, F), (B, S)])
    assert value(MOVING, scores.balanced, made) == pytest.approx(0.5)
    assert value(MOVING, scores.said_else, made) == pytest.approx(0.5)


def test_one_direction_alone_has_no_balanced_accuracy() -> None:
    assert math.isnan(value(MOVING, scores.balanced, verdict([(F, F)])))


def test_short_stretches_are_left_out() -> None:
    assert scores.score([verdict([(F, F)])], scores.moving_rows(6.0), scores.right).amount == 0


def test_intervals_are_over_people() -> None:
    alike = [verdict([(F, F), (F, B)] * 50, person) for person in "abcd"]
    result = scores.score(alike, MOVING, scores.right)
    assert (result.value, result.low, result.high, result.people) == (0.5, 0.5, 0.5, 4)
    apart = [verdict([(F, F if k < 2 else B)] * 100, person) for k, person in enumerate("abcd")]
    result = scores.score(apart, MOVING, scores.right)
    assert result.value == 0.5
    assert result.low < 0.1
    assert result.high > 0.9


def test_two_people_have_no_interval() -> None:
    result = scores.score([verdict([(F, F)], person) for person in "ab"], MOVING, scores.right)
    assert result.people == 2
    assert math.isnan(result.low)


def test_brier_score_and_bins() -> None:
    made = verdict([(F, F)] * 3 + [(F, B)] + [(F, U)] * 9, confidence=0.8)
    assert value(MOVING, scores.brier, made) == pytest.approx((3 * 0.2**2 + 0.8**2) / 4)
    (held,) = scores.reliability([made], MOVING)
    assert (held.low, held.right, held.count) == (0.8, 0.75, 4)
    assert held.confidence == pytest.approx(0.8)


def test_a_brier_score_is_taken_apart() -> None:
    sure = verdict([(F, F)] * 9 + [(F, B)], confidence=0.92)
    unsure = verdict([(F, F)] * 5 + [(F, B)] * 5, confidence=0.75)
    split = scores.split([sure, unsure], MOVING)
    assert split.count == 20
    assert split.reliability == pytest.approx((0.02**2 + 0.25**2) / 2)
    assert split.resolution == pytest.approx(0.2**2)
    assert split.uncertainty == pytest.approx(0.7 * 0.3)
    # Within each bin all confidences are the same, so that nothing is lost.
    assert split.score == pytest.approx(split.reliability - split.resolution + split.uncertainty)
    assert math.isnan(scores.split([], MOVING).score)


def test_the_plot_is_a_picture_with_a_line_for_each_name() -> None:
    held = scores.reliability([verdict([(F, F)] * 9 + [(F, B)], confidence=0.92), verdict([(F, F)] * 4)], MOVING)
    drawn = ElementTree.fromstring(plot.picture({"one": {"waist": held}, "two": {"foot": held, "waist": ()}}, "made"))
    texts = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"one", "two", "waist", "foot"} <= set(texts)
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 2 * len(held) == 4
    assert "prefers-color-scheme:dark" in plot.picture({}, "made")


def test_alarms_an_hour() -> None:
    made = replace(verdict([]), alarms={EventKind.FALL: 2})
    assert scores.alarms([made, made], EventKind.FALL) == pytest.approx(120.0)
    assert scores.alarms([made], EventKind.STUMBLE) == 0.0
    assert math.isnan(scores.alarms([], EventKind.FALL))


def test_questions_on_lessons_leave_out_whom_nobody_teaches() -> None:
    question = next(q for q in QUESTIONS if q.with_others)
    made = replace(verdict([]), source=question.sources[0], placement=question.placement, protocol=question.protocol)
    assert not question.asks(made)
    assert question.asks(replace(made, others=True))


def test_walk_run_still() -> None:
    rows = scores.gait_rows(2.0)
    assert value(rows, scores.right, verdict([(F, F), (S, S), (S, F), (F, U)])) == pytest.approx(0.5)
    assert value(rows, scores.right, verdict([(F, F), (S, S)], gait=Gait.RUN)) == pytest.approx(0.5)


def test_events() -> None:
    made = verdict([])
    assert value(scores.change_rows, scores.within(1.0), made) == 0.5
    assert value(scores.change_rows, scores.median_found, made) == pytest.approx(0.2)
    assert value(scores.false_change_rows, scores.per_minute, made) == pytest.approx(3.0)
    assert value(scores.change_event_rows, scores.within(0.2), made) == 0.5
    assert value(scores.turn_rows, scores.within(0.5), made) == 0.5
    assert value(scores.wide_turn_rows, scores.within(0.5), made) == 0.0
    assert value(scores.false_turn_rows, scores.per_minute, made) == pytest.approx(2.0)
    assert value(scores.cadence_rows, scores.within(1.0), made) == pytest.approx(1 / 3)
    assert value(scores.reference_rows, scores.within(1.0), made) == 0.5
    assert value(scores.contact_rows, scores.mean_found, made) == pytest.approx(0.015)
    assert value(scores.contact_rows, scores.found, made) == pytest.approx(2 / 3)
    assert value(scores.distance_rows(Direction.BACKWARD), scores.distance_error, made) == pytest.approx(0.05)
    assert value(scores.distance_rows(Direction.BACKWARD), scores.distance_bias, made) == pytest.approx(-0.05)
    assert scores.score([made], scores.distance_rows(Direction.FORWARD), scores.distance_error).amount == 0


def test_numbers_are_printed_with_their_units() -> None:
    assert answers.shown(0.0123, "%") == "1.2 %"
    assert answers.shown(0.0151, "ms") == "15.1 ms"
    assert answers.shown(math.nan, "share") == "–"
    assert answers.with_interval(scores.Score(0.5, 0.4, 0.6, 4, 9), "%") == "50.0 % [40.0, 60.0]"


def test_every_question_can_be_told_from_every_other() -> None:
    keys = [question.key for question in QUESTIONS if question.text != "of which one-sided"]
    told = [q.placement_told for q in QUESTIONS if q.text != "of which one-sided"]
    assert len(set(zip(keys, told, strict=True))) == len(keys)


@pytest.mark.parametrize(
    ("number", "target", "reached"),
    [(0.4, "at most 0.5", True), (0.6, "at most 0.5", False), (21.0, "at least 20", True), (1.0, "", None)],
)
def test_a_figure_judges_itself(number: float, target: str, reached: bool | None) -> None:
    assert figure("x", number, "s", target).reached is reached
