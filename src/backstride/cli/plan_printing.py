"""The plan on the terminal: sessions with their reasons, what changed, what was logged."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from rich.text import Text

from backstride.app.planning import Adapted
from backstride.app.sessions import Logged
from backstride.cli.terminal import COLOURS, console, reader, table
from backstride.message import Message, say
from backstride.plan.asking import Question
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Because, Kept, Plan, Planned
from backstride.session import Done, Session
from backstride.words import MISSING
from backstride.words.plan import GOALS, PERMITS, PLACES

DONE: Mapping[Done, Message] = {Done.ALL: say("done"), Done.PART: say("done in part"), Done.SKIPPED: say("left out")}
_MISSED = say("not logged")
_WEEK = timedelta(days=7)
MOST_CHANGES = 10  # the next two weeks; what lies beyond changes again


def print_questions(questions: Iterable[Question]) -> None:
    """Keys, what is asked, what may be answered."""
    w = reader()
    shown = table(w("Key"), w("Question"), w("Answers"), whole=(0,))
    for one in questions:
        label = w(one.label) if one.needed else w("{question} (may stay empty)", question=one.label)
        shown.add_row(one.key, label, ", ".join(one.choices) or w(one.kind.value))
    console().print(shown)


def print_plan(plan: Plan, done: Mapping[str, Session], today: date, *, week: bool) -> None:
    """What is to come, or this week; a row a session."""
    w = reader()
    console().print(
        w(
            "{goal}, until {end}. Allowed now: {permit}.",
            goal=GOALS[plan.answers.wishes.goal],
            end=w.date(plan.end),
            permit=PERMITS[plan.permit],
        )
    )
    rows = _shown(plan, today, week=week)
    if not rows:
        console().print(w("Nothing is planned there."))
        return
    shown = table(w("Day"), w("Session"), w("Minutes"), w("Place"), w("Why"), "ID", right=(2,), whole=(0, 5))
    for one in rows:
        day = f"{w.weekday(one.day.weekday())} {w.date(one.day, 'short')}"
        why = "\n".join(w(reason.says) for reason in one.because[:2])
        place = w(PLACES[one.place]) if one.place else MISSING
        name = Text(w(one.workout.name), COLOURS["backward"] if one.workout.backward_s else "")
        name.append(_state(one, done.get(one.id), today), "bright_black")
        shown.add_row(day, name, f"{one.workout.seconds / 60:.0f}", place, why, one.id)
    console().print(shown)


def plan_json(plan: Plan, done: Mapping[str, Session], today: date, *, week: bool) -> Iterator[str]:
    """The same, an object a line."""
    w = reader()
    for one in _shown(plan, today, week=week):
        session = done.get(one.id)
        row = {
            "id": one.id,
            "day": one.day.isoformat(),
            "name": w(one.workout.name),
            "focus": one.workout.focus,
            "stage": one.workout.stage,
            "minutes": round(one.workout.seconds / 60, 1),
            "backward_s": round(one.workout.backward_s, 1),
            "place": one.place,
            "done": session.done if session else None,
            "because": [{"says": w(reason.says), "claim": reason.claim} for reason in one.because],
        }
        yield json.dumps(row, ensure_ascii=False)


def print_why(because: Iterable[Because]) -> None:
    """Reasons, a line each, with the claim each rests on."""
    for reason in because:
        line = Text(f"· {reader()(reason.says)}")
        if reason.claim:
            line.append(f"  [{reason.claim}]", "bright_black")
        console().print(line)


def print_adapted(adapted: Adapted) -> None:
    """What changed, and why."""
    w = reader()
    if not adapted.changed:
        console().print(w("The plan stays as it is."))
        return
    console().print(w("The plan has changed: version {version}.", version=adapted.plan.version))
    print_why(adapted.plan.because)
    lines = list(changes(adapted.before, adapted.plan))
    for line in lines[:MOST_CHANGES]:
        console().print(f"  {line}")
    if len(lines) > MOST_CHANGES:
        more = w("further changes: {count}", count=len(lines) - MOST_CHANGES)
        console().print(f"  {more}")


def changes(before: Plan, after: Plan) -> Iterator[str]:
    """Sessions that came, went, were moved or hold something else now."""
    w = reader()
    old, new = ({one.id: one for one in plan.sessions} for plan in (before, after))
    for id_ in sorted({*old, *new}, key=lambda one: (new.get(one) or old[one]).day):
        was, now = old.get(id_), new.get(id_)
        if now is None and was is not None:
            yield w("{day}: {name} goes", day=w.day(was.day), name=was.workout.name)
        elif was is None and now is not None:
            yield w("{day}: {name} comes", day=w.day(now.day), name=now.workout.name)
        elif was is not None and now is not None and was.workout.key != now.workout.key:
            names = {"was": was.workout.name, "name": now.workout.name}
            yield w("{day}: {name} in the place of {was}", day=w.day(now.day), **names)
        elif was is not None and now is not None and was.day != now.day:
            yield w("{name}: {was} becomes {day}", name=now.workout.name, was=w.day(was.day), day=w.day(now.day))


def print_history(kept: Sequence[Kept]) -> None:
    """Versions, newest first."""
    w = reader()
    for one in kept:
        until = w("holds") if one.until is None else w("until {day}", day=w.date(one.until.date()))
        plan = one.plan
        stage = w(STAGES[plan.stage].name) if plan.stage in STAGES else plan.stage
        head = w("{day}, version {version}: {goal}, {stage}", day=w.date(one.at.date()), version=plan.version,
                 goal=GOALS[plan.answers.wishes.goal], stage=stage)  # fmt: skip
        console().print(Text(head, "bold").append(f"  ({until})", "bright_black"))
        print_why(plan.because)


def print_logged(logged: Logged) -> None:
    """What was kept, and what the plan made of it."""
    w = reader()
    one = logged.session
    console().print(w("{day}: {what}, {minutes} min.", day=w.date(one.day), what=DONE[one.done], minutes=one.minutes))
    console().print(one.id, style="bright_black")
    if one.recordings:
        console().print(w("Recordings of it: {ids}", ids=" ".join(one.recordings)))
    if logged.adapted is not None:
        print_adapted(logged.adapted)


def _shown(plan: Plan, today: date, *, week: bool) -> list[Planned]:
    first = today - timedelta(days=today.weekday())
    last = first + _WEEK if week else date.max
    return sorted((one for one in plan.sessions if first <= one.day < last), key=lambda one: one.day)


def _state(one: Planned, session: Session | None, today: date) -> str:
    if session is not None:
        return f"  {reader()(DONE[session.done])}"
    return f"  {reader()(_MISSED)}" if one.day < today else ""
