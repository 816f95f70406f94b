"""Which tries count as what; and that every outcome names what there is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from backstride.assess import TESTS, Trial
from backstride.evidence.promises import PROMISES
from backstride.plan.kinds import Goal
from backstride.progress.outcomes import MOST, NUMBERS, OUTCOMES, proposed
from backstride.progress.points import Part, Tried, counted, newest, of_sessions, of_tests, training, went_backward
from backstride.recording import Direction, Side
from backstride.session import BodyPart, Done, Measured, Pain, Session

FIRST = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)


def session(day: int, speed: float | None = 1.0, backward_s: float = 300.0) -> Session:
    told = Measured({Direction.BACKWARD: backward_s}, backward_speed_mps=speed, transitions=10, unclean=1)
    return Session(f"s{day}", FIRST + timedelta(days=day), AT, measured=told, rpe=3.0)


def trial(day: int, value: float, test: str = "walk-3m", side: Side = Side.UNKNOWN, **more: object) -> Trial:
    when = FIRST + timedelta(days=day)
    at = datetime(when.year, when.month, when.day, 7, 30, tzinfo=UTC)
    return Trial(f"{test}{day}{side}{value}", test, value, when, at, side, **more)  # type: ignore[arg-type]


SESSIONS = [session(3 * n) for n in range(8)]


def test_tests_stand_before_between_and_after() -> None:
    done = training(reversed(SESSIONS))
    assert done.began == FIRST
    assert done.worked == FIRST + timedelta(days=15)
    parts = {day: done.part(FIRST + timedelta(days=day)) for day in (-9, 0, 1, 15, 16, 90)}
    assert parts == {
        -9: Part.BEFORE, 0: Part.BEFORE, 1: Part.BETWEEN, 15: Part.BETWEEN, 16: Part.AFTER, 90: Part.AFTER,
    }  # fmt: skip
    assert training(SESSIONS[:5]).part(FIRST + timedelta(days=90)) is Part.BETWEEN
    assert training([]).part(FIRST) is Part.BEFORE


def test_what_counts_as_going_backward() -> None:
    assert went_backward(session(0))
    assert not went_backward(session(0, backward_s=5.0))
    assert went_backward(Session("a", FIRST, AT, stage="walk"))
    assert not went_backward(Session("a", FIRST, AT, stage="walk", done=Done.SKIPPED))
    assert not went_backward(Session("a", FIRST, AT))


def test_practice_never_counts_and_tries_between_are_shown_only() -> None:
    trials = [trial(-5, 9.0, practice=True), trial(-5, 3.0), trial(-5, 2.8), trial(5, 2.5), trial(40, 2.0)]
    tried = of_tests(TESTS["walk-3m"], trials, training(SESSIONS))
    assert [(one.value, one.part) for one in tried] == [(2.8, Part.BEFORE), (2.5, Part.BETWEEN), (2.0, Part.AFTER)]
    assert [one.after for one in counted(tried)] == [False, True]
    assert counted(tried)[0].known["hour"] == 7.5


def test_of_two_sides_a_day_needs_both() -> None:
    trials = [trial(0, 10.0, "stance-closed", Side.LEFT), trial(0, 14.0, "stance-closed", Side.RIGHT),
              trial(1, 9.0, "stance-closed", Side.LEFT)]  # fmt: skip
    assert [one.value for one in of_tests(TESTS["stance-closed"], trials, training(()))] == [12.0]


def test_only_the_usual_condition_is_compared() -> None:
    trials = [trial(day, 140.0 + day, "economy", condition="6:00 min/km") for day in (0, 1)]
    trials.append(trial(2, 170.0, "economy", condition="4:00 min/km", details={"temperature": 20.0}))
    tried = of_tests(TESTS["economy"], trials, training(()))
    assert [one.value for one in tried] == [140.0, 141.0]
    hot = of_tests(TESTS["economy"], trials[2:], training(()))
    assert hot[0].known["temperature"] == 20.0


def test_what_only_sessions_show_begins_with_the_first_three() -> None:
    rows = [*SESSIONS, session(1, None)]
    tried = of_sessions(NUMBERS["backward-speed"], rows)
    assert [one.part for one in tried] == [Part.BEFORE] * 3 + [Part.BETWEEN] * 2 + [Part.AFTER] * 3


def test_tests_of_going_backward_begin_with_the_first_three() -> None:
    trials = [trial(day, 60.0 - day, "time-trial", condition="100 m") for day in (1, 4, 7, 10, 22, 30, 60)]
    done = training(session(3 * n) for n in range(10))
    tried = of_tests(TESTS["time-trial"], trials, done, skill=True)
    assert [one.part for one in tried] == [Part.BEFORE] * 3 + [Part.BETWEEN] * 2 + [Part.AFTER] * 2


def test_numbers_of_a_session() -> None:
    told = Session(
        "a", FIRST, AT, rpe=4.0, pains=(Pain(BodyPart.KNEE, Side.LEFT, 3), Pain(BodyPart.CALF, Side.LEFT, 6))
    )
    assert NUMBERS["knee-pain"].of(told) == 3.0
    assert NUMBERS["knee-pain"].of(Session("a", FIRST, AT)) is None
    assert NUMBERS["clean-changes"].of(session(0)) == pytest.approx(90.0)
    assert NUMBERS["clean-changes"].of(told) is None
    assert NUMBERS["backward-speed"].of(session(0, backward_s=40.0)) is None


def test_every_outcome_names_what_there_is() -> None:
    for key, one in OUTCOMES.items():
        assert key == one.key
        assert one.promise in PROMISES
        assert bool(one.test) != bool(one.number)
        assert one.measure.unit
    for goal in Goal:
        assert 1 <= len(proposed(goal)) <= MOST


def test_of_very_many_only_the_newest_of_each_side_count() -> None:
    many = [Tried(FIRST + timedelta(days=n), float(n), Part.AFTER if n >= 50 else Part.BEFORE) for n in range(400)]
    kept = newest(many)
    assert [one.value for one in kept if one.part is Part.BEFORE] == list(range(20, 50))
    assert [one.value for one in kept if one.part is Part.AFTER] == list(range(370, 400))
    assert len(kept) == 160


def test_what_was_around_a_try_is_known_with_it() -> None:
    """The ground counts as one kind or another; an hour only where the try was not typed on a later day."""
    around = {"surface": 1.0, "temperature": 12.0}
    (day,) = of_tests(TESTS["walk-3m"], [trial(-2, 3.0, details=around), trial(-2, 2.9, details=around)], training([]))
    assert day.known == {"hour": 7.5, **around}
    (point,) = counted([day])
    assert (point.known["surface road"], point.known["surface track"]) == (1.0, 0.0)
    assert "surface" not in point.known
    later = trial(-2, 3.0, details={**around, "surface": 2.0})
    later = replace(later, at=later.at + timedelta(days=3))
    (mixed,) = of_tests(TESTS["walk-3m"], [trial(-2, 2.9, details=around), later], training([]))
    assert mixed.known == {"temperature": 12.0}
