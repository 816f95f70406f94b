"""The demo runner's tests: two days before the first session, then every second week. Nothing is drawn by lot.

Standing and walking get better, hopping does not: a page that can only praise would show nothing.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from backstride.app.tests import record_trial
from backstride.store import Store

_AFTERNOON = time(16, 0, tzinfo=UTC)
_APART = timedelta(minutes=2)
_BEFORE = (-5, -2)
_SINCE = (14, 28, 41)
# By test and side: the tries of each of these days.
_TRIES: Mapping[tuple[str, str], tuple[tuple[float, ...], ...]] = {
    ("walk-3m", ""): ((3.1, 2.7, 2.75), (2.66, 2.72), (2.6, 2.55), (2.5, 2.46), (2.4, 2.43)),
    ("stance-open", "left"): ((28, 33, 30), (31, 27, 34), (36, 33, 38), (39, 41, 35), (41, 44, 38)),
    ("stance-open", "right"): ((35, 31, 37), (33, 38, 36), (40, 36, 39), (38, 43, 44), (45, 41, 47)),
    ("hop", "left"): (
        (1.31, 1.42, 1.45),
        (1.44, 1.47, 1.41),
        (1.43, 1.46, 1.4),
        (1.45, 1.42, 1.47),
        (1.46, 1.41, 1.44),
    ),
    ("hop", "right"): ((1.4, 1.52, 1.5), (1.49, 1.55, 1.53), (1.51, 1.54, 1.5), (1.56, 1.5, 1.52), (1.53, 1.5, 1.55)),
}


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
