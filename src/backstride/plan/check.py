"""Today's check: how the body and the place are before a session, and whether it is one for today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from backstride.errors import BadAnswers
from backstride.evidence import readiness as claims
from backstride.evidence import training
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan.asking import YES, Answered, Form, Kind, Question, read_all
from backstride.plan.kinds import Permit
from backstride.plan.screening import Standing

_BODY, _PLACE = "body", "place"
_PAINS = {str(level): Message(str(level)) for level in range(11)}
_ALONE = "alone"


class Go(IntEnum):
    """What today is for, least first."""

    NOT_TODAY = 0
    WALK = 1
    GO = 2


@dataclass(frozen=True, slots=True)
class CheckReason:
    """Why not everything is for today.

    go       the most that is left because of it
    instead  what to do about it, or instead
    claim    key of the claim it rests on
    soon     whether it can be put right on the spot, and the check done again
    """

    go: Go
    says: Message
    instead: Message
    claim: str
    soon: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A day's check, the strictest reason first; answers as they were given."""

    day: date
    go: Go
    reasons: tuple[CheckReason, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def not_yet(self) -> bool:
        """Whether all that stands in the way can be put right on the spot."""
        return self.go is Go.NOT_TODAY and all(one.soon for one in self.reasons if one.go is Go.NOT_TODAY)

    @property
    def noticed(self) -> bool:
        """Whether something new in the body was told of."""
        return self.answers.get("signs") == YES

    @property
    def rests(self) -> bool:
        """Whether other training waits too."""
        return self.noticed or self.answers.get("ill") == "fever"


CHECK_QUESTIONS: tuple[Question, ...] = (
    Question(
        "pain", _BODY, say("Does anything hurt?"), Kind.ONE_OF,
        say("0 is nothing, 10 the worst you can imagine. The place that hurts most counts."), _PAINS,
    ),
    Question(
        "sleep", _BODY, say("How did you sleep?"), Kind.ONE_OF,
        choices={"well": say("well"), "short": say("a bit short"), "hardly": say("under five hours")},
    ),
    Question(
        "ill", _BODY, say("Are you ill, or not clear-headed?"), Kind.ONE_OF,
        choices={
            "no": say("no"), "cold": say("a cold"), "fever": say("fever"),
            "dulled": say("drowsy from alcohol or a medicine"),
        },
    ),
    Question(
        "signs", _BODY, say("Anything new?"), Kind.YES_NO,
        say("Chest pressure, dizziness, a racing heart, trouble breathing, feeling faint, or a fall since last time."),
    ),
    Question(
        "ground", _PLACE, say("How is the ground?"), Kind.ONE_OF,
        choices={"dry": say("dry and flat"), "rough": say("damp or uneven"), "slippery": say("slippery")},
    ),
    Question(
        "light", _PLACE, say("How is the light?"), Kind.ONE_OF,
        choices={"good": say("good"), "dim": say("dim"), "dark": say("dark")},
    ),
    Question(
        "people", _PLACE, say("Who else is there?"), Kind.ONE_OF,
        choices={"nobody": say("nobody"), "some": say("a few people"), "traffic": say("crowds or traffic")},
    ),
    Question(
        "eyes", _PLACE, say("Who watches your back?"), Kind.ONE_OF,
        choices={"partner": say("a partner"), "mirror": say("a mirror"), _ALONE: say("only me")},
    ),
    Question(
        "straight", _PLACE, say("Straight walked and clear, shoes tied?"), Kind.YES_NO,
        say("Walk it forward once: no holes, bags, dogs or edges. Closed shoes with a firm heel."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckRule:
    """When a reason applies."""

    key: str
    applies: Callable[[Mapping[str, Answered]], bool]
    reason: CheckReason


def _is(key: str, value: str | bool) -> Callable[[Mapping[str, Answered]], bool]:
    return lambda values: values[key] == value


def _pain(values: Mapping[str, Answered]) -> int:
    return int(str(values["pain"]))


_NOT, _WALK = Go.NOT_TODAY, Go.WALK
CHECK_RULES: tuple[CheckRule, ...] = (
    CheckRule("signs", _is("signs", True), CheckReason(
        _NOT, say("Something new in your body comes first."),
        say("Have it looked at before you train again. If chest pain or short breath does not pass, call for help."),
        key_of(claims.SCREENING_FACTORS),
    )),
    CheckRule("fever", _is("ill", "fever"), CheckReason(
        _NOT, say("With fever your heart works hard enough already."),
        say("Rest, and come back after a whole day without fever."), key_of(claims.FEVER_FREE_H),
    )),
    CheckRule("dulled", _is("ill", "dulled"), CheckReason(
        _NOT, say("Alcohol or such a medicine slows feet and eyes, and backward you need both."),
        say("Leave it until it has worn off, another day best of all."), key_of(claims.CAUTION_LIST),
    )),
    CheckRule("pain", lambda values: _pain(values) >= claims.PAIN_NOT_TODAY.value, CheckReason(
        _NOT, say("It hurts too much for a session."),
        say("Give it a day of rest, or mobility exercises that do not hurt. If it stays, have it looked at."),
        key_of(claims.PAIN_NOT_TODAY),
    )),
    CheckRule("slippery", _is("ground", "slippery"), CheckReason(
        _NOT, say("Slippery ground and eyes that look the other way do not go together."),
        say("Strength or balance at home counts too, or find a dry hall."), key_of(claims.STRAIGHT_WALKED),
    )),
    CheckRule("dark", _is("light", "dark"), CheckReason(
        _NOT, say("In the dark nobody sees what lies there."),
        say("A lit track or a hall will do. Otherwise strength or balance at home."), key_of(claims.STRAIGHT_WALKED),
    )),
    CheckRule("traffic", _is("people", "traffic"), CheckReason(
        _NOT, say("You cannot see who comes from behind."),
        say("Find a quieter straight or another hour, then check again."), key_of(claims.STRAIGHT_WALKED), soon=True,
    )),
    CheckRule("straight", _is("straight", False), CheckReason(
        _NOT, say("The straight and your shoes come first."),
        say("Walk it forward once, clear it, tie your shoes. Then check again."),
        key_of(claims.STRAIGHT_WALKED), soon=True,
    )),
    CheckRule("some pain", lambda values: claims.PAIN_ONLY_WALK.value <= _pain(values) < claims.PAIN_NOT_TODAY.value,
        CheckReason(
            _WALK, say("Something hurts, so keep it slow."),
            say("Walk backward only, and stop when it gets worse."), key_of(claims.PAIN_ONLY_WALK),
    )),
    CheckRule("cold", _is("ill", "cold"), CheckReason(
        _WALK, say("A cold takes more out of you than it seems."),
        say("Walk backward only; leave it when you feel worse."), key_of(claims.FEVER_FREE_H),
    )),
    CheckRule("tired", _is("sleep", "hardly"), CheckReason(
        _WALK, say("After so little sleep feet and eyes are slow."),
        say("Walk backward only, and make it short."), key_of(claims.SLEPT_H),
    )),
    CheckRule("rough", _is("ground", "rough"), CheckReason(
        _WALK, say("Damp or uneven ground catches the heel that you cannot see."),
        say("Walk backward only, in small steps, or look for a dry and flat place."), key_of(claims.STRAIGHT_WALKED),
    )),
    CheckRule("dim", _is("light", "dim"), CheckReason(
        _WALK, say("In dim light a glance over the shoulder shows little."),
        say("Walk backward only, or move to where it is lit."), key_of(claims.STRAIGHT_WALKED),
    )),
    CheckRule("some people", lambda values: values["people"] == "some" and values["eyes"] != "partner", CheckReason(
        _WALK, say("With others around somebody should watch your back."),
        say("Walk backward only, look over both shoulders often, or bring a partner."), key_of(training.GLANCE_EVERY_S),
    )),
)  # fmt: skip
SUPERVISED = CheckReason(
    Go.NOT_TODAY,
    say("For you somebody should be there, and today you are alone."),
    say("Ask somebody along, then check again. Strength with a hand on the wall is open."),
    key_of(claims.CAUTION_LIST),
    soon=True,
)

SMALL_THINGS = CheckReason(
    Go.NOT_TODAY,
    say("Several small things come together today."),
    say("Strength or balance at home counts too, or find a better place and check again."),
    key_of(claims.SMALL_THINGS),
)
UNASKED = CheckReason(
    Go.WALK,
    say("This coach knows nothing of your body yet."),
    say("Answer the questions about it. Until then walk backward only."),
    key_of(claims.SCREENING_FACTORS),
)


def check_today(form: Form, day: date, held: Standing | None = None) -> Check:
    """Judge the form of a day. held: what is known of the person's readiness; None: it is not asked for.

    Raises BadAnswers with every fault at once.
    """
    values, faults = read_all(CHECK_QUESTIONS, form)
    if faults:
        raise BadAnswers(faults)
    reasons = [rule.reason for rule in CHECK_RULES if rule.applies(values)]
    if sum(reason.go is Go.WALK for reason in reasons) >= claims.SMALL_THINGS.value:
        reasons.append(SMALL_THINGS)
    if held is not None:
        reasons += _of_readiness(held, alone=values["eyes"] != "partner")
    reasons.sort(key=lambda reason: reason.go)
    go = reasons[0].go if reasons else Go.GO
    kept = {question.key: form[question.key].strip() for question in CHECK_QUESTIONS}
    return Check(day, go, tuple(reasons), kept)


def _of_readiness(held: Standing, *, alone: bool) -> list[CheckReason]:
    """What the answers about the body add: nothing where they let the person go."""
    if held.last is None:
        return [UNASKED]
    reasons = []
    if held.why is not None:
        go = Go.WALK if held.permit else Go.NOT_TODAY
        reasons.append(CheckReason(go, held.why, say("Answer the questions again."), key_of(claims.VALID_DAYS)))
    if held.last.permit is Permit.NOTHING:
        reasons += [
            CheckReason(Go.NOT_TODAY, one.says, one.change, one.claim)
            for one in held.last.reasons
            if one.permit is Permit.NOTHING
        ]
    if held.last.supervised and alone:
        reasons.append(SUPERVISED)
    return reasons
