"""Tests that a person can repeat: what is done, what is kept, and how large a change must be to be real."""

from backstride.assess.kinds import Better, Entry, Keep, Norm, Sex, Test
from backstride.assess.result import Result, Symmetry, result, results, symmetry
from backstride.assess.table import TESTS
from backstride.assess.trial import Trial

__all__ = [
    "TESTS",
    "Better",
    "Entry",
    "Keep",
    "Norm",
    "Result",
    "Sex",
    "Symmetry",
    "Test",
    "Trial",
    "result",
    "results",
    "symmetry",
]
