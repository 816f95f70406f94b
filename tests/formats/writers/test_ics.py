"""The calendar of a plan, read back by the library and checked by hand where programs are strict."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from backstride.formats.writers.ics import Wanted, write_calendar
from backstride.plan.exercises import EXERCISES
from backstride.plan.planned import Planned
from backstride.plan.workout import Block
from backstride.plan.workouts_steps import exercise_steps
from backstride.words import words
from tests.formats.writers.samples import LIFTED, PLACED, plain, plan, verbatim

MADE = datetime(2026, 3, 1, 12, 30, 15, 99, tzinfo=UTC)
WANTED = Wanted(MADE)


def events(data: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return {str(event["uid"]): event for event in calendar.events}


def test_a_day_with_everything_in_it() -> None:
    data = write_calendar(
        plan(PLACED), plain, replace(WANTED, link=lambda id_: f"http://localhost/plan/sessions/{id_}")
    )
    event = events(data)["p-1@backstride"]
    assert event["dtstart"].dt == date(2026, 3, 2)
    assert event["dtend"].dt == date(2026, 3, 3)
    assert (event["summary"], event["location"], event["status"]) == (
        "Backward in short stretches",
        "Track",
        "CONFIRMED",
    )
    assert event["categories"].cats == ["Backward"]
    assert event["url"] == "http://localhost/plan/sessions/p-1"
    assert event["dtstamp"].dt == event["last-modified"].dt == MADE.replace(microsecond=0)
    text = str(event["description"])
    for part in (
        "First running steps backward",
        "Two sessions a week",
        "- Walk the stretch forward and clear it",
        "3 times in turn:\n  - 30 s: Jog backward",
        "  - Turn round on the spot",
        "not a medical device",
    ):
        assert part in text


def test_a_time_of_day_with_its_zone() -> None:
    data = write_calendar(plan(PLACED, at="18:15"), plain, replace(WANTED, zone="Europe/Berlin", alarm_min=30))
    event = events(data)["p-1@backstride"]
    assert event["dtstart"].dt == datetime.fromisoformat("2026-03-02T18:15:00+01:00")
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=9)
    assert event["dtstart"].params["tzid"] == "Europe/Berlin"
    (alarm,) = event.alarms.times
    assert alarm.trigger == datetime.fromisoformat("2026-03-02T17:45:00+01:00")
    calendar: Any = Calendar.from_ical(data)
    (zone,) = calendar.timezones
    offsets = {str(part["tzoffsetto"].to_ical()) for part in zone.subcomponents}
    assert offsets == {"+0100", "+0200"}


def test_without_a_zone_the_clock_on_the_wall_counts() -> None:
    data = write_calendar(plan(PLACED, at="07:05"), plain, WANTED)
    assert events(data)["p-1@backstride"]["dtstart"].dt == datetime(2026, 3, 2, 7, 5)  # noqa: DTZ001
    assert b"VTIMEZONE" not in data


@pytest.mark.parametrize("zone", ["", "Europe/Berlin"])
def test_sessions_of_one_day_follow_one_another(zone: str) -> None:
    """The first takes 9 minutes, the second begins at the next round minute."""
    both = plan(PLACED, replace(LIFTED, day=PLACED.day), at="18:15")
    found = events(write_calendar(both, plain, replace(WANTED, zone=zone)))
    first, second = found["p-1@backstride"], found["p-2@backstride"]
    assert f"{first['dtend'].dt:%H:%M}" == "18:24"
    assert f"{second['dtstart'].dt:%H:%M}" == "18:25"
    alone = events(write_calendar(both, plain, replace(WANTED, zone=zone, only="p-2")))
    assert list(alone) == ["p-2@backstride"]
    assert alone["p-2@backstride"]["dtstart"].dt == second["dtstart"].dt


def test_nothing_that_steers_a_program_gets_in() -> None:
    text = "a\x00b\x07\x1b[31m\ud800\r\nBEGIN:VEVENT\r\n\N{FAMILY}\u202e"
    nasty = replace(PLACED, workout=replace(PLACED.workout, name=verbatim(text), purpose=verbatim(text)))
    data = write_calendar(plan(nasty), plain, WANTED)
    assert data.count(b"\r\nBEGIN:VEVENT") == 1
    assert not any(byte < 32 for byte in data.replace(b"\r\n", b""))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "\N{FAMILY}" in str(events(data)["p-1@backstride"]["summary"])


def test_what_was_cancelled_keeps_nobody_busy_and_reminds_nobody() -> None:
    data = write_calendar(plan(LIFTED, at="18:15"), plain, replace(WANTED, former=(PLACED,), alarm_min=30))
    gone = events(data)["p-1@backstride"]
    assert (gone["status"], gone["transp"], list(gone.subcomponents)) == ("CANCELLED", "TRANSPARENT", [])
    assert data.count(b"BEGIN:VALARM") == 1


def test_a_session_lasts_as_long_when_the_clocks_change() -> None:
    """The night of 29 March has no 02:30 in Berlin."""
    night = replace(PLACED, day=date(2026, 3, 29))
    event = events(write_calendar(plan(night, at="01:55"), plain, replace(WANTED, zone="Europe/Berlin")))
    start, end = event["p-1@backstride"]["dtstart"].dt, event["p-1@backstride"]["dtend"].dt
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=9)


def test_moved_and_adapted_sessions_keep_their_uid_and_dropped_ones_are_cancelled() -> None:
    before = events(write_calendar(plan(PLACED, LIFTED), plain, WANTED))
    moved = replace(PLACED, day=date(2026, 3, 5), moved=True)
    later = plan(moved, version=2)
    after = events(write_calendar(later, plain, replace(WANTED, former=(PLACED, LIFTED))))
    assert set(before) == set(after) == {"p-1@backstride", "p-2@backstride"}
    assert after["p-1@backstride"]["dtstart"].dt == date(2026, 3, 5)
    assert [after[uid]["status"] for uid in sorted(after)] == ["CONFIRMED", "CANCELLED"]
    assert [before[uid]["sequence"] for uid in sorted(before)] == [1, 1]
    assert [after[uid]["sequence"] for uid in sorted(after)] == [2, 2]


def test_it_asks_to_be_looked_at_again_and_never_changes_by_itself() -> None:
    data = write_calendar(plan(), words("de"), WANTED)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in data
    assert b"X-PUBLISHED-TTL:PT4H\r\n" in data
    assert b"METHOD:PUBLISH\r\n" in data
    assert events(data)["p-1@backstride"]["categories"].cats == ["Rückwärts"]
    assert data == write_calendar(plan(), words("de"), WANTED)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200), min_size=1, max_size=4))
def test_any_words_keep_to_the_line_rules_and_come_back(texts: Sequence[str]) -> None:
    workout = replace(
        PLACED.workout, name=verbatim(texts[0]), set_up=tuple(map(verbatim, texts)), purpose=verbatim(texts[-1])
    )
    data = write_calendar(plan(replace(PLACED, workout=workout)), plain, WANTED)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode()  # a letter is never folded in the middle
    assert [line for line in lines if line.startswith(b"BEGIN:VEVENT")] == [b"BEGIN:VEVENT"]
    event = events(data)["p-1@backstride"]
    assert str(event["summary"]) == texts[0]
    assert texts[-1] in str(event["description"])


@pytest.mark.parametrize("text", ["a\r\nBEGIN:VEVENT", "a\nATTACH:file:///etc/passwd", "semi;colon,comma\\n"])
def test_nothing_in_a_name_becomes_a_property(text: str) -> None:
    named: Planned = replace(PLACED, workout=replace(PLACED.workout, name=verbatim(text)))
    (event,) = events(write_calendar(plan(named), plain, WANTED)).values()
    assert "attach" not in event
    assert str(event["summary"]).replace("\r", "") == text.replace("\r", "")


def test_both_sides_of_an_exercise_are_one_line() -> None:
    sides = exercise_steps(EXERCISES["reverse-lunge"])
    assert len(sides) == 2
    planned = replace(LIFTED, workout=replace(LIFTED.workout, blocks=(Block(2, (*sides, *sides[:1])), Block(1, sides))))
    text = str(events(write_calendar(plan(planned), plain, WANTED))["p-2@backstride"]["description"])
    assert text.count("Reverse lunge, each side") == 1
    assert text.count("Reverse lunge, left side") == 2
