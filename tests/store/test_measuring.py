"""Tries at tests, outcomes, alternations and settings of the body: kept, listed, removed; checked and in backups."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from backstride.assess.trial import Trial
from backstride.errors import Conflict, NotFound
from backstride.recording import Side
from backstride.store import Store
from backstride.store.backups import read_backup, write_backup
from backstride.store.checking import check

FIRST = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)


def a_trial(id_: str = "t1", test: str = "stance", value: float = 30.0, days: int = 0) -> Trial:
    ago = timedelta(days=days)
    return Trial(id_, test, value, FIRST + ago, AT + ago, Side.LEFT, notes="on grass")


def test_a_try_is_kept_as_it_was_said(store: Store) -> None:
    one, later = a_trial(), a_trial("t2", "hop", 1.2, days=3)
    assert (store.measuring.save_trial(later), store.measuring.save_trial(one)) == (True, True)
    assert store.measuring.trials() == (one, later)
    assert store.measuring.trials("hop") == (later,)
    assert store.measuring.trials(since=FIRST + timedelta(days=1)) == (later,)
    assert store.measuring.trials(until=FIRST) == (one,)
    assert store.measuring.trial("t1") == one
    with pytest.raises(NotFound):
        store.measuring.trial("t9")


def test_a_try_can_be_changed_and_taken_back(store: Store) -> None:
    store.measuring.save_trial(a_trial())
    before = store.measuring.state()
    assert store.measuring.save_trial(a_trial(value=9.0), only_new=True) is False
    assert store.measuring.state() == before
    assert store.measuring.save_trial(replace(a_trial(), value=31.0))
    assert store.measuring.state() != before
    changed = store.measuring.state()
    assert store.measuring.save_trial(replace(a_trial(), value=31.0, practice=True))
    assert store.measuring.state() != changed
    assert [one.value for one in store.measuring.trials()] == [31.0]
    assert store.measuring.remove_trial("t1")
    assert not store.measuring.remove_trial("t1")
    assert store.measuring.trials() == ()


def test_outcomes_are_kept_by_plan(store: Store) -> None:
    kept = store.measuring
    first = kept.save_outcome("p1", AT, '{"key":"speed"}')
    second = kept.save_outcome("p2", AT, '{"key":"stance"}')
    assert first is not None
    assert second is not None
    assert kept.save_outcome("p1", AT, '{"key":"speed"}', only_new=True) is None
    assert [(one.plan_id, one.chosen_at, one.body) for one in kept.outcomes("p1")] == [("p1", AT, '{"key":"speed"}')]
    assert [one.id for one in kept.outcomes()] == [first, second]


def test_an_alternation_is_begun_and_removed(store: Store) -> None:
    kept = store.measuring
    id_ = kept.save_alternation(FIRST, "[1]")
    assert id_ is not None
    assert [(one.begun, one.body) for one in kept.alternations()] == [(FIRST, "[1]")]
    assert kept.remove_alternation(id_)
    assert not kept.remove_alternation(id_)


def test_a_setting_holds_from_its_day_until_the_next(store: Store) -> None:
    kept, later = store.measuring, FIRST + timedelta(days=10)
    kept.save_setting("mass", FIRST, "70")
    kept.save_setting("mass", FIRST, "71")
    kept.save_setting("mass", later, "69")
    kept.save_setting("zones", later, "[]")
    assert not kept.save_setting("mass", FIRST, "99", only_new=True)

    def held(day: date) -> str | None:
        row = kept.setting_on("mass", day)
        return row.body if row else None

    assert [held(day) for day in (FIRST - timedelta(days=1), FIRST, later - timedelta(days=1), later)] == [
        None, "71", "71", "69",
    ]  # fmt: skip
    assert len(kept.settings("mass")) == 2
    assert len(kept.settings()) == 3
    assert kept.remove_setting("mass", later)
    assert held(later) == "71"


def test_a_backup_holds_all_of_it_and_does_not_cover_tries(store: Store, tmp_path: Path) -> None:
    kept = store.measuring
    kept.save_trial(a_trial())
    kept.save_outcome("p1", AT, "{}")
    kept.save_alternation(FIRST, "{}")
    kept.save_setting("mass", FIRST, "70")
    backup = tmp_path / "all.zip"
    write_backup(store.database, store.files, backup)
    kept.forget()
    assert kept.trials() == ()
    read_backup(backup, store.database, store.files, force=False)
    with pytest.raises(Conflict):
        read_backup(backup, store.database, store.files, force=False)
    kept.remove_trial("t1")
    with pytest.raises(Conflict, match="tests"):  # outcomes and settings are the person's, too
        read_backup(backup, store.database, store.files, force=False)
    read_backup(backup, store.database, store.files, force=True)
    assert kept.trials() == (a_trial(),)
    assert (len(kept.outcomes()), len(kept.alternations()), len(kept.settings())) == (1, 1, 1)
    assert kept.save_outcome("p1", AT, "{}") not in {one.id for one in kept.outcomes()[:1]}


def test_a_try_that_cannot_be_read_is_found(store: Store) -> None:
    store.measuring.save_trial(a_trial())
    assert list(check(store.database, store.files)) == []
    with store.database.writing() as db:
        db.execute(text("UPDATE trial SET body = '{}'"))
    (finding,) = check(store.database, store.files)
    assert finding.subject == "trial t1"
