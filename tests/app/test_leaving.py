"""What leaves the house, from a store with a plan."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import fitdecode
import pytest
from icalendar import Calendar

from backstride.app import Store, leaving, open_store
from backstride.app.leaving import SESSION_EXPORTS, CalendarWishes
from backstride.app.rendered import Rendered
from backstride.errors import NotFound
from backstride.plan.exercises import EXERCISES
from backstride.words import words
from tests.formats.writers.samples import DAY, LIFTED, PLACED, plan

EN = words("en")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        opened.coach.save_plan(plan(PLACED, LIFTED))
        yield opened


def events(data: bytes) -> dict[str, Any]:
    read: Any = Calendar.from_ical(data)
    return {str(event["uid"]): event for event in read.events}


def test_the_calendar_follows_the_plan_through_versions(store: Store) -> None:
    first = events(leaving.calendar(store, EN, DAY))
    assert {event["status"] for event in first.values()} == {"CONFIRMED"}
    moved = replace(PLACED, day=DAY + timedelta(days=1))
    store.coach.save_plan(plan(moved, version=2))
    second = events(leaving.calendar(store, EN, DAY))
    assert second["p-1@backstride"]["dtstart"].dt == moved.day
    assert second["p-2@backstride"]["status"] == "CANCELLED"
    assert all(second[uid]["sequence"] > first[uid]["sequence"] for uid in first)
    assert second["p-1@backstride"]["dtstamp"].dt >= first["p-1@backstride"]["dtstamp"].dt


def test_a_session_alone_is_as_new_as_the_calendar_that_holds_it(store: Store) -> None:
    store.coach.save_plan(plan(PLACED, LIFTED, version=2, at="18:00"))
    whole = events(leaving.calendar(store, EN, DAY))["p-2@backstride"]
    alone = events(leaving.workout_file(store, "p-2", "ics", EN).data)
    assert list(alone) == ["p-2@backstride"]
    assert alone["p-2@backstride"]["sequence"] == whole["sequence"]


def test_another_plan_cancels_the_first_and_counts_on(store: Store) -> None:
    before = events(leaving.calendar(store, EN, DAY))
    other = replace(plan(replace(PLACED, id="q-1")), id="other")
    store.coach.save_plan(other)
    after = events(leaving.calendar(store, EN, DAY))
    assert {uid: str(event["status"]) for uid, event in after.items()} == {
        "q-1@backstride": "CONFIRMED",
        "p-1@backstride": "CANCELLED",
        "p-2@backstride": "CANCELLED",
    }
    assert after["p-1@backstride"]["sequence"] > before["p-1@backstride"]["sequence"]


def test_an_ended_plan_leaves_an_empty_calendar(store: Store) -> None:
    before = events(leaving.calendar(store, EN, DAY))
    store.coach.end_plan()
    after = events(leaving.calendar(store, EN, DAY))
    assert {event["status"] for event in after.values()} == {"CANCELLED"}
    assert after["p-1@backstride"]["sequence"] > before["p-1@backstride"]["sequence"]


def test_what_was_dropped_long_ago_is_not_told_any_more(store: Store) -> None:
    store.coach.save_plan(plan(PLACED, version=2))
    assert set(events(leaving.calendar(store, EN, DAY + timedelta(days=90)))) == {"p-1@backstride"}


def test_without_a_plan_there_is_no_calendar(tmp_path: Path) -> None:
    with open_store(tmp_path) as empty:
        for ask in (lambda: leaving.calendar(empty, EN, DAY), lambda: leaving.week_sheet(empty, DAY, EN)):
            with pytest.raises(NotFound, match="no plan"):
                ask()


def test_the_token_opens_and_nothing_else_does(store: Store) -> None:
    token = store.coach.calendar_token()
    assert leaving.token_is_right(store, token)
    assert not any(leaving.token_is_right(store, wrong) for wrong in ("", token[:-1], token + "x", "ä"))
    store.coach.new_calendar_token()
    assert not leaving.token_is_right(store, token)


@pytest.mark.parametrize("kind", [row.kind for row in SESSION_EXPORTS])
def test_a_session_as_every_kind_of_file(store: Store, kind: str) -> None:
    made = leaving.workout_file(store, "p-1", kind, words("de"), CalendarWishes("Europe/Berlin"))
    assert made.name == f"2026-03-02 Backward in short stretches.{kind}"
    assert made.data == leaving.workout_file(store, "p-1", kind, words("de"), CalendarWishes("Europe/Berlin")).data
    start = {"fit": b"\x0e", "txt": b"Backward", "ics": b"BEGIN:VCALENDAR", "pdf": b"%PDF"}[kind]
    assert made.data.startswith(start)


def test_the_watch_file_carries_the_speed_the_person_said(store: Store) -> None:
    known = plan(PLACED, version=2)
    health = replace(known.answers.health, forward_mps=3.0)
    store.coach.save_plan(replace(known, answers=replace(known.answers, health=health)))
    data = leaving.workout_file(store, "p-1", "fit", EN).data
    with fitdecode.FitReader(io.BytesIO(data)) as frames:
        names = [frame.name for frame in frames if isinstance(frame, fitdecode.FitDataMessage)]
    assert names.count("workout_step") == 7
    assert b"/km Pace" in leaving.workout_file(store, "p-1", "txt", EN).data


def test_unknown_sessions_and_kinds_are_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="p-9"):
        leaving.workout_file(store, "p-9", "fit", EN)
    with pytest.raises(NotFound, match="choose one of fit, txt, ics, pdf, mp3, ogg"):
        leaving.workout_file(store, "p-1", "zwo", EN)
    with pytest.raises(NotFound, match="zwo"):
        leaving.audio_key(store, "p-1", "zwo", EN)


def test_sheets(store: Store) -> None:
    week = leaving.week_sheet(store, date(2026, 3, 2), EN, "letter")
    assert (week.name, week.data[:5]) == ("Week from 2026-03-02.pdf", b"%PDF-")
    chosen = leaving.exercise_sheet(list(EXERCISES)[:2] * 2, words("de"))
    assert chosen.data[:5] == b"%PDF-"
    for keys in ([], ["squat", "no-such"]):
        with pytest.raises(NotFound):
            leaving.exercise_sheet(keys, EN)


@pytest.mark.skipif(not leaving.has_voice(), reason="the extra audio is not installed")
def test_the_spoken_session_is_made_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def pretend(workout: object, w: object, language: str, kind: str) -> bytes:
        made.append(language)
        return b"sound " + language.encode()

    monkeypatch.setattr("backstride.app.leaving.speech.session_audio", pretend)
    monkeypatch.setattr(leaving, "_AUDIO", Rendered(1000))
    for _ in range(2):
        assert leaving.session_audio(store, "p-1", "mp3", EN).data == b"sound en"
    spoken = leaving.session_audio(store, "p-1", "mp3", words("de"))
    assert (spoken.data, spoken.media_type) == (b"sound de", "audio/mpeg")
    assert made == ["en", "de"]


def test_the_key_of_a_sound_is_its_content(store: Store) -> None:
    key = leaving.audio_key(store, "p-1", "mp3", EN)
    assert key == leaving.audio_key(store, "p-1", "mp3", EN)
    others = {
        leaving.audio_key(store, id_, kind, language)
        for id_, kind, language in (("p-2", "mp3", EN), ("p-1", "ogg", EN), ("p-1", "mp3", words("de")))
    }
    assert len(others | {key}) == 4


def test_what_is_rendered_is_kept_up_to_a_limit() -> None:
    kept, made = Rendered(10), []

    def make(name: str, size: int) -> bytes:
        made.append(name)
        return b"x" * size

    for name, size in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("b", 4), ("big", 11), ("big", 11)):
        assert kept.get(name, lambda name=name, size=size: make(name, size)) == b"x" * size  # type: ignore[misc]
    assert made == ["a", "b", "c", "b", "big", "big"]


def test_of_many_who_ask_at_once_one_makes_it() -> None:
    kept, made, ready = Rendered(100), [], Barrier(4)

    def make() -> bytes:
        made.append(1)
        return b"x"

    def ask() -> None:
        ready.wait()
        kept.get("a", make)

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_a_failure_is_not_kept() -> None:
    kept = Rendered(100)
    with pytest.raises(ValueError, match="no"):
        kept.get("a", _fail)
    assert kept.get("a", lambda: b"x") == b"x"


def _fail() -> bytes:
    raise ValueError("no")
