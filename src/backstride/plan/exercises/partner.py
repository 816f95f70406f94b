"""Partner drills: somebody who sees where you go."""

from backstride.evidence import exercises as claims
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until

PARTNER: tuple[Exercise, ...] = (
    Exercise(
        key="guided-straight",
        name=say("Guided straight"),
        kind=ExerciseKind.PARTNER,
        purpose=say("The first backward steps, with somebody else's eyes on the way."),
        set_up=(
            say("Walk the straight forward together: twenty metres, flat, dry, clear."),
            say('Agree on three words: "left", "right", "stop".'),
        ),
        steps=(
            say("Stand face to face and rest your hands on your partner's forearms; your back is to the way."),
            say("Walk backward in short steps, forefoot first; your partner follows forward and watches the way."),
            say("Glance over each shoulder now and then, even though you are guided."),
            say('At "stop" stand still, then turn round together.'),
        ),
        faults=(
            say("You hang on the arms: they guide, they do not carry."),
            say("The steps get long: half of your forward step is enough."),
        ),
        dose=Dose(4, 20, Until.DISTANCE, rest_s=30),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.SHINS),
        equipment=(Equipment.PARTNER,),
        needs=Permit.WALK,
        not_for=frozenset({Limit.DIZZINESS}),
        avoid=(
            say("Not when dizzy. After a fall in the last weeks wait until it no longer hurts."),
            say("Nobody there? Begin along a wall or rail with one hand on it."),
        ),
        harder=("towel-line",),
        usual_s=29,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="towel-line",
        name=say("Towel line"),
        kind=ExerciseKind.PARTNER,
        purpose=say("A towel between you gives speed and direction; the eyes stay in front, the feet learn to trust."),
        set_up=(say("A line of twenty metres, walked before, and a towel: each of you holds an end."),),
        steps=(
            say("Stand face to face, towel lightly stretched, you with your back to the way."),
            say("Go backward; your partner follows forward and keeps the towel light."),
            say("A pull to one side means steer, a lift of the towel means stop."),
            say("Change roles after each length."),
        ),
        faults=(
            say("The towel is pulled tight: it guides, it does not tow."),
            say("Your partner looks at you: eyes on the way behind you."),
        ),
        dose=Dose(4, 20, Until.DISTANCE, rest_s=30),
        muscles=(Muscle.CALVES, Muscle.QUADRICEPS, Muscle.SHOULDERS),
        equipment=(Equipment.PARTNER,),
        needs=Permit.WALK,
        after=("guided-straight",),
        not_for=frozenset({Limit.DIZZINESS, Limit.SHOULDER}),
        avoid=(say("Not when dizzy or with a sore shoulder."),),
        easier=("guided-straight",),
        harder=("shoulder-tap",),
        usual_s=20,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
    Exercise(
        key="shoulder-tap",
        name=say("Shoulder tap"),
        kind=ExerciseKind.PARTNER,
        purpose=say("A tap says which shoulder to look over: glances become quick and go to both sides."),
        set_up=(say("A clear, flat straight of twenty metres, walked before; your partner beside you."),),
        steps=(
            say("Go backward; your partner goes a step further along, beside you, and watches the way."),
            say("At a tap on a shoulder look over it and say one thing you see."),
            say("Keep the steps short and the line straight while you look."),
            say("Stop at the end, stand, change roles."),
        ),
        faults=(
            say("You drift towards the side you look to: look shorter."),
            say("The steps stall during the look: keep the beat."),
        ),
        dose=Dose(4, 20, Until.DISTANCE, rest_s=30),
        muscles=(Muscle.NECK, Muscle.CALVES, Muscle.OBLIQUES),
        equipment=(Equipment.PARTNER,),
        needs=Permit.WALK,
        after=("shoulder-checks", "guided-straight"),
        not_for=frozenset({Limit.NECK, Limit.DIZZINESS, Limit.BALANCE}),
        avoid=(say("Not with a sore neck, dizziness or unsteady balance."),),
        easier=("towel-line",),
        usual_s=25,
        claim=key_of(claims.DRILL_STRAIGHT_M),
    ),
)
