"""Small mixed-integer programmes, solved with HiGHS the same way every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

_OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 1.0,
    "mip_max_nodes": 2000,
    "mip_allow_restart": False,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_root_reduced_cost": False,
}
"""Restarts and the searches left out cost more than they find in programmes of some hundred variables."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A number from 0 to `most`; `whole` ones are integers."""

    cost: float
    whole: bool = True
    most: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A condition: the sum of weight times variable over `terms` is at most `most`."""

    terms: Mapping[int, float]
    most: float

    def binds(self, variables: Sequence[Variable]) -> bool:
        """Whether any values of the variables break it: what never does need not be solved for."""
        return sum(weight * variables[at].most for at, weight in self.terms.items() if weight > 0) > self.most


def minimise(variables: Sequence[Variable], rows: Sequence[Row]) -> tuple[float, ...]:
    """The values with the least cost, to within 1. All-zero must meet every row, so there always is an answer.

    One thread, a fixed seed and a bound on nodes instead of time: the same programme has the same answer.
    """
    import highspy  # here, because most of what imports plan never solves anything

    if not variables:
        return ()
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    columns = highspy.HighsLp()
    columns.num_col_, columns.num_row_ = len(variables), len(rows)
    columns.col_cost_ = np.array([variable.cost for variable in variables])
    columns.col_lower_ = np.zeros(len(variables))
    columns.col_upper_ = np.array([variable.most for variable in variables])
    columns.row_lower_ = np.full(len(rows), -highspy.kHighsInf)
    columns.row_upper_ = np.array([row.most for row in rows])
    columns.integrality_ = [
        highspy.HighsVarType.kInteger if variable.whole else highspy.HighsVarType.kContinuous for variable in variables
    ]
    columns.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    columns.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in rows)]).astype(np.int32)
    columns.a_matrix_.index_ = np.array([at for row in rows for at in row.terms], dtype=np.int32)
    columns.a_matrix_.value_ = np.array([weight for row in rows for weight in row.terms.values()])
    solver.passModel(columns)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        raise AssertionError(solver.modelStatusToString(solver.getModelStatus()))  # all-zero meets every row
    return tuple(solver.getSolution().col_value)
