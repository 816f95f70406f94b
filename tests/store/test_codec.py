import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backstride.errors import BadStore
from backstride.message import Message, say
from backstride.recording import About, Direction, Label, Lap, Loss, Placement
from backstride.store.codec import from_json, to_json, understood

texts = some.text(some.characters(codec="utf-8"), max_size=20)
numbers = some.floats(allow_infinity=False)
messages = some.builds(Message, texts, some.dictionaries(texts, some.one_of(texts, some.integers(-9, 9)), max_size=2))
laps = some.builds(Lap, numbers, numbers, texts, numbers, texts)
losses = some.none() | some.builds(
    Loss, messages, some.integers(0, 99), some.none() | some.integers(0, 99), some.just(1)
)
abouts = some.builds(
    About,
    device=texts,
    placement=some.sampled_from(Placement),
    laps=some.lists(laps, max_size=3).map(tuple),
    totals=some.dictionaries(texts, numbers, max_size=3),
    loss=losses,
    simulated=some.booleans(),
)


@given(abouts)
def test_whatever_is_known_about_a_recording_comes_back(about: About) -> None:
    assert repr(from_json(About, to_json(about))) == repr(about)


def test_messages_may_hold_messages() -> None:
    message = say("{file}: {what}", file="a", what=say("{n} of {m}", n=1, m=2.5))
    assert from_json(Message, to_json(message)) == message


@dataclass(frozen=True)
class Newer:
    at: datetime
    pair: tuple[float, Direction]
    added: float = 7.0
    also: Mapping[Direction, float] = field(default_factory=dict)
    label: Label | None = None


def test_fields_may_come_and_go_between_versions() -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    read = from_json(Newer, '{"at": "2026-01-02T00:00:00+00:00", "pair": [null, "still"], "gone": 3}')
    assert (read.at, read.pair[1], read.added) == (at, Direction.STILL, 7.0)
    assert math.isnan(read.pair[0])
    full = Newer(at, (1.0, Direction.STILL), 2.0, {Direction.TURNING: 1.0}, Label(0.0, 1.0, Direction.FORWARD))
    assert from_json(Newer, to_json(full)) == full


@dataclass(frozen=True)
class Wish:
    day: date
    on: frozenset[Direction]


def test_days_and_sets_come_back() -> None:
    wish = Wish(date(2026, 1, 2), frozenset({Direction.STILL, Direction.BACKWARD}))
    assert to_json(wish) == '{"day":"2026-01-02","on":["backward","still"]}'
    assert from_json(Wish, to_json(wish)) == wish


def test_what_has_no_json_form_is_an_error() -> None:
    with pytest.raises(TypeError):
        to_json(object())


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"day":"soon","on":[]}', '{"day":"2026-01-02","on":["up"]}', "{}"]
)
def test_a_text_that_is_something_else_is_said_in_words(text: str) -> None:
    with pytest.raises(BadStore, match="cannot be read"):
        from_json(Wish, text)
    assert understood(Wish, text) is None
    assert understood(Wish, '{"day":"2026-01-02","on":[]}') == Wish(date(2026, 1, 2), frozenset())
