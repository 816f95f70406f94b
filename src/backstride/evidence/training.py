"""Claims on training backward: what was tested, on whom, and what the ladder takes from it."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_BEGINNERS = say("8 men who had not walked backward before; no group to compare with")
_BOYS = say("34 boys at school, 20 m on the ground")
_TRAINED = say("8 highly trained men, on a treadmill with a harness; no group to compare with")
_RETRO = say("people who run backward")

LEARNING_MINUTES = Claim(
    15.0, "min", 15.0, 15.0, Grade.SINGLE_STUDY, _BEGINNERS, sources.HEATH_2001,
    say("Minutes of backward walking in a session, three times a week for four weeks: the same speed then cost less"),
)  # fmt: skip
LEARNING_GAIN = Claim(
    0.19, "1", 0.19, 0.19, Grade.SINGLE_STUDY, _BEGINNERS, sources.HEATH_2001,
    say("Share of the oxygen at one backward walking speed that four weeks of practice saved"),
)  # fmt: skip
SELF_PACED_MINUTES = Claim(
    12.5, "min", 10.0, 15.0, Grade.SINGLE_STUDY, say("10 healthy women, about 30 years old; no group to compare with"),
    sources.WHITLEY_2011, say("Minutes of backward walking at their own pace, four days a week for four weeks"),
)  # fmt: skip
GENTLE_MINUTES = Claim(
    10.0, "min", 10.0, 10.0, Grade.SINGLE_STUDY, say("people with worn knees"), sources.ALGHADIR_2019,
    say("Minutes of backward walking, three times a week for six weeks, that people with painful knees did well with"),
)  # fmt: skip
RUN_IN_WEEKS = Claim(
    5.0, "weeks", 5.0, 5.0, Grade.SINGLE_STUDY, _TRAINED, sources.ORDWAY_2016,
    say("Weeks of slow backward running that came before five weeks of training proper"),
)  # fmt: skip
RUN_IN_MPS = Claim(
    2.23, "m/s", 2.23, 2.68, Grade.SINGLE_STUDY, _TRAINED, sources.ORDWAY_2016,
    say("Speed of the first five weeks of backward running; then 2.68 m/s for five more"),
)  # fmt: skip
SPRINT_WEEKS = Claim(
    8.0, "weeks", 8.0, 8.0, Grade.SINGLE_STUDY, say("boys of 13 to 15 years, 26 of them backward"), sources.UTHOFF_2020,
    say("Weeks of backward sprints, twice a week, after which they started faster forward and jumped higher"),
)  # fmt: skip
AGILITY_WEEKS = Claim(
    6.0, "weeks", 6.0, 8.0, Grade.SINGLE_STUDY, say("17 women who play netball"), sources.TERBLANCHE_2009,
    say("Weeks of backward training after which changes of direction were faster"),
)  # fmt: skip
SPEED_SHARE = Claim(
    0.755, "1", 0.72, 0.79, Grade.SINGLE_STUDY, _BOYS, sources.UTHOFF_2018,
    say("Backward running speed as a share of forward speed at equal effort, slow, moderate or fast"),
)  # fmt: skip
FAMILIAR_SESSIONS = Claim(
    1.0, "sessions", 1.0, 2.0, Grade.SINGLE_STUDY, _BOYS, sources.UTHOFF_2018,
    say("Sessions of backward running from which times still improved by getting used to it"),
)  # fmt: skip
CHOSEN_RUN_MPS = Claim(
    1.63, "m/s", 1.52, 1.74, Grade.SINGLE_STUDY, say("12 healthy young adults, backward on a treadmill"),
    sources.HRELJAC_2005, say("Speed at which people change from walking to running backward by themselves"),
)  # fmt: skip
INCLINE_WEEKS = Claim(
    6.0, "weeks", 6.0, 6.0, Grade.SINGLE_STUDY, say("30 healthy young men, on a treadmill at 10 degrees"),
    sources.KACHANATHU_2014,
    say("Weeks of walking up a slope, three times a week: who did it backward gained more short power"),
)  # fmt: skip
UPHILL_COST = Claim(
    0.35, "1", 0.35, 0.35, Grade.SINGLE_STUDY, say("8 runners, level and up to 25 %"), sources.RASICA_2020,
    say("How much more energy backward running costs than forward running, on the level and on every slope up"),
)  # fmt: skip
TOES_SHARE = Claim(
    0.12, "1", 0.06, 0.18, Grade.SINGLE_STUDY, say("20 healthy adults who run"), sources.ROOS_2012,
    say("How far behind the toes the foot carries the load backward, as a share of its length; forward it is 0.25"),
)  # fmt: skip
THIGH_DRIVE = Claim(
    2.135, "1", 2.135, 2.135, Grade.SINGLE_STUDY, say("13 adults on a treadmill"), sources.LBPP_STUDY,
    say("How much more the front of the thigh works backward than forward at the same speed"),
)  # fmt: skip
LEAN_DEG = Claim(
    0.0, "deg", -5.0, 10.0, Grade.ASSUMPTION, _RETRO, sources.JUDGEMENT,
    say("Lean of the trunk asked for: none on purpose. Nobody has published angles; one report saw a slight lean"),
)  # fmt: skip
ELBOW_DEG = Claim(
    90.0, "deg", 70.0, 110.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("Bend of the elbows that keeps the arms short and quick, as in forward running; backward nobody measured it"),
)  # fmt: skip
GLANCE_EVERY_S = Claim(
    5.0, "s", 3.0, 10.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("How often to look over a shoulder, left and right in turn"),
)  # fmt: skip
FOOT_LIFT = Claim(
    0.03, "m", 0.02, 0.06, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("How high the heel should clear the ground on its way back, so that it does not catch on anything"),
)  # fmt: skip
TRUNK_STEADY = Claim(
    1.0, "1", 0.0, 1.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("A firm trunk helps to stay upright when a step goes wrong; that was not tested backward"),
)  # fmt: skip
RACE_SHORT_SHARE = Claim(
    0.685, "1", 0.53, 0.71, Grade.ASSUMPTION, say("one woman's 100 m; records from 100 to 1,000 m"),
    sources.FUNSPORTING_2006, say("Racing speed backward as a share of forward speed, up to the mile"),
)  # fmt: skip
RACE_LONG_SHARE = Claim(
    0.745, "1", 0.59, 0.8, Grade.ASSUMPTION, say("one man's marathons; records from 3 km to the marathon"),
    sources.CONNEXION_2023, say("Racing speed backward as a share of forward speed, from 5 km on"),
)  # fmt: skip
RAMPS_TESTED = Claim(
    0.0, "studies", 0.0, 0.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("Studies found that test a way from backward walking to backward running: the steps between are expert design"),
)  # fmt: skip
FALLS_COUNTED = Claim(
    0.0, "studies", 0.0, 0.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("Studies found that count falls in backward running: how often they happen is not known, so one is enough"),
)  # fmt: skip
