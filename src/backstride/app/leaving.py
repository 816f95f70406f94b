"""What leaves the house: the calendar, workouts for watches and other programs, sheets to print, the spoken session."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from hmac import compare_digest
from importlib.util import find_spec

from backstride import __version__
from backstride.app.exporting import safe_name
from backstride.app.planning import find_planned
from backstride.app.rendered import Rendered
from backstride.errors import NotFound
from backstride.formats.writers import ics, sheet, speech, workout_fit, workout_text
from backstride.message import Message, say
from backstride.plan.exercises import EXERCISES
from backstride.plan.planned import Kept, Plan, Planned
from backstride.store import Store
from backstride.store.codec import to_json
from backstride.words import Words

PAPERS = tuple(sheet.PAPERS)
_LOOKS_BACK = timedelta(days=60)  # how long a session that was dropped is told as cancelled
_AUDIO = Rendered(64 << 20)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file that goes out."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class SessionExport:
    """A kind of file that a planned session can be had as."""

    kind: str
    label: Message
    suffix: str
    media_type: str
    write: Callable[["_Leaver"], bytes]


@dataclass(frozen=True, slots=True)
class _Leaver:
    """A planned session with all that its files are made of."""

    planned: Planned
    kept: Kept
    words: Words
    calendar: "CalendarWishes"
    paper: str
    store: Store

    @property
    def forward_mps(self) -> float | None:
        return self.kept.plan.answers.health.forward_mps


@dataclass(frozen=True, slots=True)
class CalendarWishes:
    """How the person who follows the calendar wants it.

    zone       an IANA name; empty: times float
    link       the address of a session's page, from its id; None: no addresses
    alarm_min  minutes before a session with a time of day to be reminded; None: never
    """

    zone: str = ""
    link: Callable[[str], str] | None = None
    alarm_min: int | None = None


def _write_fit(one: _Leaver) -> bytes:
    return workout_fit.write_workout(
        one.planned.workout, one.words, made=one.kept.at, id_=one.planned.id, forward_mps=one.forward_mps
    )


def _write_text(one: _Leaver) -> bytes:
    return workout_text.write_text(one.planned.workout, one.words, forward_mps=one.forward_mps).encode()


def _write_ics(one: _Leaver) -> bytes:
    wanted = _wanted(one.kept, one.calendar, sequence=_sequence(one.store.coach.plans()))
    return ics.write_calendar(one.kept.plan, one.words, replace(wanted, only=one.planned.id))


def _write_pdf(one: _Leaver) -> bytes:
    return sheet.session_sheet(one.planned, _setting(one.words, one.paper))


SESSION_EXPORTS: tuple[SessionExport, ...] = (
    SessionExport("fit", say("For the watch (FIT)"), ".fit", workout_fit.MEDIA_TYPE, _write_fit),
    SessionExport("txt", say("For intervals.icu (text)"), ".txt", workout_text.MEDIA_TYPE, _write_text),
    SessionExport("ics", say("For the calendar"), ".ics", ics.MEDIA_TYPE, _write_ics),
    SessionExport("pdf", say("To print (PDF)"), ".pdf", sheet.MEDIA_TYPE, _write_pdf),
)
AUDIO_EXPORTS: Mapping[str, Message] = {"mp3": say("Spoken (MP3)"), "ogg": say("Spoken (Ogg)")}


def has_voice() -> bool:
    """Whether sessions can be spoken: the extra `audio` is installed."""
    return all(find_spec(name) for name in ("espeakng_loader", "soundfile"))


def token_is_right(store: Store, token: str) -> bool:
    """Whether this is the secret of the calendar's address; takes as long for every wrong one."""
    return compare_digest(token.encode(), store.coach.calendar_token().encode())


def renew_calendar(store: Store) -> None:
    """Give the calendar another secret: whoever followed the old address sees nothing any more."""
    store.coach.new_calendar_token()


def calendar_path(store: Store, language: str, remind_min: int | None = None) -> str:
    """Where a calendar program finds the plan, below the site's address, with the secret in it.

    remind_min  minutes before a session with a time of day; None: no reminder
    """
    asked = "" if remind_min is None else f"&remind={remind_min}"
    return f"/plan/calendar.ics?token={store.coach.calendar_token()}&language={language}{asked}"


def calendar(store: Store, words: Words, today: date, wishes: CalendarWishes = CalendarWishes()) -> bytes:
    """The plan as a calendar, with what former versions planned and no longer holds. Raises NotFound without a plan."""
    every = store.coach.plans()
    if not every:
        raise NotFound(say("there is no plan yet"))
    newest = every[0]
    holds = next((kept for kept in every if kept.until is None), None)
    if holds is None:  # the plan was ended: what it held is cancelled
        holds = replace(newest, plan=replace(newest.plan, sessions=()), at=newest.until or newest.at)
    former = [one for kept in reversed(every) for one in kept.plan.sessions if one.day >= today - _LOOKS_BACK]
    return ics.write_calendar(holds.plan, words, _wanted(holds, wishes, former, _sequence(every)))


def _sequence(every: Sequence[Kept]) -> int:
    """How often the calendar has changed, the newest plan first.

    An ended plan counts once more than while it held, so that its cancelling is newer than its planning.
    """
    return 2 * len(every) + (every[0].until is not None)


def workout_file(
    store: Store, planned_id: str, kind: str, words: Words, wishes: CalendarWishes = CalendarWishes(), paper: str = "a4"
) -> Leaving:
    """A planned session as a file of SESSION_EXPORTS. Raises NotFound for an unknown session or kind."""
    row = next((row for row in SESSION_EXPORTS if row.kind == kind), None)
    if row is None:
        raise _no_kind(kind)
    planned, plan = find_planned(store, planned_id)
    kept = store.coach.plan_version(plan.id, plan.version)
    return Leaving(
        _name(planned, words) + row.suffix,
        row.media_type,
        row.write(_Leaver(planned, kept, words, wishes, paper, store)),
    )


def week_sheet(store: Store, first: date, words: Words, paper: str = "a4") -> Leaving:
    """Seven days of the plan from `first` on, to print. Raises NotFound without a plan."""
    plan = _plan(store)
    last = first + timedelta(days=6)
    sessions = [one for one in plan.sessions if first <= one.day <= last]
    name = words(say("Week from {first}", first=first.isoformat()))
    return Leaving(
        f"{safe_name(name)}.pdf", sheet.MEDIA_TYPE, sheet.week_sheet(first, sessions, _setting(words, paper))
    )


def exercise_sheet(keys: Sequence[str], words: Words, paper: str = "a4") -> Leaving:
    """Exercises with their figures, to print. Raises NotFound for a key that is not in the library, or for none."""
    unknown = next((key for key in keys if key not in EXERCISES), None)
    if unknown is not None or not keys:
        raise NotFound(say("There is no exercise of that name in the library."))
    chosen = [EXERCISES[key] for key in dict.fromkeys(keys)]
    data = sheet.exercise_sheet(chosen, _setting(words, paper))
    return Leaving(f"{safe_name(words(say('Exercises')))}.pdf", sheet.MEDIA_TYPE, data)


def audio_key(store: Store, planned_id: str, kind: str, words: Words) -> str:
    """What the sound file of a session is known by: equal keys, equal files. Raises NotFound."""
    if kind not in AUDIO_EXPORTS:
        raise _no_kind(kind)
    planned, _ = find_planned(store, planned_id)
    text = "|".join((kind, words.language, speech.VERSION, __version__, to_json(planned.workout)))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def session_audio(store: Store, planned_id: str, kind: str, words: Words) -> Leaving:
    """The spoken session as one file. The first time it takes seconds; then it is kept for a while.

    Raises NotFound, and NotAllowed where no voice is installed.
    """
    key = audio_key(store, planned_id, kind, words)
    planned, _ = find_planned(store, planned_id)
    how = speech.FORMATS[kind]
    data = _AUDIO.get(key, lambda: speech.session_audio(planned.workout, words, words.language, kind))
    return Leaving(_name(planned, words) + how.suffix, how.media_type, data)


def _no_kind(kind: str) -> NotFound:
    names = ", ".join((*(row.kind for row in SESSION_EXPORTS), *AUDIO_EXPORTS))
    return NotFound(say("there is no export {kind}: choose one of {names}", kind=kind, names=names))


def _plan(store: Store) -> Plan:
    plan = store.coach.plan()
    if plan is None:
        raise NotFound(say("there is no plan yet"))
    return plan


def _wanted(kept: Kept, wishes: CalendarWishes, former: Iterable[Planned] = (), sequence: int = 0) -> ics.Wanted:
    return ics.Wanted(kept.at, sequence, wishes.zone, tuple(former), wishes.alarm_min, wishes.link)


def _setting(words: Words, paper: str) -> sheet.Setting:
    return sheet.Setting(
        words,
        lambda day: words.date(day, "long"),
        lambda day: words.weekday(day.weekday(), "wide"),
        words.language,
        paper if paper in sheet.PAPERS else "a4",
    )


def _name(planned: Planned, words: Words) -> str:
    return f"{planned.day.isoformat()} {safe_name(words(planned.workout.name))}"
