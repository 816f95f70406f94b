"""How much belongs to each stage of the ladder: one row of claims a stage, read by the ladder and by the workouts."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backstride.evidence import Claim, progression
from backstride.plan.workout import Block
from backstride.recording import Gait


@dataclass(frozen=True, slots=True)
class Amounts:
    """Claims of one stage. Minutes and stretches: the lower end is where the stage begins, the upper where it leads.

    minutes    backward in one session
    stretch_s  longest stretch backward; its value has to be reached to leave the stage
    rest       easy forward movement after a stretch, as a share of it
    exertion   meant, of ten
    sessions   on this stage, at least
    weeks      over which the dose grows
    gait       of the stretches
    often      sessions a week
    """

    minutes: Claim
    stretch_s: Claim
    rest: Claim
    exertion: Claim
    sessions: Claim
    weeks: Claim = progression.STAGE_WEEKS
    gait: Gait = Gait.RUN
    often: Claim = progression.SESSIONS_WEEK


AMOUNTS: Mapping[str, Amounts] = {
    "ready": Amounts(
        progression.READY_MINUTES, progression.READY_STRETCH_S, progression.REST_EVEN, progression.EXERTION_GENTLE,
        progression.SESSIONS_READY, gait=Gait.WALK, often=progression.SESSIONS_BEGIN,
    ),
    "walk": Amounts(
        progression.WALK_MINUTES, progression.WALK_STRETCH_S, progression.REST_SHORT, progression.EXERTION_EASY,
        progression.SESSIONS_WALK, gait=Gait.WALK, often=progression.SESSIONS_BEGIN,
    ),
    "brisk": Amounts(
        progression.BRISK_MINUTES, progression.BRISK_STRETCH_S, progression.REST_SHORT, progression.EXERTION_STEADY,
        progression.SESSIONS_WALK, gait=Gait.WALK,
    ),
    "walk-jog": Amounts(
        progression.WALK_JOG_MINUTES, progression.WALK_JOG_ROUND_S, progression.REST_SHORT,
        progression.EXERTION_STEADY, progression.SESSIONS_RUN, often=progression.SESSIONS_BEGIN,
    ),
    "jog": Amounts(
        progression.JOG_MINUTES, progression.JOG_STRETCH_S, progression.REST_EVEN, progression.EXERTION_STEADY,
        progression.SESSIONS_RUN, often=progression.SESSIONS_BEGIN,
    ),
    "ten": Amounts(
        progression.TEN_MINUTES, progression.TEN_STRETCH_S, progression.REST_SHORT, progression.EXERTION_STEADY,
        progression.SESSIONS_RUN,
    ),
    "fifteen": Amounts(
        progression.FIFTEEN_MINUTES, progression.FIFTEEN_STRETCH_S, progression.REST_SHORT,
        progression.EXERTION_STEADY, progression.SESSIONS_RUN,
    ),
    "twenty": Amounts(
        progression.TWENTY_MINUTES, progression.TWENTY_STRETCH_S, progression.REST_SHORT,
        progression.EXERTION_STEADY, progression.SESSIONS_RUN,
    ),
    "strides": Amounts(
        progression.STRIDES_MINUTES, progression.STRIDES_STRETCH_S, progression.REST_LONG, progression.EXERTION_HARD,
        progression.SESSIONS_RUN,
    ),
    "uphill": Amounts(
        progression.UPHILL_MINUTES, progression.UPHILL_STRETCH_S, progression.REST_EVEN, progression.EXERTION_HARD,
        progression.SESSIONS_RUN,
    ),
    "agility": Amounts(
        progression.AGILITY_MINUTES, progression.AGILITY_STRETCH_S, progression.REST_LONG, progression.EXERTION_HARD,
        progression.SESSIONS_RACE,
    ),
    "race-short": Amounts(
        progression.SHORT_RACE_MINUTES, progression.SHORT_RACE_STRETCH_S, progression.REST_LONG,
        progression.EXERTION_HARD, progression.SESSIONS_RUN,
    ),
    "race-5k": Amounts(
        progression.FIVE_KM_MINUTES, progression.FIVE_KM_STRETCH_S, progression.REST_FEW, progression.EXERTION_STEADY,
        progression.SESSIONS_RACE, progression.RACE_WEEKS,
    ),
    "race-10k": Amounts(
        progression.TEN_KM_MINUTES, progression.TEN_KM_STRETCH_S, progression.REST_FEW, progression.EXERTION_STEADY,
        progression.SESSIONS_RACE, progression.RACE_WEEKS,
    ),
    "race-half": Amounts(
        progression.HALF_MINUTES, progression.HALF_STRETCH_S, progression.REST_FEW, progression.EXERTION_STEADY,
        progression.SESSIONS_RACE, progression.RACE_WEEKS,
    ),
    "race-marathon": Amounts(
        progression.MARATHON_MINUTES, progression.MARATHON_STRETCH_S, progression.REST_FEW,
        progression.EXERTION_STEADY, progression.SESSIONS_RACE, progression.RACE_WEEKS,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """What the key of a workout tells of its content. None: the key is of another kind."""

    recipe: str
    minutes: float
    longest_s: float
    backward_s: float


def key_for(recipe: str, minutes: float, longest_s: float, backward_s: float, blocks: Sequence[Block]) -> str:
    """The key of a workout: recipe, dose and a check sum of all its steps; equal keys are equal workouts."""
    whole = f"{zlib.crc32(repr(tuple(blocks)).encode()):08x}"
    return f"{recipe}.m{minutes:.0f}.l{longest_s:.0f}.b{backward_s:.0f}.{whole}"


def meant_by(key: str) -> Meant | None:
    """Read `key_for` backwards."""
    parts = key.split(".")
    if len(parts) < 5 or [part[:1] for part in parts[-4:-1]] != ["m", "l", "b"]:
        return None
    try:
        minutes, longest_s, backward_s = (float(part[1:]) for part in parts[-4:-1])
    except ValueError:
        return None
    return Meant(".".join(parts[:-4]), minutes, longest_s, backward_s)
