"""Steps and reasoning of an analysis as few bytes: an hour of reasoning costs some tens of kilobytes.

Reasoning is kept in single bytes. A probability p is kept as arcsin(sqrt(p)), whose steps are fine where it matters
(0.004 % beside 0 and 1) and 0.6 % at one half; log-odds are kept to 0.1, and beyond 12.5 as 12.5. Times are kept to the
microsecond.
"""

import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.message import Message
from backstride.recording import WAYS, FloatArray, Reasoning, Spoke, Steps, Voice
from backstride.store.codec import from_json, to_json

_SIDED = (
    b"\x02"  # a zlib stream never begins with it, so that steps without sides, kept by the first version, stay readable
)
_LEVELS = 250
_NONE = 255
_PER_ODDS = 10.0
_MOST_ODDS = 12.5
_MICRO = 1e6


@dataclass(frozen=True, slots=True)
class _Speaker:
    source: Spoke
    why: Message


@dataclass(frozen=True, slots=True)
class _Head:
    frames: int
    front: float
    voices: tuple[_Speaker, ...]


def pack_steps(steps: Steps) -> bytes:
    """Contacts, then ends, as little-endian float64, then sides."""
    times = np.stack((steps.contact_s, steps.off_s)).astype("<f8").tobytes()
    sides = np.zeros(len(steps.contact_s), np.int8) if not len(steps.side) else steps.side
    return _SIDED + zlib.compress(times + bytes([len(steps.side) > 0]) + sides.astype(np.int8).tobytes(), 1)


def unpack_steps(data: bytes) -> Steps:
    """Also what was kept before sides were."""
    sided = data[:1] == _SIDED
    raw = zlib.decompress(data[1:] if sided else data)
    count = (len(raw) - 1) // 17 if sided else len(raw) // 16
    contact_s, off_s = np.frombuffer(raw, "<f8", 2 * count).astype(np.float64).reshape(2, count)
    if not sided or not raw[16 * count]:
        return Steps(contact_s, off_s)
    return Steps(contact_s, off_s, np.frombuffer(raw, np.int8, count, 16 * count + 1).copy())


def pack_reasoning(reasoning: Reasoning) -> bytes | None:
    """None where nothing was reasoned about."""
    count = len(reasoning.chance)
    if not count:
        return None
    head = _Head(count, reasoning.front, tuple(_Speaker(voice.source, voice.why) for voice in reasoning.voices))
    text = to_json(head).encode()
    edges = np.round(reasoning.edge_s * _MICRO).astype("<i8")
    parts = (
        struct.pack("<I", len(text)),
        text,
        np.diff(edges, prepend=0).astype("<i8").tobytes(),
        _pack_chance(reasoning.chance.T).tobytes(),
        *(_pack_odds(voice.odds).tobytes() for voice in reasoning.voices),
    )
    return zlib.compress(b"".join(parts), 6)


def unpack_reasoning(data: bytes | None) -> Reasoning:
    """What `pack_reasoning` made of it, to the precision named above."""
    if data is None:
        return Reasoning()
    raw = zlib.decompress(data)
    (length,) = struct.unpack_from("<I", raw)
    head = from_json(_Head, raw[4 : 4 + length])
    at = 4 + length
    edges = np.frombuffer(raw, "<i8", head.frames + 1, at)
    at += edges.nbytes
    chance = np.frombuffer(raw, np.uint8, head.frames * len(WAYS), at).reshape(len(WAYS), head.frames)
    at += chance.nbytes
    voices = []
    for number, speaker in enumerate(head.voices):
        odds = np.frombuffer(raw, np.uint8, head.frames, at + number * head.frames)
        voices.append(Voice(speaker.source, speaker.why, _unpack_odds(odds)))
    return Reasoning(np.cumsum(edges) / _MICRO, _unpack_chance(chance).T, tuple(voices), head.front)


def _pack_chance(chance: FloatArray) -> NDArray[np.uint8]:
    angle = np.arcsin(np.sqrt(np.clip(np.nan_to_num(chance), 0.0, 1.0)))
    levels = np.round(angle * (_LEVELS * 2 / np.pi))
    return np.where(np.isfinite(chance), levels, _NONE).astype(np.uint8)


def _unpack_chance(levels: NDArray[np.uint8]) -> FloatArray:
    """Rounded one by one, they are made to sum to one again."""
    known = np.sin(np.arange(256) * (np.pi / 2 / _LEVELS)) ** 2
    known[_LEVELS + 1 :] = np.nan
    chance = known[levels]
    total = chance.sum(axis=0)
    return np.asarray(chance / np.where(total > 0, total, 1.0))


def _pack_odds(odds: FloatArray) -> NDArray[np.uint8]:
    levels = np.round((np.clip(np.nan_to_num(odds), -_MOST_ODDS, _MOST_ODDS) + _MOST_ODDS) * _PER_ODDS)
    return np.where(np.isnan(odds), _NONE, levels).astype(np.uint8)


def _unpack_odds(levels: NDArray[np.uint8]) -> FloatArray:
    return np.where(levels == _NONE, np.nan, levels / _PER_ODDS - _MOST_ODDS)
