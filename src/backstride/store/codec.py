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

Kind = TypeVar("Kind")
Decoder = Callable[[Any], Any]

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
_UNIONS = (typing.Union, types.UnionType)


def to_json(value: object) -> str:
    """Dataclasses, mappings, tuples, sets, dates, enums and numbers as JSON; NaN becomes null."""
    return orjson.dumps(value, default=_other, option=_OPTIONS).decode()


def from_json(kind: type[Kind], text: str | bytes) -> Kind:
    """A value of `kind` from what `to_json` made of it."""
    return from_plain(kind, orjson.loads(text))


def from_plain(kind: type[Kind], value: object) -> Kind:
    """The same from what JSON text was read as: lists, dicts, texts, numbers."""
    read: Callable[[Any], Kind] = _decoder(cast("Hashable", kind))
    return read(value)


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
    return lambda values: kind(**{name: read(values[name]) for name, read in readers if name in values})
