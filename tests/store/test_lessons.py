"""Events, reasoning, steps and lessons: kept small, given back whole, gone with what made them."""

import zlib
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from sqlalchemy import event, text

from backstride.recording import Direction, Label, Lesson, Placement, Reasoning, Steps, Voice
from backstride.store import Filter, Store
from backstride.store.checking import check
from backstride.store.compact import pack_reasoning, pack_steps, unpack_reasoning, unpack_steps
from tests import made
from tests.reasons import EVENTS, LESSON, VOICES, reasoning

HOUR = 7200  # half seconds


def taught(store: Store, content: bytes, *lessons: Lesson, days: int = 0) -> str:
    """A recording whose analysis taught these."""
    one = made.recording(made.START + timedelta(days=days))
    (id_,) = store.recordings.add(made.new_file(content, one)).ids
    analysed = made.analysed()
    assert analysed.analysis
    found = replace(analysed.analysis, lessons=lessons)
    assert store.analyses.save(id_, 0, replace(analysed, analysis=found, worn=Placement.WAIST, taught="abc"))
    return id_


def test_all_that_an_analysis_found_comes_back(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    analysed = made.analysed()
    assert analysed.analysis
    steps = Steps(np.array([0.25, 0.6]), np.array([0.5, np.nan]), np.array([1, -1], np.int8))
    whole = replace(analysed.analysis, events=EVENTS, reasoning=reasoning(), lessons=(LESSON,), steps=steps)
    store.analyses.save(id_, 0, replace(analysed, analysis=whole))
    kept = store.analyses.of(id_, made.RECIPE)
    assert kept
    assert kept.analysis
    assert repr(kept.analysis.events) == repr(EVENTS)
    assert kept.analysis.lessons == (LESSON,)
    np.testing.assert_array_equal(kept.analysis.steps.side, steps.side)
    np.testing.assert_array_equal(kept.analysis.steps.off_s, steps.off_s)
    assert_close(kept.analysis.reasoning, reasoning())


def assert_close(kept: Reasoning, expected: Reasoning) -> None:
    np.testing.assert_allclose(kept.edge_s, expected.edge_s, atol=1e-6)
    np.testing.assert_allclose(kept.chance, expected.chance, atol=0.01)
    np.testing.assert_allclose(kept.chance.sum(axis=1)[np.isfinite(kept.chance[:, 0])], 1.0)
    assert [(voice.source, voice.why) for voice in kept.voices] == [(v.source, v.why) for v in expected.voices]
    for mine, theirs in zip(kept.voices, expected.voices, strict=True):
        np.testing.assert_allclose(mine.odds, np.clip(theirs.odds, -12.5, 12.5), atol=0.0501)
    assert kept.front == pytest.approx(expected.front)


def test_reasoning_is_rounded_finely_where_it_is_sure() -> None:
    chance = np.array([[0.9995, 0.0005, 0, 0, 0], [0.5, 0.5, 0, 0, 0], [np.nan] * 5])
    kept = unpack_reasoning(pack_reasoning(Reasoning(np.arange(4.0), chance))).chance
    assert abs(kept[0, 1] - 0.0005) < 0.0002
    np.testing.assert_allclose(kept[1, :2], 0.5, atol=0.004)
    assert np.isnan(kept[2]).all()


@pytest.mark.parametrize("frames", [0, 1, 3])
def test_reasoning_of_any_length(frames: int) -> None:
    one = Reasoning(np.arange(frames + 1.0), np.full((frames, 5), 0.2), (), 0.25)
    kept = unpack_reasoning(pack_reasoning(one))
    assert kept.chance.shape == (frames, 5)
    assert len(kept.edge_s) == frames + 1


def test_an_hour_of_reasoning_costs_less_than_60_kb() -> None:
    generator = np.random.default_rng(1)
    wild = generator.dirichlet((0.2,) * 5, HOUR)  # nothing like it ever moved
    voices = tuple(Voice(VOICES[0].source, VOICES[0].why, generator.normal(0, 3, HOUR)) for _ in range(2))
    data = pack_reasoning(Reasoning(np.linspace(0, HOUR / 2, HOUR + 1), wild, voices))
    assert data
    assert len(data) < 60_000


def test_steps_without_sides_as_the_first_version_kept_them() -> None:
    contact = np.arange(34.0)
    old = zlib.compress(np.stack((contact, contact + 0.2)).astype("<f8").tobytes(), 1)
    kept = unpack_steps(old)
    np.testing.assert_array_equal(kept.contact_s, contact)
    assert len(kept.side) == 0
    for steps in (kept, Steps(), Steps(contact, contact, np.ones(34, np.int8))):
        again = unpack_steps(pack_steps(steps))
        np.testing.assert_array_equal(again.contact_s, steps.contact_s)
        np.testing.assert_array_equal(again.side, steps.side)


def test_lessons_of_all_recordings_but_ones_own(store: Store) -> None:
    foot = replace(LESSON, placement=Placement.FOOT, seconds=9.0)
    first, second = taught(store, b"1", LESSON), taught(store, b"2", replace(LESSON, seconds=50.0), foot, days=1)
    assert [one.seconds for one in store.lessons.others(first, made.RECIPE)] == [9.0, 50.0]
    assert store.lessons.others(second, made.RECIPE, Placement.POCKET) == (LESSON,)
    assert store.lessons.others(second, made.RECIPE, Placement.FOOT) == ()
    assert store.lessons.others(first, "another recipe") == ()
    assert [one.id for one in store.lessons.standing(made.RECIPE, Placement.POCKET)] == [second, first]


def test_only_the_newest_of_a_placement_count(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backstride.store.lessons.MOST", 2)
    ids = [taught(store, bytes([day]), LESSON, days=day) for day in range(3)]
    assert [one.id for one in store.lessons.standing(made.RECIPE)] == [ids[2], ids[1]]


def test_lessons_go_with_the_analysis_and_with_the_recording(store: Store) -> None:
    first, second = taught(store, b"1", LESSON), taught(store, b"2", LESSON, days=1)
    store.analyses.save(first, 0, made.analysed())
    assert [one.id for one in store.lessons.standing(made.RECIPE)] == [second]
    store.recordings.remove(second)
    assert store.lessons.standing(made.RECIPE) == ()
    assert list(check(store.database, store.files)) == []


def test_forgetting_takes_back_labels_and_lessons_in_one_step(store: Store) -> None:
    id_, other = taught(store, b"1", LESSON), taught(store, b"2", LESSON, days=1)
    store.labels.add(id_, Label(1.0, 2.0, Direction.BACKWARD))
    store.analyses.save(id_, 1, made.analysed())
    assert store.labels.carriers() == {id_}
    assert store.lessons.forget((id_,)) == 1
    assert store.labels.carriers() == frozenset()
    assert [one.id for one in store.lessons.standing(made.RECIPE)] == [other]
    assert store.recordings.get(id_).again
    assert store.analyses.pending(made.RECIPE) == (id_,)
    assert not store.analyses.save(id_, 1, made.analysed())  # it was made with what is forgotten
    assert store.analyses.save(id_, 2, made.analysed())
    assert store.analyses.pending(made.RECIPE) == ()


def test_a_correction_waits_until_it_is_analysed(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    store.labels.add(id_, Label(1.0, 2.0, Direction.BACKWARD))
    assert store.analyses.pending(made.RECIPE) == (id_,)
    store.analyses.save(id_, 1, made.analysed())
    assert store.analyses.pending(made.RECIPE) == ()


def test_what_was_read_and_with_which_lessons(store: Store) -> None:
    id_ = taught(store, b"1")
    (unread,) = store.recordings.add(made.new_file(b"no motion sensor")).ids
    assert unread != id_
    (found,) = store.lessons.readings(made.RECIPE)
    assert (found.id, found.name, found.worn) == (id_, "Morning", Placement.WAIST)
    assert (found.taught, found.again) == ("abc", False)
    assert store.lessons.readings("another recipe") == ()
    assert store.lessons.read_again((id_, "nothing")) == 1
    assert store.lessons.readings(made.RECIPE)[0].again


def test_a_page_of_the_list_opens_no_analysis(sqlite_store: Store) -> None:
    taught(sqlite_store, b"1", LESSON)
    asked: list[str] = []
    event.listen(sqlite_store.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    sqlite_store.lists.page(Filter())
    assert asked
    for word in ("analysis", "lesson", "reasoning", "taught", "again", "worn"):
        assert not any(word in statement for statement in asked), word


def test_an_analysis_kept_before_reasoning_was_is_read(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    with store.database.writing() as db:
        db.execute(text("UPDATE analysis SET reasoning = NULL, body = replace(body, '\"events\":[],', '')"))
        db.execute(text("UPDATE analysis SET body = replace(body, ',\"events\":[]', '')"))
        assert "events" not in str(db.execute(text("SELECT body FROM analysis")).scalar())
    kept = store.analyses.of(id_, made.RECIPE)
    assert kept
    assert kept.analysis
    assert (kept.analysis.events, len(kept.analysis.reasoning.chance)) == ((), 0)
    assert kept.analysis.bouts == made.analysis().bouts
