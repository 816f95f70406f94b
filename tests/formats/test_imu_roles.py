"""What columns are taken for, by their names and units."""

import pytest

from backstride.formats.imu.roles import plain_name, role
from backstride.formats.imu.units import plain_unit


@pytest.mark.parametrize(
    ("name", "signal", "axis", "unit"),
    [
        ("x_acc", "acceleration", "x", ""),
        ("Acc_Y", "acceleration", "y", ""),
        ("accelerometerAccelerationZ(G)", "acceleration", "z", "g"),
        ("acc_x_g", "acceleration", "x", "g"),
        ("gyr_z_dps", "angular_rate", "z", "deg/s"),
        ("Gyroscope x (rad/s)", "angular_rate", "x", "rad/s"),
        ("motionUserAccelerationX(G)", "linear", "x", "g"),
        ("Linear Acceleration y (m/s^2)", "linear", "y", "m/s2"),
        ("Magnetic field z (µT)", "magnetic_field", "z", "ut"),
        ("locationLatitude(WGS84)", "position", "lat", "wgs84"),
        ("lon [deg]", "position", "lon", "deg"),
        ("heart_rate_bpm", "heart_rate", "", "bpm"),
        ("contact_time [s]", "contact_time", "", "s"),
        ("timestamp_ns", "time", "", "ns"),
        ("seconds_elapsed", "time", "", ""),
    ],
)
def test_roles(name: str, signal: str, axis: str, unit: str) -> None:
    found = role(name)
    assert found is not None
    assert (found.signal, found.axis, found.unit) == (signal, axis, unit)


@pytest.mark.parametrize(
    "name", ["label", "Absolute acceleration (m/s^2)", "vertical_accuracy", "activity(txt)", "gx_offset"]
)
def test_names_without_role(name: str) -> None:
    assert role(name) is None


def test_units_in_one_spelling() -> None:
    assert {plain_unit(text) for text in ("m/s^2", "m/s²", "ms-2", " M/S2 ", "m/s/s")} == {"m/s2"}
    assert plain_name("Acceleration x (m/s^2)") == ("acceleration_x", "m/s2")
