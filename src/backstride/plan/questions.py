"""What is asked before a plan is made: about the body, in under three minutes, and about what the person wants.

The questions follow the logic of pre-participation screening in words of our own. They ask, they never diagnose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.plan.answers import Answers, Disease, Experience, Health, Symptom, Wishes
from backstride.plan.asking import NO, NONE, YES, Answered, Form, Kind, Question, asked, chosen, read_all
from backstride.plan.kinds import Goal, Limit, Place
from backstride.plan.workouts import LONGEST_MINUTES

YOUNGEST, OLDEST = 10, 100
_KM = 1000.0


@dataclass(frozen=True, slots=True)
class Part:
    """A step of the questions. health: it is about the body, else about wishes."""

    key: str
    title: Message
    says: Message
    health: bool = True


PARTS: tuple[Part, ...] = (
    Part("body", say("About you"), say("Where you start from.")),
    Part("heart", say("Heart and circulation"), say("Running backward is hard work for the heart.")),
    Part("joints", say("Muscles and joints"), say("What to be careful with, now or in the last three months.")),
    Part("balance", say("Balance"), say("What makes falling likelier, or makes a fall worse.")),
    Part("tests", say("Two small tests"), say("They take two minutes and may open more. You can do them another day.")),
    Part("goal", say("Your goal"), say("What the plan is for."), health=False),
    Part("week", say("Your week"), say("When sessions can be."), health=False),
    Part("place", say("Your place"), say("Where sessions can be."), health=False),
)

DAYS: Mapping[str, Message] = {
    "0": say("Monday"),
    "1": say("Tuesday"),
    "2": say("Wednesday"),
    "3": say("Thursday"),
    "4": say("Friday"),
    "5": say("Saturday"),
    "6": say("Sunday"),
}
JOINTS: Mapping[str, Message] = {
    Limit.KNEE: say("knee"),
    Limit.HIP: say("hip"),
    Limit.ANKLE: say("ankle"),
    Limit.ACHILLES: say("Achilles tendon or calf"),
    Limit.FOREFOOT: say("forefoot or toes"),
    Limit.HAMSTRING: say("back of the thigh"),
    Limit.BACK: say("back"),
    Limit.NECK: say("neck"),
    Limit.SHOULDER: say("shoulder"),
    Limit.WRIST: say("hand or wrist"),
}
CONDITIONS: Mapping[str, Message] = {
    Limit.BALANCE: say("unsteady on my feet"),
    Limit.DIZZINESS: say("spells of dizziness, or seizures"),
    Limit.VISION: say("poor sight, even with glasses"),
    Limit.FEELING: say("little feeling in my feet"),
    Limit.BONES: say("brittle bones or a recent fracture"),
    Limit.BLEEDING: say("blood thinners"),
    Limit.CONCUSSION: say("a concussion"),
    Limit.PREGNANCY: say("pregnancy"),
    "medicine": say("a medicine that makes me drowsy or unsteady"),
}
NEWLY = frozenset({Limit.BALANCE, Limit.DIZZINESS, Limit.VISION, Limit.FEELING, Limit.BONES, Limit.CONCUSSION})
"""Conditions for which it matters whether they are new."""

_SYMPTOMS: Mapping[str, Message] = {
    Symptom.CHEST: say("pressure or pain in the chest, at rest or with effort"),
    Symptom.BREATH: say("short of breath with little effort, or lying down"),
    Symptom.FAINT: say("fainted, or nearly"),
    Symptom.HEARTBEAT: say("a racing or stumbling heart for no reason"),
    Symptom.LEGS: say("calves that cramp while walking and ease at rest"),
    Symptom.SWELLING: say("swollen ankles for no reason"),
}
_DISEASES: Mapping[str, Message] = {
    Disease.HEART: say("of the heart or blood vessels, a stroke too"),
    Disease.METABOLIC: say("diabetes"),
    Disease.KIDNEY: say("of the kidneys"),
}
_EXPERIENCE: Mapping[str, Message] = {
    Experience.NONE: say("never"),
    Experience.WALKED: say("walked"),
    Experience.JOGGED: say("jogged"),
    Experience.RUNS: say("I run backward"),
}
_GOALS: Mapping[str, Message] = {
    Goal.FIRST_10_MIN: say("my first 10 minutes"),
    Goal.FIRST_20_MIN: say("20 minutes in one go"),
    Goal.FIVE_KM: say("5 km backward"),
    Goal.MARATHON: say("a marathon backward"),
    Goal.ECONOMY: say("run forward with less effort"),
    Goal.KNEES: say("cardio that is kinder to my knees"),
    Goal.AGILITY: say("agility for my sport"),
    Goal.BALANCE: say("better balance"),
}
_PLACES: Mapping[str, Message] = {
    Place.TRACK: say("running track"),
    Place.FIELD: say("grass or pitch"),
    Place.GYM: say("gym hall"),
    Place.PATH: say("quiet flat path"),
    Place.HILL: say("gentle hill"),
    Place.TREADMILL: say("treadmill"),
    Place.HOME: say("at home"),
}
_RUNS = {str(days): Message(str(days)) for days in range(8)}
_FALLS: Mapping[str, Message] = {"0": say("none"), "1": say("one"), "2": say("two or more")}
_WANTED = {str(sessions): Message(str(sessions)) for sessions in range(1, 5)}


def _to_be_cleared(form: Form) -> bool:
    return bool(chosen(form, "symptoms") or chosen(form, "diseases"))


def _new_ones(form: Form) -> frozenset[str]:
    return chosen(form, "conditions") & NEWLY


def _runs(form: Form) -> bool:
    return form.get("running", "") not in ("", "0")


QUESTIONS: tuple[Question, ...] = (
    Question("birth_year", "body", say("Year of birth"), Kind.WHOLE, low=1900, high=2100),
    Question(
        "active", "body", say("Have you been active for three months?"), Kind.YES_NO,
        say("Half an hour that warms you up, on three days a week: walking fast, cycling, running, anything."),
    ),
    Question(
        "running", "body", say("Days a week you run forward"), Kind.ONE_OF,
        say("As it was over the last three months."), _RUNS,
    ),
    Question(
        "forward_pace", "body", say("An easy kilometre takes you"), Kind.PACE,
        say("Running forward, like 6:30. Leave it empty when you do not know."),
        low=150, high=900, unit="min", needed=False, asked_when=_runs,
    ),
    Question(
        "experience", "body", say("What have you done backward?"), Kind.ONE_OF, choices=_EXPERIENCE,
    ),
    Question(
        "symptoms", "heart", say("Has any of this happened to you lately?"), Kind.ANY_OF,
        choices=_SYMPTOMS, none=say("none of this"),
    ),
    Question(
        "diseases", "heart", say("Has a doctor told you of a disease?"), Kind.ANY_OF,
        choices=_DISEASES, none=say("none of this"),
    ),
    Question(
        "cleared", "heart", say("Has a doctor who knows of it agreed to hard exercise?"), Kind.YES_NO,
        say("Within the last twelve months."), asked_when=_to_be_cleared,
    ),
    Question(
        "limits", "joints", say("What has given you trouble?"), Kind.ANY_OF,
        say("Now or in the last three months."), JOINTS, say("nothing"),
    ),
    Question(
        "sharp", "joints", say("Which of it is fresh?"), Kind.ANY_OF,
        say("It hurts now, is swollen, or was injured or operated on in the last six weeks."), JOINTS, say("nothing"),
        asked_when=lambda form: bool(chosen(form, "limits")), of=lambda form: chosen(form, "limits"),
    ),
    Question(
        "conditions", "balance", say("Does any of this hold for you?"), Kind.ANY_OF,
        choices=CONDITIONS, none=say("none of this"),
    ),
    Question(
        "recent", "balance", say("Which of it is new, or got worse?"), Kind.ANY_OF,
        say("In the last six weeks."), CONDITIONS, say("none of this"),
        asked_when=lambda form: bool(_new_ones(form)), of=_new_ones,
    ),
    Question(
        "falls", "balance", say("Falls in the last twelve months"), Kind.ONE_OF,
        say("To the floor or the ground, without meaning to."), _FALLS,
    ),
    Question(
        "partner", "balance", say("Can somebody come along and watch your back?"), Kind.YES_NO,
    ),
    Question(
        "stance_s", "tests", say("Stand on one leg"), Kind.NUMBER,
        say("Beside a wall, eyes open, arms as you like. Seconds until the foot comes down; the best of three counts."),
        low=0, high=300, unit="s", needed=False, timed="most",
    ),
    Question(
        "backward_3m_s", "tests", say("Walk three metres backward"), Kind.NUMBER,
        say(
            "Mark three metres on clear, flat ground. As fast as feels safe, looking back as you like, somebody beside "
            "you. Seconds from the first step to the mark; the better of two counts."
        ),
        low=0.8, high=120, unit="s", needed=False, timed="least",
    ),
    Question("goal", "goal", say("What do you want?"), Kind.ONE_OF, choices=_GOALS),
    Question(
        "weeks", "goal", say("Weeks for it"), Kind.WHOLE,
        say("From 4 to 26. The plan says when it is too short."), low=4, high=26, default="8",
    ),
    Question(
        "days", "week", say("Days that suit you"), Kind.WEEKDAYS,
        say("More than you need is good: it leaves room for rest."), DAYS,
    ),
    Question(
        "sessions", "week", say("Backward sessions a week"), Kind.ONE_OF,
        say("One or two are enough to begin with."), _WANTED, default="2",
    ),
    Question(
        "minutes", "week", say("Longest session"), Kind.WHOLE, low=10, high=LONGEST_MINUTES, unit="min", default="30",
    ),
    Question(
        "forward", "week", say("Days of your own forward runs"), Kind.WEEKDAYS,
        say("The plan goes around them."), DAYS, needed=False, asked_when=lambda form: form.get("running") != "0",
    ),
    Question(
        "hard", "week", say("Which of these runs are hard?"), Kind.WEEKDAYS,
        say("Fast, long or uphill."), DAYS, needed=False,
        asked_when=lambda form: form.get("running") != "0" and bool(chosen(form, "forward")),
        of=lambda form: chosen(form, "forward"),
    ),
    Question(
        "at", "week", say("Usual time of day"), Kind.TIME, say("For your calendar; may stay empty."), needed=False,
    ),
    Question("places", "place", say("Where can you go backward?"), Kind.ANY_OF, say("All that you can use."), _PLACES),
    Question(
        "mats", "place", say("Are there mats to practise falling on?"), Kind.YES_NO,
        say("A gym mat or judo mat; a thick mattress on the floor will do for the first tries."),
    ),
)  # fmt: skip
KEYS = frozenset(question.key for question in QUESTIONS)
_CHANGES = frozenset({"active"}) | {
    question.key for question in QUESTIONS if question.part in ("heart", "joints", "balance", "tests")
} - {"partner"}
_HEALTH = frozenset(part.key for part in PARTS if part.health)
_HEALTH_QUESTIONS = tuple(question for question in QUESTIONS if question.part in _HEALTH)
_WISHES_QUESTIONS = tuple(question for question in QUESTIONS if question.part not in _HEALTH)


def questions_of(part: str, form: Form) -> tuple[Question, ...]:
    """Those questions of a part that are asked, given what was answered so far."""
    return asked((question for question in QUESTIONS if question.part == part), form)


def faults_of(part: str, form: Form, day: date) -> dict[str, Message]:
    """What is wrong in one part of a form that may be a draft."""
    values, faults = read_all((question for question in QUESTIONS if question.part == part), form)
    return faults | _bad_year(values, day) | _bad_week(values)


def read_health(form: Form) -> Health:
    """Raises BadAnswers with every fault at once."""
    values, faults = read_all(_HEALTH_QUESTIONS, form)
    if faults:
        raise BadAnswers(faults)
    return _health(values)


def read_wishes(form: Form) -> Wishes:
    """Raises BadAnswers with every fault at once."""
    values, faults = read_all(_WISHES_QUESTIONS, form)
    faults |= _bad_week(values)
    if faults:
        raise BadAnswers(faults)
    return _wishes(values)


def read_answers(form: Form, day: date) -> Answers:
    """The whole form, answered on `day`. Raises BadAnswers with every fault at once."""
    values, faults = read_all(QUESTIONS, form)
    faults |= _bad_year(values, day) | _bad_week(values)
    if faults:
        raise BadAnswers(faults)
    return Answers(_health(values), _wishes(values), day)


def form_of(answers: Answers) -> Form:
    """The form that is read as these answers."""
    health, wishes = answers.health, answers.wishes
    conditions = {str(limit) for limit in health.limits if limit in CONDITIONS} | (
        {"medicine"} if health.medicine else set()
    )
    return {
        "birth_year": str(health.birth_year),
        "active": _yes(health.active),
        "running": str(health.running),
        "forward_pace": _pace_of(health.forward_mps),
        "experience": health.experience,
        "symptoms": _joined(health.symptoms),
        "diseases": _joined(health.diseases),
        "cleared": _yes(health.cleared),
        "limits": _joined(limit for limit in health.limits if limit in JOINTS),
        "sharp": _joined(limit for limit in health.sharp if limit in JOINTS),
        "conditions": _joined(conditions),
        "recent": _joined(limit for limit in health.sharp if limit in CONDITIONS),
        "falls": str(min(health.falls, 2)),
        "partner": _yes(health.partner),
        "stance_s": "" if health.stance_s is None else f"{health.stance_s:g}",
        "backward_3m_s": "" if health.backward_3m_s is None else f"{health.backward_3m_s:g}",
        "goal": wishes.goal,
        "weeks": str(wishes.weeks),
        "days": _joined(map(str, wishes.days)),
        "sessions": str(wishes.sessions),
        "minutes": str(wishes.minutes),
        "forward": _joined(map(str, wishes.forward), empty=""),
        "hard": _joined(map(str, wishes.hard), empty=""),
        "at": wishes.at,
        "places": _joined(wishes.places),
        "mats": _yes(wishes.mats),
    }


def to_ask_again(form: Form) -> Form:
    """What of an older form still counts when the body is asked for again: what seldom changes, and the wishes."""
    return {key: text for key, text in form.items() if key not in _CHANGES}


def _yes(value: bool) -> str:
    return YES if value else NO


def _joined(values: Iterable[str], empty: str = NONE) -> str:
    return ",".join(sorted(values)) or empty


def _pace_of(mps: float | None) -> str:
    seconds = round(_KM / mps) if mps else 0
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds else ""


def _bad_year(values: Mapping[str, Answered], day: date) -> dict[str, Message]:
    year = values.get("birth_year")
    if isinstance(year, int) and not YOUNGEST <= day.year - year <= OLDEST:
        low, high = str(day.year - OLDEST), str(day.year - YOUNGEST)
        return {"birth_year": say("a year from {low} to {high} is expected", low=low, high=high)}
    return {}


def _bad_week(values: Mapping[str, Answered]) -> dict[str, Message]:
    days, sessions = values.get("days"), values.get("sessions")
    if isinstance(days, frozenset) and isinstance(sessions, str) and int(sessions) > len(days):
        return {"sessions": say("there are fewer days than sessions")}
    return {}


def _health(values: Mapping[str, Answered]) -> Health:
    conditions = _some(values, "conditions")
    pace, stance, three = values.get("forward_pace"), values["stance_s"], values["backward_3m_s"]
    return Health(
        birth_year=cast("int", values["birth_year"]),
        active=bool(values["active"]),
        symptoms=frozenset(map(Symptom, _some(values, "symptoms"))),
        diseases=frozenset(map(Disease, _some(values, "diseases"))),
        cleared=bool(values.get("cleared", False)),
        limits=frozenset(map(Limit, _some(values, "limits") | (conditions & set(Limit)))),
        sharp=frozenset(map(Limit, _some(values, "sharp") | _some(values, "recent"))),
        falls=int(str(values["falls"])),
        stance_s=cast("float | None", stance),
        backward_3m_s=cast("float | None", three),
        running=int(str(values["running"])),
        forward_mps=_KM / pace if isinstance(pace, float) else None,
        experience=Experience(str(values["experience"])),
        partner=bool(values["partner"]),
        medicine="medicine" in conditions,
    )


def _wishes(values: Mapping[str, Answered]) -> Wishes:
    return Wishes(
        goal=Goal(str(values["goal"])),
        weeks=cast("int", values["weeks"]),
        days=_weekdays(values, "days"),
        minutes=cast("int", values["minutes"]),
        places=frozenset(map(Place, _some(values, "places"))),
        sessions=int(str(values["sessions"])),
        forward=_weekdays(values, "forward"),
        hard=_weekdays(values, "hard"),
        mats=bool(values["mats"]),
        at=str(values["at"] or ""),
    )


def _some(values: Mapping[str, Answered], key: str) -> frozenset[str]:
    some = values.get(key)
    return some if isinstance(some, frozenset) else frozenset()


def _weekdays(values: Mapping[str, Answered], key: str) -> frozenset[int]:
    return frozenset(map(int, _some(values, key)))
