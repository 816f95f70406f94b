"""What a stage of the ladder is, and how it is judged whether somebody may leave it."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.message import Message
from backstride.plan.kinds import Goal, Limit, Permit, Place
from backstride.plan.planned import Because


@dataclass(frozen=True, slots=True)
class Record:
    """What a person's sessions on a stage show; the newest count most. None: nobody said or measured it.

    sessions       done on this stage, whole or at least half
    last_pain      worst pain of the last two sessions; falls, near_falls: since the person came to this stage
    clean_share    share of changes of direction with a stop, 0..1, over the last two sessions
    rpe            mean exertion of the last two sessions, and what was meant
    longest_s      longest stretch backward of the last two sessions
    backward_s     most time backward in one session
    glances        whether both shoulders were used in the last two sessions
    days_since     days since the last session, on any stage
    stance_s       best one-leg stance known; backward_3m_s: best three metres backward known
    fall_practice  sessions of fall technique done
    """

    stage: str
    sessions: int = 0
    last_pain: int = 0
    falls: int = 0
    near_falls: int = 0
    clean_share: float | None = None
    rpe: float | None = None
    rpe_meant: float | None = None
    longest_s: float | None = None
    backward_s: float | None = None
    glances: bool | None = None
    days_since: int | None = None
    stance_s: float | None = None
    backward_3m_s: float | None = None
    fall_practice: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition. `met` answers True, False, or None where nothing is known; None never moves anybody up."""

    key: str
    says: Message
    met: Callable[[Record], bool | None]
    claim: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A rung of the ladder.

    permit     what readiness must allow
    needs      keys of stages that come before
    dose       in words: how often and how long, with the claim it rests on
    speed      lowest and highest speed as shares of forward speed at equal effort; None: by feel
    cues       on form; safety: set-up of the place and what to stop for
    up         all must be met to move on; down: any one that is met moves the person back
    not_for    limits that close this stage
    goals      goals that lead over this stage; empty: all
    tested     whether a published study used this dose; else the progression is expert design and is labelled so
    studies    what was tested that comes near, tested or not
    rpe        lowest and highest exertion meant (CR10)
    places     where it can be done, best first
    """

    key: str
    number: int
    name: Message
    permit: Permit
    purpose: Message
    dose: Because
    cues: tuple[Because, ...]
    safety: tuple[Message, ...]
    up: tuple[Criterion, ...]
    down: tuple[Criterion, ...]
    sessions_least: int
    minutes_backward: tuple[float, float]
    speed: tuple[float, float] | None = None
    not_for: frozenset[Limit] = frozenset()
    goals: frozenset[Goal] = frozenset()
    tested: bool = False
    needs: tuple[str, ...] = ()
    studies: tuple[Because, ...] = ()
    rpe: tuple[float, float] = (2.0, 4.0)
    places: tuple[Place, ...] = ()
