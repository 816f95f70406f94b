"""Runs inside a peer's own environment: `python peer_worker.py skdh IN.npz OUT.npz`. Imports nothing of Backstride.

IN   time_s (n,), acceleration (n, 3) m/s2 and angular_rate (n, 3) rad/s at a lower back whose axes are known (x
     forward, y left, z up), bouts (m, 2) seconds in which the person walks
OUT  contact_s, version, took_s (of the processor); one contact per step that the peer found
"""

import importlib
import importlib.metadata
import sys
import time
import warnings
from typing import Any

import numpy as np

GRAVITY = 9.80665
HEIGHT_M = 1.75
EPOCH_S = 1_770_000_000.0  # skdh cuts days out of unix time


def skdh(held: dict[str, Any]) -> Any:
    """GaitLumbar, told the bouts, the axes and the shortest bout of these recordings."""
    gait = importlib.import_module("skdh.gait")
    time_s, bouts = held["time_s"], held["bouts"]
    walking = np.zeros(len(time_s), bool)
    for start_s, end_s in bouts:
        walking |= (time_s >= start_s) & (time_s < end_s)
    found = gait.GaitLumbar(min_bout_time=3.0, day_window=None).predict(
        time=time_s + EPOCH_S,
        accel=held["acceleration"] / GRAVITY,
        gyro=held["angular_rate"],
        fs=100.0,
        height=HEIGHT_M,
        gait_pred=walking,
        v_axis=2,
        ap_axis=0,
    )
    return np.asarray(found["IC Timestamp"], float) - EPOCH_S


def mobgap(held: dict[str, Any]) -> Any:
    """IcdIonescu, given each bout in the body frame (is: up, ml: right, pa: forward)."""
    pandas = importlib.import_module("pandas")
    detector = importlib.import_module("mobgap.initial_contacts").IcdIonescu
    columns = ("acc_is", "acc_ml", "acc_pa", "gyr_is", "gyr_ml", "gyr_pa")
    force, rate = held["acceleration"], np.degrees(held["angular_rate"])
    turned = np.stack((force[:, 2], -force[:, 1], force[:, 0], rate[:, 2], -rate[:, 1], rate[:, 0]), axis=1)
    contacts = []
    for start_s, end_s in held["bouts"]:
        first, last = np.searchsorted(held["time_s"], (start_s, end_s))
        frame = pandas.DataFrame(turned[first:last], columns=columns)
        found = detector().detect(frame, sampling_rate_hz=100.0).ic_list_["ic"].to_numpy()
        contacts.append(held["time_s"][first] + found / 100.0)
    return np.concatenate(contacts) if contacts else np.zeros(0)


PEERS = {"skdh": (skdh, "scikit-digital-health"), "mobgap": (mobgap, "mobgap")}


def main(name: str, given: str, wanted: str) -> None:
    run, package = PEERS[name]
    with np.load(given) as packed:
        held = dict(packed)
    warnings.simplefilter("ignore")
    small = {**held, "bouts": held["bouts"][:1]}
    run(small)  # imports and first calls are not timed
    began = time.process_time()
    contacts = run(held)
    took_s = time.process_time() - began
    np.savez(wanted, contact_s=np.sort(contacts), took_s=took_s, version=importlib.metadata.version(package))


if __name__ == "__main__":
    main(*sys.argv[1:])
