"""Agility: changes of direction with a stop before each."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALL_SAYS, HEART_SAYS, LEGS_SAYS, UNSTEADY, UNSTEADY_SAYS
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

AGILITY: tuple[Exercise, ...] = (
    Exercise(
        key="backpedal-cones",
        name=say("Backpedal through cones"),
        kind=ExerciseKind.AGILITY,
        purpose=say("Steering without eyes in front: quick feet, low hips, and the right shoulder at the right time."),
        set_up=(
            say(
                "Five cones, bottles or shoes, three metres apart, a little to the left and right of a line; "
                "flat, dry ground."
            ),
            say("Walk round them forward once, then backward once. Three metres free behind the last."),
        ),
        steps=(
            say("Stand with your back to the cones, knees bent, weight on the forefeet."),
            say("Go backward round the cones in short steps; look over the shoulder on the side of the next one."),
            say("Change the shoulder at every cone."),
            say("Brake to a stand behind the last, turn, and walk back."),
        ),
        faults=(
            say("You hit cones: slower, or further apart."),
            say("Too upright at the brake: bend the knees before you stop."),
        ),
        dose=Dose(4, 15, Until.DISTANCE, rest_s=45),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.GLUTES, Muscle.ABDUCTORS),
        equipment=(Equipment.CONES,),
        needs=Permit.JOG,
        after=("stop-and-go",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.ANKLE, Limit.KNEE, Limit.NECK, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
            say("Not with a sore neck: you look over a shoulder all the way."),
        ),
        harder=("square-run",),
        usual_s=12,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="figure-eight",
        name=say("Backward figure eight"),
        kind=ExerciseKind.AGILITY,
        purpose=say("Bends to both sides: the inner shoulder is the one to look over."),
        set_up=(
            say("Two cones five metres apart, flat ground, two metres free all round."),
            say("Walk it forward once, then backward once, before you jog."),
        ),
        steps=(
            say("Go backward in a wide bend round the first cone, looking over the inner shoulder."),
            say("Change the shoulder where the paths cross."),
            say("Round the second cone and on, always with short steps."),
            say("Stop and stand after two rounds, then begin the other way round."),
        ),
        faults=(
            say("You look over the outer shoulder: the cone is on the inner side."),
            say("The bend gets tight and the feet cross: wider and slower."),
        ),
        dose=Dose(3, 30, Until.DISTANCE, rest_s=60),
        muscles=(Muscle.CALVES, Muscle.ABDUCTORS, Muscle.ADDUCTORS, Muscle.NECK),
        equipment=(Equipment.CONES,),
        needs=Permit.JOG,
        after=("stop-turn-go",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ANKLE, Limit.KNEE, Limit.NECK},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            say("Not with a sore neck: you look over a shoulder all the way."),
        ),
        harder=("square-run",),
        usual_s=23,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="square-run",
        name=say("Square run"),
        kind=ExerciseKind.AGILITY,
        purpose=say("Four sides, four ways to move, facing one way: the body turns direction without turning round."),
        set_up=(say("Four cones in a square of five metres, two metres free all round."),),
        steps=(
            say("Run forward along the first side and stop at the cone."),
            say("Shuffle sideways along the second side and stop."),
            say("Look over a shoulder, run backward along the third side and stop."),
            say("Shuffle back to the start; the next round goes the other way."),
        ),
        faults=(
            say("Corners are cut without a stop: touch every cone."),
            say("The gaze drops: eyes level, glance behind."),
        ),
        dose=Dose(4, 20, Until.DISTANCE, rest_s=60),
        muscles=(Muscle.QUADRICEPS, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS),
        equipment=(Equipment.CONES,),
        needs=Permit.RUN,
        after=("backpedal-cones",),
        not_for=UNSTEADY | FALL_HURTS | {Limit.ACHILLES, Limit.ANKLE, Limit.KNEE, Limit.HIP, Limit.NECK, Limit.HEART},
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("backpedal-cones", "figure-eight"),
        harder=("t-drill",),
        usual_s=13,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="t-drill",
        name=say("T drill"),
        kind=ExerciseKind.AGILITY,
        purpose=say("Forward, sideways and backward in one run; the shape is that of a well-known agility test."),
        set_up=(
            say("A cone at the start, one ten metres ahead, two more five metres left and right of that."),
            say("Five metres of free run-out behind the start, no wall there."),
        ),
        steps=(
            say("Run forward to the middle cone and touch it."),
            say("Shuffle left to the cone, right to the far one, back to the middle; feet never cross."),
            say("Stop, look over a shoulder, run backward past the start and let it run out."),
        ),
        faults=(
            say("The backward run ends in a hard brake: use the run-out."),
            say("The feet cross at the side: take smaller steps."),
        ),
        dose=Dose(4, 40, Until.DISTANCE, rest_s=90),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS),
        equipment=(Equipment.CONES,),
        needs=Permit.RUN,
        after=("square-run",),
        not_for=UNSTEADY
        | FALL_HURTS
        | {
            Limit.ACHILLES,
            Limit.ANKLE,
            Limit.FOREFOOT,
            Limit.KNEE,
            Limit.HIP,
            Limit.HAMSTRING,
            Limit.NECK,
            Limit.HEART,
        },
        avoid=(
            UNSTEADY_SAYS,
            FALL_SAYS,
            LEGS_SAYS,
            HEART_SAYS,
        ),
        easier=("square-run",),
        usual_s=13,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
)
