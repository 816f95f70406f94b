"""Is it working? What a person chose to be judged by, and what studies and their own tries say of it."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np

from backstride.app.sessions import sessions as every_session
from backstride.assess import TESTS, Test, Trial, results
from backstride.errors import BadAnswers, Conflict
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Promise
from backstride.message import say
from backstride.plan.kinds import Goal
from backstride.progress.alternation import (
    FEWEST_PAIRS,
    MOST_PAIRS,
    Alternation,
    Difference,
    difference,
    drawn,
)
from backstride.progress.cautions import Caution, cautions
from backstride.progress.change import Change, Error, change
from backstride.progress.outcomes import MOST, OUTCOMES, Number, Outcome, proposed
from backstride.progress.points import (
    Training,
    Tried,
    counted,
    newest,
    of_sessions,
    of_tests,
    training,
    usual_condition,
)
from backstride.progress.power import Hint, Question, hint
from backstride.progress.verdict import Verdict, verdict
from backstride.session import Session
from backstride.store import Store
from backstride.store.codec import to_json, understood


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody is judged by. at: when it was chosen; None: it was not, the goal proposes it.

    late    chosen when training had begun
    before  what was chosen earlier, newest first
    judged  how many outcomes are corrected for: all that were chosen, or proposed, at any time since training began;
            else whoever keeps only the one that got better would have asked for nothing beforehand
    """

    outcomes: tuple[Outcome, ...]
    at: datetime | None
    late: bool
    before: tuple[tuple[str, ...], ...] = ()
    judged: int = 1


@dataclass(frozen=True, slots=True)
class Card:
    """A claim, and what this person's own tries say of it.

    tried      all tries that may be shown, oldest first; only some of them count
    level      mean of the tries before and after, as they are; None where there are none
    mdc        the smallest change the test can tell; None: unknown
    condition  under which they were done
    due        when the test may be repeated; None: it was never done, or a session is the try
    cautions   what else a change may come from
    """

    outcome: Outcome
    promise: Promise
    tried: tuple[Tried, ...]
    level: tuple[float | None, float | None]
    change: Change | None
    verdict: Verdict
    mdc: float | None
    hint: Hint
    condition: str = ""
    due: date | None = None
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The page. goal: of the plan; None without one. began: the first backward session; worked: see `points`."""

    cards: tuple[Card, ...]
    choice: Choice
    goal: Goal | None
    began: date | None
    worked: date | None
    sessions: int


@dataclass(frozen=True, slots=True)
class Lot:
    """Weeks by lot as they stand. values: of days within them; week: the number of today's, from 0."""

    id: int
    alternation: Alternation
    outcome: Outcome
    difference: Difference | None
    week: int | None
    values: int


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is kept of a choice."""

    keys: tuple[str, ...] = field(default=())


def verdicts(store: Store, today: date) -> Judged:
    """One card for each outcome that was chosen, or that the goal proposes where none was."""
    done = every_session(store)
    held = store.coach.plan()
    goal = held.answers.wishes.goal if held else None
    taught = training(done)
    chosen = _choice(store, goal, taught)
    trials = store.measuring.trials()
    cards = tuple(_card(one, done, trials, taught, chosen.judged, today) for one in chosen.outcomes)
    return Judged(cards, chosen, goal, taught.began, taught.worked, len(taught.days))


def choice(store: Store) -> Choice:
    """What is chosen, else what the goal proposes."""
    held = store.coach.plan()
    return _choice(store, held.answers.wishes.goal if held else None, training(every_session(store)))


def choose(store: Store, keys: Sequence[str]) -> None:
    """Say what to be judged by, in the place of what was said before; that is kept and told. Raises BadAnswers."""
    known = tuple(dict.fromkeys(key for key in keys if key in OUTCOMES))
    if len(known) != len(set(keys)):
        raise BadAnswers({"outcome": say("choose from the outcomes that are listed")})
    if not known:
        raise BadAnswers({"outcome": say("choose at least one")})
    if len(known) > MOST:
        raise BadAnswers({"outcome": say("choose at most {n}: each one more asks for more tests of all", n=MOST)})
    earlier = _choices(store)
    ordered = tuple(key for key in OUTCOMES if key in known)
    if earlier and earlier[-1][1] == ordered:
        return
    held = store.coach.plan()
    store.measuring.save_outcome(held.id if held else "", store.coach.clock(), to_json(_Chosen(ordered)))


def begin_lot(store: Store, outcome: str, pairs: int, today: date) -> Lot:
    """Draw weeks with and without from next Monday on. Raises BadAnswers, and Conflict while others run."""
    faults = {}
    if outcome not in OUTCOMES:
        faults["outcome"] = say("choose from the outcomes that are listed")
    if not FEWEST_PAIRS <= pairs <= MOST_PAIRS:
        faults["pairs"] = say("from {low} to {high} pairs of weeks", low=FEWEST_PAIRS, high=MOST_PAIRS)
    if faults:
        raise BadAnswers(faults)
    running = lot(store, today)
    if running is not None and running.alternation.ends >= today:
        raise Conflict(say("weeks by lot are running already, until {day}", day=running.alternation.ends.isoformat()))
    monday = today + timedelta(days=7 - today.weekday())
    made = drawn(monday, outcome, pairs, np.random.default_rng(secrets.randbits(64)))
    store.measuring.save_alternation(monday, to_json(made))
    found = lot(store, today)
    assert found is not None
    return found


def lot(store: Store, today: date) -> Lot | None:
    """The newest weeks by lot; None where there never were any."""
    read = ((row.id, understood(Alternation, row.body)) for row in reversed(store.measuring.alternations()))
    id_, one = next(((id_, one) for id_, one in read if one is not None and _drawn_here(one)), (0, None))
    if one is None:
        return None
    outcome = OUTCOMES[one.outcome]
    done = every_session(store, one.begun, one.ends)
    tried = _tried(outcome, done, store.measuring.trials(since=one.begun, until=one.ends), Training(()))
    values = [(row.day, row.value) for row in tried]
    return Lot(id_, one, outcome, difference(one, values), one.week(today), len(values))


def end_lot(store: Store, id_: int) -> bool:
    """Forget weeks by lot. Returns whether there were any."""
    return store.measuring.remove_alternation(id_)


def _choice(store: Store, goal: Goal | None, done: Training) -> Choice:
    kept = _choices(store)
    if not kept:
        outcomes = proposed(goal) if goal else ()
        return Choice(outcomes, None, late=False, judged=max(1, len(outcomes)))
    at, keys = kept[-1]
    late = done.began is not None and at.date() > done.began
    earlier = tuple(keys for _, keys in reversed(kept[:-1]))
    judged = len(_in_sight(kept, goal, done.began))
    return Choice(tuple(OUTCOMES[key] for key in keys), at, late, earlier, judged)


def _in_sight(kept: Sequence[tuple[datetime, tuple[str, ...]]], goal: Goal | None, began: date | None) -> set[str]:
    """Outcomes chosen, or proposed before anything was chosen, at some time since training began; and those of now."""
    found = set(kept[-1][1])
    if began is None:
        return found
    if kept[0][0].date() > began and goal is not None:
        found |= {one.key for one in proposed(goal)}
    for (_, keys), (replaced, _) in pairwise(kept):
        found |= set(keys) if replaced.date() > began else set()
    return found


def _choices(store: Store) -> list[tuple[datetime, tuple[str, ...]]]:
    """What was chosen and when, oldest first, without what nobody knows any more: a file may bring in anything."""
    read = ((row.chosen_at, understood(_Chosen, row.body)) for row in store.measuring.outcomes())
    known = ((at, tuple(key for key in OUTCOMES if key in chosen.keys)) for at, chosen in read if chosen is not None)
    return [(at, keys) for at, keys in known if keys]


def _drawn_here(one: Alternation) -> bool:
    """Whether it is one that `begin_lot` makes: comparing many more pairs of weeks would never end."""
    return one.outcome in OUTCOMES and not len(one.with_) % 2 and FEWEST_PAIRS <= one.pairs <= MOST_PAIRS


def _card(
    outcome: Outcome, done: Sequence[Session], trials: Sequence[Trial], taught: Training, outcomes: int, today: date
) -> Card:
    measure = outcome.measure
    tried = newest(_tried(outcome, done, trials, taught))
    points = counted(tried)
    before = [one.value for one in points if not one.after]
    after = [one.value for one in points if one.after]
    level = tuple(sum(rows) / len(rows) if rows else None for rows in (before, after))
    start = level[0]
    is_test = isinstance(measure, Test)
    sem, mdc = (None, None) if start is None else (measure.error(start), measure.detectable(start))
    error = Error(sem, measure.step)
    found = change(points, error)
    asked = Question(
        outcome.rising, error, mdc, outcomes, measure.every, begun=not outcome.skill and taught.began is not None
    )
    return Card(
        outcome=outcome,
        promise=PROMISES[outcome.promise],
        tried=tried,
        level=(level[0], level[1]),
        change=found,
        verdict=verdict(found, rising=outcome.rising, mdc=mdc, outcomes=outcomes),
        mdc=mdc,
        hint=hint(points, asked, today),
        condition=_condition(measure, trials),
        due=tried[-1].day + timedelta(days=measure.every) if is_test and tried else None,
        cautions=cautions(tried, rising=outcome.rising, ceiling=measure.ceiling if isinstance(measure, Test) else None),
    )


def _tried(outcome: Outcome, done: Sequence[Session], trials: Sequence[Trial], taught: Training) -> tuple[Tried, ...]:
    measure = outcome.measure
    return (
        of_sessions(measure, done)
        if isinstance(measure, Number)
        else of_tests(measure, trials, taught, skill=outcome.skill)
    )


def _condition(measure: Test | Number, trials: Sequence[Trial]) -> str:

    return usual_condition(results(measure, trials)) if isinstance(measure, Test) and measure.condition else ""


def offered() -> Mapping[str, Outcome]:
    """All outcomes whose test there is, in the order they are shown."""
    return {key: one for key, one in OUTCOMES.items() if not one.test or one.test in TESTS}
