"""The spoken session: on time to the sample, even, never clipped, and a file that players open."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from numpy.typing import NDArray

from backstride.errors import NotAllowed
from backstride.formats.writers import speech, voice
from backstride.formats.writers.script import Sound, Tone
from backstride.formats.writers.voice import PEAK, RATE_HZ, said
from backstride.plan.workout import Block
from backstride.words import words
from tests.formats.writers.samples import BACK, MIXED, ON, STOP, TURN, plain

soundfile = pytest.importorskip("soundfile")
pytest.importorskip("espeakng_loader")

SHORT = replace(MIXED, blocks=(Block(1, (replace(BACK, amount=12.0), STOP, TURN, replace(ON, usual_s=8.0))),))


def whole(language: str = "en") -> NDArray[np.float32]:
    return np.concatenate(list(speech.session_blocks(SHORT, words(language), language)))


def loud(samples: NDArray[np.float32], at_s: float, seconds: float) -> float:
    """The greatest size within a stretch."""
    piece = samples[round(at_s * RATE_HZ) : round((at_s + seconds) * RATE_HZ)]
    return float(np.abs(piece).max()) if len(piece) else 0.0


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_sound_is_there_at_its_moment_and_silence_around_it(language: str) -> None:
    samples = whole(language)
    script = speech.session_script(SHORT, words(language), language)
    assert len(samples) == round(script.seconds * RATE_HZ)
    assert float(np.abs(samples).max()) <= PEAK + 0.01
    silent = np.ones(len(samples), bool)
    for sound in script.sounds:
        seconds = len(speech.speak([sound.what], language)) / RATE_HZ if isinstance(sound.what, str) else 1.2
        assert loud(samples, sound.at_s, min(seconds, 1.0)) > 0.05, sound
        silent[round(sound.at_s * RATE_HZ) : round((sound.at_s + seconds) * RATE_HZ)] = False
    assert not np.abs(samples[silent]).any()


def test_steps_begin_within_fifty_milliseconds() -> None:
    """Heard, not read: the start tone is found in the samples by its pitch."""
    samples = whole()
    script = speech.session_script(SHORT, plain, "en")
    for start in script.starts:
        before, after = loud(samples, start - 0.04, 0.04), loud(samples, start, 0.05)
        assert before < 0.02 < 0.2 < after
        tone = samples[round(start * RATE_HZ) :][: round(0.2 * RATE_HZ)]
        pitch = np.argmax(np.abs(np.fft.rfft(tone))) * RATE_HZ / len(tone)
        assert pitch == pytest.approx(880, abs=10)


@pytest.mark.parametrize("kind", sorted(speech.FORMATS))
def test_the_file_decodes_to_the_same_session(kind: str) -> None:
    data = speech.session_audio(SHORT, plain, "en", kind)
    decoded, rate = soundfile.read(io.BytesIO(data), dtype="float32")
    script = speech.session_script(SHORT, plain, "en")
    with soundfile.SoundFile(io.BytesIO(data)) as file:
        assert (file.title, file.artist) == ("Backward in short stretches", "Backstride")
    assert rate == RATE_HZ
    assert len(decoded) / rate == pytest.approx(script.seconds, abs=0.1)
    assert float(np.abs(decoded).max()) < 1.0
    for start in script.starts:
        assert loud(decoded, start - 0.15, 0.09) < 0.03
        assert loud(decoded, start, 0.1) > 0.15
    assert len(data) < 25_000 * script.seconds / 10


def test_all_sentences_are_equally_loud() -> None:
    sizes = []
    for text in ("Stop.", "Jog backward: 30 seconds.", "Walk the stretch forward and clear it"):
        clip = said(text, "en") / 32768
        sizes.append(np.sqrt(np.mean(clip[np.abs(clip) > 0.1 * np.abs(clip).max()] ** 2)))
    assert max(sizes) / min(sizes) < 1.5


def test_languages_sound_different_and_a_sentence_without_letters_is_silence() -> None:
    english, german = (said("Stand", language) for language in ("en", "de"))
    assert abs(len(english) - len(german)) > 100 or np.abs(english[:5000] - german[:5000]).max() > 1000
    assert len(said("", "en")) == 0
    assert len(said("\0 \n", "en")) == 0


def test_four_threads_get_what_one_gets() -> None:
    texts = [f"Jog backward: {n} seconds." for n in range(20, 32)]
    alone = [len(said(text, "en")) for text in texts]
    said.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        together = [len(clip) for clip in pool.map(said, texts * 2, ["en"] * 24)]
    for one, other in zip(alone * 2, together, strict=True):
        assert abs(one - other) < 0.03 * RATE_HZ


def test_blocks_are_short_however_long_the_session() -> None:
    long = replace(SHORT, blocks=SHORT.blocks * 30)
    sizes = [len(block) for block in speech.session_blocks(long, plain, "en")]
    assert max(sizes) <= 10 * RATE_HZ
    assert sum(sizes) > 15 * 60 * RATE_HZ


def test_speaking_lines_puts_silence_between_them() -> None:
    one, two = said("Stop.", "en"), said("Turn.", "en")
    samples = speech.speak(["Stop.", "Turn."], "en")
    assert len(samples) == len(one) + len(two) + 2 * round(0.4 * RATE_HZ)
    assert not samples[len(one) : len(one) + round(0.4 * RATE_HZ)].any()


@pytest.mark.parametrize("name", ["espeakng_loader", "soundfile"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def absent(wanted: str) -> object:
        if wanted == name:
            raise ModuleNotFoundError(wanted)
        return import_module(wanted)

    monkeypatch.setattr(voice, "import_module", absent)
    with pytest.raises(NotAllowed, match=r"backstride\[audio\]"):
        voice.extra(name)
    voice.extra("math")


def test_tones_differ() -> None:
    heard = {tone: next(speech.mixed([Sound(0.0, tone)], 2.0, "en")).tobytes() for tone in Tone}
    assert len(set(heard.values())) == len(Tone)
