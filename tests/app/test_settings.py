import pytest

from backstride import app
from backstride.app import SETTINGS, Settings
from backstride.errors import BadAnswers
from backstride.store import Store

GOOD = {
    "mass_kg": "70,5",
    "height_cm": " 181 ",
    "birth_year": "1980",
    "sex": "female",
    "rest_heart_rate_bpm": "50",
    "max_heart_rate_bpm": "188",
    "zone_bounds_bpm": "95 114, 133; 152 171",
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


def test_defaults_are_those_of_the_table(store: Store) -> None:
    settings = app.read_settings(store)
    for setting in SETTINGS:
        assert getattr(settings, setting.key) == (setting.default if setting.key != "zone_bounds_bpm" else ())


def test_what_is_saved_comes_back_typed(store: Store) -> None:
    saved = app.save_settings(store, GOOD)
    assert saved == app.read_settings(store)
    assert (saved.mass_kg, saved.birth_year, saved.units) == (70.5, 1980, "imperial")
    assert saved.zone_bounds_bpm == (95.0, 114.0, 133.0, 152.0, 171.0)


def test_what_a_form_leaves_out_stays_and_what_it_empties_goes(store: Store) -> None:
    app.save_settings(store, GOOD)
    app.save_settings(store, {"mass_kg": "", "zone_bounds_bpm": "", "units": "metric"})
    settings = app.read_settings(store)
    assert (settings.mass_kg, settings.zone_bounds_bpm, settings.units, settings.sex) == (None, (), "metric", "female")


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
        ("zone_bounds_bpm", "95 114 133 152"),
        ("zone_bounds_bpm", "95 114 133 171 152"),
        ("zone_bounds_bpm", "95 114 133 152 high"),
        ("zone_bounds_bpm", "95 114 133 152 999"),
    ],
)
def test_each_bad_answer_is_refused(store: Store, key: str, text: str) -> None:
    with pytest.raises(BadAnswers) as caught:
        app.save_settings(store, {key: text})
    assert set(caught.value.fields) == {key}
    assert str(caught.value)


def test_all_faults_come_at_once_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(BadAnswers) as caught:
        app.save_settings(
            store, GOOD | {"mass_kg": "x", "sex": "y", "max_heart_rate_bpm": "90", "rest_heart_rate_bpm": "99"}
        )
    assert set(caught.value.fields) == {"mass_kg", "sex", "max_heart_rate_bpm"}
    assert app.read_settings(store) == Settings()


def test_every_sentence_of_the_table_can_be_said() -> None:
    for setting in SETTINGS:
        assert str(setting.label)
        assert str(setting.help)
        assert all(str(choice) for choice in setting.choices.values())
