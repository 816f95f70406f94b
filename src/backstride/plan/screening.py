"""What a person may do backward, by rules: each says when it applies, what it allows at most, and what would change it.

The strictest rule wins. None of it is a diagnosis; most of it is caution, because no study has counted falls.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backstride.evidence import Claim, progression, training
from backstride.evidence import readiness as claims
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan.answers import Disease, Experience, Health
from backstride.plan.kinds import Limit, Permit
from backstride.plan.questions import CONDITIONS, JOINTS
from backstride.plan.readiness import Readiness, Reason
from backstride.session import Done, Session

_NOTHING, _WALK, _JOG, _RUN = Permit
_THREE_M = 3.0
_NO_CHANGE = Message("")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. applies: whether it does, to a health as it is on a day.

    permit      the most it allows; RUN: it only advises
    supervised  whether somebody has to be there because of it
    careful     what exercises are chosen around because of it
    when_open   it counts only where something is allowed
    """

    key: str
    applies: Callable[[Health, date], bool]
    permit: Permit
    says: Message
    change: Message
    claim: Claim
    supervised: bool = False
    careful: frozenset[Limit] = frozenset()
    when_open: bool = False

    @property
    def reason(self) -> Reason:
        return Reason(self.permit, self.says, self.change, key_of(self.claim))


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


def _elder(health: Health, day: date) -> bool:
    return age_of(health, day) >= claims.SUPERVISED_AGE.value


def _untested(health: Health) -> bool:
    return health.backward_3m_s is None or health.stance_s is None


_SEE_SOMEBODY = say("Talk to a doctor about it first. Once they agree to exercise, answer again.")
_HEART = frozenset({Limit.HEART})
_UNSTEADY = frozenset({Limit.BALANCE})

_HEART_RULES: tuple[Rule, ...] = (
    Rule(
        "symptoms", lambda health, _: bool(health.symptoms) and not health.cleared, _NOTHING,
        say("What you noticed lately can come from the heart or circulation. It need not, but it should be looked at."),
        _SEE_SOMEBODY, claims.SCREENING_FACTORS, careful=_HEART,
    ),
    Rule(
        "symptoms cleared", lambda health, _: bool(health.symptoms) and health.cleared, _WALK,
        say("A doctor knows of what you noticed and agreed. As long as it comes back, walking is the measure."),
        say("When it has stayed away, answer again: more may open."), claims.CLEARED_MONTHS, careful=_HEART,
    ),
    Rule(
        "disease", lambda health, _: bool(health.diseases) and not health.active and not health.cleared, _NOTHING,
        say("With a known disease and little exercise lately, a doctor should agree before you begin."),
        say("Ask your doctor whether exercise is fine for you. Then answer again."), claims.SCREENING_FACTORS,
    ),
    Rule(
        "disease begun", lambda health, _: bool(health.diseases) and not health.active and health.cleared, _WALK,
        say("Your doctor agreed, and your body is new to regular exercise: walking is the right beginning."),
        say("After three months of regular exercise jogging opens."), claims.ACTIVE_MONTHS,
    ),
    Rule(
        "disease active", lambda health, _: bool(health.diseases) and health.active and not health.cleared, _WALK,
        say("You are used to exercise. Running backward is hard exercise, and for that a doctor should agree."),
        say("When a doctor who knows of it agrees to hard exercise, answer again: running opens."),
        claims.BACKWARD_IS_HARD,
    ),
    Rule(
        "heart", lambda health, _: Disease.HEART in health.diseases, _RUN,
        say("Your heart sets the pace: breath that lets you talk."), _NO_CHANGE, claims.SCREENING_FACTORS,
        careful=_HEART,
    ),
    Rule(
        "not active", lambda health, _: not health.active and not health.diseases and not health.cleared, _WALK,
        say("Running backward is hard exercise. Your body is new to regular exercise, so walking comes first."),
        say("After three months of half an hour on three days a week jogging opens. Backward walking counts."),
        claims.ACTIVE_MONTHS,
    ),
)  # fmt: skip

_FALL_RULES: tuple[Rule, ...] = (
    Rule(
        "falls", lambda health, _: health.falls >= claims.FALLS_MANY.value and not _steady(health), _NOTHING,
        say("You fell more than once within a year. Before you go backward, somebody should look at why."),
        say("Let a doctor or physiotherapist look at your balance. When both small tests go well, walking opens."),
        claims.FALLS_MANY, supervised=True, careful=_UNSTEADY,
    ),
    Rule(
        "falls steady", lambda health, _: health.falls >= claims.FALLS_MANY.value and _steady(health), _WALK,
        say("You fell more than once within a year, though your tests went well: walk, with somebody beside you."),
        say("After a year with no more than one fall jogging opens."), claims.FALLS_MANY, supervised=True,
        careful=_UNSTEADY,
    ),
    Rule(
        "fall", lambda health, day: health.falls == 1 and not (_steady(health) and not _elder(health, day)), _WALK,
        say("You fell within the last twelve months."),
        say("When both small tests go well, jogging opens, below the age of 65; and a year without a fall opens more."),
        claims.FALL_MONTHS, careful=_UNSTEADY,
    ),
    Rule(
        "fall steady", lambda health, day: health.falls == 1 and _steady(health) and not _elder(health, day), _JOG,
        say("You fell within the last twelve months; both your tests went well."),
        say("A year without a fall opens running."), claims.FALL_MONTHS,
    ),
    Rule(
        "slow and fell", lambda health, _: _slow(health) and health.falls > 0, _NOTHING,
        say("A fall, and three metres backward that take long: together they ask for balance first."),
        say(
            "Practise balance for some weeks and repeat the test: at {seconds} seconds walking opens.",
            seconds=claims.SLOW_3M_S.value,
        ),
        claims.SLOW_3M_S, supervised=True, careful=_UNSTEADY,
    ),
    Rule(
        "slow", lambda health, _: _slow(health), _WALK,
        say("Three metres backward took you longer than people take who seldom fall."),
        say("Balance exercises, and walking backward with a hand on a rail. Repeat the test in some weeks."),
        claims.SLOW_3M_S, supervised=True, careful=_UNSTEADY,
    ),
    Rule(
        "slow walk",
        lambda health, _: health.backward_3m_s is not None
        and _THREE_M / health.backward_3m_s < claims.SLOW_BACKWARD_MPS.value and not _slow(health), _WALK,
        say("Your backward walk is still careful. Let it get faster before you jog."),
        say("Repeat the three metres in some weeks: below {seconds} seconds jogging opens.", seconds=5),
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
        "short stance", lambda health, _: health.stance_s is not None and health.stance_s < claims.SHORT_STANCE_S.value,
        _WALK, say("You stood on one leg for less than five seconds; every step backward is a moment on one leg."),
        say("Stand on one leg beside a wall every day. From ten seconds jogging opens."),
        claims.SHORT_STANCE_S, supervised=True, careful=_UNSTEADY,
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
        "age", lambda health, day: _elder(health, day) and health.partner, _JOG,
        say("From 65 a fall costs more, so somebody should be there."),
        _NO_CHANGE, claims.SUPERVISED_AGE, supervised=True,
    ),
    Rule(
        "young", lambda health, day: age_of(health, day) < claims.GROWN_UP_AGE.value, _RUN,
        say("Below 16 a grown-up should be there."), _NO_CHANGE, claims.GROWN_UP_AGE, supervised=True,
    ),
    Rule(
        "medicine", lambda health, _: health.medicine, _WALK,
        say("A medicine that makes you drowsy or unsteady makes falling likelier."),
        say("Ask your doctor or pharmacist whether another time of day or another medicine would do."),
        claims.CAUTION_LIST, supervised=True, careful=_UNSTEADY,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Care:
    """How far something that gives trouble limits: while it is fresh, and otherwise. Always taken care of."""

    limit: Limit
    otherwise: Permit
    fresh: Permit
    supervised: bool = False


CARES: tuple[Care, ...] = (
    Care(Limit.KNEE, _JOG, _NOTHING),
    Care(Limit.HIP, _JOG, _NOTHING),
    Care(Limit.ANKLE, _JOG, _NOTHING),
    Care(Limit.ACHILLES, _WALK, _NOTHING),
    Care(Limit.FOREFOOT, _WALK, _NOTHING),
    Care(Limit.HAMSTRING, _JOG, _NOTHING),
    Care(Limit.BACK, _JOG, _WALK),
    Care(Limit.NECK, _WALK, _NOTHING),
    Care(Limit.SHOULDER, _RUN, _WALK),
    Care(Limit.WRIST, _RUN, _WALK),
    Care(Limit.BALANCE, _WALK, _NOTHING, supervised=True),
    Care(Limit.DIZZINESS, _WALK, _NOTHING, supervised=True),
    Care(Limit.VISION, _WALK, _NOTHING, supervised=True),
    Care(Limit.FEELING, _WALK, _WALK, supervised=True),
    Care(Limit.BONES, _WALK, _NOTHING, supervised=True),
    Care(Limit.BLEEDING, _WALK, _WALK, supervised=True),
    Care(Limit.CONCUSSION, _WALK, _NOTHING, supervised=True),
    Care(Limit.PREGNANCY, _WALK, _WALK, supervised=True),
)
_NAMES = {**JOINTS, **CONDITIONS}
_FRESH_SAYS = {
    _NOTHING: say("{part}: while it is fresh, it comes first."),
    _WALK: say("{part}: while it is fresh, walk only."),
}
_CARE_SAYS = {
    _WALK: say("{part}: walking backward is fine, jogging waits."),
    _JOG: say("{part}: up to jogging is fine, running waits."),
    _RUN: say("{part}: no fall practice on it; the rest is fine."),
}
_JOINT_CHANGE = say("After three months without trouble there, more opens.")
_CONDITION_CHANGE = say("When a doctor or physiotherapist who knows of it agrees, or it has passed, answer again.")
_FRESH_CHANGE = say(
    "Let it heal, and have it looked at when it stays. Six weeks later, without pain or swelling, answer again."
)


def _care_rules(care: Care) -> tuple[Rule, ...]:
    limit, joint = care.limit, care.limit in JOINTS
    around = frozenset({limit})
    name = _NAMES[limit]

    def fresh(health: Health, _: date) -> bool:
        return limit in health.limits and limit in health.sharp

    def otherwise(health: Health, _: date) -> bool:
        return limit in health.limits and limit not in health.sharp

    return (
        Rule(
            f"{limit} fresh", fresh, care.fresh, replace(_FRESH_SAYS[care.fresh], values={"part": name}),
            _FRESH_CHANGE if joint else _CONDITION_CHANGE, claims.NEW_WEEKS, care.supervised, around,
        ),
        Rule(
            str(limit), otherwise, care.otherwise, replace(_CARE_SAYS[care.otherwise], values={"part": name}),
            _JOINT_CHANGE if joint else _CONDITION_CHANGE,
            claims.CARE_MONTHS if joint else claims.CAUTION_LIST, care.supervised, around,
        ),
    )  # fmt: skip


_ADVICE_RULES: tuple[Rule, ...] = (
    Rule(
        "untested", lambda health, _: _untested(health), _RUN,
        say("The two small tests are still open. The plan asks for them before the first jogging."),
        say("They take two minutes: stand on one leg, walk three metres backward."), training.FALLS_COUNTED,
        when_open=True,
    ),
    Rule(
        "beginner", lambda health, _: health.experience is Experience.NONE, _RUN,
        say("Backward is new to you: you begin by walking, and the first weeks feel harder than later ones will."),
        _NO_CHANGE, training.LEARNING_GAIN, when_open=True,
    ),
    Rule(
        "often sent", lambda health, _: bool(health.symptoms or health.diseases) and not health.cleared, _RUN,
        say("Being asked to see a doctor first is common: about half of all adults over 40 would be."),
        _NO_CHANGE, claims.SENT_FIRST_SHARE,
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *_HEART_RULES,
    *_FALL_RULES,
    *(rule for care in CARES for rule in _care_rules(care)),
    *_ADVICE_RULES,
)


def assess_readiness(health: Health, day: date) -> Readiness:
    """The most that is allowed on `day` and for thirty days: every rule is asked, and the strictest wins."""
    rules = [rule for rule in RULES if rule.applies(health, day)]
    limiting = sorted((rule for rule in rules if rule.permit < _RUN), key=lambda rule: rule.permit)
    permit = limiting[0].permit if limiting else _RUN
    return Readiness(
        permit=permit,
        reasons=tuple(rule.reason for rule in limiting),
        day=day,
        until=day + timedelta(days=int(claims.VALID_DAYS.value)),
        limits=frozenset().union(*(rule.careful for rule in rules)),
        supervised=any(rule.supervised for rule in rules),
        advice=tuple(
            rule.reason for rule in rules if rule.permit is _RUN and not (rule.when_open and permit is _NOTHING)
        ),
    )


def may_train(readiness: Readiness) -> bool:
    """Whether strength and balance exercises are open: always, except where the heart has to be looked at first."""
    heart = key_of(claims.SCREENING_FACTORS)
    return not any(reason.permit is _NOTHING and reason.claim == heart for reason in readiness.reasons)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether what was answered still holds.

    readiness  what holds; None: nothing was answered, or it holds no more
    why        why it holds no more; None while it holds, and where nothing was answered
    last       the newest answer's readiness, whether it holds or not; None: nothing was answered
    """

    readiness: Readiness | None = None
    why: Message | None = None
    last: Readiness | None = None


def standing(readiness: Readiness | None, sessions: Sequence[Session], today: date) -> Standing:
    """Whether a readiness still holds today, after the sessions that were logged since it was said.

    Those logged before it was said count no more: leave them out. It ends after its days; at once after a fall, or
    pain that asks for a look; and after a long break.
    """
    if readiness is None:
        return Standing()
    why = _why_over(readiness, [one for one in sessions if readiness.day <= one.day <= today], today)
    return Standing(None if why else readiness, why, readiness)


def _why_over(readiness: Readiness, since: Sequence[Session], today: date) -> Message | None:
    if any(one.falls for one in since):
        return say("You fell since you answered. Take a moment and answer again.")
    if any(one.worst_pain >= claims.PAIN_ASKS_AGAIN.value for one in since):
        return say("A session hurt more than it should. Answer again, so that the plan knows.")
    if today > readiness.until:
        return say("Your answers are more than {days} days old. Have a look whether they still hold.",
                   days=int(claims.VALID_DAYS.value))  # fmt: skip
    done = [one.day for one in since if one.done is not Done.SKIPPED]
    if done and (today - max(done)).days > progression.BREAK_DAYS.value:
        return say("You had a long break. Answer again before you go on.")
    return None
