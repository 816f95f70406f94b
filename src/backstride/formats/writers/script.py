"""What is said and sounded when in a spoken session: every step begins at its second, and all else gives way.

1. A lead-in says the name, how long it takes and how to set up, then counts down to the first step.
2. A step begins with a tone and what to do: in full where there is room, else shorter, in a very short step by tone
   only.
3. Before every change of direction comes "slow down and stop", and before every end three ticks.
4. In between: half-way in long steps, and the step's cues in turn. Where steps are repeated, the round is counted.
   Going backward, glances over either shoulder come as often as `training.GLANCE_EVERY_S` asks for at the least, and
   what is said of form stands between two of them.
5. The end has a sound of its own, and says so.

Steps that end by distance, repetitions or at will last as long as they usually do; that is said with "about". Of them
nothing is said at half, and where they are long the word to stop is for who is there already.
"""

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from backstride.evidence import training
from backstride.formats.writers.saying import ACTIONS, Say, is_counted
from backstride.message import Message, say
from backstride.plan.cues import SAY_GLANCE_LEFT, SAY_GLANCE_RIGHT
from backstride.plan.kinds import Action, Until
from backstride.plan.workout import Step, Workout
from backstride.recording import Gait

LEAST_S = 4.0  # what a step lasts that has neither a time nor a usual length
_TONE_S = 0.35  # a start tone and the silence after it
_GAP_S = 0.4  # between two sentences
_CUE_AFTER_S = 5.0  # silence between what to do and the first cue
_CUES_EVERY_S = (9.0, 45.0)  # between cues, in short and in long steps
_CUES = 10  # about so many cues in a step between the two
_HALF_WAY_S = 90.0  # steps this long say when half of them is done
_LONG_S = 60.0  # from here on the usual length of a step without a time may be far off
_TICKS_S = 8.0  # steps this long are counted down
_COUNT_IN_S = 5.0
_GLANCE_S = training.GLANCE_EVERY_S.high  # from glance to glance

STOP = say("Slow down and stop.")
STOP_THERE = say("When you are there, slow down and stop. Until then, pause the player.")
HALF_WAY = say("Half-way.")
GLANCES = (SAY_GLANCE_LEFT, SAY_GLANCE_RIGHT)
THE_END = say("That was the session. You are done.")


class Tone(Enum):
    """Sounds that are not words."""

    START = "start"
    TICK = "tick"
    END = "end"


@dataclass(frozen=True, slots=True)
class Sound:
    """What begins at a second of the track: a tone, or words."""

    at_s: float
    what: Tone | str


@dataclass(frozen=True, slots=True)
class Script:
    """All sounds in order; the second at which each step begins, repeats written out; and how long the track is."""

    sounds: tuple[Sound, ...]
    starts: tuple[float, ...]
    seconds: float


def write_script(workout: Workout, w: Say, length_of: Callable[[str], float]) -> Script:
    """The script of a session. `length_of` tells how many seconds a sentence takes to say."""
    steps = tuple(workout.steps())
    sounds, now = _lead_in(workout, w, length_of)
    starts = []
    cues: dict[str, deque[str]] = {}  # a step that comes again goes on with its cues where it stopped
    glances = deque(w(glance) for glance in GLANCES)
    for at, (step, turn_of) in enumerate(zip(steps, _rounds(workout), strict=True)):
        starts.append(now)
        end = now + seconds_of(step)
        turns = _Turns(cues.setdefault(w(step.says), _form(step, w)), glances if _looks_round(step) else deque())
        count = w(turn_of) if turn_of else ""
        spoken = _Spoken(step, now, end, w, length_of).sounds(_turns_round(steps, at), turns, count)
        sounds += sorted(spoken, key=lambda one: one.at_s)
        now = end
    farewell = w(THE_END)
    sounds += [Sound(now, Tone.END), Sound(now + 1.5, farewell)]
    return Script(tuple(sounds), tuple(starts), now + 1.5 + length_of(farewell) + 1.5)


def seconds_of(step: Step) -> float:
    """How long the step lasts in the track."""
    return step.seconds if step.seconds >= 1 else LEAST_S


def _lead_in(workout: Workout, w: Say, length_of: Callable[[str], float]) -> tuple[list[Sound], float]:
    now, sounds = 0.5, []
    minutes = max(1, round(workout.seconds / 60))
    for message in (workout.name, say("About {n} minutes.", n=minutes), *workout.set_up, say("Get ready.")):
        text = w(message)
        sounds.append(Sound(now, text))
        now += length_of(text) + _GAP_S
    begin = float(-(-(now + _COUNT_IN_S) // 1))  # a whole second
    return [*sounds, *_ticks(begin)], begin


def _rounds(workout: Workout) -> Iterator[Message | None]:
    """For every step what is said of the count: where a round of a repeated block begins, which one it is."""
    for block in workout.blocks:
        for number in range(1, block.times + 1):
            counted = say("Round {n} of {count}.", n=number, count=block.times)
            counted = say("Last round.") if number == block.times > 1 else counted
            for at in range(len(block.steps)):
                yield counted if at == 0 and block.times > 1 else None


def _ticks(end: float) -> Iterator[Sound]:
    for before in (3.0, 2.0, 1.0):
        yield Sound(end - before, Tone.TICK)


def _way(step: Step) -> Action | None:
    """Which way the step goes; None where the person stays where they are."""
    if step.action is Action.BACKWARD:
        return Action.BACKWARD
    stays = step.gait is Gait.NONE or step.action in (Action.STAND, Action.TURN, Action.EXERCISE)
    return None if stays else Action.FORWARD


def _turns_round(steps: Sequence[Step], at: int) -> bool:
    """Whether the next going anywhere after this step is the other way."""
    here = _way(steps[at])
    after = next((way for step in steps[at + 1 :] if (way := _way(step)) is not None), None)
    return here is not None and after is not None and here is not after


@dataclass(frozen=True, slots=True)
class _Turns:
    """What is said in turn while a step lasts, the next one first: of form, and where to look (empty: nowhere)."""

    form: deque[str]
    glances: deque[str]


class _Spoken:
    """The sounds of one step between two seconds of the track."""

    def __init__(self, step: Step, start: float, end: float, w: Say, length_of: Callable[[str], float]) -> None:
        self._step, self._start, self._end = step, start, end
        self._w, self._length_of = w, length_of
        self._timed = step.until is Until.TIME and is_counted(step)
        self._stop = w(STOP if self._timed or end - start < _LONG_S else STOP_THERE)

    def sounds(self, stops: bool, turns: _Turns, count: str) -> Iterator[Sound]:
        """A plan with everything is tried first, then with less: ticks go before the word to stop goes."""
        yield Sound(self._start, Tone.START)
        texts = self._openings(count)
        ticked = (True, False) if self._end - self._start >= _TICKS_S else (False,)
        for ticks in ticked:
            for text in texts:
                free = self._end - (3.0 + _GAP_S if ticks else 0.1)
                stop_s = self._length_of(self._stop) + _GAP_S if stops else 0.0
                if self._start + _TONE_S + self._length_of(text) <= free - stop_s:
                    yield from self._laid_out(text, ticks)
                    if stops:
                        free -= self._length_of(self._stop)
                        yield Sound(free, self._stop)
                    yield from self._in_between(self._start + _TONE_S + self._length_of(text), free, turns)
                    return
        if stops and self._start + _TONE_S + self._length_of(self._stop) <= self._end:
            yield Sound(self._start + _TONE_S, self._stop)

    def _laid_out(self, text: str, ticks: bool) -> Iterator[Sound]:
        if text:
            yield Sound(self._start + _TONE_S, text)
        if ticks:
            yield from _ticks(self._end)

    def _in_between(self, now: float, free: float, turns: _Turns) -> Iterator[Sound]:
        """Half-way and the cues, each with silence around it. `free`: the second from which on the end is spoken of."""
        lasts = self._end - self._start
        half = self._start + lasts / 2
        halves = self._timed and lasts >= _HALF_WAY_S and now + 1.0 < half
        if turns.glances:
            yield from self._looking(now, free, half if halves else None, turns)
            return
        if halves:
            text = self._w(HALF_WAY)
            yield from self._cued(now, half, turns.form)
            yield Sound(half, text)
            now = half + self._length_of(text)
        yield from self._cued(now, free, turns.form)

    def _cued(self, now: float, free: float, cues: deque[str]) -> Iterator[Sound]:
        now += _CUE_AFTER_S
        while cues and now + self._length_of(cues[0]) + 1.0 <= free:
            yield Sound(now, cues[0])
            now += self._length_of(cues[0]) + self._every_s
            cues.rotate(-1)

    def _looking(self, now: float, free: float, half: float | None, turns: _Turns) -> Iterator[Sound]:
        """Glances at even distances, laid so that half-way falls between two; form as rarely as in other steps."""
        at = now + _CUE_AFTER_S
        if half is not None:
            at = half + _GLANCE_S * (0.5 + math.ceil((now + 1.0 - half) / _GLANCE_S - 0.5))
            if now + 1.0 <= at - _GLANCE_S / 2 and at < half:  # else the first one would come late
                yield Sound(at - _GLANCE_S / 2, turns.glances[0])
                turns.glances.rotate(-1)
        form_again = at
        while at + self._length_of(turns.glances[0]) + 1.0 <= free:
            yield Sound(at, turns.glances[0])
            turns.glances.rotate(-1)
            between = at + _GLANCE_S / 2
            if half is not None and math.isclose(between, half):
                yield Sound(between, self._w(HALF_WAY))
            elif turns.form and between >= form_again:
                lasts = self._length_of(turns.form[0])
                if lasts + _GAP_S <= _GLANCE_S / 2 and between + lasts + 1.0 <= free:
                    yield Sound(between, turns.form[0])
                    form_again = between + self._every_s
                turns.form.rotate(-1)
            at += _GLANCE_S

    @property
    def _every_s(self) -> float:
        """Silence between two cues on form."""
        least, most = _CUES_EVERY_S
        return min(most, max(least, (self._end - self._start) / _CUES))

    def _openings(self, count: str) -> tuple[str, ...]:
        """What to do, from the fullest to nothing."""
        says, much = self._w(self._step.says), self._w(how_much(self._step))
        whole = f"{says.rstrip('. ')}: {much}."
        counted = (f"{count} {whole}", f"{count} {says}") if count else ()
        return *counted, whole, says, self._w(ACTIONS[self._step.action]), ""


def _looks_round(step: Step) -> bool:
    """Whether glances are called: going backward, unless the step's own cues leave them out, as in short fast ones."""
    return step.action is Action.BACKWARD and (not step.cues or any(cue in GLANCES for cue in step.cues))


def _form(step: Step, w: Say) -> deque[str]:
    """The step's own cues but for the glances, which have their own time."""
    own = (cue for cue in step.cues if not (_looks_round(step) and cue in GLANCES))
    return deque(dict.fromkeys(w(cue) for cue in own))


def how_much(step: Step) -> Message:
    """The amount as it is spoken: "30 seconds", "12 times, about 40 seconds", "about 1 minute"."""
    seconds = seconds_of(step)
    if step.until is Until.TIME and is_counted(step):
        return spoken_length(seconds)
    time = spoken_length(60 * round(seconds / 60) if seconds >= _LONG_S else seconds)
    if step.until is Until.REPS and is_counted(step):
        return say("{n} times, about {time}", n=round(step.amount), time=time)
    if step.until is Until.DISTANCE and is_counted(step):
        return say("{n} metres, about {time}", n=round(step.amount), time=time)
    return say("about {time}", time=time)


def spoken_length(seconds: float) -> Message:
    """A duration in words."""
    minutes, rest = divmod(round(seconds), 60)
    in_minutes = say("1 minute") if minutes == 1 else say("{n} minutes", n=minutes)
    in_seconds = say("1 second") if rest == 1 else say("{n} seconds", n=rest)
    if not minutes:
        return in_seconds
    return say("{minutes} and {seconds}", minutes=in_minutes, seconds=in_seconds) if rest else in_minutes
