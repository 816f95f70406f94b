"""A plan of 26 weeks, made from nothing, for people whose weeks are unlike and for many made by chance; and one that
answers to months of sessions.

Every plan is made in a process that has not solved its weeks before, as a person meets it; importing is not counted.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from backstride.errors import BadAnswers
from backstride.plan.adapt import adapt
from backstride.plan.answers import Answers, Experience, Health, Wishes
from backstride.plan.kinds import Goal, Place
from backstride.plan.make import make_plan
from backstride.plan.screening import assess_readiness
from backstride.session import Glances, Session
from benchmarks.figure import Figure, figure
from benchmarks.speed.timing import best_s

MONDAY = date(2026, 11, 23)
HEALTH = Health(1990, active=True, stance_s=30.0, backward_3m_s=2.5, experience=Experience.NONE)
PLACES = frozenset({Place.TRACK, Place.HOME})
WEEKS = {
    "four days, two runs": Wishes(
        Goal.FIRST_20_MIN, 26, frozenset({0, 1, 3, 5}), 45, PLACES, 2, frozenset({2, 6}), frozenset({2}), mats=True
    ),
    "two days": Wishes(Goal.KNEES, 26, frozenset({1, 4}), 30, PLACES, 2),
    "five days, four runs": Wishes(
        Goal.MARATHON, 26, frozenset({0, 1, 2, 4, 5}), 90, PLACES, 3, frozenset({1, 3, 5, 6}), frozenset({3}), mats=True
    ),
    "any day, no run": Wishes(Goal.FIVE_KM, 26, frozenset(range(7)), 40, PLACES, 3, mats=True),
}


PEOPLE = 200


def somebody(chance: np.random.Generator) -> Wishes:
    """Wishes of any kind: one day to seven, a quarter of an hour to three hours, up to five runs of their own."""
    forward = frozenset(chance.permutation(7)[: chance.integers(0, 6)].tolist())
    return Wishes(
        goal=list(Goal)[chance.integers(0, len(Goal))],
        weeks=26,
        days=frozenset(chance.permutation(7)[: chance.integers(1, 8)].tolist()),
        minutes=int(chance.choice([15, 20, 30, 45, 60, 90, 180])),
        places=PLACES,
        sessions=int(chance.integers(1, 5)),
        forward=forward,
        hard=frozenset(day for day in sorted(forward) if chance.random() < 0.3),
        mats=bool(chance.random() < 0.5),
    )


def measure() -> tuple[Figure, ...]:
    """CPU seconds on one core; the solver has one thread."""
    make_plan(Answers(HEALTH, replace(WEEKS["two days"], weeks=4), MONDAY), MONDAY)  # imports the solver
    times = {name: _cold_s(wishes) for name, wishes in WEEKS.items()}
    many = sorted(_many_s())
    return (
        *(figure(f"26 weeks, {name}", took_s, "s") for name, took_s in times.items()),
        figure("26 weeks, median of these", statistics.median(times.values()), "s", "at most 0.5"),
        figure(f"26 weeks, median of {len(many)} people", statistics.median(many), "s", "at most 0.5"),
        figure(f"26 weeks, 95 of 100 of {len(many)} people", many[int(len(many) * 0.95)], "s", "at most 0.5"),
        figure(f"26 weeks, slowest of {len(many)} people", many[-1], "s"),
        figure("the same plan again, its weeks known", _again_s(), "s", "at most 0.1"),
        figure("adapting after half a plan", _adapting_s(), "s", "at most 0.5"),
    )


def _forget() -> None:
    """Everything that was worked out is worked out anew from here on."""
    for name, module in tuple(sys.modules.items()):
        for value in tuple(vars(module).values()) if name.startswith("backstride.plan") else ():
            if callable(clear := getattr(value, "cache_clear", None)):
                clear()


def _many_s() -> Iterator[float]:
    """Each plan once; who cannot have one is left out."""
    for seed in range(PEOPLE):
        answers = Answers(HEALTH, somebody(np.random.default_rng(seed)), MONDAY)
        _forget()
        began = time.process_time()
        try:
            make_plan(answers, MONDAY)
        except BadAnswers:
            continue
        yield time.process_time() - began


def _cold_s(wishes: Wishes) -> float:
    def cold() -> None:
        _forget()
        make_plan(Answers(HEALTH, wishes, MONDAY), MONDAY)

    return best_s(cold)


def _again_s() -> float:
    return best_s(lambda: make_plan(Answers(HEALTH, WEEKS["four days, two runs"], MONDAY), MONDAY))


def _adapting_s() -> float:
    """Everything done until one missed week, which moves all that follows."""
    plan = make_plan(Answers(HEALTH, WEEKS["four days, two runs"], MONDAY), MONDAY)
    today = MONDAY + timedelta(weeks=13)
    until = today - timedelta(weeks=1)
    done = [
        Session(
            one.id, one.day, datetime.combine(one.day, datetime.min.time(), UTC), one.id, one.workout.stage,
            one.workout.key, minutes=one.workout.seconds / 60, rpe=sum(one.workout.rpe) / 2, glances=Glances.BOTH,
            easy_stops=True,
        )
        for one in plan.sessions
        if one.day < until
    ]  # fmt: skip
    _forget()
    began = time.process_time()
    adapted = adapt(plan, done, today, assess_readiness(HEALTH, today))
    took_s = time.process_time() - began
    if adapted is plan:
        raise RuntimeError("a missed week changed nothing")
    return took_s
