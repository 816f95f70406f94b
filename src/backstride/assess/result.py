"""What the tries of a day come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import mean, median, stdev

from backstride.assess.kinds import Better, Keep, Test
from backstride.assess.trial import Trial
from backstride.evidence import tests as claims
from backstride.recording import Side


@dataclass(frozen=True, slots=True)
class Result:
    """A test on one day, on one side, under one condition.

    spread     standard deviation of the tries that count; None: there is one
    left_out   practice, and tries beyond those that count
    whole      as many tries as the test asks for
    mdc        the smallest change from this value that is more than error of measurement; None: unknown
    at_ceiling the test could not have shown more
    """

    test: str
    day: date
    side: Side
    condition: str
    value: float
    spread: float | None
    counted: tuple[Trial, ...]
    left_out: tuple[Trial, ...]
    whole: bool
    mdc: float | None
    at_ceiling: bool


def result(test: Test, trials: Sequence[Trial]) -> Result | None:
    """What tries of one day, side and condition come to; None where none of them counts."""
    ordered = sorted(trials, key=lambda one: (one.at, one.id))
    counting = [one for one in ordered if not one.practice]
    counted = tuple(counting[: test.trials])
    if not counted:
        return None
    values = [one.value for one in counted]
    value = _kept(test, values)
    return Result(
        test=test.key,
        day=counted[0].day,
        side=counted[0].side,
        condition=counted[0].condition,
        value=value,
        spread=stdev(values) if len(values) > 1 else None,
        counted=counted,
        left_out=tuple(one for one in ordered if one not in counted),
        whole=len(counted) == test.trials,
        mdc=test.detectable(value),
        at_ceiling=test.ceiling is not None and value >= test.ceiling,
    )


def results(test: Test, trials: Iterable[Trial]) -> tuple[Result, ...]:
    """One a day, side and condition, oldest first; days of nothing but practice have none."""
    ordered = sorted((one for one in trials if one.test == test.key), key=_place)
    found = (result(test, list(group)) for _, group in groupby(ordered, key=_place))
    return tuple(one for one in found if one is not None)


def counts_as_practice(test: Test, before: Iterable[Trial], day: date, side: Side) -> bool:
    """Whether a try now would be practice: the first ones ever, or after a long break, are.

    before: all tries so far. Each side practises for itself.
    """
    same = [one for one in before if one.test == test.key and one.side is side and one.day <= day]
    since = day - timedelta(days=claims.FAMILIAR_DAYS.value)
    recent = [one for one in same if one.day >= since]
    return len(recent) < test.practice


@dataclass(frozen=True, slots=True)
class Symmetry:
    """Both sides on one day. share: the smaller value of the larger one; behind: the side that did worse."""

    day: date
    share: float
    behind: Side


def symmetry(test: Test, found: Sequence[Result]) -> Symmetry | None:
    """Of the newest day on which both sides were tested under one condition; None where there is none."""
    newest: Symmetry | None = None
    for (day, _), group in groupby(sorted(found, key=_day_and_condition), key=_day_and_condition):
        by_side = {one.side: one for one in group}
        if not {Side.LEFT, Side.RIGHT} <= set(by_side):
            continue
        low, high = sorted((by_side[Side.LEFT], by_side[Side.RIGHT]), key=lambda one: one.value)
        share = low.value / high.value if high.value > 0 else 1.0
        newest = Symmetry(day, share, (low if test.better is Better.HIGHER else high).side)
    return newest


def _day_and_condition(one: Result) -> tuple[date, str]:
    return one.day, one.condition


def _kept(test: Test, values: Sequence[float]) -> float:
    if test.keep is Keep.MEAN:
        return mean(values)
    if test.keep is Keep.MEDIAN:
        return median(values)
    return max(values) if test.better is Better.HIGHER else min(values)


def _place(trial: Trial) -> tuple[date, str, str]:
    return trial.day, trial.side.value, trial.condition
