"""A plan as a calendar (iCalendar, RFC 5545) that programs can subscribe to and that follows the plan.

A session keeps its UID for life, so that a moved session moves and is not doubled. What a former version planned and
the present one does not is written as cancelled: programs that keep events take them away. SEQUENCE grows with every
version and the stamps are those of the version, so that equal plans give equal bytes. Several sessions of a day follow
one another from the usual time of day on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vText

from backstride.formats.writers.saying import FOCI, PLACES, Say, as_text, printable
from backstride.message import say
from backstride.plan.planned import Plan, Planned

MEDIA_TYPE = "text/calendar; charset=utf-8"
DISCLAIMER = say("Backstride is not a medical device. Stop when something hurts, and ask a professional.")

_EVERY = timedelta(hours=4)  # how often a program that follows the calendar is asked to look
_GRID_MIN = 5  # a session that follows another one begins on a round minute


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the calendar is to be written.

    made      when this version of the plan was made: the stamp of every event
    sequence  grows with every version of every plan; 0: the plan's own version
    zone      an IANA name; empty: times float, the clock on the reader's wall
    former    sessions of former versions; those that the plan still holds are passed over
    alarm_min minutes before a timed session to be reminded; None: never
    link      the address of a session's page, from its id
    only      the id of the one session that is written; empty: all of them
    """

    made: datetime
    sequence: int = 0
    zone: str = ""
    former: Iterable[Planned] = ()
    alarm_min: int | None = None
    link: Callable[[str], str] | None = None
    only: str = ""


def write_calendar(plan: Plan, w: Say, wanted: Wanted) -> bytes:
    """The calendar of a plan: sessions at the usual time of day (`wishes.at`), else all day."""
    made, w = Calendar(), printable(w)
    name = w(say("Backstride"))
    for key, value in (
        ("prodid", "-//Backstride//Plan//EN"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("name", name),
        ("x-wr-calname", name),
    ):
        made.add(key, value)
    made.add("refresh-interval", vDuration(_EVERY), parameters={"value": "DURATION"})
    made.add("x-published-ttl", vDuration(_EVERY))
    if wanted.zone:
        made.add("x-wr-timezone", wanted.zone)
    held, after = {one.id for one in plan.sessions}, _minutes_after(plan)
    for planned in sorted(plan.sessions, key=_order):
        if wanted.only in ("", planned.id):
            when = _when(planned, plan.answers.wishes.at, wanted.zone, after[planned.id])
            made.add_component(_event(planned, when, plan, w, wanted))
    gone = {one.id: one for one in wanted.former if one.id not in held}
    for planned in sorted(gone.values(), key=_order):
        when = _when(planned, plan.answers.wishes.at, wanted.zone, 0)
        made.add_component(_cancelled(_event(planned, when, plan, w, wanted)))
    if wanted.zone and plan.answers.wishes.at:
        made.add_missing_timezones(plan.start - timedelta(days=366), plan.end + timedelta(days=366))
    return bytes(made.to_ical())


def uid(planned: Planned) -> str:
    """What a calendar knows the session by, whatever becomes of it."""
    return f"{planned.id}@backstride"


def _order(planned: Planned) -> tuple[date, str]:
    return planned.day, planned.id


def _minutes_after(plan: Plan) -> dict[str, int]:
    """How long after the usual time of day each session begins: when those before it on its day are over."""
    begins: dict[str, int] = {}
    day_is_full: dict[date, int] = {}
    for planned in plan.sessions:
        begins[planned.id] = day_is_full.get(planned.day, 0)
        over = begins[planned.id] + _minutes(planned)
        day_is_full[planned.day] = -(-over // _GRID_MIN) * _GRID_MIN
    return begins


def _minutes(planned: Planned) -> int:
    return max(1, round(planned.workout.seconds / 60))


def _event(planned: Planned, when: tuple[date, date], plan: Plan, w: Say, wanted: Wanted) -> Event:
    workout, stamp = planned.workout, wanted.made.astimezone(UTC).replace(microsecond=0)
    timed = isinstance(when[0], datetime)
    event = Event()
    for key, value in (
        ("uid", uid(planned)),
        ("dtstamp", stamp),
        ("last-modified", stamp),
        ("sequence", wanted.sequence or plan.version),
        ("dtstart", when[0]),
        ("dtend", when[1]),
        ("summary", w(workout.name)),
        ("description", _description(planned, w)),
        ("categories", [w(FOCI[workout.focus])]),
        ("status", "CONFIRMED"),
        ("transp", "OPAQUE" if timed else "TRANSPARENT"),
    ):
        event.add(key, value)
    if planned.place is not None:
        event.add("location", w(PLACES[planned.place]))
    if wanted.link is not None:
        event.add("url", wanted.link(planned.id))
    if wanted.alarm_min is not None and timed:
        event.add_component(_alarm(wanted.alarm_min, w(workout.name)))
    return event


def _cancelled(event: Event) -> Event:
    """The same as something that no longer takes place: nobody is busy then, or reminded."""
    event["status"], event["transp"] = vText("CANCELLED"), vText("TRANSPARENT")
    event.subcomponents.clear()
    return event


def _when(planned: Planned, at: str, zone: str, after_min: int) -> tuple[date, date]:
    """From and to: moments where a time of day is wished, else the whole day. The end does not belong to it."""
    if not at:
        return planned.day, planned.day + timedelta(days=1)
    hour, minute = (int(part) for part in at.split(":"))
    start = datetime.combine(planned.day, time(hour, minute), ZoneInfo(zone) if zone else None)
    ends = timedelta(minutes=after_min), timedelta(minutes=after_min + _minutes(planned))
    if not zone:
        return start + ends[0], start + ends[1]
    # Over a change of the clocks a session lasts as long as it lasts: reckoned in UTC.
    begin, end = ((start.astimezone(UTC) + one).astimezone(ZoneInfo(zone)) for one in ends)
    return (begin if after_min else start), end


def _description(planned: Planned, w: Say) -> str:
    workout = planned.workout
    sections = [
        w(workout.purpose),
        "\n".join(
            (
                w(say("About {n} minutes.", n=_minutes(planned))),
                *(w(one.says) for one in planned.because),
            )
        ),
        "\n".join((w(say("Before you begin:")), *(f"- {w(one)}" for one in workout.set_up))) if workout.set_up else "",
        as_text(workout, w),
        w(DISCLAIMER),
    ]
    return "\n\n".join(section for section in sections if section)


def _alarm(minutes: int, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
