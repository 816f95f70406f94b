"""A person with answers and a plan."""

from datetime import UTC, date, datetime, timedelta

from backstride.app import Store
from backstride.app.planning import new_plan
from backstride.plan.answers import Answers, Health, Wishes
from backstride.plan.kinds import Focus, Goal, Place
from backstride.plan.planned import Plan, Planned


def today() -> date:
    """The day the pages see: tests run with the machine's own time zone."""
    return datetime.now(UTC).astimezone().date()


def give_plan(store: Store, *, days_ago: int = 0, goal: Goal = Goal.FIRST_20_MIN) -> Plan:
    """Twelve weeks that began `days_ago`."""
    start = today() - timedelta(days=days_ago)
    health = Health(1988, active=True, running=3, forward_mps=2.9, partner=True, stance_s=40.0, backward_3m_s=2.9)
    wishes = Wishes(goal, 12, frozenset({0, 1, 2, 4, 5}), 45, frozenset({Place.TRACK, Place.HOME}), 2, mats=True)
    store.coach.save_answers(Answers(health, wishes, start))
    return new_plan(store, start)


def first(plan: Plan, focus: Focus, after: date = date.min) -> Planned:
    """The first session of a kind, not before a day."""
    return next(one for one in plan.sessions if one.workout.focus is focus and one.day >= after)
