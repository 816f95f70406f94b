"""A session as one sound file that leads through it with the phone locked: spoken steps, ticks, cues, a clear end.

The file is written block by block: a session of hours needs no more memory than one of minutes.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from backstride.formats.writers.saying import Say
from backstride.formats.writers.script import Script, Sound, Tone, write_script
from backstride.formats.writers.voice import RATE_HZ, extra, said
from backstride.plan.workout import Workout

VERSION = "3"
"""Grows when equal workouts sound different: what was kept of before is made anew."""

_BLOCK = 10 * RATE_HZ
_PAUSE_S = 0.4
_TONE_SIZE = 0.6
# Pitches in Hz, and how long each sounds in seconds.
_TONES = {
    Tone.START: ((880.0, 0.25),),
    Tone.TICK: ((587.0, 0.09),),
    Tone.END: ((880.0, 0.18), (660.0, 0.18), (440.0, 0.18), (880.0, 0.5)),
}


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """A kind of sound file: what soundfile calls it, and how hard it squeezes (0..1).

    Vorbis rather than Opus: for speech between long silences Opus is larger and takes twenty times as long.
    """

    suffix: str
    media_type: str
    format: str
    subtype: str
    squeeze: float


FORMATS = {
    "mp3": AudioFormat(".mp3", "audio/mpeg", "MP3", "MPEG_LAYER_III", 0.9),
    "ogg": AudioFormat(".ogg", "audio/ogg", "OGG", "VORBIS", 0.9),
}


def session_audio(workout: Workout, w: Say, language: str, kind: str = "mp3") -> bytes:
    """The whole session as one file. Raises NotAllowed without the extra `audio`."""
    return encoded(session_blocks(workout, w, language), FORMATS[kind], w(workout.name))


def session_script(workout: Workout, w: Say, language: str) -> Script:
    """What is said when in that file."""
    return write_script(workout, w, lambda text: len(said(text, language)) / RATE_HZ)


def session_blocks(workout: Workout, w: Say, language: str) -> Iterator[NDArray[np.float32]]:
    """The samples of the session at RATE_HZ, between -1 and 1, some seconds at a time."""
    script = session_script(workout, w, language)
    return mixed(script.sounds, script.seconds, language)


def speak(lines: Iterable[str], language: str) -> NDArray[np.float32]:
    """Sentences one after another at RATE_HZ. Raises NotAllowed without the extra `audio`."""
    pause = np.zeros(round(_PAUSE_S * RATE_HZ), np.float32)
    parts = [part for line in lines for part in (_clip(line, language), pause)]
    return np.concatenate(parts) if parts else pause[:0]


def mixed(sounds: Iterable[Sound], seconds: float, language: str) -> Iterator[NDArray[np.float32]]:
    """The track block by block; every sound begins at the sample nearest to its second."""
    waiting = iter(sorted(sounds, key=lambda one: one.at_s))
    total = round(seconds * RATE_HZ)
    upcoming = next(waiting, None)
    over: list[tuple[int, NDArray[np.float32]]] = []
    for first in range(0, total, _BLOCK):
        block = np.zeros(min(_BLOCK, total - first), np.float32)
        while upcoming is not None and round(upcoming.at_s * RATE_HZ) < first + len(block):
            over.append((round(upcoming.at_s * RATE_HZ), _clip(upcoming.what, language)))
            upcoming = next(waiting, None)
        for start, clip in over:
            low, high = max(start, first), min(start + len(clip), first + len(block))
            block[low - first : high - first] += clip[low - start : high - start]
        over = [(start, clip) for start, clip in over if start + len(clip) > first + len(block)]
        yield block


def encoded(blocks: Iterable[NDArray[np.float32]], how: AudioFormat, title: str = "") -> bytes:
    """The blocks as a file that players show by its title."""
    soundfile = extra("soundfile")
    out = io.BytesIO()
    settings = {"compression_level": how.squeeze} | ({"bitrate_mode": "VARIABLE"} if how.format == "MP3" else {})
    with soundfile.SoundFile(
        out, "w", samplerate=RATE_HZ, channels=1, format=how.format, subtype=how.subtype, **settings
    ) as file:
        file.title, file.artist = title, "Backstride"
        for block in blocks:
            file.write(block)
    return out.getvalue()


def _clip(what: Tone | str, language: str) -> NDArray[np.float32]:
    if isinstance(what, Tone):
        return _tone(what)
    return said(what, language).astype(np.float32) / np.float32(32768)


@cache
def _tone(tone: Tone) -> NDArray[np.float32]:
    return np.concatenate([_beep(pitch, seconds) for pitch, seconds in _TONES[tone]])


def _beep(pitch_hz: float, seconds: float) -> NDArray[np.float32]:
    """A tone with an octave above it, which small loudspeakers carry, faded in and out within 8 ms."""
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = 0.7 * np.sin(2 * np.pi * pitch_hz * time) + 0.3 * np.sin(4 * np.pi * pitch_hz * time)
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) / 0.008)
    return (_TONE_SIZE * fade * wave).astype(np.float32)
