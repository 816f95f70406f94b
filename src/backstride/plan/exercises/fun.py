"""Fun: games and distances with others."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALL_SAYS, HEART_SAYS, LEGS_SAYS, UNSTEADY, UNSTEADY_SAYS
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

FUN: tuple[Exercise, ...] = (
    Exercise(
        key="relay",
        name=say("Backward relay"),
        kind=ExerciseKind.FUN,
        purpose=say("Short backward runs with a clean stop at the handover, and a reason to laugh."),
        set_up=(
            say("Lanes of twenty metres, two metres apart, flat and dry; a caller at each end."),
            say("Five metres of run-out behind every line."),
        ),
        steps=(
            say('Run backward with the baton along your lane; the caller says "left", "right", "stop".'),
            say("Stop before the next runner; the baton changes hands only when you stand."),
            say("Walk back outside the lanes."),
        ),
        faults=(
            say("The handover happens on the move: it does not count."),
            say("Two runners in one lane: the next one waits behind the line."),
        ),
        dose=Dose(4, 20, Until.DISTANCE, rest_s=60),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.GLUTES),
        equipment=(Equipment.PARTNER, Equipment.BATON),
        needs=Permit.JOG,
        after=("stop-and-go",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.ANKLE, Limit.KNEE, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        harder=("tag", "retro-mile"),
        usual_s=11,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="tag",
        name=say("Backward tag"),
        kind=ExerciseKind.FUN,
        purpose=say("A game of glances: who looks over both shoulders is not caught."),
        set_up=(
            say("Soft grass, ten by ten metres for at most five people, no shoes with studs."),
            say('One person outside watches and calls "stop"; then everybody stands.'),
        ),
        steps=(
            say("Everybody moves backward or sideways; the catcher walks forward."),
            say("Keep two arm's lengths apart and look over both shoulders all the time."),
            say("A light touch on the upper arm catches; then both stand for two breaths."),
        ),
        faults=(
            say("Somebody turns to run forward: out for one round."),
            say("It gets crowded: make the field larger or the group smaller."),
        ),
        dose=Dose(3, 60, Until.TIME, rest_s=90),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.ADDUCTORS, Muscle.NECK),
        equipment=(Equipment.PARTNER, Equipment.CONES),
        needs=Permit.RUN,
        after=("mirror-drill",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.ANKLE, Limit.KNEE, Limit.HIP, Limit.NECK, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("relay",),
        usual_s=60,
        claim=key_of(claims.REACTION_BOUT_S),
    ),
    Exercise(
        key="retro-mile",
        name=say("Retro mile"),
        kind=ExerciseKind.FUN,
        purpose=say("A mile against your own last one: a goal, a race and a good story."),
        set_up=(
            say("A track at a quiet hour, inner lane, a partner who walks or rides beside you."),
            say("Walk one lap forward first and look at the ground."),
        ),
        steps=(
            say("Start easy: the first lap is the slowest."),
            say("Glance over the inner shoulder in bends, over both on the straights."),
            say("Four laps and nine metres; slow down to a stand before you turn."),
            say("Walk a lap forward and write the time down."),
        ),
        faults=(
            say("The start is too fast: speak a sentence in the first lap."),
            say("Always the same shoulder: neck and line suffer."),
        ),
        dose=Dose(1, 1609, Until.DISTANCE, rest_s=0),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.HAMSTRINGS),
        equipment=(Equipment.PARTNER,),
        needs=Permit.RUN,
        after=("stop-turn-go", "relay"),
        not_for=UNSTEADY
        | FALL_HURTS
        | {Limit.ACHILLES, Limit.ANKLE, Limit.FOREFOOT, Limit.KNEE, Limit.HIP, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("relay",),
        usual_s=780,
        claim=key_of(claims.MILE_MIN),
    ),
)
