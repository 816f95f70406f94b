"""A plan week by week: what each wants, what of it fits into the bound of load, on which day, and why.

1. The course says which stages the backward sessions of a week are for.
2. Sessions that go with them are added: fall technique, strength, mobility, tests, the race (`plan.wants`).
3. Where the week's load, or its running backward, would rise too fast, sessions get shorter or give way.
4. The schedule finds days, with a look at the week after.
5. What found a day is planned with its reasons; the course moves on by what found one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations

from backstride.evidence import scheduling
from backstride.plan.content import Load, load_of
from backstride.plan.course import Course, passed
from backstride.plan.kinds import Focus
from backstride.plan.planned import Planned, Week
from backstride.plan.reasons import reasons_for
from backstride.plan.schedule import WEEK, Placed, Slot, place
from backstride.plan.wants import EASINGS, LIGHTER, Easing, Setting, Want, wants
from backstride.plan.workouts_race import is_race

_RISE = 1 + scheduling.WEEKLY_RISE.value
_RUNNING_RISE = 1 + scheduling.RUNNING_RISE.value
_FREE = float("inf")
_ROUNDED = 1e-6
_WINDOW = round(scheduling.WEEKS_BEFORE.value)
_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Built:
    """Sessions from the first day that was built on, its week and the later ones, and where the course then stands.

    left_out  kinds of which some week holds fewer than it should
    eased     whether some week holds less backward than wished, so that it does not rise too fast
    heavy     numbers of weeks that rise faster all the same: less would be no session
    """

    sessions: tuple[Planned, ...]
    weeks: tuple[Week, ...]
    course: Course
    left_out: frozenset[Focus]
    eased: bool = False
    heavy: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """What one week hands to the next.

    there    everything that has its day: kept and placed
    loads    of the weeks so far, the newest last
    numbers  sessions so far by kind
    rhythm   day of the week by kind and number in the week
    """

    course: Course
    there: tuple[Placed, ...]
    loads: tuple[Load, ...]
    numbers: Mapping[Focus, int]
    rhythm: Mapping[tuple[Focus, int], int] = field(default_factory=dict)
    sessions: tuple[Planned, ...] = ()
    weeks: tuple[Week, ...] = ()
    left_out: frozenset[Focus] = frozenset()
    eased: bool = False
    heavy: tuple[int, ...] = ()


def build(
    setting: Setting,
    course: Course,
    first: date,
    stays: Sequence[Planned] = (),
    pins: Sequence[Planned] = (),
    loads: Sequence[Load] = (),
) -> Built:
    """Plan every day from `first` on.

    stays  sessions that are left as they are
    pins   backward sessions that the person put on their day: they get the workout that the course asks for then,
           and lose the day where it is not safe for it
    loads  of the weeks before the one of `first`
    """
    state = _State(
        course,
        tuple(_there(setting, one) for one in stays if one.workout.focus is not Focus.FORWARD),
        tuple(loads),
        {focus: sum(one.workout.focus is focus for one in stays) for focus in Focus},
    )
    for week in range((first - setting.start).days // WEEK, setting.weeks):
        state = _week(setting, state, week, first, (tuple(stays), tuple(pins)))
    return Built(state.sessions, state.weeks, state.course, state.left_out, state.eased, state.heavy)


def _there(setting: Setting, one: Planned) -> Placed:
    day = (one.day - setting.start).days
    return Placed(Slot(one.id, one.workout.focus, one.workout.seconds / _MINUTE, day, day, one.workout.hard), day)


Kept = tuple[tuple[Planned, ...], tuple[Planned, ...]]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a week wants after easing, what of it found a day, and which of that the person moved there."""

    easing: Easing
    wants: tuple[Want, ...]
    placed: tuple[Placed, ...]
    pinned: Mapping[str, Planned]

    def missed(self) -> list[Want]:
        found = {one.slot.key for one in self.placed}
        return [want for want in self.wants if want.key not in found and want.counts]


def _week(setting: Setting, state: _State, week: int, first: date, kept: Kept) -> _State:
    stays, pins = ([one for one in group if setting.week_of(one.day) == week] for group in kept)
    later = [one for one in kept[0] if setting.week_of(one.day) == week + 1]
    chosen = _best(setting, state, week, first, (stays, pins, later))
    found = {one.slot.key: one.day for one in chosen.placed}
    by_key = {want.key: want for want in chosen.wants}
    there = (*state.there, *chosen.placed)
    made = [
        _planned(setting, by_key[key], day, chosen.pinned.get(key), there)
        for key, day in sorted(found.items(), key=lambda item: (item[1], item[0]))
    ]
    course = _went(setting, state.course, week, chosen, [one for one in stays if one.day >= first])
    runs = _own_runs(setting, week, first)
    load = _load((*stays, *made))
    full = Load.of(one.workout for one in (*stays, *made) if not is_race(one.workout) and not _is_run(one))
    return replace(
        state,
        course=course,
        there=there,
        loads=(*state.loads, load),
        numbers={
            focus: number + sum(by_key[key].focus is focus for key in found) for focus, number in state.numbers.items()
        },
        rhythm={**state.rhythm, **{(by_key[key].focus, by_key[key].number): day % WEEK for key, day in found.items()}},
        sessions=(*state.sessions, *made, *runs),
        weeks=(*state.weeks, _row(setting, week, course, [*stays, *made, *runs])),
        left_out=state.left_out | _left_out(setting, state, week, chosen, [*stays, *made]),
        eased=state.eased or (chosen.easing.backward > 0 and not setting.is_deload(week)),
        heavy=(*state.heavy, week + 1) if _exceeds(full, bound(setting, state.loads, week)) else state.heavy,
    )


def _is_run(one: Planned) -> bool:
    return one.workout.focus is Focus.FORWARD


def _load(sessions: Sequence[Planned]) -> Load:
    """Without the person's own runs."""
    return Load.of(one.workout for one in sessions if not _is_run(one))


def _went(setting: Setting, course: Course, week: int, chosen: _Chosen, stays: Sequence[Planned]) -> Course:
    """Where the course stands after what found a day. stays: what has its day already, still to come."""
    found = {one.slot.key for one in chosen.placed}
    turns = [want.turn for want in chosen.wants if want.turn is not None]
    done = sum(want.turn is not None and want.key in found for want in chosen.wants)
    practised = sum(want.focus is Focus.FALLING and want.key in found for want in chosen.wants)
    practised += sum(one.workout.focus is Focus.FALLING for one in stays)
    course = passed(course, turns, done, easier=setting.is_deload(week)).practised(practised)
    return course.went(want.workout for want in chosen.wants if want.key in found)


def _left_out(
    setting: Setting, state: _State, week: int, chosen: _Chosen, sessions: Sequence[Planned]
) -> frozenset[Focus]:
    """Kinds of which the week holds fewer than it should, whatever they gave way to."""
    missed = {want.focus for want in chosen.missed()}
    strength = sum(one.workout.focus is Focus.STRENGTH for one in sessions)
    if strength < setting.strength(week, state.course):
        missed.add(Focus.STRENGTH)
    return frozenset(missed)


Around = tuple[Sequence[Planned], Sequence[Planned], Sequence[Planned]]
"""What stays in a week, what the person moved into it, and what stays in the week after."""


def _best(setting: Setting, state: _State, week: int, first: date, around: Around) -> _Chosen:
    """The wants of the first easing that keeps the week within its bounds, and their days.

    1. Backward sessions are made as light as the bound on running asks for. 2. Easings follow until the load fits.
    Where some wants find no day because days are short, the next easings are tried too, while they give up no session;
    the one that misses least is taken.
    """
    stays, pins, later = around
    most, there = bound(setting, state.loads, week), _load(stays)
    lightest = _lightest(setting, state, week, stays, most.running - there.running)
    best: _Chosen | None = None
    for row in EASINGS:
        easing = replace(row, backward=max(row.backward, lightest))
        mine, after = wants(setting, state.course, week, stays, state.numbers, easing)
        if best is not None and len(mine) < len(best.wants):
            break
        heavy = (there + _sum(mine)).total > most.total
        if heavy and row is not EASINGS[-1]:
            continue
        ahead = _ahead(setting, after, week + 1, later, state.numbers)
        placed, pinned = _placed(setting, state, week, first, (mine, ahead, pins))
        chosen = _Chosen(easing, mine, tuple(placed), pinned)
        if best is None or len(chosen.missed()) < len(best.missed()):
            best = chosen
        if not chosen.missed():
            break
    if best is None:
        raise AssertionError  # the last easing is always placed
    return best


def _sum(wanted: Sequence[Want]) -> Load:
    """A race is a race: it has no bound."""
    return Load.of(want.workout for want in wanted if not want.race)


def _lightest(setting: Setting, state: _State, week: int, stays: Sequence[Planned], most: float) -> int:
    """The first row of `LIGHTER` that keeps running backward within its bound; the last one where none does."""
    for row in range(len(LIGHTER) - 1):
        mine, _ = wants(setting, state.course, week, stays, state.numbers, Easing(backward=row))
        if _sum(mine).running <= most:
            return row
    return len(LIGHTER) - 1


def _ahead(
    setting: Setting, course: Course, week: int, stays: Sequence[Planned], numbers: Mapping[Focus, int]
) -> list[Want]:
    """What of the week after matters for the days before it: the sessions that may be hard or need days between."""
    if week >= setting.weeks:
        return []
    return [one for one in wants(setting, course, week, stays, numbers, EASINGS[0])[0] if one.focus in _AHEAD]


_AHEAD = (Focus.BACKWARD, Focus.FALLING)


def _row(setting: Setting, week: int, course: Course, sessions: Sequence[Planned]) -> Week:
    load = round(sum(load_of(one.workout) for one in sessions), 1)
    return Week(week + 1, setting.first(week), course.stage.key, setting.is_deload(week), load)


def bound(setting: Setting, loads: Sequence[Load], week: int) -> Load:
    """The most a week may hold, the person's own runs not counted."""
    before = loads[-_WINDOW:]
    total = max((one.total for one in before), default=0.0)
    running = max((one.running for one in before), default=_FREE)
    if total <= 0:
        most = _FREE if setting.answers.health.active else scheduling.SMALL_LOAD.value
    elif setting.is_deload(week):
        most = total * scheduling.DELOAD_SHARE.value
    else:
        most = max(total * _RISE, scheduling.SMALL_LOAD.value)
    return Load(most, max(running * _RUNNING_RISE, scheduling.SMALL_RUNNING_MIN.value))


def _exceeds(load: Load, most: Load) -> bool:
    return load.total > most.total + _ROUNDED or load.running > most.running + _ROUNDED


Sought = tuple[Sequence[Want], Sequence[Want], Sequence[Planned]]


def _placed(
    setting: Setting, state: _State, week: int, first: date, sought: Sought
) -> tuple[list[Placed], dict[str, Planned]]:
    """What of the week found a day, and which of it stands where the person moved a session."""
    mine, ahead, pins = sought
    begin = max(WEEK * week, (first - setting.start).days)
    days = range(begin, WEEK * (week + 2) if ahead else WEEK * (week + 1))
    backward = [want for want in mine if want.turn is not None and not want.race]
    slots = [_slot(setting, state, want, week) for want in mine]
    later = [_slot(setting, state, want, week + 1) for want in ahead]
    for held in range(min(len(pins), len(backward)), -1, -1):
        for ranks in combinations(range(len(backward)), held):
            pinned = {backward[rank].key: pin for rank, pin in zip(ranks, pins, strict=False)}
            if not all(_is_safe(setting, backward[rank], pin) for rank, pin in zip(ranks, pins, strict=False)):
                continue
            there = [_pinned(setting, slot, pinned[slot.key]) for slot in slots if slot.key in pinned]
            free = [slot for slot in slots if slot.key not in pinned]
            placed = place([*free, *later], [*state.there, *there], setting.frame, days)
            whole = [*(one for one in placed if one.day < WEEK * (week + 1)), *there]
            if _unbroken([want.key for want in backward], whole):
                return sorted(whole, key=lambda one: one.day), pinned
    raise AssertionError  # with nothing pinned the order always holds


def _is_safe(setting: Setting, want: Want, pin: Planned) -> bool:
    """Whether what the course asks for may be on the day that the person chose, their own hard runs considered."""
    day = (pin.day - setting.start).days
    new = want.turn is not None and want.turn.new
    return setting.frame.is_apart(day, hard=want.workout.hard, new=new)


def _pinned(setting: Setting, slot: Slot, pin: Planned) -> Placed:
    return Placed(slot, (pin.day - setting.start).days)


def _unbroken(order: Sequence[str], placed: Sequence[Placed]) -> bool:
    """Whether of sessions that build on each other none is missing before one that has a day."""
    there = {one.slot.key for one in placed}
    found = [key in there for key in order]
    return found == sorted(found, reverse=True)


def _slot(setting: Setting, state: _State, want: Want, week: int) -> Slot:
    first, last = WEEK * week, WEEK * (week + 1) - 1
    last = last if want.last is None else want.last
    first = last if want.race else first
    return Slot(
        want.key,
        want.focus,
        0.0 if want.race else want.workout.seconds / _MINUTE,
        first,
        last,
        hard=want.workout.hard,
        new=want.turn is not None and want.turn.new,
        after=want.after,
        usual=state.rhythm.get((want.focus, want.number)),
        worth=want.worth,
    )


def _planned(setting: Setting, want: Want, day: int, pin: Planned | None, there: Sequence[Placed]) -> Planned:
    return Planned(
        pin.id if pin else want.key,
        setting.start + timedelta(days=day),
        want.workout,
        setting.contents.place(want.workout),
        reasons_for(setting, want, day, there),
        moved=pin is not None,
    )


def _own_runs(setting: Setting, week: int, first: date) -> list[Planned]:
    """The person's own runs forward on the days they named, but for those that stay, here or where they were moved."""
    days = (setting.first(week) + timedelta(days=one) for one in range(WEEK))
    forward = setting.answers.wishes.forward
    runs = [setting.own_run(day) for day in days if day >= first and day.weekday() in forward]
    return [one for one in runs if one.id not in setting.taken]
