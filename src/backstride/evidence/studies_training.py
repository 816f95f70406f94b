"""Studies of training backward: fitness, body fat, economy, sprint, jump, agility, skill."""

from backstride.evidence import publications as papers
from backstride.evidence import sources
from backstride.evidence.effects import Kind, bare, between_groups
from backstride.evidence.study import Checked, Design, Study
from backstride.message import say

_YOUNG_WOMEN = say("young women")
_SIX_WEEKS = say("6 weeks of walking and running backward, against doing nothing")
_BOYS = say("boys of 13 to 15")
_EIGHT_WEEKS = say("8 weeks, twice a week, backward against forward running")
_SLED = say("8 weeks, twice a week, pulling a sled backward, against sports lessons")
_RUNNERS = say("highly trained men")
_TEN_WEEKS = say("10 weeks on a treadmill with a harness")
_PLAYERS = say("basketball players of about 15")
_SPRINTS = say("8 weeks of repeated sprints, backward against forward")
_NETBALL = say("women who play netball")
_NETBALL_WEEKS = say("6 weeks, backward against forward programme")
_NO_CONTROL = say("There was no control group.")

TERBLANCHE_BACKWARD = Study(
    "E023",
    papers.TERBLANCHE_2005,
    Design.TRIAL,
    26,
    _YOUNG_WOMEN,
    say("oxygen uptake of easy backward running"),
    _SIX_WEEKS,
    effect=bare(Kind.PERCENT, -32.0, "%"),
    says=say("32 % less for the same work."),
)
TERBLANCHE_FORWARD = Study(
    "E024",
    papers.TERBLANCHE_2005,
    Design.TRIAL,
    26,
    _YOUNG_WOMEN,
    say("oxygen uptake of easy forward running"),
    _SIX_WEEKS,
    effect=bare(Kind.PERCENT, -30.0, "%"),
    says=say("30 % less."),
    beware=say("Too much for better economy; getting used to the test is likelier."),
)
TERBLANCHE_FAT = Study(
    "E025",
    papers.TERBLANCHE_2005,
    Design.TRIAL,
    26,
    _YOUNG_WOMEN,
    say("body fat"),
    _SIX_WEEKS,
    effect=bare(Kind.PERCENT, -2.4, "%"),
    says=say("2.4 % less."),
    beware=say("The control group did not train at all."),
)
TERBLANCHE_SKINFOLDS = Study(
    "E026",
    papers.TERBLANCHE_2005,
    Design.TRIAL,
    26,
    _YOUNG_WOMEN,
    say("sum of skinfolds"),
    _SIX_WEEKS,
    effect=bare(Kind.PERCENT, -19.7, "%"),
    says=say("19.7 % less."),
    beware=say("The control group did not train at all."),
)
TERBLANCHE_FITNESS = Study(
    "E027",
    papers.TERBLANCHE_2005,
    Design.TRIAL,
    26,
    _YOUNG_WOMEN,
    say("highest oxygen uptake, estimated from a shuttle run"),
    _SIX_WEEKS,
    effect=bare(Kind.PERCENT, 5.2, "%"),
    says=say("5.2 % more."),
    beware=say("The control group did not train at all."),
)
ORDWAY_ECONOMY = Study(
    "E028",
    sources.ORDWAY_2016,
    Design.BEFORE_AFTER,
    8,
    _RUNNERS,
    say("oxygen uptake of forward running, 3.6 m/s"),
    _TEN_WEEKS,
    effect=bare(Kind.PERCENT, -2.54, "%"),
    says=say("2.5 % less, that is 1.19 mL/kg/min (spread 1.26)."),
    beware=_NO_CONTROL,
)
ORDWAY_BODY = Study(
    "E029",
    sources.ORDWAY_2016,
    Design.BEFORE_AFTER,
    8,
    _RUNNERS,
    say("highest oxygen uptake, weight, fat"),
    _TEN_WEEKS,
    says=say("No change."),
)
KACHANATHU_POWER = Study(
    "E030",
    sources.KACHANATHU_2014,
    Design.TRIAL,
    30,
    say("healthy young men"),
    say("short hard efforts and body fat"),
    say("6 weeks, three times a week, walking up a 10 degree slope backward against forward"),
    says=say("Short hard efforts got better in both groups, more so backward; body fat changed in neither."),
)
KAUFFMAN_5K = Study(
    "E031",
    papers.KAUFFMAN_2024,
    Design.TRIAL,
    33,
    say("men who run for fun"),
    say("time over 5 km, jump"),
    say("5 weeks backward, forward or both"),
    says=say("All three groups ran 5 km faster; jumps got higher only where forward running was part of it."),
)
UTHOFF_10M = Study(
    "E052",
    sources.UTHOFF_2020,
    Design.TRIAL,
    43,
    _BOYS,
    say("10 m sprint"),
    _EIGHT_WEEKS,
    effect=between_groups(-0.47, 26, 17),
)
UTHOFF_20M = Study(
    "E053",
    sources.UTHOFF_2020,
    Design.TRIAL,
    43,
    _BOYS,
    say("20 m sprint"),
    _EIGHT_WEEKS,
    effect=between_groups(-0.26, 26, 17),
)
UTHOFF_JUMP = Study(
    "E054",
    sources.UTHOFF_2020,
    Design.TRIAL,
    43,
    _BOYS,
    say("height of a jump"),
    _EIGHT_WEEKS,
    effect=between_groups(0.51, 26, 17),
)
UTHOFF_SLED_JUMP = Study(
    "E055",
    papers.UTHOFF_2021,
    Design.TRIAL,
    81,
    _BOYS,
    say("height of a jump"),
    _SLED,
    effect=between_groups(0.67, 46, 35),
    beware=say("A forward sled gave 0.38, not clearly less."),
)
UTHOFF_SLED_STIFFNESS = Study(
    "E056",
    papers.UTHOFF_2021,
    Design.TRIAL,
    81,
    _BOYS,
    say("stiffness of the legs"),
    _SLED,
    effect=between_groups(0.94, 46, 35),
    beware=say("A forward sled gave 0.69."),
)
ARBI_AGILITY = Study(
    "E096",
    papers.ARBI_2026,
    Design.TRIAL,
    23,
    _PLAYERS,
    say("Y-shaped agility run"),
    _SPRINTS,
    effect=between_groups(-1.03, 12, 11),
)
ARBI_JUMP = Study(
    "E097",
    papers.ARBI_2026,
    Design.TRIAL,
    23,
    _PLAYERS,
    say("standing long jump"),
    _SPRINTS,
    effect=between_groups(0.16, 12, 11),
)
ARBI_ALL = Study(
    "E098",
    papers.ARBI_2026,
    Design.TRIAL,
    12,
    _PLAYERS,
    say("sprint, jump and agility of the backward group"),
    _SPRINTS,
    says=say("Better in all tests but the best repeated sprint; the forward group got better in sprints and jump too."),
)
SAMMOUD_ALL = Study(
    "E099",
    papers.SAMMOUD_2023,
    Design.TRIAL,
    29,
    say("young women who play handball"),
    say("sprint, jump and change of direction"),
    say("8 weeks, backward against forward running"),
    says=say("Both groups got better, with no clear difference between them."),
)
TERBLANCHE_505 = Study(
    "E100",
    sources.TERBLANCHE_2009,
    Design.TRIAL,
    17,
    _NETBALL,
    say("505 turn, both legs"),
    _NETBALL_WEEKS,
    says=say("Better with the backward programme (p = 0.03)."),
)
TERBLANCHE_T_TEST = Study(
    "E101",
    sources.TERBLANCHE_2009,
    Design.TRIAL,
    17,
    _NETBALL,
    say("T-test and ladder"),
    _NETBALL_WEEKS,
    says=say("Better with the backward programme (p = 0.01 and 0.001)."),
)
TERBLANCHE_SPRINT = Study(
    "E102",
    sources.TERBLANCHE_2009,
    Design.TRIAL,
    17,
    _NETBALL,
    say("5, 10 and 20 m sprint, jump"),
    _NETBALL_WEEKS,
    says=say("No difference between the groups."),
)
UTHOFF_SHARE = Study(
    "E120-E122",
    sources.UTHOFF_2018,
    Design.COMPARISON,
    34,
    say("teenage boys"),
    say("speed backward and forward at the same effort"),
    say("20 m, easy to fast"),
    says=say("Forward 26 to 28 % faster at every effort, so backward is 0.72 to 0.79 of it."),
)
UTHOFF_FIRST_TIME = Study(
    "E123",
    sources.UTHOFF_2018,
    Design.REPEATED,
    34,
    say("teenage boys"),
    say("backward times over three days"),
    say("10 and 20 m"),
    says=say("Faster from the first to the second day, steady from then on."),
)
ARETZ_VOLUME = Study(
    "E141",
    papers.ARETZ_2010,
    Design.REPORT,
    1,
    say("a record holder"),
    say("how much he trained backward"),
    None,
    says=say("80 km a week."),
)
KUEHN_SHARE = Study(
    "E130",
    sources.FUNSPORTING_2006,
    Design.REPORT,
    1,
    say("the women's champion"),
    say("100 m backward over her own forward time"),
    None,
    says=say("17.80 s backward, 12.20 s forward: 0.69 of the speed."),
)
LUSTRAC_SHARE = Study(
    "E040",
    sources.CONNEXION_2023,
    Design.REPORT,
    1,
    say("a record holder"),
    say("marathon backward over his own forward time"),
    None,
    says=say("3:25:24 backward, 2:33 forward: about 0.75 of the speed. Falls in training were reported."),
)
ARATA_SHARE = Study(
    "E165",
    papers.ARATA_1999,
    Design.COMPARISON,
    30,
    say("runners"),
    say("fastest backward over fastest forward"),
    None,
    says=say("About 0.7."),
    checked=Checked.UNVERIFIED,
)
