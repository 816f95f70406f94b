"""Tests in words: values with their units, what is kept, sides, whom a norm was measured on."""

from collections.abc import Iterable, Mapping

from backstride.assess import Better, Keep, Norm, Result, Sex, Symmetry, Test, Trial
from backstride.assess.surroundings import surface_of
from backstride.message import Message, say
from backstride.recording import Side
from backstride.words import Words

SIDES: Mapping[Side, Message] = {Side.LEFT: say("left"), Side.RIGHT: say("right")}
BETTER: Mapping[Better, Message] = {Better.HIGHER: say("more is better"), Better.LOWER: say("less is better")}
_UNITS: Mapping[str, Message] = {"bpm": say("bpm"), "mm/s2": say("mm/s²")}
_KEEPS: Mapping[Keep, Message] = {
    Keep.BEST: say("the best of {count} counts"),
    Keep.MEAN: say("the mean of {count} counts"),
    Keep.MEDIAN: say("the median counts"),
}
_GROUPS: Mapping[Sex, Message] = {
    Sex.WOMEN: say("Women of {first} to {last}"),
    Sex.MEN: say("Men of {first} to {last}"),
    Sex.ALL: say("Adults of {first} to {last}"),
}
_OPEN_GROUPS: Mapping[Sex, Message] = {
    Sex.WOMEN: say("Women of {first} and more"),
    Sex.MEN: say("Men of {first} and more"),
    Sex.ALL: say("Adults of {first} and more"),
}
_DETAILS: Mapping[str, tuple[Message, int]] = {
    "path_mmps3": (say("path {value} mm/s² a second"), 0),
    "area_mm2ps4": (say("ellipse {value} mm²/s⁴"), 0),
    "velocity_mmps": (say("velocity {value} mm/s"), 1),
    "spread_s": (say("spread {value} s"), 3),
    "count": (say("calls: {value}"), 0),
    "temperature": (say("{value} °C"), 1),
    "grade": (say("slope {value} %"), 1),
}
_MINUTE = 60
_OLD = 110


def unit_of(test: Test, words: Words) -> str:
    """As the reader writes it."""
    return words(_UNITS[test.unit]) if test.unit in _UNITS else test.unit


def number_of(test: Test, value: float, words: Words) -> str:
    """A value without its unit; a minute and more of seconds as 1:45.3."""
    if test.unit == "s" and value >= _MINUTE and not (test.ceiling and value <= test.ceiling):
        minutes, seconds = divmod(round(value, 1), _MINUTE)
        return f"{int(minutes)}:{'0' if seconds < 10 else ''}{words.number(seconds, 1)}"
    return words.number(value, test.digits)


def value_of(test: Test, value: float, words: Words) -> str:
    """A value with its unit."""
    number = number_of(test, value, words)
    return f"{number} min" if ":" in number else f"{number} {unit_of(test, words)}"


def details_of(trial: Trial, words: Words) -> tuple[str, ...]:
    """What a recording says of a try beside its value, and what was around."""
    ground = surface_of(trial.details.get("surface", -1.0))
    found = ((_DETAILS[name], value) for name, value in trial.details.items() if name in _DETAILS)
    told = tuple(
        words(Message(label.template, {"value": words.number(value, digits)})) for (label, digits), value in found
    )
    return told if ground is None else (*told, words(ground))


def kept(test: Test) -> Message:
    """What stands for a day, in words."""
    if test.trials == 1 and test.keep is not Keep.MEDIAN:
        return say("one try counts")
    return Message(_KEEPS[test.keep].template, {"count": test.trials})


def group_of(norm: Norm) -> Message:
    """Whom a norm was measured on."""
    groups = _OPEN_GROUPS if norm.last >= _OLD else _GROUPS
    return Message(groups[norm.sex].template, {"first": norm.first, "last": norm.last})


def in_one_line(test: Test, last: Iterable[Result], words: Words) -> str:
    """The results of a day: "left 31.0 s, right 40.0 s"."""
    return ", ".join(
        f"{words(SIDES[one.side]) if one.side in SIDES else ''} {value_of(test, one.value, words)}".strip()
        for one in last
    )


def detectable(test: Test, words: Words) -> Message:
    """The error of the test, in a sentence."""
    least = test.detectable(1.0)
    if least is None:
        return say("How large a change must be to be more than error of this test is unknown: no source was seen.")
    if "1" in {claim.unit for claim in (test.mdc, test.sem) if claim}:
        return say(
            "A change of less than {share} of the value can be error of the test alone.", share=words.percent(least)
        )
    return say("A change of less than {value} can be error of the test alone.", value=value_of(test, least, words))


def alike(both: Symmetry, words: Words) -> Message:
    """Both sides beside each other."""
    share = words.percent(both.share)
    if both.share == 1:
        return say("Both sides reach the same.")
    side = words(SIDES[both.behind])
    return say("The {side} side is behind: the smaller value is {share} of the larger one.", side=side, share=share)


def slowed(share: float, words: Words) -> Message:
    """What counting did to the walk of the same day."""
    if share <= 0:
        return say("Counting did not slow you down.")
    return say(
        "Counting slowed you down by {share}, against three metres backward of that day.", share=words.percent(share)
    )
