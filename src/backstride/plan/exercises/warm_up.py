"""Warm-up: joints, muscles and eyes are woken before the first step backward."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Until

WARM_UP: tuple[Exercise, ...] = (
    Exercise(
        key="march",
        name=say("March on the spot"),
        kind=ExerciseKind.WARM_UP,
        purpose=say(
            "Warms hips and calves and reminds your feet to land under you, as they must when you go backward."
        ),
        set_up=(
            say("Stand on level ground with an arm's length of space all round."),
            say("Keep a wall or rail within reach if you feel unsteady."),
        ),
        steps=(
            say("Lift one knee as high as is comfortable and swing the opposite arm."),
            say("Set the forefoot down first, softly, then let the heel follow."),
            say("Keep a steady beat and let it grow a little every ten seconds."),
        ),
        faults=(
            say("The upper body leans back: lift the knees less high."),
            say("The feet slap: land more quietly."),
        ),
        dose=Dose(2, 30, Until.TIME, rest_s=15),
        muscles=(Muscle.HIP_FLEXORS, Muscle.CALVES, Muscle.GLUTES),
        avoid=(say("If a hip or knee pinches, march lower."),),
        harder=("high-knees",),
        usual_s=30,
        claim=key_of(claims.WARM_UP_S),
    ),
    Exercise(
        key="leg-swings",
        name=say("Leg swings"),
        kind=ExerciseKind.WARM_UP,
        purpose=say("Loosens the hips before a leg has to swing behind you."),
        set_up=(
            say("Stand side-on to a wall or rail and hold it with one hand."),
            say("Check that nobody stands where the leg swings."),
        ),
        steps=(
            say("Put your weight on the leg next to the wall, knee soft."),
            say("Swing the other leg forward and back like a pendulum, small at first."),
            say("Let the swing grow until you feel the end of the easy range, and no further."),
            say("Turn round and change legs."),
        ),
        faults=(
            say("The back arches with the leg: keep the belly firm and swing smaller."),
            say("The leg is thrown: let it fall instead."),
        ),
        dose=Dose(1, 10, Until.REPS, rest_s=15, each_side=True),
        muscles=(Muscle.HIP_FLEXORS, Muscle.HAMSTRINGS, Muscle.GLUTES),
        equipment=(Equipment.WALL,),
        not_for=frozenset({Limit.HAMSTRING, Limit.HIP}),
        avoid=(say("Not with a sore hamstring or hip: swinging pulls on both."),),
        usual_s=40,
        claim=key_of(claims.WARM_UP_S),
    ),
    Exercise(
        key="ankle-circles",
        name=say("Ankle circles"),
        kind=ExerciseKind.WARM_UP,
        purpose=say("Wakes ankles and feet, which catch you first when the ground behind you is not quite level."),
        set_up=(say("Stand beside a wall and hold it, or sit on a chair."),),
        steps=(
            say("Lift one foot a hand's width off the ground."),
            say("Draw slow, large circles with the toes."),
            say("Change the way round halfway, then change feet."),
        ),
        faults=(say("The whole leg turns: let only the foot move."),),
        dose=Dose(1, 10, Until.REPS, rest_s=10, each_side=True),
        muscles=(Muscle.SHINS, Muscle.CALVES, Muscle.FEET),
        equipment=(Equipment.WALL,),
        avoid=(say("If a sprain is fresh, leave it out until walking is painless."),),
        harder=("ankle-rocks",),
        usual_s=40,
        claim=key_of(claims.WARM_UP_S),
    ),
    Exercise(
        key="hip-circles",
        name=say("Hip circles"),
        kind=ExerciseKind.WARM_UP,
        purpose=say("Warms hips and lower back, so that you can look round without twisting a stiff trunk."),
        set_up=(say("Stand with feet as wide as your hips, hands on the hips."),),
        steps=(
            say("Move the pelvis in a slow circle: forward, side, back, side."),
            say("Keep the head above the feet."),
            say("Change the way round after half of the circles."),
        ),
        faults=(
            say("The shoulders make the circle: let the pelvis do it."),
            say("The knees lock: keep them soft."),
        ),
        dose=Dose(1, 10, Until.REPS, rest_s=10),
        muscles=(Muscle.GLUTES, Muscle.ABDUCTORS, Muscle.BACK, Muscle.OBLIQUES),
        avoid=(say("With a sore back make the circles small, or leave them out."),),
        usual_s=30,
        claim=key_of(claims.WARM_UP_S),
    ),
    Exercise(
        key="arm-circles",
        name=say("Arm circles"),
        kind=ExerciseKind.WARM_UP,
        purpose=say("Frees the shoulders: elbows that swing freely at a right angle keep short quick steps in time."),
        set_up=(say("Stand with an arm's length of space on both sides."),),
        steps=(
            say("Circle both arms backward, small at first, then wide."),
            say("Circle forward as often."),
            say("End with ten swings of bent elbows, as in running."),
        ),
        faults=(say("The shoulders creep up to the ears: let them drop."),),
        dose=Dose(1, 10, Until.REPS, rest_s=10),
        muscles=(Muscle.SHOULDERS,),
        not_for=frozenset({Limit.SHOULDER}),
        avoid=(say("Not with a shoulder that hurts when you lift the arm."),),
        usual_s=30,
        claim=key_of(claims.WARM_UP_S),
    ),
    Exercise(
        key="shoulder-checks",
        name=say("Shoulder checks"),
        kind=ExerciseKind.WARM_UP,
        purpose=say("Teaches the look behind you, over both shoulders, while the feet keep their straight line."),
        set_up=(
            say("Stand on a line or a joint of the floor, feet as wide as your hips."),
            say("Stay beside a wall for the first time."),
        ),
        steps=(
            say("Turn the head over the left shoulder until you see the ground some way behind you."),
            say("Say what you saw, come back to the front, then look over the right."),
            say("March on the spot and go on looking, left and right in turn, every fourth step."),
        ),
        faults=(
            say("The look is too short to see anything: name a thing you saw."),
            say("Always the same shoulder: count left and right."),
            say("The feet turn with the head: watch the line."),
        ),
        dose=Dose(2, 8, Until.REPS, rest_s=15, each_side=True),
        muscles=(Muscle.NECK, Muscle.OBLIQUES),
        after=("neck-turns",),
        not_for=frozenset({Limit.NECK, Limit.DIZZINESS}),
        avoid=(say("Not with a sore neck, or if turning the head makes you dizzy."),),
        easier=("neck-turns",),
        usual_s=32,
        claim=key_of(claims.WARM_UP_S),
    ),
)
