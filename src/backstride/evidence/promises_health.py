"""What is promised of balance, rehabilitation, mind and safety."""

from backstride.evidence import studies_energy as energy
from backstride.evidence import studies_health as health
from backstride.evidence import studies_mechanics as mechanics
from backstride.evidence import studies_training as training
from backstride.evidence.study import Forest, Promise, Standing, Topic
from backstride.message import say

_WITH, _WITHOUT = say("better with backward walking"), say("better without")
_ALREADY = say("Each row puts many studies together already, partly the same ones.")

BALANCE = (
    Promise(
        "balance-patients",
        Topic.BALANCE,
        say("Backward walking improves the balance of patients."),
        Standing.SUPPORTED,
        say(
            "Two analyses of many small trials found people steadier: people after a stroke in one, patients and "
            "others in the other."
        ),
        say("The trials are small and of middling quality; larger ones may find less."),
        agree=(health.WANG_STABILITY, health.WANG_SIDEWAYS, health.STROKE_BALANCE, health.ELNAHHAS_CHILDREN),
        toward=-1,
        forests=(
            Forest(
                say("Stability index, backward walking against control"),
                _WITH,
                _WITHOUT,
                (health.WANG_STABILITY, health.WANG_SIDEWAYS),
                False,
                _ALREADY,
            ),
        ),
    ),
    Promise(
        "balance-runners",
        Topic.BALANCE,
        say("It gives healthy runners better balance."),
        Standing.UNKNOWN,
        say("What is known comes from patients and older people."),
        say("A trial with healthy runners."),
        near=(health.WANG_STABILITY,),
    ),
    Promise(
        "prevents-falls",
        Topic.BALANCE,
        say("It prevents falls."),
        Standing.UNKNOWN,
        say("Nobody has counted falls after backward training. Better balance may help; it is not the same."),
        say("A trial that follows people for a year and counts."),
        near=(health.WANG_STABILITY, health.TAULBEE_RISK),
    ),
    Promise(
        "slow-backward-fallers",
        Topic.BALANCE,
        say("Older people who fall walk backward more slowly."),
        Standing.SUPPORTED,
        say("On average, clearly. For one person it tells little: the usual limit misses four of ten who fell."),
        say("Whether it foretells falls to come."),
        agree=(health.POLO_THREE_METRES, health.FRITZ_FALLERS, health.TAULBEE_RISK, health.CARTER_THREE_METRES),
    ),
)

REHABILITATION = (
    Promise(
        "knee-osteoarthritis",
        Topic.REHABILITATION,
        say("It helps arthritic knees."),
        Standing.SUPPORTED,
        say(
            "Backward walking added to usual care eased pain and everyday life, by about one standard "
            "deviation. It is the best founded use of all."
        ),
        say(
            "How long it lasts, and whether running would do the same. The trials are small. Ask whoever "
            "treats you first."
        ),
        agree=(
            health.LIN_PAIN,
            health.LIN_DISABILITY,
            health.BALASUKUMARAN_PAIN,
            health.BALASUKUMARAN_DISABILITY,
            health.ALGHADIR_PAIN,
            health.ALGHADIR_DISABILITY,
        ),
        toward=-1,
        forests=(
            Forest(
                say("Pain, with backward walking against without, in standard deviations"),
                _WITH,
                _WITHOUT,
                (health.LIN_PAIN, health.BALASUKUMARAN_PAIN),
                False,
                _ALREADY,
            ),
            Forest(
                say("Trouble in everyday life, with backward walking against without, in standard deviations"),
                _WITH,
                _WITHOUT,
                (health.LIN_DISABILITY, health.BALASUKUMARAN_DISABILITY),
                False,
                _ALREADY,
            ),
        ),
    ),
    Promise(
        "stroke",
        Topic.REHABILITATION,
        say("It helps after a stroke."),
        Standing.SUPPORTED,
        say(
            "Walking became a little faster and balance better in the trials put together. It belongs in the "
            "hands of a therapist."
        ),
        say("Effects on falls and on life at home."),
        agree=(
            health.STROKE_SPEED,
            health.STROKE_BALANCE,
            health.STROKE_STEP,
            health.STROKE_CADENCE,
            health.STROKE_SPEED_2020,
        ),
        near=(health.WANG_GAIT,),
        forests=(
            Forest(
                say("Speed over 10 m, backward walking against control"),
                _WITHOUT,
                _WITH,
                (health.STROKE_SPEED,),
                False,
                say("One row that puts seven studies together already."),
            ),
            Forest(
                say("Berg balance scale, backward walking against control"),
                _WITHOUT,
                _WITH,
                (health.STROKE_BALANCE,),
                False,
                say("One row that puts seven studies together already."),
            ),
        ),
    ),
    Promise(
        "runners-knee",
        Topic.REHABILITATION,
        say("It heals runner's knee."),
        Standing.UNKNOWN,
        say("The load behind the kneecap is lower, so the idea is sound. No trial was found that tried it."),
        say("A trial in people with pain behind the kneecap."),
        near=(mechanics.ROOS_KNEECAP, mechanics.FLYNN_KNEECAP),
    ),
    Promise(
        "cruciate-ligament",
        Topic.REHABILITATION,
        say("It helps after a torn cruciate ligament."),
        Standing.WEAK,
        say("A review names a single good result."),
        say("More than one trial."),
        agree=(health.BALASUKUMARAN_OTHERS,),
    ),
    Promise(
        "parkinson",
        Topic.REHABILITATION,
        say("It helps with Parkinson's disease."),
        Standing.UNKNOWN,
        say(
            "Backward walking shows the trouble more clearly than forward walking. That training it helps was not seen."
        ),
        say("A trial of training."),
        near=(health.HACKNEY_PARKINSON,),
    ),
    Promise(
        "cerebral-palsy",
        Topic.REHABILITATION,
        say("It helps children with cerebral palsy."),
        Standing.WEAK,
        say(
            "A review of seven small trials found better balance and steps. Their quality was middling, and "
            "no common size was seen."
        ),
        say("Larger trials of good quality."),
        agree=(health.ELNAHHAS_CHILDREN,),
    ),
)

MIND = (
    Promise(
        "memory",
        Topic.MIND,
        say("It sharpens mind and memory."),
        Standing.WEAK,
        say(
            "Right after moving backward people recalled a little more, even when they only imagined it. That "
            "is not training of the mind."
        ),
        say("Any trial of backward exercise with tests of memory weeks later."),
        agree=(health.AKSENTIJEVIC_RECALL,),
    ),
    Promise(
        "fun",
        Topic.MIND,
        say("It is more fun."),
        Standing.UNKNOWN,
        say("Nobody asked. You will know."),
        say("A survey of people who tried both."),
    ),
    Promise(
        "gains-last",
        Topic.MIND,
        say("What you gain lasts."),
        Standing.UNKNOWN,
        say("Studies ended after two to twelve weeks; none was found that looked again later."),
        say("A look at the same people months later."),
        near=(energy.HEATH_OXYGEN, training.ORDWAY_ECONOMY),
    ),
    Promise(
        "longer-life",
        Topic.MIND,
        say("A hundred steps backward are worth a thousand forward."),
        Standing.UNKNOWN,
        say("A saying. Nothing measured comes near a factor of ten."),
        say("Nothing that we would expect."),
        near=(energy.LBPP_COST,),
    ),
)

SAFETY = (
    Promise(
        "more-falls",
        Topic.SAFETY,
        say("You fall more easily."),
        Standing.UNKNOWN,
        say(
            "Nobody has counted. You cannot see where you go and people do tell of falls, so this coach "
            "behaves as if it were so."
        ),
        say("Falls per hour backward and forward. If you log yours, you will know at least your own."),
        near=(health.CHAMPIONSHIP_HELMETS, training.LUSTRAC_SHARE, health.PRACTITIONERS_SAFETY),
    ),
    Promise(
        "prevents-injuries",
        Topic.SAFETY,
        say("It prevents injuries."),
        Standing.UNKNOWN,
        say("No study that counts injuries was found."),
        say("A season with and without it, injuries counted."),
    ),
    Promise(
        "soreness",
        Topic.SAFETY,
        say("You will be sore at first."),
        Standing.WEAK,
        say(
            "Reported after short walks and after a record; how often it happens was not counted. Begin with "
            "a few minutes."
        ),
        say("Soreness on the days after, rated."),
        agree=(energy.QUOTED_SORENESS, health.DOLD_THIGHS),
    ),
    Promise(
        "right-dose",
        Topic.SAFETY,
        say("Ten to fifteen minutes, twice a week, is the right start."),
        Standing.UNKNOWN,
        say(
            "Such doses were used and borne, but nobody compared them or tested a way from walking to "
            "running. The ladder here is expert design."
        ),
        say("A trial of two ways to begin."),
        near=(energy.HEATH_OXYGEN, health.WHITLEY_FLEXIBILITY, health.ALGHADIR_PAIN, training.ARETZ_VOLUME),
    ),
    Promise(
        "sweet-spot",
        Topic.SAFETY,
        say("The ratio of this week's load to the last four tells your risk of injury."),
        Standing.CONTRADICTED,
        say(
            "The ratio contains its own comparison and misleads. This coach looks at the change from week to "
            "week, for each direction by itself, and at pain."
        ),
        say("Whether any number foretells injury in backward running."),
        differ=(health.LOLLI_RATIO, health.WANG_C_RATIO),
    ),
)
