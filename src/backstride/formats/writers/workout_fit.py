"""A workout as a FIT file that sport watches take.

Watches cut what they show: a step's name after 15 bytes, a workout's after 31 (older ones after 15). Names are chosen
to fit whole, and what does not is cut between letters, never within one. The whole sentence and the cues go into the
notes of the step, which watches show when they can.

Watches take some fifty steps. Where a workout has more, its warming up and its cooling down become one step each that
waits for the lap button, with what belongs to it in the notes; then exercises do, block by block, the longest first.

Exercises carry FIT's own numbers where it has them: watches count and name strength by those, in their own language.

A step that ends by repetitions is written so only in workouts of strength and the like; watches in a running mode wait
for the lap button instead, and the number stands in the name. Repeats are written as a step that leads back.
"""

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import IntEnum
from itertools import groupby
from zlib import crc32

from backstride.formats.fit.crc import checksum
from backstride.formats.writers.saying import ACTIONS, Say, amount, is_counted, printable, repeated, side, title
from backstride.formats.writers.watch import NO_NUMBERS, NUMBERS, SHORT
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Action, Focus, Until
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Gait

STEP_NAME_BYTES = 15
NAME_BYTES = 31
NOTES_BYTES = 200
MOST_STEPS = 50
MEDIA_TYPE = "application/vnd.ant.fit"

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_WORKOUT_FILE, _DEVELOPMENT = 5, 255
_OPEN_TARGET, _SPEED_TARGET = 2, 0
_NO_NUMBER = 0xFFFFFFFF
_RUNNING, _WALKING, _TRAINING = 1, 11, 10


class Ends(IntEnum):
    """What a step lasts until, as FIT counts it."""

    TIME = 0
    DISTANCE = 1
    OPEN = 5
    REPEAT = 6
    REPS = 29


class Intensity(IntEnum):
    """What a step is for, as FIT counts it."""

    ACTIVE = 0
    REST = 1
    WARM_UP = 2
    COOL_DOWN = 3
    RECOVERY = 4


_INTENSITIES = {
    Action.WARM_UP: Intensity.WARM_UP,
    Action.BACKWARD: Intensity.ACTIVE,
    Action.FORWARD: Intensity.ACTIVE,
    Action.STAND: Intensity.REST,
    Action.TURN: Intensity.REST,
    Action.EXERCISE: Intensity.ACTIVE,
    Action.COOL_DOWN: Intensity.COOL_DOWN,
}
# Sport and sub-sport by what the workout is about; going somewhere is running, or walking where nothing is run.
_SPORTS = {
    Focus.STRENGTH: (_TRAINING, 20),
    Focus.MOBILITY: (_TRAINING, 19),
    Focus.FALLING: (_TRAINING, 0),
}
# Field number, size in bytes (0: as long as the text), base type.
_Fields = Sequence[tuple[int, int, int]]
_FILE_ID: _Fields = ((0, 1, 0x00), (1, 2, 0x84), (2, 2, 0x84), (3, 4, 0x8C), (4, 4, 0x86))
_WORKOUT: _Fields = ((8, 0, 0x07), (4, 1, 0x00), (11, 1, 0x00), (6, 2, 0x84))
_STEP: _Fields = (
    (254, 2, 0x84),
    (0, 0, 0x07),
    (8, 0, 0x07),
    (1, 1, 0x00),
    (2, 4, 0x86),
    (3, 1, 0x00),
    (4, 4, 0x86),
    (5, 4, 0x86),
    (6, 4, 0x86),
    (7, 1, 0x00),
    (10, 2, 0x84),
    (11, 2, 0x84),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A workout_step as it is written. low, high: speed in mm/s; exercise: FIT's category and name."""

    name: str
    notes: str
    ends: Ends
    value: int
    intensity: Intensity
    target: int = _OPEN_TARGET
    target_value: int = 0
    low: int = _NO_NUMBER
    high: int = _NO_NUMBER
    exercise: tuple[int, int] = NO_NUMBERS


def write_workout(
    workout: Workout, w: Say, *, made: datetime, id_: str = "", forward_mps: float | None = None
) -> bytes:
    """The file. `made` and `id_` tell files apart on a watch; with `forward_mps` steps with a speed carry a target."""
    w = printable(w)
    sport, sub_sport = _sport(workout)
    rows = tuple(_rows(workout, w, sport != _TRAINING, forward_mps))
    if len(rows) > MOST_STEPS:
        rows = tuple(_rows(shortened(workout), w, sport != _TRAINING, forward_mps))
    name = cut(w(workout.name), NAME_BYTES)
    names = 1 + max((len(row.name.encode()) for row in rows), default=0)
    notes = 1 + max((len(row.notes.encode()) for row in rows), default=0)
    serial = crc32(f"{id_}|{workout.key}".encode()) or 1  # zero would say that there is none
    stamp = int((made.astimezone(UTC) - _EPOCH).total_seconds())
    body = _definition(0, 0, _FILE_ID) + struct.pack("<BBHHII", 0, _WORKOUT_FILE, _DEVELOPMENT, 0, serial, stamp)
    size = len(name.encode()) + 1
    body += _definition(1, 26, _WORKOUT, size)
    body += struct.pack(f"<B{size}sBBH", 1, name.encode(), sport, sub_sport, len(rows))
    body += _definition(2, 27, _STEP, names, notes)
    for at, row in enumerate(rows):
        texts = row.name.encode(), row.notes.encode()
        body += struct.pack(f"<BH{names}s{notes}s", 2, at, *texts)
        body += struct.pack("<BIBIIIBHH", row.ends, row.value, row.target, row.target_value, row.low, row.high,
                            row.intensity, *row.exercise)  # fmt: skip
    head = struct.pack("<BBHI4s", 14, 0x10, 2100, len(body), b".FIT")
    whole = head + struct.pack("<H", checksum(head)) + body
    return whole + struct.pack("<H", checksum(whole))


def shortened(workout: Workout) -> Workout:
    """The same with warming up and cooling down as one open step each, and as many more blocks as have to be."""
    blocks = [_folded(block) if block.times == 1 else block for block in workout.blocks]
    while sum(map(_rows_of, blocks)) > MOST_STEPS:
        # Exercises first: what goes backward stays step by step as long as it can.
        longest = max(range(len(blocks)), key=lambda at: (_stays(blocks[at]), _rows_of(blocks[at])))
        if _rows_of(blocks[longest]) == 1:
            longest = max(range(len(blocks)), key=lambda at: _rows_of(blocks[at]))
        if _rows_of(blocks[longest]) == 1:
            break
        blocks[longest] = Block(1, (_as_one(blocks[longest]),))
    return replace(workout, blocks=tuple(blocks))


def _rows_of(block: Block) -> int:
    return len(block.steps) + (block.times > 1)


def _stays(block: Block) -> bool:
    """Whether nobody goes anywhere in it."""
    return all(step.action in (Action.EXERCISE, Action.STAND) for step in block.steps)


def _as_one(block: Block) -> Step:
    """All of the block as one step that waits for the button, named for what goes backward in it, if anything does."""
    named = next((step for step in block.steps if step.action is Action.BACKWARD), block.steps[0])
    exercise = EXERCISES.get(named.exercise)
    says = exercise.name if exercise else ACTIONS[named.action]
    told = tuple(step.says for step in block.steps)
    usual = block.times * math.fsum(step.seconds for step in block.steps)
    says = repeated(block) if block.times > 1 else says
    return Step(named.action, named.gait, Until.OPEN, math.nan, says, usual, told, exercise=named.exercise)


def _folded(block: Block) -> Block:
    steps: list[Step] = []
    for action, run in groupby(block.steps, key=lambda step: step.action):
        some = tuple(run)
        if len(some) > 1 and action in (Action.WARM_UP, Action.COOL_DOWN):
            some = (replace(_as_one(Block(1, some)), says=ACTIONS[action], exercise=""),)
        steps += some
    return Block(1, tuple(steps))


def cut(text: str, most: int) -> str:
    """As much of the text as fits into that many bytes of UTF-8, without a broken letter or a mark torn from it."""
    plain = " ".join(text.replace("\0", " ").split())
    if len(plain.encode()) <= most:
        return plain
    return plain.encode()[:most].decode("utf-8", "ignore").rstrip(" ,;:-–")


def _definition(local: int, message: int, fields: _Fields, *sizes: int) -> bytes:
    lengths = iter(sizes)
    rows = b"".join(bytes((number, size or next(lengths), base)) for number, size, base in fields)
    return struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields)) + rows


def _sport(workout: Workout) -> tuple[int, int]:
    if workout.focus in _SPORTS:
        return _SPORTS[workout.focus]
    return (_RUNNING if any(step.gait is Gait.RUN for step in workout.steps()) else _WALKING), 0


def _rows(workout: Workout, w: Say, on_the_move: bool, forward_mps: float | None) -> Iterator[_Row]:
    at = 0
    for block in workout.blocks:
        first = at
        for step in block.steps:
            yield _row(step, w, on_the_move, forward_mps)
            at += 1
        if block.times > 1 and block.steps:
            yield _Row("", "", Ends.REPEAT, first, Intensity.ACTIVE, target_value=block.times)
            at += 1


def _row(step: Step, w: Say, on_the_move: bool, forward_mps: float | None) -> _Row:
    ends, value = _ends(step, on_the_move)
    intensity = _INTENSITIES[step.action]
    if step.action is Action.FORWARD and step.gait is not Gait.RUN:
        intensity = Intensity.RECOVERY
    row = _Row(_step_name(step, w), _notes(step, w), ends, value, intensity)
    if not on_the_move:
        return replace(row, exercise=NUMBERS.get(step.exercise, NO_NUMBERS))
    if step.speed is None or forward_mps is None:
        return row
    low, high = (round(1000 * share * forward_mps) for share in step.speed)
    return replace(row, target=_SPEED_TARGET, low=low, high=high)


def _ends(step: Step, on_the_move: bool) -> tuple[Ends, int]:
    if not is_counted(step) or (step.until is Until.REPS and on_the_move):
        return Ends.OPEN, _NO_NUMBER
    scale, ends = {
        Until.TIME: (1000, Ends.TIME),
        Until.DISTANCE: (100, Ends.DISTANCE),
        Until.REPS: (1, Ends.REPS),
    }[step.until]
    return ends, min(_NO_NUMBER - 1, max(1, math.floor(scale * step.amount + 0.5)))


def _step_name(step: Step, w: Say) -> str:
    """What is to be done and how much of it, in the longest form that fits. Times and distances the watch shows too,
    so that they go first; repetitions and sides stay."""
    which = f" {side(step, w)}".rstrip()
    name, much = w(SHORT[step.exercise]) if step.exercise in SHORT else title(step, w), amount(step, w)
    tight = much.replace(" ", "")
    ends = [f"{which} {much}", f"{which} {tight}", which if step.until is not Until.REPS else f"{which} {tight}"]
    fitting = (f"{name}{end}".strip() for end in ends if len(f"{name}{end}".strip().encode()) <= STEP_NAME_BYTES)
    return next(fitting, "") or cut(name, STEP_NAME_BYTES - len(ends[-1].encode())) + ends[-1].rstrip()


def _notes(step: Step, w: Say) -> str:
    """The instruction, then as many cues as fit whole."""
    text = cut(w(step.says), NOTES_BYTES)
    for cue in step.cues:
        longer = f"{text} {w(cue)}" if text.endswith((".", "!", "?")) else f"{text}. {w(cue)}"
        if len(longer.encode()) > NOTES_BYTES:
            break
        text = cut(longer, NOTES_BYTES)
    return text
