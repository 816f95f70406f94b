"""The demo runner's tests: three days before the first session, then every week or two. Nothing is drawn by lot.

Standing and walking get better, walking by less than its test can tell, and hopping does not: a page that can only
praise would show nothing.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from backstride.app.tests import record_trial
from backstride.store import Store

_AFTERNOON = time(16, 0, tzinfo=UTC)
_APART = timedelta(minutes=2)
_BEFORE = (-8, -5, -2)
_SINCE = (14, 27, 34, 41)
# By test and side: the tries of each of these days.
_TRIES: Mapping[tuple[str, str], tuple[tuple[float, ...], ...]] = {
    ("walk-3m", ""): (
        (3.1, 2.7, 2.75), (2.68, 2.74), (2.71, 2.66), (2.6, 2.55), (2.5, 2.46), (2.45, 2.5), (2.4, 2.43),
    ),
    ("stance-open", "left"): (
        (28, 33, 30), (31, 27, 34), (32, 30, 33), (36, 33, 38), (39, 41, 35), (40, 37, 42), (41, 44, 38),
    ),
    ("stance-open", "right"): (
        (35, 31, 37), (33, 38, 36), (37, 34, 36), (40, 36, 39), (38, 43, 44), (44, 41, 43), (45, 41, 47),
    ),
    ("stance-closed", "left"): (
        (7, 9, 8, 9.5), (8, 10, 9), (9.6, 8.4, 9), (12, 13, 11), (16, 17.5, 15), (18, 16.4, 17), (17.8, 16, 17),
    ),
    ("stance-closed", "right"): (
        (8, 10, 11, 9), (10.4, 9, 10), (9, 11.2, 10), (14, 12, 13), (17, 18.2, 16), (17.4, 16, 18), (18.6, 17, 16),
    ),
    ("hop", "left"): (
        (1.31, 1.42, 1.45), (1.46, 1.41), (1.44, 1.47, 1.41), (1.43, 1.46, 1.4), (1.45, 1.42, 1.47), (1.44, 1.46),
        (1.46, 1.41, 1.44),
    ),
    ("hop", "right"): (
        (1.4, 1.52, 1.5), (1.5, 1.53), (1.49, 1.55, 1.53), (1.51, 1.54, 1.5), (1.56, 1.5, 1.52), (1.52, 1.54),
        (1.53, 1.5, 1.55),
    ),
}  # fmt: skip


def before(store: Store, first: date) -> None:
    """What was tested before the first session."""
    for number in _BEFORE:
        _day(store, number, first + timedelta(days=number), first)


def live(store: Store, number: int, day: date) -> None:
    """What was tested on a day, so many days after the first."""
    if number in _SINCE:
        _day(store, number, day, day)


def _day(store: Store, number: int, day: date, today: date) -> None:
    """One try after the other, two minutes apart, then the clock goes on as before."""
    place = (*_BEFORE, *_SINCE).index(number)
    shown, moment = store.coach.clock, datetime.combine(day, _AFTERNOON)
    for (test, side), tries in _TRIES.items():
        for value in tries[place]:
            store.coach.clock = partial(datetime.fromtimestamp, moment.timestamp(), UTC)
            record_trial(store, {"test": test, "side": side, "value": f"{value:g}", "day": day.isoformat()}, today)
            moment += _APART
    store.coach.clock = shown
