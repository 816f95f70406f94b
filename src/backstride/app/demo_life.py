"""What the demo runner said and did beside recording: answers, checks of days, a plan, a log of every session.

All of it goes through the same functions as a person's own, day after day with the clock set back, so the plan adapts
to what is recorded and said. Nothing is drawn by lot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from backstride.app import demo_tests, planning, progress, readiness, sessions
from backstride.app.linking import loose_on
from backstride.plan.answers import Answers, Experience, Health, Wishes
from backstride.plan.kinds import Focus, Goal, Place
from backstride.plan.planned import Plan, Planned
from backstride.plan.questions import form_of
from backstride.session import Done
from backstride.store import Loose, Store

_EVENING = time(20, 0, tzinfo=UTC)
_HEALTH = Health(
    1987,
    active=True,
    falls=0,
    stance_s=34.0,
    backward_3m_s=2.6,
    running=3,
    forward_mps=2.8,
    experience=Experience.RUNS,
)
_WISHES = Wishes(
    Goal.FIVE_KM,
    weeks=16,
    days=frozenset({0, 1, 4}),
    minutes=45,
    places=frozenset({Place.TRACK, Place.TREADMILL, Place.PATH, Place.HOME}),
    forward=frozenset({2, 6}),
    mats=True,
    at="17:30",
)
_JUDGED_BY = ("backward-walk", "stance", "hop", "speed", "clean-changes")
_ANSWERED_AGAIN = 28  # days after the first time: answers hold for 30
_CHECK: Mapping[str, str] = {
    "pain": "0",
    "sleep": "well",
    "ill": "no",
    "signs": "no",
    "ground": "dry",
    "light": "good",
    "people": "some",
    "eyes": "mirror",
    "straight": "yes",
}

# By days since the first: what the person said of it; of a day with several sessions, of the backward one.
_TOLD: Mapping[int, Mapping[str, str]] = {
    0: {"glances": "one", "notes": "Strange at first. The bend is harder than the straight."},
    4: {"glances": "one"},
    14: {"pain.calf-right": "2", "notes": "Calf a bit tight the next morning, gone by noon."},
    18: {"notes": "First run backward after the stop that felt smooth."},
    32: {"near_falls": "1", "easy_stops": "no", "notes": "Turned under the run, a foot caught. Stayed up."},
    39: {"notes": "Stopped before every change again. Better."},
}
_LEFT_OUT = frozenset({15})  # strength, the day after the calf was tight
_NOT_TOLD = frozenset({29})
_EASY = 0.5
_SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day as it is told: its number since the first, its date, and the store."""

    store: Store
    number: int
    day: date

    def clock(self) -> datetime:
        return datetime.combine(self.day, _EVENING)


def begin(store: Store, first: date) -> None:
    """The first evening: questions answered, plan made."""
    store.coach.clock = _Told(store, 0, first).clock
    demo_tests.before(store, first)
    _answer(store, first, _HEALTH)
    planning.new_plan(store, first)
    progress.choose(store, _JUDGED_BY)


def live(store: Store, first: date, day: date) -> None:
    """One day, after its recordings were kept."""
    told = _Told(store, (day - first).days, day)
    store.coach.clock = told.clock
    demo_tests.live(store, told.number, day)
    if told.number == _ANSWERED_AGAIN:
        _answer(store, day, replace(_HEALTH, stance_s=41.0, backward_3m_s=2.4))
    held = planning.adapt_plan(store, day).plan
    left = list(loose_on(store, (day,))[day])
    meant = sorted(_meant(store, held, day, left), key=lambda one: one.workout.focus is not Focus.BACKWARD)
    if any(one.workout.focus is Focus.BACKWARD for one in meant):
        readiness.check(store, _CHECK, day)
    for one in meant:
        if told.number not in _NOT_TOLD:
            left = _log(told, one, left)
    for recording in left:
        _log_left(told, recording)


def end(store: Store) -> None:
    """The clock goes on as everywhere."""
    store.coach.clock = lambda: datetime.now(UTC)


def _answer(store: Store, day: date, health: Health) -> None:
    readiness.answer(store, form_of(Answers(health, _WISHES, day)), day)


def _meant(store: Store, held: Plan, day: date, recorded: Sequence[Loose]) -> tuple[Planned, ...]:
    """What the plan holds for the day; where the runner went backward without being asked, the next such session."""
    done = {one.planned for one in sessions.sessions(store) if one.rpe is not None or one.done is Done.SKIPPED}
    today = tuple(one for one in held.on(day) if one.id not in done)
    went = any(one.backward_s > 0 for one in recorded)
    if not went or any(one.workout.focus is Focus.BACKWARD for one in today):
        return today
    coming = (one for one in held.sessions if day < one.day <= day + _SOON and one.id not in done)
    return today + tuple(one for one in coming if one.workout.focus is Focus.BACKWARD)[:1]


def _log(told: _Told, one: Planned, left: list[Loose]) -> list[Loose]:
    """Tell how a planned session went, with the recording that fits it. Returns the recordings that are left."""
    focus = one.workout.focus
    if told.number in _LEFT_OUT and focus is Focus.STRENGTH:
        sessions.log(told.store, {"planned": one.id, "done": "skipped"}, told.day)
        return left
    low, high = one.workout.rpe
    form = {"planned": one.id, "rpe": f"{(low + high) / 2 - _EASY * (told.number % 2):g}"}
    mine = [] if focus not in (Focus.BACKWARD, Focus.FORWARD) else [
        recording for recording in left if (recording.backward_s > 0) is (focus is Focus.BACKWARD)
    ][:1]  # fmt: skip
    form |= _told_backward(told, backward=focus is Focus.BACKWARD)
    if focus is Focus.BACKWARD:
        form["minutes"] = f"{one.workout.seconds / 60:.0f}"  # warming up was not recorded
    if mine:
        form["recordings"] = mine[0].id
    sessions.log(told.store, form, told.day)
    return [recording for recording in left if recording not in mine]


def _log_left(told: _Told, recording: Loose) -> None:
    """A recording that no planned session asked for; the plan may ask for it by now, having answered to the others."""
    store, day = told.store, told.day
    held = planning.plan(store)
    coming = _meant(store, held, day, (recording,)) if held else ()
    backward = next((one for one in coming if one.workout.focus is Focus.BACKWARD), None)
    if backward is not None and recording.backward_s > 0:
        _log(told, backward, [recording])
        return
    form = {"recordings": recording.id, "rpe": "3"}
    sessions.log(store, form | _told_backward(told, backward=recording.backward_s > 0), day)


def _told_backward(told: _Told, *, backward: bool) -> dict[str, str]:
    """What is asked of a session backward."""
    return {"glances": "both", "easy_stops": "yes", **_TOLD.get(told.number, {})} if backward else {}
