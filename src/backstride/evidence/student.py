"""Student's t for whole degrees of freedom, so that the core needs nothing beyond the standard library for it."""

from functools import lru_cache
from math import atan, cos, pi, sin, sqrt


def t_within(t: float, freedom: int) -> float:
    """Probability that |T| is at most `t` (>= 0). Abramowitz and Stegun (1964), 26.7.3 and 26.7.4."""
    angle = atan(t / sqrt(freedom))
    cosine, sine = cos(angle), sin(angle)
    odd = freedom % 2 == 1
    term = cosine if odd else 1.0
    total = 0.0 if freedom == 1 else term
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= cosine**2 * (k - 1) / k
        total += term
    return 2 / pi * (angle + sine * total) if odd else sine * total


def cumulative(t: float, freedom: int) -> float:
    """Probability that T is at most `t`."""
    inside = t_within(abs(t), freedom)
    return 0.5 + 0.5 * inside if t >= 0 else 0.5 - 0.5 * inside


@lru_cache
def t_quantile(probability: float, freedom: int) -> float:
    """The value that T stays below with that probability (0.5 to 1, exclusive)."""
    low, high = 0.0, 1.0
    while t_within(high, freedom) < 2 * probability - 1:
        low, high = high, 2 * high
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if t_within(middle, freedom) < 2 * probability - 1 else (low, middle)
    return (low + high) / 2
