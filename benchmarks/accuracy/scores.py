"""From verdicts to scores, with intervals over people."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.recording import Direction, EventKind, FloatArray, Gait
from benchmarks.accuracy.judge import DIRECTIONS, GAITS, MOVES, NO_GAIT_LABEL, Seconds, Verdict

RESAMPLES = 1000
FEWEST_PEOPLE = 3
MIDDLE = (2.5, 97.5)
NOTHING_SAID = -2
WIDE_TURN_RAD = 0.5 * math.pi
BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)

CODE = {direction: DIRECTIONS.index(direction) for direction in Direction}
GAIT_CODE = {gait: GAITS.index(gait) for gait in Gait}

# Rows of numbers a verdict gives, and the one number that many such rows give.
Rows = Callable[[Verdict], FloatArray]
Statistic = Callable[[FloatArray], float]


@dataclass(frozen=True, slots=True)
class Score:
    """low, high: the middle 95 % over people drawn again with replacement; NaN below three people.

    amount  how many seconds or events it rests on
    """

    value: float
    low: float
    high: float
    people: int
    amount: int


def score(verdicts: Sequence[Verdict], rows: Rows, statistic: Statistic) -> Score:
    """One number of all verdicts. People, not seconds, are drawn again: seconds of one person are alike."""
    by_person: Mapping[str, list[FloatArray]] = defaultdict(list)
    for verdict in verdicts:
        found = rows(verdict)
        if len(found):
            by_person[verdict.person].append(found)
    people = [np.concatenate(found) for found in by_person.values()]
    if not people:
        return Score(math.nan, math.nan, math.nan, 0, 0)
    everything = np.concatenate(people)
    low = high = math.nan
    if len(people) >= FEWEST_PEOPLE:
        generator = np.random.default_rng(1)
        drawn = generator.integers(len(people), size=(RESAMPLES, len(people)))
        values = [statistic(np.concatenate([people[k] for k in draw])) for draw in drawn]
        finite = [value for value in values if math.isfinite(value)]
        if finite:
            low, high = (float(edge) for edge in np.percentile(finite, MIDDLE))
    return Score(statistic(everything), low, high, len(people), len(everything))


# -- seconds -------------------------------------------------------------------------------------------------------


def moving_rows(least_s: float, gait: Gait | None = None, way: Direction | None = None) -> Rows:
    """(n, 3) true direction, stated direction, confidence of the forward and backward seconds in stretches so long."""

    def rows(verdict: Verdict) -> FloatArray:
        cells = verdict.seconds
        kept = _moving(cells) & (cells.stretch_s >= least_s)
        if gait is not None:
            kept &= cells.true_gait == GAIT_CODE[gait]
        if way is not None:
            kept &= cells.true_direction == CODE[way]
        columns = (cells.true_direction, cells.said_direction, cells.confidence)
        return np.stack([column[kept].astype(float) for column in columns], axis=1)

    return rows


def _moving(cells: Seconds) -> NDArray[np.bool_]:
    return np.isin(cells.true_direction, [CODE[way] for way in MOVES])


def balanced(rows: FloatArray) -> float:
    """Mean over forward and backward of the share said rightly; whatever else is said, UNKNOWN too, is wrong."""
    return _mean([share_said(rows[rows[:, 0] == CODE[way]], way) for way in MOVES])


def balanced_decided(rows: FloatArray) -> float:
    """The same among the seconds that were called forward or backward."""
    return balanced(rows[np.isin(rows[:, 1], [CODE[way] for way in MOVES])])


def right(rows: FloatArray) -> float:
    """Share of seconds whose direction was said rightly."""
    return float(np.mean(rows[:, 0] == rows[:, 1])) if len(rows) else math.nan


def share_said(rows: FloatArray, way: Direction) -> float:
    return float(np.mean(rows[:, 1] == CODE[way])) if len(rows) else math.nan


def said(way: Direction) -> Statistic:
    """Share of seconds that were called so."""
    return lambda rows: share_said(rows, way)


def said_else(rows: FloatArray) -> float:
    """Share called still, turning or sideways while moving forward or backward."""
    return _sum([share_said(rows, way) for way in (Direction.STILL, Direction.TURNING, Direction.SIDEWAYS)])


def brier(rows: FloatArray) -> float:
    """Mean squared distance of confidence from being right, among the seconds called forward or backward."""
    rows = rows[np.isin(rows[:, 1], [CODE[way] for way in MOVES])]
    return float(np.mean((rows[:, 2] - (rows[:, 0] == rows[:, 1])) ** 2)) if len(rows) else math.nan


@dataclass(frozen=True, slots=True)
class Split:
    """A Brier score taken apart (Murphy 1973, doi 10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2), by the bins.

    score        of `count` seconds; reliability - resolution + uncertainty, but for what differs within a bin
    reliability  mean squared distance of what was stated from what came true; 0 is best
    resolution   how far what came true differs between bins; more is better
    uncertainty  what a forecaster is left with who always states the share that is right
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float
    count: int


def split(verdicts: Sequence[Verdict], rows: Rows) -> Split:
    """Of the seconds called forward or backward."""
    bins = reliability(verdicts, rows)
    count = sum(held.count for held in bins)
    if not count:
        return Split(math.nan, math.nan, math.nan, math.nan, 0)
    share = np.array([held.count for held in bins]) / count
    stated = np.array([held.confidence for held in bins])
    true = np.array([held.right for held in bins])
    mean = float(share @ true)
    return Split(
        brier(np.concatenate([rows(verdict) for verdict in verdicts])),
        float(share @ (stated - true) ** 2),
        float(share @ (true - mean) ** 2),
        mean * (1 - mean),
        count,
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """Among the seconds stated with a confidence in [low, high): mean confidence, share right, how many."""

    low: float
    high: float
    confidence: float
    right: float
    count: int


def reliability(verdicts: Sequence[Verdict], rows: Rows) -> tuple[Bin, ...]:
    """Bins that hold seconds, of those called forward or backward."""
    found = np.concatenate([rows(verdict) for verdict in verdicts] or [np.zeros((0, 3))])
    found = found[np.isin(found[:, 1], [CODE[way] for way in MOVES])]
    bins = []
    for low, high in zip((0.0, *BINS[:-1]), BINS, strict=True):
        held = found[(found[:, 2] >= low) & (found[:, 2] < high)]
        if len(held):
            bins.append(Bin(low, min(high, 1.0), float(held[:, 2].mean()), right(held), len(held)))
    return tuple(bins)


def gait_rows(least_s: float) -> Rows:
    """(n, 2) true and stated gait of forward, backward and still seconds in takes of walking and running."""

    def rows(verdict: Verdict) -> FloatArray:
        cells = verdict.seconds
        kept = (_moving(cells) | (cells.true_direction == CODE[Direction.STILL])) & (cells.stretch_s >= least_s)
        kept &= cells.true_gait != NO_GAIT_LABEL
        if not verdict.steady:
            kept &= False
        # A still second is one whose gait is none, whichever direction is stated; unknown is not still.
        stated = np.where(cells.said_direction == CODE[Direction.STILL], GAIT_CODE[Gait.NONE], cells.said_gait)
        unknown = (cells.said_direction != CODE[Direction.STILL]) & (stated == GAIT_CODE[Gait.NONE])
        said = np.where(unknown, NOTHING_SAID, stated)
        return np.stack([column[kept].astype(float) for column in (cells.true_gait, said)], axis=1)

    return rows


# -- events --------------------------------------------------------------------------------------------------------


def change_rows(verdict: Verdict) -> FloatArray:
    return verdict.change_delay_s


def change_event_rows(verdict: Verdict) -> FloatArray:
    return verdict.change_event_s


def turn_rows(verdict: Verdict) -> FloatArray:
    return verdict.turn_onset_s


def wide_turn_rows(verdict: Verdict) -> FloatArray:
    """Those whose label says that they went through 90 degrees or more."""
    return verdict.turn_onset_s[verdict.turn_rad >= WIDE_TURN_RAD]


def within(limit: float) -> Statistic:
    """Share of events no further off than this; those not found (inf) are further."""
    return lambda errors: float(np.mean(errors <= limit)) if len(errors) else math.nan


def found(errors: FloatArray) -> float:
    return float(np.mean(np.isfinite(errors))) if len(errors) else math.nan


def median_found(errors: FloatArray) -> float:
    errors = errors[np.isfinite(errors)]
    return float(np.median(errors)) if len(errors) else math.nan


def false_change_rows(verdict: Verdict) -> FloatArray:
    return np.array([[verdict.false_changes, verdict.duration_s]])


def false_turn_rows(verdict: Verdict) -> FloatArray:
    return np.array([[verdict.false_turns, verdict.duration_s]])


def alarms(verdicts: Sequence[Verdict], kind: EventKind) -> float:
    """Stated an hour of recording."""
    hours = sum(verdict.duration_s for verdict in verdicts) / 3600
    return sum(verdict.alarms.get(kind, 0) for verdict in verdicts) / hours if hours else math.nan


def per_minute(rows: FloatArray) -> float:
    return float(60.0 * rows[:, 0].sum() / rows[:, 1].sum())


def cadence_rows(verdict: Verdict) -> FloatArray:
    """(n,) absolute error of each bout; inf where no cadence was stated."""
    return _errors(verdict.cadence_spm)


def reference_rows(verdict: Verdict) -> FloatArray:
    return _errors(verdict.reference_spm)


def contact_rows(verdict: Verdict) -> FloatArray:
    return _errors(verdict.contact_s)


def flight_rows(verdict: Verdict) -> FloatArray:
    return _errors(verdict.flight_s)


def _errors(pairs: FloatArray) -> FloatArray:
    error = np.abs(pairs[:, 1] - pairs[:, 0])
    return np.where(np.isfinite(error), error, math.inf)


def mean_found(errors: FloatArray) -> float:
    errors = errors[np.isfinite(errors)]
    return float(np.mean(errors)) if len(errors) else math.nan


def distance_rows(way: Direction) -> Rows:
    """(1, 2) true and stated metres, where the protocol gives them."""

    def rows(verdict: Verdict) -> FloatArray:
        return np.array([verdict.distance_m[way]]) if way in verdict.distance_m else np.zeros((0, 2))

    return rows


def distance_error(rows: FloatArray) -> float:
    """Mean absolute error as a share of the true distance; what was not stated counts as all of it."""
    stated = np.nan_to_num(rows[:, 1])
    return float(np.mean(np.abs(stated - rows[:, 0]) / rows[:, 0])) if len(rows) else math.nan


def distance_bias(rows: FloatArray) -> float:
    """Mean signed error as a share of the true distance, among those stated."""
    rows = rows[np.isfinite(rows[:, 1])]
    return float(np.mean((rows[:, 1] - rows[:, 0]) / rows[:, 0])) if len(rows) else math.nan


def _mean(values: Sequence[float]) -> float:
    kept = [value for value in values if math.isfinite(value)]
    return float(np.mean(kept)) if len(kept) == len(values) else math.nan


def _sum(values: Sequence[float]) -> float:
    return float(sum(values))
