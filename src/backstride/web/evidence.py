"""What is known: the promises with how they stand, one promise with its studies, and every number that was borrowed."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app import evidence
from backstride.app.evidence import Wanted
from backstride.evidence import Claim
from backstride.evidence.disputes import DISPUTES, disputes_of
from backstride.evidence.promises import PROMISES
from backstride.evidence.sources import JUDGEMENT
from backstride.evidence.study import Checked, Design, Promise, Standing, Study, Topic
from backstride.evidence.table import CLAIMS, key_of
from backstride.message import Message, say
from backstride.web.forest import draw_forest
from backstride.web.page import page_of, render
from backstride.words import Words
from backstride.words.evidence import (
    CHECKED,
    DESIGNS,
    ORIGINS,
    STANDING_MEANS,
    STANDINGS,
    TOPICS,
    by_whom,
    effect_in_words,
    group_in_words,
    plain_number,
    subject_name,
    unit_name,
)

router = APIRouter(prefix="/learn", include_in_schema=False)
LONGEST_SEARCH = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """The studies of a promise that found the same."""

    title: Message
    studies: tuple[Study, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A borrowed number as it is shown."""

    key: str
    claim: Claim
    value: str
    unit: str
    spread: str


@router.get("")
def learn(request: Request) -> HTMLResponse:
    """What there is to learn."""
    standings = Counter(promise.standing for promise in evidence.find_promises(Wanted(), page_of(request).words))
    return render(request, "learn.html", standings=standings, names=STANDINGS)


@router.get("/evidence")
def promises(request: Request, q: str = "", topic: str = "", standing: str = "") -> HTMLResponse:
    """The promises that fit the address; what is not understood there is as if it were not there."""
    here = page_of(request)
    wanted = Wanted(
        q.strip()[:LONGEST_SEARCH],
        Topic(topic) if topic in set(Topic) else None,
        Standing(standing) if standing in set(Standing) else None,
    )
    found = evidence.find_promises(wanted, here.words)
    return render(
        request,
        "evidence.html",
        wanted=wanted,
        shelves=[(TOPICS[one], rows) for one in Topic if (rows := [row for row in found if row.topic is one])],
        count=len(found),
        counts=Counter(one.standing for one in evidence.find_promises(Wanted(wanted.text, wanted.topic), here.words)),
        topics=TOPICS,
        names=STANDINGS,
        means=STANDING_MEANS,
        disputes=DISPUTES,
        promises=PROMISES,
        address=_address,
    )


@router.get("/evidence/claims")
def numbers(request: Request) -> HTMLResponse:
    """Every borrowed number by subject."""
    words = page_of(request).words
    shelves = [
        (subject, subject_name(subject), [_number(claim, words) for claim in claims.values()])
        for subject, claims in evidence.claims().items()
    ]
    own = sum(claim.source is JUDGEMENT for claim in CLAIMS.values())
    return render(request, "claims.html", shelves=shelves, count=len(CLAIMS), own=own)


@router.get("/evidence/claims/{key}")
def number(request: Request, key: str) -> HTMLResponse:
    """One borrowed number."""
    claim = evidence.claim(key)
    subject = next(subject for subject, claims in evidence.claims().items() if key in claims)
    shown = _number(claim, page_of(request).words)
    return render(
        request,
        "claim.html",
        number=shown,
        subject=subject_name(subject),
        anchor=subject,
        by_whom=by_whom,
        promises=evidence.promises_from(claim),
        names=STANDINGS,
    )


@router.get("/evidence/{key}")
def promise(request: Request, key: str) -> HTMLResponse:
    """One promise with its studies."""
    words = page_of(request).words
    found = evidence.promise(key)
    return render(
        request,
        "promise.html",
        promise=found,
        names=STANDINGS,
        means=STANDING_MEANS,
        topics=TOPICS,
        designs=DESIGNS,
        origins=ORIGINS,
        shelves=_shelves(found),
        plots=[draw_forest(together, words) for together in evidence.forests(found)],
        effect=lambda study: effect_in_words(study.effect, words) if study.effect else "",
        before_after=Design.BEFORE_AFTER,
        seen=Checked.SEEN,
        checked=CHECKED,
        by_whom=by_whom,
        group=group_in_words,
        numbers=[_number(claim, words) for claim in evidence.claims_from(found).values()],
        disputes=disputes_of(found),
    )


def _shelves(found: Promise) -> list[Shelf]:
    rows = (
        Shelf(say("Found it"), found.agree),
        Shelf(say("Found no difference"), found.neither),
        Shelf(say("Found the opposite"), found.differ),
        Shelf(say("Bear on it, without having looked at it"), found.near),
    )
    return [row for row in rows if row.studies]


def _number(claim: Claim, words: Words) -> Number:
    ends = [plain_number(end, claim.unit, words) for end in (claim.low, claim.high)]
    spread = "–".join(ends) if claim.low < claim.high else ""
    return Number(
        key_of(claim), claim, plain_number(claim.value, claim.unit, words), unit_name(claim.unit, words), spread
    )


def _address(wanted: Wanted, **changes: str) -> str:
    """The address of other filters, without what is usual anyway."""
    values = {"q": wanted.text, "topic": wanted.topic or "", "standing": wanted.standing or ""} | changes
    kept = {name: value for name, value in values.items() if value}
    return f"/learn/evidence?{urlencode(kept)}" if kept else "/learn/evidence"
