"""Settings: all faults at once beside their fields, and nothing that was typed is lost."""

import re

import pytest
from starlette.testclient import TestClient

from backstride.app import SETTINGS, Store, read_settings
from backstride.web.settings import GROUPS


def test_every_setting_is_asked_for_once() -> None:
    keys = [key for group in GROUPS for key in group.keys]
    assert sorted(keys) == sorted(row.key for row in SETTINGS)


def test_the_data_folder_is_shown(client: TestClient, store: Store) -> None:
    assert str(store.folder) in client.get("/settings").text


def test_what_is_saved_is_shown_again(client: TestClient, store: Store) -> None:
    answer = client.post("/settings", data={"mass_kg": "71,5"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/settings?saved=1")
    assert read_settings(store).mass_kg == 71.5
    text = client.get("/settings?saved=1").text
    assert "Saved." in text
    assert 'value="71.5"' in text
    assert 'href="/progress/heart"' in text


def test_all_faults_stand_beside_their_fields_and_nothing_is_lost(client: TestClient, store: Store) -> None:
    form = {"mass_kg": "heavy", "birth_year": "12", "tile_url": "<script>", "units": "imperial"}
    form["time_zone"] = "Europe/Berlin"
    answer = client.post("/settings", data=form)
    assert answer.status_code == 422
    for key in ("mass_kg", "birth_year", "tile_url"):
        assert f'id="{key}-fault"' in answer.text
        assert re.search(rf'id="{key}"[^>]*aria-describedby="{key}-help {key}-fault"[^>]*aria-invalid', answer.text)
        assert f'<a href="#{key}">' in answer.text
    assert 'value="heavy"' in answer.text
    assert ">heavy is not a number<" in answer.text
    assert 'value="Europe/Berlin"' in answer.text
    assert 'value="imperial" checked' in answer.text
    assert "<script>" not in answer.text
    assert read_settings(store).time_zone == ""


def test_german_and_imperial_change_what_is_shown(client: TestClient) -> None:
    client.post("/settings", data={"language": "de"})
    assert '<html lang="de"' in client.get("/settings").text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_switch_remembers_the_theme_in_this_browser(client: TestClient, theme: str) -> None:
    answer = client.post("/theme", data={"theme": theme, "back": "/recordings"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/recordings")
    assert f'data-theme="{theme}"' in client.get("/recordings").text


def test_saving_settings_stands_above_the_switch(client: TestClient) -> None:
    client.post("/theme", data={"theme": "dark"})
    client.post("/settings", data={"theme": "light"})
    assert 'data-theme="light"' in client.get("/").text


@pytest.mark.parametrize("back", ["https://evil.test", "//evil.test", "/\\evil.test", "evil"])
def test_the_switch_leads_nowhere_else(client: TestClient, back: str) -> None:
    assert client.post("/theme", data={"theme": "dark", "back": back}).headers["location"] == "/"


def test_an_unknown_theme_is_not_remembered(client: TestClient) -> None:
    assert "set-cookie" not in client.post("/theme", data={"theme": "neon"}).headers


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.test"}])
def test_another_site_changes_nothing(client: TestClient, store: Store, headers: dict[str, str]) -> None:
    answer = client.post("/settings", data={"mass_kg": "70"}, headers=headers)
    assert answer.status_code == 403
    assert "came from another site" in answer.text
    assert read_settings(store).mass_kg is None


def test_a_foreign_host_name_gets_nothing(client: TestClient) -> None:
    answer = client.get("/settings", headers={"host": "evil.test"})
    assert answer.status_code == 421
    assert "evil.test" in answer.text
