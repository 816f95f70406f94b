"""Transitions: the change of direction is the dangerous moment, so it is practised on its own."""

from backstride.evidence import safety
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALL_SAYS, UNSTEADY, UNSTEADY_SAYS
from backstride.plan.exercises.exercise import Dose, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

TRANSITION: tuple[Exercise, ...] = (
    Exercise(
        key="stop-and-go",
        name=say("Stop and go"),
        kind=ExerciseKind.TRANSITION,
        purpose=say("Makes the stop between backward and forward a habit before speed comes."),
        set_up=(say("A clear, flat straight of ten metres, walked forward before."),),
        steps=(
            say("Look over a shoulder and walk five steps backward."),
            say('Stop on both feet, knees soft, and count "one, two".'),
            say("Walk five steps forward, stop, count again."),
            say("Look over the other shoulder next time."),
        ),
        faults=(
            say("The count is skipped: say it aloud."),
            say("The weight stays on the heels: stop over the middle of the foot."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=45),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.FEET),
        needs=Permit.WALK,
        after=("guided-straight",),
        not_for=frozenset({Limit.DIZZINESS}),
        avoid=(say("Not when dizzy; with unsteady balance only beside a rail or with a partner."),),
        harder=("stop-turn-go",),
        usual_s=72,
        claim=key_of(safety.STOP_TO_FORWARD_S),
    ),
    Exercise(
        key="stop-turn-go",
        name=say("Stop, turn, go"),
        kind=ExerciseKind.TRANSITION,
        purpose=say("Going on the same way, now facing it: stand first, turn on the spot, then move."),
        set_up=(say("A clear, flat straight of twenty metres, walked forward before."),),
        steps=(
            say("Walk eight steps backward, glances to both sides."),
            say('Stop and count "one, two".'),
            say("Turn on the spot in small steps, over the left, eyes first."),
            say("Walk forward, stop, turn over the right and go on backward."),
        ),
        faults=(
            say("Turn and step melt together: feet still before you turn."),
            say("You twist on a planted foot: lift it at every small step."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=45),
        muscles=(Muscle.CALVES, Muscle.ABDUCTORS, Muscle.OBLIQUES, Muscle.FEET),
        needs=Permit.WALK,
        after=("stop-and-go",),
        not_for=frozenset({Limit.DIZZINESS, Limit.BALANCE}),
        avoid=(say("Not with dizziness or unsteady balance."),),
        easier=("stop-and-go",),
        harder=("half-turn",),
        usual_s=90,
        claim=key_of(safety.STOP_TO_FORWARD_S),
    ),
    Exercise(
        key="half-turn",
        name=say("Half turn"),
        kind=ExerciseKind.TRANSITION,
        purpose=say("Going on the same way, from backward to forward, with the shortest stand that is still a stand."),
        set_up=(say("A line of twenty metres on flat ground, clear on both sides. Only at a walk."),),
        steps=(
            say("Walk backward along the line, slower and slower, until you stand."),
            say('Count "one" and turn half round over the left shoulder in three small steps.'),
            say("Walk on forward along the same line."),
            say("Next time turn over the right shoulder."),
        ),
        faults=(
            say('The stand melts away: count aloud, and go back to "one, two" if it does.'),
            say("You leave the line: look along it before you turn."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=60),
        muscles=(Muscle.CALVES, Muscle.ABDUCTORS, Muscle.OBLIQUES, Muscle.NECK),
        needs=Permit.JOG,
        after=("stop-turn-go",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.NECK, Limit.KNEE, Limit.ANKLE},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            say("Not with a sore neck, knee or ankle."),
        ),
        easier=("stop-turn-go",),
        usual_s=90,
        claim=key_of(safety.STOP_TO_FORWARD_S),
    ),
)
