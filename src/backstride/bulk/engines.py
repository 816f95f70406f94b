"""Engines by name. Each imports what it needs when it is made."""

from collections.abc import Callable, Mapping

from backstride.bulk import Engine
from backstride.bulk.dask import Dask
from backstride.bulk.here import Here
from backstride.bulk.processes import Processes
from backstride.errors import NotFound
from backstride.message import say

ENGINES: Mapping[str, Callable[[str], Engine]] = {
    "here": lambda _address: Here(),
    "processes": lambda _address: Processes(),
    "dask": lambda address: Dask(address or None),
}


def engine(name: str) -> Engine:
    """The engine of that name. "dask" starts workers here; "dask=tcp://host:8786" joins a running cluster.

    Raises NotFound for another name, NotAllowed where the engine's package is not installed.
    """
    kind, _, address = name.partition("=")
    if kind not in ENGINES:
        raise NotFound(say("there is no engine {name}: choose one of {names}", name=kind, names=", ".join(ENGINES)))
    return ENGINES[kind](address)
