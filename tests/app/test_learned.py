"""Teaching: what one recording's labels teach reaches the others, and goes when it is taken back."""

import multiprocessing
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from backstride import app, gait
from backstride.app import Options
from backstride.app.analysing import analyse_waiting
from backstride.app.labels import moved
from backstride.app.learned import behind, teachers
from backstride.app.lessons import outdated
from backstride.app.queue import Queue
from backstride.bulk import Done, Engine, Guarded
from backstride.bulk.engines import engine as engine_named
from backstride.errors import NotFound
from backstride.recording import Analysis, Bout, Direction, Gait, Label, Placement, Recording
from backstride.store import Store
from backstride.store.schema import lesson
from tests.app import files, teaching
from tests.app.teacher import teach_and_wait
from tests.sessions import pocket_session, put

SOON_S = 20.0
F, B, U = Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """The rules that learn, and the options each of their analyses was given."""
    asked: list[Options] = []

    def analyse(recording: Recording, labels: tuple[Label, ...], options: Options) -> Analysis:
        asked.append(options)
        return teaching.analyse(recording, labels, options)

    monkeypatch.setattr(gait, "analyse", analyse)
    return asked


def kept(store: Store, seed: int, placement: Placement | None = Placement.POCKET) -> str:
    (line,) = app.import_file(store, f"{seed}.csv", files.sensor(20, seed))
    if placement is not None:
        app.describe(store, line.ids[0], f"Number {seed}", "", placement)
    return line.ids[0]


def directions(store: Store, id_: str) -> list[Direction]:
    return [bout.direction for bout in app.show_recording(store, id_).bouts]


def test_what_one_recording_teaches_reaches_the_next(store: Store, given: list[Options]) -> None:
    first = kept(store, 1)
    changed = app.label(store, first, 0.0, 8.0, B)
    assert changed.analysis
    assert [lesson.seconds for lesson in changed.analysis.lessons] == [8.0]
    assert dict(changed.moved) == {(U, B): pytest.approx(8.0)}
    assert not given[-1].lessons  # not its own
    (line,) = app.import_file(store, "next.csv", files.sensor(20, 2))
    # Nobody said yet where the sensor of the new one sits: it is given everything.
    assert [one.direction for one in given[-1].lessons] == [B]
    assert directions(store, line.ids[0]) == [B]
    assert app.show_recording(store, line.ids[0]).taught
    assert not app.show_recording(store, first).taught
    assert outdated(store) == frozenset()


def test_only_lessons_of_the_same_placement_are_given(store: Store, given: list[Options]) -> None:
    pocket, foot = kept(store, 1), kept(store, 2, Placement.FOOT)
    app.label(store, pocket, 0.0, 8.0, B)
    app.analyse_now(store, foot)
    assert not given[-1].lessons
    app.describe(store, foot, "", "", Placement.POCKET)
    assert [one.seconds for one in given[-1].lessons] == [8.0]


def test_a_recording_without_a_motion_sensor_is_given_nothing(store: Store, given: list[Options]) -> None:
    app.label(store, kept(store, 1), 0.0, 8.0, B)
    (line,) = app.import_file(store, "a.gpx", files.gpx())
    assert not given[-1].lessons
    assert line.ids[0] not in outdated(store)


def test_older_recordings_are_read_again_when_asked(store: Store, given: list[Options]) -> None:
    old, other = kept(store, 1), kept(store, 2, Placement.FOOT)
    teacher = kept(store, 3)
    assert app.learned(store) == ()
    app.label(store, teacher, 0.0, 8.0, B)
    (row,) = app.learned(store)
    assert (row.placement, dict(row.seconds)) == (Placement.POCKET, {(B, Gait.RUN): 8.0})
    assert [(one.id, one.name) for one in row.behind] == [(old, "Number 1")]
    assert [(one.id, one.name) for one in row.teachers] == [(teacher, "Number 3")]
    assert directions(store, old) == [U]
    assert app.read_again(store, Placement.POCKET) == 1
    assert app.show_recording(store, old).again
    (row,) = app.learned(store)
    assert (row.behind, row.waiting) == ((), 1)
    assert {step.id for step in app.analyse_pending(store, "here")} == {old}
    assert directions(store, old) == [B]
    (row,) = app.learned(store)
    assert (row.behind, row.waiting) == ((), 0)
    assert directions(store, other) == [U]


def test_undoing_a_label_takes_back_what_it_taught(store: Store, given: list[Options]) -> None:
    old, teacher = kept(store, 1), kept(store, 2)
    app.label(store, teacher, 0.0, 8.0, B)
    app.analyse_now(store, old)
    assert directions(store, old) == [B]
    back = app.undo(store, teacher)
    assert dict(back.moved) == {(B, U): pytest.approx(8.0)}
    # What was learned is gone; the recording that was read with it says so, and can be read again.
    assert behind(store, Placement.POCKET) == (old,)
    (row,) = app.learned(store)
    assert (row.teachers, row.total_s, [one.id for one in row.behind]) == ((), 0.0, [old])
    app.read_again(store, Placement.POCKET)
    list(app.analyse_pending(store, "here"))
    assert directions(store, old) == [U]
    assert app.learned(store) == ()


def test_forgetting_a_placement_takes_back_its_labels(store: Store, given: list[Options]) -> None:
    teacher, elsewhere = kept(store, 1), kept(store, 2, Placement.FOOT)
    app.label(store, teacher, 0.0, 8.0, B)
    app.label(store, elsewhere, 0.0, 5.0, F)
    assert teachers(store, Placement.POCKET) == (teacher,)
    assert app.forget(store, Placement.POCKET) == 1
    assert app.show_recording(store, teacher).labels == ()
    assert [row.placement for row in app.learned(store)] == [Placement.FOOT]
    list(app.analyse_pending(store, "here"))
    assert directions(store, teacher) == [U]
    app.forget_recording(store, elsewhere)
    assert [row for row in app.learned(store) if row.teachers] == []
    with pytest.raises(NotFound):
        app.forget_recording(store, "nothing")


def test_after_new_rules_the_teachers_come_first(store: Store, given: list[Options]) -> None:
    ids = [kept(store, seed) for seed in range(4)]
    app.label(store, ids[0], 0.0, 8.0, B)
    app.label(store, ids[1], 0.0, 5.0, B)
    store.lessons.read_again(ids)
    with store.database.writing() as db:
        db.execute(lesson.delete())  # as a new recipe leaves them: of no use
    workers = engine_named("here")
    steps = list(analyse_waiting(store, store.analyses.pending(gait.RECIPE), workers))
    assert outdated(store) == frozenset()
    assert [directions(store, id_) for id_ in ids[2:]] == [[B], [B]]
    assert (steps[-1].done, steps[-1].total) == (len(steps), len(steps))


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_lessons_travel_to_workers_of_every_engine(sqlite_store: Store, engine: str) -> None:
    if engine == "dask":
        pytest.importorskip("distributed")
    ids = [kept(sqlite_store, seed) for seed in range(2)]
    asked = sqlite_store.lessons.standing(gait.RECIPE)
    assert asked == ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gait, "analyse", teaching.analyse)
        app.label(sqlite_store, ids[0], 0.0, 8.0, B)
    app.read_again(sqlite_store, Placement.POCKET)
    with closing(_Checked(engine_named(engine))) as workers:
        steps = list(analyse_waiting(sqlite_store, (ids[1],), workers))
    assert [step.error for step in steps] == [None]
    assert outdated(sqlite_store) == frozenset()


class _Checked:
    """An engine that sees that lessons went with the work."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def map(self, function: Guarded[Any, Any], tasks: Iterable[Any]) -> Iterator[Done[Any]]:
        def seen() -> Iterator[Any]:
            for task in tasks:
                assert [one.seconds for one in task.item.options.lessons] == [8.0]
                yield task

        return self._engine.map(function, seen())

    def close(self) -> None:
        self._engine.close()


def test_the_real_rules_learn_and_are_given_what_was_learned(sqlite_store: Store) -> None:
    first = put(sqlite_store, pocket_session(), "First")
    changed = app.label(sqlite_store, first, 1.0, 14.0, F)
    assert changed.analysis
    assert [(one.placement, one.direction, one.gait) for one in changed.analysis.lessons] == [
        (Placement.POCKET, F, Gait.RUN)
    ]
    (row,) = app.learned(sqlite_store)
    assert 8 < row.seconds[F, Gait.RUN] <= 13
    later = put(sqlite_store, pocket_session(), "Later")
    assert behind(sqlite_store, Placement.POCKET) == (later,)  # it was put there without asking what was learned
    analysed = app.analyse_now(sqlite_store, later)
    assert analysed
    assert {F, B} <= {bout.direction for bout in analysed.bouts}
    assert behind(sqlite_store, Placement.POCKET) == ()


def test_the_queue_reads_again_what_was_asked_for(store: Store, given: list[Options]) -> None:
    old, teacher = kept(store, 1), kept(store, 2)
    app.label(store, teacher, 0.0, 8.0, B)
    queue = Queue(store, engine="here")
    app.read_again(store, Placement.POCKET)
    queue.look()
    until(lambda: not app.show_recording(store, old).again)
    queue.close()
    assert directions(store, old) == [B]
    assert queue.trouble is None


def test_teaching_that_is_killed_half_way_is_completed(store: Store, tmp_path: Path, given: list[Options]) -> None:
    id_ = kept(store, 1)
    told = tmp_path / "told"
    process = multiprocessing.get_context("spawn").Process(
        target=teach_and_wait, args=(store.folder, store.url, id_, told)
    )
    process.start()
    until(told.exists)
    process.kill()
    process.join()
    # The label stands, nothing of the analysis does, and the recording is known to wait.
    shown = app.show_recording(store, id_)
    assert [one.direction for one in shown.labels] == [B]
    assert (directions(store, id_), shown.again, app.learned(store)) == ([U], True, ())
    assert app.verify(store) == ()
    list(app.analyse_pending(store, "here"))
    assert directions(store, id_) == [B, U]
    assert [row.total_s for row in app.learned(store)] == [8.0]
    assert not app.show_recording(store, id_).again


def until(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON_S
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


def bout(start_s: float, end_s: float, direction: Direction) -> Bout:
    return Bout(start_s, end_s, direction, Gait.RUN, 0.9)


def test_seconds_that_changed_hands() -> None:
    before = [bout(0, 10, F), bout(10, 20, B), bout(20, 30, U)]
    assert moved(before, before) == {}
    assert moved(before, [bout(0, 30, B)]) == {(F, B): 10, (U, B): 10}
    assert moved(before, [bout(0, 5, B), bout(5, 25, F), bout(25, 30, U)]) == {(B, F): 10, (F, B): 5, (U, F): 5}
    assert moved([], [bout(0, 30, B)]) == {}
    assert moved(before, []) == {}
