"""Sheets for the wall and the pocket as PDF: a week, one session, chosen exercises. Black on white, A4 or Letter.

Typst sets them from `sheets/sheet.typ`. Words and figures go in as JSON data, never as markup, so that no name or note
can give orders to the typesetter; it fetches nothing and uses the typefaces it brings along.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from backstride.figures import FIGURES, draw
from backstride.formats.writers.ics import DISCLAIMER
from backstride.formats.writers.saying import PLACES, Say, distance, in_brief, length, repeated
from backstride.message import Message, say
from backstride.plan.exercises import EXERCISES, Dose, Exercise
from backstride.plan.kinds import Focus, Until
from backstride.plan.planned import Planned
from backstride.plan.workout import Workout

MEDIA_TYPE = "application/pdf"
PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}

_WORDS: Mapping[str, Message] = {
    "disclaimer": DISCLAIMER,
    "always": say("Before you go backward, every time"),
    "before": say("Before you begin"),
    "steps": say("Steps"),
    "rest": say("No session"),
    "exertion": say("Exertion 0–10"),
    "pain": say("Pain 0–10"),
    "where": say("Where"),
    "notes": say("Notes"),
    "faults": say("If it goes wrong"),
}
_ABOVE = say("The list at the top of this sheet")
_SEVERAL = 2
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a sheet is written.

    w         the reader's words
    day       a day as the reader writes it
    weekday   the name of its weekday
    language  for hyphens and for programs that read aloud
    paper     a key of PAPERS
    """

    w: Say
    day: Callable[[date], str]
    weekday: Callable[[date], str]
    language: str = "en"
    paper: str = "a4"


def week_sheet(first: date, sessions: Iterable[Planned], setting: Setting) -> bytes:
    """Seven days from `first` on with what is planned on each, boxes to tick and lines to fill."""
    return _pdf(week_data(first, sessions, setting))


def session_sheet(planned: Planned, setting: Setting) -> bytes:
    """One session with its set-up, steps and figures."""
    return _pdf(session_data(planned, setting))


def exercise_sheet(exercises: Sequence[Exercise], setting: Setting) -> bytes:
    """Exercises with their figures."""
    return _pdf(exercise_data(exercises, setting))


def week_data(first: date, sessions: Iterable[Planned], setting: Setting) -> Data:
    """What the week's sheet shows."""
    days = [first + timedelta(days=count) for count in range(7)]
    planned = [one for one in sessions if one.day in days]
    always, last = _always(planned), days[-1]
    return _data(
        setting,
        "week",
        setting.w(say("Week from {first} to {last}", first=setting.day(first), last=setting.day(last))),
        always=[setting.w(line) for line in always],
        days=[
            {
                "name": setting.weekday(day),
                "date": setting.day(day),
                "sessions": [_session(one, setting.w, always) for one in planned if one.day == day],
            }
            for day in days
        ],
    )


def _always(planned: Sequence[Planned]) -> tuple[Message, ...]:
    """What is to be done before each of several sessions backward: it stands once, above them."""
    backward = [one.workout.set_up for one in planned if one.workout.focus is Focus.BACKWARD]
    if len(backward) < _SEVERAL:
        return ()
    return tuple(line for line in backward[0] if all(line in others for others in backward))


def session_data(planned: Planned, setting: Setting) -> Data:
    """What a session's sheet shows."""
    session = _session(planned, setting.w)
    drawn = dict.fromkeys(step.exercise for step in planned.workout.steps() if step.exercise in FIGURES)
    session["figures"] = [_figure(key, setting.w) for key in drawn]
    when = f"{setting.weekday(planned.day)}, {setting.day(planned.day)}"
    subtitle = " · ".join(part for part in (when, session["facts"]) if part)
    return _data(setting, "session", session["name"], subtitle, session=session)


def exercise_data(exercises: Sequence[Exercise], setting: Setting) -> Data:
    """What a sheet of exercises shows."""
    return _data(
        setting, "exercises", setting.w(say("Exercises")), exercises=[_exercise(x, setting.w) for x in exercises]
    )


def pictures(data: Data, ppi: float = 90) -> list[bytes]:
    """The pages of a sheet as PNG."""
    made = _compiled(data, "png", ppi)
    return made if isinstance(made, list) else [made]


def dose(one: Dose, w: Say) -> str:
    """ "2 × 10, each side, 60 s rest"."""
    much = ""
    if one.until is Until.TIME:
        much = length(one.amount, w)
    elif one.until is Until.DISTANCE:
        much = distance(one.amount, w)
    elif one.until is Until.REPS:
        much = str(round(one.amount))
    found = [f"{one.sets} × {much}" if much else f"{one.sets} ×"]
    if one.each_side:
        found.append(w(say("each side")))
    if one.rest_s and one.sets > 1:
        found.append(w(say("{time} rest", time=length(one.rest_s, w))))
    return ", ".join(found)


def _data(setting: Setting, kind: str, title: str, subtitle: str = "", **content: object) -> Data:
    return {
        "kind": kind,
        "title": title,
        "subtitle": subtitle,
        "paper": PAPERS[setting.paper],
        "language": setting.language,
        "words": {key: setting.w(message) for key, message in _WORDS.items()},
        **content,
    }


def _session(planned: Planned, w: Say, above: Sequence[Message] = ()) -> Data:
    """above: what is to be done before and stands on the sheet already; a line points to it."""
    workout = planned.workout
    own = [one for one in workout.set_up if one not in above]
    if len(own) < len(workout.set_up):
        own.insert(0, _ABOVE)
    facts = (
        w(PLACES[planned.place]) if planned.place else "",
        w(say("about {n} min", n=max(1, round(workout.seconds / 60)))),
        w(say("exertion {low} to {high} of 10", low=workout.rpe[0], high=workout.rpe[1])),
    )
    return {
        "name": w(workout.name),
        "facts": " · ".join(fact for fact in facts if fact),
        "purpose": w(workout.purpose),
        "because": [w(one.says) for one in planned.because],
        "set_up": [w(one) for one in own],
        "parts": list(_parts(workout, w)),
    }


def _parts(workout: Workout, w: Say) -> Iterator[Data]:
    """The blocks. Each set of cues stands once, with the first step it belongs to."""
    shown: set[tuple[str, ...]] = set()
    for block in workout.blocks:
        rows = []
        for one in in_brief(block.steps, w):
            fresh = one.cues not in shown
            shown.add(one.cues)
            rows.append(
                {"amount": one.amount, "says": one.says, "cues": list(dict.fromkeys(one.cues)) if fresh else []}
            )
        yield {"times": block.times, "repeated": w(repeated(block)), "lines": rows}


def _exercise(one: Exercise, w: Say) -> Data:
    return {
        **_figure(one.key, w),
        "name": w(one.name),
        "dose": dose(one.dose, w),
        "purpose": w(one.purpose),
        "set_up": [w(text) for text in one.set_up],
        "steps": [w(text) for text in one.steps],
        "faults": [w(text) for text in one.faults],
        "avoid": [w(text) for text in one.avoid],
    }


def _figure(key: str, w: Say) -> Data:
    name = w(EXERCISES[key].name) if key in EXERCISES else key
    return {"name": name, "svg": draw(key, title=name, standalone=True) if key in FIGURES else ""}


def _pdf(data: Data) -> bytes:
    made = _compiled(data, "pdf")
    return made if isinstance(made, bytes) else b"".join(made)


def _compiled(data: Data, form: Literal["pdf", "png"], ppi: float | None = None) -> Any:
    import typst

    template, fonts = _press()
    compiler = typst.Compiler(template, font_paths=fonts)
    return compiler.compile(format=form, ppi=ppi, sys_inputs={"data": json.dumps(data)}, timestamp=0)


@cache
def _press() -> tuple[bytes, Any]:
    """The template, and the typefaces that come with the typesetter: those of the system differ from place to place."""
    import typst

    template = (files("backstride.formats.writers") / "sheets" / "sheet.typ").read_bytes()
    return template, typst.Fonts(include_system_fonts=False)
