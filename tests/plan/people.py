"""People made by chance, for rules that must hold for everybody."""

from hypothesis import strategies as st

from backstride.plan.answers import Disease, Experience, Health, Symptom
from backstride.plan.kinds import Limit

LIMITS = tuple(limit for limit in Limit if limit is not Limit.HEART)


@st.composite
def healths(draw: st.DrawFn) -> Health:
    limits = draw(st.frozensets(st.sampled_from(LIMITS), max_size=4))
    return Health(
        birth_year=draw(st.integers(1930, 2014)),
        active=draw(st.booleans()),
        symptoms=draw(st.frozensets(st.sampled_from(Symptom), max_size=2)),
        diseases=draw(st.frozensets(st.sampled_from(Disease), max_size=2)),
        cleared=draw(st.booleans()),
        limits=limits,
        sharp=draw(st.frozensets(st.sampled_from(sorted(limits)), max_size=4)) if limits else frozenset(),
        falls=draw(st.integers(0, 3)),
        stance_s=draw(st.none() | st.floats(0, 60)),
        backward_3m_s=draw(st.none() | st.floats(1, 12)),
        running=draw(st.integers(0, 7)),
        experience=draw(st.sampled_from(Experience)),
        partner=draw(st.booleans()),
        medicine=draw(st.booleans()),
    )
