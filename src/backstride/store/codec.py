"""Frozen dataclasses as JSON text and back.

A type's annotations are its format: a field that is missing in the text takes its default, one that is not known is
left out, null in the place of a float is NaN (that of `math`: what was equal stays equal). So texts written by an older
version stay readable.
"""

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, cast

import orjson

from backstride.errors import BadStore
from backstride.message import say

Kind = TypeVar("Kind")
Decoder = Callable[[Any], Any]

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
_UNIONS = (typing.Union, types.UnionType)
# What reading something else than was written ends in.
_STRANGE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


def to_json(value: object) -> str:
    """Dataclasses, mappings, tuples, sets, dates, enums and numbers as JSON; NaN becomes null."""
    return orjson.dumps(value, default=_other, option=_OPTIONS).decode()


def from_json(kind: type[Kind], text: str | bytes) -> Kind:
    """A value of `kind` from what `to_json` made of it. Raises BadStore where the text is something else."""
    try:
        value = orjson.loads(text)
    except ValueError as error:
        raise unreadable(error) from error
    return from_plain(kind, value)


def from_plain(kind: type[Kind], value: object) -> Kind:
    """The same from what JSON text was read as: lists, dicts, texts, numbers."""
    read: Callable[[Any], Kind] = _decoder(cast("Hashable", kind))
    try:
        return read(value)
    except _STRANGE as error:
        raise unreadable(error) from error


def understood(kind: type[Kind], text: str | bytes) -> Kind | None:
    """A value of `kind`; None where the text is something else. For what can be done without."""
    try:
        return from_json(kind, text)
    except BadStore:
        return None


def unreadable(error: Exception) -> BadStore:
    """What is raised where something is kept that nobody can read any more."""
    why = str(error)[:200] or type(error).__name__
    return BadStore(say("something that is kept cannot be read ({why}): the command verify tells what", why=why))


def _other(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


@lru_cache(maxsize=256)
def _decoder(kind: Any) -> Decoder:
    """How to read a value annotated as `kind`; made once a type, because a long recording has thousands of rows."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in _UNIONS:
        return _union(inner)
    if origin is tuple:
        return _tuple(inner)
    if origin is not None and issubclass(origin, Mapping):
        key, entry = _decoder(inner[0]), _decoder(inner[1])
        return lambda values: {key(name): entry(value) for name, value in values.items()}
    if kind is float:
        return lambda value: math.nan if value is None else float(value)
    if origin is frozenset:
        member = _decoder(inner[0])
        return lambda values: frozenset(member(value) for value in values)
    if kind in (date, datetime):
        return cast("Decoder", kind.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    return lambda value: value


def _tuple(members: tuple[Any, ...]) -> Decoder:
    if members[-1] is Ellipsis:
        item = _decoder(members[0])
        return lambda values: tuple([item(value) for value in values])
    items = [_decoder(member) for member in members]
    return lambda values: tuple([read(value) for read, value in zip(items, values, strict=True)])


def _union(members: tuple[Any, ...]) -> Decoder:
    """`X | None` reads as X or None; in other unions null stands for NaN and an object for the one dataclass."""
    if types.NoneType not in members:
        record = next((member for member in members if dataclasses.is_dataclass(member)), None)

        def read_any(value: Any) -> Any:
            if isinstance(value, dict) and record is not None:
                return _decoder(cast("Hashable", record))(value)  # asked for late: the type may contain itself
            return math.nan if value is None and float in members else value

        return read_any
    (kind,) = (member for member in members if member is not types.NoneType)
    read = _decoder(kind)
    return lambda value: None if value is None else read(value)


def _record(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    readers = [(field.name, _decoder(hints[field.name])) for field in dataclasses.fields(kind)]

    def read_record(values: Any) -> Any:
        if not isinstance(values, dict):
            raise TypeError(f"{kind.__name__} was expected")
        return kind(**{name: read(values[name]) for name, read in readers if name in values})

    return read_record
