"""What a person may do backward, by rules: each says when it applies, what it allows at most, and what would change it.

None of it is a diagnosis; most of it is caution, because no study has counted falls.
"""

from dataclasses import dataclass, replace
from datetime import date

from backstride.evidence import readiness as claims
from backstride.evidence import training
from backstride.message import say
from backstride.plan.answers import Disease, Experience, Health
from backstride.plan.kinds import Limit, Permit
from backstride.plan.questions import CONDITIONS, JOINTS
from backstride.plan.rule import NO_CHANGE, Rule
from backstride.plan.rules_falls import FALL_RULES

_NOTHING, _WALK, _JOG, _RUN = Permit
_SEE_SOMEBODY = say("Talk to a doctor about it first. Once they agree to exercise, answer again.")
_HEART = frozenset({Limit.HEART})


def _untested(health: Health) -> bool:
    return health.backward_3m_s is None or health.stance_s is None


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
        say("Your heart sets the pace: breath that lets you talk."), NO_CHANGE, claims.SCREENING_FACTORS,
        careful=_HEART, when_open=True,
    ),
    Rule(
        "not active", lambda health, _: not (health.active or health.diseases or health.symptoms), _WALK,
        say("Running backward is hard exercise. Your body is new to regular exercise, so walking comes first."),
        say("After three months of half an hour on three days a week jogging opens. Backward walking counts."),
        claims.ACTIVE_MONTHS,
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
    Care(Limit.FEELING, _WALK, _NOTHING, supervised=True),
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
        NO_CHANGE, training.LEARNING_GAIN, when_open=True,
    ),
    Rule(
        "often sent", lambda health, _: bool(health.symptoms or health.diseases) and not health.cleared, _RUN,
        say("Being asked to see a doctor first is common: about half of all adults over 40 would be."),
        NO_CHANGE, claims.SENT_FIRST_SHARE,
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *_HEART_RULES,
    *FALL_RULES,
    *(rule for care in CARES for rule in _care_rules(care)),
    *_ADVICE_RULES,
)
