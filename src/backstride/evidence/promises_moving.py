"""What is promised of form, speed and agility."""

from backstride.evidence import studies_energy as energy
from backstride.evidence import studies_health as health
from backstride.evidence import studies_mechanics as mechanics
from backstride.evidence import studies_training as training
from backstride.evidence.study import Forest, Promise, Standing, Topic
from backstride.message import say

MOVEMENT = (
    Promise(
        "upright",
        Topic.MOVEMENT,
        say("You run more upright."),
        Standing.UNKNOWN,
        say(
            "Articles say upright, others say leaning forward. The one account we found, from a newspaper, "
            "says a slight lean forward; nobody printed angles."
        ),
        say("Trunk angles at several speeds."),
        near=(energy.PRESS_ENERGY,),
    ),
    Promise(
        "posture",
        Topic.MOVEMENT,
        say("It corrects your posture."),
        Standing.UNKNOWN,
        say("No study of posture was found."),
        say("Any measurement before and after."),
    ),
    Promise(
        "coordination",
        Topic.MOVEMENT,
        say("It trains your coordination."),
        Standing.UNKNOWN,
        say(
            "The legs move in the reverse order of forward running, which has to be learned, and people do learn it. "
            "Whether they are better coordinated in other things was not measured."
        ),
        say("A test of coordination before and after, of something other than going backward."),
        near=(
            mechanics.MEHDIZADEH_ORDER,
            mechanics.LEE_REVERSED,
            training.UTHOFF_FIRST_TIME,
            training.TERBLANCHE_T_TEST,
        ),
    ),
    Promise(
        "proprioception",
        Topic.MOVEMENT,
        say("It sharpens your sense of where your body is."),
        Standing.UNKNOWN,
        say("Without eyes on the way you rely on that sense. Whether it gets sharper was not measured."),
        say("A test of it, such as setting a joint to an angle blindfold, before and after."),
    ),
    Promise(
        "forefoot",
        Topic.MOVEMENT,
        say("You land on the forefoot."),
        Standing.SUPPORTED,
        say("Toes first, then the heel, then the toes again; a press account has runners leave from the heel."),
        say("Whether it carries over to your forward stride."),
        agree=(mechanics.STERZING_PRESSURE, mechanics.ROOS_PLACE, energy.PRESS_ENERGY),
    ),
    Promise(
        "quick-short-steps",
        Topic.MOVEMENT,
        say("Steps are shorter and quicker."),
        Standing.SUPPORTED,
        say(
            "In running at the same speed about 11 % more steps. In comfortable walking they are shorter but "
            "no quicker."
        ),
        say("Step rates of practised backward runners."),
        agree=(mechanics.LBPP_CADENCE, mechanics.ARATA_STEPS),
        neither=(mechanics.LAUFER_WALK,),
        near=(mechanics.LEE_REVERSED,),
    ),
    Promise(
        "flexibility",
        Topic.MOVEMENT,
        say("It stretches your hamstrings."),
        Standing.WEAK,
        say(
            "Ten women reached about 3 cm further after four weeks of backward walking; nobody was there to "
            "compare them with."
        ),
        say("A trial with a control group."),
        agree=(health.WHITLEY_FLEXIBILITY,),
    ),
    Promise(
        "learned-fast",
        Topic.MOVEMENT,
        say("You learn it quickly."),
        Standing.SUPPORTED,
        say(
            "Times improve from the first day to the second, and effort falls within four weeks. Do not count "
            "your first test."
        ),
        say("How long it takes to move safely without looking."),
        agree=(training.UTHOFF_FIRST_TIME, energy.HEATH_EFFORT, energy.HEATH_OXYGEN, training.TERBLANCHE_BACKWARD),
        toward=-1,
        forests=(
            Forest(
                say("Effort of the same backward walk, after minus before practice (scale 6 to 20)"),
                say("easier after practice"),
                say("harder after practice"),
                (energy.HEATH_EFFORT,),
                False,
                say("The only study of its kind."),
            ),
        ),
    ),
)

_BACKWARD_BETTER, _FORWARD_BETTER = say("backward training better"), say("forward training better")
SPEED = (
    Promise(
        "agility",
        Topic.SPEED,
        say("It makes you more agile."),
        Standing.SUPPORTED,
        say(
            "Young players turned and changed direction better after six to eight weeks, in two of three "
            "trials more so than with forward running."
        ),
        say("Whether it holds for adults and for runners. All trials are small."),
        agree=(training.ARBI_AGILITY, training.TERBLANCHE_505, training.TERBLANCHE_T_TEST, training.ARBI_ALL),
        neither=(training.SAMMOUD_ALL,),
        toward=-1,
        forests=(
            Forest(
                say("Time of an agility run, backward against forward training, in standard deviations"),
                _BACKWARD_BETTER,
                _FORWARD_BETTER,
                (training.ARBI_AGILITY,),
                False,
                say("The other trials print no size of the difference."),
            ),
        ),
    ),
    Promise(
        "sprint",
        Topic.SPEED,
        say("It makes you a faster sprinter."),
        Standing.MIXED,
        say("Boys gained more over 10 m than with forward running; two trials with women found no difference."),
        say("Larger trials, and adults."),
        agree=(training.UTHOFF_10M, training.UTHOFF_20M),
        neither=(training.TERBLANCHE_SPRINT, training.SAMMOUD_ALL),
        near=(training.ARBI_ALL,),
        toward=-1,
        forests=(
            Forest(
                say("Time of a sprint, backward against forward training, in standard deviations"),
                _BACKWARD_BETTER,
                _FORWARD_BETTER,
                (training.UTHOFF_10M, training.UTHOFF_20M),
                False,
                say("Both rows are the same boys, so they are not put together."),
            ),
        ),
    ),
    Promise(
        "jump",
        Topic.SPEED,
        say("It makes you jump higher."),
        Standing.MIXED,
        say("Boys jumped higher, above all with a sled; netball players and runners did not."),
        say("Three trials with the same comparison would allow a common number."),
        agree=(training.UTHOFF_JUMP, training.UTHOFF_SLED_JUMP, training.ARBI_JUMP),
        neither=(training.TERBLANCHE_SPRINT, training.KAUFFMAN_5K),
        forests=(
            Forest(
                say("Jump, backward training against another, in standard deviations"),
                say("the other training better"),
                _BACKWARD_BETTER,
                (training.UTHOFF_JUMP, training.ARBI_JUMP, training.UTHOFF_SLED_JUMP),
                False,
                say(
                    "Two compare with forward running, one with sports lessons; two alike are too few to put together."
                ),
            ),
        ),
    ),
    Promise(
        "springy-legs",
        Topic.SPEED,
        say("It makes your legs springier."),
        Standing.WEAK,
        say("Boys who pulled a sled backward got stiffer springs in their legs; a forward sled did nearly as much."),
        say("Running backward without a sled, and adults."),
        agree=(training.UTHOFF_SLED_STIFFNESS,),
        near=(mechanics.CAVAGNA_STIFFNESS,),
        forests=(
            Forest(
                say("Stiffness of the legs, backward sled against sports lessons, in standard deviations"),
                say("sports lessons more"),
                say("backward sled more"),
                (training.UTHOFF_SLED_STIFFNESS,),
                False,
                say("The only study of its kind."),
            ),
        ),
    ),
    Promise(
        "speed-share",
        Topic.SPEED,
        say("Backward you reach about three quarters of your forward speed."),
        Standing.SUPPORTED,
        say(
            "At every effort boys ran backward at 0.72 to 0.79 of their forward speed; record holders lie at "
            "0.69 to 0.75 of their own."
        ),
        say("The share of beginners of other ages, and how it grows with practice."),
        agree=(training.UTHOFF_SHARE, training.KUEHN_SHARE, training.LUSTRAC_SHARE, training.ARATA_SHARE),
    ),
)
