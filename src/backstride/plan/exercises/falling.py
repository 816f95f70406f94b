"""Fall technique, on mats only: chin to chest, a round back, arms that slap and never reach back."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.caution import FALL_HURTS, FALLING_SAYS
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

FALLING: tuple[Exercise, ...] = (
    Exercise(
        key="back-rock",
        name=say("Back rock"),
        kind=ExerciseKind.FALLING,
        purpose=say("The round back and the tucked chin: the base of every safe fall backward."),
        set_up=(
            say("Mats only: at least two metres long, nothing hard within an arm's length."),
            say("Empty your pockets, take off glasses and jewellery."),
        ),
        steps=(
            say("Sit with knees bent, hands round your shins, chin on the chest, eyes on your belt."),
            say("Make the back round and roll from the seat to the shoulder blades."),
            say("Roll forward again to sitting. The head never touches the mat."),
        ),
        faults=(
            say("The chin comes up and the head drops: hold a folded cloth under the chin."),
            say("The back is flat and bumps: round it like a bowl."),
            say("You roll onto the neck: stop at the shoulder blades."),
        ),
        dose=Dose(2, 8, Until.REPS, rest_s=45),
        muscles=(Muscle.ABDOMINALS, Muscle.NECK),
        equipment=(Equipment.MAT,),
        needs=Permit.WALK,
        not_for=FALL_HURTS | {Limit.NECK, Limit.BACK, Limit.DIZZINESS},
        avoid=(FALLING_SAYS,),
        harder=("backward-breakfall", "side-breakfall"),
        usual_s=32,
        claim=key_of(claims.BREAKFALL_REPETITIONS),
    ),
    Exercise(
        key="backward-breakfall",
        name=say("Backward breakfall"),
        kind=ExerciseKind.FALLING,
        purpose=say("Spreads a fall backward over the arms and the round back, and keeps the head off the ground."),
        set_up=(
            say("Mats only, two metres in every direction, somebody who watches."),
            say("Do the back rock first, five times, without the head touching."),
        ),
        steps=(
            say("Sit with knees bent, chin on the chest, arms stretched in front of you."),
            say("Roll back over a round back."),
            say(
                "As the shoulder blades meet the mat, slap it with both forearms, palms down, {angle:.0f} "
                "degrees from the body.",
                angle=claims.BREAKFALL_ARM_DEG.value,
            ),
            say("Breathe out with the slap, keep the chin down, and rock forward again."),
            say("Once ten are clean, start from a crouch and sit down close to your heels."),
        ),
        faults=(
            say("A hand reaches back to break the fall: arms stay in front until the slap."),
            say("The head nods back: eyes on the belt."),
            say("The elbows hit first: slap with the whole forearm."),
        ),
        dose=Dose(2, 6, Until.REPS, rest_s=60),
        muscles=(Muscle.ABDOMINALS, Muscle.NECK, Muscle.SHOULDERS),
        equipment=(Equipment.MAT,),
        needs=Permit.WALK,
        after=("back-rock",),
        not_for=FALL_HURTS | {Limit.NECK, Limit.BACK, Limit.DIZZINESS, Limit.SHOULDER, Limit.WRIST},
        avoid=(
            FALLING_SAYS,
            say("Not with a sore shoulder, elbow or wrist."),
            say("If knees dislike a crouch, stay with the start from sitting."),
        ),
        easier=("back-rock",),
        harder=("standing-breakfall",),
        usual_s=36,
        claim=key_of(claims.BREAKFALL_ARM_DEG),
    ),
    Exercise(
        key="standing-breakfall",
        name=say("Breakfall from standing"),
        kind=ExerciseKind.FALLING,
        purpose=say("The whole way down, as it would happen: sink first, then roll, never sit from high up."),
        set_up=(
            say("Thick mats, three metres behind you, a coach or an experienced partner beside you."),
            say("First five clean breakfalls from a crouch."),
        ),
        steps=(
            say("Stand with your back to the mats, arms in front, chin on the chest."),
            say("Take one small step back and sink into a deep crouch over that heel."),
            say("Sit down close to the heel and roll over a round back."),
            say(
                "Slap with both forearms, {angle:.0f} degrees from the body, and breathe out.",
                angle=claims.BREAKFALL_ARM_DEG.value,
            ),
            say("Let the legs follow loosely. Stay down for a breath before you get up."),
        ),
        faults=(
            say("You drop from half height: sink all the way first."),
            say("A hand or elbow reaches back: hold both hands in front until you roll."),
            say("The chin comes up on the way: go back to the crouch."),
        ),
        dose=Dose(2, 4, Until.REPS, rest_s=90),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ABDOMINALS, Muscle.NECK),
        equipment=(Equipment.MAT, Equipment.PARTNER),
        needs=Permit.JOG,
        after=("backward-breakfall",),
        not_for=FALL_HURTS
        | {
            Limit.NECK,
            Limit.BACK,
            Limit.DIZZINESS,
            Limit.SHOULDER,
            Limit.WRIST,
            Limit.KNEE,
            Limit.HIP,
            Limit.BALANCE,
            Limit.HEART,
        },
        avoid=(
            FALLING_SAYS,
            say("Not with a knee, hip, shoulder or wrist that is not ready for a deep crouch and a slap."),
        ),
        easier=("backward-breakfall",),
        harder=("backward-roll",),
        usual_s=40,
        claim=key_of(claims.BREAKFALL_ARM_DEG),
    ),
    Exercise(
        key="side-breakfall",
        name=say("Side breakfall"),
        kind=ExerciseKind.FALLING,
        purpose=say("Turns a slip to the side into a roll over the long outside of the body, not onto the hip."),
        set_up=(say("Mats only, two metres to both sides, somebody who watches."),),
        steps=(
            say("Sit in a low crouch or on the mat, one arm across the body, chin on the chest."),
            say("Slide the foot of that side across in front and let yourself down onto the seat."),
            say(
                "Roll onto the side of your back and slap the mat with that forearm, {angle:.0f} "
                "degrees from the body.",
                angle=claims.BREAKFALL_ARM_DEG.value,
            ),
            say("Keep ear and shoulder apart, the head off the mat; come up and change sides."),
        ),
        faults=(
            say("You land on elbow or hip bone: start lower and roll more onto the back."),
            say("The arm slaps too late: slap as the ribs touch."),
            say("The hand reaches out to the floor: keep it across the body until the roll."),
        ),
        dose=Dose(2, 4, Until.REPS, rest_s=60, each_side=True),
        muscles=(Muscle.OBLIQUES, Muscle.NECK, Muscle.SHOULDERS),
        equipment=(Equipment.MAT,),
        needs=Permit.WALK,
        after=("back-rock",),
        not_for=FALL_HURTS | {Limit.NECK, Limit.BACK, Limit.DIZZINESS, Limit.SHOULDER, Limit.WRIST, Limit.HIP},
        avoid=(
            FALLING_SAYS,
            say("Not with a sore shoulder, elbow, wrist or hip."),
        ),
        easier=("back-rock",),
        usual_s=48,
        claim=key_of(claims.BREAKFALL_ARM_DEG),
    ),
    Exercise(
        key="backward-roll",
        name=say("Backward roll over one shoulder"),
        kind=ExerciseKind.FALLING,
        purpose=say("Lets a fast fall run out into a roll. For those who go fast, and only with a coach at first."),
        set_up=(
            say("Thick mats, four metres, a coach for fall technique or gymnastics beside you."),
            say("Not after a meal; glasses, jewellery and shoes off."),
        ),
        steps=(
            say("Crouch, chin on the chest, and lay the head to the left shoulder."),
            say("Roll over the round back and bring both knees over the right shoulder, never over the head."),
            say("Push the mat away with both hands beside the ears."),
            say("Land on knees and toes, stay for a breath, then change sides."),
        ),
        faults=(
            say("The roll goes over the neck: stop, and go back to the breakfall."),
            say("The back opens halfway: knees stay close to the chest."),
            say("A hand reaches back before the roll: roll first, then push."),
        ),
        dose=Dose(2, 3, Until.REPS, rest_s=90, each_side=True),
        muscles=(Muscle.ABDOMINALS, Muscle.SHOULDERS, Muscle.NECK),
        equipment=(Equipment.MAT, Equipment.PARTNER),
        needs=Permit.RUN,
        after=("standing-breakfall",),
        not_for=FALL_HURTS
        | {
            Limit.NECK,
            Limit.BACK,
            Limit.DIZZINESS,
            Limit.SHOULDER,
            Limit.WRIST,
            Limit.KNEE,
            Limit.HIP,
            Limit.BALANCE,
            Limit.HEART,
            Limit.VISION,
        },
        avoid=(
            FALLING_SAYS,
            say("Not with a sore shoulder, wrist, knee or hip, nor with a heart or vessel condition."),
            say("Not with glaucoma or after trouble with the retina: the head is low for a moment."),
        ),
        easier=("standing-breakfall",),
        usual_s=48,
        claim=key_of(claims.BREAKFALL_REPETITIONS),
    ),
)
