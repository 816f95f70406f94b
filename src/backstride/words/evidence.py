"""Promises, studies and claims in words: how a promise stands, how a study was made, how large an effect is."""

from collections.abc import Mapping
from math import floor, log10

from backstride.evidence import Source
from backstride.evidence.effects import Effect, Group, Kind, Origin
from backstride.evidence.study import Checked, Design, Standing, Topic
from backstride.message import Message, say
from backstride.words import MISSING, Words

STANDINGS: Mapping[Standing, Message] = {
    Standing.SUPPORTED: say("supported"),
    Standing.MIXED: say("mixed"),
    Standing.WEAK: say("weak"),
    Standing.CONTRADICTED: say("contradicted"),
    Standing.UNKNOWN: say("not known"),
}
STANDING_MEANS: Mapping[Standing, Message] = {
    Standing.SUPPORTED: say(
        "Two publications or more, or an analysis of many, found it, and they outnumber those that did not."
    ),
    Standing.MIXED: say("Some found it, some did not."),
    Standing.WEAK: say("Something speaks for it, too little to rely on."),
    Standing.CONTRADICTED: say("Those who looked found the opposite, or no difference."),
    Standing.UNKNOWN: say("We found nobody who looked."),
}
STANDING_GLYPHS: Mapping[Standing, str] = {
    Standing.SUPPORTED: "✓",
    Standing.MIXED: "±",
    Standing.WEAK: "~",
    Standing.CONTRADICTED: "✗",
    Standing.UNKNOWN: "?",
}
TOPICS: Mapping[Topic, Message] = {
    Topic.ENERGY: say("Energy and effort"),
    Topic.FITNESS: say("Fitness"),
    Topic.JOINTS: say("Joints and impact"),
    Topic.MUSCLES: say("Muscles"),
    Topic.MOVEMENT: say("Movement and skill"),
    Topic.SPEED: say("Speed and agility"),
    Topic.BALANCE: say("Balance and falls"),
    Topic.REHABILITATION: say("Rehabilitation"),
    Topic.MIND: say("Mind and life"),
    Topic.SAFETY: say("Safety and dose"),
    Topic.TESTS: say("Tests, phones and watches"),
}
DESIGNS: Mapping[Design, Message] = {
    Design.META_ANALYSIS: say("analysis of many studies"),
    Design.REVIEW: say("review of many studies"),
    Design.TRIAL: say("trial with a comparison group"),
    Design.BEFORE_AFTER: say("before and after, no comparison group"),
    Design.COMPARISON: say("the same people both ways"),
    Design.REPEATED: say("the same people measured again"),
    Design.GROUPS: say("groups of people compared"),
    Design.METHOD: say("work on the method itself"),
    Design.TABLE: say("table of values"),
    Design.REPORT: say("report, not a study"),
}
ORIGINS: Mapping[Origin, Message] = {
    Origin.PRINTED: say("as printed"),
    Origin.BARE: say("no interval was printed"),
    Origin.MEANS: say("computed by us from the printed means; no spread was printed"),
    Origin.PAIRED: say("computed by us from the printed means and spreads, with an assumed correlation"),
    Origin.SEM: say("interval computed by us from the printed standard error"),
    Origin.GROUPS: say("interval computed by us from the sizes of the groups"),
}
SUBJECTS: Mapping[str, Message] = {
    "gait": say("Telling direction and steps"),
    "safety": say("Falls, stumbles, turns and glances"),
    "readiness": say("Being ready"),
    "progression": say("Moving up and down the ladder"),
    "training": say("Doses of training"),
    "scheduling": say("Placing sessions in the week"),
    "tests": say("Tests that you repeat"),
    "exercises": say("Doses of exercises"),
    "energy": say("Energy, forward and backward"),
    "heart": say("Heart rate and load"),
    "verdicts": say("Verdicts on your own data"),
    "joints": say("Load of knees and feet"),
    "muscles": say("Activity of muscles"),
    "comparing": say("Comparing studies"),
}
CHECKED: Mapping[Checked, Message] = {
    Checked.SEEN: say("read by us"),
    Checked.DERIVED: say("computed by us"),
    Checked.UNVERIFIED: say("not checked by us"),
}
_NOT_NAMES: Mapping[str, Message] = {
    "press account": say("press account"),
    "event report": say("report of an event"),
    "practitioners": say("practitioners"),
    "authors not seen": say("authors not seen"),
    "not named": say("not named"),
}
_UNITS: Mapping[str, Message] = {
    "beats/min": say("beats/min"),
    "points": say("points"),
    "steps/min": say("steps/min"),
    "steps/min per m/s": say("steps/min per m/s"),
    "studies": say("studies"),
    "d": say("days"),
    "days": say("days"),
    "days a week": say("days a week"),
    "months": say("months"),
    "weeks": say("weeks"),
    "years": say("years"),
    "sessions": say("sessions"),
    "repetitions": say("repetitions"),
    "h": say("h"),
    "min": say("min"),
    "BW": say("body weights"),
}
_SIGNS: Mapping[str, str] = {
    "m/s2": "m/s²",
    "deg": "°",
    "uT": "µT",
    "1": "",
    "rad/s": "°/s",
    "rad": "°",
    "m/s2 per root second": "m/s² / √s",
}
_DEGREES = 57.29578


def subject_name(subject: str) -> Message:
    """What a subject of borrowed numbers is called."""
    return SUBJECTS.get(subject, Message(subject.capitalize()))


def unit_name(unit: str, w: Words) -> str:
    """A unit as people write it; angles are shown in degrees."""
    return w(_UNITS[unit]) if unit in _UNITS else _SIGNS.get(unit, unit)


def plain_number(value: float, unit: str, w: Words) -> str:
    """Three digits that count, angles in degrees."""
    if value != value:
        return MISSING
    shown = value * _DEGREES if unit in ("rad", "rad/s") else value
    digits = max(0, 2 - floor(log10(abs(shown)))) if shown else 0
    if unit in ("rad", "rad/s"):  # whole degrees were turned into radians and cut there
        digits = 0
    text = w.number(shown, digits)
    return text.rstrip("0").rstrip(w.decimal_mark) if w.decimal_mark in text else text


def signed(value: float, w: Words, kind: Kind) -> str:
    """A number of an effect with its sign; a ratio as percent more or less."""
    if value != value:
        return MISSING
    if kind in (Kind.RATIO, Kind.PERCENT):
        shown, digits = (100 * (value - 1), 0) if kind is Kind.RATIO else (value, 1 if abs(value) < 10 else 0)
    else:
        shown, digits = value, 2 if abs(value) < 3 else 1
    text = w.number(abs(shown), digits)
    if w.decimal_mark in text:
        text = text.rstrip("0").rstrip(w.decimal_mark)
    return text if text == "0" else f"{'+' if shown > 0 else '−'}{text}"


def effect_unit(effect: Effect, w: Words) -> str:
    """What the numbers of an effect are in."""
    if effect.kind in (Kind.RATIO, Kind.PERCENT):
        return "%"
    return w(say("SD")) if effect.kind is Kind.STANDARDISED else unit_name(effect.unit, w)


def interval(low: float, high: float, kind: Kind, w: Words) -> str:
    """ "+2 to +55"; nothing where there is none."""
    if low != low:
        return ""
    return w(say("{low} to {high}", low=signed(low, w, kind), high=signed(high, w, kind)))


def value_in_words(effect: Effect, w: Words) -> str:
    """ "+26 %"."""
    return f"{signed(effect.value, w, effect.kind)} {effect_unit(effect, w)}".strip()


def effect_in_words(effect: Effect, w: Words) -> str:
    """ "+26 % (+2 to +55)"."""
    ends = interval(effect.low, effect.high, effect.kind, w)
    return f"{value_in_words(effect, w)} ({ends})" if ends else value_in_words(effect, w)


def by_whom(source: Source, w: Words) -> str:
    """The authors of a publication; what is not a name is said in the reader's language."""
    if source.authors in _NOT_NAMES:
        return w(_NOT_NAMES[source.authors])
    name, some, _ = source.authors.partition(" and others")
    return w(say("{name} and others", name=name)) if some else source.authors


def short_name(source: Source, w: Words) -> str:
    """As in "Roos and others 2012"."""
    names = source.authors.split(", ")
    who = w(say("{name} and others", name=names[0])) if len(names) > 2 else by_whom(source, w)
    return f"{who} {source.year}" if source.year else who


def group_in_words(group: Group, w: Words) -> str:
    """ "4.5 ± 1.5"."""
    mean = plain_number(group.mean, "", w)
    return mean if group.sd != group.sd else f"{mean} ± {plain_number(group.sd, '', w)}"
