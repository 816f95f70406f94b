"""What is promised of tests, phones and watches."""

from backstride.evidence import studies_tests as tests
from backstride.evidence.study import Promise, Standing, Topic
from backstride.message import say

TESTS = (
    Promise(
        "field-tests",
        Topic.TESTS,
        say("A stopwatch and a tape show whether you got better."),
        Standing.SUPPORTED,
        say("Simple tests of balance and agility repeat well. Each has its noise, though: small changes mean nothing."),
        say("How much the backward walk scatters in healthy young people."),
        agree=(
            tests.SPRINGER_STANCE,
            tests.SHAFFER_REACH,
            tests.CLARKE_505,
            tests.THREE_CONES,
            tests.THREE_METRES_PARKINSON,
            tests.THREE_METRES_SCLEROSIS,
            tests.THREE_METRES_VIDEO,
            tests.SCHWIERTZ_REACH,
        ),
        near=(tests.ZUERCHER_T_TEST,),
    ),
    Promise(
        "phone-balance",
        Topic.TESTS,
        say("Your phone can measure your balance."),
        Standing.MIXED,
        say(
            "With open eyes and the phone on your low back, well. With closed eyes or at home from day to "
            "day, badly: look at the trend, not at one value."
        ),
        say("How many trials make a value at home steady."),
        agree=(tests.PHONE_EYES_OPEN, tests.POCKET_LABORATORY),
        differ=(tests.PHONE_EYES_CLOSED, tests.POCKET_HOME),
    ),
    Promise(
        "sensor-steps",
        Topic.TESTS,
        say("A sensor times your steps less exactly backward."),
        Standing.WEAK,
        say(
            "In one study of walking its error doubled, from 9 to 19 milliseconds at touch-down. Trust contact times "
            "backward the less."
        ),
        say("Running, and other sensors."),
        agree=(tests.SENSOR_TOUCH, tests.SENSOR_OFF),
    ),
    Promise(
        "heart-rate-calories",
        Topic.TESTS,
        say("Calories from your heart rate come out too high backward."),
        Standing.WEAK,
        say(
            "Computed from one study, by 18 % in running and 31 % in walking. This coach therefore takes "
            "energy from speed, and effort from the heart."
        ),
        say("A direct test of watches on people who run backward."),
        agree=(tests.WILLIFORD_HEART_FORMULA,),
    ),
    Promise(
        "effort-load",
        Topic.TESTS,
        say("How hard it felt, times minutes, tells your load."),
        Standing.WEAK,
        say("It goes along with load by heart rate in forward training. Backward nobody tried."),
        say("The same comparison in backward training."),
        agree=(tests.BORRESEN_EFFORT,),
    ),
)
