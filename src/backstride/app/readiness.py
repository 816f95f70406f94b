"""Readiness: the questions as they are answered step by step, what follows from them, and the check of a day."""

from dataclasses import replace
from datetime import date, timedelta

from backstride.plan.answers import Answers
from backstride.plan.asking import MOST_TEXT, YES, Form
from backstride.plan.check import Check, check_today
from backstride.plan.questions import KEYS, PARTS, faults_of, form_of, read_answers, to_ask_again
from backstride.plan.readiness import Readiness
from backstride.plan.screening import Standing, assess_readiness, standing
from backstride.store import Store

_ASKED_AGAIN = "asked again"  # stands in a draft in which the whole body is asked for anew


def draft(store: Store) -> Form:
    """What was answered so far; where nothing is begun, the newest answers as a form. Empty on the first visit."""
    begun = store.coach.draft()
    if begun:
        return begun
    said = store.coach.answers()
    return form_of(said) if said else {}


def begun(store: Store) -> bool:
    """Whether questions are being answered that were not answered to the end."""
    return bool(store.coach.draft())


def keep_draft(store: Store, form: Form) -> Form:
    """Keep answers beside those kept before; unknown keys and endless texts are left out. Returns the whole draft."""
    good = {key: form[key] for key in KEYS & form.keys() if isinstance(form[key], str) and len(form[key]) <= MOST_TEXT}
    whole = {**draft(store), **good}
    store.coach.keep_draft(whole)
    return whole


def begin_again(store: Store) -> None:
    """Ask for the body again; what seldom changes and the wishes stay."""
    store.coach.keep_draft({**to_ask_again(draft(store)), _ASKED_AGAIN: YES})


def parts_left(form: Form, today: date) -> tuple[str, ...]:
    """Keys of the parts of a draft that something is missing or wrong in."""
    return tuple(part.key for part in PARTS if faults_of(part.key, form, today))


def answer(store: Store, form: Form, today: date) -> tuple[Answers, Readiness]:
    """Read the whole form and keep it as the newest answers. Raises BadAnswers with every fault, and keeps nothing."""
    said = read_answers(form, today)
    store.coach.save_answers(said)
    store.coach.keep_draft({})
    return said, assess_readiness(said.health, said.day)


def finish(store: Store, today: date) -> tuple[Answers, Readiness]:
    """Answer with the draft. Where only some answers were changed, the others hold as long as they did before.

    Raises BadAnswers with every fault; where what was answered before holds no more, the body is asked for again.
    """
    before = store.coach.answers()
    if before is None or _ASKED_AGAIN in store.coach.draft():
        return answer(store, draft(store), today)
    if readiness(store, today).readiness is None:
        begin_again(store)
    said = replace(read_answers(draft(store), today), day=before.day)
    store.coach.save_answers(said)
    store.coach.keep_draft({})
    return said, assess_readiness(said.health, said.day)


def answers(store: Store) -> Answers | None:
    """The newest."""
    return store.coach.answers()


def readiness(store: Store, today: date) -> Standing:
    """What holds today: judged anew from the newest answers and all that was told since they were given."""
    return _standing(store, today, checked_until=today)


def _standing(store: Store, today: date, checked_until: date) -> Standing:
    """checked_until: the last day whose check counts."""
    given = store.coach.answered()
    if not given:
        return Standing()
    at, said = given[-1]
    since = [one for one in store.coach.sessions(since=said.day) if one.logged_at > at]
    noticed = any(one.noticed and said.day <= one.day <= checked_until for one in store.coach.checks(since=at))
    return standing(assess_readiness(said.health, said.day), since, today, noticed=noticed)


def check(store: Store, form: Form, today: date) -> Check:
    """Judge and keep today's check; the last one of a day holds. Raises BadAnswers with every fault at once."""
    before = _standing(store, today, checked_until=today - timedelta(days=1))  # a wrong tap of today is mended by this
    made = check_today(form, today, before)
    store.coach.save_check(made)
    return made


def todays_check(store: Store, today: date) -> Check | None:
    """The check of today; None where there is none yet."""
    return store.coach.check(today)
