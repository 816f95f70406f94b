"""Tests, outcomes and settings leave with the coach's file and come back."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from backstride.app.coach_file import bring_coach, read_coach, write_coach
from backstride.app.heart import people
from backstride.app.progress import choice, choose, lot, verdicts
from backstride.assess.trial import Trial
from backstride.errors import BadFile
from backstride.physiology.zones import HeartSettings
from backstride.progress.alternation import Alternation
from backstride.progress.outcomes import OUTCOMES
from backstride.store import Store
from backstride.store.codec import to_json

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)
TRY = Trial("t1", "stance", 30.0, DAY, AT)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "other") as opened:
        yield opened


def test_all_of_it_comes_back_once(store: Store, other: Store) -> None:
    store.measuring.save_trial(TRY)
    store.measuring.save_outcome("", AT, "{}")
    store.measuring.save_alternation(DAY, "[]")
    store.measuring.save_setting("mass", DAY, "70")
    packed = write_coach(store)
    assert packed
    data = gzip.decompress(packed)
    assert (bring_coach(other, data).new, bring_coach(other, data).new) == (4, 0)
    assert other.measuring.trials() == (TRY,)
    assert write_coach(other) == packed


def test_what_is_kept_here_stays(store: Store, other: Store) -> None:
    store.measuring.save_trial(TRY)
    store.measuring.save_setting("mass", DAY, "70")
    other.measuring.save_trial(replace(TRY, value=20.0))
    other.measuring.save_setting("mass", DAY, "80")
    packed = write_coach(store)
    assert packed
    brought = bring_coach(other, gzip.decompress(packed))
    assert (brought.new, brought.different) == (0, 2)
    assert other.measuring.trial("t1").value == 20.0


STRANGE = ("", "{", "[]", '{"keys":[[]]}', '{"keys":["gone"]}', '{"begun":"2026-03-02","outcome":"gone","with_":[]}')


@pytest.mark.parametrize("body", STRANGE)
def test_bodies_that_nobody_understands_break_no_page(store: Store, body: str) -> None:
    """A file, or a version to come, may bring in anything."""
    store.measuring.save_outcome("", AT, body)
    store.measuring.save_alternation(DAY, body)
    store.measuring.save_setting("heart", DAY, body)
    assert choice(store).outcomes == ()
    assert verdicts(store, DAY).cards == ()
    assert lot(store, DAY) is None
    assert people(store).on(DAY).told.highest is None
    choose(store, [next(iter(OUTCOMES))])
    assert len(choice(store).outcomes) == 1


def test_more_weeks_by_lot_than_can_be_drawn_are_none(store: Store) -> None:
    """Comparing n pairs looks at 2^n ways: of forty pairs nobody would see the end."""
    store.measuring.save_alternation(DAY, to_json(Alternation(DAY, next(iter(OUTCOMES)), (True, False) * 40)))
    store.measuring.save_setting("heart", DAY, to_json(HeartSettings(highest=1e300)))
    assert lot(store, DAY) is None
    assert people(store).on(DAY).told.highest is None


@pytest.mark.parametrize(
    "entry", [b'"value":null,"test":"a"', b'"value":1,"test":""', b'"value":1,"test":"a","side":"up"']
)
def test_a_try_that_is_none_is_refused(entry: bytes) -> None:
    begin = b'{"format":"backstride-coach","version":1,"measures":{"trials":[{"id":"t","day":"2026-03-02",'
    fine = read_coach(begin + b'"at":"2026-03-02T18:00:00+00:00","value":1,"test":"a"}]}}')
    assert fine.measures.trials[0].value == 1.0
    with pytest.raises(BadFile):
        read_coach(begin + b'"at":"2026-03-02T18:00:00+00:00",' + entry + b"}]}}")
