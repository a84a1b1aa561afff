# SPDX-License-Identifier: EUPL-1.2
"""Linear and integer programs through GLPK's shared library (ctypes, no other package)."""
import ctypes
import ctypes.util
import os

FREE, LOWER, UPPER, DOUBLE, FIXED = 1, 2, 3, 4, 5
CONTINUOUS, INTEGER = 1, 2
MINIMISE, MAXIMISE = 1, 2
OPTIMAL, FEASIBLE, INFEASIBLE, NO_FEASIBLE, UNBOUNDED = 5, 2, 3, 4, 6
AT_LOWER, AT_UPPER, AT_FIXED = 2, 3, 5
OFF = 1


class SimplexParameters(ctypes.Structure):
    """glp_smcp of glpk.h; the fields after the ones named are filled by glp_init_smcp."""
    _fields_ = [("msg_lev", ctypes.c_int), ("meth", ctypes.c_int), ("pricing", ctypes.c_int), ("r_test", ctypes.c_int),
                ("tol_bnd", ctypes.c_double), ("tol_dj", ctypes.c_double), ("tol_piv", ctypes.c_double),
                ("obj_ll", ctypes.c_double), ("obj_ul", ctypes.c_double),
                ("it_lim", ctypes.c_int), ("tm_lim", ctypes.c_int), ("out_frq", ctypes.c_int), ("out_dly", ctypes.c_int),
                ("presolve", ctypes.c_int), ("rest", ctypes.c_byte * 1024)]


class IntegerParameters(ctypes.Structure):
    """glp_iocp of glpk.h, as far as it is used here."""
    _fields_ = [("msg_lev", ctypes.c_int), ("br_tech", ctypes.c_int), ("bt_tech", ctypes.c_int),
                ("tol_int", ctypes.c_double), ("tol_obj", ctypes.c_double), ("tm_lim", ctypes.c_int),
                ("rest", ctypes.c_byte * 2048)]


def find_library():
    """The library's name or path: LIBGLPK in the environment, the linker's answer, or the usual Debian name."""
    return os.environ.get("LIBGLPK") or ctypes.util.find_library("glpk") or "libglpk.so.40"


def load():
    """GLPK with the argument types that ctypes cannot guess."""
    library = ctypes.CDLL(find_library())
    real, whole, pointer = ctypes.c_double, ctypes.c_int, ctypes.c_void_p
    library.glp_create_prob.restype = pointer
    for name in ("glp_get_obj_val", "glp_get_col_prim", "glp_get_col_dual", "glp_get_row_dual", "glp_mip_col_val",
                 "glp_mip_obj_val", "glp_get_row_prim"):
        getattr(library, name).restype = real
    signatures = {
        "glp_delete_prob": [pointer], "glp_add_rows": [pointer, whole], "glp_add_cols": [pointer, whole],
        "glp_set_row_bnds": [pointer, whole, whole, real, real], "glp_set_col_bnds": [pointer, whole, whole, real, real],
        "glp_set_mat_row": [pointer, whole, whole, pointer, pointer], "glp_set_obj_coef": [pointer, whole, real],
        "glp_set_obj_dir": [pointer, whole], "glp_set_col_kind": [pointer, whole, whole],
        "glp_simplex": [pointer, pointer], "glp_intopt": [pointer, pointer], "glp_get_status": [pointer],
        "glp_mip_status": [pointer], "glp_get_obj_val": [pointer], "glp_mip_obj_val": [pointer],
        "glp_get_col_prim": [pointer, whole], "glp_get_col_dual": [pointer, whole], "glp_get_row_dual": [pointer, whole],
        "glp_get_row_prim": [pointer, whole], "glp_get_row_stat": [pointer, whole], "glp_get_col_stat": [pointer, whole],
        "glp_mip_col_val": [pointer, whole], "glp_scale_prob": [pointer, whole], "glp_std_basis": [pointer],
        "glp_adv_basis": [pointer, whole], "glp_init_smcp": [pointer], "glp_init_iocp": [pointer], "glp_term_out": [whole],
        "glp_warm_up": [pointer],
    }
    for name, arguments in signatures.items():
        getattr(library, name).argtypes = arguments
    library.glp_term_out(0)
    return library


GLPK = load()


def bound_kind(low, high):
    """GLPK's kind of bound for an interval whose ends may be None."""
    if low is None:
        return FREE if high is None else UPPER
    if high is None:
        return LOWER
    return FIXED if low == high else DOUBLE


class Program:
    """One linear program that is solved many times with different objectives, each from the basis of the last."""

    def __init__(self, columns, rows, work_milliseconds=1000):
        """columns: list of (low, high, is_integer); rows: list of (low, high, [(column, coefficient)])."""
        self.problem = GLPK.glp_create_prob()
        self.columns, self.rows = columns, rows
        GLPK.glp_add_cols(self.problem, len(columns))
        for index, (low, high, _) in enumerate(columns, 1):
            GLPK.glp_set_col_bnds(self.problem, index, bound_kind(low, high), low or 0.0, high or 0.0)
        if rows:
            GLPK.glp_add_rows(self.problem, len(rows))
        for index, (low, high, terms) in enumerate(rows, 1):
            GLPK.glp_set_row_bnds(self.problem, index, bound_kind(low, high), low or 0.0, high or 0.0)
            columns_of_row = (ctypes.c_int * (len(terms) + 1))(0, *[column + 1 for column, _ in terms])
            coefficients = (ctypes.c_double * (len(terms) + 1))(0.0, *[float(value) for _, value in terms])
            GLPK.glp_set_mat_row(self.problem, index, len(terms), ctypes.cast(columns_of_row, ctypes.c_void_p),
                                 ctypes.cast(coefficients, ctypes.c_void_p))
        GLPK.glp_scale_prob(self.problem, 0x80)
        self.simplex = SimplexParameters()
        GLPK.glp_init_smcp(ctypes.byref(self.simplex))
        self.simplex.msg_lev = OFF
        self.simplex.tm_lim = 10 * work_milliseconds
        self.integer = IntegerParameters()
        GLPK.glp_init_iocp(ctypes.byref(self.integer))
        self.integer.msg_lev = OFF
        self.integer.tm_lim = work_milliseconds
        self.objective = []

    def __del__(self):
        if getattr(self, "problem", None):
            GLPK.glp_delete_prob(self.problem)
            self.problem = None

    def set_objective(self, terms, direction):
        """Make Σ coefficient · column the objective."""
        for column, _ in self.objective:
            GLPK.glp_set_obj_coef(self.problem, column + 1, 0.0)
        self.objective = list(terms)
        for column, coefficient in self.objective:
            GLPK.glp_set_obj_coef(self.problem, column + 1, float(coefficient))
        GLPK.glp_set_obj_dir(self.problem, direction)

    def solve(self):
        """Simplex: 'optimal', 'unbounded', 'infeasible' or 'unknown' (work limit, numerical trouble)."""
        code = GLPK.glp_simplex(self.problem, ctypes.byref(self.simplex))
        if code != 0:
            GLPK.glp_std_basis(self.problem)
            code = GLPK.glp_simplex(self.problem, ctypes.byref(self.simplex))
        status = GLPK.glp_get_status(self.problem)
        if code != 0:
            return "unknown"
        return {OPTIMAL: "optimal", UNBOUNDED: "unbounded", NO_FEASIBLE: "infeasible", INFEASIBLE: "infeasible"}.get(status, "unknown")

    def value(self):
        """The objective's value at the optimum."""
        return GLPK.glp_get_obj_val(self.problem)

    def point(self):
        """All columns' values at the optimum."""
        return [GLPK.glp_get_col_prim(self.problem, index + 1) for index in range(len(self.columns))]

    def proof(self):
        """Rows and columns that hold the optimum where it is: those with a dual that is not zero."""
        rows = [index for index in range(len(self.rows)) if abs(GLPK.glp_get_row_dual(self.problem, index + 1)) > 1e-7]
        columns = [index for index in range(len(self.columns)) if abs(GLPK.glp_get_col_dual(self.problem, index + 1)) > 1e-7]
        return rows, columns

    def feasible_with(self, column, value, search=True):
        """Whether whole numbers fit when one column has this value: (True, point), (False, None) or, at the work limit, (None, None)."""
        low, high, _ = self.columns[column]
        GLPK.glp_set_col_bnds(self.problem, column + 1, FIXED, float(value), float(value))
        self.set_objective([], MINIMISE)
        answer, point = None, None
        status = self.solve()
        if status == "infeasible":
            answer = False
        elif status in ("optimal", "unbounded"):
            relaxed = self.point()
            if self.is_whole(relaxed):
                answer, point = True, relaxed
            elif search:
                answer, point = self.search()
        GLPK.glp_set_col_bnds(self.problem, column + 1, bound_kind(low, high), low or 0.0, high or 0.0)
        return answer, point

    def is_whole(self, point):
        """Whether every counting column has a whole value."""
        return all(abs(point[index] - round(point[index])) < 1e-6 for index, (_, _, whole) in enumerate(self.columns) if whole)

    def least_with(self, objective, fixed, search):
        """Minimise an objective while some columns have given values; a whole point, or None."""
        for column, value in fixed:
            GLPK.glp_set_col_bnds(self.problem, column + 1, FIXED, float(value), float(value))
        self.set_objective(objective, MINIMISE)
        point = None
        if self.solve() == "optimal":
            relaxed = self.point()
            point = relaxed if self.is_whole(relaxed) else self.search()[1] if search else None
        for column, _ in fixed:
            low, high, _ = self.columns[column]
            GLPK.glp_set_col_bnds(self.problem, column + 1, bound_kind(low, high), low or 0.0, high or 0.0)
        return point

    def search(self):
        """Branch and bound from the relaxed optimum."""
        integers = [index for index, (_, _, whole) in enumerate(self.columns) if whole]
        for index in integers:
            GLPK.glp_set_col_kind(self.problem, index + 1, INTEGER)
        code = GLPK.glp_intopt(self.problem, ctypes.byref(self.integer))
        found = GLPK.glp_mip_status(self.problem)
        answer, point = None, None
        if found in (OPTIMAL, FEASIBLE):
            answer = True
            point = [GLPK.glp_mip_col_val(self.problem, index + 1) for index in range(len(self.columns))]
        elif found == NO_FEASIBLE and code == 0:
            answer = False
        for index in integers:
            GLPK.glp_set_col_kind(self.problem, index + 1, CONTINUOUS)
        return answer, point
