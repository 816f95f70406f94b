"""How many outcomes are corrected for, what was around a try, and what else a change may come from."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from backstride.app import Store, open_store
from backstride.app.progress import choice, choose, verdicts
from backstride.app.tests import record_trial
from backstride.errors import BadAnswers
from backstride.progress.cautions import Caution
from tests.progressing import FIRST, TODAY, keep_sessions, keep_trials, moment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        yield opened


def test_outcomes_that_were_dropped_with_results_in_sight_are_corrected_for(store: Store) -> None:
    store.coach.clock = lambda: moment(FIRST - timedelta(days=20))
    choose(store, ["hop"])
    store.coach.clock = lambda: moment(FIRST - timedelta(days=9))
    choose(store, ["reach", "stance", "turn"])
    keep_sessions(store)
    keep_trials(store, "sit-and-reach", [2.0, 2.3, 1.8, 2.1], [9.0, 9.4, 8.8, 9.2])
    assert choice(store).judged == 3, "what was replaced before training is not in sight"
    store.coach.clock = lambda: moment(TODAY)
    choose(store, ["reach"])
    assert choice(store).judged == 3
    (card,) = verdicts(store, TODAY).cards
    assert card.verdict.asked == pytest.approx(1 - 0.05 / 3)
    assert card.verdict.likely == pytest.approx(1 - 0.2 / 3)


def test_before_training_a_choice_can_be_made_anew(store: Store) -> None:
    choose(store, ["reach", "stance", "turn"])
    choose(store, ["reach"])
    assert choice(store).judged == 1


def test_what_was_around_is_kept_with_a_try(store: Store) -> None:
    form = {"test": "economy", "value": "140", "temperature": "12,5", "surface": "track", "grade": "-1"}
    assert record_trial(store, form, TODAY).details == {"temperature": 12.5, "surface": 0.0, "grade": -1.0}
    assert record_trial(store, {"test": "hop", "value": "1.2", "side": "left"}, TODAY).details == {}
    with pytest.raises(BadAnswers) as bad:
        record_trial(store, form | {"temperature": "1e308", "surface": "moon", "grade": "nan"}, TODAY)
    assert set(bad.value.fields) == {"temperature", "surface", "grade"}


def test_a_card_says_what_else_it_may_be(store: Store) -> None:
    choose(store, ["reach"])
    keep_sessions(store)
    keep_trials(store, "sit-and-reach", [1.0, 2.0, 3.0], [9.0, 9.4, 8.8, 9.2])
    (card,) = verdicts(store, TODAY).cards
    assert card.cautions == (Caution.RISING,)
