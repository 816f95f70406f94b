"""Studies of balance, falls, flexibility, memory, rehabilitation and safety."""

from backstride.evidence import publications as papers
from backstride.evidence import sources
from backstride.evidence.effects import Kind, bare, printed
from backstride.evidence.study import Checked, Design, Study
from backstride.message import say

_META = Design.META_ANALYSIS
_KNEES = say("people with knee osteoarthritis, 13 trials")
_KNEES_21 = say("people with knee osteoarthritis, from a review of 21 studies")
_ADDED = say("backward walking added to usual care")
_WEEKS = say("backward walking added to physiotherapy for 2 to 4 weeks")
_STROKE = say("people after a stroke, 7 studies")
_TRAINED = say("backward walking training against control")
_MIXED = say("patients and others, 11 studies")
_PAIN = say("pain")
_DISABILITY = say("trouble in everyday life")
_OLDER = say("older people who live at home")
_ONE_EFFECT = say("Put together by its authors as if all studies had the same true effect.")

WANG_STABILITY = Study(
    "E060",
    papers.WANG_2019,
    _META,
    None,
    _MIXED,
    say("overall stability index (less is steadier)"),
    _TRAINED,
    effect=printed(Kind.DIFFERENCE, -0.99, -1.61, -0.37, "points"),
    beware=_ONE_EFFECT,
)
WANG_SIDEWAYS = Study(
    "E061",
    papers.WANG_2019,
    _META,
    None,
    _MIXED,
    say("stability index to the sides"),
    _TRAINED,
    effect=printed(Kind.DIFFERENCE, -0.95, -1.57, -0.34, "points"),
    beware=_ONE_EFFECT,
)
FRITZ_FALLERS = Study(
    "E072",
    papers.FRITZ_2013,
    Design.GROUPS,
    130,
    say("37 young, 31 middle-aged and 62 older adults"),
    say("speed of backward walking"),
    None,
    says=say("All older people who had fallen were slower than 0.6 m/s."),
)
TAULBEE_RISK = Study(
    "E175",
    papers.TAULBEE_2021,
    Design.GROUPS,
    30,
    _OLDER,
    say("speed of backward walking"),
    None,
    says=say("It told people at risk from others; forward speed and rising from a chair did not."),
)
POLO_THREE_METRES = Study(
    "E051",
    sources.POLO_FERRERO_2025,
    Design.GROUPS,
    483,
    _OLDER,
    say("time for 3 m backward"),
    None,
    says=say(
        "6.8 s of those who had fallen, 5.1 s of the others. A limit of 5.5 s finds 60 of 100 who fell "
        "and clears 69 of 100 who did not."
    ),
)
CARTER_THREE_METRES = Study(
    "E164",
    papers.CARTER_2019,
    Design.GROUPS,
    59,
    _OLDER,
    say("time for 3 m backward"),
    None,
    says=say("Above 4.5 s likely, below 3.0 s unlikely to have fallen."),
    checked=Checked.UNVERIFIED,
)
AKSENTIJEVIC_RECALL = Study(
    "E071",
    papers.AKSENTIJEVIC_2019,
    Design.COMPARISON,
    None,
    say("adults, six experiments"),
    say("what people remember right after moving"),
    None,
    says=say("More after backward motion in five of six experiments, even when it was only watched or imagined."),
    beware=say("It is about a moment, not about training."),
)
WHITLEY_FLEXIBILITY = Study(
    "E069",
    sources.WHITLEY_2011,
    Design.BEFORE_AFTER,
    10,
    say("healthy women"),
    say("sit and reach, low-back motion"),
    say("4 weeks, four days a week, 10 to 15 minutes of backward walking"),
    effect=bare(Kind.DIFFERENCE, 3.1, "cm"),
    says=say("3.1 cm further (as told by a blog); the low back did not change."),
    beware=say("There was no control group."),
)
DUFEK_BACK = Study(
    "E070",
    papers.DUFEK_2011,
    Design.BEFORE_AFTER,
    10,
    say("5 athletes with low-back pain, 5 without"),
    say("low-back pain and motion"),
    say("3 weeks of backward walking"),
    says=say("A small first try; its numbers were not seen."),
)
LIN_PAIN = Study(
    "E047",
    papers.LIN_2025,
    _META,
    None,
    _KNEES,
    _PAIN,
    _ADDED,
    effect=printed(Kind.STANDARDISED, -0.997, -1.373, -0.620),
)
LIN_DISABILITY = Study(
    "E048",
    papers.LIN_2025,
    _META,
    None,
    _KNEES,
    _DISABILITY,
    _ADDED,
    effect=printed(Kind.STANDARDISED, -1.015, -1.326, -0.703),
)
ALGHADIR_PAIN = Study(
    "E049",
    sources.ALGHADIR_2019,
    Design.TRIAL,
    68,
    say("people with knee osteoarthritis"),
    _PAIN,
    say("10 minutes, three times a week, 6 weeks, added to usual care"),
    says=say("1.8 of 10 points less pain with it, 1.0 without (p = 0.01)."),
)
ALGHADIR_DISABILITY = Study(
    "E050",
    sources.ALGHADIR_2019,
    Design.TRIAL,
    68,
    say("people with knee osteoarthritis"),
    _DISABILITY,
    say("10 minutes, three times a week, 6 weeks, added to usual care"),
    says=say("4.8 points better on a questionnaire with it, 2.2 without (p = 0.008)."),
)
BALASUKUMARAN_PAIN = Study(
    "E057", papers.BALASUKUMARAN_2019, _META, None, _KNEES_21, _PAIN, _WEEKS, effect=bare(Kind.STANDARDISED, -0.87)
)
BALASUKUMARAN_DISABILITY = Study(
    "E058",
    papers.BALASUKUMARAN_2019,
    _META,
    None,
    _KNEES_21,
    _DISABILITY,
    _WEEKS,
    effect=bare(Kind.STANDARDISED, -1.19),
)
BALASUKUMARAN_QUADS = Study(
    "E059",
    papers.BALASUKUMARAN_2019,
    _META,
    None,
    _KNEES_21,
    say("strength of the quadriceps"),
    _WEEKS,
    effect=bare(Kind.STANDARDISED, 1.22),
    says=say("Stronger by 1.22 standard deviations; no spread was seen."),
)
BALASUKUMARAN_OTHERS = Study(
    "E059",
    papers.BALASUKUMARAN_2019,
    Design.REVIEW,
    None,
    say("people with injured ligaments or joint disease, from a review of 21 studies"),
    say("several"),
    _WEEKS,
    says=say(
        "Single good results after a torn cruciate ligament and in juvenile arthritis; nothing certain in "
        "the other conditions."
    ),
)
WANG_GAIT = Study(
    "E062-E063",
    papers.WANG_2018,
    _META,
    None,
    _MIXED,
    say("speed of forward walking"),
    _TRAINED,
    says=say(
        "Faster, also than after forward walking. The sizes, printed as 1.00 and 0.69 m/s, cannot be metres a second "
        "and are not used here."
    ),
    beware=say("Its authors warn that the two trainings may have differed in how hard they were."),
)
STROKE_SPEED = Study(
    "E064",
    papers.IJERPH_2022,
    _META,
    None,
    _STROKE,
    say("speed over 10 m"),
    _TRAINED,
    effect=printed(Kind.DIFFERENCE, 0.11, 0.01, 0.21, "m/s"),
)
STROKE_BALANCE = Study(
    "E065",
    papers.IJERPH_2022,
    _META,
    None,
    _STROKE,
    say("Berg balance scale"),
    _TRAINED,
    effect=printed(Kind.DIFFERENCE, 4.38, 2.60, 6.15, "points"),
)
STROKE_CADENCE = Study(
    "E066",
    papers.IJERPH_2022,
    _META,
    None,
    _STROKE,
    say("cadence of walking"),
    _TRAINED,
    says=say("4.0 steps a minute quicker (1.0 to 7.0)."),
)
STROKE_STEP = Study(
    "E067",
    papers.IJERPH_2022,
    _META,
    None,
    _STROKE,
    say("step of the weaker leg"),
    _TRAINED,
    says=say("5.3 cm longer (2.0 to 8.7)."),
)
STROKE_SPEED_2020 = Study(
    "E068",
    papers.MEDICINE_2020,
    _META,
    None,
    say("people after a stroke, 10 studies"),
    say("speed of walking"),
    _TRAINED,
    says=say("Faster by 6.9 (1.4 to 12.3), in a unit that the copy read did not make clear."),
)
HACKNEY_PARKINSON = Study(
    "E172",
    papers.HACKNEY_2009,
    Design.GROUPS,
    152,
    say("78 people with Parkinson's disease, 74 without"),
    say("backward walking"),
    None,
    says=say("The difference between the groups is larger backward than forward. Nobody was trained."),
)
ELNAHHAS_CHILDREN = Study(
    "E173",
    papers.ELNAHHAS_2019,
    Design.REVIEW,
    172,
    say("children with cerebral palsy, 7 trials"),
    say("balance, motor skill, step, speed"),
    say("15 to 25 minutes, three times a week, 6 to 12 weeks"),
    says=say("Better in all of them."),
    beware=say("The trials were of middling quality (4.7 of 10 points)."),
)
PRACTITIONERS_SAFETY = Study(
    "E129",
    sources.BACKWARDSRUNNING,
    Design.REPORT,
    None,
    say("people who run backward"),
    say("how to be safe"),
    None,
    says=say("A track or flat path, walk first, look over both shoulders but little, stop before you are tired."),
)
CHAMPIONSHIP_HELMETS = Study(
    "E142",
    papers.IRR_2010,
    Design.REPORT,
    None,
    say("competitors"),
    say("rules of a world championship"),
    None,
    says=say("Head protection was recommended."),
)
DOLD_THIGHS = Study(
    "E135",
    papers.DOLD_2016,
    Design.REPORT,
    1,
    say("a record holder"),
    say("the day after 10 km backward"),
    None,
    says=say("Sore thighs."),
)
LOLLI_RATIO = Study(
    "E127",
    sources.LOLLI_2019,
    Design.METHOD,
    None,
    say("the arithmetic of it"),
    say("this week's load over that of the last four"),
    None,
    says=say("The week is part of what it is compared with, which makes a connection where there is none."),
)
WANG_C_RATIO = Study(
    "E128",
    papers.WANG_C_2019,
    Design.REVIEW,
    None,
    say("athletes of many sports"),
    say("this week's load over that of the last four"),
    None,
    says=say("Eight faults of the ratio as a forecast of injury."),
)
