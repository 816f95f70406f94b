"""What a person says of their body, their running and their wishes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backstride.plan.kinds import Goal, Limit, Place


class Symptom(StrEnum):
    """Signs that ask for a professional before any exercise."""

    CHEST = "chest"
    BREATH = "breath"
    FAINT = "faint"
    HEARTBEAT = "heartbeat"
    LEGS = "legs"
    SWELLING = "swelling"


class Disease(StrEnum):
    """Known diseases that the pre-participation logic asks for."""

    HEART = "heart or vessels"
    METABOLIC = "diabetes or metabolism"
    KIDNEY = "kidneys"


class Experience(StrEnum):
    """What was done backward before, most lately."""

    NONE = "none"
    WALKED = "walked"
    JOGGED = "jogged"
    RUNS = "runs"


@dataclass(frozen=True, slots=True)
class Health:
    """What readiness is judged by.

    active          planned moderate exercise of 30 min on 3 days a week for the last 3 months
    cleared         a professional who knows of it agreed to vigorous exercise within the last 12 months
    limits          what to be careful with, now or in the last three months
    sharp           of the limits those that hurt now, are swollen or were injured within six weeks
    falls           falls in the last 12 months
    stance_s        one-leg stance, eyes open, best of the tries; None: not tried
    backward_3m_s   time for three metres backward at a walk; None: not tried
    running         forward running: days a week over the last three months
    forward_mps     easy forward running (or walking) speed; None: not known
    medicine        whether a medicine makes drowsy, dizzy or unsteady
    """

    birth_year: int
    active: bool
    symptoms: frozenset[Symptom] = frozenset()
    diseases: frozenset[Disease] = frozenset()
    cleared: bool = False
    limits: frozenset[Limit] = frozenset()
    sharp: frozenset[Limit] = frozenset()
    falls: int = 0
    stance_s: float | None = None
    backward_3m_s: float | None = None
    running: int = 0
    forward_mps: float | None = None
    experience: Experience = Experience.NONE
    partner: bool = False
    medicine: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the plan is built around. Weekdays: 0 = Monday.

    weeks       4 to 26
    days        weekdays on which sessions may be
    minutes     the longest a session may take
    sessions    backward sessions a week wanted; the plan may give fewer
    forward     weekdays with a forward run of their own; hard: those of them that are hard
    mats        whether there are mats for fall technique
    at          usual time of day, "HH:MM"; empty: not said
    """

    goal: Goal
    weeks: int
    days: frozenset[int]
    minutes: int
    places: frozenset[Place]
    sessions: int = 2
    forward: frozenset[int] = frozenset()
    hard: frozenset[int] = frozenset()
    mats: bool = False
    at: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a plan is made from. `day`: when the health questions were answered."""

    health: Health
    wishes: Wishes
    day: date
