"""What is said when: steps at their seconds, nothing over anything else, the stop before every turn."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from backstride.evidence import training
from backstride.formats.writers.script import GLANCES, Script, Tone, seconds_of, spoken_length, write_script
from backstride.message import Message
from backstride.plan import cues
from backstride.plan.kinds import Action, Until
from backstride.plan.workout import Block, Step, Workout
from tests.formats.writers.samples import BACK, MIXED, ON, STOP, TURN, plain, verbatim, workouts

TONES = {Tone.START: 0.25, Tone.TICK: 0.09, Tone.END: 1.04}


def length_of(text: str) -> float:
    """A voice that says fifteen letters a second."""
    return len(text) / 15


def script(*steps: Step, times: int = 1) -> Script:
    return write_script(replace(MIXED, blocks=(Block(times, steps),)), plain, length_of)


def within(one: Script, at: int) -> list[str]:
    """The words of a step."""
    ends = [*one.starts[1:], one.seconds - 1.5 - length_of("That was the session. You are done.") - 1.5]
    return [s.what for s in one.sounds if one.starts[at] <= s.at_s < ends[at] and isinstance(s.what, str)]


def test_steps_begin_at_their_seconds() -> None:
    made = write_script(MIXED, plain, length_of)
    lasts = [120, *[30, 10, 6, 70] * 3, 90]
    assert [after - before for before, after in pairwise(made.starts)] == lasts[:-1]
    assert made.starts[0] == int(made.starts[0])
    tones = [sound.at_s for sound in made.sounds if sound.what is Tone.START]
    assert tones == list(made.starts)


def test_the_lead_in_says_how_to_set_up() -> None:
    made = write_script(MIXED, plain, length_of)
    before = [sound.what for sound in made.sounds if sound.at_s < made.starts[0]]
    assert before == [
        "Backward in short stretches",
        "About 9 minutes.",
        "Walk the stretch forward and clear it",
        "Ask somebody to watch",
        "Get ready.",
        *[Tone.TICK] * 3,
    ]


def test_a_stop_comes_before_every_change_of_direction_and_no_other() -> None:
    made = script(BACK, STOP, TURN, ON, ON, BACK)
    stopped = [any("low down and stop" in text for text in within(made, at)) for at in range(6)]
    assert stopped == [True, False, False, False, True, False]


def test_who_circles_the_arms_need_not_stop() -> None:
    circles = replace(STOP, action=Action.WARM_UP, says=verbatim("Arm circles"))
    made = script(replace(ON, action=Action.WARM_UP), circles, STOP, BACK)
    assert [any("low down and stop" in text for text in within(made, at)) for at in range(4)] == [
        True,
        False,
        False,
        False,
    ]


def test_amounts_that_are_not_times_are_said_with_about() -> None:
    squats = replace(BACK, until=Until.REPS, amount=12.0, usual_s=40.0, says=STOP.says)
    made = script(TURN, ON, squats)
    assert "Turn round on the spot: about 6 seconds." in within(made, 0)
    assert "Walk forward: 100 metres, about 1 minute." in within(made, 1)
    assert "Stop and stand: 12 times, about 40 seconds." in within(made, 2)


def test_what_ends_by_distance_has_no_half_and_stops_whoever_is_there() -> None:
    race = replace(BACK, until=Until.DISTANCE, amount=5000.0, usual_s=2237.0)
    said = within(script(race, ON), 0)
    assert said[0] == "Jog backward: 5000 metres, about 37 minutes."
    assert said[-1] == "When you are there, slow down and stop. Until then, pause the player."
    assert "Half-way." not in said


def test_half_way_is_said_in_long_steps_at_half() -> None:
    made = script(replace(ON, until=Until.TIME, amount=200.0), BACK)
    (half,) = [sound.at_s for sound in made.sounds if sound.what == "Half-way."]
    assert half - made.starts[0] == 100.0


def test_cues_go_on_where_the_step_before_stopped() -> None:
    made = script(BACK, times=3)
    told = [sound.what for sound in made.sounds if sound.what in {str(cue) for cue in BACK.cues}]
    assert len(told) >= 4
    own = [str(cue) for cue in BACK.cues]
    assert told == (own * len(told))[: len(told)]


def test_who_is_told_nothing_of_it_is_told_to_look_round_both_ways() -> None:
    made = script(replace(BACK, cues=(), amount=60.0))
    assert {"Glance left", "Glance right"} <= set(within(made, 0))
    assert not any("Glance" in text for text in within(script(ON), 0))


@pytest.mark.parametrize("seconds", [25.0, 95.0, 1200.0, 7200.0])
@pytest.mark.parametrize("spoken", [cues.SPOKEN_WALK, cues.SPOKEN_RUN])
def test_going_backward_glances_come_as_often_as_the_claim_asks_for(
    seconds: float, spoken: tuple[Message, ...]
) -> None:
    made = script(replace(BACK, amount=seconds, cues=spoken), STOP, times=2)
    glances = [(sound.at_s, sound.what) for sound in made.sounds if str(sound.what).startswith("Glance")]
    assert all(one != after for (_, one), (_, after) in pairwise(glances))
    for begin in made.starts[::2]:
        times = [begin, *(at_s for at_s, _ in glances if begin <= at_s < begin + seconds), begin + seconds]
        assert len(times) > 3
        most = training.GLANCE_EVERY_S.high
        assert all(later - earlier <= most + 1e-6 for earlier, later in pairwise(times[:-1]))
        assert times[-1] - times[-2] <= most + 7  # where the end is told: slow down and stop, three ticks
    form = [sound.at_s for sound in made.sounds if sound.what in {str(one) for one in spoken if one not in GLANCES}]
    assert form
    assert all(later - earlier >= 9.0 for earlier, later in pairwise(form))
    half = [sound.at_s - made.starts[0] for sound in made.sounds if sound.what == "Half-way."][:1]
    assert half == ([seconds / 2] if seconds > 90 else [])


def test_short_fast_steps_call_no_glances() -> None:
    made = script(replace(BACK, amount=60.0, cues=cues.SPOKEN_FAST))
    assert not any(str(sound.what).startswith("Glance") for sound in made.sounds)
    assert "Quick feet" in within(made, 0)


@pytest.mark.parametrize(
    ("seconds", "said"), [(2.5, "Jog backward: 2 seconds."), (2.0, "Jog backward"), (1.0, "Backward")]
)
def test_short_steps_say_less(seconds: float, said: str) -> None:
    assert within(script(replace(BACK, amount=seconds)), 0) == [said]


def test_a_sentence_longer_than_its_step_gives_way_to_a_word() -> None:
    long = "Jog backward with short quick steps and a long look over either shoulder now and then, "
    assert within(script(replace(BACK, amount=6.0, says=verbatim(long * 2))), 0) == ["Backward"]


def test_a_stop_is_never_left_out_where_it_can_be_said() -> None:
    assert within(script(replace(BACK, amount=2.0), ON), 0) == ["Slow down and stop."]


def test_rounds_are_counted_where_they_begin() -> None:
    made = script(BACK, STOP, times=3)
    assert [within(made, at)[0] for at in range(6)] == [
        "Round 1 of 3. Jog backward: 30 seconds.",
        "Stop and stand: 10 seconds.",
        "Round 2 of 3. Jog backward: 30 seconds.",
        "Stop and stand: 10 seconds.",
        "Last round. Jog backward: 30 seconds.",
        "Stop and stand: 10 seconds.",
    ]


def test_the_end_has_its_own_sound_and_words() -> None:
    made = script(BACK)
    tone, words = made.sounds[-2:]
    assert (tone.what, tone.at_s) == (Tone.END, made.starts[0] + 30)
    assert words.what == "That was the session. You are done."
    assert made.seconds > words.at_s + length_of(str(words.what))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1, "1 second"), (60, "1 minute"), (150, "2 minutes and 30 seconds"), (61, "1 minute and 1 second")],
)
def test_durations_in_words(seconds: float, text: str) -> None:
    assert plain(spoken_length(seconds)) == text


@settings(max_examples=100, deadline=None)
@given(workouts)
def test_in_any_workout_nothing_covers_anything_and_every_step_is_on_time(workout: Workout) -> None:
    made = write_script(workout, plain, length_of)
    steps = list(workout.steps())
    assert len(made.starts) == len(steps)
    begin = made.starts[0] if steps else 0.0
    for start, step in zip(made.starts, steps, strict=True):
        assert start == pytest.approx(begin, abs=1e-6)
        begin += seconds_of(step)
    assert {sound.at_s for sound in made.sounds if sound.what is Tone.START} == set(made.starts)
    for one, other in pairwise(made.sounds):
        lasts = TONES[one.what] if isinstance(one.what, Tone) else length_of(one.what)
        assert one.at_s + lasts <= other.at_s + 1e-6, (one, other)
