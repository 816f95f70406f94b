from pathlib import Path

import pytest

import backstride
from backstride import app
from backstride.app import SETTINGS, Settings
from backstride.errors import BadAnswers
from backstride.store import Store

GOOD = {
    "mass_kg": "70,5",
    "birth_year": " 1980 ",
    "sex": "female",
    "units": "imperial",
    "speed_as": "speed",
    "first_weekday": "sunday",
    "language": "de",
    "time_zone": "Europe/Berlin",
    "theme": "dark",
    "tile_url": "https://tiles.example.org/{z}/{x}/{y}.png",
}


def test_the_form_names_every_setting() -> None:
    assert {setting.key for setting in SETTINGS} == set(GOOD) == set(Settings.__dataclass_fields__)


def test_every_setting_is_read_by_something() -> None:
    """A setting that changes nothing is a promise that nobody keeps."""
    package = Path(backstride.__file__).parent
    code = "".join(path.read_text() for path in package.rglob("*.py") if path.parts[-2:] != ("app", "settings.py"))
    assert [one.key for one in SETTINGS if f").{one.key}" not in code and f"saved.{one.key}" not in code] == []


def test_what_the_form_would_not_take_counts_as_not_said(store: Store) -> None:
    app.save_settings(store, GOOD)
    store.settings.write({"time_zone": "Mars/Olympus", "first_weekday": "friday", "mass_kg": "heavy", "birth_year": 3})
    settings = app.read_settings(store)
    assert (settings.time_zone, settings.first_weekday) == ("", "monday")
    assert (settings.mass_kg, settings.birth_year) == (None, None)
    assert settings.units == "imperial"


def test_defaults_are_those_of_the_table(store: Store) -> None:
    settings = app.read_settings(store)
    for setting in SETTINGS:
        assert getattr(settings, setting.key) == setting.default


def test_what_is_saved_comes_back_typed(store: Store) -> None:
    saved = app.save_settings(store, GOOD)
    assert saved == app.read_settings(store)
    assert (saved.mass_kg, saved.birth_year, saved.units) == (70.5, 1980, "imperial")


def test_what_a_form_leaves_out_stays_and_what_it_empties_goes(store: Store) -> None:
    app.save_settings(store, GOOD)
    app.save_settings(store, {"mass_kg": "", "units": "metric"})
    settings = app.read_settings(store)
    assert (settings.mass_kg, settings.units, settings.sex) == (None, "metric", "female")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("mass_kg", "heavy"),
        ("mass_kg", "5"),
        ("mass_kg", "nan"),
        ("mass_kg", "inf"),
        ("birth_year", "1980.5"),
        ("sex", "x"),
        ("first_weekday", "friday"),
        ("time_zone", "Mars/Olympus"),
        ("tile_url", "javascript:{x}{y}{z}"),
        ("tile_url", "https://tiles.example.org/1/2/3.png"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "Europe"),
    ],
)
def test_each_bad_answer_is_refused(store: Store, key: str, text: str) -> None:
    with pytest.raises(BadAnswers) as caught:
        app.save_settings(store, {key: text})
    assert set(caught.value.fields) == {key}
    assert str(caught.value)


def test_all_faults_come_at_once_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(BadAnswers) as caught:
        app.save_settings(store, GOOD | {"mass_kg": "x", "sex": "y"})
    assert set(caught.value.fields) == {"mass_kg", "sex"}
    assert app.read_settings(store) == Settings()


def test_every_sentence_of_the_table_can_be_said() -> None:
    for setting in SETTINGS:
        assert str(setting.label)
        assert str(setting.help)
        assert all(str(choice) for choice in setting.choices.values())
