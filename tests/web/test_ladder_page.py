"""The page of the ladder: without a plan, with one, in German; and setting one's stage oneself."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from starlette.testclient import TestClient

from backstride.app import Store
from backstride.plan.answers import Answers, Experience, Health, Wishes
from backstride.plan.kinds import Goal, Limit, Place
from backstride.plan.ladder import LADDER
from backstride.plan.make import make_plan
from backstride.plan.workouts import backward_workouts
from backstride.session import Glances, Session

TODAY = datetime.now(UTC).date()


def text_of(html: str) -> str:
    """What is read, without tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rung(html: str, key: str) -> str:
    """The part of the page that one stage takes."""
    found = re.search(rf'<li class="rung [^"]*" id="stage-{key}">.*?</details>', html, re.S)
    assert found is not None
    return found[0]


@pytest.fixture
def planned(store: Store) -> Store:
    """Somebody who walked backward before, is on their way to 5 km, and has a sore Achilles tendon behind them."""
    health = Health(
        TODAY.year - 40, active=True, limits=frozenset({Limit.ACHILLES}), stance_s=12.0, running=2, forward_mps=3.0,
        experience=Experience.WALKED,
    )  # fmt: skip
    wishes = Wishes(Goal.FIVE_KM, 12, frozenset({1, 3, 5}), 45, frozenset({Place.TRACK}))
    answers = Answers(health, wishes, TODAY - timedelta(days=14))
    store.coach.save_answers(answers)
    plan = make_plan(answers, TODAY - timedelta(days=14))
    store.coach.save_plan(plan)
    walks = [one for one in plan.sessions if one.workout.stage == "walk" and one.day < TODAY]
    assert walks
    for number, one in enumerate(walks):
        store.coach.save_session(
            Session(
                f"s{number}", one.day, datetime.now(UTC), planned=one.id, stage="walk", workout=one.workout.key,
                minutes=30.0, rpe=2.0, glances=Glances.BOTH, near_falls=int(one is walks[-1]),
            )
        )  # fmt: skip
    return store


def test_without_a_plan_the_ladder_can_be_read(client: TestClient) -> None:
    html = client.get("/plan/ladder").text
    assert "Start with readiness" in html
    assert html.count('class="rung plain"') == len(LADDER)
    assert "you are here" not in html
    for stage in LADDER:
        part = text_of(rung(html, stage.key))
        assert str(stage.name) in part
        assert all(str(one.says) in part for one in stage.down)


def test_every_line_of_a_stage_links_to_its_claim(client: TestClient) -> None:
    html = client.get("/plan/ladder").text
    stage = LADDER[4]
    part = rung(html, stage.key)
    cues, criteria = [one.claim for one in stage.cues], [one.claim for one in (*stage.up, *stage.down)]
    for claim in (stage.dose.claim, *cues, *criteria):
        assert f'href="/learn/evidence/claims/{claim}"' in part


def test_where_one_stands_and_what_is_missing(client: TestClient, planned: Store) -> None:
    html = client.get("/plan/ladder").text
    here = html.split('class="card where"')[1].split("</section>\n<section")[0]
    assert "You are on stage 2 of 16" in here
    assert "Missing: </span>" in here
    assert "No near fall in the last 4 sessions" in text_of(here)
    assert "Not known yet: </span>" in here
    assert "Say it when you log a session, or record one." in here
    assert 'class="rung here" id="stage-walk"' in html
    assert 'class="rung next" id="stage-brisk"' in html
    assert 'class="rung behind" id="stage-ready"' in html


def test_a_stage_off_the_way_says_why(client: TestClient, planned: Store) -> None:
    html = client.get("/plan/ladder").text
    assert "Your goal does not lead over it: 5 km backward." in text_of(rung(html, "uphill"))
    strides = text_of(rung(html, "strides"))
    assert "It is left out because of what you told: Achilles tendon or calf." in strides
    assert "None of your places suits it." in text_of(rung(html, "agility")) or "goal" in text_of(rung(html, "agility"))


def test_speed_is_the_persons_own(client: TestClient, planned: Store) -> None:
    assert "min/km" in text_of(rung(client.get("/plan/ladder").text, "jog"))


def test_in_german(client: TestClient, planned: Store) -> None:
    html = client.get("/plan/ladder", headers={"accept-language": "de"}).text
    assert "Rückwärts gehen" in html
    assert "Fehlt noch" in html
    assert "Du bist auf Stufe 2 von 16" in html


def test_setting_ones_stage(client: TestClient, planned: Store) -> None:
    asked = client.get("/plan/ladder/hold", params={"stage": "brisk"}).text
    assert "Go on before all is met?" in asked
    assert "No near fall in the last 4 sessions" in text_of(asked)
    answer = client.post("/plan/ladder/hold", data={"stage": "brisk"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan/ladder?done=held")
    after = client.get("/plan/ladder", params={"done": "held"}).text
    assert "Your plan follows the stage you set." in after
    assert 'class="rung here" id="stage-brisk"' in after
    back = client.get("/plan/ladder/hold", params={"stage": "walk"}).text
    assert "Go back to this stage?" in back


@pytest.mark.parametrize("stage", ["", "flying", "walk"])
def test_without_a_plan_no_stage_can_be_set(client: TestClient, stage: str) -> None:
    assert client.get("/plan/ladder/hold", params={"stage": stage}).status_code == 404
    assert client.post("/plan/ladder/hold", data={"stage": stage}).status_code == 404


def test_a_stage_that_is_closed_cannot_be_set(client: TestClient, planned: Store) -> None:
    assert client.post("/plan/ladder/hold", data={"stage": "strides"}).status_code == 403
    assert client.get("/plan/ladder/hold", params={"stage": "flying"}).status_code == 404


def test_a_way_that_ends_early_says_what_it_waits_for(client: TestClient, store: Store) -> None:
    """Walking is all that is allowed: at its end the page does not call the goal reached."""
    day = TODAY - timedelta(days=14)
    health = Health(TODAY.year - 40, active=False, stance_s=30.0, experience=Experience.WALKED)
    wishes = Wishes(Goal.FIRST_10_MIN, 12, frozenset({1, 3, 5}), 60, frozenset({Place.TRACK}))
    answers = Answers(health, wishes, day)
    store.coach.save_answers(answers)
    store.coach.save_plan(make_plan(answers, day))
    for number in range(1, 9):
        stage = "walk" if number < 5 else "brisk"
        one = backward_workouts(stage, 60, [Place.TRACK], week=2)[0]
        when = day + timedelta(days=number)
        logged = datetime.now(UTC)
        store.coach.save_session(
            Session(
                f"s{number}", when, logged, stage=stage, workout=one.key, minutes=50.0, rpe=2.5,
                glances=Glances.BOTH, easy_stops=True,
            )
        )  # fmt: skip
    page = text_of(client.get("/plan/ladder").text)
    assert "The next stage, Walk and jog in turn, is closed for now." in page
    assert "Your readiness does not open jogging backward yet." in page
    assert "your way ends here" not in page
