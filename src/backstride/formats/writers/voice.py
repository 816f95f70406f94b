"""The voice: eSpeak NG by its library, which comes with the extra `audio` (GPL-3, therefore never required).

The library keeps one state for the whole process and is not made for threads: one lock stands before it. What it has
said before sways a sentence by a thousandth of a second, so that equal sentences are equal to the ear, not to the bit.
"""

import ctypes
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backstride.errors import NotAllowed
from backstride.message import say

RATE_HZ = 16_000  # carries every consonant of the voice; 24,000 would take half as long again to encode
LOUDNESS = 0.2  # root mean square of what is louder than a tenth of the loudest; a small loudspeaker outdoors needs it
PEAK = 0.85

VOICES: Mapping[str, str] = {"en": "en", "de": "de"}
_WORDS_PER_MINUTE = 155
_LONGEST = 400  # characters
_SYNCHRONOUS, _DO_NOT_EXIT, _UTF8, _SPEED = 2, 0x8000, 1, 1
_Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
_NOT_LOADED = say("The voice could not be loaded; its files may lie too deep in the folders.")
_lock = Lock()


def extra(name: str) -> Any:
    """A module of the extra. Raises NotAllowed with what to install."""
    try:
        return import_module(name)
    except (ModuleNotFoundError, OSError) as error:
        raise NotAllowed(
            say("Spoken sessions need a voice that is not installed: add it with pip install 'backstride[audio]'.")
        ) from error


@lru_cache(maxsize=128)
def said(text: str, language: str) -> NDArray[np.int16]:
    """A sentence at RATE_HZ, of even loudness, without silence around it. Raises NotAllowed without the extra."""
    raw = text.replace("\0", " ")[:_LONGEST].encode()
    with _lock:
        engine = _engine()
        clip = engine.say(raw, VOICES.get(language, "en"))
    samples = _even(_resampled(_trimmed(clip), engine.rate_hz))
    samples.setflags(write=False)
    return samples


class _Engine:
    """The loaded library. Call it under the lock."""

    def __init__(self) -> None:
        loader = extra("espeakng_loader")
        try:
            self._library = ctypes.CDLL(loader.get_library_path())
        except OSError as error:
            raise NotAllowed(_NOT_LOADED) from error
        self._parts: list[NDArray[np.int16]] = []
        self._callback = _Heard(self._hear)
        self.rate_hz = self._library.espeak_Initialize(_SYNCHRONOUS, 0, loader.get_data_path().encode(), _DO_NOT_EXIT)
        if self.rate_hz <= 0:
            raise NotAllowed(_NOT_LOADED)
        self._library.espeak_SetSynthCallback(self._callback)

    def say(self, text: bytes, voice: str) -> NDArray[np.float32]:
        """Samples between -1 and 1."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise NotAllowed(_NOT_LOADED)
        self._library.espeak_SetParameter(_SPEED, _WORDS_PER_MINUTE, 0)
        self._parts.clear()
        self._library.espeak_Synth(text, len(text) + 1, 0, 0, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        whole = np.concatenate(self._parts) if self._parts else np.zeros(0, np.int16)
        return whole.astype(np.float32) / np.float32(32768)

    def _hear(self, samples: Any, count: int, _: Any) -> int:
        if samples and count > 0:
            self._parts.append(np.ctypeslib.as_array(samples, shape=(count,)).copy())
        return 0


@cache
def _engine() -> _Engine:
    return _Engine()


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[loud[0] : loud[-1] + 1] if len(loud) else samples[:0]


def _resampled(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """The same sound at RATE_HZ, by its spectrum. A little silence keeps the end from reaching round to the start."""
    if not len(samples):
        return samples
    padded = np.concatenate((samples, np.zeros(rate_hz // 50, np.float32)))
    length = round(len(padded) * RATE_HZ / rate_hz)
    return (np.fft.irfft(np.fft.rfft(padded), length) * (length / len(padded))).astype(np.float32)


def _even(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Every sentence as loud as the others, none beyond PEAK."""
    size = np.abs(samples)
    if not len(size) or not size.max() > 0:
        return np.zeros(len(samples), np.int16)
    loud = size > 0.1 * size.max()
    gain = min(LOUDNESS / float(np.sqrt(np.mean(samples[loud] ** 2))), PEAK / float(size.max()))
    return np.round(samples * gain * 32767).astype(np.int16)
