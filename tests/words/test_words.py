"""Sentences, numbers and durations in both languages, and catalogues that are in step with the code."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.message import say
from backstride.words import LANGUAGES, MISSING, preferred_language, read_duration, words
from backstride.words.catalogue import collect, compiled, load, po_path, untranslated
from backstride.words.names import sport_name
from backstride.words.quantities import show

OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_in_the_code_has_a_translation(language: str) -> None:
    in_code = {str(message.id) for message in collect() if message.id}
    in_catalogue = {str(message.id) for message in load(language) if message.id}
    assert in_code - in_catalogue == set(), "run: python -m backstride.words.catalogue"
    assert in_catalogue - in_code == set(), "sentences nobody says any more"
    assert untranslated(load(language)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_compiled_catalogue_is_what_the_po_file_says(language: str) -> None:
    assert po_path(language).with_suffix(".mo").read_bytes() == compiled(load(language))


def test_numbers_and_sentences_follow_the_language() -> None:
    german = words("de")
    assert german.number(1234567.891, 2) == "1.234.567,89"
    assert words("en").number(1234567.891, 2) == "1,234,567.89"
    assert german(say("{share:.1f} %", share=12.34)) == "12,3 %"
    assert german.date(date(2026, 3, 9), "short") == "09.03.26"
    assert words("en").number(-0.001, 1) == "0.0"


def test_a_message_inside_a_message_is_translated_too() -> None:
    inner = say("backward")
    assert words("de")(say("{what}!", what=inner)) == words("de")(inner) + "!"
    assert words("de")(inner) != "backward"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59.6, "1:00"), (3599.6, "1:00:00"), (3725, "1:02:05"), (float("nan"), MISSING)]
)
def test_durations(seconds: float, shown: str) -> None:
    assert words("en").duration(seconds) == shown


@pytest.mark.parametrize(
    ("accept", "language"),
    [("de-DE,de;q=0.9,en;q=0.8", "de"), ("fr,en;q=0.5", "en"), ("", "en"), ("de_DE.UTF-8", "de"), ("en;q=x,de", "de")],
)
def test_preferred_language(accept: str, language: str) -> None:
    assert preferred_language(accept) == language


@given(st.text(max_size=40))
def test_any_header_names_a_language_there_is(accept: str) -> None:
    assert preferred_language(accept) in LANGUAGES


@pytest.mark.parametrize(
    ("value", "unit", "key", "imperial", "pace", "shown"),
    [
        (2.5, "m/s", "speed_mps", False, False, "9.0 km/h"),
        (2.5, "m/s", "speed_mps", False, True, "6:40 min/km"),
        (2.5, "m/s", "speed_mps", True, True, "10:44 min/mi"),
        (0.1, "m/s", "speed_mps", False, True, "– min/km"),
        (5210.0, "m", "distance_m", False, False, "5.21 km"),
        (1240.0, "m", "ascent_m", False, False, "1,240 m"),
        (0.081, "m", "vertical_oscillation_m", False, False, "8.1 cm"),
        (0.243, "s", "contact_time_s", False, False, "243 ms"),
        (6.0, "s", "time_s", False, False, "0:06 min"),
        (float("nan"), "bpm", "heart_rate_bpm", False, False, "– bpm"),
    ],
)
def test_quantities(value: float, unit: str, key: str, imperial: bool, pace: bool, shown: str) -> None:
    assert str(show(value, unit, words("en"), imperial=imperial, pace=pace, key=key)) == shown


@pytest.mark.parametrize(
    ("sport", "english", "german"),
    [
        ("", "", ""),
        ("running", "Running", "Laufen"),
        ("running/treadmill", "Running, treadmill", "Laufen, Laufband"),
        ("cycling/indoor_cycling", "Cycling, indoor", "Radfahren, drinnen"),
        ("sport_99", "Sport 99", "Sport 99"),
        ("running/night_run", "Running, night run", "Laufen, night run"),
    ],
)
def test_sports_are_readable(sport: str, english: str, german: str) -> None:
    assert sport_name(sport, words("en")) == english
    assert sport_name(sport, words("de")) == german


def test_units_that_are_words_are_translated() -> None:
    assert str(show(168, "steps/min", words("en"))) == "168 steps/min"
    assert str(show(168, "steps/min", words("de"))) == "168 Schritte/min"
    assert str(show(3599.6, "s", words("de"), key="time_s")) == "1:00:00 h"


@given(st.integers(0, 10**6))
def test_times_are_read_as_they_are_written(seconds: int) -> None:
    assert read_duration(words("en").duration(seconds)) == seconds


@pytest.mark.parametrize(("text", "seconds"), [("1:02:03", 3723), ("4:05,5", 245.5), (" 90 ", 90), ("0.250", 0.25)])
def test_times_people_type(text: str, seconds: float) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", ":", "a", "1:2:3:4", "-5", "1.5:00", "1e3", "nan", "²:00", "1:", "."])
def test_what_is_not_a_time(text: str) -> None:
    assert math.isnan(read_duration(text))
