"""The page docs/explain/verdicts.md: how verdicts are made, how often they are right, and where they are not."""

from collections.abc import Iterator

from backstride.evidence import verdicts as claims
from backstride.progress.change import FADES_DAYS, SHARES
from benchmarks.accuracy.table import table
from benchmarks.verdicts.judge import OUTCOMES, PEOPLE, alternated, any_shown, ever_shown, judged, known_error
from benchmarks.verdicts.people import ANYBODY, BEYOND, OTHERS, WORLDS, Plan, World, planned

USUAL = planned(3, 6, 7)
PLANS: tuple[Plan, ...] = (
    planned(3, 3, 3), planned(3, 3, 7), USUAL, planned(3, 6, 14), planned(4, 8, 7), planned(5, 12, 7),
)  # fmt: skip
EFFECTS = (0.5, 1.0, 2.0, 3.0, 4.0)
AFTER = (3, 6, 12)
PAIRS = (6, 8, 10)
_SLOW = WORLDS[-2]
_LOOKED = planned(3, 12, 7)


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def cover_row(plan: Plan) -> list[str]:
    """A row of the first table."""
    alone, told = judged(plan, ANYBODY, 1.0), judged(plan, ANYBODY, 1.0, sem=1.0)
    none = judged(plan, ANYBODY, 0.0)
    return [plan.says, percent(alone.cover), percent(told.cover), percent(none.shown), percent(none.contradicted)]


def page() -> Iterator[str]:
    """The whole page, line by line."""
    yield from method()
    yield from _cover()
    yield from _worlds()
    yield from _looks()
    yield from _power()
    yield from _alternation()
    yield from limits()


def method() -> Iterator[str]:
    shares = ", ".join(f"{share:.0%}" for share in SHARES)
    fades = ", ".join(f"{fade:g}" for fade in FADES_DAYS)
    yield from (
        "# Verdicts: is it working for you?",
        "",
        "Written by `./run-benchmarks verdicts`; every number below comes from simulated people of whom the truth is "
        "known.",
        "",
        "## How a verdict is made",
        "",
        "1. **Named beforehand.** You choose what you want to be judged by before training begins. A later change is "
        "possible, and the page says so; outcomes that were in sight since training began stay among those that are "
        "corrected for, also when they are dropped.",
        "2. **Before and after.** Tests up to the day of your first backward session stand for before. From the day "
        f"after the {claims.AFTER_SESSIONS.value:g}th backward session on they stand for after; those between are "
        "drawn and not counted. Tries to get used to a test never count. What only going backward can show has "
        f"no before: there the first {claims.FIRST_SESSIONS.value:g} tries stand for it. Of each side the newest "
        f"{claims.MOST_TRIES.value:g} tries count.",
        "3. **The change.** A level before, a level after, a slope for co-variates that are known for all tries (time "
        "of day, temperature, ground, slope of the way; one that fully goes with before and after, or hangs on a "
        "single try, is left out), and noise of which a part fades from day to day. How large that part "
        f"is ({shares}) and how fast it fades ({fades} days) is not known from few tries, so every possibility is "
        "weighed by how well it explains them (all shares alike beforehand). The change is a mixture of Student's t "
        "distributions, computed exactly. A published standard error of the test counts as much as "
        f"{claims.SEM_WORTH.value:g} tries of your own. No try is taken as finer than it is rounded.",
        "4. **The word.** *Too early*: fewer than "
        f"{claims.FEWEST_TRIES.value:g} tries on a side. *Shown*: the chance that the change is for the better and "
        f"larger than the test's smallest detectable change is at least {claims.SHOWN_CHANCE.value:.0%}; "
        "*contradicted*: the same for the worse. *Probably*: at least "
        f"{claims.PROBABLE_CHANCE.value:.0%}. Else *not shown*. Where a test's error is unknown, the change must be "
        f"larger than {claims.OWN_LIMIT_SPREADS.value:g} standard deviation of your own tries.",
        "5. **Several outcomes.** With m of them the chance asked for is 1 − "
        f"{1 - claims.SHOWN_CHANCE.value:.2f}/m for shown and contradicted, and 1 − "
        f"{1 - claims.PROBABLE_CHANCE.value:.1f}/m for probably (Bonferroni).",
        "6. **What else it may be.** A card says when each try before training was better than the one ahead of it, "
        "when the ground changed, and when the test cannot show more. The word stays what it is.",
        "",
    )


def _cover() -> Iterator[str]:
    yield from (
        "## How often the 90 % interval holds the truth",
        "",
        f"{PEOPLE:,} people a row. **The promise (88 to 92 %) is made for this population**: the noise of each person "
        "is one of the model's possibilities, drawn by its weight, and, where a standard error is published, as far "
        "from it as the model allows. With 2,000 people a true 90 % comes out between 88.7 and 91.3 %.",
        "",
    )
    head = ("tries", "interval holds it, error unknown", "error published", "false shown", "false contradicted")
    yield from table(head, (cover_row(plan) for plan in PLANS))


def _worlds() -> Iterator[str]:
    yield from (
        "## When all people are of one kind",
        "",
        f'{USUAL.says}. Nobody changes. "Any of {OUTCOMES}": the share of people who are told at least once that '
        f"something is shown, with {OUTCOMES} outcomes judged together.",
        "",
    )
    head = ("the noise of everybody", "interval holds it", "false shown", "false probably", f"any of {OUTCOMES}")
    yield from table(head, (_world_row(world) for world in (*WORLDS, *OTHERS, *BEYOND)))


def _world_row(world: World) -> list[str]:
    one = judged(USUAL, world, 0.0)
    shares = (one.cover, one.shown, one.probably, any_shown(USUAL, world))
    return [world.says, *(percent(share) for share in shares)]


def _looks() -> Iterator[str]:
    yield from (
        "## Looking again after every try",
        "",
        "Nobody waits for the last try to look. 3 before, then a look after each try from the 3rd to the 12th, 7 days "
        "apart; nobody changes. The share of people who are told at least once that something is shown.",
        "",
    )
    rows = ([world.says, percent(ever_shown(_LOOKED, world))] for world in (WORLDS[0], WORLDS[1], *OTHERS, _SLOW))
    yield from table(("the noise of everybody", "ever told of a false shown"), rows)


def _power() -> Iterator[str]:
    yield from (
        "## How often a true change is shown",
        "",
        "3 tries before, tries 7 days apart, people of the promised population. Changes in standard deviations of one "
        "try. In the last column a published error tells the smallest detectable change (2.77 standard errors): what "
        "is smaller than that is hardly ever shown, however many tries there are, and should not be.",
        "",
    )
    head = ("true change", *(f"{n} after" for n in AFTER), "6 after, error published")
    yield from table(head, (_power_row(effect) for effect in EFFECTS))


def _power_row(effect: float) -> list[str]:
    told = judged(USUAL, ANYBODY, effect, sem=1.0, mdc=known_error(1.0))
    alone = (judged(planned(3, after, 7), ANYBODY, effect) for after in AFTER)
    return [f"{effect:g} SD", *(percent(one.shown) for one in alone), percent(told.shown)]


def _alternation() -> Iterator[str]:
    yield from (
        "## Weeks with and without, by lot",
        "",
        "One try a week, pairs of weeks of which a coin says which is with; the exact test of the lot at 5 %. It holds "
        "its promise in every world, also in the one that is hardest for before and after, because the coin does not "
        "know of the noise. It can only see what comes and goes within a week.",
        "",
    )
    head = ("pairs of weeks", "no change", "1 SD", "2 SD", f"no change, {_SLOW.says}")
    yield from table(head, (_pairs_row(pairs) for pairs in PAIRS))


def _pairs_row(pairs: int) -> list[str]:
    shares = [alternated(pairs, ANYBODY, effect) for effect in (0.0, 1.0, 2.0)]
    return [str(pairs), *(percent(share) for share in (*shares, alternated(pairs, _SLOW, 0.0)))]


def limits() -> Iterator[str]:
    yield from (
        "## What this cannot do",
        "",
        "- **Slow ups and downs look like change.** Where most of a person's noise fades over a month, no few tries "
        "can tell it from an effect: the interval then holds the truth less often than it says (see the table), and "
        "longer gaps between tries do not mend it. A longer time before training would; weeks by lot do. Where nearly "
        "all of it fades over a month, more than 5 % are told of a false *shown*, and twice as many who look "
        "after every try.",
        "- **Other causes count as change.** A drift of other origin (other training, season, weight, a healing "
        "injury) is told as a change, because it is one. The page says *change*, not *effect*.",
        "- **Learning the test counts too** where it goes on beyond the tries to get used to it.",
        "- Weights and limits named above are the project's judgement, shown with grade among the numbers we use.",
        "- The power hint on the page takes change and noise as they were seen; both will turn out otherwise.",
    )
