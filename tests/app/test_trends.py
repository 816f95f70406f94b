"""Sums by week, month and year, against sums of the same things in Python."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from backstride.app import Store
from backstride.app.trends import COUNTS, FEWEST, Span, Trends, midnight, trends
from backstride.plan.kinds import Focus
from backstride.plan.planned import Plan
from backstride.recording import Direction
from backstride.session import Done
from backstride.store import Digest, NewFile, NewRecording, pack, pack_original
from tests import coached, made

BERLIN, AUCKLAND, KATHMANDU = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland"), ZoneInfo("Asia/Kathmandu")
TODAY = date(2026, 4, 2)
CHANCE = np.random.default_rng(11)


def put(store: Store, start: datetime, backward_s: float = 60.0) -> None:
    digest = Digest(500.0, {Direction.BACKWARD: backward_s, Direction.FORWARD: 30.0}, (), backward_s / 2, backward_s)
    one = NewRecording(pack(made.recording(start, seconds=1)), replace(made.analysed(), digest=digest))
    added = store.recordings.add(NewFile(pack_original("a.fit", f"{start} {backward_s}".encode()), (one,)))
    if added.twins:  # seconds apart, two recordings would be taken for one session
        store.recordings.apart(added.ids[0])


def week_of(first_weekday: int) -> Callable[[date], date]:
    return lambda day: next(
        back for back in (day - timedelta(days=n) for n in range(7)) if back.weekday() == first_weekday
    )


FIRSTS: dict[Span, Callable[[date], date]] = {
    Span.MONTH: lambda day: date(day.year, day.month, 1),
    Span.YEAR: lambda day: date(day.year, 1, 1),
}


@pytest.mark.parametrize(
    ("span", "first_weekday", "zone"),
    [
        (Span.WEEK, 0, BERLIN), (Span.WEEK, 5, KATHMANDU), (Span.WEEK, 6, AUCKLAND),
        (Span.MONTH, 0, AUCKLAND), (Span.YEAR, 0, KATHMANDU), (Span.YEAR, 0, BERLIN),
    ],
)  # fmt: skip
def test_sums_are_those_of_each_day_where_the_person_is(
    sqlite_store: Store, span: Span, first_weekday: int, zone: ZoneInfo
) -> None:
    """Recordings close to midnight, around the ends of years, of summer time and of weeks, at random besides."""
    days = [date(2025, 12, 28), date(2026, 3, 28), date(2026, 3, 29), date(2025, 10, 26), date(2026, 1, 1), TODAY]
    starts = [midnight(day, zone) + timedelta(seconds=shift) for day in days for shift in (-2, 0, 60, 43_200)]
    starts += [datetime(2025, 12, 1, tzinfo=UTC) + timedelta(hours=float(hour)) for hour in CHANCE.uniform(0, 2900, 30)]
    for number, start in enumerate(starts):
        put(sqlite_store, start, 10.0 + number)
    found = trends(sqlite_store, span, TODAY, zone, first_weekday, TODAY)
    first_of = FIRSTS.get(span) or week_of(first_weekday)
    for period in found.periods:
        mine = [n for n, start in enumerate(starts) if first_of(start.astimezone(zone).date()) == period.first]
        assert period.recorded.recordings == len(mine), period.first
        assert period.backward_s == pytest.approx(sum(10.0 + number for number in mine))
        assert period.recorded.backward_m == (pytest.approx(period.backward_s / 2) if mine else None)
        assert first_of(period.last) == period.first != first_of(period.last + timedelta(days=1))
    assert found.periods[-1].running
    assert sum(one.recorded.recordings for one in found.periods) > 20


def at(store: Store, span: Span, until: date = TODAY) -> Trends:
    return trends(store, span, until, BERLIN, 0, TODAY)


def test_nothing_at_all(store: Store) -> None:
    for span in Span:
        found = at(store, span)
        assert (found.begins, found.earlier, found.later, found.growth_s) == (None, None, None, None)
        assert all(period.is_empty for period in found.periods)
        assert found.usual(lambda one: one.backward_s) is None
        assert len(found.periods) == FEWEST[span]


@pytest.mark.parametrize("until", [date.min, date.max, TODAY - timedelta(days=9000), TODAY + timedelta(days=1)])
def test_any_day_can_be_asked_for(store: Store, until: date) -> None:
    put(store, datetime(2025, 11, 30, 12, tzinfo=UTC))
    for span in Span:
        found = at(store, span, until)
        assert found.periods[-1].first <= TODAY
        assert (found.later is None) == found.periods[-1].running


@pytest.mark.parametrize("span", list(Span))
def test_turning_back_and_forth_leaves_nothing_out(store: Store, span: Span) -> None:
    put(store, datetime(1998, 6, 1, 12, tzinfo=UTC))
    put(store, datetime(2026, 4, 1, 12, tzinfo=UTC))
    pages = [at(store, span)]
    while (day := pages[-1].earlier) is not None:
        pages.append(at(store, span, day))
        assert pages[-1].periods[-1].last + timedelta(days=1) == pages[-2].periods[0].first
        assert FEWEST[span] <= len(pages[-1].periods) <= COUNTS[span]
    assert sum(period.recorded.recordings for page in pages for period in page.periods) == 2
    back = pages[-1]
    while back.later is not None:
        back = at(store, span, back.later)
    assert back.periods[-1] == pages[0].periods[-1]


def test_growth_is_the_plain_change_and_the_usual_is_of_weeks_since_the_beginning(store: Store) -> None:
    for week, seconds in enumerate((100.0, 0.0, 250.0)):
        if seconds:
            put(store, datetime(2026, 4, 1, 12, tzinfo=UTC) - timedelta(weeks=week), seconds)
    found = at(store, Span.WEEK)
    assert len(found.periods) == FEWEST[Span.WEEK]
    assert found.growth_s == 100.0
    assert [one.backward_s for one in found.before] == [250.0, 0.0]
    assert found.usual(lambda one: one.backward_s) == 125.0
    assert at(store, Span.WEEK, TODAY - timedelta(weeks=2)).growth_s is None


def test_load_is_of_rated_sessions_and_planned_stands_beside_done(store: Store) -> None:
    plan = coached.plan(
        coached.planned("a", date(2026, 3, 2)),
        coached.planned("b", date(2026, 3, 4)),
        coached.planned("run", date(2026, 3, 5), coached.workout(Focus.FORWARD)),
    )
    store.coach.save_plan(plan)
    rated = coached.session("s1", date(2026, 3, 3), planned="a")
    for one in (
        rated,
        replace(rated, id="s2", planned="", day=date(2026, 3, 8), rpe=None, measured=None),
        replace(rated, id="s3", planned="b", done=Done.SKIPPED, minutes=0.0, rpe=None),
        replace(rated, id="s4", planned="run", day=date(2026, 3, 5), rpe=5.0, minutes=40.0),
    ):
        store.coach.save_session(one)
    week = next(one for one in at(store, Span.WEEK).periods if one.first == date(2026, 3, 2))
    assert (week.sessions, week.rated, week.load) == (3, 2, 31.5 * 3.5 + 200.0)
    assert week.planned is not None
    assert (week.planned.sessions, week.planned.minutes, week.planned.backward_min) == (2, 60.0, 30.0)
    assert (week.done.sessions, week.done.minutes, week.done.backward_min) == (2, 63.0, 5.0)
    assert next(one for one in at(store, Span.WEEK).periods if one.first == date(2026, 2, 23)).planned is None
    month = next(one for one in at(store, Span.MONTH).periods if one.first == date(2026, 3, 1))
    assert (month.planned, month.done, month.load) == (week.planned, week.done, week.load)


def test_a_plan_counts_until_the_next_one_begins(store: Store) -> None:
    def each_day(id_: str, first: date) -> Plan:
        made_one = coached.plan(*(coached.planned(f"{id_}{n}", first + timedelta(days=n)) for n in range(28)), id_=id_)
        return replace(made_one, start=first, end=first + timedelta(days=27))

    store.coach.save_plan(each_day("a", date(2026, 3, 2)))
    store.coach.save_plan(replace(each_day("a", date(2026, 3, 2)), version=2))
    store.coach.save_plan(each_day("b", date(2026, 3, 11)))
    weeks = {one.first: one.planned for one in at(store, Span.WEEK).periods if one.planned}
    assert [weeks[date(2026, 3, day)].sessions for day in (2, 9, 16)] == [7] * 3
    (year,) = (one.planned for one in at(store, Span.YEAR).periods if one.planned)
    assert year.sessions == 9 + 28


def test_a_recording_without_a_day_is_told_of(store: Store) -> None:
    one = NewRecording(pack(made.recording(start_known=False)), made.analysed())
    store.recordings.add(NewFile(pack_original("a.csv", b"no time"), (one,)))
    found = at(store, Span.WEEK)
    assert (found.undated, found.begins) == (1, None)
