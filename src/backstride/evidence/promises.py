"""The table of what is promised of running backward, by key."""

from collections.abc import Mapping

from backstride.evidence import promises_body as body
from backstride.evidence import promises_health as health
from backstride.evidence import promises_moving as moving
from backstride.evidence import promises_tests as tests
from backstride.evidence.study import Promise

PROMISES: Mapping[str, Promise] = {
    promise.key: promise
    for subject in (
        body.ENERGY,
        body.JOINTS,
        body.MUSCLES,
        moving.MOVEMENT,
        moving.SPEED,
        health.BALANCE,
        health.REHABILITATION,
        health.MIND,
        health.SAFETY,
        tests.TESTS,
    )
    for promise in subject
}
