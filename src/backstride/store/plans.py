"""A plan as bytes and back: equal workouts are written once, and all of it is compressed.

Half a year of a plan is more than a megabyte of text, nearly all of it workouts that come again and again, in the plan
and in its versions. So they are read once, too.
"""

import zlib
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson

from backstride.plan.kinds import Focus
from backstride.plan.planned import Plan, Planned
from backstride.plan.workout import Workout
from backstride.store.codec import from_json, from_plain, to_json, unreadable

_LEVEL = 6
_SAID = {"template": ""}
_NOTHING = {"key": "", "name": _SAID, "focus": Focus.BACKWARD, "blocks": [], "purpose": _SAID}


def pack_plan(plan: Plan) -> bytes:
    """What `unpack_plan` reads: sessions name their workouts by their places in a list."""
    places: dict[str, int] = {}
    named = [places.setdefault(to_json(one.workout), len(places)) for one in plan.sessions]
    whole: dict[str, Any] = orjson.loads(to_json(plan))
    for session, place in zip(whole["sessions"], named, strict=True):
        session["workout"] = place
    return zlib.compress(to_json({"plan": whole, "workouts": list(places)}).encode(), _LEVEL)


@lru_cache(maxsize=16)
def unpack_plan(body: bytes) -> Plan:
    """The plan. Raises BadStore where the bytes are something else."""
    try:
        read = orjson.loads(zlib.decompress(body))
        whole = read["plan"]
        sessions = [_planned(one, read["workouts"]) for one in whole["sessions"]]
    except (zlib.error, ValueError, TypeError, KeyError, IndexError) as error:
        raise unreadable(error) from error
    return replace(from_plain(Plan, whole | {"sessions": []}), sessions=tuple(sessions))


def _planned(values: dict[str, Any], workouts: list[str]) -> Planned:
    return replace(from_plain(Planned, values | {"workout": _NOTHING}), workout=_workout(workouts[values["workout"]]))


@lru_cache(maxsize=1024)
def _workout(text: str) -> Workout:
    return from_json(Workout, text)
