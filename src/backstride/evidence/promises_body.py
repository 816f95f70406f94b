"""What is promised of energy, fitness, joints and muscles."""

from backstride.evidence import studies_energy as energy
from backstride.evidence import studies_health as health
from backstride.evidence import studies_mechanics as mechanics
from backstride.evidence import studies_training as training
from backstride.evidence.study import Forest, Promise, Standing, Topic
from backstride.message import say

_LESS_ENERGY, _MORE_ENERGY = say("less backward"), say("more backward")
_BEFORE, _AFTER = say("less after practice"), say("more after practice")
_SAME_PEOPLE = say("Both rows are the same people, so they are not put together.")

ENERGY = (
    Promise(
        "more-calories",
        Topic.ENERGY,
        say("Running backward burns more calories."),
        Standing.SUPPORTED,
        say("At the same speed, yes: most studies find 15 to 35 % more in running and 17 to 28 % more in walking."),
        say(
            "How much is left after months of practice, for women, older people and downhill. Studies of "
            "practised backward runners would sharpen the number."
        ),
        agree=(
            energy.WRIGHT_METABOLIC,
            energy.LBPP_COST,
            energy.WILLIFORD_RUN_OXYGEN,
            energy.WILLIFORD_WALK_OXYGEN,
            energy.RASICA_COST,
            energy.FLYNN_RUN_OXYGEN,
            energy.FLYNN_WALK_OXYGEN,
            energy.CHALOUPKA_WALK,
            energy.HOOPER_SLOPES,
            energy.REILLY_DIRECTIONS,
            energy.PRESS_ENERGY,
        ),
        near=(energy.COMPENDIUM_WALK, energy.WRIGHT_MUSCLE, energy.MYATT_CURVE, energy.HRELJAC_SWITCH),
        forests=(
            Forest(
                say("Energy of running, backward over forward at the same speed"),
                _LESS_ENERGY,
                _MORE_ENERGY,
                (energy.WILLIFORD_RUN_OXYGEN, energy.LBPP_COST, energy.WRIGHT_METABOLIC, energy.RASICA_COST),
                True,
                say(
                    "Put together are the studies that print a spread: different people, level treadmill, same "
                    "question. One counts the energy of rest in, which makes its ratio smaller; of the others it was "
                    "not seen."
                ),
            ),
            Forest(
                say("Energy of walking, backward over forward at the same speed"),
                _LESS_ENERGY,
                _MORE_ENERGY,
                (energy.WILLIFORD_WALK_OXYGEN,),
                False,
                say("Only one study of walking prints a spread, so there is nothing to put together."),
            ),
        ),
    ),
    Promise(
        "calories-stay-high",
        Topic.ENERGY,
        say("The extra calories stay, however long you practise."),
        Standing.CONTRADICTED,
        say(
            "The extra shrinks as you learn: four weeks of practice took off about a fifth of the oxygen for "
            "the same backward speed."
        ),
        say("Where the shrinking ends. No study of it lasted longer than six weeks."),
        differ=(energy.HEATH_OXYGEN, energy.HEATH_HEART, training.TERBLANCHE_BACKWARD),
        toward=1,
        forests=(
            Forest(
                say("Oxygen of the same backward walk, after over before practice"),
                _BEFORE,
                _AFTER,
                (energy.HEATH_OXYGEN,),
                False,
                say("The other study prints no spread, and both have their own kind of practice."),
            ),
        ),
    ),
    Promise(
        "calories-own-pace",
        Topic.ENERGY,
        say("You burn more even at a pace that feels easy."),
        Standing.UNKNOWN,
        say(
            "Studies set the speed. At your own, slower pace backward you may burn as much a minute as "
            "forward, or less."
        ),
        say("Measurements at freely chosen paces in both directions."),
        near=(training.UTHOFF_SHARE,),
    ),
    Promise(
        "higher-heart-rate",
        Topic.ENERGY,
        say("Your heart works harder."),
        Standing.SUPPORTED,
        say("At the same speed, about 20 beats a minute more. Practice takes part of it away."),
        say("Whether that trains the heart better than going faster forward."),
        agree=(
            energy.WILLIFORD_WALK_HEART,
            energy.WILLIFORD_RUN_HEART,
            energy.FLYNN_RUN_OXYGEN,
            energy.CHALOUPKA_WALK,
            energy.HOOPER_SLOPES,
        ),
        near=(energy.HEATH_HEART,),
        forests=(
            Forest(
                say("Heart rate, backward minus forward at the same speed"),
                _LESS_ENERGY,
                _MORE_ENERGY,
                (energy.WILLIFORD_WALK_HEART, energy.WILLIFORD_RUN_HEART),
                False,
                _SAME_PEOPLE,
            ),
        ),
    ),
    Promise(
        "feels-harder",
        Topic.ENERGY,
        say("It feels harder."),
        Standing.SUPPORTED,
        say("At the same speed, by nearly three points of effort in running. It eases within weeks."),
        say("How it feels at your own pace."),
        agree=(energy.LBPP_EFFORT, energy.CHALOUPKA_WALK, energy.REILLY_DIRECTIONS),
        near=(energy.HEATH_EFFORT, energy.QUOTED_SORENESS),
    ),
    Promise(
        "fat-loss",
        Topic.FITNESS,
        say("Running backward melts body fat."),
        Standing.MIXED,
        say(
            "One study found less fat (2.4 %, and thinner skinfolds) against people who did nothing; two others found "
            "no change."
        ),
        say("A trial of months against forward running with the same energy, with food written down."),
        agree=(training.TERBLANCHE_FAT, training.TERBLANCHE_SKINFOLDS),
        neither=(training.ORDWAY_BODY, training.KACHANATHU_POWER),
        toward=-1,
    ),
    Promise(
        "aerobic-fitness",
        Topic.FITNESS,
        say("It builds endurance."),
        Standing.MIXED,
        say(
            "It did in untrained young women, not in highly trained runners. Backward running is hard work "
            "for the heart, so it can train it."
        ),
        say("Whether it builds more endurance than the same time forward."),
        agree=(training.TERBLANCHE_FITNESS,),
        neither=(training.ORDWAY_BODY,),
        near=(energy.FLYNN_RUN_OXYGEN,),
    ),
    Promise(
        "running-economy",
        Topic.FITNESS,
        say("It makes your forward running more economical."),
        Standing.WEAK,
        say(
            "Eight trained men needed 2.5 % less oxygen forward after ten weeks. There was no group to "
            "compare them with."
        ),
        say("A trial with a control group that runs as much forward."),
        agree=(training.ORDWAY_ECONOMY,),
        near=(training.TERBLANCHE_FORWARD,),
        toward=-1,
    ),
    Promise(
        "race-times",
        Topic.FITNESS,
        say("It makes you faster over 5 km."),
        Standing.WEAK,
        say("One small trial: everybody got faster, whether they trained backward, forward or both."),
        say("Whether it adds anything to forward training. Other distances were not looked at."),
        agree=(training.KAUFFMAN_5K,),
        toward=-1,
    ),
)

_LESS_LOAD, _MORE_LOAD = say("less load backward"), say("more load backward")
JOINTS = (
    Promise(
        "knee-load",
        Topic.JOINTS,
        say("It is gentler on your knees."),
        Standing.SUPPORTED,
        say(
            "The force behind the kneecap is about a quarter lower at the same running speed. At a crawl "
            "there is no difference, and not everybody gains."
        ),
        say("Whether knees that hurt get better by it: no trial in runner's knee was found."),
        agree=(mechanics.ROOS_KNEECAP, mechanics.ROOS_MOMENT, mechanics.FLYNN_KNEECAP),
        neither=(mechanics.SUSSMAN_KNEECAP, mechanics.SUSSMAN_MOMENT),
        near=(mechanics.ROOS_BEND, mechanics.FLYNN_TIME),
        toward=-1,
        forests=(
            Forest(
                say("Peak force behind the kneecap, backward over forward"),
                _LESS_LOAD,
                _MORE_LOAD,
                (mechanics.ROOS_KNEECAP, mechanics.SUSSMAN_KNEECAP, mechanics.FLYNN_KNEECAP),
                False,
                say(
                    "They differ in speed, one of them changed speed with direction and one prints no spread: putting "
                    "them together would hide that."
                ),
            ),
        ),
    ),
    Promise(
        "low-impact",
        Topic.JOINTS,
        say("It is low-impact."),
        Standing.CONTRADICTED,
        say(
            "The body as a whole lands no softer: peak acceleration is higher, steps fly longer and the "
            "forefoot bears more. What falls is the load of the knee."
        ),
        say("Loading rate and shock at the shin: no number was found. Lower values there would change this."),
        differ=(mechanics.CAVAGNA_ACCELERATION, mechanics.STERZING_PRESSURE),
        neither=(mechanics.ROOS_GROUND,),
        near=(mechanics.CAVAGNA_FLIGHT,),
        toward=-1,
        forests=(
            Forest(
                say("What the whole body bears, backward over forward"),
                _LESS_LOAD,
                _MORE_LOAD,
                (mechanics.CAVAGNA_ACCELERATION, mechanics.ROOS_GROUND),
                False,
                say("They measured different things, and one prints no spread."),
            ),
        ),
    ),
    Promise(
        "soft-landing",
        Topic.JOINTS,
        say("You land softly."),
        Standing.MIXED,
        say(
            "The brake of each step is longer and the push shorter than forward, so the landing is softer "
            "than the take-off. Yet the peak force is higher than forward."
        ),
        say("Shock at foot and shin at the same speed."),
        agree=(mechanics.CAVAGNA_LANDING,),
        differ=(mechanics.CAVAGNA_ACCELERATION,),
        near=(mechanics.CAVAGNA_STIFFNESS,),
        toward=-1,
    ),
    Promise(
        "ankles",
        Topic.JOINTS,
        say("It spares ankles and Achilles tendons."),
        Standing.UNKNOWN,
        say(
            "Nobody measured it. The force acts nearer the toes, so calf and tendon probably bear more; be "
            "careful if they hurt."
        ),
        say("Load of the Achilles tendon, measured or computed."),
        near=(mechanics.ROOS_PLACE, mechanics.STERZING_PRESSURE, mechanics.DEVITA_JOINTS),
    ),
    Promise(
        "back-pain",
        Topic.JOINTS,
        say("It eases back pain."),
        Standing.UNKNOWN,
        say("There is one first try with five athletes whose numbers we have not seen."),
        say("A controlled trial."),
        near=(health.DUFEK_BACK, health.WHITLEY_FLEXIBILITY),
    ),
)

MUSCLES = (
    Promise(
        "quadriceps",
        Topic.MUSCLES,
        say("It works the front of your thighs (quadriceps)."),
        Standing.SUPPORTED,
        say(
            "Yes: the muscle is more than twice as active in running, and grew stronger in people with knee "
            "osteoarthritis. Articles that name the hamstrings instead are not borne out."
        ),
        say("Whether healthy runners get stronger; activity is not yet strength."),
        agree=(mechanics.LBPP_QUADS, mechanics.DETWEILER_FRONT),
        neither=(mechanics.JRRS_MUSCLES,),
        near=(health.BALASUKUMARAN_QUADS, mechanics.DEVITA_JOINTS),
    ),
    Promise(
        "hamstrings",
        Topic.MUSCLES,
        say("It works the back of your thighs (hamstrings)."),
        Standing.MIXED,
        say(
            "More active in one study that also changed the slope, unchanged in one on the level. The front "
            "of the thigh is the better bet."
        ),
        say("Muscle activity in level backward running."),
        agree=(mechanics.DEKREY_SLOPE,),
        neither=(mechanics.DETWEILER_FRONT,),
    ),
    Promise(
        "glutes",
        Topic.MUSCLES,
        say("It builds your glutes."),
        Standing.UNKNOWN,
        say("No measurement of the glutes in backward gait was found."),
        say("Any study that puts a sensor on them."),
    ),
    Promise(
        "calves",
        Topic.MUSCLES,
        say("It works your calves."),
        Standing.MIXED,
        say(
            "In backward walking the inner calf works less while you stand on the leg, the outer calf more "
            "while it swings. In running you land on the forefoot, which should load calves, but no number "
            "was found."
        ),
        say("Calf activity and strength in backward running."),
        agree=(mechanics.JRRS_MUSCLES,),
        differ=(mechanics.DETWEILER_FRONT,),
        near=(mechanics.STERZING_PRESSURE,),
    ),
    Promise(
        "shins",
        Topic.MUSCLES,
        say("It works your shins."),
        Standing.SUPPORTED,
        say("The muscle along the shin is more active in backward walking. That it grows stronger was not tested."),
        say("Strength before and after, and backward running."),
        agree=(mechanics.DETWEILER_FRONT, mechanics.JRRS_MUSCLES),
    ),
)
