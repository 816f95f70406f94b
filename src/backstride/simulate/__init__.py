"""Recordings with known truth, made by a mechanical runner. Always marked as simulated."""

from backstride.simulate.demo import demo_runner
from backstride.simulate.make import simulate
from backstride.simulate.parts import Part, Truth, Watch, Worn

__all__ = ["Part", "Truth", "Watch", "Worn", "demo_runner", "simulate"]
