"""Balance: eyes that look elsewhere leave the work to feet and hips."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

BALANCE: tuple[Exercise, ...] = (
    Exercise(
        key="tandem-stance",
        name=say("Tandem stance"),
        kind=ExerciseKind.BALANCE,
        purpose=say("A narrow base without a lifted foot: the first balance step for everybody."),
        set_up=(say("Stand beside a wall or rail, one hand on it."),),
        steps=(
            say("Put one foot straight before the other, heel to toe."),
            say("Share the weight between both feet and loosen your grip finger by finger."),
            say("Hold, then change the foot in front."),
        ),
        faults=(
            say("The knees lock: keep them soft."),
            say("The eyes stick to the feet: look ahead."),
        ),
        dose=Dose(2, 30, Until.TIME, rest_s=15, each_side=True),
        muscles=(Muscle.FEET, Muscle.CALVES, Muscle.ADDUCTORS),
        equipment=(Equipment.WALL,),
        avoid=(say("If you feel dizzy standing still, sit down and do not go on today."),),
        harder=("one-leg-stance", "tandem-walk"),
        usual_s=60,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="one-leg-stance",
        name=say("One-leg stance"),
        kind=ExerciseKind.BALANCE,
        purpose=say(
            "Every backward step stands on one leg while you look elsewhere; this is also the test that "
            "opens the ladder."
        ),
        set_up=(say("Stand beside a wall or rail, an open hand above it, barefoot or in flat shoes."),),
        steps=(
            say("Look at a spot at eye level and lift one foot beside the other ankle."),
            say("Keep the pelvis level and the standing knee soft."),
            say("Stay as long as it is calm, then change legs."),
            say("Easy? Turn the head slowly left and right while you stand."),
        ),
        faults=(
            say("The legs clamp together: leave a gap."),
            say("The arms row: touch the wall, begin anew."),
        ),
        dose=Dose(3, 20, Until.TIME, rest_s=15, each_side=True),
        muscles=(Muscle.FEET, Muscle.CALVES, Muscle.ABDUCTORS),
        equipment=(Equipment.WALL,),
        avoid=(say("If you have fallen lately, have somebody beside you."),),
        easier=("tandem-stance",),
        harder=("single-leg-reach",),
        usual_s=40,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="tandem-walk",
        name=say("Tandem walk"),
        kind=ExerciseKind.BALANCE,
        purpose=say("Narrow steps forward, then backward: feet learn to find the line without your eyes."),
        set_up=(say("Find a straight line of five metres along a wall or rail; look whether it is clear."),),
        steps=(
            say("Walk forward along the line, heel to toe at each step."),
            say("Stop and stand at the end."),
            say("Walk back the same way backward, toes feeling for the heel, a hand near the wall."),
        ),
        faults=(
            say("You hurry to keep upright: slower is harder and better."),
            say("You look at your feet going backward: look ahead, glance over the shoulder."),
        ),
        dose=Dose(3, 10, Until.DISTANCE, rest_s=30),
        muscles=(Muscle.FEET, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS),
        equipment=(Equipment.WALL,),
        needs=Permit.WALK,
        after=("tandem-stance",),
        not_for=frozenset({Limit.DIZZINESS}),
        avoid=(say("Not when dizzy; with unsteady balance keep a hand on the rail."),),
        easier=("tandem-stance",),
        usual_s=25,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
    Exercise(
        key="single-leg-reach",
        name=say("Single-leg reach"),
        kind=ExerciseKind.BALANCE,
        purpose=say("Balance while the trunk moves and the hip works, close to what a stumble asks of you."),
        set_up=(say("Stand in front of a chair or beside a wall, free space behind you for one leg."),),
        steps=(
            say("Stand on one leg, knee soft."),
            say("Tip forward from the hip with a long back and let the free leg rise behind you."),
            say("Touch the chair with your fingertips and come up with the seat muscles."),
        ),
        faults=(
            say("The free hip turns open: toes of the free foot point down."),
            say("The back rounds: tip less far."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=45, each_side=True),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.FEET, Muscle.BACK),
        equipment=(Equipment.CHAIR,),
        needs=Permit.WALK,
        after=("one-leg-stance",),
        not_for=frozenset({Limit.BALANCE, Limit.DIZZINESS, Limit.HAMSTRING, Limit.BACK}),
        avoid=(say("Not with unsteady balance, dizziness, or a sore hamstring or back."),),
        easier=("one-leg-stance",),
        usual_s=60,
        claim=key_of(claims.NEUROMOTOR_DAYS),
    ),
)
