"""A workout in the text language of intervals.icu's workout builder, to be pasted there.

What the language has: a step is a line `- cue amount`, amounts are `30s`, `5m`, `1m30s`, `1h`, `0.4km` (an `m` alone is
minutes), a line `4x` with an empty line before and after repeats the steps below it, `press lap` lets a step wait for
the button, and every other line is a note. Everything before the first amount of a step is its cue.

What it has not, and what becomes of it: no repetitions and no open end (the usual length is written, and `press lap`);
no direction of travel (it stands in the cue); no repeats within repeats (a `Block` has none); no shares of one's own
forward speed (with `forward_mps` they become a pace, else the step has no target). Anything in a cue that the builder
would read as an amount, a target or a repeat is taken apart by a space.
"""

import math
import re

from backstride.formats.writers.saying import Say, amount, printable
from backstride.plan.kinds import Until
from backstride.plan.workout import Step, Workout

MEDIA_TYPE = "text/plain; charset=utf-8"

_GLUED = re.compile(r"(\d)(?=[^\W\d_]|['\"%^’”])")
_ZONE = re.compile(r"\b([Zz])(?=\d)")
_PRESS_LAP = re.compile(r"\bpress\s+lap\b", re.IGNORECASE)
_UNKNOWN_S = 60.0  # what an open step without a usual length is drawn as


def write_text(workout: Workout, w: Say, *, forward_mps: float | None = None) -> str:
    """The workout as text; lines end with a line feed."""
    w = printable(w)
    lines = [_note(w(workout.name)), *(_note(w(one)) for one in workout.set_up), ""]
    for block in workout.blocks:
        if block.times > 1:
            lines += [f"{block.times}x"] if not lines[-1] else ["", f"{block.times}x"]
        lines += [_step(step, w, forward_mps) for step in block.steps]
        if block.times > 1:
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _step(step: Step, w: Say, forward_mps: float | None) -> str:
    cue = _plain(_cue(step, w))
    timed = step.until in (Until.TIME, Until.DISTANCE) and math.isfinite(step.amount) and step.amount > 0
    if step.until is Until.DISTANCE and timed:
        much = f"{step.amount / 1000:.3f}".rstrip("0").rstrip(".") + "km"
    else:
        much = _duration(step.amount if timed else step.seconds)
    target = _pace(step, forward_mps)
    return " ".join(part for part in ("-", cue, much, target, "" if timed else "press lap") if part)


def _cue(step: Step, w: Say) -> str:
    if step.until is Until.REPS and math.isfinite(step.amount):
        return f"{w(step.says)} {amount(step, w)}"
    return w(step.says)


def _duration(seconds: float) -> str:
    whole = round(seconds) if math.isfinite(seconds) and seconds >= 1 else int(_UNKNOWN_S)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return "".join(f"{number}{unit}" for number, unit in ((hours, "h"), (minutes, "m"), (rest, "s")) if number)


def _pace(step: Step, forward_mps: float | None) -> str:
    """`8:20-7:35/km Pace`, slowest first, where the person's forward speed is known."""
    if step.speed is None or forward_mps is None or min(step.speed) * forward_mps <= 0:
        return ""
    slow, fast = (round(1000 / (share * forward_mps)) for share in step.speed)
    return f"{slow // 60}:{slow % 60:02}-{fast // 60}:{fast % 60:02}/km Pace"


def _plain(text: str) -> str:
    """One line in which nothing looks like an amount, a target or a keyword."""
    apart = _ZONE.sub(r"\1 ", _GLUED.sub(r"\1 ", " ".join(text.split())))
    return _PRESS_LAP.sub("press the lap button", apart)


def _note(text: str) -> str:
    """A line that is neither a step nor a repeat."""
    return _plain(text).lstrip("-•* ")
