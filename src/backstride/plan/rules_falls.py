"""Rules on balance, falls and age: what makes falling likelier, and what makes a fall worse."""

from datetime import date

from backstride.evidence import progression
from backstride.evidence import readiness as claims
from backstride.message import say
from backstride.plan.answers import Health
from backstride.plan.kinds import Limit, Permit
from backstride.plan.rule import NO_CHANGE, UNSTEADY, Rule

_NOTHING, _WALK, _JOG, _RUN = Permit
_THREE_M = 3.0
_SWAYS = frozenset({Limit.BALANCE, Limit.DIZZINESS, Limit.VISION, Limit.FEELING})
"""Conditions that make falling likelier."""
_FRAGILE = frozenset({Limit.BONES, Limit.BLEEDING, Limit.PREGNANCY})
"""Conditions that make a fall worse."""
_LOOKED_AT = say(
    "Let a doctor or physiotherapist look at your balance. When both small tests go well, walking with somebody beside "
    "you opens."
)


def age_of(health: Health, day: date) -> int:
    """The age reached in the year of the day: the birthday itself is not asked for."""
    return day.year - health.birth_year


def _slow(health: Health) -> bool:
    """Whether three metres backward took longer than those who seldom fall take."""
    return health.backward_3m_s is not None and health.backward_3m_s > claims.SLOW_3M_S.value


def _steady(health: Health) -> bool:
    """Whether both balance tests were done, and went well."""
    return (
        health.backward_3m_s is not None
        and health.backward_3m_s <= progression.BACKWARD_3M_JOG_S.value
        and health.stance_s is not None
        and health.stance_s >= progression.STANCE_JOG_S.value
    )


def _sure(health: Health) -> bool:
    """Whether both went as well as fast running asks for."""
    return _steady(health) and (health.stance_s or 0.0) >= progression.STANCE_FAST_S.value


def _short(health: Health) -> bool:
    return health.stance_s is not None and health.stance_s < claims.SHORT_STANCE_S.value


def _elder(health: Health, day: date) -> bool:
    return age_of(health, day) >= claims.SUPERVISED_AGE.value


def _risks(health: Health) -> int:
    """How many things make falling likelier: conditions, a medicine, falls, tests that went badly."""
    told = (health.medicine, health.falls > 0, _slow(health), _short(health))
    return len(health.limits & _SWAYS) + sum(told)


FALL_RULES: tuple[Rule, ...] = (
    Rule(
        "falls", lambda health, _: health.falls >= claims.FALLS_MANY.value and not _steady(health), _NOTHING,
        say("You fell more than once within a year. Before you go backward, somebody should look at why."),
        say("Let a doctor or physiotherapist look at your balance. When both small tests go well, walking opens."),
        claims.FALLS_MANY, supervised=True, careful=UNSTEADY,
    ),
    Rule(
        "falls steady", lambda health, _: health.falls >= claims.FALLS_MANY.value and _steady(health), _WALK,
        say("You fell more than once within a year, though your tests went well: walk, with somebody beside you."),
        say("After a year with no more than one fall jogging opens."), claims.FALLS_MANY, supervised=True,
        careful=UNSTEADY,
    ),
    Rule(
        "fall", lambda health, day: health.falls == 1 and not (_steady(health) and not _elder(health, day)), _WALK,
        say("You fell within the last twelve months."),
        say("When both small tests go well, jogging opens, below the age of 65; and a year without a fall opens more."),
        claims.FALL_MONTHS, careful=UNSTEADY,
    ),
    Rule(
        "fall steady", lambda health, day: health.falls == 1 and _steady(health) and not _elder(health, day), _JOG,
        say("You fell within the last twelve months; both your tests went well."),
        say("A year without a fall opens running."), claims.FALL_MONTHS,
    ),
    Rule(
        "fall alone",
        lambda health, day: health.falls > 0 and _elder(health, day) and not health.partner and not _steady(health),
        _NOTHING, say("From 65 and after a fall nobody should go backward alone."),
        say("Find somebody who comes along, or do both small tests with somebody beside you: walking opens."),
        claims.SUPERVISED_AGE, careful=UNSTEADY,
    ),
    Rule(
        "risks together", lambda health, _: _risks(health) >= claims.RISKS_TOGETHER.value and not _steady(health),
        _NOTHING, say("More than one thing makes falling likelier for you. Together they ask for a look first."),
        _LOOKED_AT, claims.RISKS_TOGETHER, supervised=True, careful=UNSTEADY,
    ),
    Rule(
        "likelier and worse",
        lambda health, _: bool(health.limits & _FRAGILE) and _risks(health) > 0 and not _steady(health), _NOTHING,
        say("One thing makes falling likelier for you and another makes a fall worse. Together they ask for a look "
            "first."),
        _LOOKED_AT, claims.RISKS_TOGETHER, supervised=True, careful=UNSTEADY,
    ),
    Rule(
        "slow", lambda health, _: _slow(health), _WALK,
        say("Three metres backward took you longer than people take who seldom fall."),
        say("Balance exercises, and walking backward with a hand on a rail. Repeat the test in some weeks."),
        claims.SLOW_3M_S, supervised=True, careful=UNSTEADY,
    ),
    Rule(
        "slow walk",
        lambda health, _: health.backward_3m_s is not None
        and _THREE_M / health.backward_3m_s < claims.SLOW_BACKWARD_MPS.value and not _slow(health), _WALK,
        say("Your backward walk is still careful. Let it get faster before you jog."),
        say(
            "Repeat the three metres in some weeks: below {seconds} seconds jogging opens.",
            seconds=round(_THREE_M / claims.SLOW_BACKWARD_MPS.value),
        ),
        claims.SLOW_BACKWARD_MPS,
    ),
    Rule(
        "steady walk",
        lambda health, _: health.backward_3m_s is not None
        and progression.BACKWARD_3M_JOG_S.value < health.backward_3m_s
        <= _THREE_M / claims.SLOW_BACKWARD_MPS.value, _JOG,
        say("Your backward walk is steady. Running asks for a brisker one."),
        say(
            "Repeat the three metres: at {seconds} seconds running opens.",
            seconds=progression.BACKWARD_3M_JOG_S.value,
        ),
        progression.BACKWARD_3M_JOG_S,
    ),
    Rule(
        "short stance", lambda health, _: _short(health), _WALK,
        say("You stood on one leg for less than five seconds; every step backward is a moment on one leg."),
        say("Stand on one leg beside a wall every day. From ten seconds jogging opens."),
        claims.SHORT_STANCE_S, supervised=True, careful=UNSTEADY,
    ),
    Rule(
        "stance", lambda health, _: health.stance_s is not None
        and claims.SHORT_STANCE_S.value <= health.stance_s < progression.STANCE_JOG_S.value, _WALK,
        say("You stood on one leg for less than ten seconds; jogging is a string of one-leg stances."),
        say("Stand on one leg beside a wall every day. From ten seconds jogging opens."), progression.STANCE_JOG_S,
    ),
    Rule(
        "age alone", lambda health, day: _elder(health, day) and not health.partner, _WALK,
        say("From 65 a fall costs more, so somebody should be there. On your own a hand on a rail or wall has to do."),
        say("Find somebody who comes along: jogging opens."), claims.SUPERVISED_AGE,
    ),
    Rule(
        "age", lambda health, day: _elder(health, day) and health.partner and not _sure(health), _JOG,
        say("From 65 a fall costs more, so somebody should be there, and running asks for more than jogging."),
        say(
            "Stand on one leg for {stance} seconds and walk three metres backward in {seconds}: running opens.",
            stance=progression.STANCE_FAST_S.value, seconds=progression.BACKWARD_3M_JOG_S.value,
        ),
        claims.SUPERVISED_AGE, supervised=True,
    ),
    Rule(
        "age sure", lambda health, day: _elder(health, day) and health.partner and _sure(health), _RUN,
        say("From 65 a fall costs more, so somebody should be there."),
        NO_CHANGE, claims.SUPERVISED_AGE, supervised=True, when_open=True,
    ),
    Rule(
        "young", lambda health, day: age_of(health, day) < claims.GROWN_UP_AGE.value, _RUN,
        say("Below 16 a grown-up should be there."), NO_CHANGE, claims.GROWN_UP_AGE, supervised=True,
    ),
    Rule(
        "medicine", lambda health, _: health.medicine, _WALK,
        say("A medicine that makes you drowsy or unsteady makes falling likelier."),
        say("Ask your doctor or pharmacist whether another time of day or another medicine would do."),
        claims.CAUTION_LIST, supervised=True, careful=UNSTEADY,
    ),
)  # fmt: skip
