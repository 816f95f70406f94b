"""Effects and borrowed numbers as people read them, and German for all that the evidence says."""

from collections.abc import Iterator

import pytest

from backstride.evidence.effects import Group, Kind, Origin, bare, paired_ratio, printed
from backstride.evidence.promises import PROMISES
from backstride.evidence.sources import SOURCES
from backstride.evidence.study import Checked, Design, Standing, Topic
from backstride.evidence.table import SUBJECTS as SUBJECTS_STATED
from backstride.message import Message
from backstride.words import words
from backstride.words.evidence import (
    CHECKED,
    DESIGNS,
    ORIGINS,
    STANDING_GLYPHS,
    STANDING_MEANS,
    STANDINGS,
    SUBJECTS,
    TOPICS,
    by_whom,
    effect_in_words,
    group_in_words,
    plain_number,
    short_name,
    signed,
    unit_name,
)

EN, DE = words("en"), words("de")
SAME_IN_GERMAN = {"Fitness", "Rehabilitation"}


def said() -> Iterator[Message]:
    for promise in PROMISES.values():
        yield from (promise.statement, promise.sentence, promise.open)
        for forest in promise.forests:
            yield from (forest.title, forest.lower, forest.higher, forest.why)
        for study in promise.studies:
            told = (study.people, study.outcome, study.conditions, study.says, study.beware)
            yield from (one for one in told if one)
    for table in (STANDINGS, STANDING_MEANS, TOPICS, DESIGNS, ORIGINS, CHECKED, SUBJECTS):
        yield from table.values()


def test_all_of_it_is_there_in_german() -> None:
    missing = {one.template for one in said() if DE(one) == EN(one)} - SAME_IN_GERMAN
    assert {text for text in missing if any(letter.isalpha() for letter in text)} == {"10 and 20 m"} & missing


def test_every_key_is_named() -> None:
    assert set(STANDINGS) == set(STANDING_MEANS) == set(STANDING_GLYPHS) == set(Standing)
    assert set(TOPICS) == set(Topic)
    assert set(DESIGNS) == set(Design)
    assert set(CHECKED) == set(Checked)
    assert set(ORIGINS) == set(Origin)
    assert set(SUBJECTS_STATED) <= set(SUBJECTS), "a subject of borrowed numbers has no name for its page"
    assert len(set(STANDING_GLYPHS.values())) == len(Standing)


def test_effects_in_words() -> None:
    ratio = paired_ratio(Group(27.15, 2.51), Group(31.33, 5.77), 13)
    assert effect_in_words(ratio, EN) == "+15 % (+5 to +27)"
    assert effect_in_words(ratio, DE) == "+15 % (+5 bis +27)"
    assert effect_in_words(printed(Kind.DIFFERENCE, 0.11, 0.01, 0.21, "m/s"), DE) == "+0,11 m/s (+0,01 bis +0,21)"
    assert effect_in_words(bare(Kind.PERCENT, -2.4, "%"), EN) == "−2.4 %"
    assert effect_in_words(bare(Kind.STANDARDISED, -0.87), EN) == "−0.87 SD"


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [(1.0, Kind.RATIO, "0"), (0.0, Kind.DIFFERENCE, "0"), (-1.1920928955078125e-07, Kind.DIFFERENCE, "0"),
     (float("nan"), Kind.RATIO, "–"), (100.0, Kind.DIFFERENCE, "+100"), (-20.0, Kind.DIFFERENCE, "−20")],
)  # fmt: skip
def test_signs(value: float, kind: Kind, text: str) -> None:
    assert signed(value, EN, kind) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0.785, "rad", "45"), (0.087, "rad/s", "5"), (9.80665, "m/s2", "9.81"), (150.0, "steps/min", "150"),
     (0.072, "s", "0.072"), (12.34, "s", "12.3"), (1234.5, "m", "1,234"), (0.5, "1", "0.5"),
     (0.00042, "m", "0.00042"), (0.0, "m", "0"), (float("nan"), "s", "–")],
)  # fmt: skip
def test_borrowed_numbers(value: float, unit: str, text: str) -> None:
    assert plain_number(value, unit, EN) == text


def test_units_and_names_are_in_the_readers_language() -> None:
    assert (unit_name("rad", DE), unit_name("weeks", DE), unit_name("kg", DE)) == ("°", "Wochen", "kg")
    assert short_name(SOURCES["cavagna-2012"], EN) == "Cavagna and others 2012"
    assert short_name(SOURCES["wright-2001"], DE) == "Wright, Weyand 2001"
    assert by_whom(SOURCES["stroke-2020"], DE) == "Autoren nicht gesehen"
    assert by_whom(SOURCES["flynn-1994"], DE) == "Flynn und andere"
    assert group_in_words(Group(4.5, 1.5), DE) == "4,5 ± 1,5"
    assert group_in_words(Group(352), EN) == "352"
