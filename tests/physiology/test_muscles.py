"""What is said of muscles follows from studies by one rule, and the map knows every muscle."""

import pytest

from backstride.evidence.promises import PROMISES
from backstride.figures import BODY
from backstride.physiology.muscles import ACTIVITIES, NAMES, Change, activities
from backstride.recording import Gait


def test_the_muscles_are_those_of_the_map() -> None:
    drawn = {region.id.rsplit("-", 1)[0] for region in BODY if region.part is None}
    assert set(NAMES) == drawn
    assert len(ACTIVITIES) == 2 * len(drawn)


@pytest.mark.parametrize(
    ("gait", "muscle", "change"),
    [
        (Gait.WALK, "tibialis-anterior", Change.HIGHER),
        (Gait.WALK, "gastrocnemius-medial", Change.LOWER),
        (Gait.WALK, "gastrocnemius-lateral", Change.HIGHER),
        (Gait.WALK, "rectus-femoris", Change.UNCLEAR),
        (Gait.WALK, "biceps-femoris", Change.UNCLEAR),
        (Gait.WALK, "semitendinosus", Change.UNCLEAR),
        (Gait.WALK, "gluteus-maximus", Change.NO_DATA),
        (Gait.RUN, "rectus-femoris", Change.HIGHER),
        (Gait.RUN, "gastrocnemius-medial", Change.NO_DATA),
        (Gait.RUN, "tibialis-anterior", Change.NO_DATA),
    ],
)
def test_what_the_studies_allow_to_say(gait: Gait, muscle: str, change: Change) -> None:
    assert activities(gait)[muscle].change is change


def test_a_study_that_changed_the_slope_too_decides_nothing() -> None:
    for one in ACTIVITIES:
        if one.findings and not any(finding.fair for finding in one.findings):
            assert one.change is Change.UNCLEAR


def test_every_study_named_here_can_be_read_under_a_promise() -> None:
    told = {study.row for promise in PROMISES.values() for study in promise.studies}
    assert {finding.study.row for one in ACTIVITIES for finding in one.findings} <= told
