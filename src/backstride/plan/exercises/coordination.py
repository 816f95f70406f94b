"""Coordination: rhythm and foot placement."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALL_SAYS, HEART_SAYS, LEGS_SAYS, UNSTEADY, UNSTEADY_SAYS
from backstride.plan.exercises.exercise import Dose, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

COORDINATION: tuple[Exercise, ...] = (
    Exercise(
        key="toe-walk",
        name=say("Toe walk"),
        kind=ExerciseKind.COORDINATION,
        purpose=say("Forefoot first and tall: the posture and the contact of backward running, at a walk."),
        set_up=(say("A clear, level straight of ten metres, walked before, a wall or rail on one side if you like."),),
        steps=(
            say("Rise onto the balls of both feet, grow tall and walk forward in short steps."),
            say("At the end lower the heels and stand for two breaths."),
            say("Look over a shoulder, rise again and walk the same way backward."),
            say("Stop, lower the heels, look over the other shoulder next time."),
        ),
        faults=(
            say("The steps grow long and the heels drop: shorter and quicker."),
            say("The ankles wobble outward: press the big toes down."),
        ),
        dose=Dose(3, 20, Until.DISTANCE, rest_s=30),
        muscles=(Muscle.CALVES, Muscle.FEET),
        needs=Permit.WALK,
        after=("calf-raise", "guided-straight"),
        not_for=frozenset({Limit.ACHILLES, Limit.FOREFOOT, Limit.ANKLE, Limit.BALANCE, Limit.DIZZINESS, Limit.FEELING}),
        avoid=(say("Not with a sore calf, Achilles tendon, ankle or forefoot, unsteady balance or dizziness."),),
        usual_s=29,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="high-knees",
        name=say("High knees backward"),
        kind=ExerciseKind.COORDINATION,
        purpose=say("A quick foot under the body: the rhythm that keeps steps short when you go backward."),
        set_up=(say("A clear, level straight of ten metres, dry ground, walked forward before."),),
        steps=(
            say("Begin on the spot: quick, small steps, knees to hip height."),
            say("Look over a shoulder and let every step carry you a hand's width backward."),
            say("Land on the balls of the feet, right under the hips; bent arms keep the beat."),
            say("Come to a stand, turn, and walk back."),
        ),
        faults=(
            say("You lean back to lift the knees: stay tall, lift less."),
            say("The landing is loud: land lightly."),
        ),
        dose=Dose(3, 10, Until.DISTANCE, rest_s=45),
        muscles=(Muscle.HIP_FLEXORS, Muscle.CALVES, Muscle.QUADRICEPS),
        needs=Permit.JOG,
        after=("march", "stop-and-go"),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.FOREFOOT, Limit.KNEE, Limit.HIP, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("march",),
        harder=("backward-skip",),
        usual_s=14,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="carioca",
        name=say("Carioca"),
        kind=ExerciseKind.COORDINATION,
        purpose=say("Sideways with crossing feet: hips turn freely while the shoulders look one way."),
        set_up=(say("A clear, level straight of ten metres, dry ground. Walk it first."),),
        steps=(
            say("Stand side-on to the way you go, knees soft, arms wide."),
            say("Cross the rear foot in front, step, cross it behind, step."),
            say("Let the hips turn, keep chest and eyes to the side."),
            say("Stop at the end; come back leading with the other foot."),
        ),
        faults=(
            say("The feet tangle: walk it until the pattern is calm."),
            say("The shoulders turn along: point the arms to the sides."),
        ),
        dose=Dose(2, 10, Until.DISTANCE, rest_s=45, each_side=True),
        muscles=(Muscle.ADDUCTORS, Muscle.ABDUCTORS, Muscle.OBLIQUES, Muscle.CALVES),
        needs=Permit.JOG,
        not_for=UNSTEADY | FALL_HURTS | {Limit.ANKLE, Limit.KNEE, Limit.HIP},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
        ),
        usual_s=17,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="backward-skip",
        name=say("Backward skip"),
        kind=ExerciseKind.COORDINATION,
        purpose=say("Push off the toes and land softly on the same foot: spring for backward running."),
        set_up=(
            say("Walk the straight forward first: twenty metres, flat, dry, clear behind you."),
            say("Look over a shoulder before every start."),
        ),
        steps=(
            say("Begin on the spot: step, hop on the same foot, change."),
            say("Let every hop carry you a foot's length backward."),
            say("Swing the opposite arm, glance over left and right in turn."),
            say("Slow down to a stand before you turn."),
        ),
        faults=(
            say("The hops go up, not back: lower and flatter."),
            say("You land on the heel: forefoot first."),
        ),
        dose=Dose(3, 15, Until.DISTANCE, rest_s=60),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.FEET),
        needs=Permit.JOG,
        after=("high-knees", "stop-and-go"),
        not_for=UNSTEADY
        | FALL_HURTS
        | {Limit.ACHILLES, Limit.FOREFOOT, Limit.ANKLE, Limit.KNEE, Limit.HIP, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("high-knees",),
        usual_s=15,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
)
