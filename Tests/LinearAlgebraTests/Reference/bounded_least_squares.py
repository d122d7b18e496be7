"""Writes bounded_least_squares.csv: min |c - A x| subject to B x = d, l <= x <= u, 200 random problems.

The solution is found by trying every way in which bounds may hold (3^p systems of linear equations) and
keeping the one that meets the conditions of Karush, Kuhn and Tucker; SciPy's SLSQP, which works quite
differently, has to agree to 1e-5. Matrices are written column by column.

    python3 bounded_least_squares.py > bounded_least_squares.csv
"""

import itertools
import sys

import numpy as np
from scipy.optimize import linprog, minimize


def by_trying(A, c, B, d, l, u):
    p, q = A.shape[1], B.shape[0]
    best = None
    for holds in itertools.product("flu", repeat=p):
        free = [j for j in range(p) if holds[j] == "f"]
        x = np.array([0.0 if h == "f" else l[j] if h == "l" else u[j] for j, h in enumerate(holds)])
        held = [j for j in range(p) if holds[j] != "f"]
        if len(free) < q:
            continue
        AF, BF = A[:, free], B[:, free]
        r = c - A[:, held] @ x[held]
        s = d - B[:, held] @ x[held]
        K = np.block([[AF.T @ AF, BF.T], [BF, np.zeros((q, q))]])
        if np.linalg.matrix_rank(K) < K.shape[0]:
            continue
        found = np.linalg.solve(K, np.concatenate([AF.T @ r, s]))
        x[free] = found[: len(free)]
        if np.any(x < l - 1e-12) or np.any(x > u + 1e-12):
            continue
        z = A.T @ (A @ x - c) + B.T @ found[len(free):]
        ok = all(
            abs(z[j]) < 1e-9 if h == "f" else z[j] >= -1e-12 if h == "l" else z[j] <= 1e-12
            for j, h in enumerate(holds)
        )
        value = np.sum((c - A @ x) ** 2)
        if ok and (best is None or value < best[1]):
            best = (x, value)
    return best


def words(values):
    return " ".join(repr(float(v)) for v in np.ravel(values, order="F"))


def main():
    rng = np.random.default_rng(20261128)
    print("shape,design,response,constraints,values,lower,upper,start,solution,sum_of_squares")
    for _ in range(200):
        p = int(rng.integers(2, 6))
        q = int(rng.integers(1, min(p, 3)))
        n = p + int(rng.integers(0, 4))
        A = rng.normal(size=(n, p))
        c = 3 * rng.normal(size=n)
        B = np.ones((1, p)) if q == 1 and rng.random() < 0.5 else rng.normal(size=(q, p))
        l = -rng.random(p)
        u = rng.random(p)
        inside = l + (u - l) * rng.random(p)
        d = B @ inside
        # A start at a corner of what is allowed, where many bounds hold.
        corner = linprog(rng.normal(size=p), A_eq=B, b_eq=d, bounds=list(zip(l, u)), method="highs").x
        start = np.clip(corner, l, u) if rng.random() < 0.7 else inside
        x, value = by_trying(A, c, B, d, l, u)
        check = minimize(
            lambda v: np.sum((c - A @ v) ** 2), inside, jac=lambda v: 2 * A.T @ (A @ v - c),
            bounds=list(zip(l, u)), constraints={"type": "eq", "fun": lambda v: B @ v - d, "jac": lambda v: B},
            method="SLSQP", options={"ftol": 1e-14, "maxiter": 1000})
        assert abs(check.fun - value) < 1e-5 * (1 + value), (check.fun, value)
        print(",".join([f"{n} {p}"] + [words(v) for v in (A, c, B, d, l, u, start, x, value)]))


if __name__ == "__main__":
    sys.exit(main())
