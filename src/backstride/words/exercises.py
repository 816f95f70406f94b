"""Exercises in words: kinds, muscles, equipment, limits, doses, and why one is not for a person now."""

from collections.abc import Collection, Mapping

from backstride.message import Message, say
from backstride.plan.exercises import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until
from backstride.words import Words

KINDS: Mapping[ExerciseKind, Message] = {
    ExerciseKind.WARM_UP: say("Warm-up"),
    ExerciseKind.STRENGTH: say("Strength"),
    ExerciseKind.MOBILITY: say("Mobility"),
    ExerciseKind.FALLING: say("Fall technique"),
    ExerciseKind.BALANCE: say("Balance"),
    ExerciseKind.COORDINATION: say("Coordination"),
    ExerciseKind.AGILITY: say("Agility"),
    ExerciseKind.REACTION: say("Reaction"),
    ExerciseKind.TRANSITION: say("Changes of direction"),
    ExerciseKind.PARTNER: say("With a partner"),
    ExerciseKind.FUN: say("For fun"),
}
KIND_SAYS: Mapping[ExerciseKind, Message] = {
    ExerciseKind.WARM_UP: say("Five minutes before every session: joints, muscles, eyes."),
    ExerciseKind.STRENGTH: say("Twice a week, on days that are not hard already."),
    ExerciseKind.MOBILITY: say("After a session, or on any evening. Never into pain."),
    ExerciseKind.FALLING: say("On mats only, slow before fast, and before you jog backward. A coach helps."),
    ExerciseKind.BALANCE: say("A few minutes on most days, something to hold within reach."),
    ExerciseKind.COORDINATION: say("Rhythm and foot placement, fresh and unhurried."),
    ExerciseKind.AGILITY: say("Fast changes, each with its stop. Flat, dry ground that you have walked."),
    ExerciseKind.REACTION: say("Somebody else decides when. Short bouts, full attention."),
    ExerciseKind.TRANSITION: say("The change between forward and backward is the risky moment: stop first."),
    ExerciseKind.PARTNER: say("Somebody who sees where you go."),
    ExerciseKind.FUN: say("Games and distances, once stops and glances are habit."),
}
MUSCLES: Mapping[Muscle, Message] = {
    Muscle.QUADRICEPS: say("front of the thighs"),
    Muscle.HAMSTRINGS: say("back of the thighs"),
    Muscle.GLUTES: say("seat"),
    Muscle.CALVES: say("calf muscles"),
    Muscle.SHINS: say("shin muscles"),
    Muscle.HIP_FLEXORS: say("hip flexors"),
    Muscle.ADDUCTORS: say("inner thighs"),
    Muscle.ABDUCTORS: say("outer hips"),
    Muscle.ABDOMINALS: say("belly"),
    Muscle.OBLIQUES: say("sides of the trunk"),
    Muscle.BACK: say("back extensors"),
    Muscle.SHOULDERS: say("shoulders"),
    Muscle.NECK: say("neck muscles"),
    Muscle.FEET: say("foot muscles"),
}
EQUIPMENT: Mapping[Equipment, Message] = {
    Equipment.MAT: say("mat"),
    Equipment.WALL: say("wall or rail"),
    Equipment.STEP: say("low step"),
    Equipment.CONES: say("cones, bottles or shoes"),
    Equipment.BAND: say("elastic band"),
    Equipment.PARTNER: say("partner"),
    Equipment.CHAIR: say("chair"),
    Equipment.BALL: say("ball"),
    Equipment.BATON: say("baton or stick"),
}
LIMITS: Mapping[Limit, Message] = {
    Limit.KNEE: say("knee"),
    Limit.HIP: say("hip"),
    Limit.ANKLE: say("ankle"),
    Limit.ACHILLES: say("Achilles tendon or calf"),
    Limit.FOREFOOT: say("forefoot or toes"),
    Limit.HAMSTRING: say("back of the thigh"),
    Limit.BACK: say("lower back"),
    Limit.NECK: say("neck"),
    Limit.SHOULDER: say("shoulder"),
    Limit.WRIST: say("hand or wrist"),
    Limit.BALANCE: say("unsteady balance"),
    Limit.VISION: say("poor sight"),
    Limit.DIZZINESS: say("dizziness"),
    Limit.BONES: say("brittle bones"),
    Limit.BLEEDING: say("blood thinners"),
    Limit.CONCUSSION: say("concussion"),
    Limit.PREGNANCY: say("pregnancy"),
    Limit.HEART: say("heart or vessels"),
    Limit.FEELING: say("feet that feel little"),
}
NEEDS: Mapping[Permit, Message] = {
    Permit.NOTHING: say("open to everybody whose body agrees"),
    Permit.WALK: say("once you may walk backward"),
    Permit.JOG: say("once you may jog backward"),
    Permit.RUN: say("once you may run backward"),
}
_AMOUNTS: Mapping[Until, str] = {Until.TIME: "{amount} s", Until.DISTANCE: "{amount} m"}


def amount_in_words(dose: Dose, distance: str = "") -> Message:
    """One set, counted: "3 × 10 each side". distance: how the reader writes the distance of a set, where it is one."""
    amount = _AMOUNTS.get(dose.until, "{amount}").format(amount=f"{dose.amount:.0f}")
    each = distance if distance and dose.until is Until.DISTANCE else amount
    if dose.each_side:
        return say("{sets} × {amount} each side", sets=dose.sets, amount=each)
    return say("{sets} × {amount}", sets=dose.sets, amount=each)


def dose_in_words(dose: Dose, distance: str = "") -> Message:
    """The whole dose: "3 × 10 each side, 30 s rest". A single set has no rest between."""
    whole = amount_in_words(dose, distance)
    return say("{dose}, {rest} s rest", dose=whole, rest=f"{dose.rest_s:.0f}") if dose.sets > 1 else whole


def minutes_of(exercise: Exercise) -> int:
    """How long all sets take with their rests, in whole minutes, at least one."""
    dose = exercise.dose
    return max(1, round((dose.sets * exercise.usual_s + (dose.sets - 1) * dose.rest_s) / 60))


def why_not(exercise: Exercise, permit: Permit, limits: Collection[Limit], words: Words) -> tuple[str, ...]:
    """Why a person may not do an exercise now, in sentences; empty where nothing speaks against it."""
    says: list[Message] = []
    if permit < exercise.needs:
        says.append(say("It opens {when}.", when=NEEDS[exercise.needs]))
    against = [words(LIMITS[limit]) for limit in Limit if limit in exercise.not_for and limit in limits]
    if against:
        says.append(say("It is left out because of what you told: {limits}.", limits=", ".join(against)))
    return tuple(words(one) for one in says)
