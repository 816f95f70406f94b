"""Reaction: stop, start and turn when something says so."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALL_SAYS, HEART_SAYS, LEGS_SAYS, UNSTEADY, UNSTEADY_SAYS
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

REACTION: tuple[Exercise, ...] = (
    Exercise(
        key="call-and-stop",
        name=say("Call and stop"),
        kind=ExerciseKind.REACTION,
        purpose=say("A voice replaces the eyes you do not have behind you: you learn to stop at once and upright."),
        set_up=(say("A partner who sees the way, a clear straight of twenty metres, walked before."),),
        steps=(
            say("Walk backward in short steps."),
            say('Your partner calls "stop" at a moment you cannot guess.'),
            say("Bend the knees, stand within two steps, look over a shoulder and say what you see."),
            say('Go on at the word "go".'),
        ),
        faults=(
            say("The body tips over the heels: lower the hips first."),
            say("More than two steps to stop: walk slower."),
        ),
        dose=Dose(3, 20, Until.DISTANCE, rest_s=45),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.GLUTES),
        equipment=(Equipment.PARTNER,),
        needs=Permit.WALK,
        after=("guided-straight",),
        not_for=frozenset({Limit.DIZZINESS}),
        avoid=(say("Not when dizzy."),),
        harder=("mirror-drill",),
        usual_s=29,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="mirror-drill",
        name=say("Mirror drill"),
        kind=ExerciseKind.REACTION,
        purpose=say("Follow another body: forward, backward and sideways without planning it."),
        set_up=(
            say("A clear field of five by five metres, both of you walk its edge first."),
            say('Face each other two metres apart; agree on "stop".'),
        ),
        steps=(
            say("One leads with small, quick steps, the other mirrors."),
            say('The one who leads looks after the space behind the other and calls "stop" at the edge.'),
            say("Change who leads after each set."),
        ),
        faults=(
            say("The distance shrinks: two metres at all times."),
            say("You stand tall and react late: knees soft, weight on the forefeet."),
        ),
        dose=Dose(4, 15, Until.TIME, rest_s=45),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS),
        equipment=(Equipment.PARTNER,),
        needs=Permit.JOG,
        after=("call-and-stop",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ANKLE, Limit.KNEE, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("call-and-stop",),
        harder=("ball-drop",),
        usual_s=15,
        claim=key_of(claims.REACTION_BOUT_S),
    ),
    Exercise(
        key="ball-drop",
        name=say("Ball drop"),
        kind=ExerciseKind.REACTION,
        purpose=say("Backward at ease, a stop, then forward to catch something: the change that asks most of you."),
        set_up=(say("A partner with a bouncing ball, a clear straight of ten metres, dry ground."),),
        steps=(
            say("Face your partner at three metres and jog backward slowly."),
            say('On the word "now" brake to a stand; then the ball is dropped from shoulder height.'),
            say("Run forward and catch it before it bounces a second time."),
            say("Walk back and look behind you before the next one."),
        ),
        faults=(
            say("You turn forward without the stop: the ball waits until you stand."),
            say("You dive for it: let it go."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=60),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.HAMSTRINGS, Muscle.GLUTES),
        equipment=(Equipment.PARTNER, Equipment.BALL),
        needs=Permit.JOG,
        after=("mirror-drill",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.ANKLE, Limit.KNEE, Limit.HAMSTRING, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("mirror-drill",),
        usual_s=72,
        claim=key_of(claims.REACTION_BOUT_S),
    ),
)
