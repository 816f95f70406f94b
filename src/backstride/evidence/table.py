"""Every claim by its key, and the key of a claim: the constant's name in small letters, unique over all subjects."""

from collections.abc import Mapping
from types import ModuleType

from backstride.evidence import (
    Claim,
    comparing,
    energy,
    exercises,
    gait,
    heart,
    joints,
    muscles,
    progression,
    readiness,
    safety,
    scheduling,
    tests,
    training,
    verdicts,
)

SUBJECTS: Mapping[str, ModuleType] = {
    "gait": gait,
    "safety": safety,
    "scheduling": scheduling,
    "progression": progression,
    "readiness": readiness,
    "training": training,
    "exercises": exercises,
    "energy": energy,
    "heart": heart,
    "joints": joints,
    "muscles": muscles,
    "comparing": comparing,
    "tests": tests,
    "verdicts": verdicts,
}

CLAIMS: Mapping[str, Claim] = {
    name.lower().replace("_", "-"): value
    for module in SUBJECTS.values()
    for name, value in vars(module).items()
    if isinstance(value, Claim)
}
_KEYS = {id(claim): key for key, claim in CLAIMS.items()}


def key_of(claim: Claim) -> str:
    """The key of a claim of the table. Raises KeyError for one that is not in it."""
    return _KEYS[id(claim)]
